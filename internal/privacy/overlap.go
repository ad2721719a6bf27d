package privacy

import (
	"math"
	"slices"

	"verbatim/internal/tally"
)

// The options of a multiple choice are groups that overlap, so they do not add up to the whole. But each
// option, those who did not pick it, and those who left the choice blank do; and who answered the choice
// picked at least one option:
//
//	all              = blank + picked A + did not pick A        the same for each option
//	picks, together  = all - blank + the further picks of those who picked several
//
// A cell is hidden if it or its complement is few. Then the second sum counts: if few people picked
// several, a cell that is hidden alone nearly follows from the others.

// A spread is a number of people, all of whom are shown, over the options of a multiple choice.
type spread struct {
	all     int
	blank   cell
	picked  []cell // by option
	further int    // at most so many picks come on top of one a person; unbounded if that is not known
}

// unbounded says that further picks may be any number.
const unbounded = math.MaxInt

// veil hides the cells that are few, or whose complement is, and further ones until the hidden cells do
// not follow. Some cells may already be hidden. It reports whether that leaves doubt about each.
func (s *spread) veil(n int) bool {
	answered := s.all - s.blank.people
	s.blank.hidden = s.blank.people > 0 && (s.blank.hidden || few(s.blank.people, n) || few(answered, n))
	for i, c := range s.picked {
		s.picked[i].hidden = c.people > 0 && (c.hidden || few(c.people, n) || few(answered-c.people, n))
	}
	for !s.veiled(n) {
		if !hideNext(s.picked) {
			return false
		}
	}
	return true
}

// veiled reports whether each hidden cell, and its complement, may be none of a few people.
func (s *spread) veiled(n int) bool {
	hidden, most, left := 0, 0, s.all // left: those who are in no cell that is shown, if nobody picked several
	answered := s.all - s.blank.people
	for _, c := range s.picked {
		if c.hidden {
			hidden++
		} else {
			most, left = max(most, c.people), left-c.people
		}
	}
	switch {
	case hidden > 0 && !inDoubt(2, answered, n): // picked it, or did not
		return false
	case hidden == 0 && few(s.all-left-answered, n): // picked several
		return false
	case s.blank.hidden && (!inDoubt(2, s.all, n) || few(s.all-most, n) || hidden == 0 && s.all-left == most):
		return false // who is in the largest cell is not blank, and if there is one cell only, all others are
	case s.blank.hidden:
		hidden++
	default:
		left -= s.blank.people
	}
	return hidden == 0 || s.further == unbounded || (hidden > 1 || s.further > 0) && inDoubt(hidden, left+s.further, n)
}

// A part is a number of people with what may be shown of them.
type part struct {
	full, shown *tally.Tally
	terms       map[string]tally.Term // of full, by key
	denials     uint64                // as tellingDenials says
}

// newPart is a part of which nothing is shown yet.
func newPart(full *tally.Tally) *part {
	p := &part{full: full, shown: &tally.Tally{Terms: []tally.Term{}, Themes: []tally.Theme{}}, terms: make(map[string]tally.Term, len(full.Terms))}
	for _, x := range full.Terms {
		p.terms[x.Key()] = x
	}
	return p
}

// tells reports whether the people of a theme tell more than the terms that are shown of the part. left
// is the doubt that this leaves for suppressed terms.
func (p *part) tells(theme int, left *doubt, n int) bool {
	rest := unexplained(theme, p.full.Themes[theme], p.shown)
	return few(rest, n) || nestedIn(theme, p.full, n) || p.denials&(1<<theme) != 0 || !left.allows(rest)
}

// A choice is what is known of each option of a multiple choice and of its complement.
type choice struct {
	n               int
	picked, rest    []*part // by option
	blank, answered *part
	dark            []bool // options of which nothing is shown
	further         int    // as of a spread
}

// newChoice takes those who left it blank and those who picked each option.
func newChoice(t, blank *tally.Tally, options []tally.Group, n int) *choice {
	c := &choice{n: n, blank: newPart(blank), answered: newPart(tally.Rest(t, blank)), dark: make([]bool, len(options)), further: unbounded}
	for _, g := range options {
		c.picked = append(c.picked, newPart(g.Tally))
		c.rest = append(c.rest, newPart(tally.Rest(t, blank, g.Tally)))
	}
	return c
}

