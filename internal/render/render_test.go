package render

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"verbatim/internal/layout"
)

// pictures are those of picture, by its arguments: laying out takes most of the time of the tests.
var pictures sync.Map

// picture lays out a small survey in the colours of a palette.
func picture(t testing.TB, palette, background string, n int) Picture {
	t.Helper()
	key := fmt.Sprint(palette, background, n)
	if p, ok := pictures.Load(key); ok {
		return clone(p.(Picture))
	}
	p, err := NewPalette(palette, background, false)
	if err != nil {
		t.Fatal(err)
	}
	f := frame(t, FrameSpec{Width: 400, Height: 250, Title: []string{"Partnerships"}, Base: []string{"47 of 50 people gave an answer."}, Ground: p.Ground()})
	s := layout.Spec{Width: 400, Height: 250, Area: f.Area, Chain: fonts().Bold}
	labels := strings.Split("transparency,openness,trust,integrity,quid pro quo,joy,respect,שקיפות,clear roles,data,co-design,ICT", ",")
	for i, text := range labels[:n] {
		count := float64(30 / (i + 1))
		s.Words = append(s.Words, layout.Word{Text: text, Count: count, Color: Hex(p.ink(tier(layout.Sqrt.Height(count, 30))))})
	}
	l, err := layout.Exact{}.Layout(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	laid := Picture{Layout: l, Frame: f, Background: p.Background, Alt: "Word cloud of 50 answers: “trust” (10), …"}
	pictures.Store(key, laid)
	return clone(laid)
}

// clone returns a picture whose words can be changed.
func clone(p Picture) Picture {
	p.Layout = new(*p.Layout)
	p.Layout.Words = slices.Clone(p.Layout.Words)
	for i, w := range p.Layout.Words {
		p.Layout.Words[i].Lines = slices.Clone(w.Lines)
	}
	return p
}

func encode(t testing.TB, p Picture) []byte {
	t.Helper()
	var b bytes.Buffer
	d, err := Draw(p)
	if err == nil {
		err = d.PNG(&b)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func decode(t testing.TB, file []byte) image.Image {
	t.Helper()
	m, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// Small pictures, compared pixel by pixel; UPDATE=1 renews them.
func TestGolden(t *testing.T) {
	for _, test := range []struct{ palette, background string }{{"ink", ""}, {"night", ""}, {"mono", "transparent"}} {
		golden := filepath.Join("testdata", test.palette+".png")
		file := encode(t, picture(t, test.palette, test.background, 12))
		if os.Getenv("UPDATE") != "" {
			if err := os.WriteFile(golden, file, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if at, ok := difference(decode(t, file), decode(t, want)); !ok {
			got := filepath.Join(os.TempDir(), "verbatim-"+test.palette+".png")
			t.Errorf("%s differs, first at %v; the new picture is %s (%v)", golden, at, got, os.WriteFile(got, file, 0o644))
		}
	}
}

// difference finds the first pixel that differs.
func difference(a, b image.Image) (image.Point, bool) {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Max, false
	}
	for y := range a.Bounds().Dy() {
		for x := range a.Bounds().Dx() {
			if a.At(x, y) != b.At(x, y) {
				return image.Pt(x, y), false
			}
		}
	}
	return image.Point{}, true
}

// The same picture gives the same file, which says what it shows and has no date.
func TestChunks(t *testing.T) {
	p := picture(t, "ink", "", 4)
	p.DPI = 300
	file := encode(t, p)
	if !bytes.Equal(file, encode(t, p)) {
		t.Error("two drawings differ")
	}
	found := map[string][]byte{}
	for rest := file[8:]; len(rest) >= 12; {
		n := binary.BigEndian.Uint32(rest)
		found[string(rest[4:8])] = rest[8 : 8+n]
		rest = rest[12+n:]
	}
	for kind, want := range map[string]string{
		"tEXt": "Software\x00verbatim",
		"iTXt": "Description\x00\x00\x00\x00\x00" + p.Alt,
		"pHYs": "\x00\x00\x2e\x23\x00\x00\x2e\x23\x01", // 11811 pixels per metre
	} {
		if string(found[kind]) != want {
			t.Errorf("%s holds %q, want %q", kind, found[kind], want)
		}
	}
	if _, dated := found["tIME"]; dated {
		t.Error("the file has a date")
	}
}

// Many inks need full colour; the words stay the same except for finer shades.
func TestFullColour(t *testing.T) {
	p := picture(t, "mono", "", 12)
	for i := range p.Layout.Words {
		p.Layout.Words[i].Color = "#000000"
	}
	few := decode(t, encode(t, p))
	for i := range maxPaletteInks { // under the title, which covers them
		title := p.Frame.marks[0]
		title.Ink = rgb(uint32(i))
		p.Frame.marks = append([]mark{title}, p.Frame.marks...)
	}
	many := decode(t, encode(t, p))
	for y := range 250 {
		for x := range 400 {
			_, a, _, _ := few.At(x, y).RGBA()
			_, b, _, _ := many.At(x, y).RGBA()
			if d := int(a>>8) - int(b>>8); d < -3 || d > 3 {
				t.Fatalf("the pixel %d,%d differs by %d", x, y, d)
			}
		}
	}
	if _, indexed := many.(*image.Paletted); indexed {
		t.Error("more inks than a palette holds, and yet a palette")
	}
}

func TestDrawErrors(t *testing.T) {
	p := picture(t, "ink", "", 2)
	p.Layout.Words[1].Color = "nonsense"
	if _, err := Draw(p); err == nil || !strings.Contains(err.Error(), "openness") {
		t.Errorf("a bad colour: %v", err)
	}
	p = picture(t, "ink", "", 2)
	p.Layout.Words[0].Lines[0].Outline = nil
	if _, err := Draw(p); err == nil {
		t.Error("no error for a layout without outlines")
	}
}

func BenchmarkPNG(b *testing.B) {
	p := picture(b, "ink", "", 12)
	for b.Loop() {
		encode(b, p)
	}
}
