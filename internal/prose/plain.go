package prose

import (
	"fmt"
	"strings"
	"unicode"
)

// Answers are hostile input. What this file takes out of them, with the harm that it would do:
//
//	ESC [ 2 J        clears a terminal, or colours what follows     ␛[2J
//	line ends        forge a further line of a table                a space
//	U+202E           shows "gnp.exe" as "exe.png"                   U+FFFD
//	::error::x       is a command to a build server                 ∷error::x
//
// Markup of Markdown and HTML, and formulas of spreadsheets, are the business of the formats that
// give them a meaning.

// Plain makes an answer's text harmless on a terminal and in the log of a build,
// and fit for one line: white space becomes single spaces, control characters
// their pictures (ESC is ␛), and the characters that reorder text, which could
// make it read as something else, become U+FFFD. What a build server would take
// for a command ("::error::", "##[error]") is no longer one.
func Plain(s string) string { return strings.Trim(Harmless(s), " ") }

// Quoted puts a word, as of the command line, between quotes, plain.
func Quoted(s string) string { return `"` + Plain(s) + `"` }

// Harmless is Plain of a part of a line, which may begin or end with a space.
func Harmless(s string) string {
	if isPlain(s) {
		return s
	}
	var out strings.Builder
	out.Grow(len(s))
	spaced := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			if !spaced {
				out.WriteByte(' ')
			}
			spaced = true
			continue
		}
		spaced = false
		out.WriteRune(pictured(r))
	}
	return withoutCommands(out.String())
}

// pictured is a character, or what stands for one that a terminal would obey.
func pictured(r rune) rune {
	switch {
	case r < 0x20:
		return r + 0x2400
	case r == 0x7F:
		return '␡'
	case unicode.Is(unicode.Cc, r), unicode.Is(unicode.Bidi_Control, r):
		return unicode.ReplacementChar
	}
	return r
}

// Written makes a text harmless and leaves it as it was written: with its lines and all its spaces. It is for
// data, of which a cell may have several lines. A tab becomes a space.
func Written(s string) string {
	lines := strings.Split(lineEnds.Replace(s), "\n")
	for i, line := range lines {
		line = strings.Map(pictured, strings.ReplaceAll(line, "\t", " "))
		said := strings.TrimLeftFunc(line, unicode.IsSpace)
		lines[i] = line[:len(line)-len(said)] + withoutCommands(said)
	}
	return strings.Join(lines, "\n")
}

// lineEnds are the ways in which a line ends.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// isPlain is a quick test for the usual case. It reports whether a text is printable ASCII with
// single spaces and has no sign that begins a command; such a text does no harm as it is.
func isPlain(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c < ' ' || c >= 0x7F || c == ':' || c == '#':
			return false
		case c == ' ' && i > 0 && s[i-1] == ' ':
			return false
		}
	}
	return true
}

// withoutCommands takes the power from what GitHub, Azure and TeamCity read as
// commands in a log: a line that begins with "::", perhaps after spaces, and "##"
// with a bracket anywhere. Lines are broken at spaces, so that any word may begin
// one.
func withoutCommands(s string) string {
	if !strings.Contains(s, "::") && !strings.Contains(s, "##") {
		return s
	}
	if strings.HasPrefix(s, "::") {
		s = "∷" + s[2:]
	}
	return buildCommands.Replace(s)
}

var buildCommands = strings.NewReplacer(" ::", " ∷", "##[", "# #[", "##vso[", "# #vso[", "##teamcity[", "# #teamcity[")

// longestLabel is how much of a term is drawn, in characters: of a whole answer that is enough, and
// a hostile one may be endless.
const longestLabel = 160

// Label is a term, or the name of a group, as a picture shows it, harmless to whatever opens that.
func Label(name string) string { return Shorten(name, longestLabel) }

// Shorten makes a text harmless and cuts it to a number of characters, at a space if there is one
// in the second half, with "…" for the rest.
func Shorten(text string, most int) string {
	letters := []rune(Plain(text))
	if len(letters) <= most {
		return string(letters)
	}
	cut := string(letters[:most-1])
	if at := strings.LastIndexByte(cut, ' '); at > most/2 && letters[most-1] != ' ' {
		cut = cut[:at] // not within a word
	}
	return strings.TrimRight(cut, " ") + "…"
}

// StyleText is a text in a rule of style. All but letters, digits and spaces are written as escapes, so that it can neither end the
// text nor the element.
func StyleText(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r == ' ' || unicode.IsLetter(r) || unicode.IsDigit(r) {
			b.WriteRune(r)
		} else {
			fmt.Fprintf(&b, "\\%X ", r)
		}
	}
	return `"` + b.String() + `"`
}
