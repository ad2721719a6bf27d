package privacy

import (
	"slices"

	"verbatim/internal/tally"
)

// suppressGroups returns what may be shown of groups together with their whole,
// which is t before and s after suppression.
func suppressGroups(t, s *tally.Tally, groups []tally.Group, left doubt, r tally.Ranking, n int) []tally.Group {
	if groups == nil {
		return nil
	}
	dark := make([]cell, len(groups)) // of the valid answers; of the hidden ones nothing is shown
	for i, g := range groups {
		dark[i] = cell{people: g.Tally.Base.Valid, mentions: int(g.Tally.Base.Respondents)}
	}
	veil(dark, n)
	terms := groupTerms(s, groups, dark, n)
	themes := groupThemes(s, groups, terms, dark, left, n)
	onlyValid := slices.ContainsFunc(groups, func(g tally.Group) bool { return tellsOfFew(g.Tally.Base, n) })
	shown := []tally.Group{}
	for i, g := range groups {
		if dark[i].hidden || g.Tally.Base.Valid < n {
			continue
		}
		terms[i].Themes = themes[i]
		shown = append(shown, tally.Group{Value: g.Value, Tally: finished(terms[i], g.Tally.Base, t, onlyValid)})
	}
	return inOrder(shown, r)
}

// finished is the tally of a group with the terms and themes that it shows, and its base; of that perhaps only
// those with an answer. t is the whole.
func finished(x *tally.Tally, b tally.Base, t *tally.Tally, onlyValid bool) *tally.Tally {
	if onlyValid {
		b.Rows, b.Respondents, b.Unanswered = tally.Withheld, tally.Withheld, tally.Withheld
		b.NonResponse, b.NilAnswers = tally.Withheld, tally.Withheld
		if t.Base.FurtherRows > 0 { // or those of another group would follow from the whole
			b.FurtherRows = tally.Withheld
		}
	}
	x.Base, x.RankBy, x.Uncoded = b, t.RankBy, tally.Withheld
	x.SetAside, x.AnyOfTop = []tally.AsideTerm{}, []tally.AnyOf{}
	x.Renumber()
	return x
}

// inOrder puts the groups that are shown in the order of their values, or the largest first, by the people that are shown.
func inOrder(groups []tally.Group, r tally.Ranking) []tally.Group {
	tally.SortGroups(groups, r.Order.Groups, func(g tally.Group) int { return g.Tally.Base.Valid })
	return groups
}

// tellsOfFew reports whether one of the numbers of people without words is small in
// a group.
func tellsOfFew(b tally.Base, n int) bool {
	return few(b.Unanswered, n) || few(b.NonResponse, n) || few(b.NilAnswers, n) || few(b.FurtherRows, n) || few(int(b.Respondents)-b.Valid, n)
}

// overGroups decides for one row of a table by groups, the people of one term or
// theme, which groups conceal their cell. If no choice of cells leaves doubt, all
// groups do: a known zero would reveal the others.
//
//	            North  South  East      with 5 people at least
//	trust          12      3     9      3 is hidden, and 9 with it, since 24 in all is shown
func overGroups(row, dark []cell, n int) (concealed []bool) {
	for i := range row {
		row[i].hidden = row[i].hidden || dark[i].hidden
	}
	veil(row, n)
	doubt := veiled(row, n)
	for _, c := range row {
		concealed = append(concealed, c.hidden || !doubt)
	}
	return concealed
}

// groupTerms returns the terms that each group shows, and the stems of those that
// it conceals.
func groupTerms(s *tally.Tally, groups []tally.Group, dark []cell, n int) []*tally.Tally {
	out := make([]*tally.Tally, len(groups))
	index := make([]map[string]tally.Term, len(groups))
	for i, g := range groups {
		out[i], index[i] = &tally.Tally{Terms: []tally.Term{}}, make(map[string]tally.Term, len(g.Tally.Terms))
		for _, x := range g.Tally.Terms {
			index[i][x.Key()] = x
		}
	}
	row := make([]cell, len(groups))
	for _, whole := range s.Terms {
		for i := range groups {
			x := index[i][whole.Key()]
			row[i] = cell{people: x.Respondents, mentions: x.Mentions}
		}
		for i, concealed := range overGroups(row, dark, n) {
			if concealed {
				out[i].Concealed = append(out[i].Concealed, whole.Key())
			} else if row[i].people > 0 {
				out[i].Terms = append(out[i].Terms, asInWhole(index[i][whole.Key()], whole))
			}
		}
	}
	for _, x := range out {
		slices.Sort(x.Concealed)
	}
	return out
}

// asInWhole is a term of a group under the label of the whole. Its forms and
// denials add up over the groups, so they are not shown.
func asInWhole(x, whole tally.Term) tally.Term {
	x.Spellings, x.SplitFrom = nil, ""
	x.Term, x.Label, x.Negated, x.Either = whole.Term, whole.Label, 0, 0
	if x.Denied {
		x.Negated = x.Mentions
	}
	x.Forms = []tally.Form{{Form: whole.Forms[0].Form, Mentions: x.Mentions, Word: whole.Forms[0].Word}}
	return x
}

// groupThemes returns the themes that each group shows in addition to its terms.
func groupThemes(s *tally.Tally, groups []tally.Group, terms []*tally.Tally, dark []cell, left doubt, n int) [][]tally.Theme {
	out := make([][]tally.Theme, len(groups))
	row, denials := make([]cell, len(groups)), make([]uint64, len(groups))
	for i, g := range groups {
		out[i], denials[i] = []tally.Theme{}, tellingDenials(g.Tally, terms[i], n)
	}
	for _, whole := range s.Themes {
		at := 0 // as in every group
		for i, g := range groups {
			at = slices.IndexFunc(g.Tally.Themes, func(x tally.Theme) bool { return x.Theme == whole.Theme })
			x := g.Tally.Themes[at]
			rest := unexplained(at, x, terms[i])
			tells := few(rest, n) || nestedIn(at, g.Tally, n) || denials[i]&(1<<at) != 0 || !left.allows(rest)
			row[i] = cell{x.Respondents, int(x.Mentions), tells}
		}
		for i, concealed := range overGroups(row, dark, n) {
			if x := groups[i].Tally.Themes[at]; !concealed {
				x.Mentions, x.WeightedMentions = tally.Withheld, 0
				out[i] = append(out[i], x)
			}
		}
	}
	return out
}
