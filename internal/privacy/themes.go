package privacy

import "verbatim/internal/tally"

// shownThemes are the themes of t that may be shown beside the terms of s. The
// number of those in no theme goes with the first theme that goes.
func shownThemes(t, s *tally.Tally, n int) []tally.Theme {
	themes := []tally.Theme{}
	for i, x := range t.Themes {
		if few(x.Respondents, n) || few(unexplained(i, x, s), n) || nestedIn(i, t, n) {
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
	for _, term := range s.Terms {
		if term.In&(1<<i) != 0 {
			people -= term.Respondents
		}
	}
	for _, aside := range s.SetAside {
		if aside.In&(1<<i) != 0 {
			people -= aside.Respondents
		}
	}
	return people
}

// nestedIn tells whether the terms of theme i all belong to another theme that
// only few more people named.
func nestedIn(i int, t *tally.Tally, n int) bool {
	for j, outer := range t.Themes {
		if j != i && few(outer.Respondents-t.Themes[i].Respondents, n) && within(t, i, j) {
			return true
		}
	}
	return false
}

// within tells whether every term of theme i is one of theme j.
func within(t *tally.Tally, i, j int) bool {
	any := false
	inside := func(in uint64) bool {
		any = any || in&(1<<i) != 0
		return in&(1<<i) == 0 || in&(1<<j) != 0
	}
	for _, x := range t.Terms {
		if !inside(x.In) {
			return false
		}
	}
	for _, x := range t.SetAside {
		if !inside(x.In) {
			return false
		}
	}
	return any
}