// suppressOptions returns what may be shown of groups that are the options of a multiple choice. Where
// few people left it blank, they are taken for people who picked none of its options.
func suppressOptions(t, s *tally.Tally, groups []tally.Group, left doubt, r tally.Ranking, n int) []tally.Group {
	blank, options := &tally.Tally{Themes: make([]tally.Theme, len(t.Themes))}, []tally.Group{}
	for _, g := range groups {
		if g.Value != "" {
			options = append(options, g)
		} else if g.Tally.Base.Valid >= n {
			blank = g.Tally
		}
	}
	c := newChoice(t, blank, options, n)
	if !c.valid(t) {
		return []tally.Group{}
	}
	for _, whole := range s.Terms {
		c.term(whole)
	}
	c.themes(t, s, left)
	shown := []tally.Group{}
	for i, p := range c.picked {
		if !c.dark[i] && p.full.Base.Valid >= n {
			shown = append(shown, tally.Group{Value: options[i].Value, Tally: p.only(t)})
		}
	}
	if blank.Base.Valid > 0 {
		shown = append(shown, tally.Group{Tally: c.blank.only(t)})
	}
	return inOrder(shown, r)
}

// valid decides which options are shown at all; it reports whether any may be.
func (c *choice) valid(t *tally.Tally) bool {
	row := spread{all: t.Base.Valid, blank: cell{people: c.blank.full.Base.Valid}, further: unbounded}
	further := -row.all
	for _, p := range c.picked {
		row.picked = append(row.picked, cell{people: p.full.Base.Valid})
		further += p.full.Base.Valid
	}
	doubt, all := row.veil(c.n), true
	for i, x := range row.picked {
		c.dark[i], all = x.hidden, all && !x.hidden
	}
	if all { // how many picks people have is known
		c.further = max(0, further+row.blank.people)
	}
	return doubt && !row.blank.hidden
}

// row is a spread of people over the options; of gives those of a part.
func (c *choice) row(all int, of func(*part) cell) *spread {
	row := &spread{all: all, blank: of(c.blank), further: c.further}
	for i, p := range c.picked {
		x := of(p)
		x.hidden = x.hidden || c.dark[i]
		row.picked = append(row.picked, x)
	}
	return row
}

// each visits what is shown of a row: the parts with a cell that follows from nothing, and those without.
func (c *choice) each(row *spread, visit func(p *part, concealed bool)) {
	doubt := row.veil(c.n)
	blank := row.blank.hidden || !doubt
	visit(c.blank, blank)
	visit(c.answered, blank)
	for i, x := range row.picked {
		visit(c.picked[i], x.hidden || !doubt)
		visit(c.rest[i], x.hidden || blank)
	}
}

// term decides which options show how many people said a term.
func (c *choice) term(whole tally.Term) {
	row := c.row(whole.Respondents, func(p *part) cell {
		x := p.terms[whole.Key()]
		return cell{people: x.Respondents, mentions: x.Mentions}
	})
	c.each(row, func(p *part, concealed bool) {
		if x := p.terms[whole.Key()]; concealed {
			p.shown.Concealed = append(p.shown.Concealed, whole.Key())
		} else if x.Respondents > 0 {
			p.shown.Terms = append(p.shown.Terms, asInWhole(x, whole))
		}
	})
}

// themes decides the same for themes, by the terms that are shown.
func (c *choice) themes(t, s *tally.Tally, left doubt) {
	for _, p := range slices.Concat(c.picked, c.rest, []*part{c.blank, c.answered}) {
		slices.Sort(p.shown.Concealed)
		p.denials = tellingDenials(p.full, p.shown, c.n)
	}
	// An option, its complement and the blanks have nobody in common, but two options have.
	lefts := slices.Repeat([]doubt{left}, len(c.picked)+1)
	for at, x := range t.Themes {
		if !slices.ContainsFunc(s.Themes, func(y tally.Theme) bool { return y.Theme == x.Theme }) {
			continue
		}
		row := c.row(x.Respondents, func(p *part) cell {
			return cell{people: p.full.Themes[at].Respondents, mentions: int(p.full.Themes[at].Mentions)}
		})
		row.blank.hidden = c.answered.tells(at, &lefts[len(c.picked)], c.n)
		for i := range c.picked {
			row.blank.hidden = c.blank.tells(at, &lefts[i], c.n) || row.blank.hidden
			row.picked[i].hidden = c.picked[i].tells(at, &lefts[i], c.n) || c.rest[i].tells(at, &lefts[i], c.n) || row.picked[i].hidden
		}
		c.each(row, func(p *part, concealed bool) {
			if theme := p.full.Themes[at]; !concealed {
				theme.Mentions, theme.WeightedMentions = tally.Withheld, 0
				p.shown.Themes = append(p.shown.Themes, theme)
			}
		})
	}
}

// only is what is shown of a part, of its base those with an answer alone: the other numbers of people
// are small in some option, or follow.
func (p *part) only(t *tally.Tally) *tally.Tally {
	return finished(p.shown, p.full.Base, t, true)
}
