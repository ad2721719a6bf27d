package term

import (
	"slices"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

// slowLanguage is the language that an answer is read in, found from all of its text anew.
func slowLanguage(d *lang.Detector, opt Options, answer string) string {
	text, most, code := segment.Normalised(answer), 0, opt.Lang.Code
	words := strings.FieldsFunc(text, func(r rune) bool { return !segment.IsWordRune(r) && r != '\'' })
	words = slices.DeleteFunc(words, func(word string) bool {
		return !segment.HasLetter(word) || !segment.AllCapitals(text) && lang.IsShort(word) && segment.AllCapitals(word)
	})
	for k, lead := range d.Leads(strings.Join(words, " "), opt.Lang, opt.Others) {
		if len(words) > 1 && int(lead) >= switchLead && int(lead) > most {
			most, code = int(lead), opt.Others[k].Code
		}
	}
	return code
}

// What is kept with each word tells the same language as the whole answer does.
func TestLanguageOfAnAnswer(t *testing.T) {
	d := lang.NewDetector()
	opt := Options{Lang: in(t, "en"), Others: []*lang.Language{in(t, "de"), in(t, "fr"), in(t, "es")}}
	a := analyzer(t, opt)
	answers := []string{"DAS IST EINE GUTE IDEE", "IT and the WAR in the USA", "die IT der USA, z. B. Python", "l'homme qu'il aime", "a self-service for die Bürger*innen", "war", "12 die", ""}
	for _, list := range said {
		answers = append(answers, strings.Split(list, "|")...)
	}
	for _, answer := range answers {
		a.text, a.tokens, a.met = segment.Normalised(answer), a.tokens[:0], 0
		a.split()
		a.recut()
		a.lookUp()
		a.settle()
		if want := slowLanguage(d, opt, answer); a.lang.Code != want {
			t.Errorf("%q is read in %s, want %s", answer, a.lang.Code, want)
		}
		a.read(0)
	}
}
