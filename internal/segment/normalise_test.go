package segment

import (
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

func TestNormalised(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"plain `x`", "plain 'x'"},
		{"don’t", "don't"},
		{"cafe\u0301", "café"},
		{"soft\u00adware zero\u200bwidth", "software zero width"},
		{"bicy\u200dcle \ufb02ower 👨‍👩‍👧", "bicycle flower 👨‍👩‍👧"},
		{"Ｔｅａｍ ℌello", "Team Hello"},
		{"K\xffln", "K\ufffdln"},
	} {
		if got := Normalised(tt.text); got != tt.want {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}

// The short way of normalising gives what the long way gives.
func FuzzNormalise(f *testing.F) {
	for _, seed := range []string{"plain", "don’t `x`", "cafe\u0301", "\xff", "na\u00efve \u2014 \u00ad", "a\u0300\u0301", "가", "Å"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := foldSigns(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD")), 0)
		if got := Normalised(s); got != want {
			t.Fatalf("%q: %q, want %q", s, got, want)
		}
	})
}

// Eight bytes at a time or one by one: the same comes out.
func TestEightAtOnce(t *testing.T) {
	for b := range 256 {
		for n := range 20 {
			text := strings.Repeat("x", n) + string([]byte{byte(b)}) + strings.Repeat("z", 19-n)
			wantLetters, wantBeyond := 0, 0
			for wantLetters < len(text) && byteKinds[text[wantLetters]] == kindLetter {
				wantLetters++
			}
			for wantBeyond < len(text) && text[wantBeyond] < 0x80 && text[wantBeyond] != '`' {
				wantBeyond++
			}
			if got := letters(text); got != wantLetters {
				t.Errorf("letters(%q) = %d, want %d", text, got, wantLetters)
			}
			if got := beyond(text, 0); got != wantBeyond {
				t.Errorf("beyond(%q) = %d, want %d", text, got, wantBeyond)
			}
		}
	}
}
