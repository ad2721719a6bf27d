package tally

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"verbatim/internal/term"
)

// Tallies of parts are added up by the sums that they came from. A tally from which
// nothing was cut still holds all of its sum, and ranking computes the rest again:
//
//	Tally ─ SumOf ─▶ Sum ─┐
//	Tally ─ SumOf ─▶ Sum ─┴─ Add ─▶ Sum ─ Tally ─▶ Tally

// Restored is a tally that was read again and is shown as it is: some of it is cut or withheld, so
// that it is no sum any more. It is ranked by a count already.
func (t *Tally) Restored(by Count, weighted bool) *Tally {
	s := *t
	s.RankBy, s.Terms = by, slices.Clone(t.Terms)
	for i := range s.Terms {
		x := &s.Terms[i]
		x.In = t.bitsOf(append(slices.Clip(x.FurtherThemes), x.Theme))
		x.Place = 1 + slices.Index(t.OptionOrder, x.Term)
		x.weight = [2]Weight{Weight(x.Mentions) * One, Weight(x.Respondents) * One}
		if weighted {
			x.weight = [2]Weight{x.WeightedMentions, x.WeightedRespondents}
		}
	}
	return &s
}

// CheckShown refuses figures that no tally has, of one that is shown as it is: it has no sums by which to tell.
func (t *Tally) CheckShown() error {
	for _, x := range t.Terms {
		if x.Mentions < 0 || x.Respondents < 0 || x.Respondents > min(x.Mentions, t.Base.Valid) || x.Negated < 0 || x.Negated > x.Mentions || !x.isOf(x.Share) {
			return fmt.Errorf("the term %q has figures that do not fit each other", x.Term)
		}
	}
	for _, x := range t.Themes {
		if x.Respondents < 0 || x.Respondents > t.Base.Valid || !x.isOf(x.Share) {
			return fmt.Errorf("the theme %q has figures that do not fit each other", x.Theme)
		}
	}
	return t.checkAnyOf()
}

// checkAnyOf is CheckShown of the people who named any of the first terms.
func (t *Tally) checkAnyOf() error {
	for _, x := range t.AnyOfTop {
		if x.Top < 1 || x.Respondents < 0 || x.Respondents > t.Base.Valid || x.Share < 0 || x.Share > 1 {
			return fmt.Errorf("%d of %d people named any of the first %d terms", x.Respondents, t.Base.Valid, x.Top)
		}
	}
	return nil
}

// isOf reports whether an interval, if there is one, is that of a share.
func (i Interval) isOf(share float64) bool {
	const least, most = -1e-9, 1 + 1e-9 // a share was rounded
	if i.Low == nil || i.High == nil {
		return i.Low == i.High && share >= least && share <= most
	}
	return *i.Low >= least && *i.Low <= share+most-1 && share+least <= *i.High && *i.High <= most
}

// SumOf is the sum that a complete tally was made of. An error names a figure that
// no tally of this program can have.
func SumOf(t *Tally) (*Sum, error) {
	if err := t.checkCounts(); err != nil {
		return nil, err
	}
	s := &Sum{Terms: make(map[Name]*TermSum, len(t.Terms)+len(t.SetAside))}
	s.Base.add(t.Base) // without the effective number, which is worked out
	s.Tokens, s.Uncoded = t.Tokens, int(t.Uncoded)
	for _, x := range t.Terms {
		counts := Counts{x.Mentions, x.Respondents, x.Negated, [2]Weight{x.WeightedMentions, x.WeightedRespondents}}
		part := &TermSum{Counts: counts, Label: x.Synonym, Theme: x.Theme, In: t.bitsOf(append(slices.Clip(x.FurtherThemes), x.Theme))}
		if err := s.put(Name{x.Key(), term.Ranked}, part, x.Forms); err != nil {
			return nil, err
		}
		if err := part.respell(x); err != nil {
			return nil, err
		}
	}
	// Names go back to their stems only when every term is there: the rest of a stem
	// may come after its name.
	for _, x := range t.Terms {
		if x.SplitFrom != "" {
			if err := s.rejoin(x); err != nil {
				return nil, err
			}
		}
	}
	for _, x := range t.Terms {
		if err := s.overlap(x); err != nil {
			return nil, err
		}
	}
	for _, x := range t.SetAside {
		aside, ok := asideOf(x.Reason)
		if !ok {
			return nil, fmt.Errorf("%q is set aside as %q, which is unknown here", x.Term, x.Reason)
		}
		if err := s.put(Name{x.Key(), aside}, &TermSum{Counts: Counts{Mentions: x.Mentions, Respondents: x.Respondents}, In: t.bitsOf(x.Themes)}, x.Forms); err != nil {
			return nil, err
		}
	}
	for _, x := range t.Themes {
		s.Themes = append(s.Themes, ThemeSum{x.Theme, Counts{int(x.Mentions), x.Respondents, 0, [2]Weight{x.WeightedMentions, x.WeightedRespondents}}})
	}
	return s, nil
}

