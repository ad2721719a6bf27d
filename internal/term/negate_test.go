package term

import (
	"fmt"
	"strings"
	"testing"
)

// What is denied, and what only looks like it, by language.
func TestNegatedIn(t *testing.T) {
	tests := []struct{ code, answer, want string }{
		{"de", "Ich vertraue ihnen nicht", ""},
		{"de", "Ich vertraue nicht der Leitung.", "Leitung"},
		{"de", "die Kommunikation funktioniert nicht", "funktioniert"},
		{"de", "Die Transparenz ist nicht da, aber Vertrauen", ""},
		{"de", "nicht transparent, sondern geheim", "transparent"},
		{"de", "nicht nur transparent, sondern auch offen", ""},
		{"de", "Vertrauen, nicht Kontrolle", "Kontrolle"},
		{"de", "weder offen noch ehrlich", "offen"},
		{"de", "ohne Zweifel Vertrauen", ""},
		{"de", "Offene Kommunikation fehlt", "Kommunikation"},
		{"de", "Es fehlt an Vertrauen", "Vertrauen"},
		{"en", "whether or not trust", ""},
		{"en", "I do not use Windows", "use"},
		{"en", "not really all that transparent, not a problem", "transparent problem"},
		{"en", "no time or money", "time"},
		{"en", "To not be evil, can't be evil", "evil evil"},
		{"en", "never been trusted, I don't have enough time", "trusted time"},
		{"en", "nobody has time, they do not have to wait, not is", "time"},
		{"en", "No code refactoring, missing code editor", "refactoring editor"},
		{"en", "lack of decent documentation", "documentation"},
		{"en", "no obvious way; no very clear internal docs; without trust people leave", "way docs trust"},
		{"en", "no documentation available, no time left", "documentation time"},
		{"en", "no docs/tests, no reviews and tests", "docs reviews"},
		{"en", "no documentation, tests", "documentation"},
		{"en", "not good documentation", "good"},
		{"es", "sin documentación interna", "documentación"},
		{"es", "no tengo tiempo", "tiempo"},
		{"es", "no hay transparencia, no es clara", "transparencia clara"},
		{"es", "no tengo que pagar", ""},
		{"de", "ich habe keine Zeit, niemand hat Geld", "Zeit Geld"},
		{"de", "weil sie Vertrauen nicht haben", "Vertrauen"},
		{"fr", "je n'ai pas le temps, rien n'est clair", "temps clair"},
		{"it", "non ho tempo, non è chiaro, non c'è fiducia", "tempo chiaro fiducia"},
		{"pt", "não tenho tempo, não é claro", "tempo claro"},
		{"ro", "nu am timp", "timp"},
		{"nl", "niemand heeft tijd", "tijd"},
		{"sv", "som inte är öppen", "öppen"},
		{"en", "not in the office", ""},
		{"en", "isn't clear, cannot find, without any help", "clear find help"},
		{"de", "keine Zeit, kein wirklich gutes Team", "Zeit gutes"},
		{"fr", "pas d'argent, pas le temps", "argent temps"},
		{"en", "no less transparent", ""},
		{"en", "it is not without trust", ""},
		{"en", "slow or not transparent", "transparent"},
		{"de", "ob transparent oder nicht", ""},
		{"de", "langsam oder nicht transparent", "transparent"},
		{"en", "trust is missing", ""},
		{"en", "missing documentation", "documentation"},
		{"en", "trust missing, people are good", "trust"},
		{"en", "they lack nothing, trust is there", ""},
		{"fr", "la confiance manque", "confiance"},
		{"fr", "manque de confiance", "confiance"},
		{"es", "falta confianza", "confianza"},
		{"es", "hace falta confianza", ""},
		{"es", "la confianza falta", "confianza"},
		{"sv", "förtroende saknas", "förtroende"},
		{"no", "det mangler tillit", "tillit"},
		{"ru", "доверие отсутствует", "доверие"},
		{"nl", "Ik vertrouw niet", "vertrouw"},
		{"nl", "de communicatie werkt niet", "werkt"},
		{"nl", "niet open maar eerlijk", "open"},
		{"nl", "niet alleen open maar eerlijk", ""},
		{"nl", "noch open noch eerlijk", "open eerlijk"},
		{"sv", "inte öppenhet utan kontroll", "öppenhet"},
		{"sv", "inte öppenhet, utan kontroll", "öppenhet"},
		{"sv", "inte bara öppenhet utan också kontroll", ""},
		{"sv", "utan öppenhet", "öppenhet"},
		{"sv", "ingen öppenhet utan förtroende", "öppenhet förtroende"},
		{"sv", "kommunikationen fungerar inte", "fungerar"},
		{"sv", "jag litar inte på dem", ""},
		{"sv", "varken öppenhet eller kontroll", "öppenhet"},
		{"da", "Kommunikationen fungerer ikke", "fungerer"},
		{"da", "ikke bare åbenhed men ærlighed", ""},
		{"da", "uden tillid", "tillid"},
		{"no", "Kommunikasjonen fungerer ikke", "fungerer"},
		{"no", "ikke bare åpenhet men ærlighet", ""},
		{"no", "ikke åpenhet men ærlighet", "åpenhet"},
		{"fr", "ils ne font que la communication", ""},
		{"fr", "il n'y a que la confiance", ""},
		{"fr", "il n'y a qu'une équipe", ""},
		{"fr", "il n'y a pas que la confiance", ""},
		{"fr", "ils n'écoutent rien", "écoutent"},
		{"fr", "la direction ne communique jamais", "communique"},
		{"fr", "la direction ne communique plus", "communique"},
		{"fr", "ce n'est pas clair", "clair"},
		{"fr", "non seulement transparent mais ouvert", ""},
		{"fr", "ni ouvert ni honnête", "ouvert honnête"},
		{"es", "no sólo transparente sino abierto", ""},
		{"es", "no solamente confianza", ""},
		{"es", "no transparente sino abierto", "transparente"},
		{"es", "falta de confianza", "confianza"},
		{"it", "non solo trasparente ma aperto", ""},
		{"it", "non molto trasparente ma aperto", "trasparente"},
		{"it", "né aperto né onesto", "aperto onesto"},
		{"pt", "não só transparente mas aberto", ""},
		{"pt", "não muito transparente mas aberto", "transparente"},
		{"fi", "ei vain avoin vaan rehellinen", ""},
		{"fi", "ei avoin vaan rehellinen", "avoin"},
		{"fi", "luottamuksen puute", "luottamuksen"},
		{"ru", "не только открытость, но и честность", ""},
		{"ru", "не открытость, а честность", "открытость"},
		{"ru", "ни открытости ни честности", "открытости честности"},
		{"ro", "nu doar transparent ci deschis", ""},
		{"ro", "lipsa de încredere", "încredere"},
		{"hu", "nem csak átlátható hanem nyitott", ""},
		{"hu", "bizalom hiánya", "bizalom"},
		{"tr", "sadece şeffaf değil dürüst", ""},
		{"tr", "şeffaf değil", "şeffaf"},
		{"tr", "ne şeffaf ne dürüst", "şeffaf dürüst"},
		{"ga", "ní amháin oscailte ach macánta", ""},
		{"ga", "gan muinín", "muinín"},
		{"ar", "ليس فقط شفاف بل منفتح", ""},
		{"ar", "ثقة وليس سيطرة", "سيطرة"},
		{"ta", "நம்பிக்கை இல்லை", "நம்பிக்கை"},
	}
	for _, tt := range tests {
		got := ""
		for _, tok := range analyzer(t, Options{Lang: in(t, tt.code)}).Tokens(tt.answer) {
			if tok.Negated {
				got += " " + tok.Form
			}
		}
		if want := tt.want; want != "" && got != " "+want || want == "" && got != "" {
			t.Errorf("%s: %q: denied are%s, want %s", tt.code, tt.answer, got, want)
		}
	}
}

