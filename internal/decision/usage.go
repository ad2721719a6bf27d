package decision

import (
	"slices"

	"verbatim/internal/lang"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// How people use a word tells whether it answers the question. What counts is whether people give
// it as an answer: by itself, or in an item of a few words. Sentences hold all kinds of words.
//
//	Great                        great is all that the answer says
//	great, quick                 and an item of a list
//	lack of time                 so is time, beside a word that says nothing
//	we had a great time there    neither, in a sentence

// How many words an item of a list has at most, and a short clause, function words included: "a small town
// hall", "be more like the other towns".
const itemWords, clauseWords = 4, 6

// Use is how people use a word, as evidence.
type Use struct {
	Word   string `json:"word"`             // as written, or as the question has it
	Key    string `json:"key"`              // what it is counted under
	As     Role   `json:"as"`               // what was decided
	People int    `json:"people"`           // who say it
	Just   int    `json:"just,omitempty"`   // who say just this: as an answer or an item of a list, beside nothing but words that are set aside
	Within int    `json:"within,omitempty"` // who say it in a short clause, without other words of the question
}

// A Role is what a word is to the question.
type Role string

// The roles.
const (
	AsAnswer Role = "answer"
	AsFiller Role = "filler"
	AsEcho   Role = "echo"
)

// uses counts how people use some words.
type uses struct {
	asked  map[string]bool          // keys of the words of the question
	wanted func(t *term.Token) bool // these words are counted
	of     map[string]*use          // words, by key
	people int                      // who gave an answer
	last   int                      // the last one of these
}

// use is the use of a word while it is counted.
type use struct {
	word               *term.Word
	said, just, within tally.Uses
	forms              map[string]bool // of a word of the question
}

// uses counts how people use the wanted words in answers.
func (f *finder) uses(analyzer *term.Analyzer, asked map[string]bool, wanted func(t *term.Token) bool) *uses {
	u := &uses{asked: asked, wanted: wanted, of: make(map[string]*use)}
	for person, tokens := range f.read(analyzer) {
		if analyzer.Class() == lang.Substantive {
			u.count(person, tokens)
		}
	}
	return u
}

// count counts the use of the wanted words in an answer. Those of a person come one after the other.
func (u *uses) count(person int, tokens []term.Token) {
	if person != u.last {
		u.people, u.last = u.people+1, person
	}
	says := false
	for i := range tokens {
		says = says || tokens[i].Kind == term.Counted && u.wanted(&tokens[i])
	}
	if !says {
		return // as most answers
	}
	items := itemsOf(tokens)
	list := !slices.ContainsFunc(items, func(item []term.Token) bool { return len(item) > itemWords })
	for _, item := range items {
		for i := range item {
			t := &item[i]
			if t.Kind != term.Counted || !u.wanted(t) {
				continue
			}
			x := u.use(t)
			x.said.Add(u.people)
			if len(item) > clauseWords {
				continue
			}
			if list && (!t.Negated || t.IsVague()) && !slices.ContainsFunc(item, func(o term.Token) bool { return u.saysMore(&o, t) }) {
				x.just.Add(u.people)
			}
			if !slices.ContainsFunc(item, func(o term.Token) bool { return o.Key != t.Key && u.asked[o.Key] }) {
				x.within.Add(u.people)
			}
		}
	}
}

// saysMore reports whether a word of an item says more than another one, which then is not all that
// the item says. A vague word beside a filler does: "good people" says people; and so does a broad one beside
// both: "support for tools" says tools. Beside a word of the question any word does.
func (u *uses) saysMore(o, than *term.Token) bool {
	filler := than.Aside == term.Filler && !than.IsVague() && !than.IsBroad()
	return o.Kind == term.Counted && o.Key != than.Key &&
		(u.asked != nil || o.Aside == term.Ranked || o.IsBroad() && !than.IsBroad() || filler && o.IsVague())
}

// itemsOf cuts an answer into its clauses.
func itemsOf(tokens []term.Token) (items [][]term.Token) {
	from := 0
	for i := range tokens {
		if i > from && tokens[i].Opens {
			items = append(items, tokens[from:i])
			from = i
		}
	}
	return append(items, tokens[from:])
}

// use is what is counted of a word.
func (u *uses) use(t *term.Token) *use {
	x := u.of[t.Key]
	if x == nil {
		x = &use{word: t.Word, forms: make(map[string]bool)}
		u.of[t.Key] = x
	}
	if u.asked != nil {
		x.forms[t.Folded] = true
	}
	return x
}

// evidence is the evidence for what a word was decided to be.
func (x *use) evidence(word string, as Role) Use {
	return Use{word, x.word.Key, as, x.said.People, x.just.People, x.within.People}
}
