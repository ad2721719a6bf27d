// Package typeface turns text into outlines: closed curves in whole numbers that serve at every
// size.
//
// A text is shaped once: letters are chosen, joined, kerned and put in visual order. That happens
// at 2048 font units per em; the result is kept in units of 1/32768 em, with y pointing down and
// the origin at the start of the baseline. The size enters only when an outline is used, as one
// multiplier:
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
// So the sizes of two words are proportional to within 1/512 px for any font, and one outline
// serves for measuring, for collision tests and for drawing. Nothing is hinted, because hinted
// letters are not proportional. All arithmetic that decides a position is on integers, so the
// result is the same on every machine.
//
// From text to polygons:
//
//	text ─ clean ─▶ runes ─ Chain.resolve ─▶ a font per rune ─ visualRuns ─▶ runs ─ shaper ─▶ Outline ─ Polylines ─▶ polygons
//	       (below)          chain.go                                shape.go              outline.go
package typeface

import (
	"errors"
	"fmt"
	"image"
	"math"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Em is the number of outline units in one em (the font height).
const Em = 32768

// Size is a font height in 1/2^25 px per em. It is this fine so that heights calculated as scale ×
// weight keep their ratios to about nine digits.
type Size int64

// sizeShift is the number of fraction bits of a Size.
const sizeShift = 25

// Px returns the Size of px pixels per em, rounded to the nearest step.
func Px(px float64) Size { return Size(math.Round(px * (1 << sizeShift))) }

// Px returns the font height in pixels; the value is exact.
func (s Size) Px() float64 { return float64(s) / (1 << sizeShift) }

// Coord scales v from 1/32768 em to 1/256 px, rounded to the nearest: 15 bits of the em and 25 of
// the Size, less 8 that stay as a fraction of a pixel, make a shift by 32.
func (s Size) Coord(v int32) int64 { return (int64(v)*int64(s) + 1<<31) >> 32 }

// Floor scales v from 1/32768 em to whole pixels, rounded down.
func (s Size) Floor(v int32) int { return int(s.Coord(v) >> 8) }

// Ceil scales v from 1/32768 em to whole pixels, rounded up.
func (s Size) Ceil(v int32) int { return int((s.Coord(v) + 255) >> 8) }

// Pixels returns the pixels that a box touches, rounded outwards, relative to its origin; those of
// a text that reads upwards if it is upright.
func (s Size) Pixels(b Box, upright bool) image.Rectangle {
	x0, y0, x1, y1 := s.Floor(b.X0), s.Floor(b.Y0), s.Ceil(b.X1), s.Ceil(b.Y1)
	if upright {
		return image.Rect(y0, -x1, y1, -x0)
	}
	return image.Rect(x0, y0, x1, y1)
}

// Point is a position in 1/32768 em, y down.
type Point struct{ X, Y int32 }

// Box is a rectangle in 1/32768 em, y down. An empty box has X1 <= X0.
type Box struct{ X0, Y0, X1, Y1 int32 }

// empty reports whether the box holds nothing.
func (b Box) empty() bool { return b.X1 <= b.X0 }

// Union returns the smallest box that holds both; an empty box adds nothing.
func (b Box) Union(o Box) Box {
	switch {
	case b.empty():
		return o
	case o.empty():
		return b
	}
	return Box{min(b.X0, o.X0), min(b.Y0, o.Y0), max(b.X1, o.X1), max(b.Y1, o.Y1)}
}

// ErrNoInk is returned for a text that would leave no mark: empty, or only spaces and joiners.
var ErrNoInk = errors.New("the text has no visible character")

// MissingGlyphError says that no font of the chain has a character of a text.
type MissingGlyphError struct {
	Text string // the whole text, cleaned
	Rune rune   // its first character without a glyph
}

func (e *MissingGlyphError) Error() string {
	return fmt.Sprintf("no font has the character %q (%U)", e.Rune, e.Rune)
}

// clean prepares a text from an answer for shaping. The text is hostile input, so clean
//
//   - replaces bytes that are not UTF-8 by U+FFFD;
//   - replaces control characters and line ends by spaces, and joins runs of spaces;
//   - removes format characters: direction marks and overrides (which could reverse a word), soft hyphens, tags, byte
//     order marks. Joiners and variation selectors stay, because Persian and emoji need them;
//   - composes the text (NFC), so that fonts are asked for "é" and not for a letter and an accent.
func clean(text string) string {
	text = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.IsSpace(r), r == '\u2028', r == '\u2029':
			return ' '
		case unicode.Is(unicode.Cf, r) && !isJoiner(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
	return norm.NFC.String(strings.Join(strings.Fields(text), " "))
}

// isJoiner reports whether r joins or separates its neighbours: the zero-width joiner or
// non-joiner.
func isJoiner(r rune) bool { return r == '\u200c' || r == '\u200d' }

// invisible reports whether a font need not have r: spaces, joiners and variation selectors.
func invisible(r rune) bool {
	return unicode.IsSpace(r) || isJoiner(r) || unicode.Is(unicode.Variation_Selector, r)
}
