package value

import "testing"

func TestWithoutMarkup(t *testing.T) {
	for _, tt := range []struct{ answer, want string }{
		{"<p>The <b>price</b> is &amp; …&nbsp;</p>", "The price is & …"},
		{"one<br>two<BR/>three", "one\ntwo\nthree"},
		{`<span style="color: red" class='x'>tru</span>st <a href=http://x.org>here</a>`, "trust here"},
		{"<p></p>", ""},
		{"<p>&nbsp;</p>", ""},
		{"<ul><li>time</li><li>money</li></ul>", "time\n\nmoney"},
		{"trust <!-- StartFragment --> me", "trust  me"},
		{"R&amp;D &lt;3 &#39;it&#x27;s&#39;", "R&D <3 'it's'"},
		{"&amp;lt;b&amp;gt;", "&lt;b&gt;"},
		{"a < b > c", "a < b > c"},
		{"I <3 it; you > me", "I <3 it; you > me"},
		{"List<String> and Map<K, V>", "List<String> and Map<K, V>"},
		{"use <b> for bold", "use <b> for bold"},
		{"<b and c>", "<b and c>"},
		{"<name> </name>", "<name> </name>"},
		{"AT&T; Q&A; &bogus;", "AT&T; Q&A; &bogus;"},
		{"plain", "plain"},
	} {
		got, changed := WithoutMarkup(tt.answer)
		if got != tt.want || changed != (tt.want != tt.answer) {
			t.Errorf("%q: got %q, want %q", tt.answer, got, tt.want)
		}
	}
}
