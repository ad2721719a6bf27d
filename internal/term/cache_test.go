package term

import (
	"strings"
	"testing"
)

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
			if got := letters(text, 0); got != wantLetters {
				t.Errorf("letters(%q) = %d, want %d", text, got, wantLetters)
			}
			if got := beyond(text, 0); got != wantBeyond {
				t.Errorf("beyond(%q) = %d, want %d", text, got, wantBeyond)
			}
		}
	}
}

func TestPacked(t *testing.T) {
	for _, text := range []string{"trust", "trust and openness", "openness", "Wörter"} {
		for end := 1; end <= min(8, len(text)); end++ {
			if a, b := packed(text, 0, end), packed(text[:end], 0, end); a != b || a == 0 {
				t.Errorf("packed(%q) = %x in its answer, %x alone", text[:end], a, b)
			}
		}
	}
	if packed("transparency", 0, 12) != 0 {
		t.Error("a word of twelve bytes has a number")
	}
}
