package prose

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/term"
)

// The answers to one question may be in several languages. A language with a large share counts as
// a language of the question, and its stop words are left out. A smaller one gets a warning, since
// its "and" and "the" rank among the terms:
//
//	share of the answers   0 ──── leastOther ─────────── joined ──────────▶
//	                        nothing   │  warned of           │  in the sentence

// Language says which language the answers are taken to be in, and how that was found. The stop
// words of other languages are left out too, if at least the share joined of the answers is in
// them.
func Language(lang *term.Language, found term.Detection, joined float64) string {
	s := "Language: " + lang.Name
	switch {
	case found.Code == "":
		return s + "."
	case found.Code == term.Unknown:
		return fmt.Sprintf("Language: %s; %s.", unknown(found), uncut)
	case !found.Sure:
		return s + ", the default, since nothing in the answers says otherwise; --lang sets it."
	}
	others := shares(found.Others, joined, math.Inf(1))
	return s + ", found from the answers" + clause(len(others) > 0, "; %s. The stop words of all these languages are left out", languageShares(others)) + "."
}

// uncut is what becomes of words in an unknown language.
const uncut = "no stop words are left out, and each word is counted as it is written"

// unknown says why the language is not known.
func unknown(found term.Detection) string {
	if found.Unsupported != "" {
		return term.NameOf(found.Unsupported) + " (" + found.Unsupported + "), it seems, which is not supported"
	}
	return "not known, since the answers do not tell it clearly"
}

// UnknownLanguage warns of answers in a language that is not known, or not supported.
func UnknownLanguage(found term.Detection) []notice.Warning {
	if found.Code != term.Unknown {
		return nil
	}
	return []notice.Warning{Caution(notice.UnknownLanguage, "--lang CODE sets the language, --stopwords FILE gives stop words",
		"the language of the answers is %s; %s", unknown(found), uncut)}
}

// leastOther is the share of the answers, in another language, that is worth a warning. Below it, a
// warning would be about a handful of answers.
const leastOther = 0.01

// OtherLanguages warns of answers in languages whose stop words are counted as terms, because less
// than the share joined of the answers is in them.
func OtherLanguages(found term.Detection, joined float64) []notice.Warning {
	few := shares(found.Others, leastOther, joined)
	if len(few) == 0 {
		return nil
	}
	return []notice.Warning{Caution(notice.OtherLanguages, "--where leaves these answers out, --stopwords FILE the words",
		"not all answers are in one language: %s; their stop words are counted like other words", languageShares(few))}
}

// shares are the languages with a share of the answers of at least one number and below another, in
// falling order.
func shares(list []term.Share, least, below float64) []term.Share {
	return slices.DeleteFunc(slices.Clone(list), func(x term.Share) bool { return x.Share < least || x.Share >= below })
}

// languageShares lists languages: "7 % of them are in German, 4 % in English".
func languageShares(list []term.Share) string {
	var parts []string
	for i, x := range list {
		name := x.Code
		if lang, err := term.LanguageOf(x.Code); err == nil {
			name = lang.Name
		}
		parts = append(parts, fmt.Sprintf("%.0f %%%s in %s", 100*x.Share, clause(i == 0, " of them are"), name))
	}
	return strings.Join(parts, ", ")
}
