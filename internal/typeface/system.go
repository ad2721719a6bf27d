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

// system is the fonts of the machine, listed but not read, the most suitable first. What a picture looks like then
// depends on the machine, so they are used only where a user asks for them, and only for characters that no other
// font has.
type system struct {
	list []fontscan.Footprint
	open map[fontscan.Location]*Font // nil for a file that cannot be used
}

// newSystem lists the fonts of the machine.
func newSystem(w Weight) (*system, error) {
	// The library keeps what it found in a file for the next time; nothing shall be left behind.
	dir, err := os.MkdirTemp("", "verbatim-fonts-")
	if err != nil {
		return nil, err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	found, err := fontscan.SystemFonts(log.New(io.Discard, "", 0), dir)
	if err != nil {
		return nil, err
	}
	all := &system{list: found, open: map[fontscan.Location]*Font{}}
	return all.inOrderFor(w), nil
}

// inOrderFor lists the same fonts in another order, which is total: upright before italic, then the nearest to the weight
// wanted, then sans-serif before others by name, then the file's name.
func (s *system) inOrderFor(w Weight) *system {
	want := font.WeightNormal
	if w == Bold {
		want = font.WeightBold
	}
	unlike := func(f fontscan.Footprint) float32 {
		d := float32(f.Aspect.Weight - want)
		if f.Aspect.Style == font.StyleItalic {
			d += 10_000
		}
		return max(d, -d)
	}
	list := slices.Clone(s.list)
	slices.SortFunc(list, func(a, b fontscan.Footprint) int {
		return cmp.Or(cmp.Compare(unlike(a), unlike(b)), cmp.Compare(serif(a), serif(b)), cmp.Compare(a.Family, b.Family),
			cmp.Compare(a.Location.File, b.Location.File), cmp.Compare(a.Location.Index, b.Location.Index),
			cmp.Compare(a.Location.Instance, b.Location.Instance))
	})
	return &system{list: list, open: s.open}
}

// serif tells sans-serif fonts (0) from others (1), by their names.
func serif(f fontscan.Footprint) int {
	if bytes.Contains([]byte(f.Family), []byte("sans")) || bytes.Contains([]byte(f.Family), []byte("gothic")) {
		return 0
	}
	return 1
}

// having reads the fonts that say that they have r, one after the other, the most suitable first.
func (s *system) having(r rune) func(yield func(int, *Font) bool) {
	return func(yield func(int, *Font) bool) {
		for i, f := range s.list {
			if !f.Runes.Contains(r) || f.Location.Instance != 0 {
				continue
			}
			if f := s.font(f.Location); f != nil && !yield(i, f) {
				return
			}
		}
	}
}

// font reads a file of the machine.
func (s *system) font(at fontscan.Location) *Font {
	if f, known := s.open[at]; known {
		return f
	}
	s.open[at] = nil
	data, err := os.ReadFile(at.File)
	if err != nil {
		return nil
	}
	chain := &Chain{}
	if err := chain.open(File{Name: at.File, Data: data}); err != nil || int(at.Index) >= len(chain.fonts) {
		return nil
	}
	s.open[at] = chain.fonts[at.Index]
	return s.open[at]
}
