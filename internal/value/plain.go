package value

import (
	"html"
	"strings"
)

// Question texts are written in web editors: bold words, links, line breaks, and
// the code that makes them. The text is shown without them; selectors find it with
// or without.

// The marks that question texts carry and that people should not have to read.
var (
	htmlTag      = Pattern(`(?s)<!--.*?-->|</?[A-Za-z][^<>]*>`)
	markdownLink = Pattern(`\[([^\[\]]+)\]\(\s*(?:https?://|mailto:|/)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*\s*\)`)
	emphasis     = Pattern(`(^|[\s(\[“"'])(\*\*|\*|__|_)(\S|\S[^*_]*?\S)(\*\*|\*|__|_)($|[\s)\].,;:?!”"'])`)
)

// identifier is a name that a program gave: __version__ is not emphasised.
var identifier = Pattern(`^\s*[\pL\d_]+\s*$`)

// PlainText makes one plain line of a header cell: without HTML, without
// Markdown emphasis and links, without line breaks and zero-width characters.
func PlainText(s string) string {
	if strings.IndexByte(s, '<') >= 0 {
		s = htmlTag().ReplaceAllString(s, " ")
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if strings.Contains(s, "](") {
		s = markdownLink().ReplaceAllString(s, "$1")
	}
	if strings.ContainsAny(s, "*_") && !identifier().MatchString(s) {
		s = emphasis().ReplaceAllStringFunc(s, unmark)
	}
	return Squeeze(s)
}

// unmark takes the marks off one emphasis, if they are the same on both sides.
func unmark(s string) string {
	m := emphasis().FindStringSubmatch(s)
	if m[2] != m[4] {
		return s
	}
	return m[1] + m[3] + m[5]
}
