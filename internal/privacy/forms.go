package privacy

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/tally"
)

// foldTerm returns a term without the forms that few people wrote. It leaves out
// the denials if few people denied the term, or few did not. No stands before a denied word
// where few people may have used each wording.
func foldTerm(x tally.Term, no string, n int) tally.Term {
	beyond := x.Mentions - x.Respondents // mentions beyond the first of each person
	x.Spellings, x.SplitFrom = nil, ""   // words as few may have written them
	if x.Denied {
		return foldDenied(x, no, beyond, n)
	}
	if x.Negated-beyond < n || x.Respondents-x.Negated < n {
		x.Negated = 0
	}
	x.Forms = FoldForms(x.Forms, beyond, n)
	x.Term = cmp.Or(x.Synonym, inCase(x.Term, x.Forms[0].Form))
	x.Label = x.Term
	return x
}

// foldDenied does so for a denied term: one wording is left, that of enough people or one that does
// not depend on them.
func foldDenied(x tally.Term, no string, beyond, n int) tally.Term {
	var words []tally.Form
	for _, f := range x.Forms {
		words = append(words, tally.Form{Form: f.Word, Mentions: f.Mentions})
	}
	most := x.Forms[0]
	x.Term = FoldForms(words, beyond, n)[0].Form
	x.Label = cmp.Or(no, "not") + " " + x.Term
	if most.Mentions-beyond >= n {
		x.Term, x.Label = most.Word, most.Form
	}
	x.Forms = []tally.Form{{Form: x.Label, Mentions: x.Mentions, Word: x.Term}}
	return x
}

// withholdEither leaves out how many people say a word, denied or not, unless both terms are shown and
// nothing about few people follows from the three figures: how many do both, or one alone.
func withholdEither(s *tally.Tally, n int) {
	people := make(map[string]int, len(s.Terms))
	for _, x := range s.Terms {
		people[x.Key()] = x.Respondents
	}
	for i := range s.Terms {
		x := &s.Terms[i]
		other := x.Root
		other.Denied = !other.Denied
		if people[other.Key()] == 0 || tellsOfEither(x.Respondents, people[other.Key()], x.Either, n) {
			x.Either = 0
		}
	}
}

// tellsOfEither reports whether few people both say a word and deny it, or do only one of the two, by
// how many say it, deny it, and do either.
func tellsOfEither(say, deny, either, n int) bool {
	return few(say+deny-either, n) || few(either-say, n) || few(either-deny, n)
}

// foldAside does the same for what is set aside.
func foldAside(x tally.AsideTerm, n int) tally.AsideTerm {
	x.Forms = FoldForms(x.Forms, x.Mentions-x.Respondents, n)
	x.Term = inCase(x.Term, x.Forms[0].Form)
	return x
}

// inCase is a form in the case in which the term is written.
func inCase(term, form string) string {
	if strings.EqualFold(term, form) {
		return term
	}
	return form
}

// FoldForms joins forms that differ in case, written as most people wrote them, and
// counts forms of perhaps fewer than n people with the first. If that is so of all
// forms, one of them stands for all (nameOf). beyond is the number of mentions beyond the first of
// each person. Both lists are in the order of a term's forms.
func FoldForms(forms []tally.Form, beyond, n int) []tally.Form {
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
	name := nameOf(folded, beyond+n)
	rest := 0
	folded = slices.DeleteFunc(folded, func(f tally.Form) bool {
		few := f.Mentions-beyond < n
		if few {
			rest += f.Mentions
		}
		return few
	})
	if len(folded) == 0 {
		return []tally.Form{{Form: name, Mentions: rest}}
	}
	tally.SortForms(folded)
	folded[0].Mentions += rest
	return folded
}

// nameOf is the word that stands for forms of which each may be of few people: the shortest of those that
// begin as enough do, or of all. It names the term, and does not say how many wrote it, or whether
// one person did more than once:
//
//	package 4, packages 3, packaging 1     package
//	packaging 3, packager 3                packager
//	men 3, man 3                           man
func nameOf(forms []tally.Form, enough int) string {
	mentions := make(map[string]int) // by what forms begin with
	var words []string
	for _, f := range forms {
		small := strings.ToLower(f.Form)
		words = append(words, small)
		for i := range small + " " {
			mentions[small[:i]] += f.Mentions
		}
	}
	best := ""
	for text, m := range mentions {
		if m >= enough && (len(text) > len(best) || text < best && len(text) == len(best)) {
			best = text
		}
	}
	begin := slices.DeleteFunc(slices.Clone(words), func(word string) bool { return !strings.HasPrefix(word, best) })
	return slices.MinFunc(begin, func(a, b string) int {
		return cmp.Or(cmp.Compare(utf8.RuneCountInString(a), utf8.RuneCountInString(b)), cmp.Compare(a, b))
	})
}
