package privacy

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/internal/tally"
)

// foldTerm is a term without the forms that few people wrote, and without its
// denials where few denied it, or few did not.
func foldTerm(x tally.Term, n int) tally.Term {
	beyond := x.Mentions - x.Respondents // mentions beyond the first of each person
	label := cmp.Or(x.Synonym, x.Forms[0].Form)
	denied := strings.TrimSuffix(x.Term, label) // "no "
	if x.Negated-beyond < n || x.Respondents-x.Negated < n {
		x.Negated, denied = 0, ""
	}
	x.Forms = FoldForms(x.Forms, x.Stem, beyond, n)
	x.Spellings, x.SplitFrom = nil, "" // words as few may have written them
	x.Term = denied + cmp.Or(x.Synonym, x.Forms[0].Form)
	return x
}

// foldAside does the same for what is set aside.
func foldAside(x tally.AsideTerm, n int) tally.AsideTerm {
	x.Forms = FoldForms(x.Forms, x.Stem, x.Mentions-x.Respondents, n)
	x.Term = x.Forms[0].Form
	return x
}

// FoldForms takes forms that differ in case as one, written as most wrote it,
// and counts those that may be of fewer than n people with the first. Where all
// are, the stem takes their place. Beyond are the mentions beyond the first of
// each person. Both lists are in the order of a term's forms.
func FoldForms(forms []tally.Form, stem string, beyond, n int) []tally.Form {
	var folded []tally.Form
	at := make(map[string]int) // in folded, by the form in small letters
	for _, f := range forms {
		small := strings.ToLower(f.Form)
		if i, ok := at[small]; ok {
			folded[i].Mentions += f.Mentions
			continue
		}
		at[small] = len(folded)
		folded = append(folded, f)
	}
	rest := 0
	folded = slices.DeleteFunc(folded, func(f tally.Form) bool {
		few := f.Mentions-beyond < n
		if few {
			rest += f.Mentions
		}
		return few
	})
	if len(folded) == 0 {
		return []tally.Form{{Form: stem, Mentions: rest}}
	}
	tally.SortForms(folded)
	folded[0].Mentions += rest
	return folded
}
