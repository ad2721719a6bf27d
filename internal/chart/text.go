package chart

import (
	"image"
	"image/color"
	"strings"
	"unicode"

	"verbatim/internal/typeface"
)

// textStyle is how one kind of text is set. Its methods measure and break text; write puts it into
// a chart. A text of which nothing is visible has a nil outline.
type textStyle struct {
	chain *typeface.Chain
	px    int // font height
	ink   color.NRGBA
	class string // of the shapes
}

// capMiddlePercent is the height of the middle of capitals above the baseline, in percent of the
// font height. Capitals of the embedded fonts are 0.69 em (Liberation Sans) and 0.73 em (DejaVu
// Sans) high.
const capMiddlePercent = 36

// labelPercent is the share of a row's height that the lines of its label may use. The rest keeps
// neighbouring labels apart.
const labelPercent = 95

// size returns the font height as the outlines need it.
func (s textStyle) size() typeface.Size { return typeface.Px(float64(s.px)) }

// width returns how much room a line takes, in px: its advance, and any ink that reaches beyond. A
// nil outline has no width.
func (s textStyle) width(o *typeface.Outline) int {
	if o == nil {
		return 0
	}
	return s.size().Ceil(max(o.Advance, o.Bounds.X1)) - s.bearing(o)
}

// bearing returns the position of the leftmost ink relative to the origin, in px, where it is
// negative; else 0.
func (s textStyle) bearing(o *typeface.Outline) int { return s.size().Floor(min(0, o.Bounds.X0)) }

// line returns a line of text whose ink starts at x.
func (s textStyle) line(o *typeface.Outline, x, baseline int) Line {
	return Line{Outline: o, Size: s.size(), Origin: image.Pt(x-s.bearing(o), baseline)}
}

// write appends a shape of one line of text, whose ink starts at x. A nil outline adds nothing.
func (c *Chart) write(s textStyle, o *typeface.Outline, x, baseline int, term, title string) {
	if o != nil {
		c.Shapes = append(c.Shapes, Shape{Class: s.class, Ink: s.ink, Lines: []Line{s.line(o, x, baseline)}, Term: term, Title: title})
	}
}

// baseline returns the baseline of a line whose capitals are centred on y.
func (s textStyle) baseline(y int) int { return y + s.px*capMiddlePercent/100 }

// pitch returns the distance between baselines, in px: 1.2 of the font height, the usual setting of
// short labels.
func (s textStyle) pitch() int { return s.px * 6 / 5 }

// wrap breaks text into at most the given number of lines, none wider than width px; the last line
// is shortened if text is left over. It returns no lines if nothing of the text is visible.
// complete reports whether the fonts had every character.
func (s textStyle) wrap(text string, width, lines int) (out []*typeface.Outline, complete bool) {
	whole, complete := s.chain.Shown(truncate(text))
	if whole == nil {
		return nil, complete
	}
	if s.width(whole) <= width {
		return []*typeface.Outline{whole}, complete
	}
	rest := strings.Fields(whole.Text)
	for lines > 1 && len(rest) > 1 {
		line, n := s.fill(rest, width)
		if n == 0 {
			break // the first word is wider than a line
		}
		out, rest, lines = append(out, line), rest[n:], lines-1
	}
	if last := s.shorten(strings.Join(rest, " "), width); last != nil {
		out = append(out, last)
	}
	return out, complete
}

// fill sets as many words as fit on a line of width px. It returns the line and the number of words
// in it, which may be 0.
func (s textStyle) fill(words []string, width int) (line *typeface.Outline, n int) {
	for n < len(words) {
		longer, _ := s.chain.Shown(strings.Join(words[:n+1], " "))
		if s.width(longer) > width {
			break
		}
		line, n = longer, n+1
	}
	return line, n
}

// shorten cuts the end of a text so that it fits into width px together with an ellipsis. It never
// separates a letter from its combining marks. The result is nil if not even one letter fits. The
// cut is found by bisection, since each attempt has to shape the text again.
func (s textStyle) shorten(text string, width int) *typeface.Outline {
	o, _ := s.chain.Shown(text)
	if s.width(o) <= width {
		return o
	}
	letters := []rune(o.Text)
	low, high := 0, len(letters) // low letters fit, high letters do not
	best := (*typeface.Outline)(nil)
	for high-low > 1 {
		middle := (low + high) / 2
		cut := middle
		for cut > 0 && unicode.Is(unicode.M, letters[cut]) {
			cut--
		}
		o, _ := s.chain.Shown(strings.TrimRightFunc(string(letters[:cut]), unicode.IsSpace) + ellipsis)
		if s.width(o) <= width {
			low, best = middle, o
		} else {
			high = middle
		}
	}
	return best
}

// ellipsis ends a text that was cut.
const ellipsis = "…"

// oneLine sets text on one line, shortened to width px. The result is nil if nothing of it is
// visible.
func (s textStyle) oneLine(text string, width int) *typeface.Outline {
	return s.shorten(truncate(text), width)
}

// maxChars is the number of characters of a text that are shaped. No line has room for more, and an
// answer may have millions.
const maxChars = 400

// truncate cuts a text after maxChars characters.
func truncate(text string) string {
	n := 0
	for i := range text {
		if n++; n > maxChars {
			return text[:i] + ellipsis
		}
	}
	return text
}
