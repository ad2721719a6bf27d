package study

import (
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/survey"
	"verbatim/internal/term"
)

// sample is how many answers the language is detected from.
// The answers of one language settle well below this number; detection from more
// would slow down a small survey.
const sample = 600

// prepare works out from the first answers what the options leave open. The order
// matters, as each step needs what the ones before it have found:
//
//	language ─▶ stop words ─▶ writings ─▶ subject ─▶ words that are not ranked ─▶ phrases
//
// None of these steps looks beyond the first answers, so that the result is the same
// for a file that grows at its end, and for any number of workers.
func (r *run) prepare(ctx context.Context, first *survey.Block, ok bool) error {
	q := r.question
	if q.Kind == survey.KindMultiple && !r.listed() {
		// An option is counted as it is written, "None of these" and "Don't know" too.
		r.options, r.terms.Whole, r.terms.KeepNonAnswers = true, true, true
	}
	if q.Kind == survey.KindSingle && r.terms.Whole {
		r.terms.KeepNonAnswers = true // "No" is an option there, as "Don't know" is
	}
	answers, err := r.head(ctx, first, ok)
	if err != nil {
		return err
	}
	if err := r.findLanguage(ctx, answers); err != nil {
		return err
	}
	if err := r.findWritings(answers); err != nil {
		return err
	}
	r.terms.Filler = slices.Contains(r.aside, "filler")
	if slices.Contains(r.aside, "echo") {
		r.terms.Echo = q.Text
	}
	if slices.Contains(r.aside, "subject") && r.rereadable && !r.listed() {
		if r.terms.Subject, err = r.findSubject(ctx); err != nil {
			return err
		}
	}
	return r.findPhrases(answers)
}

// head gives the answers of the first block, of those respondents that are
// counted. Where the conditions keep few of them there, it reads on until
// there is a sample, if the export can be read again.
func (r *run) head(ctx context.Context, first *survey.Block, ok bool) ([]string, error) {
	if !ok {
		return nil, nil
	}
	batch, err := r.decode(first, &r.ahead)
	if err != nil {
		return nil, err
	}
	answers := appendAnswers(nil, batch)
	if len(answers) >= sample || !r.rereadable {
		return answers, nil
	}
	answers = nil
	for batch, err := range r.batches(ctx, r.query()) {
		if err != nil {
			return nil, err
		}
		if answers = appendAnswers(answers, batch); len(answers) >= sample {
			break
		}
	}
	return answers, nil
}

// appendAnswers appends the answers of a batch.
func appendAnswers(answers []string, b survey.Batch) []string {
	answers = slices.Grow(answers, len(b.Responses))
	for i := range b.Responses {
		answers = append(answers, b.Responses[i].Answers...)
	}
	return answers
}

// findLanguage finds the language of the answers unless it is given. Where they do not tell, as
// a few names of jobs do not, the answers to the other open questions count as the question does.
func (r *run) findLanguage(ctx context.Context, answers []string) error {
	if r.terms.Lang == nil {
		answers = answers[:min(len(answers), sample)]
		d := term.Detect(r.question.Text, slices.Values(answers))
		if d.Code == term.Unknown && d.Unsupported == "" && r.rereadable {
			others, err := r.otherAnswers(ctx)
			if err != nil {
				return err
			}
			if term.Detect("", slices.Values(others)).Alone() {
				if d = term.Detect(strings.Join(others, "\n"), slices.Values(answers)); d.Told == term.ByQuestion {
					d.Told = term.ByOthers
				}
			}
		}
		if term.IsUnspaced(d.Unsupported) && !r.listed() {
			return &term.LanguageError{Lang: d.Unsupported}
		}
		lang, err := term.LanguageOf(d.Code)
		if err != nil {
			return err
		}
		r.terms.Lang, r.detected = lang, d
		for _, other := range d.Others {
			if !other.Joins() {
				break
			}
			if lang, err = term.LanguageOf(other.Code); err != nil {
				return err
			}
			r.terms.Others = append(r.terms.Others, lang)
		}
	}
	r.rank.Denied = r.terms.Lang.Denied
	return nil
}

