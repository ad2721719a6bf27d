package typeface

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/go-fonts/dejavu/dejavusans"
	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Weight chooses one of the embedded lists of fonts.
type Weight int

// The embedded weights: Regular is for captions, Bold for the words of a cloud.
const (
	Regular Weight = iota
	Bold
)

// Font is one font.
type Font struct {
	Name string     // family and style, such as "Liberation Sans Bold"
	Data []byte     // the file itself; must not be changed
	face *font.Face // nil until it is needed: parsing takes some milliseconds
	tt   *trueType  // reads the outlines; nil if the face has them
}

// parsed returns the font ready for use. Files given by a user are parsed when they are read; an
// embedded font is parsed when it is first needed, and cannot be broken.
func (f *Font) parsed() *font.Face {
	if f.face == nil {
		if f.face, f.tt = openTrueType(f.Data); f.face == nil {
			panic(fmt.Errorf("font %s: not a TrueType font", f.Name))
		}
	}
	return f.face
}

// outline returns the contours of a glyph; ok is false if the font has none for it.
func (f *Font) outline(id font.GID) (contours []opentype.Segment, ok bool) {
	var broken error
	defer refuse(f.Name, &broken) // then ok is false
	if f.tt != nil {
		return f.tt.outline(id)
	}
	data, ok := f.face.GlyphData(id).(font.GlyphOutline)
	return data.Segments, ok
}

// MarshalJSON writes the name and the SHA-256 of the file, in hexadecimal, so that a reader of a
// layout can check that the same font is used again.
func (f *Font) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Name   string `json:"name"`
		SHA256 string `json:"sha256"`
	}{f.Name, fmt.Sprintf("%x", sha256.Sum256(f.Data))})
}

// The texts in a font file that Licence returns, by their numbers in the OpenType specification.
const (
	copyrightNotice tables.NameID = 0
	licenceText     tables.NameID = 13
	licenceAddress  tables.NameID = 14
)

// Licence returns the copyright notice, the licence and its address that the font file itself
// states, one paragraph each. The embedded fonts may be distributed only together with them.
func (f *Font) Licence() (string, error) {
	names, _, err := tables.ParseName(readDirectory(f.Data).table("name"))
	if err != nil {
		return "", fmt.Errorf("font %s: %w", f.Name, err)
	}
	var paragraphs []string
	for _, id := range []tables.NameID{copyrightNotice, licenceText, licenceAddress} {
		if text := strings.TrimSpace(names.Name(id)); text != "" { // a font may lack some
			paragraphs = append(paragraphs, text)
		}
	}
	return strings.Join(paragraphs, "\n"), nil
}

// embedded lists the fonts of a weight: Liberation Sans, then DejaVu Sans for what that lacks
// (Arabic, Georgian, Armenian, symbols, black-and-white emoji). The bold list ends with the regular
// DejaVu Sans, which has more symbols than the bold one.
func embedded(w Weight) []*Font {
	if w == Bold {
		return []*Font{
			{Name: "Liberation Sans Bold", Data: liberationsansbold.TTF},
			{Name: "DejaVu Sans Bold", Data: dejavusansbold.TTF},
			{Name: "DejaVu Sans", Data: dejavusans.TTF},
		}
	}
	return []*Font{
		{Name: "Liberation Sans", Data: liberationsansregular.TTF},
		{Name: "DejaVu Sans", Data: dejavusans.TTF},
	}
}

// File is the content of a font file: TrueType, OpenType, or a collection of them.
type File struct {
	Name string // for messages
	Data []byte
}

// FileError says that a file is not a usable font.
type FileError struct {
	Name string
	Err  error
}

func (e *FileError) Error() string { return e.Name + " is not a TrueType or OpenType font" }

// Unwrap returns the parser's error.
func (e *FileError) Unwrap() error { return e.Err }

// refuse, deferred, makes a *FileError of a panic: go-text has one where a broken font points outside
// of itself.
func refuse(name string, err *error) {
	if r := recover(); r != nil {
		*err = &FileError{name, fmt.Errorf("broken: %v", r)}
	}
}

// parse returns the fonts of a file, under the names that they state. The error is a *FileError.
func parse(f File) (fonts []*Font, err error) {
	defer refuse(f.Name, &err)
	face, tt := openTrueType(f.Data)
	faces := []*font.Face{face}
	if face == nil {
		if faces, err = font.ParseTTC(bytes.NewReader(f.Data)); err != nil { // accepts single fonts too
			return nil, &FileError{f.Name, err}
		}
	}
	for _, face := range faces {
		about := face.Describe()
		name := strings.TrimSpace(clean(about.Family) + " " + style(about.Aspect))
		fonts = append(fonts, &Font{Name: name, Data: f.Data, face: face, tt: tt})
	}
	return fonts, nil
}

// style names the weight and slant of a font where they are not regular, as the embedded fonts are
// named. Semibold counts as bold.
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
