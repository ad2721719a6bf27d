package typeface

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

// Weight chooses one of the embedded chains.
type Weight int

// The embedded weights: Regular is for captions, Bold for the words of a cloud.
const (
	Regular Weight = iota
	Bold
)

// Font is one font file, ready for use.
type Font struct {
	Name string // family and style, such as "Liberation Sans Bold"
	Data []byte // the file itself; not to be changed
	face *font.Face
}

// FontInfo names a font file beyond doubt.
type FontInfo struct {
	Name   string `json:"name"`
	SHA256 string `json:"sha256"` // of the file, in hexadecimal
}

// Info returns the name of the font and the hash of its file.
func (f *Font) Info() FontInfo {
	sum := sha256.Sum256(f.Data)
	return FontInfo{Name: f.Name, SHA256: hex.EncodeToString(sum[:])}
}

// has reports whether the font has a glyph of its own for r.
func (f *Font) has(r rune) bool {
	_, ok := f.face.NominalGlyph(r)
	return ok
}

// Chain is a list of fonts, tried in order. It keeps caches and is not safe for concurrent use.
type Chain struct {
	fonts  []*Font
	shaper shaping.HarfbuzzShaper
}

// Embedded returns the fonts that are part of the program: Liberation Sans, then DejaVu Sans for what it lacks
// (Arabic, Georgian, Armenian, symbols, plain emoji). The bold chain ends in the regular DejaVu Sans, which has
// more symbols than the bold one. An error means that the program is broken.
func Embedded(w Weight) (*Chain, error) {
	if w == Bold {
		return newChain([]Font{
			{Name: "Liberation Sans Bold", Data: liberationsansbold.TTF},
			{Name: "DejaVu Sans Bold", Data: dejavusansbold.TTF},
			{Name: "DejaVu Sans", Data: dejavusans.TTF},
		})
	}
	return newChain([]Font{
		{Name: "Liberation Sans", Data: liberationsansregular.TTF},
		{Name: "DejaVu Sans", Data: dejavusans.TTF},
	})
}

// newChain parses the files.
func newChain(files []Font) (*Chain, error) {
	c := &Chain{}
	for _, f := range files {
		face, err := font.ParseTTF(bytes.NewReader(f.Data))
		if err != nil {
			return nil, fmt.Errorf("font %s: %w", f.Name, err)
		}
		f.face = face
		c.fonts = append(c.fonts, &f)
	}
	return c, nil
}

// Fonts lists the fonts of the chain in order.
func (c *Chain) Fonts() []*Font { return slices.Clone(c.fonts) }

// Covering returns the first font that has every visible character of text, or nil: then the text is drawn from
// several fonts, or cannot be drawn at all.
func (c *Chain) Covering(text string) *Font {
	return c.covering([]rune(clean(text)))
}

func (c *Chain) covering(text []rune) *Font {
	for _, f := range c.fonts {
		if f.missing(text) < 0 {
			return f
		}
	}
	return nil
}

// missing returns the index of the first visible character that the font lacks, or -1.
func (f *Font) missing(text []rune) int {
	for i, r := range text {
		if !invisible(r) && !f.has(r) {
			return i
		}
	}
	return -1
}

// byRune decides which font shows which character of text, the same throughout the text. A stretch between spaces is
// kept in one font if one has all of it, so that an accent does not come from another font than its letter; else each
// character takes the first font that has it. Where two stretches disagree on a character, the first decides.
type byRune map[rune]*font.Face

// ResolveFace implements the shaper's interface; shape has already made sure that r is known or invisible.
func (m byRune) ResolveFace(r rune) *font.Face {
	if f, ok := m[r]; ok {
		return f
	}
	return m[' ']
}

// resolve builds the map, or returns a *MissingGlyphError.
func (c *Chain) resolve(text string) (byRune, error) {
	m := byRune{' ': c.fonts[0].face}
	for _, word := range strings.Fields(text) {
		runes := []rune(word)
		whole := c.covering(runes)
		for _, r := range runes {
			f := whole
			if f == nil {
				f = c.covering([]rune{r})
			}
			if f == nil {
				return nil, &MissingGlyphError{Text: text, Rune: r}
			}
			if _, known := m[r]; !known {
				m[r] = f.face
			}
		}
	}
	return m, nil
}
