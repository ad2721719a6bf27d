package term

import (
	"maps"
	"slices"
	"strings"
	"testing"
)

// Abbreviations are stop words, with and without spaces, and letters left over by the
// split are. A letter that is an answer is counted.
func TestAbbreviations(t *testing.T) {
	tests := []struct{ lang, answer, want string }{
		{"de", "z. B. Yoga, z.B. Chor", "s:z s:B yoga s:z.B chor"},
		{"de", "d. h. Musik u. a. Sport", "s:d s:h musik s:u s:a sport"},
		{"de", "Kurse f. Kinder", "kurs s:f kind"},
		{"de", "Musik i. d. R. daheim", "musik s:i s:d s:R daheim"},
		{"sv", "t. ex. musik, t.ex. teater", "s:t s:ex musik s:t.ex teat"},
		{"sv", "t ex musik, en ö", "s:t s:ex musik s:en ö"},
		{"sv", "EU:s regler, SJ:s tåg, TV:n", "eu regl sj tåg tv"},
		{"fi", "EU:n rahat ja TV:ssä", "eu raha s:ja tv"},
		{"en", "strengths:people", "strength peopl"},
		{"da", "f. eks. musik", "s:f s:eks musik"},
		{"es", "p. ej. música", "s:p s:ej music"},
		{"es", "Sr. García, la Sra. Pérez", "s:Sr garc s:la s:Sra perez"},
		{"fi", "ts. lisää rauhaa", "s:ts lisä rauha"},
		{"fr", "c.-à-d. plus de calme, c.à.d. vélos", "s:c s:à-d s:plus s:de calm s:c.à.d vélo"},
		{"ru", "т. е. музыка", "s:т s:е музык"},
		{"nl", "'t plein in 't dorp", "s:t plein s:in s:t dorp"},
		{"en", "R, and R. I use R", "r s:and r s:I use r"},
		{"en", "python, r, sql", "python r sql"},
		{"en", "vitamin C.", "vitamin c"},
		{"en", "parking w/o fees", "park s:w s:o fee"},
		{"en", "a) buses b) trams", "s:a bus s:b tram"},
		{"en", "python (and r)", "python s:and r"},
		{"en", "python/r", "python r"},
		{"fr", "chercheurs.euses", "chercheur"},
		{"es", "EE. UU., EE.UU., EE UU y EEUU", "eeuu eeuu eeuu s:y eeuu"},
		{"es", "los RR. HH.; RRHH", "s:los rrhh rrhh"},
		{"en", "the U. S. A., the U.S.A. or USA", "s:the usa s:the usa s:or usa"},
		{"en", "a Ph.D., my PhD; an M.Sc.", "s:a phd s:my phd s:an msc"},
		{"de", "der e. V., e.V. und eV", "s:der ev ev s:und ev"},
		{"en", "plan B. A bus", "plan b s:A bus"},
		{"en", "go.we stay", "go.we stay"},
	}
	for _, tt := range tests {
		if got := marks(analyzer(t, Options{Lang: in(t, tt.lang)}).Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%s: %q:\n got %s\nwant %s", tt.lang, tt.answer, got, tt.want)
		}
	}
}

// Each abbreviation of each list is a stop word as people write it: with the last full stop, with
// spaces between its parts, and in front of a word.
func TestEveryAbbreviation(t *testing.T) {
	for _, code := range Languages() {
		l := in(t, code)
		a := analyzer(t, Options{Lang: l})
		for entry, traits := range l.words {
			if traits&stop == 0 || !strings.Contains(entry, ".") {
				continue
			}
			for _, written := range []string{entry, strings.TrimSuffix(entry, ".") + ".", strings.ReplaceAll(strings.TrimSuffix(entry, "."), ".", ". ") + "."} {
				for _, token := range a.Tokens(written + " 1") {
					if token.Kind == Counted {
						t.Errorf("%s: %q of [stop] is no stop word in %q", code, entry, written)
					}
				}
			}
		}
	}
}

// A full stop without a space ends a sentence, but not a name.
func TestStopWithoutSpace(t *testing.T) {
	tests := []struct{ answer, want string }{
		{"slow lift.warm soup", "slow lift warm soup"},
		{"quiet rooms.I slept", "quiet room s:I slept"},
		{"vue.js, main.py and data.table", "vuejs main.py s:and data.table"},
		{"Node.js, ASP.NET", "nodejs asp.net"},
		{"setup-env.csh, cache.example.io", "setupenv.csh cache.example.io"},
		{"e.g. pools", "s:e.g pool"},
	}
	for _, tt := range tests {
		if got := marks(analyzer(t, Options{Lang: in(t, "en")}).Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.answer, got, tt.want)
		}
	}
}

// Only words that are marked begin an abbreviation with spaces, or words that only look like a negation:
// a look at each word finds no other, in a text of all words of the lists.
func TestMarkedWords(t *testing.T) {
	for _, code := range Languages() {
		a := analyzer(t, Options{Lang: in(t, code), NoStem: true})
		if code == "en" { // to find out which languages all words speak for takes long
			a.opt.Others = []*Language{in(t, "de")}
		}
		var text strings.Builder
		for _, word := range slices.Sorted(maps.Keys(a.lang.words)) {
			text.WriteString(word + " " + strings.ReplaceAll(strings.TrimSuffix(word, "."), ".", ". ") + ". " + strings.ReplaceAll(word, ".", " ") + " ")
		}
		for _, phrase := range slices.Concat(a.lang.affirming, [][]string{{"z.", "B.", "d", "h", "e.", "g."}}) {
			text.WriteString(strings.Join(phrase, " ") + ", ")
		}
		a.text = text.String()
		a.split()
		a.recut()
		a.lookUp()
		begin := 0
		for i := range a.tokens {
			w := a.tokens[i].Word
			if n := a.abbreviation(i); n > 0 && !w.has(dotted) {
				t.Errorf("%s: %q begins an abbreviation and is not marked", code, w.Form)
			}
			if n := a.lang.notNegation(a.tokens[i:]); n > 0 && !w.has(affirms) {
				t.Errorf("%s: %q begins no negation and is not marked", code, w.Form)
			} else if n > 0 {
				begin++
			}
		}
		if begin == 0 && len(a.lang.affirming) > 0 {
			t.Errorf("%s: no phrase that only looks like a negation is found", code)
		}
	}
}
