package typeface

import (
	"bytes"
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
