package markup

import (
	"errors"
	"testing"

	"verbatim/internal/tally"
)

// Whatever its type, a value is text, unless it was declared to be
func TestFill(t *testing.T) {
	const hostile = `<b a="1" b='2'>&amp;`
	escaped := HTML("&lt;b a=&#34;1&#34; b=&#39;2&#39;&gt;&amp;amp;")
	for _, value := range []any{hostile, tally.Count(hostile), errors.New(hostile)} {
		if got := Fill(`<p title="%s">`, value); got != `<p title="`+escaped+`">` {
			t.Errorf("%T: %s", value, got)
		}
	}
	if got := Fill("%d %s", 1000, HTML(hostile)); got != "1000 "+hostile {
		t.Errorf("a number and markup: %s", got)
	}
	if got := When(false, "<p>%s", hostile); got != "" {
		t.Errorf("what does not hold: %s", got)
	}
	if got := Paragraphs("<p>%s", []string{"5%", "<"}); got != "<p>5%<p>&lt;" {
		t.Errorf("paragraphs: %s", got)
	}
}
