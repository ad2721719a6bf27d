package study

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/notice"
	"verbatim/internal/survey"
	"verbatim/internal/term"
)

// sample is how many answers the language is detected from.
// The answers of one language settle well below this number; detection from more
// would slow down a small survey.
const sample = 600

// prepare works out what the options leave open, from the answers or from a list of
// decisions. The order matters, as each step needs what the ones before it have found:
//
//	language ─▶ stop words ─▶ writings ─▶ words of the question ─▶ subject ─▶ phrases
//
// All steps see the answers of all respondents, in the order of the hashes of their rows:
// neither --where nor --by nor the order of rows changes what is decided.
func (r *run) prepare(ctx context.Context) (err error) {
	q := r.question
	if q.Kind == survey.KindMultiple && !r.listed() {
		// An option is counted as it is written, "None of these" and "Don't know" too.
		r.options, r.terms.Whole, r.terms.KeepNonAnswers = true, true, true
	}
	if q.Kind == survey.KindSingle && r.terms.Whole {
		r.terms.KeepNonAnswers = true // "No" is an option there, as "Don't know" is
	}
	r.terms.Filler = slices.Contains(r.aside, "filler")
	if r.opt.Decided != nil {
		if r.decisions, err = r.opt.Decided.of(r); err != nil {
			return err
		}
		return r.apply()
	}
	drawn, all, err := r.export.Drawn(ctx)
	if err != nil {
		return err
	}
	r.drawn = drawn
	defer func() { r.drawn = nil }() // megabytes
	answers, err := r.drawnAnswers(q, r.drawn)
	if err != nil {
		return err
	}
	if r.decisions.From = r.basis(len(answers), all); r.decisions.From.Of == OfBeginning && !r.listed() {
		r.warned = append(r.warned, notice.Warning{Code: notice.DecidedByPart, File: r.export.Files[0],
			Message: "language, words set aside and phrases are decided by the first 8 MiB of the stream", Hint: "a file is decided by all its rows; --decisions FILE takes what was decided from there"})
	}
	for _, find := range []func([]string) error{r.findLanguage, r.findWritings, r.findEcho, r.findSubject, r.findPhrases} {
		if err := cmp.Or(ctx.Err(), find(answers)); err != nil {
			return err
		}
		if err := r.apply(); err != nil {
			return err
		}
	}
	return nil
}

// drawnAnswers gives the answers to a question in some of the rows that stand for all.
// Personal data is always taken out, since a list of decisions is made to be passed on.
func (r *run) drawnAnswers(q survey.Question, blocks []*survey.Block) (answers []string, err error) {
	all := *r
	all.question, all.where, all.by, all.opt.Redact = q, nil, survey.Question{}, true
	for _, b := range blocks {
		batch, err := all.decode(b.For(survey.Query{Columns: q.Columns}), &r.ahead)
		if err != nil {
			return nil, err
		}
		answers = slices.Grow(answers, len(batch.Responses))
		for i := range batch.Responses {
			answers = append(answers, batch.Responses[i].Answers...)
		}
	}
	return answers, nil
}

// firstAnswers are the answers to another question in the first block of rows that stand
// for all. The others would hardly change what runs through a survey.
func (r *run) firstAnswers(q survey.Question) ([]string, error) {
	return r.drawnAnswers(q, r.drawn[:min(1, len(r.drawn))])
}

// findLanguage finds the language of the answers unless it is given. Where they do not tell, as
// a few names of jobs do not, the answers to the other open questions count as the question does.
func (r *run) findLanguage(answers []string) error {
	if r.terms.Lang != nil {
		r.decisions.Language = r.terms.Lang.Code
		return nil
	}
	answers = answers[:min(len(answers), sample)]
	d := term.Detect(r.question.Text, slices.Values(answers))
	if d.Code == term.Unknown && d.Unsupported == "" {
		others, err := r.otherAnswers()
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
	r.decisions.Language, r.decisions.Detected = d.Code, d
	return nil
}

// otherAnswers gives the first answers to each of the other open questions.
func (r *run) otherAnswers() (all []string, err error) {
	for _, q := range r.export.Questions {
		if q.Kind != survey.KindOpen || slices.Equal(q.Columns, r.question.Columns) {
			continue
		}
		answers, err := r.firstAnswers(q)
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
	r.decisions.Alike = analyzer.Alike(answers)
	words := make(map[string]int)
	for _, answer := range answers {
		for _, t := range analyzer.Tokens(answer) {
			if t.Kind == term.Counted && accented {
				words[t.Folded]++
			}
		}
	}
	r.decisions.Spellings = r.terms.Lang.Spellings(words)
	return nil
}

// isAccented reports whether a text has a letter beyond ASCII.
func isAccented(text string) bool {
	return strings.ContainsFunc(text, func(c rune) bool { return c >= utf8.RuneSelf && unicode.IsLetter(c) })
}

// findEcho finds the words of the question that answers merely repeat.
func (r *run) findEcho([]string) error {
	if !slices.Contains(r.aside, "echo") {
		return nil
	}
	analyzer, err := term.New(term.Options{Lang: r.terms.Lang})
	if err == nil {
		r.decisions.Echo = analyzer.Frame(r.question.Text)
	}
	return err
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
func (r *run) findSubject([]string) error {
	if !slices.Contains(r.aside, "subject") || r.listed() {
		return nil
	}
	open := slices.DeleteFunc(slices.Clone(r.export.Questions), func(q survey.Question) bool { return q.Kind != survey.KindOpen || q.Answered < subjectAnswers })
	if len(open) < subjectQuestions {
		return nil
	}
	analyzer, err := term.New(term.Options{Lang: r.terms.Lang, Filler: true})
	if err != nil {
		return err
	}
	questions, label := make(map[string]int), make(map[string]string) // by key of the word
	var texts []string
	for _, q := range open {
		answers, err := r.firstAnswers(q)
		if err != nil {
			return err
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
	var words []string
	for name, u := range names {
		if distinct >= subjectQuestions && u.people*3 >= distinct {
			words = append(words, name)
		}
	}
	for key, n := range questions {
		if n >= subjectQuestions && !slices.ContainsFunc(words, func(w string) bool { return strings.EqualFold(w, label[key]) }) {
			words = append(words, label[key])
		}
	}
	slices.Sort(words)
	r.decisions.Subject = words
	return nil
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
