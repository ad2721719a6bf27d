package cli

import (
	"fmt"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/pipeline"
	"verbatim/internal/survey"
	"verbatim/internal/term"
)

// spoken is the sentence on the language of the answers; of options and whole
// answers it says nothing, since they are counted as they are written.
func (c *counted) spoken(o *surveyOptions) string {
	if o.whole || o.split != "" || c.question.Kind == survey.KindMultiple {
		return ""
	}
	return spoken(c.Lang, c.Language)
}

// spoken says which language the answers were taken to be in, and how that was
// found.
func spoken(lang *term.Language, found term.Detection) string {
	s := "Language: " + lang.Name
	switch {
	case found.Code == "":
		return s + "."
	case found.Unsupported != "":
		return fmt.Sprintf("Language: most answers seem to be in %q, which is not supported; counted as %s.", found.Unsupported, lang.Name)
	case !found.Sure:
		return s + ", for want of anything that tells another; --lang says it."
	}
	s += ", found by the answers"
	if joined, _ := others(found); len(joined) > 0 {
		return s + "; " + sharesOf(joined) + ". The stop words of all these are left out."
	}
	return s + "."
}

// others parts the other languages of the answers into those whose stop words
// are left out, and those that are too few for that, though worth a warning.
func others(found term.Detection) (joined, few []term.Share) {
	for _, x := range found.Others {
		switch {
		case x.Share >= pipeline.OtherLanguage:
			joined = append(joined, x)
		case x.Share >= 0.01:
			few = append(few, x)
		}
	}
	return joined, few
}

// sharesOf lists languages with their shares: "7 % of them are in German, 4 % in English".
func sharesOf(list []term.Share) string {
	var parts []string
	for i, x := range list {
		name := x.Code
		if lang, err := term.LanguageOf(x.Code); err == nil {
			name = lang.Name
		}
		of := ""
		if i == 0 {
			of = " of them are"
		}
		parts = append(parts, fmt.Sprintf("%.0f %%%s in %s", 100*x.Share, of, name))
	}
	return strings.Join(parts, ", ")
}

// foreign warns of answers in languages whose stop words are counted as terms.
func (o *surveyOptions) foreign(found term.Detection) []notice.Warning {
	_, few := others(found)
	if len(few) == 0 || o.whole || o.split != "" || o.noStopwords {
		return nil
	}
	return []notice.Warning{caution(notice.OtherLanguages, "--where leaves these answers out, --stopwords FILE the words",
		"not all answers are in one language: %s; their stop words are counted like other words", sharesOf(few))}
}
