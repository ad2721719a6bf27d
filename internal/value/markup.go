package value

import (
	"html"
	"slices"
	"strings"
)

// Some platforms export the markup of their editors, and people paste it. Markup is
// not part of the words of an answer: tags, comments and entities are read as a
// browser shows them.
//
//	<p>The <b>price</b> is &amp; stays&nbsp;high<br>always</p>  ─▶  The price is & stays high ⏎ always
//	a < b > c,  <3,  List<String>,  use <b> for bold             ─▶  as they are
//
// Only known tags count, with nothing or attributes of HTML in them, and only if
// they are closed or need no closing. Anything else is what somebody wrote.

// blocks are the tags that end a line, inline those that may stand within a word.
const (
	blocks = "p|div|br|hr|li|ul|ol|tr|td|th|table|tbody|thead|h[1-6]|blockquote|pre|section|article|body|html"
	inline = "b|i|u|s|em|strong|span|a|font|sub|sup|small|big|strike|del|ins|code|mark|img|label|center|tt|q|cite"
)

var (
	tagForm    = Pattern(`(?is)<!--.*?-->|<(/?)(` + blocks + `|` + inline + `)((?:\s+[\w:-]+\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))*)\s*(/?)>`)
	entityForm = Pattern(`&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});`)
	blockName  = Pattern(`(?i)^(?:` + blocks + `)$`)
)

// WithoutMarkup returns an answer as a browser would show it, trimmed, and reports
// whether that differs.
func WithoutMarkup(answer string) (string, bool) {
	if strings.IndexByte(answer, '<') < 0 && strings.IndexByte(answer, '&') < 0 {
		return answer, false // most answers
	}
	plain := answer
	if strings.IndexByte(answer, '>') >= 0 {
		tags := tagForm().FindAllStringSubmatchIndex(answer, -1)
		if slices.ContainsFunc(tags, func(t []int) bool { return isClosed(answer, t) }) {
			plain = withoutTags(answer, tags)
		}
	}
	if at := strings.IndexByte(plain, '&'); at >= 0 && strings.IndexByte(plain[at:], ';') >= 0 {
		plain = entityForm().ReplaceAllStringFunc(plain, html.UnescapeString)
	}
	if plain == answer {
		return answer, false
	}
	return strings.TrimSpace(plain), true
}

// isClosed reports whether a tag closes another, is closed by another, or needs no
// closing.
func isClosed(answer string, tag []int) bool {
	if tag[4] < 0 { // a comment
		return true
	}
	switch strings.ToLower(answer[tag[4]:tag[5]]) {
	case "br", "hr", "img":
		return true
	}
	return tag[3] > tag[2]
}

// withoutTags replaces the tags of blocks by a line end, and other tags by nothing.
func withoutTags(answer string, tags [][]int) string {
	var out strings.Builder
	at := 0
	for _, t := range tags {
		out.WriteString(answer[at:t[0]])
		if t[4] >= 0 && blockName().MatchString(answer[t[4]:t[5]]) {
			out.WriteByte('\n')
		}
		at = t[1]
	}
	out.WriteString(answer[at:])
	return out.String()
}
