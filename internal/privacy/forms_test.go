package privacy_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/privacy"
	"verbatim/internal/tally"
)

// What takes the place of forms that may each be of few people.
func TestFoldForms(t *testing.T) {
	for _, tt := range []struct {
		forms, stem string
		beyond      int
		want        string
	}{
		{"package 9, packages 9", "packag", 0, "package 9, packages 9"},
		{"package 9, packages 2", "packag", 0, "package 11"},
		{"package 4, Package 3", "packag", 0, "package 7"},
		{"package 4, packages 3, packaging 1", "packag", 1, "package(s) 8"},
		{"packages 4, packaged 3, packaging 1", "packag", 1, "package- 8"},
		{"bully 3, bullying 3", "bulli", 0, "bully- 6"},
		{"happy 3, happier 3", "happi", 0, "happ- 6"},
		{"packaging 3, packager 3", "packag", 0, "packag- 6"},
		{"men 3, man 3", "man", 0, "man- 6"},
		{"größe 3, größen 3", "groß", 0, "größe- 6"},
	} {
		var forms []tally.Form
		for _, part := range strings.Split(tt.forms, ", ") {
			form, n, _ := strings.Cut(part, " ")
			mentions, _ := strconv.Atoi(n)
			forms = append(forms, tally.Form{Form: form, Mentions: mentions})
		}
		var got []string
		for _, f := range privacy.FoldForms(forms, tt.stem, tt.beyond, 5) {
			got = append(got, fmt.Sprintf("%s %d", f.Form, f.Mentions))
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s, %d beyond: %s, want %s", tt.forms, tt.beyond, strings.Join(got, ", "), tt.want)
		}
	}
}
