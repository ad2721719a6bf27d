package privacy

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// suppress returns what may be shown of a full tally and of its groups: nothing
// that fewer than n people said, and nothing from which this follows. The
// documentation of the package says how. Neither argument is changed. If nothing
// may be shown, the result is a tally without terms and themes, and no groups. The
// groups have no Sum, which would hold everything.
func suppress(t *tally.Tally, groups []tally.Group, r tally.Ranking, n int) (*tally.Tally, []tally.Group) {
	s := *t
	hidden := hiddenTerms(t, n)
	s.Terms, s.SetAside = []tally.Term{}, []tally.AsideTerm{}
	for i, x := range t.Terms {
		if !hidden[i].hidden {
			s.Terms = append(s.Terms, foldTerm(x, n))
		}
	}
	for i, x := range t.SetAside {
		if !hidden[len(t.Terms)+i].hidden {
			s.SetAside = append(s.SetAside, foldAside(x, n))
		}
	}
	withholdEither(&s, n)
	s.Renumber() // by the labels that are shown
	s.Suppressed = sumOf(hidden)
	withholdTokens(&s, t, n)
	left := doubtIn(s.Suppressed, n)
	s.Themes = shownThemes(t, &s, &left, n)
	withholdBase(&s, &left, n)
	s.AnyOfTop = shownAnyOf(t, &s, n)
	if groups != nil && r.Overlap {
		return &s, suppressOptions(t, &s, groups, left, r, n)
	}
	return &s, suppressGroups(t, &s, groups, left, r, n)
}

// hiddenTerms returns the terms of a tally and then those set aside, as cells. What few people said is
// hidden, and what has no word that may be shown for it. Either none or at least two are hidden.
func hiddenTerms(t *tally.Tally, n int) (cells []cell) {
	for _, x := range t.Terms {
		named := x.Synonym != "" && !x.Denied || isNamed(wordsOf(x), x.Mentions-x.Respondents, n)
		cells = append(cells, cell{x.Respondents, x.Mentions, few(x.Respondents, n) || !named})
	}
	for _, x := range t.SetAside {
		cells = append(cells, cell{x.Respondents, x.Mentions, few(x.Respondents, n) || !isNamed(x.Forms, x.Mentions-x.Respondents, n)})
	}
	if sumOf(cells).Terms == 1 {
		hideNext(cells)
	}
	return cells
}

// withholdTokens withholds small numbers of tokens, and those that reveal the
// mentions of hidden terms: their sum, and the words of phrases. Each would follow
// from the total, which is withheld too.
func withholdTokens(s, t *tally.Tally, n int) {
	k := &s.Tokens
	if s.Suppressed.Terms > 0 && !inDoubt(s.Suppressed.Terms, int(s.Suppressed.Mentions), n) {
		s.Suppressed.Mentions, k.Counted, k.Total = tally.Withheld, tally.Withheld, tally.Withheld
	}
	if k.InPhrases > 0 && tellsOfPhrases(t, s) {
		k.InPhrases, k.Total = tally.Withheld, tally.Withheld
	}
	for _, part := range []*tally.Figure{&k.StopWords, &k.Dropped, &k.Numbers, &k.Addresses, &k.InPhrases} {
		if few(*part, n) {
			*part, k.Total = tally.Withheld, tally.Withheld
		}
	}
}

// tellsOfPhrases reports whether the words of phrases differ from those that follow from the terms
// shown: a phrase is hidden, or a form in several pieces, as "power point" of "PowerPoint", which is
// hidden or counts with another.
func tellsOfPhrases(t, s *tally.Tally) bool {
	shown := make(map[string]int)
	for _, x := range s.Terms {
		shown[x.Key()] = furtherWords(x.Forms)
	}
	for _, x := range s.SetAside {
		shown[asideKey(x)] = furtherWords(x.Forms)
	}
	differs := func(key, stem string, forms []tally.Form) bool {
		words, isShown := shown[key]
		return words != furtherWords(forms) || !isShown && strings.Contains(stem, " ")
	}
	return slices.ContainsFunc(t.Terms, func(x tally.Term) bool { return differs(x.Key(), x.Stem, x.Forms) }) ||
		slices.ContainsFunc(t.SetAside, func(x tally.AsideTerm) bool { return differs(asideKey(x), x.Stem, x.Forms) })
}

// asideKey is the key of what is set aside, apart from those of terms.
func asideKey(x tally.AsideTerm) string { return x.Reason + "\x00" + x.Key() }

// furtherWords counts the words beyond the first of each mention of some forms.
func furtherWords(forms []tally.Form) (sum int) {
	for _, f := range forms {
		sum += f.Mentions * strings.Count(cmp.Or(f.Word, f.Form), " ")
	}
	return sum
}

// withholdBase withholds the numbers of people without words, if these are small.
// Each number is withheld with the one that it follows from: blanks with
// non-responses, nil answers with answers of no theme. The number of answers of no
// theme reveals suppressed terms as those of a theme do.
func withholdBase(s *tally.Tally, left *doubt, n int) {
	b := &s.Base
	if few(b.Unanswered, n) || few(b.NonResponse, n) {
		b.Unanswered, b.NonResponse = tally.Withheld, tally.Withheld
	}
	coded := tally.Figure(b.Valid) - b.NilAnswers - s.Uncoded
	hasThemes := len(s.Themes) > 0 && !s.Uncoded.IsWithheld()
	if few(b.NilAnswers, n) || hasThemes && (few(s.Uncoded, n) || few(coded, n) || !left.allows(uncodedByHidden(s))) {
		b.NilAnswers, s.Uncoded = tally.Withheld, tally.Withheld
	}
}

// shownAnyOf counts the people who named any of the first terms, if these are the
// first terms shown and no difference between the figures reveals a few people.
func shownAnyOf(t, s *tally.Tally, n int) []tally.AnyOf {
	if t.AnyOfTop == nil {
		return nil
	}
	out := []tally.AnyOf{}
	for _, a := range t.AnyOfTop {
		if a.Top > len(s.Terms) || few(t.Base.Valid-a.Respondents, n) || !sameStems(t.Terms[:a.Top], s.Terms[:a.Top]) {
			continue
		}
		overlap := -a.Respondents
		telling := len(out) > 0 && few(a.Respondents-out[len(out)-1].Respondents, n)
		for _, x := range s.Terms[:a.Top] {
			overlap += x.Respondents
			telling = telling || few(a.Respondents-x.Respondents, n)
		}
		if !telling && !few(overlap, n) {
			a.Tied = tally.Tied(s.Terms, a.Top)
			out = append(out, a)
		}
	}
	return out
}

// sameStems reports whether two lists hold the same terms, in any order.
func sameStems(a, b []tally.Term) bool {
	return !slices.ContainsFunc(a, func(x tally.Term) bool {
		return !slices.ContainsFunc(b, func(y tally.Term) bool { return x.Root == y.Root })
	})
}
