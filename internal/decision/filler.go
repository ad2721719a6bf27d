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
		x := u.of[key]
		least := justFiller
		if x.word.IsVague() {
			least = justVague
		}
		as := AsFiller
		if x.just.People > 0 && x.just.People*least >= x.said.People {
			as = AsAnswer
			f.made.Answers = append(f.made.Answers, key)
		}
		if x.just.People > 0 {
			f.made.Uses = append(f.made.Uses, x.evidence(x.word.Form, as))
		}
	}
	return nil
}