// otherAnswers gives the first answers to each of the other open questions.
func (r *run) otherAnswers(ctx context.Context) (all []string, err error) {
	for _, q := range r.export.Questions {
		if q.Kind != survey.KindOpen || slices.Equal(q.Columns, r.question.Columns) {
			continue
		}
		answers, err := r.firstAnswers(ctx, q)
		if err != nil {
			return nil, err
		}
		all = append(all, answers[:min(len(answers), sample/10)]...)
	}
	return all, nil
}

// findWritings finds the words that some write without their accents, and those that two languages
// of the survey have.
func (r *run) findWritings(answers []string) error {
	// Where no letter is beyond ASCII, no word has accents. Those of no known language are no accents.
	accented := r.terms.Lang.Code != term.Unknown && slices.ContainsFunc(answers, isAccented)
	if r.listed() || r.terms.NoStem || !accented && len(r.terms.Others) == 0 {
		return nil
	}
	analyzer, err := term.New(term.Options{Lang: r.terms.Lang, Others: r.terms.Others})
	if err != nil {
		return err
	}
	r.terms.Alike = analyzer.Alike(answers)
	words := make(map[string]int)
	for _, answer := range answers {
		for _, t := range analyzer.Tokens(answer) {
			if t.Kind == term.Counted && accented {
				words[t.Folded]++
			}
		}
	}
	r.terms.Spellings = r.terms.Lang.Spellings(words)
	return nil
}

// isAccented reports whether a text has a letter beyond ASCII.
func isAccented(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return c >= utf8.RuneSelf && unicode.IsLetter(c) })
}

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
func (r *run) findSubject(ctx context.Context) ([]string, error) {
	open := slices.DeleteFunc(slices.Clone(r.export.Questions), func(q survey.Question) bool { return q.Kind != survey.KindOpen || q.Answered < subjectAnswers })
	if len(open) < subjectQuestions {
		return nil, nil
	}
	analyzer, err := term.New(term.Options{Lang: r.terms.Lang, Filler: true})
	if err != nil {
		return nil, err
	}
	questions, label := make(map[string]int), make(map[string]string) // by key of the word
	var texts []string
	for _, q := range open {
		answers, err := r.firstAnswers(ctx, q)
		if err != nil {
			return nil, err
		}
		said, distinct := textsWith(analyzer, answers, func(t *term.Token) string { return t.Key }, label)
		for key, u := range said {
			if u.people*3 >= distinct {
				questions[key]++
			}
		}
		texts = append(texts, q.Text)
	}
	// A capital inside a sentence is the sign of a name.
	names, distinct := textsWith(analyzer, texts, func(t *term.Token) string {
		if t.Inside {
			return t.Form
		}
		return ""
	}, make(map[string]string))
	words := []string{}
	for name, u := range names {
		if distinct >= subjectQuestions && u.people*3 >= distinct {
			words = append(words, name)
		}
	}
	for key, n := range questions {
		if n >= subjectQuestions && !slices.Contains(words, label[key]) {
			words = append(words, label[key])
		}
	}
	slices.Sort(words)
	return words, nil
}

// textsWith counts, by a key of the word, in how many of the distinct texts each
// ranked word is, and the distinct texts. One that many people copy counts once,
// and so does a question that is asked of each row of a grid. Label is filled in
// with the form of each word; words with the key "" are not counted.
func textsWith(analyzer *term.Analyzer, texts []string, key func(*term.Token) string, label map[string]string) (with map[string]uses, distinct int) {
	with = make(map[string]uses)
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
			if u.add(len(seen)) {
				label[k] = t.Form
			}
			with[k] = u
		}
	}
	return with, len(seen)
}

// firstAnswers are the answers to a question in the first block. The others would
// hardly change what runs through a survey, and reading them takes as long as the
// count itself.
func (r *run) firstAnswers(ctx context.Context, q survey.Question) (answers []string, err error) {
	all := *r
	all.where = nil
	for batch, err := range all.batches(ctx, survey.Query{Columns: q.Columns}) {
		return appendAnswers(nil, batch), err
	}
	return nil, nil
}