// A denied word is a word of its own, in the wording of the answer and under a key of its own; a word
// that is set aside is not, and neither is one that is not to be. A theme has both.
func TestDenied(t *testing.T) {
	tests := []struct{ code, answer, want string }{
		{"en", "Not really TRANSPARENT", "not really TRANSPARENT"},
		{"en", "we don't trust them", "don't trust"},
		{"en", "no quid pro quo; quid pro quo", "no quid pro quo"},
		{"en", "not good, no money", ""},
		{"es", "Sin español, sin dinero", "sin español"},
		{"de", "Kein Geld und Geld, nicht pünktlich", "kein Geld|nicht pünktlich"},
		{"de", "Geld fehlt", "Geld fehlt"},
		{"fr", "pas d'argent, pas assez d'argent", "pas d'argent|pas assez d'argent"},
		{"tr", "şeffaf değil", "şeffaf değil"},
	}
	words := map[string]string{"en": "transparent trust good", "es": "español", "de": "Geld pünktlich", "fr": "argent", "tr": "şeffaf"}
	for _, tt := range tests {
		opt := Options{Lang: in(t, tt.code), Filler: true, Phrases: []string{"quid pro quo"}}
		plain := analyzer(t, opt)
		for _, w := range append(strings.Fields(words[tt.code]), "quid pro quo") {
			opt.Denied = append(opt.Denied, plain.Tokens(w)[0].Key)
		}
		a := analyzer(t, opt)
		themes := a.NewThemes([]ThemeTerm{{Theme: "x", Term: strings.Fields(words[tt.code])[0]}})
		var got []string
		for _, tok := range a.Tokens(tt.answer) {
			if tok.Denies == nil {
				continue
			}
			got = append(got, tok.Form)
			root, own := RootOf(tok.Key), RootOf(tok.Plain().Key)
			if !root.Denied || root.Key() != tok.Key || root.Stem != own.Stem || own.Denied || themes.Of(tok.Word) != themes.Of(tok.Plain()) {
				t.Errorf("%q: %+v, %+v", tok.Form, root, own)
			}
		}
		if strings.Join(got, "|") != tt.want {
			t.Errorf("%s: %q: denied are %q, want %q", tt.code, tt.answer, got, tt.want)
		}
	}
}

