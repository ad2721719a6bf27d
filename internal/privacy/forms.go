package privacy

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/internal/segment"
	"verbatim/internal/tally"
)

// foldTerm returns a term without the forms that few people wrote. It leaves out
// the denials if few people denied the term, or few did not.
func foldTerm(x tally.Term, n int) tally.Term {
	beyond := x.Mentions - x.Respondents // mentions beyond the first of each person
	x.Spellings, x.SplitFrom = nil, ""   // words as few may have written them
	x.FurtherThemes = nil                // of forms that few may have written
	if x.Denied {
		return foldDenied(x, beyond, n)
	}
	if x.Negated-beyond < n || x.Respondents-x.Negated < n {
		x.Negated = 0
	}
	x.Forms = foldForms(x.Forms, beyond, n)
	x.Term = cmp.Or(x.Synonym, inCase(x.Term, x.Forms[0].Form))
	x.Label = x.Term
	return x
}

// foldDenied does so for a denied term: one wording is left, the most frequent of the word that names it.
func foldDenied(x tally.Term, beyond, n int) tally.Term {
	x.Term = foldForms(wordsOf(x), beyond, n)[0].Form
	named := slices.IndexFunc(x.Forms, func(f tally.Form) bool { return strings.EqualFold(f.Word, x.Term) })
	x.Term, x.Label = x.Forms[named].Word, x.Forms[named].Form
	x.Forms = []tally.Form{{Form: x.Label, Mentions: x.Mentions, Word: x.Term}}
	return x
}

// wordsOf are the written forms of a term, of a denied one without what denies it.
func wordsOf(x tally.Term) (words []tally.Form) {
	for _, f := range x.Forms {
		words = append(words, tally.Form{Form: cmp.Or(f.Word, f.Form), Mentions: f.Mentions})
	}
	return words
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
	x.Forms, x.Themes = foldForms(x.Forms, x.Mentions-x.Respondents, n), nil
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

// foldForms joins forms that differ in case, written as most people wrote them, and
// counts forms of perhaps fewer than n people with the first. If that is so of all
// forms, one of them stands for all (nameOf). beyond is the number of mentions beyond the first of
// each person. Both lists are in the order of a term's forms.
func foldForms(forms []tally.Form, beyond, n int) []tally.Form {
	folded := inOneCase(forms)
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

// inOneCase joins forms that differ in case.
func inOneCase(forms []tally.Form) (joined []tally.Form) {
	at := make(map[string]int) // in joined, by the form in small letters
	for _, f := range forms {
		small := strings.ToLower(f.Form)
		if i, ok := at[small]; ok {
			joined[i].Mentions += f.Mentions
			continue
		}
		at[small] = len(joined)
		joined = append(joined, f)
	}
	return joined
}

// nameOf is the word that stands for forms of which each may be of few people: one with which the words of
// enough people begin, itself included, and of several the most frequent; "" if there is none. That
// somebody wrote it is told, and not how many. Hyphens and spaces do not count.
//
//	package 4, packages 3, packaging 1     package     with 5 people at least
//	doc 3, docs 4                          doc
//	compile 2, compiler 3, compilers 3     compiler
//	packaging 3, packager 3                -
//	men 3, man 3                           -
func nameOf(forms []tally.Form, enough int) string {
	best, name := tally.Form{}, ""
	for _, f := range forms {
		mentions, word := 0, strings.ToLower(f.Form)
		for _, g := range forms {
			if strings.HasPrefix(lettersOf(g.Form), lettersOf(f.Form)) {
				mentions += g.Mentions
			}
		}
		if mentions >= enough && (f.Mentions > best.Mentions || f.Mentions == best.Mentions && word < name) {
			best, name = f, word
		}
	}
	return name
}

// lettersOf is a form as it compares with others: power point is PowerPoint, and e-mail is email.
func lettersOf(form string) string {
	return segment.Undivided(strings.ReplaceAll(strings.ToLower(form), " ", ""))
}

// isNamed reports whether a term has a word that may be shown for it.
func isNamed(forms []tally.Form, beyond, n int) bool {
	return nameOf(inOneCase(forms), beyond+n) != ""
}
