package term

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func analyzer(t testing.TB, opt Options) *Analyzer {
	t.Helper()
	a, err := New(opt)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// marks shows tokens as "key", with a letter in front for what is not ranked.
func marks(tokens []Token) string {
	letter := map[Kind]string{Word: "", StopWord: "s:", Dropped: "d:", Number: "n:", Address: "a:"}
	var out []string
	for _, t := range tokens {
		if t.Kind == Word {
			out = append(out, t.Key)
		} else {
			out = append(out, letter[t.Kind]+t.Form)
		}
	}
	return strings.Join(out, " ")
}

func TestTokens(t *testing.T) {
	tests := []struct{ answer, want string }{
		{"Transparency and trust.", "transpar s:and trust"},
		{"transparent, trusting; openness!", "transpar trust open"},
		{"work-life balance", "work-lif balanc"},
		{"Don’t lose “trust” – it's key", "s:Don't lose trust d:– s:it's key"},
		{"the council's plan, the councils' plans", "s:the council plan s:the council plan"},
		{"C++, C# and .NET; D3.js (R) Node.js 24/7", "c++ c# s:and .net d3.js r node.j 24/7"},
		{"ask me@example.org or see https://example.org/a?b=1, www.example.org @handle", "ask a:me@example.org s:or see a:https://example.org/a?b=1 a:www.example.org a:@handle"},
		{"3 of 10, 1,000.5 and 10%", "n:3 s:of n:10 n:1,000.5 s:and n:10"},
		{"IT for US, it helps us", "it s:for us s:it help s:us"},
		{"IT HELPS US ALL", "s:IT help s:US s:ALL"},
		{"important imports", "important import"},
		{"useful use of integrity, integrated", "useful use s:of integrity integr"},
		{"café cafe\u0301", "café café"},
		{"soft\u00adware zero\u200bwidth", "softwar zerowidth"},
		{"👍 great 👩‍💻", "👍 great 👩‍💻"},
		{"strengths:people, trust.Openness ASP.NET spack.yaml", "strength peopl trust open asp.net spack.yaml"},
		{"-- ?? trust ...", "d:-- d:?? trust d:..."},
		{"доверие и 信頼", "доверие и 信 頼"},
		{"", ""},
		{" \n\t", ""},
	}
	for _, tt := range tests {
		a := analyzer(t, Options{})
		if got := marks(a.Tokens(nil, tt.answer)); got != tt.want {
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
		{"zero value", Options{}, "s:The import s:are s:not trust"},
		{"no stem", Options{NoStem: true}, "s:The imports s:are s:not trusted"},
		{"no stop words", Options{NoStopwords: true}, "the import are not trust"},
		{"whole", Options{Whole: true}, "the imports are not trusted"},
	}
	for _, tt := range tests {
		if got := marks(analyzer(t, tt.opt).Tokens(nil, answer)); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestLanguageError(t *testing.T) {
	if _, err := New(Options{Lang: "tlh"}); err == nil || err.Error() != `language "tlh" is not supported` {
		t.Errorf("got %v", err)
	}
}

func TestClassify(t *testing.T) {
	tests := map[Class][]string{
		NonResponse: {"I don't know", "Do not know", "don’t know!", "No idea yet", "n/a", "N/A", "NA", "n.a.", "not applicable",
			"-", "--", ".", "?", "??", "x", "thanks", "Thank you!", "test", "prefer not to say", "see above", "Not sure, sorry",
			"No thoughts", "IDK"},
		Nil: {"none", "None ", "NONE.", "nothing", "no", "Nope.", "nada", "nothing comes to mind", "None, thank you",
			"No.  All good!", "all good", "Can't think of any", "Not that I recall", "nobody", "Nothing really"},
		Substantive: {"no trust", "nothing is transparent", "I don't know whom to trust", "now", "👍", "no documentation",
			"not clear", "R", "5", "none of the tools work", strings.Repeat("no ", 60)},
	}
	a := analyzer(t, Options{})
	for want, answers := range tests {
		for _, answer := range answers {
			if got := a.Classify(answer); got != want {
				t.Errorf("%q: class %d, want %d", answer, got, want)
			}
		}
	}
	if got := analyzer(t, Options{KeepNonAnswers: true}).Classify("n/a"); got != Substantive {
		t.Errorf("kept non-answer: class %d", got)
	}
}

// No phrase of the grammar is longer than what parse looks at.
func TestGrammarLength(t *testing.T) {
	for phrase := range phrases {
		if n := len(strings.Fields(phrase)); n > longestPhrase {
			t.Errorf("%q has %d words", phrase, n)
		}
	}
}

func TestLongWordIsItsOwnStem(t *testing.T) {
	word := strings.Repeat("trusting", 40)
	got := analyzer(t, Options{}).Tokens(nil, word)
	if len(got) != 1 || got[0].Key != word {
		t.Errorf("got %v", got)
	}
}

// Any bytes: no panic, every form is a part of the normalised answer, and the
// words do not depend on what was seen before.
func FuzzTokens(f *testing.F) {
	for _, seed := range []string{"Trust", "C++ .NET D3.js", "don't", "a@b.c", "\xff\xfe", "👩‍💻🇬🇧", "ä\u0308\u200b", "IT HELPS"} {
		f.Add(seed)
	}
	shared := analyzer(f, Options{})
	f.Fuzz(func(t *testing.T, answer string) {
		got := shared.Tokens(nil, answer)
		rest := normalise(answer)
		for _, tok := range got {
			_, after, ok := strings.Cut(rest, tok.Form)
			if !ok || tok.Form == "" {
				t.Fatalf("%q: form %q is not in the answer after the one before it", answer, tok.Form)
			}
			rest = after
		}
		if again := analyzer(t, Options{}).Tokens(nil, answer); !slices.Equal(got, again) {
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
	for _, token := range a.Tokens(nil, "Being transparent about 3 aims") {
		fmt.Println(token.Form, token.Kind == Word, token.Key)
	}
	// Output:
	// Being false being
	// transparent true transpar
	// about false about
	// 3 false 3
	// aims true aim
}

func BenchmarkTokens(b *testing.B) {
	a := analyzer(b, Options{})
	const answer = "Openness and trust: partners who aren't transparent about their own interests lose our trust quickly."
	var tokens []Token
	b.SetBytes(int64(len(answer)))
	for b.Loop() {
		tokens = a.Tokens(tokens[:0], answer)
	}
}
