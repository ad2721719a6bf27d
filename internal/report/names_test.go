package report

import (
	"slices"
	"testing"

	"verbatim/internal/prose"
)

func TestNames(t *testing.T) {
	for _, tt := range []struct{ paths, want []string }{
		{[]string{"/home/ann/answers.csv"}, []string{"answers.csv"}},
		{[]string{"-"}, []string{"-"}},
		{[]string{"./w1/a.csv", "/home/w2/a.csv", "b.csv"}, []string{"w1/a.csv", "w2/a.csv", "b.csv"}},
		{[]string{"/x/w/a.csv", "/y/w/a.csv", "/z/b.csv"}, []string{"x/w/a.csv", "y/w/a.csv", "b.csv"}},
		{[]string{"a.csv", "/tmp/a.csv"}, []string{"a.csv", "tmp/a.csv"}},
		{[]string{"/tmp/a.csv", "/tmp/./a.csv"}, []string{"a.csv", "a.csv"}},
	} {
		if got := prose.Texts(tt.paths, NamesOf(tt.paths).Of); !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.paths, got, tt.want)
		}
	}
	if got := NamesOf(nil).Of("/lists/themes.csv"); got != "themes.csv" {
		t.Errorf("a list: %q", got)
	}
	if got := NamesOf(nil).Of(""); got != "" {
		t.Errorf("no file: %q", got)
	}
}
