package typeface

import (
	"fmt"
	"slices"
	"strings"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/shaping"
)

// A chain asks its fonts in this order:
//
//	fonts given as files ─▶ embedded fonts ─▶ fonts of the machine, if asked for
//
// The first two are the same everywhere; the last are not, so they are only ever the last resort.

// Choice says which fonts a chain has. The zero Choice is the embedded fonts for captions.
type Choice struct {
	Weight Weight // of the embedded fonts
	Files  []File // come before the embedded fonts
	System bool   // the machine's fonts come last, for what no other font has
}

// Chain is a list of fonts, tried in order. It keeps caches and is not safe for concurrent use.
type Chain struct {
	fonts  []*Font
	files  int // number of fonts that came from files; they are the first
	shaper shaping.HarfbuzzShaper
	glyphs glyphCache
	system *systemFonts // nil: not asked for
}

// NewChain opens the fonts given as files; the embedded and the machine's fonts are opened when
// they are needed. The error is a *FileError, or says that the machine's fonts cannot be listed.
func NewChain(choice Choice) (*Chain, error) {
	c := &Chain{glyphs: glyphCache{}}
	for _, f := range choice.Files {
		fonts, err := parse(f)
		if err != nil {
			return nil, err
		}
		c.fonts = append(c.fonts, fonts...)
	}
	c.files = len(c.fonts)
	c.fonts = append(c.fonts, embedded(choice.Weight)...)
	if choice.System {
		var err error
		if c.system, err = newSystemFonts(choice.Weight); err != nil {
			return nil, fmt.Errorf("list the fonts of this machine: %w", err)
		}
	}
	return c, nil
}

// Embedded returns a chain of the fonts that are part of the program.
func Embedded(w Weight) (*Chain, error) { return NewChain(Choice{Weight: w}) }

// Around returns a chain for the texts around a cloud set in this chain, such as captions: the
// embedded fonts of a weight come first, then the files and the machine's fonts of this chain for
// what those lack.
func (c *Chain) Around(w Weight) *Chain {
	around := &Chain{glyphs: glyphCache{}, fonts: append(embedded(w), c.fonts[:c.files]...)}
	if c.system != nil {
		around.system = c.system.sortedFor(w)
	}
	return around
}

// Fonts lists the fonts of the chain in order; fonts of the machine appear at the end once they
// have been used.
func (c *Chain) Fonts() []*Font { return slices.Clone(c.fonts) }

// Covering returns the first font that has every visible character of text. It returns nil where
// the text has to be drawn from several fonts, or cannot be drawn at all.
func (c *Chain) Covering(text string) *Font { return c.covering([]rune(clean(text))) }

// covering is Covering for a cleaned text.
func (c *Chain) covering(text []rune) *Font {
	for _, f := range c.fonts {
		if !slices.ContainsFunc(text, func(r rune) bool { return !invisible(r) && !c.has(f, r) }) {
			return f
		}
	}
	return nil
}

// has reports whether the font has an outline for r.
func (c *Chain) has(f *Font, r rune) bool {
	id, ok := f.parsed().NominalGlyph(r)
	return ok && id != 0 && c.glyphs.glyph(f, id) != nil
}

// fontWith returns the first font that has r, or nil. A font of the machine joins the chain when it
// is first used.
func (c *Chain) fontWith(r rune) *Font {
	f := c.covering([]rune{r})
	if f != nil || c.system == nil {
		return f
	}
	for _, found := range c.system.list {
		// Instances of variable fonts are left out, because their outlines need interpolation.
		if !found.Runes.Contains(r) || found.Location.Instance != 0 {
			continue
		}
		if f := c.system.open(found.Location); f != nil && c.has(f, r) {
			c.fonts = append(c.fonts, f)
			return f
		}
	}
	return nil
}

// faceByRune says which font shows which character of a text. A character has the same font
// throughout the text.
type faceByRune map[rune]*font.Face

// ResolveFace implements the shaper's shaping.Fontmap. Every visible character is in the map; the
// others take the font of the space.
func (m faceByRune) ResolveFace(r rune) *font.Face {
	if f, ok := m[r]; ok {
		return f
	}
	return m[' ']
}

// resolve chooses the fonts of a cleaned text, word by word:
//
//  1. the first font that has all of the word, so that an accent and its letter are in the same font;
//  2. if there is none, for each character the first font that has it.
//
// Where two words disagree about a character, the first decides. The error is a *MissingGlyphError.
func (c *Chain) resolve(text string) (faceByRune, error) {
	m := faceByRune{' ': c.fonts[0].parsed()}
	for _, word := range strings.Fields(text) {
		runes := []rune(word)
		whole := c.covering(runes)
		for _, r := range runes {
			f := whole
			if f == nil {
				f = c.fontWith(r)
			}
			if f == nil {
				return nil, &MissingGlyphError{Text: text, Rune: r}
			}
			if _, known := m[r]; !known {
				m[r] = f.parsed()
			}
		}
	}
	return m, nil
}
