package typeface

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	unicodebidi "golang.org/x/text/unicode/bidi"
)

// shapeUnits is the em, in font units, at which text is shaped: the shaper's 26.6 numbers are then font units
// with six bits to spare, so that kerning keeps its fractions.
const shapeUnits = 2048

// Shape turns text into an outline on one line. The text is cleaned first (see Outline.Text). It returns ErrNoInk
// for a text without a visible character and a *MissingGlyphError where no font has a character; it never draws
// the empty box of a missing letter.
func (c *Chain) Shape(text string) (*Outline, error) { return c.ShapeLine(text, text) }

// ShapeLine is Shape for a line of a wrapped paragraph: it runs in the direction of the paragraph, which is that of its
// first letter, and not in that of its own (rules P2 and P3 of the Unicode bidirectional algorithm come before lines).
func (c *Chain) ShapeLine(text, paragraph string) (*Outline, error) {
	text = clean(text)
	faces, err := c.resolve(text)
	if err != nil {
		return nil, err
	}
	o := &Outline{Text: text}
	runes := []rune(text)
	for _, run := range visualRuns(runes, faces, direction(clean(paragraph))) {
		if err := c.add(o, run, runes); err != nil {
			return nil, err
		}
	}
	if o.Bounds.X1 <= o.Bounds.X0 {
		return nil, ErrNoInk
	}
	return o, nil
}

// Shown is Shape for texts that have to be shown whatever is in them, such as captions: a code stands in the place of
// characters that no font has ("[U+6F22…]" for several in a row), and all says whether there was none. It is nil if
// nothing of the text is visible.
func (c *Chain) Shown(text string) (o *Outline, all bool, err error) {
	for all = true; ; all = false {
		o, err := c.Shape(text)
		var missing *MissingGlyphError
		switch {
		case errors.Is(err, ErrNoInk):
			return nil, all, nil
		case errors.As(err, &missing):
			code := fmt.Sprintf("[%U]", missing.Rune)
			text = strings.ReplaceAll(missing.Text, string(missing.Rune), code)
			text = codes.ReplaceAllString(text, "$1…]")
		default:
			return o, all, err
		}
	}
}

// codes finds codes in a row, of which only the first is shown.
var codes = regexp.MustCompile(`(\[U\+[0-9A-F]+)…?\](?:\x{200D}?\[U\+[0-9A-F]+…?\])+`)

// direction is that of the first strong letter of a paragraph; left to right without one.
func direction(paragraph string) bidi.Direction {
	for _, r := range paragraph {
		switch classOf(r) {
		case unicodebidi.L:
			return bidi.LeftToRight
		case unicodebidi.R, unicodebidi.AL:
			return bidi.RightToLeft
		}
	}
	return bidi.LeftToRight
}

// visualRuns cuts a line into runs of one direction, script and font, and orders them from left to right by rule
// L2 of the Unicode bidirectional algorithm.
func visualRuns(text []rune, faces byRune, base bidi.Direction) []shaping.Input {
	var paragraph bidi.Paragraph
	var runs []shaping.Input
	var levels []bidi.Level
	split := paragraph.Segment(text, base)
	for _, r := range numbersApart(text, split, base) {
		in := shaping.Input{
			Text: text, RunStart: r.Start, RunEnd: r.End, Size: fixed.I(shapeUnits),
			// Ligatures tie letters into shapes that look odd in large type.
			FontFeatures: []shaping.FontFeature{{Tag: opentype.MustNewTag("liga"), Value: 0}},
		}
		if !r.IsLeftToRight() {
			in.Direction = di.DirectionRTL
		}
		var segmenter shaping.Segmenter
		for _, part := range segmenter.Split(in, faces) {
			runs, levels = append(runs, part), append(levels, r.Level)
		}
	}
	reorder(runs, levels)
	return runs
}

// numbersApart lists the runs of one level each. In a paragraph from left to right, a number beside right-to-left letters
// is of level 2; the library takes it together with the text of level 0 on its other side, and both would be turned around:
//
//	trust שקיפות 12 of 20
//	0000001111111220000000
func numbersApart(text []rune, split bidi.Runs, base bidi.Direction) (runs []bidi.Run) {
	for i := range split.NumRuns() {
		r := split.Run(i)
		if base == bidi.RightToLeft || !r.IsLeftToRight() {
			runs = append(runs, r) // of level 1, or 2 throughout
			continue
		}
		level := r.Level
		for start := r.Start; start < r.End; {
			number := inNumber(text[start:r.End], level == 2)
			end := start + 1
			for end < r.End && inNumber(text[end:r.End], number) == number {
				end++
			}
			if level = 0; number {
				level = 2
			}
			runs = append(runs, bidi.Run{Start: start, End: end, Level: level})
			start = end
		}
	}
	return runs
}

// inNumber tells whether a text goes on with a number, or begins with an Arabic one.
func inNumber(text []rune, goesOn bool) bool {
	switch classOf(text[0]) {
	case unicodebidi.AN:
		return true
	case unicodebidi.EN, unicodebidi.ET, unicodebidi.NSM:
		return goesOn
	case unicodebidi.ES, unicodebidi.CS:
		return goesOn && len(text) > 1 && (classOf(text[1]) == unicodebidi.EN || classOf(text[1]) == unicodebidi.AN)
	}
	return false
}

func classOf(r rune) unicodebidi.Class {
	p, _ := unicodebidi.LookupRune(r)
	return p.Class()
}

// reorder applies rule L2: from the highest level down to 1, turn around every stretch of runs at that level or
// above.
func reorder(runs []shaping.Input, levels []bidi.Level) {
	for level := slices.Max(append(levels, 0)); level > 0; level-- {
		for i := 0; i < len(runs); i++ {
			j := i
			for j < len(runs) && levels[j] >= level {
				j++
			}
			slices.Reverse(runs[i:j])
			slices.Reverse(levels[i:j])
			i = j
		}
	}
}

// add shapes one run and appends its glyphs at the outline's pen.
func (c *Chain) add(o *Outline, run shaping.Input, text []rune) error {
	out := c.shaper.Shape(run)
	for _, g := range out.Glyphs {
		if g.GlyphID == 0 {
			return &MissingGlyphError{Text: o.Text, Rune: text[g.TextIndex()]}
		}
		glyph := c.glyph(run.Face, g.GlyphID)
		if glyph == nil {
			return fmt.Errorf("the glyph of %q has no outline", text[g.TextIndex()])
		}
		o.add(glyph, Point{o.Advance + units(g.XOffset), -units(g.YOffset)})
		o.Advance += units(g.Advance)
	}
	if len(out.Glyphs) > 0 {
		o.use(c.fontOf(run.Face))
	}
	return nil
}

func (c *Chain) fontOf(face *font.Face) *Font {
	i := slices.IndexFunc(c.fonts, func(f *Font) bool { return f.face == face })
	return c.fonts[i]
}

// units turns the shaper's 1/64 of a font unit into 1/16, which is 1/32768 em.
func units(v fixed.Int26_6) int32 { return int32(v+2) >> 2 }

// scaled turns a font coordinate (exact in a float32) into 1/32768 em.
func scaled(v float32, upem int) int32 {
	return int32(math.Round(float64(v) * Em / float64(upem)))
}
