package decision

import (
	"slices"
	"strings"

	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// subjectQuestions is how many open questions a word must run through to be the
// subject of the survey. The subject is in every answer and says nothing: in a
// survey about Kubernetes, "Kubernetes" leads each list. So it is recognised by
// running through the whole survey and not through one question.
const subjectQuestions = 5

// subjectAnswers is how many people must have answered an open question for it to
// be evidence: of fewer, two make a third.
const subjectAnswers = 7

// findSubject finds the words that the whole survey is about: the names in at least a
// third of the texts of five or more open questions, and the words in at least a
// third of the distinct answers to five or more of them. It looks at the first
// block of each. (A common word of the questions may well be an answer: "community".)
func (f *finder) findSubject() error {
	if !f.Subject || f.Listed {
		return nil
	}
	open := slices.DeleteFunc(slices.Clone(f.Open), func(q Open) bool { return q.Answered < subjectAnswers })
	if len(open) < subjectQuestions {
		return nil
	}
	analyzer, err := term.New(term.Options{Lang: f.terms.Lang, Filler: true})
	if err != nil {
		return err
	}
	questions, label := make(map[string]int), make(map[string]string) // by key of the word
	var texts []string
	for _, q := range open {
		answers, err := q.First()
		if err != nil {
			return err
		}
		said, distinct := textsWith(analyzer, answers, func(t *term.Token) string { return t.Key }, label)
		for key, u := range said {
			if u.People*3 >= distinct {
				questions[key]++
			}
		}
		texts = append(texts, q.Text)
	}
	names, distinct := textsWith(analyzer, texts, nameOf, make(map[string]string))
	var words []string
	for name, u := range names {
		if distinct >= subjectQuestions && u.People*3 >= distinct {
			words = append(words, name)
		}
	}
	for key, n := range questions {
		if n >= subjectQuestions && !slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, label[key]) }) {
			words = append(words, label[key])
		}
	}
	slices.Sort(words)
	f.made.Subject = words
	return nil
}

// nameOf is a word that is a name, of which a capital inside a sentence is the sign.
func nameOf(t *term.Token) string {
	if t.Inside {
		return t.Form
	}
	return ""
}

// textsWith counts, by a key of the word, in how many of the distinct texts each
// ranked word is, and the distinct texts. One that many people copy counts once,
// and so does a question that is asked of each row of a grid. Label is filled in
// with the form of each word; words with the key "" are not counted.
func textsWith(analyzer *term.Analyzer, texts []string, key func(*term.Token) string, label map[string]string) (with map[string]tally.Uses, distinct int) {
	with = make(map[string]tally.Uses)
	seen := make(map[string]bool)
	for _, text := range texts {
		if seen[text] {
			continue
		}
		seen[text] = true
		for _, t := range analyzer.Tokens(text) {
			k := key(&t)
			if k == "" || !ranked(&t) {
				continue
			}
			u := with[k]
			if u.Add(len(seen)) {
				label[k] = t.Form
			}
			with[k] = u
		}
	}
	return with, len(seen)
}
