package privacy

import (
	"math"

	"verbatim/internal/tally"
)

// doubt is how many mentions of suppressed terms may be told of, as those of some
// of them, and still each of the others may have been said by n people.
type doubt int

// doubtIn is the doubt that the sum of the mentions of suppressed terms leaves.
func doubtIn(c tally.Cut, n int) doubt {
	if c.Terms == 0 || c.Mentions.IsWithheld() {
		return math.MaxInt // nothing is hidden, or it has no bound
	}
	return doubt(int(c.Mentions) - n - max(0, c.Terms-2)) // one other has all that is left, but one of each
}

// allows takes people who said suppressed terms off the doubt, if it is enough.
func (d *doubt) allows(people int) bool {
	if people > 0 && doubt(people) > *d {
		return false
	}
	*d -= doubt(max(0, people))
	return true
}

// shownThemes are the themes of t that may be shown beside the terms of s. The
// number of those in no theme goes with the first theme that goes.
func shownThemes(t, s *tally.Tally, left *doubt, n int) []tally.Theme {
	themes := []tally.Theme{}
	for i, x := range t.Themes {
		rest := unexplained(i, x, s)
		if few(x.Respondents, n) || few(rest, n) || nestedIn(i, t, n) || !left.allows(rest) {
			s.Uncoded = tally.Withheld
			continue
		}
		if s.Suppressed.Terms > 0 {
			x.Mentions, x.WeightedMentions = tally.Withheld, 0
		}
		themes = append(themes, x)
	}
	return themes
}

// unexplained is how many people of theme i are at least in it by words that
// are not shown; below 0 where the words shown may explain all.
func unexplained(i int, x tally.Theme, s *tally.Tally) int {
	people := x.Respondents
	for themes, word := range counted(s) {
		if themes&(1<<i) != 0 {
			people -= word.people
		}
	}
	return people
}

// uncodedByHidden is how many people of no theme at least said terms that are not
// shown, as each token that is no mention of a term may be another's answer.
func uncodedByHidden(s *tally.Tally) int {
	people := int(s.Uncoded)
	for themes, word := range counted(s) {
		if themes == 0 {
			people -= word.people
		}
	}
	k := s.Tokens
	for _, tokens := range []tally.Figure{k.StopWords, k.Dropped, k.Numbers, k.Addresses} {
		people -= int(max(0, tokens))
	}
	return people
}

// nestedIn reports whether the terms of theme i all belong to another theme that
// only few more people named.
func nestedIn(i int, t *tally.Tally, n int) bool {
	for j, outer := range t.Themes {
		if j != i && few(outer.Respondents-t.Themes[i].Respondents, n) && within(t, i, j) {
			return true
		}
	}
	return false
}

// within reports whether every term of theme i is one of theme j.
func within(t *tally.Tally, i, j int) bool {
	any := false
	for themes := range counted(t) {
		in := themes&(1<<i) != 0
		if in && themes&(1<<j) == 0 {
			return false
		}
		any = any || in
	}
	return any
}
