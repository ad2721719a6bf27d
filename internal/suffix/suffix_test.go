package suffix

import "testing"

func TestReduce(t *testing.T) {
	r := Rules{Vowels: "aeiou"}
	for step, entries := range [][]string{{"3C-as=", "(lr)-u=o.", "<C-ek=i"}, {"nd-i="}} {
		for _, entry := range entries {
			if err := r.Add(step+1, entry); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, tt := range []struct {
		word, want string
		final      bool
	}{
		{"mendas", "mend", false},
		{"das", "das", false},       // too short
		{"meneas", "meneas", false}, // after a vowel
		{"balu", "balo", true},      // the stem
		{"batu", "batu", false},     // after another letter
		{"mek", "mi", false},
		{"tramek", "tramek", false}, // not at the beginning
		{"bandi", "band", false},    // the second step
	} {
		if got, final := r.Reduce(tt.word); got != tt.want || final != tt.final {
			t.Errorf("%s: %s, %v; not %s, %v", tt.word, got, final, tt.want, tt.final)
		}
	}
	for _, entry := range []string{"as", "as=", "(ab-as=", "C-="} {
		if r.Add(1, entry) == nil {
			t.Errorf("%q is no rule, but read", entry)
		}
	}
}
