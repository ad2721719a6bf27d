package tally

import (
	"cmp"
	"slices"
)

// The options of a multiple choice are groups that overlap: a person is in each that they picked. So
// groups do not add up to the whole, and each option is compared with the people who answered the
// choice and did not pick it:
//
//	all who gave an answer = left the choice blank + picked the option + did not pick it
//
// The first two are counted, and the third follows (Rest).

// MostGroups is how many groups can be compared or drawn: each has a letter.
const MostGroups = 26

// LeadingOptions are the groups of options that are worth a comparison, in their order: at least
// LeastTested people picked each, and as many did not; of more than MostGroups those with most people.
// So what one respondent typed beside the options is no group. The group without a value stays.
func LeadingOptions(whole *Tally, groups []Group) []Group {
	answered, least := whole.Base.Valid, LeastTested
	if blank := blankOf(groups); blank != nil {
		answered -= blank.Base.Valid
	}
	leads := func(g Group) bool {
		n := g.Tally.Base.Valid
		return g.Value == "" || n >= least && answered-n >= LeastTested
	}
	var sizes []int
	for _, g := range groups {
		if g.Value != "" && leads(g) {
			sizes = append(sizes, g.Tally.Base.Valid)
		}
	}
	if len(sizes) > MostGroups { // options with as many people as the first that is left out are left out too
		slices.SortFunc(sizes, func(a, b int) int { return cmp.Compare(b, a) })
		least = max(least, sizes[MostGroups]+1)
	}
	return slices.DeleteFunc(slices.Clone(groups), func(g Group) bool { return !leads(g) })
}

// blankOf is the tally of the people without a value; nil if there are none, or it is withheld.
func blankOf(groups []Group) *Tally {
	if i := slices.IndexFunc(groups, func(g Group) bool { return g.Value == "" }); i >= 0 {
		return groups[i].Tally
	}
	return nil
}

// Rest are the people of a whole without those of some parts, who have nobody in common: how many of
// them said each term and theme. Of the base it has those with an answer, and no term is cut.
func Rest(whole *Tally, parts ...*Tally) *Tally {
	rest := &Tally{Base: Base{Valid: whole.Base.Valid}, Terms: []Term{}, Themes: slices.Clone(whole.Themes)}
	index := make([]map[string]Term, len(parts))
	for i, part := range parts {
		rest.Base.Valid -= part.Base.Valid
		index[i] = make(map[string]Term, len(part.Terms))
		for _, x := range part.Terms {
			index[i][x.Key()] = x
		}
		for j, x := range part.Themes { // every tally has all themes
			rest.Themes[j].Respondents -= x.Respondents
			rest.Themes[j].Mentions -= x.Mentions
		}
	}
	for _, x := range whole.Terms {
		for _, terms := range index {
			part := terms[x.Key()]
			x.Respondents -= part.Respondents
			x.Mentions -= part.Mentions
			if x.Either > 0 {
				x.Either -= either(terms, part, x)
			}
		}
		if x.Respondents > 0 {
			rest.Terms = append(rest.Terms, x)
		}
	}
	return rest
}

// either is how many people of a part say a word of the whole or deny it: where all of them do the
// same, no tally says so.
func either(terms map[string]Term, part, whole Term) int {
	other := whole.Root
	other.Denied = !other.Denied
	return cmp.Or(part.Either, part.Respondents+terms[other.Key()].Respondents)
}
