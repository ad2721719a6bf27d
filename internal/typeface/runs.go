package typeface

import (
	"slices"

	"github.com/go-text/typesetting/bidi"
	"github.com/go-text/typesetting/di"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/shaping"
	"golang.org/x/image/math/fixed"
	unicodebidi "golang.org/x/text/unicode/bidi"
)

// A shaper takes runs: stretches of one direction, script and font. This file cuts a line into runs
// and puts them in visual order, by the Unicode bidirectional algorithm (UAX #9). The algorithm
// gives each character a level: even levels run to the right, odd ones to the left. With capitals
// for right-to-left letters:
//
//	as typed    trust OPEN 12 of 20
//	levels      0000001111122000000
//	as shown    trust 12 NEPO of 20
//
// OPEN is read from the right, so the number that follows it stands on its left; the digits keep
// their order.

// shapeUnits is the em, in font units, at which text is shaped. The shaper's 26.6 numbers are then
// font units with six bits to spare, so that kerning keeps its fractions.
const shapeUnits = 2048

// direction returns the direction of the first strong letter of a paragraph, and left to right
// without one (rules P2 and P3).
func direction(paragraph string) bidi.Direction {
	for _, r := range paragraph {
		switch classOf(r) {
		case unicodebidi.L:
			return bidi.LeftToRight
		case unicodebidi.R, unicodebidi.AL:
			return bidi.RightToLeft
		}
	}
	return bidi.LeftToRight
}

// visualRuns cuts a line into runs of one direction, script and font, and orders them from left to
// right.
func visualRuns(text []rune, faces faceByRune, base bidi.Direction) []shaping.Input {
	var paragraph bidi.Paragraph
	var runs []shaping.Input
	var levels []bidi.Level
	split := paragraph.Segment(text, base)
	for _, r := range splitNumbers(text, split, base) {
		in := shaping.Input{
			Text: text, RunStart: r.Start, RunEnd: r.End, Size: fixed.I(shapeUnits),
			// Ligatures merge letters into shapes that look odd in large type.
			FontFeatures: []shaping.FontFeature{{Tag: opentype.MustNewTag("liga"), Value: 0}},
		}
		if !r.IsLeftToRight() {
			in.Direction = di.DirectionRTL
		}
		var segmenter shaping.Segmenter
		for _, run := range segmenter.Split(in, faces) {
			runs, levels = append(runs, run), append(levels, r.Level)
		}
	}
	reorder(runs, levels)
	return runs
}

// splitNumbers returns runs of one level each. It corrects the library, which in a paragraph from
// left to right joins a number after right-to-left letters (level 2) to the text that follows it
// (level 0): reorder would then move both.
func splitNumbers(text []rune, split bidi.Runs, base bidi.Direction) (runs []bidi.Run) {
	for i := range split.NumRuns() {
		r := split.Run(i)
		if base == bidi.RightToLeft || !r.IsLeftToRight() {
			runs = append(runs, r) // of level 1, or 2 throughout
			continue
		}
		level := r.Level
		for start := r.Start; start < r.End; {
			number := inNumber(text[start:r.End], level == 2)
			end := start + 1
			for end < r.End && inNumber(text[end:r.End], number) == number {
				end++
			}
			if level = 0; number {
				level = 2
			}
			runs = append(runs, bidi.Run{Start: start, End: end, Level: level})
			start = end
		}
	}
	return runs
}

// inNumber reports whether the first character of text belongs to a number: an Arabic digit always
// does, a European digit or a separator before a digit does if the character before it did
// (continues).
func inNumber(text []rune, continues bool) bool {
	switch classOf(text[0]) {
	case unicodebidi.AN:
		return true
	case unicodebidi.EN, unicodebidi.ET, unicodebidi.NSM:
		return continues
	case unicodebidi.ES, unicodebidi.CS:
		return continues && len(text) > 1 && (classOf(text[1]) == unicodebidi.EN || classOf(text[1]) == unicodebidi.AN)
	}
	return false
}

// classOf returns the bidirectional class of a character.
func classOf(r rune) unicodebidi.Class {
	p, _ := unicodebidi.LookupRune(r)
	return p.Class()
}

// reorder applies rule L2: from the highest level down to 1, it reverses every sequence of runs at
// that level or above.
func reorder(runs []shaping.Input, levels []bidi.Level) {
	for level := slices.Max(append(levels, 0)); level > 0; level-- {
		for i := 0; i < len(runs); i++ {
			j := i
			for j < len(runs) && levels[j] >= level {
				j++
			}
			slices.Reverse(runs[i:j])
			slices.Reverse(levels[i:j])
			i = j
		}
	}
}
