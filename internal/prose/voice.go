package prose

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"verbatim/internal/tally"
)

// Pictures and pages are for readers, who may never see the command line, so they speak the language
// of the answers. Messages, tables on a terminal, JSON and CSV are for whoever runs the program, and
// stay English.
//
//	code: Text "%d people" ─┐
//	text/ru.txt ─ catalog ──┴─ Voice.Say ─▶ "1 человек", "3 человека", "5 человек"
//
// A Text in code is the sentence in English, and the key of its entry in every catalogue. A test reads
// the code for texts, and wants each in each language.

// A Text is a sentence, or a part of one, in English, with the verbs of fmt for what is put in.
type Text string

// A Voice speaks one language. The zero value speaks English.
type Voice struct{ code string }

// PictureLanguages are the codes of the languages that pictures can speak, English first.
func PictureLanguages() []string {
	return []string{"en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "ru"}
}

// PageLanguages are the codes of the languages that a whole page can speak.
func PageLanguages() []string { return PictureLanguages()[:4] }

// VoiceOf is the voice for a picture of answers in a language, or English if there is no catalogue.
func VoiceOf(code string) Voice { return voiceOf(code, PictureLanguages()) }

// PageVoiceOf is VoiceOf for a page.
func PageVoiceOf(code string) Voice { return voiceOf(code, PageLanguages()) }

func voiceOf(code string, among []string) Voice {
	if code == "en" || !slices.Contains(among, code) {
		return Voice{}
	}
	return Voice{code}
}

// Code is the code of the voice's language.
func (v Voice) Code() string {
	if v.code == "" {
		return "en"
	}
	return v.code
}

// tongue is what the catalogue of the language has.
func (v Voice) tongue() *tongue { return tongues[v.Code()]() }

// sign is one of the signs that the language writes: decimal, thousands, percent, quotes.
func (v Voice) sign(name string) string { return v.tongue().signs[name] }

// Say is a text in the voice's language with its arguments. Whole numbers choose the plural form, and
// are written as the language writes them. A text that the catalogue lacks is English.
func (v Voice) Say(text Text, args ...any) string {
	if !v.tongue().has(text) {
		v = Voice{}
	}
	for i, a := range args {
		switch n := a.(type) {
		case int:
			args[i] = numeral{n, v.Number(n)}
		case tally.Figure:
			args[i] = numeral{int(n), v.Number(int(n))}
		case float64:
			args[i] = decimal{n, v.sign("decimal")}
		}
	}
	return v.tongue().printer.Sprintf(message.Key(string(text), indexed(string(text))), args...)
}

// When is a list of one sentence if something holds, and of none if it does not.
func (v Voice) When(holds bool, text Text, args ...any) []string {
	if !holds {
		return nil
	}
	return []string{v.Say(text, args...)}
}

// clause is a part of a sentence if something holds, and "" if it does not.
func (v Voice) clause(holds bool, text Text, args ...any) string {
	return strings.Join(v.When(holds, text, args...), "")
}

// either is the first of two texts if something holds, else the second. Sentences on options and on
// words differ by more than a noun in most languages, so each is a text of its own.
func either(first bool, one, other Text) Text {
	if first {
		return one
	}
	return other
}

// A numeral is a whole number with its plural form, and its digits as a language writes them.
type numeral struct {
	n      int
	digits string
}

// Format writes the number, whatever the verb.
func (n numeral) Format(s fmt.State, _ rune) { fmt.Fprint(s, n.digits) }

// PluralForm implements plural.Interface.
func (n numeral) PluralForm(t language.Tag, _ int) (plural.Form, int) {
	whole := max(0, n.n) % 10_000_000
	return plural.Cardinal.MatchPlural(t, whole, 0, 0, 0, 0), whole
}

// A decimal is a number with the decimal sign of a language.
type decimal struct {
	n    float64
	sign string
}

// Format writes the number with the precision of the verb.
func (d decimal) Format(s fmt.State, _ rune) {
	precision, ok := s.Precision()
	if !ok {
		precision = -1
	}
	fmt.Fprint(s, strings.Replace(strconv.FormatFloat(d.n, 'f', precision, 64), ".", d.sign, 1))
}

// Quote puts a text between the quotation marks of the language.
func (v Voice) Quote(text string) string {
	return strings.Replace(v.sign("quotes"), "…", text, 1)
}