func TestNotNegation(t *testing.T) {
	tests := []struct {
		code, words string
		want        int
	}{
		{"en", "not only transparent", 2},
		{"en", "no doubt trust", 2},
		{"en", "without a doubt good", 3},
		{"en", "not transparent", 0},
		{"en", "not", 0},
		{"de", "nicht nur offen", 2},
		{"es", "no solo transparente", 2},
		{"es", "sin duda confianza", 2},
		{"it", "non solo", 2},
		{"fr", "pas seulement", 2},
		{"ru", "не только", 2},
		{"sv", "inte bara", 2},
	}
	for _, tt := range tests {
		var tokens []Token
		for word := range strings.FieldsSeq(tt.words) {
			tokens = append(tokens, Token{Word: &Word{Folded: word}})
		}
		if got := analyzer(t, Options{Lang: in(t, tt.code)}).notNegation(tokens); got != tt.want {
			t.Errorf("%s: %q: got %d, want %d", tt.code, tt.words, got, tt.want)
		}
	}
}

// What is known of a negator and the word beside it changes nothing: every answer is read as by an analyzer
// that has read no other.
func TestDeniedPairs(t *testing.T) {
	answers := []string{"no time", "no  time", "No time, NO TIME", "not the time", "NO TIME", "no time no money", "no\ntime", "can not trust", "can  not trust", "cannot trust", "without trust. No trust",
		"no more time", "no not time", "not only time", "no-time", "no Time", "neither time nor trust"}
	opt := Options{Denied: []string{"time", "trust"}, Twins: map[string]string{"can not": "cannot"}}
	wording := func(a *Analyzer, answer string) (out string) {
		for _, x := range a.Tokens(answer) {
			out += fmt.Sprintf("%s (%+v %v) ", x.Form, RootOf(x.Key), x.Negated)
		}
		return out
	}
	all, denied := analyzer(t, opt), 0
	for range 2 {
		for _, answer := range answers {
			got, want := wording(all, answer), wording(analyzer(t, opt), answer)
			if got != want {
				t.Errorf("%q: %s after others, %s alone", answer, got, want)
			}
			denied += strings.Count(got, "true")
		}
	}
	if len(all.pairs) < 3 || denied < 20 {
		t.Errorf("%d pairs, %d denied words", len(all.pairs), denied)
	}
}
