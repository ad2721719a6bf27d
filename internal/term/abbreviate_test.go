package term

import (
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/value"
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
		{"en", "20 °C in R", "n:20 s:C s:in r"},
		{"en", "python (and r)", "python s:and r"},
		{"en", "python/r", "python r"},
		{"en", "rows[b;d] and Zoë_[c] in python [r]", "row s:b s:d s:and zoë s:c s:in python r"},
		{"fr", "chercheurs.euses", "chercheur"},
		{"es", "EE. UU., EE.UU., EE UU y EEUU", "eeuu eeuu eeuu s:y eeuu"},
		{"es", "los RR. HH.; RRHH", "s:los rrhh rrhh"},
		{"en", "the U. S. A., the U.S.A. or USA", "s:the usa s:the usa s:or usa"},
		{"en", "a Ph.D., my PhD; an M.Sc.", "s:a phd s:my phd s:an msc"},
		{"en", "a Ph. D., my PhD; Ph D, an M. Sc. e. g. in the U. S.", "s:a phd s:my phd phd s:an msc s:e s:g s:in s:the us"},
		{"sv", "en ph. d. i kemi", "s:en phd s:i kemi"},
		{"ru", "к. т. н., к.т.н. и PhD", "ктн ктн s:и phd"},
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

// listed are the entries of a section in the file of a language, of all sections if it is "".
func listed(t *testing.T, code, section string) (entries []string) {
	t.Helper()
	file, err := os.Open("../lang/words/" + code + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	err = value.ReadSections(code, file, func(in, line string) error {
		if in != "language" && (section == "" || in == section) {
			entries = append(entries, value.Entries(line)...)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return entries
}

// Each abbreviation of each list is a stop word, or one term, as people write it: with the last full
// stop, with spaces between its parts, and in front of a word.
func TestEveryAbbreviation(t *testing.T) {
	for _, code := range lang.Languages() {
		l := in(t, code)
		a := analyzer(t, Options{Lang: l})
		for _, entry := range slices.Concat(listed(t, code, "stop"), listed(t, code, "content")) {
			if !strings.Contains(entry, ".") {
				continue
			}
			terms := make(map[string]bool)
			for _, written := range []string{entry, strings.TrimSuffix(entry, ".") + ".", strings.ReplaceAll(strings.TrimSuffix(entry, "."), ".", ". ") + "."} {
				for _, token := range a.Tokens(written + " 1") {
					if token.Kind == Counted {
						terms[token.Key] = true
					}
				}
			}
			if stop := l.Has(l.Fold(entry), lang.Stop); stop && len(terms) > 0 || !stop && len(terms) != 1 {
				t.Errorf("%s: %q counts as %v", code, entry, terms)
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
	for _, code := range lang.Languages() {
		a := analyzer(t, Options{Lang: in(t, code), NoStem: true})
		if code == "en" { // to find out which languages all words speak for takes long
			a.opt.Others = []*lang.Language{in(t, "de")}
		}
		var text strings.Builder
		for _, word := range listed(t, code, "") {
			text.WriteString(word + " " + strings.ReplaceAll(strings.TrimSuffix(word, "."), ".", ". ") + ". " + strings.ReplaceAll(word, ".", " ") + " ")
		}
		affirming := slices.Collect(maps.Values(a.lang.Affirming))
		for _, phrase := range slices.Concat(slices.Concat(affirming...), [][]string{{"z.", "B.", "d", "h", "e.", "g."}}) {
			text.WriteString(strings.Join(phrase, " ") + ", ")
		}
		a.text = text.String()
		a.split()
		a.recut()
		a.lookUp()
		begin := 0
		for i := range a.tokens {
			w := a.tokens[i].Word
			if n, _ := a.abbreviation(i); n > 0 && !w.has(lang.Dotted) {
				t.Errorf("%s: %q begins an abbreviation and is not marked", code, w.Form)
			}
			if n := a.notNegation(a.tokens[i:]); n > 0 && !w.has(lang.Affirms) {
				t.Errorf("%s: %q begins no negation and is not marked", code, w.Form)
			} else if n > 0 {
				begin++
			}
		}
		if begin == 0 && len(a.lang.Affirming) > 0 {
			t.Errorf("%s: no phrase that only looks like a negation is found", code)
		}
	}
}

// Sayings and function words with an apostrophe or a hyphen are no terms.
func TestElidedStopWords(t *testing.T) {
	tests := map[string]string{
		"fr": "s'il vous plaît|s'ils en ont|s’il-vous-plaît|jusqu'à demain|jusqu'au|jusqu'ici|aujourd'hui|aujourd’hui|quelqu'un|quelqu'une|presqu'une|c'est-à-dire|d'accord|d'abord|d'ailleurs|d'habitude|" +
			"d'emblée|n'est-ce pas|qu'est-ce que c'est|est-ce qu'il y en a|lorsqu'il|puisqu'elle|quoiqu'on|l'un et l'autre|d'un|d'après|d'ici là|y'a|y a-t-il|peut-on|faut-il|rien d'autre|l'on|d'ores et déjà|au-delà",
		"it": "d'accordo|senz'altro|dell'altro|all'altro|un'altra|qual è|qual'è|quell'altro|nient'altro|tutt'altro|tutt'ora|c'è|com'è|cos'è|dov'è|anch'io|neanch'io|nessun'altra|qualcos'altro|po'|d'altronde|" +
			"tutt'e|sull'altro|v'è|s'è|l'ho|quand'è|fin'ora|tra l'altro|ch'è|quant'altro|alcun'altra|molt'altro|poc'anzi|degl'altri|dev'essere",
	}
	for code, text := range tests {
		a := analyzer(t, Options{Lang: in(t, code)})
		for answer := range strings.SplitSeq(text, "|") {
			for _, token := range a.Tokens(answer) {
				if token.Kind != StopWord && token.Key != "plaît" && token.Key != "plaire" {
					t.Errorf("%s: %q: %q is a term", code, answer, token.Form)
				}
			}
		}
	}
	kept := analyzer(t, Options{Lang: in(t, "fr")})
	if got, want := marks(kept.Tokens("l'air d'aujourd'hui, l'autonomie, presqu'île"), "l'air d'aujourd'hui, l'autonomie, presqu'île"), "s:l' air s:d' s:aujourd'hui s:l' autonom presqu'îl"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
