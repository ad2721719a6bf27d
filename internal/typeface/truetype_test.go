package typeface

import (
	"bytes"
	"errors"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/gomonoitalic"
)

// Every glyph of every font has the points and the box that go-text reads, and all else in the font is the same.
func TestTrueType(t *testing.T) {
	fonts := append(embedded(Bold), embedded(Regular)...)
	fonts = append(fonts, &Font{Name: "Go Bold", Data: gobold.TTF}, &Font{Name: "Go Mono Italic", Data: gomonoitalic.TTF})
	for _, f := range fonts {
		want, err := font.ParseTTF(bytes.NewReader(f.Data))
		if err != nil {
			t.Fatal(err)
		}
		got, tt := openTrueType(f.Data)
		if tt == nil {
			t.Errorf("%s is read whole", f.Name)
			continue
		}
		if got.Describe() != want.Describe() || got.Upem() != want.Upem() {
			t.Errorf("%s: %v, want %v", f.Name, got.Describe(), want.Describe())
		}
		for id := range font.GID(len(tt.loca) + 1) {
			outline, ok := want.GlyphData(id).(font.GlyphOutline)
			segments, found := tt.outline(id)
			if found != ok || !slices.Equal(segments, outline.Segments) {
				t.Fatalf("%s, glyph %d: %v, %v\nwant %v, %v", f.Name, id, segments, found, outline.Segments, ok)
			}
			box, _ := got.GlyphExtents(id)
			if wanted, _ := want.GlyphExtents(id); box != wanted || got.HorizontalAdvance(id) != want.HorizontalAdvance(id) {
				t.Fatalf("%s, glyph %d: box %v, want %v", f.Name, id, box, wanted)
			}
		}
	}
}

// What is no TrueType font, or a broken one, is left to go-text.
func TestTrueTypeRefuses(t *testing.T) {
	whole := embedded(Bold)[0].Data
	collection := append([]byte("ttcf"), whole[4:]...)
	for _, data := range [][]byte{nil, []byte("OTTO"), whole[:11], whole[:100], whole[:len(whole)/2], collection} {
		if face, tt := openTrueType(data); face != nil || tt != nil {
			t.Errorf("%d bytes are read", len(data))
		}
	}
}

// A font that points outside of itself is refused, when it is opened or when it is used.
func TestBrokenFont(t *testing.T) {
	tests := []struct {
		name, table string
		at          int // of two bytes that are replaced
		with        []byte
		opens       bool
	}{
		{"a glyph that ends before it begins", "loca", 4, []byte{0xff, 0xff}, false},
		{"more glyphs with a width than glyphs", "maxp", 4, []byte{0, 1}, false},
		{"no glyph with a width", "hhea", 34, []byte{0, 0}, true},
	}
	for _, test := range tests {
		data := bytes.Clone(gobold.TTF)
		copy(readDirectory(data).table(test.table)[test.at:], test.with)
		chain, err := NewChain(Choice{Files: []File{{"broken.ttf", data}}})
		if (err == nil) != test.opens {
			t.Errorf("%s: opened with %v", test.name, err)
		}
		if err == nil {
			_, err = chain.Shape("word")
		}
		if _, refused := errors.AsType[*FileError](err); !refused {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}
