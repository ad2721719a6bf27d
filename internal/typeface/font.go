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

// Font is one font.
type Font struct {
	Name string     // family and style, such as "Liberation Sans Bold"
	Data []byte     // the file itself; not to be changed
	face *font.Face // nil until it is needed: reading one takes some milliseconds
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

// Choice says which fonts a chain has. The zero Choice is the embedded fonts for captions.
type Choice struct {
	Weight Weight
	Files  []File // come first
	System bool   // what no other font has is looked for among the fonts that the machine has
}

// FileError says which file is no font that can be used.
type FileError struct {
	Name string
	Err  error
}

func (e *FileError) Error() string { return e.Name + " is not a TrueType or OpenType font" }
func (e *FileError) Unwrap() error { return e.Err }

// File is a font file (TrueType, OpenType, or a collection of them), as read.
type File struct {
	Name string // for messages
	Data []byte
}

// Chain is a list of fonts, tried in order. It keeps caches and is not safe for concurrent use.
type Chain struct {
	fonts  []*Font
	files  int // how many of the fonts came from files
	shaper shaping.HarfbuzzShaper
	glyphs map[glyphKey]*Glyph
	system *system // nil without
	broken error   // an embedded font that cannot be read
}

// NewChain opens fonts: the files given, then those that are part of the program, then the machine's. An error is a
// file that is no font, or a machine whose fonts cannot be listed.
func NewChain(choice Choice) (*Chain, error) {
	c := &Chain{glyphs: map[glyphKey]*Glyph{}}
	for _, f := range choice.Files {
		if err := c.open(f); err != nil {
			return nil, err
		}
	}
	c.files = len(c.fonts)
	c.embed(choice.Weight)
	if choice.System {
		var err error
		if c.system, err = newSystem(choice.Weight); err != nil {
			return nil, fmt.Errorf("list the fonts of this machine: %w", err)
		}
	}
	return c, nil
}

// Around returns a chain for the texts around what this one sets: the embedded fonts of a weight come first, then the
// files and the machine's fonts that this one was given, for what those lack.
func (c *Chain) Around(w Weight) *Chain {
	around := &Chain{glyphs: map[glyphKey]*Glyph{}}
	around.embed(w)
	around.fonts = append(around.fonts, c.fonts[:c.files]...)
	if c.system != nil {
		around.system = c.system.inOrderFor(w)
	}
	return around
}

func (c *Chain) embed(w Weight) {
	for _, f := range embedded(w) {
		c.fonts = append(c.fonts, &f)
	}
}

// Embedded returns the fonts that are part of the program.
func Embedded(w Weight) (*Chain, error) { return NewChain(Choice{Weight: w}) }

// embedded lists Liberation Sans, then DejaVu Sans for what it lacks (Arabic, Georgian, Armenian, symbols, plain
// emoji). The bold chain ends in the regular DejaVu Sans, which has more symbols than the bold one.
func embedded(w Weight) []Font {
	if w == Bold {
		return []Font{
			{Name: "Liberation Sans Bold", Data: liberationsansbold.TTF},
			{Name: "DejaVu Sans Bold", Data: dejavusansbold.TTF},
			{Name: "DejaVu Sans", Data: dejavusans.TTF},
		}
	}
	return []Font{
		{Name: "Liberation Sans", Data: liberationsansregular.TTF},
		{Name: "DejaVu Sans", Data: dejavusans.TTF},
	}
}

// open appends the fonts of a file to the chain, under the names that they give themselves.
func (c *Chain) open(f File) error {
	faces, err := font.ParseTTC(bytes.NewReader(f.Data)) // takes single fonts too
	if err != nil {
		return &FileError{f.Name, err}
	}
	for _, face := range faces {
		about := face.Describe()
		name := strings.TrimSpace(clean(about.Family) + " " + style(about.Aspect))
		c.fonts = append(c.fonts, &Font{Name: name, Data: f.Data, face: face})
	}
	return nil
}

// style names what is not regular about a font.
func style(a font.Aspect) string {
	var words []string
	switch {
	case a.Weight >= font.WeightSemibold:
		words = append(words, "Bold")
	case a.Weight > 0 && a.Weight < font.WeightNormal:
		words = append(words, "Light")
	}
	if a.Style == font.StyleItalic {
		words = append(words, "Italic")
	}
	return strings.Join(words, " ")
}

// Fonts lists the fonts of the chain in order; those of the machine that have been needed so far come last.
func (c *Chain) Fonts() []*Font { return slices.Clone(c.fonts) }

// Covering returns the first font that has every visible character of text, or nil: then the text is drawn from
// several fonts, or cannot be drawn at all.
func (c *Chain) Covering(text string) *Font {
	return c.covering([]rune(clean(text)))
}

func (c *Chain) covering(text []rune) *Font {
	for _, f := range c.fonts {
		if !slices.ContainsFunc(text, func(r rune) bool { return !invisible(r) && !c.has(f, r) }) {
			return f
		}
	}
	return nil
}

// face reads a font, once. A font that cannot be read has no character, and is an error of Shape.
func (c *Chain) face(f *Font) *font.Face {
	if f.face == nil && c.broken == nil {
		face, err := font.ParseTTF(bytes.NewReader(f.Data))
		if err != nil {
			c.broken = fmt.Errorf("font %s: %w", f.Name, err)
			return nil
		}
		f.face = face
	}
	return f.face
}

// has reports whether the font has an outline of its own for r. (Fonts of coloured emoji have pictures instead.)
func (c *Chain) has(f *Font, r rune) bool {
	face := c.face(f)
	if face == nil {
		return false
	}
	id, ok := face.NominalGlyph(r)
	return ok && id != 0 && c.glyph(face, id) != nil
}

// showing returns the first font that has r, asking the machine's fonts last; nil if none has.
func (c *Chain) showing(r rune) *Font {
	f := c.covering([]rune{r})
	if f != nil || c.system == nil {
		return f
	}
	for _, f := range c.system.having(r) {
		if c.has(f, r) {
			c.fonts = append(c.fonts, f)
			return f
		}
	}
	return nil
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
	m := byRune{' ': c.face(c.fonts[0])}
	for _, word := range strings.Fields(text) {
		runes := []rune(word)
		whole := c.covering(runes)
		for _, r := range runes {
			f := whole
			if f == nil {
				f = c.showing(r)
			}
			if c.broken != nil {
				return nil, c.broken
			}
			if f == nil {
				return nil, &MissingGlyphError{Text: text, Rune: r}
			}
			if _, known := m[r]; !known {
				m[r] = c.face(f)
			}
		}
	}
	return m, nil
}
