package prose

import (
	"strings"
	"testing"
)

// What a build server would run is no longer a command, wherever a line is
// broken; other colons and signs stay.
func TestPlainOfCommands(t *testing.T) {
	for s, want := range map[string]string{
		"::error::x": "∷error::x", "a ::set-output name=b::c": "a ∷set-output name=b::c", "x\n::error::y": "x ∷error::y",
		"##[error]x": "# #[error]x", "a##vso[task.complete]": "a# #vso[task.complete]", "std::vector": "std::vector", "C# ## x": "C# ## x",
	} {
		if got := Plain(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

// What is written for programs keeps its lines and spaces, and no line is a command.
func TestWritten(t *testing.T) {
	for s, want := range map[string]string{
		"one\r\n  two  three\n\nfour": "one\n  two  three\n\nfour", "ＴＥＡＭ\u00a0ﬁ ‘x’": "ＴＥＡＭ\u00a0ﬁ ‘x’", "a\tb\rc\u2028d\u0085e": "a b\nc\nd\ne",
		"x\n::error::y": "x\n∷error::y", "x\n \u3000::error::y": "x\n \u3000∷error::y", "x\n##[error]": "x\n# #[error]",
		"\x1b[2J\x00\x7f": "␛[2J␀␡", "\u202egnp.exe": "\ufffdgnp.exe", "a\xffb": "a\ufffdb",
	} {
		if got := Written(s); got != want {
			t.Errorf("%q: %q, want %q", s, got, want)
		}
	}
}

func TestShorten(t *testing.T) {
	for text, want := range map[string]string{"short  text": "short text", "one two three four five six": "one two three four…", strings.Repeat("x", 30): strings.Repeat("x", 19) + "…"} {
		if got := Shorten(text, 20); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A share that is not zero never shows as nothing.
func TestPercent(t *testing.T) {
	for share, want := range map[float64]string{
		0: "0%", 0.0001: "<1%", 0.001: "<1%", 0.0049: "<1%", 0.005: "1%", 0.125: "13%", 0.4: "40%", 0.404: "40%", 0.9949: "99%", 0.996: "100%", 1: "100%",
	} {
		if got := Percent(share); got != want {
			t.Errorf("%g is %q, want %q", share, got, want)
		}
	}
	for difference, want := range map[float64]string{0: "+0", 0.2: "+20", -0.2: "+20", 0.001: "<1"} {
		if got := Points(difference); got != want {
			t.Errorf("a difference of %g is %q, want %q", difference, got, want)
		}
	}
}

func TestCapitalized(t *testing.T) {
	for text, want := range map[string]string{"trust": "Trust", "iPhone": "iPhone", "no trust": "No trust", "état": "État", "信頼": "信頼", "C++": "C++", "": ""} {
		if got := Capitalized(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// A title that would end a rule of style, or its element, does not.
func TestStyleText(t *testing.T) {
	if got := StyleText(`a"; } </style>é 1` + "\n"); got != `"a\22 \3B  \7D  \3C \2F style\3E é 1\A "` {
		t.Errorf("got %s", got)
	}
}
