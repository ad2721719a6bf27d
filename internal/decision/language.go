package decision

import (
	"slices"
	"strings"

	"verbatim/internal/lang"
)

// detected is how many answers the language is detected from.
// The answers of one language settle well below this number; detection from more
// would slow down a small survey.
const detected = 600

// findLanguage finds the language of the answers unless it is given. Where they do not tell, as
// a few names of jobs do not, the answers to the other open questions count as the question does.
func (f *finder) findLanguage() error {
	if f.terms.Lang != nil {
		f.made.Language = f.terms.Lang.Code
		return nil
	}
	answers := f.Answers[:min(len(f.Answers), detected)]
	d := lang.Detect(f.Question, slices.Values(answers))
	if d.Code == lang.Unknown && d.Unsupported == "" {
		others, err := f.otherAnswers()
		if err != nil {
			return err
		}
		if lang.Detect("", slices.Values(others)).Alone() {
			if d = lang.Detect(strings.Join(others, "\n"), slices.Values(answers)); d.Told == lang.ByQuestion {
				d.Told = lang.ByOthers
			}
		}
	}
	if lang.IsUnspaced(d.Unsupported) && !f.Listed {
		return &lang.LanguageError{Lang: d.Unsupported}
	}
	f.made.Language, f.made.Detected = d.Code, d
	return nil
}

// otherAnswers gives the first answers to each of the other open questions.
func (f *finder) otherAnswers() (all []string, err error) {
	for _, q := range f.Open {
		if q.Asked {
			continue
		}
		answers, err := q.First()
		if err != nil {
			return nil, err
		}
		all = append(all, answers[:min(len(answers), detected/10)]...)
	}
	return all, nil
}
