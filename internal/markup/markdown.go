package markup

import (
	"regexp"
	"strings"
)

// Line makes escaped Markdown stand at the start of a line: it escapes what begins there a list, a block of
// lines, a rule or a caption.
func Line(escaped string) string {
	return listStarts.ReplaceAllString(blockStarts.ReplaceAllString(escaped, `\$1`), `$1\$2$3`)
}

// What begins a block: "- ", "(1) ", "| ", ": ", "==="; and an item of a list by a number or letter, or the caption of a table.
var (
	blockStarts = regexp.MustCompile(`^([-+](?: |$)|[|:]|=+$|\((?:[0-9]+|[A-Za-z]|[IVXLCDMivxlcdm]+)\))`)
	listStarts  = regexp.MustCompile(`^([0-9]+|[A-Za-z]|[IVXLCDMivxlcdm]+|[Tt]able)([.):])( |$)`)
)

// Markdown escapes the characters of a text that have a meaning in Markdown; pandoc knows more of them, for formulas,
// citations, superscripts, attributes and dashes. The bar has one in tables only, and the writers of tables escape it.
func Markdown(text string) string { return markdownEscapes.Replace(text) }

var markdownEscapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, `\`, `\\`,
	"#", `\#`, "--", `-\-`, "~", `\~`, "$", `\$`, "^", `\^`, "@", `\@`, "{", `\{`, "}", `\}`)

// Code is a text as code in Markdown, between more marks than it has in a row.
func Code(text string) string {
	fence := "`"
	for strings.Contains(text, fence) {
		fence += "`"
	}
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}
