package report

import (
	"strings"
	"testing"
)

// An answer cannot end the element that its data stand in.
func TestQuoteScript(t *testing.T) {
	d := quoteData{Answers: [][2]string{{"line 2", "</script><!-- ]]>"}}, Counts: map[string]int{"</SCRIPT>": 1}}
	if got := string(d.script()); strings.ContainsAny(got, "<>") || !strings.Contains(got, "line 2") {
		t.Error(got)
	}
}
