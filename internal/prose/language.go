package prose

import (
	"slices"
	"strings"

	"verbatim/internal/lang"
	"verbatim/internal/notice"
)

// The answers to one question may be in several languages. Where many are in another one, they are
// read in it. Where few are, they get a warning, since their "and" and "the" rank among the terms:
//
//	share of the answers   0 ──── leastOther ─────── lang.Share.Joins ────▶
//	                        nothing   │  warned of           │  in the sentence

// Language says which language the answers are taken to be in, and how that was found. Answers in
// other languages are read in them, if there are enough.
func Language(of *lang.Language, found lang.Detection) string {
	s := "Language: " + of.Name
	switch {
	case found.Code == "":
		return s + "."
	case found.Code == lang.Unknown:
		return say("Language: %s; %s.", unknown(found), uncut)
	case !found.Sure:
		return s + ", the default, since nothing in the answers says otherwise; --lang sets it."
	}
	s += ", found from " + toldBy[found.Told]
	many, rare := shares(found.Others, lang.Share.IsMany), shares(found.Others, func(s lang.Share) bool { return s.Joins() && !s.IsMany() })
	return s + clause(len(many) > 0, "; %s", languageShares(many)) +
		clause(len(rare) > 0, "; some are in %s, as answers to other questions are", languageNames(rare)) +
		clause(len(many)+len(rare) > 0, ". Each answer is read in its own language") + "."
}

// toldBy are the sources of a language.
var toldBy = map[lang.Source]string{
	lang.ByAnswers: "the answers", lang.ByQuestion: "the text of the question, as the answers do not tell it clearly",
	lang.ByOthers: "the answers to the other questions, as these do not tell it clearly",
}

// uncut is what becomes of words in an unknown language.
const uncut = "no stop words are left out, and each word is counted as it is written"

// unknown says why the language is not known.
func unknown(found lang.Detection) string {
	if found.Unsupported != "" {
		return lang.NameOf(found.Unsupported) + " (" + found.Unsupported + "), it seems, which is not supported"
	}
	return "not known, since the answers do not tell it clearly"
}

// Unread says that the language of the answers is not known, or not supported, and what that means;
// "" if it is.
func Unread(found lang.Detection) string {
	return clause(found.Code == lang.Unknown, "The language of the answers is %s; %s.", unknown(found), uncut)
}

// UnknownLanguage warns of answers in a language that is not known, or not supported.
func UnknownLanguage(found lang.Detection) []notice.Warning {
	return Caution(found.Code == lang.Unknown, notice.UnknownLanguage, "--lang CODE sets the language, --stopwords FILE gives stop words",
		"the language of the answers is %s; %s", unknown(found), uncut)
}

// leastOther is the share of the answers, in another language, that is worth a warning. Below it, a
// warning would be about a handful of answers.
const leastOther = 0.01

// OtherLanguages warns of answers in languages whose stop words are counted as terms, because few
// answers are in them, or because they are not supported.
func OtherLanguages(found lang.Detection) (warnings []notice.Warning) {
	const hint = "--where leaves these answers out, --stopwords FILE the words"
	few := shares(found.Others, func(s lang.Share) bool { return s.Share >= leastOther && !s.Joins() })
	warnings = Caution(len(few) > 0, notice.OtherLanguages, hint,
		"not all answers are in one language: %s; their stop words are counted like other words", languageShares(few))
	for _, x := range found.Unread {
		warnings = append(warnings, Caution(true, notice.OtherLanguages, hint,
			"%.0f%% of the answers are in %s, which is not supported: its function words are counted", 100*x.Share, lang.NameOf(x.Code))...)
	}
	return warnings
}

// shares are the languages for which something holds, in falling order.
func shares(list []lang.Share, holds func(lang.Share) bool) []lang.Share {
	return slices.DeleteFunc(slices.Clone(list), func(s lang.Share) bool { return !holds(s) })
}

// languageNames lists languages: "German and English".
func languageNames(list []lang.Share) string {
	var names []string
	for _, x := range list {
		names = append(names, lang.NameOf(x.Code))
	}
	return enumerate(names)
}

// languageShares lists languages: "7% of them are in German, 4% in English".
func languageShares(list []lang.Share) string {
	var parts []string
	for i, x := range list {
		parts = append(parts, say("%.0f%%%s in %s", 100*x.Share, clause(i == 0, " of them are"), lang.NameOf(x.Code)))
	}
	return strings.Join(parts, ", ")
}