// overlap finds how many people both say and deny a word, from those who do either.
func (s *Sum) overlap(x Term) error {
	if !x.Denied {
		return nil
	}
	plain := s.Terms[Name{x.Plain().Key(), term.Ranked}]
	if plain == nil {
		return nil
	}
	both := x.Respondents + plain.Respondents - x.Either
	if both < 0 || both > min(x.Respondents, plain.Respondents) {
		return fmt.Errorf("%d people say %q or deny it, but %d say it and %d deny it", x.Either, x.Term, plain.Respondents, x.Respondents)
	}
	s.Terms[Name{x.Key(), term.Ranked}].Both = both
	return nil
}

// bitsOf are the bits of themes, by their names; "" is none.
func (t *Tally) bitsOf(names []string) (bits uint64) {
	for i, x := range t.Themes {
		if slices.Contains(names, x.Theme) {
			bits |= 1 << i
		}
	}
	return bits
}

// maxCount bounds a count that is read, and a sum: two of them do not overflow.
const maxCount = math.MaxInt / 2

// checkCounts refuses figures that no count can have. A document may come from
// anybody. A sum of figures within these bounds cannot overflow, so nothing after
// this has to check again.
func (t *Tally) checkCounts() error {
	b, k := t.Base, t.Tokens
	for _, n := range []Figure{b.Rows, Figure(b.BlankRows), Figure(b.Filtered), b.Respondents, b.FurtherRows, b.Unanswered, b.NonResponse, Figure(b.Valid), b.NilAnswers, Figure(b.Unfinished), Figure(b.Tests),
		k.Total, k.StopWords, k.Dropped, k.Numbers, k.Addresses, k.InPhrases, k.Counted, t.Uncoded} {
		if n < 0 || n > maxCount {
			return fmt.Errorf("the count %d is out of range", n)
		}
	}
	for _, x := range t.AnyOfTop {
		if x.Top > len(t.Terms) {
			return fmt.Errorf("%d people named any of the first %d of %d terms", x.Respondents, x.Top, len(t.Terms))
		}
	}
	if effectiveN(b.WeightSum, b.WeightSquaresSum) > float64(b.Valid)*(1+1e-9) {
		return fmt.Errorf("the weights and their squares are not those of %d people", b.Valid)
	}
	for _, x := range t.Themes {
		switch {
		case x.Mentions < 0 || x.Mentions > maxCount || x.Respondents < 0 || x.Respondents > t.Base.Valid:
			return fmt.Errorf("the theme %q has %d mentions by %d of %d people", x.Theme, x.Mentions, x.Respondents, t.Base.Valid)
		case x.WeightedRespondents > b.WeightSum:
			return fmt.Errorf("the theme %q has more weight than all people", x.Theme)
		}
	}
	return cmp.Or(b.reconcile(), t.checkAnyOf())
}

// Countable reports whether the sum is still one that can be added to: no figure of it has left its range.
func (s *Sum) Countable() bool {
	return s.Base.Rows <= maxCount && s.Tokens.Total <= maxCount && s.Base.WeightSum >= 0 && !s.overflowed
}

// overflow reports whether a sum of two counts, neither below 0, is too large for its type.
func (c *Counts) overflow() bool {
	return min(c.Mentions, c.Respondents) < 0 || min(c.Weight[0], c.Weight[1]) < 0
}

