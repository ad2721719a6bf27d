package privacy

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/tally"
)

// What takes the place of forms that may each be of few people.
func TestFoldForms(t *testing.T) {
	for _, tt := range []struct {
		forms  string
		beyond int
		want   string
	}{
		{"package 9, packages 9", 0, "package 9, packages 9"},
		{"package 9, packages 2", 0, "package 11"},
		{"package 4, Package 3", 0, "package 7"},
		{"package 4, packages 3, packaging 1", 1, "package 8"},
		{"packages 4, packaged 3, packaging 1", 1, " 8"},
		{"bully 3, bullying 3", 0, "bully 6"},
		{"Doc 3, docs 4", 0, "doc 7"},
		{"install 1, installed 4, installing 4", 1, "install 9"},
		{"compile 2, compiler 3, compilers 3", 0, "compiler 8"},
		{"build-cache 2, buildcache 2, buildcaches 1", 0, "build-cache 5"},
		{"go 1, going 2, ran 6", 0, "ran 9"},
		{"go 1, going 4, run 2, running 4", 0, "run 11"},
		{"happy 3, happier 3", 0, " 6"},
		{"men 3, man 3", 0, " 6"},
		{"größe 3, größen 3", 0, "größe 6"},
	} {
		var forms []tally.Form
		for _, part := range strings.Split(tt.forms, ", ") {
			form, n, _ := strings.Cut(part, " ")
			mentions, _ := strconv.Atoi(n)
			forms = append(forms, tally.Form{Form: form, Mentions: mentions})
		}
		var got []string
		for _, f := range foldForms(forms, tt.beyond, 5) {
			got = append(got, fmt.Sprintf("%s %d", f.Form, f.Mentions))
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s, %d beyond: %s, want %s", tt.forms, tt.beyond, strings.Join(got, ", "), tt.want)
		}
	}
}
