package tally

import "slices"

// SmallGroup is the number of answers below which the figures of a group mean
// little.
const SmallGroup = 10

// A ComparedGroup is the base of a group.
type ComparedGroup struct {
	Value      string  `json:"value"`
	Valid      int     `json:"valid"`
	WeightSum  Weight  `json:"weight_sum,omitempty"`
	EffectiveN float64 `json:"effective_n,omitempty"`
	NotPicked  int     `json:"not_picked,omitempty"` // of an option: who answered the choice and did not pick it
	Small      bool    `json:"small,omitempty"`      // fewer than SmallGroup
}

// A side is a group, with its terms by stem and its themes by name.
type side struct {
	*Tally
	terms  map[string]*Term
	themes map[string]*Theme
}

// conceals reports whether the number of people of the group who used a term is
// withheld. If the group neither has nor conceals a term, nobody in it used the
// term.
func (s side) conceals(stem string) bool {
	_, found := slices.BinarySearch(s.Concealed, stem)
	return found
}

// newSide is a group, or the whole.
func newSide(t *Tally) side {
	s := side{t, make(map[string]*Term, len(t.Terms)), make(map[string]*Theme, len(t.Themes))}
	for i := range t.Terms {
		s.terms[t.Terms[i].Key()] = &t.Terms[i]
	}
	for i := range t.Themes {
		s.themes[t.Themes[i].Theme] = &t.Themes[i]
	}
	return s
}

// A field is all that is compared.
type field struct {
	sides   []side // the groups with a value, and with at least one answer
	columns []ComparedGroup
	large   bool // some group is not small
	overlap bool
	whole   side // where groups overlap: all people
	blank   side // and those of them who are in no group
}

// newField takes the groups that can be compared.
func newField(t *Tally, groups []Group, r Ranking) field {
	f := field{overlap: r.Overlap}
	for _, g := range groups {
		base := g.Tally.Base
		if g.Value == "" || base.Valid == 0 {
			continue
		}
		f.sides = append(f.sides, newSide(g.Tally))
		f.columns = append(f.columns, ComparedGroup{Value: g.Value, Valid: base.Valid, WeightSum: base.WeightSum, EffectiveN: base.EffectiveN, Small: base.Valid < SmallGroup})
	}
	if !f.overlap {
		f.large = slices.ContainsFunc(f.columns, func(x ComparedGroup) bool { return !x.Small })
		return f
	}
	f.whole, f.blank = newSide(t), newSide(new(Tally))
	if blank := blankOf(groups); blank != nil {
		f.blank = newSide(blank)
	}
	for i := range f.columns {
		x := &f.columns[i]
		x.NotPicked = t.Base.Valid - f.blank.Base.Valid - x.Valid
		x.Small = min(x.Valid, x.NotPicked) < SmallGroup
		f.large = f.large || !x.Small
	}
	return f
}

// least is how many groups there have to be: an option is compared with those who did not pick it.
func (f *field) least() int {
	if f.overlap {
		return 1
	}
	return 2
}

// conceals reports whether a term cannot be tested: groups that are parts of a whole have to show it all,
// while each option is compared by itself.
func (f *field) conceals(stem string) bool {
	concealed := 0
	for _, s := range f.sides {
		if s.conceals(stem) {
			concealed++
		}
	}
	return f.overlap && (concealed == len(f.sides) || f.blank.conceals(stem)) || !f.overlap && concealed > 0
}

// users are the people who used a term, in each group and in all of them together, each counted once.
func (f *field) users(stem string) (parts []users, all users) {
	for _, s := range f.sides {
		parts = append(parts, s.users(stem))
	}
	if f.overlap {
		return parts, f.whole.users(stem).minus(f.blank.users(stem))
	}
	for _, part := range parts {
		all = all.plus(part)
	}
	return parts, all
}

// said is the share of a group who used a term; nobody if the group does not have it.
func (s side) said(stem string, r Ranking) (share float64, i Interval) {
	if x := s.terms[stem]; x != nil {
		return x.Share, x.Interval
	}
	return 0, s.Base.Nobody(r)
}

// Nobody is the interval of the share of something that no one said.
func (b Base) Nobody(r Ranking) Interval { return r.interval(0, b.people(), b.Valid) }

// people is how many people a base is worth: the effective number where they are weighted.
func (b Base) people() float64 {
	if b.EffectiveN > 0 {
		return b.EffectiveN
	}
	return float64(b.Valid)
}

// users counts people who gave an answer, and those of them who used a term.
type users struct {
	valid, used people
	squares     Squares
}

// users are the people of the group, and those of them who used a term.
func (s side) users(stem string) users {
	u := users{valid: people{s.Base.Valid, s.Base.WeightSum}, squares: s.Base.WeightSquaresSum}
	if x := s.terms[stem]; x != nil {
		u.used = people{x.Respondents, x.ranking(Respondents)}
	}
	return u
}

// plus adds the people of another group, with nobody in common.
func (u users) plus(o users) users {
	u.valid, u.used = u.valid.plus(o.valid, 1), u.used.plus(o.used, 1)
	u.squares.merge(o.squares)
	return u
}

// minus subtracts people who are all among these: what is left of a whole without
// one group.
func (u users) minus(o users) users {
	u.valid, u.used = u.valid.plus(o.valid, -1), u.used.plus(o.used, -1)
	u.squares = u.squares.minus(o.squares)
	return u
}

// scaled is how many used the term, and of how many: in people, or in effective people.
func (u users) scaled(weighted bool) (y, n float64) {
	if !weighted {
		return float64(u.used.n), float64(u.valid.n)
	}
	n = effectiveN(u.valid.weight, u.squares)
	if u.valid.weight > 0 {
		y = n * (u.used.weight.Float() / u.valid.weight.Float())
	}
	return y, n
}

// share is the share of the people who used the term.
func (u users) share(weighted bool) float64 {
	y, n := u.scaled(weighted)
	if n == 0 {
		return 0
	}
	return y / n
}
