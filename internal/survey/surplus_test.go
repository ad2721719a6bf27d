package survey

import (
	"fmt"
	"strings"
	"testing"
)

// What stands past the header, and in a file without delimiters, is not lost.
func TestSurplus(t *testing.T) {
	cases := []struct {
		name, text string
		column     int
		want       string // answers to the column
		lines      string // of the warnings
	}{
		{"one column", "What matters most?\nTrust, honesty\nOpenness\n\"Time, \"\"money\"\"\"\nsaid \"yes, no\", and more; or | less\n", 1,
			`["Trust, honesty" "Openness" "Time, \"money\"" "said \"yes, no\", and more; or | less"]`, "[]"},
		{"a comment without quotes", "id,dept,comment\n1,HR,good place, friendly team, long queue\n2,IT,fine\n3,IT,a, b\n4,HR,\"quiet, mostly\"\n", 3,
			`["good place, friendly team, long queue" "fine" "a, b" "quiet, mostly"]`, "[2 4]"},
		{"in the middle", "id,comment,n\n1,good place, friendly team,\"5\"\n2,bad,4\n3,so, so, really,3\n4,bad,4\n", 2,
			`["good place, friendly team" "bad" "so, so, really" "bad"]`, "[2 4]"},
		{"beside it", "id,comment,n\n1,good place, friendly team,\"5\"\n2,bad,4\n3,so, so, really,3\n4,bad,4\n", 3, `["5" "4" "3" "4"]`, "[2 4]"},
		{"two of them", "id,comment,n,why\n1,bad,4,no\n2,so,4,no\n3,so,4,no\n4,good place, friendly team,5,so, so\n", 3, `["4" "4" "4" "friendly team"]`, "[5]"},
		{"a value too many", "id,comment,n\n1,good,5,extra\n2,bad,4\n3,so,3\n4,bad,4\n", 3, `["5" "4" "3" "4"]`, "[2]"},
	}
	for _, c := range cases {
		got := responses(t, openText(t, c.text, Options{}), Query{Columns: []int{c.column}})
		var answers []string
		for _, r := range got.Responses {
			answers = append(answers, r.Answers...)
		}
		var lines []int
		for _, w := range got.Warnings {
			lines = append(lines, w.Line)
		}
		if fmt.Sprintf("%q", answers) != c.want || fmt.Sprint(lines) != c.lines {
			t.Errorf("%s: %q, warnings %v", c.name, answers, got.Warnings)
		}
	}
	if e := openText(t, "name,comment\nx\ny\nz,hi\n", Options{}); e.Columns != 2 {
		t.Errorf("%d columns where the header has 2", e.Columns)
	}
	in := openText(t, "What?\n"+strings.Repeat("a, b\n", 3), Options{})
	if in.Delimiter != ',' || in.Columns != 1 {
		t.Errorf("%q, %d columns", in.Delimiter, in.Columns)
	}
}
