package term

import (
	"strings"
	"testing"

	"verbatim/internal/segment"
)

// slowLanguage is the language that an answer is read in, found from all of its text anew.
func slowLanguage(d *detector, opt Options, answer string) string {
	words, most, code := wordsOf(segment.Normalised(answer)), 0, opt.Lang.Code
	for _, l := range opt.Others {
		lead := 0
		for _, word := range words {
			lead += d.evidenceAgainst(opt.Lang, word) - d.evidenceAgainst(l, word)
		}
		if len(words) > 1 && lead >= switchLead && lead > most {
			most, code = lead, l.Code
		}
	}
	return code
}

// What is kept with each word tells the same language as the whole answer does.
func TestLanguageOfAnAnswer(t *testing.T) {
	d := newDetector(builtin())
	opt := Options{Lang: in(t, "en"), Others: []*Language{in(t, "de"), in(t, "fr"), in(t, "es")}}
	a := analyzer(t, opt)
	answers := []string{"DAS IST EINE GUTE IDEE", "IT and the WAR in the USA", "die IT der USA, z. B. Python", "l'homme qu'il aime", "a self-service for die Bürger*innen", "war", "12 die", ""}
	for _, list := range answersIn {
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
