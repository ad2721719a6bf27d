package report

import (
	"errors"
	"strings"
	"testing"

	"verbatim/internal/tally"
)

// Whatever its type, a value is text, unless it was declared to be markup.
func TestFill(t *testing.T) {
	const hostile = `<b a="1" b='2'>&amp;`
	escaped := markup("&lt;b a=&#34;1&#34; b=&#39;2&#39;&gt;&amp;amp;")
	for _, value := range []any{hostile, tally.Count(hostile), errors.New(hostile)} {
		if got := fill(`<p title="%s">`, value); got != `<p title="`+escaped+`">` {
			t.Errorf("%T: %s", value, got)
		}
	}
	if got := fill("%d %s", 1000, markup(hostile)); got != "1000 "+hostile {
		t.Errorf("a number and markup: %s", got)
	}
	if got := when(false, "<p>%s", hostile); got != "" {
		t.Errorf("what does not hold: %s", got)
	}
	if got := paragraphs("<p>%s", []string{"5%", "<"}); got != "<p>5%<p>&lt;" {
		t.Errorf("paragraphs: %s", got)
	}
}

// An answer cannot end the element that its data stand in.
func TestQuoteScript(t *testing.T) {
	d := quoteData{Answers: [][2]string{{"line 2", "</script><!-- ]]>"}}, Counts: map[string]int{"</SCRIPT>": 1}}
	if got := string(d.script()); strings.ContainsAny(got, "<>") || !strings.Contains(got, "line 2") {
		t.Error(got)
	}
}
