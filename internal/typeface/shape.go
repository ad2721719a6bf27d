package typeface

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
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
// error is ErrNoInk for a text without a visible character, or a *MissingGlyphError where no font
// has a character; Shape never draws the empty box of a missing letter.
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
func (c *Chain) shapeRun(o *Outline, run shaping.Input, text []rune) error {
	out := c.shaper.Shape(run)
	for _, g := range out.Glyphs {
		glyph := c.glyphs.glyph(run.Face, g.GlyphID)
		if g.GlyphID == 0 || glyph == nil {
			return &MissingGlyphError{Text: o.Text, Rune: text[g.TextIndex()]}
		}
		o.add(glyph, Point{o.Advance + units(g.XOffset), -units(g.YOffset)})
		o.Advance += units(g.Advance)
	}
	at := slices.IndexFunc(c.fonts, func(f *Font) bool { return f.face == run.Face })
	if f := c.fonts[at]; len(out.Glyphs) > 0 && !slices.Contains(o.Fonts, f) {
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
		text = codes.ReplaceAllString(text, "$1…]")
	}
}

// codes matches several code points in a row, of which Shown keeps the first.
var codes = regexp.MustCompile(`(\[U\+[0-9A-F]+)…?\](?:\x{200D}?\[U\+[0-9A-F]+…?\])+`)
