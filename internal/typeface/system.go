package typeface

import (
	"bytes"
	"cmp"
	"io"
	"log"
	"os"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
)

// systemFonts lists the fonts installed on the machine, the most suitable first, and opens them
// when they are needed. A picture drawn with them depends on the machine. So they are used only if
// a user asks for them, and only for characters that no other font has.
type systemFonts struct {
	list   []fontscan.Footprint
	opened map[fontscan.Location]*Font // nil for a file that cannot be used
}

// newSystemFonts lists the fonts of the machine.
func newSystemFonts(w Weight) (*systemFonts, error) {
	// The library caches what it found in a directory. It gets a temporary one, so that nothing is
	// left behind.
	dir, err := os.MkdirTemp("", "verbatim-fonts-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	found, err := fontscan.SystemFonts(log.New(io.Discard, "", 0), dir)
	if err != nil {
		return nil, err
	}
	all := &systemFonts{list: found, opened: map[fontscan.Location]*Font{}}
	return all.sortedFor(w), nil
}

// sortedFor returns the same fonts, those most suitable for a weight first: upright before italic,
// then by distance from the weight, then sans-serif before others, then by name and file. The order
// is total, so it is the same in every run.
func (s *systemFonts) sortedFor(w Weight) *systemFonts {
	want := font.WeightNormal
	if w == Bold {
		want = font.WeightBold
	}
	const italic = 10_000 // more than any difference of weights, which go from 100 to 900
	distance := func(f fontscan.Footprint) float32 {
		d := float32(f.Aspect.Weight - want)
		if f.Aspect.Style == font.StyleItalic {
			d += italic
		}
		return max(d, -d)
	}
	list := slices.Clone(s.list)
	slices.SortFunc(list, func(a, b fontscan.Footprint) int {
		return cmp.Or(cmp.Compare(distance(a), distance(b)), cmp.Compare(serif(a), serif(b)), cmp.Compare(a.Family, b.Family),
			cmp.Compare(a.Location.File, b.Location.File), cmp.Compare(a.Location.Index, b.Location.Index),
			cmp.Compare(a.Location.Instance, b.Location.Instance))
	})
	return &systemFonts{list: list, opened: s.opened}
}

// serif returns 0 for a sans-serif font and 1 for others, judged by the name of the family.
func serif(f fontscan.Footprint) int {
	if bytes.Contains([]byte(f.Family), []byte("sans")) || bytes.Contains([]byte(f.Family), []byte("gothic")) {
		return 0
	}
	return 1
}

// open reads a font of the machine; nil if its file cannot be used. Files may have been removed
// since they were listed, and a broken one must not stop the others, so there is no error. The
// result is kept, nil included.
func (s *systemFonts) open(l fontscan.Location) *Font {
	if f, known := s.opened[l]; known {
		return f
	}
	s.opened[l] = nil
	data, err := os.ReadFile(l.File)
	if err != nil {
		return nil
	}
	fonts, err := parse(File{Name: l.File, Data: data})
	if err != nil || int(l.Index) >= len(fonts) {
		return nil
	}
	s.opened[l] = fonts[l.Index]
	return s.opened[l]
}