// Within is an error of a group that has more than all people together: of people, or of a term.
func (s *Sum) Within(all *Sum) error {
	if s.Base.Valid > all.Base.Valid || s.Base.WeightSum > all.Base.WeightSum {
		return fmt.Errorf("it has %d people of %d, or more weight", s.Base.Valid, all.Base.Valid)
	}
	for name, x := range s.Terms {
		whole := all.Terms[name]
		if whole == nil || x.Respondents > whole.Respondents || x.Mentions > whole.Mentions || x.Weight[0] > whole.Weight[0] {
			return fmt.Errorf("it has the stem %q more often than all people", term.RootOf(name.Key).Stem)
		}
	}
	return nil
}

// put adds a new term. Its forms have to add up to its mentions. A term cannot have
// more people than gave an answer, or more people than mentions: a document with such
// figures was not written by this program.
func (s *Sum) put(name Name, part *TermSum, forms []Form) error {
	part.Forms = sortedForms(slices.Clone(forms))
	stem, written := term.RootOf(name.Key).Stem, 0
	for _, f := range forms {
		if f.Form == "" || f.Mentions < 1 || f.Mentions > maxCount-written {
			return fmt.Errorf("the form %q has %d mentions", f.Form, f.Mentions)
		}
		written += f.Mentions
	}
	denied := term.RootOf(name.Key).Denied
	switch {
	case slices.ContainsFunc(forms, func(f Form) bool { return (f.Word != "") != denied }):
		return fmt.Errorf("the stem %q has forms that are not of a denied term, or only they are", stem)
	case s.Terms[name] != nil:
		return fmt.Errorf("the stem %q is there twice", stem)
	case written != part.Mentions || len(forms) == 0:
		return fmt.Errorf("the stem %q has %d mentions, but its forms have %d", stem, part.Mentions, written)
	case part.Respondents < 1 || part.Respondents > min(part.Mentions, s.Base.Valid):
		return fmt.Errorf("the stem %q has %d respondents, with %d mentions of %d people", stem, part.Respondents, part.Mentions, s.Base.Valid)
	case part.Negated < 0 || part.Negated > part.Mentions:
		return fmt.Errorf("the stem %q is denied in %d of %d mentions", stem, part.Negated, part.Mentions)
	case part.Weight[1] > min(part.Weight[0], s.Base.WeightSum):
		return fmt.Errorf("the stem %q has more weight than its mentions, or than all people", stem)
	}
	s.Terms[name] = part
	return nil
}

// respell adds the spellings of a term. A spelling that is there twice is refused.
func (t *TermSum) respell(x Term) error {
	for _, sp := range x.Spellings {
		if sp.Alone < 0 || sp.Alone > sp.Respondents || sp.Respondents > maxCount || sp.Negated < 0 || sp.Negated > maxCount || sp.Inside < 0 || sp.Inside > maxCount {
			return fmt.Errorf("the spelling %q has %d respondents, %d of them alone", sp.Spelling, sp.Respondents, sp.Alone)
		}
		if find(t.Spellings, sp.Spelling) != nil {
			return fmt.Errorf("the spelling %q is there twice", sp.Spelling)
		}
		t.Spellings = append(t.Spellings, sp)
	}
	return nil
}

// rejoin puts a name back to its stem. In another part the word may not have been
// a name, and only the whole can tell:
//
//	Windows 9 people, 7 of them alone ─┐
//	window  5 people                   ─┴─▶ window 12 people, with both spellings
func (s *Sum) rejoin(x Term) error {
	named := s.Terms[Name{x.Key(), term.Ranked}]
	spellings := slices.Clone(named.spelled())
	spelling := find(spellings, spellingOf(x.Stem))
	if spelling == nil {
		return fmt.Errorf("the stem %q has no spelling of its own", x.Stem)
	}
	delete(s.Terms, Name{x.Key(), term.Ranked})
	named.Respondents, named.Weight[1] = spelling.Alone, spelling.WeightedAlone // the others are among the rest
	name := Name{x.SplitFrom, term.Ranked}
	if rest := s.Terms[name]; rest != nil {
		named.add(rest)
		named.Theme = cmp.Or(named.Theme, rest.Theme)
	}
	named.Spellings = spellings // those of both, which the rest does not know
	s.Terms[name] = named
	return nil
}

// asideOf is the inverse of Reason.
func asideOf(name string) (term.Aside, bool) {
	for a, reason := range reasons {
		if reason == name {
			return a, true
		}
	}
	return term.Ranked, false
}
