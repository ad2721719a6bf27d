package chart

import (
	"image"
	"image/color"
	"strings"
	"unicode"

	"verbatim/internal/typeface"
)

// writer sets text of one kind.
type writer struct {
	chain *typeface.Chain
	px    int
	ink   color.NRGBA
	class string
}

// width is how far a text reaches, in px, with the ink that begins before its origin; nil is no text.
func (w writer) width(o *typeface.Outline) int {
	if o == nil {
		return 0
	}
	return typeface.Px(float64(w.px)).Ceil(max(o.Advance, o.Bounds.X1)) - w.before(o)
}

// before is the ink before the origin of a text, 0 or less.
func (w writer) before(o *typeface.Outline) int {
	return typeface.Px(float64(w.px)).Floor(min(0, o.Bounds.X0))
}

// at is a line of text that starts at a place, on a baseline.
func (w writer) at(o *typeface.Outline, x, y int) Line {
	return Line{Outline: o, Size: typeface.Px(float64(w.px)), At: image.Pt(x-w.before(o), y)}
}

// middle is the baseline of a line whose capitals stand in the middle of y.
func (w writer) middle(y int) int { return y + w.px*36/100 }

// pitch is the distance of baselines.
func (w writer) pitch() int { return w.px * 6 / 5 }

// linesIn is how many lines of a label a row has room for.
func linesIn(row int, w writer) int { return 1 + max(0, row*8/10-w.px)/w.pitch() }

// set breaks a text into at most so many lines of a width, and shortens what is left over. shown says that every
// character could be shown.
func (w writer) set(text string, width, lines int) (out []*typeface.Outline, shown bool, err error) {
	whole, shown, err := w.chain.Shown(beginning(text))
	if err != nil || whole == nil {
		return nil, shown, err
	}
	if w.width(whole) <= width {
		return []*typeface.Outline{whole}, shown, nil
	}
	rest := strings.Fields(whole.Text)
	for lines > 1 && len(rest) > 1 {
		line, n, err := w.fill(rest, width)
		if err != nil {
			return nil, shown, err
		}
		if n == 0 {
			break
		}
		out, rest, lines = append(out, line), rest[n:], lines-1
	}
	if len(rest) > 0 {
		last, err := w.shorten(strings.Join(rest, " "), width)
		if err != nil {
			return nil, shown, err
		}
		if last != nil {
			out = append(out, last)
		}
	}
	return out, shown, nil
}

// fill sets as many words as fit on a line.
func (w writer) fill(words []string, width int) (line *typeface.Outline, n int, err error) {
	for n < len(words) {
		longer, _, err := w.chain.Shown(strings.Join(words[:n+1], " "))
		if err != nil || w.width(longer) > width {
			return line, n, err
		}
		line, n = longer, n+1
	}
	return line, n, nil
}

// shorten cuts a text to a width, at its end, and says so with an ellipsis; letters keep their accents.
func (w writer) shorten(text string, width int) (*typeface.Outline, error) {
	o, _, err := w.chain.Shown(text)
	if err != nil || w.width(o) <= width {
		return o, err
	}
	letters := []rune(o.Text)
	low, high := 0, len(letters) // as many fit, as many do not
	best := (*typeface.Outline)(nil)
	for high-low > 1 {
		middle := (low + high) / 2
		cut := middle
		for cut > 0 && unicode.Is(unicode.M, letters[cut]) {
			cut--
		}
		o, _, err := w.chain.Shown(strings.TrimRightFunc(string(letters[:cut]), unicode.IsSpace) + "…")
		if err != nil {
			return nil, err
		}
		if w.width(o) <= width {
			low, best = middle, o
		} else {
			high = middle
		}
	}
	return best, nil
}

// plain is a text on one line, cut where it is wider than the width.
func (w writer) plain(text string, width int) (*typeface.Outline, error) {
	if text == "" {
		return nil, nil
	}
	return w.shorten(beginning(text), width)
}

// longest is how many characters of a text are looked at: no line has room for more, and an answer may have millions.
const longest = 400

// beginning cuts a text that no line has room for.
func beginning(text string) string {
	n := 0
	for i := range text {
		if n++; n > longest {
			return text[:i] + "…"
		}
	}
	return text
}
