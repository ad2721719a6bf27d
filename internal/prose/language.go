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

// Spoken is the language of answers, and how it was found. The zero value is none.
type Spoken struct {
	As    *lang.Language // they are taken to be in it
	Found lang.Detection // of which Code is "" where nobody looked
}

// in says which language the answers are taken to be in, and how that was found. Answers in other
// languages are read in them, if there are enough.
func (s Spoken) in(v Voice) []string {
	switch {
	case s.As == nil:
		return nil
	case s.Found.Code == "":
		return v.When(true, "Language: %s.", v.languageName(s.As.Code))
	case s.Found.Code == lang.Unknown:
		return v.When(true, "Language: %s; no stop words are left out, and each word is counted as it is written.", v.unknown(s.Found))
	case !s.Found.Sure:
		return v.When(true, "Language: %s, the default, since nothing in the answers says otherwise.", v.languageName(s.As.Code))
	}
	text := map[lang.Source]Text{
		lang.ByAnswers:  "Language: %s, found from the answers.",
		lang.ByQuestion: "Language: %s, found from the text of the question, as the answers do not tell it clearly.",
		lang.ByOthers:   "Language: %s, found from the answers to the other questions, as these do not tell it clearly.",
	}[s.Found.Told]
	many, rare := shares(s.Found.Others, lang.Share.IsMany), shares(s.Found.Others, func(s lang.Share) bool { return s.Joins() && !s.IsMany() })
	return slices.Concat(v.When(true, text, v.languageName(s.As.Code)),
		v.When(len(many) > 0, "Of the answers, %s.", v.languageShares(many)),
		v.When(len(rare) > 0, "Some answers are in %s, as answers to other questions are.", v.languageNames(rare)),
		v.When(len(many)+len(rare) > 0, "Each answer is read in its own language."))
}

// languageName is the name of a language. Those that the catalogues have are in that of the voice.
func (v Voice) languageName(code string) string { return v.Say(Text(lang.NameOf(code))) }

// unknown says why the language is not known.
func (v Voice) unknown(found lang.Detection) string {
	if found.Unsupported != "" {
		return v.Say("%s (%s), it seems, which is not supported", v.languageName(found.Unsupported), found.Unsupported)
	}
	return v.Say("not known, since the answers do not tell it clearly")
}

// Unread says that the language of the answers is not known, or not supported, and what that means;
// "" if it is.
func (v Voice) Unread(found lang.Detection) string {
	return v.clause(found.Code == lang.Unknown, "The language of the answers is %s; no stop words are left out, and each word is counted as it is written.", v.unknown(found))
}

// UnknownLanguage warns of answers in a language that is not known, or not supported.
func (v Voice) UnknownLanguage(found lang.Detection) []notice.Warning {
	return v.Caution(found.Code == lang.Unknown, notice.UnknownLanguage, "--lang CODE sets the language, --stopwords FILE gives stop words",
		"the language of the answers is %s; no stop words are left out, and each word is counted as it is written", v.unknown(found))
}

// leastOther is the share of the answers, in another language, that is worth a warning. Below it, a
// warning would be about a handful of answers.
const leastOther = 0.01

// OtherLanguages warns of answers in languages whose stop words are counted as terms, because few
// answers are in them, or because they are not supported.
func (v Voice) OtherLanguages(found lang.Detection) (warnings []notice.Warning) {
	const hint = "--where leaves these answers out, --stopwords FILE the words"
	few := shares(found.Others, func(s lang.Share) bool { return s.Share >= leastOther && !s.Joins() })
	warnings = v.Caution(len(few) > 0, notice.OtherLanguages, hint,
		"not all answers are in one language: %s; their stop words are counted like other words", v.languageShares(few))
	for _, x := range found.Unread {
		warnings = append(warnings, v.Caution(true, notice.OtherLanguages, hint,
			"of the answers, %s, which is not supported: its function words are counted", v.languageShares([]lang.Share{x}))...)
	}
	return warnings
}

// shares are the languages for which something holds, in falling order.
func shares(list []lang.Share, holds func(lang.Share) bool) []lang.Share {
	return slices.DeleteFunc(slices.Clone(list), func(s lang.Share) bool { return !holds(s) })
}

// languageNames lists languages: "German and English".
func (v Voice) languageNames(list []lang.Share) string {
	return v.enumerate(Texts(list, func(x lang.Share) string { return v.languageName(x.Code) }))
}

// languageShares lists languages with their shares: "7% are in German, 4% in English".
func (v Voice) languageShares(list []lang.Share) string {
	return strings.Join(Texts(list, func(x lang.Share) string {
		return v.Say(either(x == list[0], "%s are in %s", "%s in %s"), v.Percent(x.Share), v.languageName(x.Code))
	}), ", ")
}
