package typeface

import (
	"strings"
	"testing"
)

// Every embedded font states its copyright and its licence.
func TestLicence(t *testing.T) {
	for _, weight := range []Weight{Regular, Bold} {
		chain, err := Embedded(weight)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range chain.Fonts() {
			text, err := f.Licence()
			if err != nil || !strings.Contains(text, "icense") || !strings.Contains(text, "opyright") && !strings.Contains(text, "©") && !strings.Contains(text, "(c)") {
				t.Errorf("%s: %q, %v", f.Name, text, err)
			}
		}
	}
}
