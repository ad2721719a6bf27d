package term

import "testing"

func TestPacked(t *testing.T) {
	for _, text := range []string{"trust", "trust and openness", "openness", "Wörter"} {
		for end := 1; end <= min(8, len(text)); end++ {
			if a, b := packed(text, 0, end), packed(text[:end], 0, end); a != b || a == 0 {
				t.Errorf("packed(%q) = %x in its answer, %x alone", text[:end], a, b)
			}
		}
	}
}
