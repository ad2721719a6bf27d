package term

import (
	"strings"
	"testing"
	"time"

	"verbatim/internal/segment"
)

// The work grows with the length of an answer and not with its square, whatever the
// answer is made of. Two sizes are compared in one run: 64 times the text takes
// about 64 times as long, where squares would take 4,096 times. Between the two
// there is room for a busy machine, and what was interrupted is measured again.
func TestLongAnswers(t *testing.T) {
	const short, times, slack, tries = 1 << 10, 64, 8, 10
	a := analyzer(t, Options{Phrases: []string{"a b"}})
	took := func(text string) time.Duration {
		start := time.Now()
		a.Tokens(text)
		a.Classify(text)
		return max(time.Since(start), 20*time.Microsecond) // as exact as it can be measured
	}
	for _, unit := range []string{"a", "a ", "C+", "'", "a'", "-", "a-", ":", "a:b", "a.B", "@", "@a", "://", "é", "é ", "\u0301", "👩‍", "not ", "\xff", "1,", "..", "a b ", "`", "\n", "漢", "(", "a(", "a) ", "\u200b", "not no "} {
		text := strings.Repeat(unit, short/len(unit))
		long := strings.Repeat(text, times)
		took(text) // the words are new
		one, many := took(text), took(long)
		for range tries {
			if many <= times*slack*one {
				break
			}
			one, many = max(one, took(text)), min(many, took(long))
		}
		if many > times*slack*one {
			t.Errorf("%q: %v, %d times as long %v", unit, one, times, many)
		}
	}
}

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
