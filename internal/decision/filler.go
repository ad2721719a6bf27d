package decision

import (
	"maps"
	"slices"

	"verbatim/internal/term"
)

// A filler is a word that says nothing by itself in most answers to most questions: "use", "thing",
// "great". Where people answer with it, it is an answer, and ranked with all who say it; otherwise it
// is set aside with all of them. Which words may be fillers is data of the languages.
//
//	Describe us in one word    Great! · great, helpful · just great    5 of 6 say just that: an answer
//	What do you like?          a great team · it works great           1 of 9: filler

// How many of those who say a filler say just that if it is an answer: one in so many. Vague words are
// answers to more questions, so that fewer people are enough: "lack of time".
const justFiller, justVague = 2, 3

// Broad words are said of everything in a survey, and so in sentences of all kinds. They are answers as
// vague words are, or where three of four people who say one do so in a short clause, for which they
// have chosen it: "better tools", "sharing code".
const shortOf, ofShort = 3, 4

// findFiller finds the fillers that are answers to this question.
func (f *finder) findFiller() error {
	if !f.terms.Filler || f.Listed {
		return nil
	}
	analyzer, err := f.texts.Analyzer(f.terms)
	if err != nil {
		return err
	}
	u := f.uses(analyzer, nil, func(t *term.Token) bool { return t.Aside == term.Filler })
	for _, key := range slices.Sorted(maps.Keys(u.of)) {
		x, as := u.of[key], AsFiller
		if x.answers(u.people) {
			as = AsAnswer
			f.made.Answers = append(f.made.Answers, key)
		}
		if x.just.People > 0 || x.word.IsBroad() {
			f.made.Uses = append(f.made.Uses, x.evidence(x.word.Form, as))
		}
	}
	return nil
}

// answers reports whether a filler is an answer, by how people use it, of all who gave answers. A broad
// word that fewer than one in a hundred say is not worth a look.
func (x *use) answers(people int) bool {
	just, within := x.just.People, x.within.People
	switch {
	case x.word.IsBroad():
		return x.said.People*leastShare >= people && (x.enough(just, 1, justVague) || x.enough(within, shortOf, ofShort))
	case x.word.IsVague():
		return x.enough(just, 1, justVague)
	}
	return x.enough(just, 1, justFiller)
}

// enough reports whether some people are a share, so many of so many, of those who say a word. One of
// several is no evidence, unless all of them say it in short clauses.
func (x *use) enough(people, share, of int) bool {
	said := x.said.People
	return people*of >= said*share && (people > 1 || x.within.People == said)
}
