// Package typeface turns text into outlines: closed curves in whole numbers, free of any size.
//
// A text is shaped once (letters chosen, joined, kerned and put in visual order) at 2048 font units per em
// and kept in units of 1/32768 em, y pointing down, the origin at the start of the baseline. Size enters only
// when an outline is used, as one multiplier:
//
//	coordinate in 1/256 px = coordinate in 1/32768 em × Size >> 32        (Size: px per em, in 1/2^25 px)
//
//	          Bounds.Y0 ─┬──────────────────┐
//	                     │  ▞▀▚      ▞▀▀▖   │
//	     (0,0) ●─────────│─▐──▌─────▐───▌───│──────● Advance      baseline
//	                     │  ▀▀  ▚▄▞  ▀▀▜    │
//	                     │            ▄▄▟   │
//	          Bounds.Y1 ─┴──────────────────┘
//	                  Bounds.X0          Bounds.X1
//
// So the sizes of two words are proportional to within 1/512 px, whatever the fonts say, and the same outline
// serves for measuring, for collision and for drawing. Nothing is hinted: hinted letters are not proportional.
// All arithmetic that decides a place is on integers, so it is the same on every machine.
package typeface

import (
	"errors"
	"fmt"
	"math"
)

// Em is the number of outline units in one em (the font height).
const Em = 32768

// Size is a font height in 1/2^25 px per em. It is this fine so that heights given as S × weight keep their
// ratios to about nine digits.
type Size int64

// sizeShift is the number of fraction bits of a Size.
const sizeShift = 25

// Px returns the Size of px pixels per em, rounded to the nearest step.
func Px(px float64) Size { return Size(math.Round(px * (1 << sizeShift))) }

// Px returns the font height in pixels; the value is exact.
func (s Size) Px() float64 { return float64(s) / (1 << sizeShift) }

// Coord scales v, in 1/32768 em, to 1/256 px, rounded to the nearest.
func (s Size) Coord(v int32) int64 { return (int64(v)*int64(s) + 1<<31) >> 32 }

// Floor scales v to whole pixels, rounded down.
func (s Size) Floor(v int32) int { return int(s.Coord(v) >> 8) }

// Ceil scales v to whole pixels, rounded up.
func (s Size) Ceil(v int32) int { return int((s.Coord(v) + 255) >> 8) }

// Point is a place in 1/32768 em, y down.
type Point struct{ X, Y int32 }

// Box is a rectangle in 1/32768 em, y down. An empty box has X1 <= X0.
type Box struct{ X0, Y0, X1, Y1 int32 }

// Union returns the smallest box that holds both; an empty box adds nothing.
func (b Box) Union(o Box) Box {
	switch {
	case b.X1 <= b.X0:
		return o
	case o.X1 <= o.X0:
		return b
	}
	return Box{min(b.X0, o.X0), min(b.Y0, o.Y0), max(b.X1, o.X1), max(b.Y1, o.Y1)}
}

// ErrNoInk is returned for a text that would leave no mark: empty, or only spaces and joiners.
var ErrNoInk = errors.New("the text has no visible character")

// MissingGlyphError says that no font of the chain can show a character of a text.
type MissingGlyphError struct {
	Text string // the whole text
	Rune rune   // its first character without a glyph
}

func (e *MissingGlyphError) Error() string {
	return fmt.Sprintf("no font has the character %q (%U)", e.Rune, e.Rune)
}
