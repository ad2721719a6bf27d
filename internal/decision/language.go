package decision

import (
	"cmp"
	"slices"
	"strings"

	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// detected is how many answers the language is detected from.
// The answers of one language settle well below this number; detection from more
// would slow down a small survey.
const detected = 600

// How many of the other open questions tell languages, and how many answers to them.
const otherQuestions, otherAnswers = 50, 2 * detected

// fewAnswers are so few that ten of them in another language would be a large part: their language may be one
// that only the other questions show.
const fewAnswers = 200

// findLanguage finds the language of the answers unless it is given, and the languages that each of them is read in.
func (f *finder) findLanguage() (err error) {
	if f.terms.Lang != nil {
		f.made.Language = f.terms.Lang.Code
		return nil
	}
	answers := f.Answers[:min(len(f.Answers), detected)]
	d := lang.Detect(f.Question, slices.Values(answers))
	few := d.Unsupported == "" && len(answers) < fewAnswers
	if few || slices.ContainsFunc(d.Others, func(s lang.Share) bool { return !s.Joins() }) {
		if d, err = f.amongOthers(d, answers); err != nil {
			return err
		}
	}
	if lang.IsUnspaced(d.Unsupported) && !f.Listed {
		return &lang.LanguageError{Lang: d.Unsupported}
	}
	f.made.Language, f.made.Detected = d.Code, d
	return nil
}

// amongOthers finds the language of few answers, or of answers in several languages, once more: the languages
// that are spoken in the answers to the other open questions are expected here, too. Where the answers do not
// tell, as a few names of jobs do not, those to the other questions count as the question does.
func (f *finder) amongOthers(alone lang.Detection, answers []string) (lang.Detection, error) {
	others, err := f.otherAnswers()
	if err != nil || len(others) == 0 {
		return alone, err
	}
	d := lang.Detect(f.Question, slices.Values(answers), lang.Spoken(slices.Values(others))...)
	if d.Code == lang.Unknown && d.Unsupported == "" && lang.Detect("", slices.Values(others)).Alone() {
		if d = lang.Detect(strings.Join(others, "\n"), slices.Values(answers)); d.Told == lang.ByQuestion {
			d.Told = lang.ByOthers
		}
	}
	if d.Told == lang.ByAnswers && d.Code != alone.Code {
		d.Told = lang.ByOthers
	}
	d.Others, err = f.readIn(d)
	return d, err
}

// otherAnswers gives answers to the other open questions, those that most people have answered: as many to each,
// as far as it has them.
func (f *finder) otherAnswers() (all []string, err error) {
	open := slices.DeleteFunc(slices.Clone(f.Open), func(q Open) bool { return q.Asked })
	slices.SortStableFunc(open, func(a, b Open) int { return cmp.Compare(a.Answered, b.Answered) })
	open = open[max(0, len(open)-otherQuestions):]
	for i, q := range open {
		answers, err := q.First()
		if err != nil {
			return nil, err
		}
		all = append(all, answers[:min(len(answers), (otherAnswers-len(all))/(len(open)-i))]...)
	}
	return all, nil
}

// readIn are the other languages of the survey without those that no answer is read in: an answer to this question,
// or that it has none. One that is only spoken elsewhere is none of this question.
func (f *finder) readIn(d lang.Detection) (read []lang.Share, err error) {
	terms := f.terms
	if err := (&Decisions{Language: d.Code, Detected: d}).Apply(&terms); err != nil || len(terms.Others) == 0 {
		return d.Others, err
	}
	analyzer, err := f.texts.Analyzer(terms)
	if err != nil {
		return nil, err
	}
	met := make(map[string]bool)
	for i, tokens := range analyzer.Read(f.texts) {
		if len(tokens) > 0 {
			met[term.RootOf(tokens[0].Key).Language] = true
		}
		for _, l := range terms.Others {
			met[l.Code] = met[l.Code] || terms.Lang.Classify(f.Answers[i]) == lang.Substantive && l.Classify(f.Answers[i]) != lang.Substantive
		}
	}
	return slices.DeleteFunc(slices.Clone(d.Others), func(s lang.Share) bool { return s.Joins() && !met[s.Code] }), nil
}
