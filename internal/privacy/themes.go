package privacy

import (
	"math"

	"verbatim/internal/tally"
)

// doubt is the number of mentions that may be attributed to some of the suppressed
// terms, so that each of the others may still have been said by n people.
type doubt int

// doubtIn is the doubt that the sum of the mentions of suppressed terms leaves.
func doubtIn(c tally.Cut, n int) doubt {
	if c.Terms == 0 || c.Mentions.IsWithheld() {
		return math.MaxInt // nothing is hidden, or there is no bound
	}
	return doubt(int(c.Mentions) - n - max(0, c.Terms-2)) // another term has all the rest, except one mention of each
}

// allows reports whether the doubt is at least a number of people who said
// suppressed terms, and subtracts them.
func (d *doubt) allows(people int) bool {
	if people > 0 && doubt(people) > *d {
		return false
	}
	*d -= doubt(max(0, people))
	return true
}

// shownThemes returns the themes of t that may be shown with the terms of s. The
// number of people in no theme is withheld with the first theme that is.
func shownThemes(t, s *tally.Tally, left *doubt, n int) []tally.Theme {
	themes := []tally.Theme{}
	denials := tellingDenials(t, s, n)
	for i, x := range t.Themes {
		rest := unexplained(i, x, s)
		if few(x.Respondents, n) || few(rest, n) || nestedIn(i, t, n) || denials&(1<<i) != 0 || !left.allows(rest) {
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

// unexplained is the least number of people who are in theme i by words that are
// not shown; below 0 if the words shown may explain all.
func unexplained(i int, x tally.Theme, s *tally.Tally) int {
	people := x.Respondents
	for themes, word := range counted(s) {
		if themes&(1<<i) != 0 {
			people -= word.people
		}
	}
	return people
}

// uncodedByHidden is the least number of people of no theme who said terms that are
// not shown: each token that is not a mention of a term may be the answer of
// another person.
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

// tellingDenials returns the themes, a bit each, that hold a word and its denied term, both of which are
// shown, where withholdEither keeps back how many people do either: the people of the theme would
// tell it.
//
//	time 30, no time 12, either 40        2 people do both
//	theme of these two alone    40        the same: it is not shown
func tellingDenials(t, shown *tally.Tally, n int) (themes uint64) {
	terms := make(map[string]tally.Term, len(shown.Terms))
	for _, x := range shown.Terms {
		terms[x.Key()] = x
	}
	for _, x := range t.Terms {
		word, denied := terms[x.Plain().Key()], terms[x.Key()]
		if x.Denied && tellsOfEither(word.Respondents, denied.Respondents, x.Either, n) {
			themes |= word.In & denied.In // 0 where one is not shown
		}
	}
	return themes
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

// ShownCodes says which themes of coded data may have a column, and whether the
// column of those in no theme may be filled in. rows counts the people who gave an
// answer by the themes that they named, a bit each. nils counts those who named
// none because they said "nothing".
//
// A reader can count the rows. So each column marks none or at least n people, and
// leaves unmarked none or at least n; the same is true of rows without any theme.
// If these are few, the smallest theme is left out as well: the people who named
// only that theme are then among them.
//
//	trust  tools                 trust
//	  1      0    40 people        1    40 people
//	  0      1     6         ─▶    0     7: 6 or 7 of them in no theme?
//	  0      0     1
func ShownCodes(rows map[uint64]int, nils, themes, n int) (shown []bool, uncoded bool) {
	all, cells := 0, make([]cell, themes)
	for ticks, people := range rows {
		all += people
		for i := range cells {
			if ticks&(1<<i) != 0 {
				cells[i].people += people
			}
		}
	}
	for i, c := range cells {
		cells[i].hidden = few(c.people, n) || few(all-c.people, n)
	}
	none := inNone(rows, cells)
	for few(none, n) && hideNext(cells) {
		none = inNone(rows, cells)
	}
	for _, c := range cells {
		shown = append(shown, !c.hidden)
	}
	return shown, !few(none-nils, n) && !few(nils, n)
}

// inNone is how many people are in none of the themes that are shown.
func inNone(rows map[uint64]int, themes []cell) (sum int) {
	for ticks, people := range rows {
		for i, c := range themes {
			if c.hidden {
				ticks &^= 1 << i
			}
		}
		if ticks == 0 {
			sum += people
		}
	}
	return sum
}
