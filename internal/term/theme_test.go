package term

import (
	"strings"
	"testing"
)

// A theme has what its terms count as, by way of synonyms and phrases, too.
func TestThemesFollowWhatCounts(t *testing.T) {
	opt := Options{
		Synonyms: []Synonym{{From: "dependencies", To: "package"}, {From: "red tape", To: "rules"}, {From: "bug", To: "error message"}},
		Phrases:  []string{"build system"}, Keep: []string{"builds"},
	}
	const answer = "packages, dependency and dependent, red tape, a build system manager, builds, a bug, an error message"
	for _, tt := range []struct{ term, want string }{
		{"package", "packages dependency dependent"},
		{"package*", "packages dependency dependent"},
		{"pack*", "packages dependency dependent"},
		{"dependencies", "packages dependency dependent"},
		{"dependenci*", "packages dependency dependent"},
		{"Depend*", "packages dependency dependent"},
		{"red tape", "red tape"},
		{"rule", "red tape"},
		{"rul*", "red tape"},
		{"build system", "build system"},
		{"build system manager", "build system"},
		{"builds", "builds"},
		{"build", ""},
		{"bug", "bug"},
		{"error message", "bug error"},
		{"err*", "bug error"},
		{"manag*", "manager"},
		{"managers*", "manager"},
		{"nowhere", ""},
	} {
		a := analyzer(t, opt)
		themes := a.NewThemes([]ThemeTerm{{Theme: "x", Term: tt.term}})
		var got []string
		tokens := a.Tokens(answer)
		for i := range tokens {
			if themes.Length(tokens[i:], 0) > 0 {
				got = append(got, tokens[i].Form)
			}
		}
		mentions := 0
		themes.Match(tokens, func(int) { mentions++ })
		if found := strings.Join(got, " "); found != tt.want || mentions != len(got) {
			t.Errorf("%s: %q and %d mentions, want %q", tt.term, found, mentions, tt.want)
		}
		if met := themes.Met(0); met != (tt.want != "") {
			t.Errorf("%s: met %v", tt.term, met)
		}
	}
}
