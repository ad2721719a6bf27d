package render

import (
	"image"
	"image/color"
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

// The texts of a frame are set flush left, in lines broken at spaces:
//
//	corner ●
//	       │ ascent
//	       Terms are whole words without stop     baseline
//	       │ pitch
//	       words, counted once per person.        baseline
//	       ┴ a quarter of an em for descenders
//
// A paragraph from right to left keeps its direction on every line (typeface.Chain.ShapeLine).

// textBlock is some lines of text of the frame, one below the other.
type textBlock struct {
	class string // of the marks
	chain *typeface.Chain
	px    int // font height
	ink   color.NRGBA
	lines []*typeface.Outline
}

// size returns the font height as the outlines need it.
func (b *textBlock) size() typeface.Size { return typeface.Px(float64(b.px)) }

// width returns the width of a line, in px. A little ink may reach beyond the advance; the margin
// has room for it.
func (b *textBlock) width(o *typeface.Outline) int { return b.size().Ceil(o.Advance) }

// pitch returns the distance between baselines, in px: 4/3 of the font height reads easily in lines
// as long as these.
func (b *textBlock) pitch() int { return b.px * 4 / 3 }

// ascent returns the height of letters above the baseline, in px: ascenders and capitals have up to
// 0.76 em.
func (b *textBlock) ascent() int { return b.px * 3 / 4 }

// height returns the height of the block with the descenders of the last line, in px; 0 without
// lines.
func (b *textBlock) height() int {
	if len(b.lines) == 0 {
		return 0
	}
	return b.ascent() + (len(b.lines)-1)*b.pitch() + b.px/4
}

// gap returns the space between the block and the words, in px; 0 without lines.
func (b *textBlock) gap() int { return min(len(b.lines), 1) * b.px }

// marks returns one mark per line, the letters of the first line below the top left corner given.
func (b *textBlock) marks(corner image.Point) (list []mark) {
	for i, o := range b.lines {
		origin := image.Pt(corner.X, corner.Y+b.ascent()+i*b.pitch())
		line := chart.Line{Outline: o, Size: b.size(), Origin: origin}
		list = append(list, mark{Shape: chart.Shape{Ink: b.ink, Class: b.class, Lines: []chart.Line{line}}})
	}
	return list
}

// wrap breaks paragraphs into lines of at most width px and appends them.
func (b *textBlock) wrap(paragraphs []string, width int) {
	for _, p := range paragraphs {
		for words := b.words(p, width); len(words) > 0; {
			line, n := b.fill(words, p, width)
			b.lines, words = append(b.lines, line), words[n:]
		}
	}
}

// fill sets as many words of a paragraph as fit on a line of width px, at least one. It returns the
// line and the number of words in it. It begins with a guess: to shape a line takes long.
func (b *textBlock) fill(words []string, paragraph string, width int) (line *typeface.Outline, n int) {
	set := func(n int) *typeface.Outline {
		line, _ := b.chain.ShownLine(strings.Join(words[:n], " "), paragraph)
		return line
	}
	letters := 0 // most are half an em wide
	for n < len(words) && (n == 0 || letters*b.px < 2*width) {
		letters += utf8.RuneCountInString(words[n]) + 1
		n++
	}
	for line = set(n); n > 1 && b.width(line) > width; line = set(n) {
		n = max(1, min(n-1, n*width/b.width(line)))
	}
	for n < len(words) {
		longer := set(n + 1)
		if b.width(longer) > width {
			break
		}
		line, n = longer, n+1
	}
	return line, n
}

// breaks reports whether a line may end at a character. The spaces within a number are no such place.
func breaks(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' && r != '\u202f' }

// words splits a paragraph at its spaces, and a word that is wider than width px wherever the line
// is full. Words without a visible character are left out.
func (b *textBlock) words(paragraph string, width int) (list []string) {
	for _, word := range strings.FieldsFunc(paragraph, breaks) {
		for rest := []rune(word); len(rest) > 0; {
			n := len(rest)
			o, _ := b.chain.Shown(string(rest))
			for o != nil && b.width(o) > width && n > 1 {
				n = max(1, min(n-1, n*width/b.width(o))) // in proportion, as a first guess
				o, _ = b.chain.Shown(string(rest[:n]))
			}
			if o != nil {
				list = append(list, o.Text)
			}
			rest = rest[n:]
		}
	}
	return list
}
