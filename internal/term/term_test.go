package term

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/segment"
)

func analyzer(t testing.TB, opt Options) *Analyzer {
	t.Helper()
	a, err := New(opt)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// in gives a supported language.
func in(t testing.TB, code string) *lang.Language {
	t.Helper()
	l, err := lang.LanguageOf(code)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// marks shows tokens as "key", with a letter in front for what is not ranked:
// s: stop word, d: dropped, n: number, a: address, f: e: u: k: set aside
// as filler, echo, subject or keys, and ! before a negated term.
func marks(tokens []Token, answer string) string {
	kinds := map[Kind]string{StopWord: "s:", Dropped: "d:", Number: "n:", Address: "a:"}
	asides := map[Aside]string{Ranked: "", Filler: "f:", Echo: "e:", Subject: "u:", Keys: "k:"}
	var out []string
	for _, t := range tokens {
		s := kinds[t.Kind] + segment.Normalised(answer)[t.Start:t.End]
		if t.Kind == Counted {
			root := RootOf(t.Key)
			s = asides[t.Aside] + strings.TrimPrefix(root.Language+":"+root.Stem, ":")
		}
		if t.Negated {
			s = "!" + s
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	tests := []struct{ answer, want string }{
		{"Transparency and trust.", "transpar s:and trust"},
		{"transparent, trusting; openness!", "transpar trust open"},
		{"work-life balance", "worklif balanc"},
		{"Don’t lose “trust” – it's key", "s:Don't !lose trust s:it's key"},
		{"the council's plan, the councils' plans", "s:the council plan s:the council plan"},
		{"C++, C# and .NET; D3.js (R) Node.js 24/7", "c++ c# s:and .net d3 r nodejs 24/7"},
		{"D3 D3.js d3js", "d3 d3 d3"},
		{"C/C++, C#/.NET, .net; (C++)", "c c++ c# .net .net c++"},
		{"the U.S. and US, U.K. UK", "s:the us s:and us uk uk"},
		{"C++17 C++和", "c++17 c++ 和"},
		{"👍🏽 👍 👍🏿, ❤️ ❤ 👨‍👩‍👧 🇩🇪🇫🇷", "👍 👍 👍 ❤ ❤ 👨‍👩‍👧 🇩🇪 🇫🇷"},
		{"R&D, Q&A, I/O and/or 5G COVID-19", "r&d q&a i/o s:and s:or 5g covid19"},
		{"spell-check spellcheck e-mail email", "spellcheck spellcheck email email"},
		{"ask me@example.org or see https://example.org/a?b=1, www.example.org @handle", "ask a:me@example.org s:or see a:https://example.org/a?b=1 a:www.example.org a:@handle"},
		{"github.com/a/b (example.org/x) Node.js/React", "a:github.com/a/b a:example.org/x nodejs react"},
		{"3 of 10, 1,000.5 and 10%", "n:3 s:of n:10 n:1,000.5 s:and n:10"},
		{"IT for US, it helps us", "it s:for us s:it help s:us"},
		{"IT HELPS US ALL", "s:IT help s:US s:ALL"},
		{"important imports", "important import"},
		{"useful use of integrity, integrated", "useful use s:of integrity integr"},
		{"café cafe\u0301", "café café"},
		{"soft\u00adware zero\u200bwidth", "softwar zero !width"},
		{"Ｔｅａｍ and ℌello", "team s:and hello"},
		{"K\ufffdln is \ufffd old", "d:K\ufffdln s:is d:\ufffd old"},
		{"🞄 team 🠀 👍", "team 👍"},
		{"it calls task.find() again", "s:it call task.find s:again"},
		{"a struggle. I'm stuck", "s:a struggl s:I'm stuck"},
		{"bicy\u200dcle, \ufb02owers and _slow_ __work_life__", "bicycl flower s:and slow worklif"},
		{"█▓ team ┌──┐ ★★★ m² ½ ⣿⠀", "team n:m²"},
		{"👍 great 👩‍💻", "👍 great 👩‍💻"},
		{"strengths:people, trust.Openness ASP.NET spack.yaml", "strength peopl trust open asp.net spack.yaml"},
		{"доверие и 信頼, 看看", "доверие и 信頼 看看"},
		{"-- ?? trust ...", "trust"},
		{"", ""},
		{" \n\t", ""},
	}
	for _, tt := range tests {
		a := analyzer(t, Options{})
		if got := marks(a.Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.answer, got, tt.want)
		}
	}
}

func TestOptions(t *testing.T) {
	const answer = "The  Imports are not Trusted"
	tests := []struct {
		name string
		opt  Options
		want string
	}{
		{"zero value", Options{}, "s:The import s:are s:not !trust"},
		{"no stem", Options{NoStem: true}, "s:The imports s:are s:not !trusted"},
		{"no stop words", Options{NoStopwords: true}, "the import are not !trust"},
		{"whole", Options{Whole: true}, "the imports are not trusted"},
		{"split", Options{Split: " are "}, "the imports not trusted"},
		{"keep", Options{Keep: []string{"THE", "imports"}}, "the imports s:are s:not !trust"},
		{"drop", Options{Drop: []string{"imports"}}, "s:The d:Imports s:are s:not !trust"},
		{"stop", Options{Stop: []string{"Imports"}}, "s:The s:Imports s:are s:not !trust"},
		{"stop alone", Options{Stop: []string{"Imports"}, NoStopwords: true}, "the s:Imports are not !trust"},
		{"names", Options{Names: map[string]string{"imports": "Imports"}}, "s:The Imports s:are s:not !trust"},
		{"subject", Options{Subject: []string{"import"}}, "s:The u:import s:are s:not !trust"},
	}
	for _, tt := range tests {
		if got := marks(analyzer(t, tt.opt).Tokens(answer), answer); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestNegated(t *testing.T) {
	tests := []struct{ answer, want string }{
		{"not transparent", "s:not !transpar"},
		{"no trust", "s:no !trust"},
		{"lack of trust", "lack s:of !trust"},
		{"without openness", "s:without !open"},
		{"it isn't clear", "s:it s:isn't !clear"},
		{"never honest", "s:never !honest"},
		{"neither open nor honest", "s:neither !open s:nor !honest"},
		{"not only transparent but open", "s:not s:only transpar s:but open"},
		{"no doubt trust", "s:no doubt trust"},
		{"trust, not control", "trust s:not !control"},
		{"not clear but honest", "s:not !clear s:but honest"},
		{"no trust. Openness", "s:no !trust open"},
		{"not\nopen", "s:not open"},
	}
	for _, tt := range tests {
		if got := marks(analyzer(t, Options{}).Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.answer, got, tt.want)
		}
	}
}

// Capitals inside a sentence tell names, but not where every word has one.
func TestInside(t *testing.T) {
	for _, tt := range []struct{ code, answer, want string }{
		{"en", "We moved to Teams and Slack from windows. Spark too", "Teams Slack"},
		{"en", "Openness and Trust", ""},
		{"en", "Open plan, Trust in people", ""},
		{"en", "the UK and R and macOS", ""},
		{"de", "wir nutzen die Fenster", ""},
		{"es", "uso Python para análisis", "Python"},
	} {
		var got []string
		for _, tok := range analyzer(t, Options{Lang: in(t, tt.code)}).Tokens(tt.answer) {
			if tok.Inside {
				got = append(got, tok.Form)
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%q: %v, want %s", tt.answer, got, tt.want)
		}
	}
}

func TestPhrasesAndSynonyms(t *testing.T) {
	opt := Options{
		Phrases:  []string{"quid pro quo", "alignment of interests"},
		Synonyms: []Synonym{{From: "staff", To: "people"}, {From: "public sector", To: "government"}},
	}
	tests := []struct{ answer, want string }{
		{"a Quid  Pro Quo!", "s:a quid pro quo"},
		{"aligned, of interest", "align s:of interest"},
		{"alignment of our interests", "align s:of s:our interest"},
		{"Alignments of interest help staff", "align of interest help peopl"},
		{"the public sectors", "s:the government"},
		{"quid pro", "quid pro"},
	}
	for _, tt := range tests {
		if got := marks(analyzer(t, opt).Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.answer, got, tt.want)
		}
	}
}

func TestSetAside(t *testing.T) {
	opt := Options{Filler: true, Echo: []string{"biggest", "strengths"}, Subject: []string{"spack"}}
	tests := []struct{ answer, want string }{
		{"the community uses Spack a lot", "s:the communiti f:use u:spack s:a f:lot"},
		{"its strength: people", "s:its e:strength f:peopl"},
		{"use", "f:use"},
		{"used a lot", "f:use s:a f:lot"},
		{"I don't use it", "s:I s:don't !f:use s:it"},
		{"aaaaaa asdfg dfghj desks", "k:aaaaaa k:asdfg k:dfghj desk"},
		{"asdf", "k:asdf"},
		{"aaaa poiuytrewq lkjh asdasdasd sdfsdf asdfasdfas", "k:aaaa k:poiuytrewq k:lkjh k:asdasdasd k:sdfsdf k:asdfasdfa"},
		{"qwertyuiop asdfghjkl qwertz", "k:qwertyuiop k:asdfghjkl k:qwertz"},
		{"wert mama reza", "wert mama reza"},
		{"aaa wert power", "aaa wert power"},
		{"a great thing, greatly", "s:a great f:thing great"},
		{"honestly honest, good goods", "f:honestly honest f:good goods"},
	}
	opt.Answers = []string{"great"}
	for _, tt := range tests {
		if got := marks(analyzer(t, opt).Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.answer, got, tt.want)
		}
	}
}

// A header without spaces asks as one with spaces does.
func TestEchoOfHeaders(t *testing.T) {
	for _, header := range []string{"biggestStrengths", "what_are_your_strengths", "biggest.strengths", "Biggest strengths?"} {
		a := analyzer(t, Options{Echo: framed(analyzer(t, Options{}).Question(header))})
		if got, want := marks(a.Tokens("its strength: people"), "its strength: people"), "s:its e:strength peopl"; got != want {
			t.Errorf("%s: got %s, want %s", header, got, want)
		}
	}
}

// framed are the words of a question that all questions are made of.
func framed(question []Asked) (words []string) {
	for _, w := range question {
		if w.Frame {
			words = append(words, w.Form)
		}
	}
	return words
}

// An answer in another language of the survey is read in that one: its stop words, fillers and
// stems. No stem joins words of two languages; what is written alike is one word.
func TestAnswersInOtherLanguages(t *testing.T) {
	others := []*lang.Language{in(t, "de"), in(t, "es"), in(t, "fr")}
	alike := analyzer(t, Options{Others: others, Filler: true}).Alike(NewTexts([]string{"our team", "Zeit", "gut", "die Zeit ist gut", "die Teams und das Team"}))
	a := analyzer(t, Options{Others: others, Alike: alike, Filler: true, Phrases: []string{"buena gente"}})
	for _, tt := range []struct{ answer, want string }{
		{"the cost of the war", "s:the cost s:of s:the war"},
		{"people die in a war and it is bad", "f:peopl die s:in s:a war s:and s:it s:is f:bad"},
		{"das war keine Idee", "s:das s:war s:keine !de:ide"},
		{"mehr Zeit für die Leute", "s:mehr f:de:zeit s:für s:die f:de:leut"},
		{"la libertad para todos", "s:la es:libre s:para s:todos"},
		{"der Preis", "s:der de:preis"},
		{"war", "war"},
		{"War!", "war"},
		{"the pros and cons", "s:the pros s:and con"},
		{"die Teams und das Team sind gut", "s:die team s:und s:das team s:sind f:de:guten"},
		{"der Tag und die Tage", "s:der f:de:tage s:und s:die f:de:tage"},
		{"les attentes de la direction", "s:les fr:attente s:de s:la fr:direct"},
		{"the attention of the director", "s:the attent s:of s:the director"},
		{"es una buena gente", "s:es s:una buena gent"},
	} {
		if got := marks(a.Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%q: got %s, want %s", tt.answer, got, tt.want)
		}
	}
}

func TestElisions(t *testing.T) {
	const answer = "L'honnêteté, aujourd’hui et qu'une équipe"
	a := analyzer(t, Options{Lang: in(t, "fr")})
	if got, want := marks(a.Tokens(answer), answer), "s:L' honnête s:aujourd'hui s:et s:qu' s:une équip"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestLongWordIsItsOwnStem(t *testing.T) {
	word := strings.Repeat("trusting", 40)
	got := analyzer(t, Options{}).Tokens(word)
	if len(got) != 1 || got[0].Key != word {
		t.Errorf("got %v", got)
	}
}

// Any bytes: no panic; tokens lie in the answer one after the other; and what was seen
// before changes nothing.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"Trust", "C++ .NET D3.js", "don't", "a@b.c", "\xff\xfe", "👩‍💻🇬🇧", "ä\u0308\u200b", "IT HELPS",
		"(work-life) \"balance\", it's; no-one's 1-2 --", "neither a nor b", "x'y z-", "a.b:c"} {
		f.Add(seed)
	}
	shared := analyzer(f, Options{Filler: true, Phrases: []string{"a b"}})
	f.Fuzz(func(t *testing.T, answer string) {
		text := segment.Normalised(answer)
		got := marks(shared.Tokens(answer), answer)
		at := 0
		for _, tok := range shared.Tokens(answer) {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(text) {
				t.Fatalf("%q: token at %d-%d after %d", answer, tok.Start, tok.End, at)
			}
			at = tok.End
		}
		if again := marks(analyzer(t, Options{Filler: true, Phrases: []string{"a b"}}).Tokens(answer), answer); got != again {
			t.Fatalf("%q: %v, then %v", answer, got, again)
		}
		shared.Classify(answer)
	})
}

func ExampleAnalyzer_Tokens() {
	a, err := New(Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, token := range a.Tokens("Being transparent about aims") {
		fmt.Println(token.Form, token.Kind == Counted, token.Key)
	}
	// Output:
	// Being false be
	// transparent true transpar
	// about false about
	// aims true aim
}

func BenchmarkTokens(b *testing.B) {
	a := analyzer(b, Options{})
	const answer = "Openness and trust: partners who aren't transparent about their own interests lose our trust quickly."
	b.SetBytes(int64(len(answer)))
	for b.Loop() {
		a.Tokens(answer)
	}
}

// said are answers in some languages.
var said = map[string]string{
	"en": "The documentation is hard to follow|We need more time for testing|The people are very friendly|It takes too long to get an answer|I like the open culture of the team",
	"de": "Die Dokumentation ist schwer zu verstehen|Wir brauchen mehr Zeit für Tests|Die Leute sind sehr freundlich|Es dauert zu lange bis man eine Antwort bekommt|Ich mag die offene Kultur im Team",
	"fr": "La documentation est difficile à suivre|Il nous faut plus de temps pour les tests|Les gens sont très sympathiques|On attend trop longtemps une réponse|J'aime l'esprit ouvert de l'équipe",
	"es": "La documentación es difícil de seguir|Necesitamos más tiempo para las pruebas|La gente es muy amable|Se tarda demasiado en recibir una respuesta|Me gusta la cultura abierta del equipo",
	"pl": "Dokumentacja jest trudna|Potrzebujemy więcej czasu na testy|Ludzie są bardzo mili",
}

// A survey with one answer in five in a second language.
func BenchmarkTokensOthers(b *testing.B) {
	answers := slices.Concat(slices.Repeat(strings.Split(said["en"], "|"), 4), strings.Split(said["de"], "|"))
	for name, others := range map[string][]*lang.Language{"one": nil, "two": {in(b, "de")}, "three": {in(b, "de"), in(b, "es")}} {
		b.Run(name, func(b *testing.B) {
			a := analyzer(b, Options{Others: others})
			for b.Loop() {
				for _, answer := range answers {
					a.Tokens(answer)
				}
			}
		})
	}
}

// Answer classifies as Classify does, without looking at most answers twice.
func FuzzAnswer(f *testing.F) {
	for _, seed := range []string{"n/a", "I don't know", "no trust", "None, thank you", "--", "x", "aaaa", "not sure about trust", "3 none", "’none’"} {
		f.Add(seed)
	}
	a := analyzer(f, Options{})
	f.Fuzz(func(t *testing.T, answer string) {
		if _, got := a.Answer(answer); got != a.Classify(answer) {
			t.Fatalf("%q: %d, Classify says %d", answer, got, a.Classify(answer))
		}
	})
}

// Non-answers of the language of some of the answers are none either.
func TestNonAnswersOfAnotherLanguage(t *testing.T) {
	a := analyzer(t, Options{Others: []*lang.Language{in(t, "es")}})
	for answer, want := range map[string]lang.Class{"Ninguna sugerencia": lang.Nil, "no aplica": lang.NonResponse, "nada claro": lang.Substantive, "None": lang.Nil} {
		if _, got := a.Answer(answer); got != want || a.Classify(answer) != want {
			t.Errorf("%q: %d and %d, want %d", answer, got, a.Classify(answer), want)
		}
	}
}
