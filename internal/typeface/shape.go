package typeface

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	unicodebidi "golang.org/x/text/unicode/bidi"
)

// Shaping with several fonts. HarfBuzz shapes one run at a time, in one font:
//
//	text     trust ☂ rain
//	fonts    11111 2 1111             chosen per character (Chain.resolve)
//	runs     [trust ] [☂] [ rain]     of one direction, script and font each (visualRuns)
//
// The glyphs of all runs are then appended from left to right, each at the end of the last
// (shapeRun). Fonts differ in units per em; outlines do not, so glyphs of different fonts can stand
// side by side.

// Shape turns text into an outline on one line. The text is cleaned first (see Outline.Text). The
// error is ErrNoInk for a text without a visible character, a *MissingGlyphError where no font has a
// character, or a *FileError for a broken font; Shape never draws the empty box of a missing letter.
func (c *Chain) Shape(text string) (*Outline, error) { return c.ShapeLine(text, text) }

// ShapeLine is Shape for a line of a wrapped paragraph. The line runs in the direction of the
// paragraph, which the first letter of the paragraph decides, not the first letter of the line.
func (c *Chain) ShapeLine(text, paragraph string) (*Outline, error) {
	text = clean(text)
	faces, err := c.resolve(text)
	if err != nil {
		return nil, err
	}
	o := &Outline{Text: text}
	runes := []rune(text)
	for _, run := range visualRuns(runes, faces, direction(clean(paragraph))) {
		if err := c.shapeRun(o, run, runes); err != nil {
			return nil, err
		}
	}
	if o.Bounds.empty() {
		return nil, ErrNoInk
	}
	return o, nil
}

// shapeRun shapes one run and appends its glyphs at the end of the outline.
func (c *Chain) shapeRun(o *Outline, run shaping.Input, text []rune) (err error) {
	f := c.fonts[slices.IndexFunc(c.fonts, func(f *Font) bool { return f.face == run.Face })]
	defer refuse(f.Name, &err)
	out := c.shaper.Shape(run)
	for _, g := range out.Glyphs {
		glyph := c.glyphs.glyph(f, g.GlyphID)
		if g.GlyphID == 0 || glyph == nil {
			return &MissingGlyphError{Text: o.Text, Rune: text[g.TextIndex()]}
		}
		o.add(glyph, Point{o.Advance + units(g.XOffset), -units(g.YOffset)})
		o.Advance += units(g.Advance)
	}
	if len(out.Glyphs) > 0 && !slices.Contains(o.Fonts, f) {
		o.Fonts = append(o.Fonts, f)
	}
	return nil
}

// units converts the shaper's 1/64 of a font unit (1/2048 em) to 1/16 of one, which is 1/32768 em.
func units(v fixed.Int26_6) int32 { return int32(v+2) >> 2 }

// Shown is Shape for texts that must be shown whatever they contain, such as captions. Characters
// that no font has are replaced by their code points ("[U+6F22…]" for several in a row), and
// complete reports whether there were none. The outline is nil if nothing of the text is visible.
func (c *Chain) Shown(text string) (o *Outline, complete bool) { return c.ShownLine(text, text) }

// ShownLine is Shown for a line of a wrapped paragraph, as ShapeLine is Shape.
func (c *Chain) ShownLine(text, paragraph string) (o *Outline, complete bool) {
	for complete = true; ; complete = false {
		o, err := c.ShapeLine(text, paragraph)
		missing, ok := errors.AsType[*MissingGlyphError](err)
		// A font without the letters of a code point can show no code point either.
		if !ok || strings.ContainsRune("[U+0123456789ABCDEF…]", missing.Rune) {
			return o, complete
		}
		code := fmt.Sprintf("[%U]", missing.Rune)
		text = strings.ReplaceAll(missing.Text, string(missing.Rune), code)
		text = codes().ReplaceAllString(text, "$1…]")
	}
}

// codes matches several code points in a row, of which Shown keeps the first.
var codes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(\[U\+[0-9A-F]+)…?\](?:\x{200D}?\[U\+[0-9A-F]+…?\])+`)
})

// A shaper takes runs: stretches of one direction, script and font. This file cuts a line into runs
// and puts them in visual order, by the Unicode bidirectional algorithm (UAX #9). The algorithm
// gives each character a level: even levels run to the right, odd ones to the left. With capitals
// for right-to-left letters:
//
//	as typed    trust OPEN 12 of 20
//	levels      0000001111122000000
//	as shown    trust 12 NEPO of 20
//
// OPEN is read from the right, so the number that follows it stands on its left; the digits keep
// their order.

// shapeUnits is the em, in font units, at which text is shaped. The shaper's 26.6 numbers are then
// font units with six bits to spare, so that kerning keeps its fractions.
const shapeUnits = 2048

// direction returns the direction of the first strong letter of a paragraph, and left to right
// without one (rules P2 and P3).
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

// visualRuns cuts a line into runs of one direction, script and font, and orders them from left to
// right.
func visualRuns(text []rune, faces faceByRune, base bidi.Direction) []shaping.Input {
	var paragraph bidi.Paragraph
	var runs []shaping.Input
	var levels []bidi.Level
	split := paragraph.Segment(text, base)
	for _, r := range splitNumbers(text, split, base) {
		in := shaping.Input{
			Text: text, RunStart: r.Start, RunEnd: r.End, Size: fixed.I(shapeUnits),
			// Ligatures merge letters into shapes that look odd in large type.
			FontFeatures: []shaping.FontFeature{{Tag: opentype.MustNewTag("liga"), Value: 0}},
		}
		if !r.IsLeftToRight() {
			in.Direction = di.DirectionRTL
		}
		var segmenter shaping.Segmenter
		for _, run := range segmenter.Split(in, faces) {
			runs, levels = append(runs, run), append(levels, r.Level)
		}
	}
	reorder(runs, levels)
	return runs
}

// splitNumbers returns runs of one level each. It corrects the library, which in a paragraph from
// left to right joins a number after right-to-left letters (level 2) to the text that follows it
// (level 0): reorder would then move both.
func splitNumbers(text []rune, split bidi.Runs, base bidi.Direction) (runs []bidi.Run) {
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

// inNumber reports whether the first character of text belongs to a number: an Arabic digit always
// does, a European digit or a separator before a digit does if the character before it did
// (continues).
func inNumber(text []rune, continues bool) bool {
	switch classOf(text[0]) {
	case unicodebidi.AN:
		return true
	case unicodebidi.EN, unicodebidi.ET, unicodebidi.NSM:
		return continues
	case unicodebidi.ES, unicodebidi.CS:
		return continues && len(text) > 1 && (classOf(text[1]) == unicodebidi.EN || classOf(text[1]) == unicodebidi.AN)
	}
	return false
}

// classOf returns the bidirectional class of a character.
func classOf(r rune) unicodebidi.Class {
	p, _ := unicodebidi.LookupRune(r)
	return p.Class()
}

// reorder applies rule L2: from the highest level down to 1, it reverses every sequence of runs at
// that level or above.
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
