// Package figure makes pictures of a counted question: a word cloud, bars of its terms or themes, the differences of two
// groups, a cloud for each of several, and all of these for the page of a report.
//
// Each kind of picture has one file, which says what is to be shown (a subject): its words or bars, its colours, its
// caption. One loop makes all of them (draw.go):
//
//	Question ─ cloud.go, bars.go, differences.go, groups.go ─▶ subject ─┐
//	Look: size, fonts, colours, title ──────────────────────────────────┴─ draw.go: frame, place, draw, verify ─▶ Picture
//
// Sentences are those of package prose; words are placed by package layout, bars by package chart; files are written by
// package render. No message here names a flag: errors are types, of which the command line makes hints.
package figure

import (
	"cmp"
	"image"

	"verbatim/internal/chart"
	"verbatim/internal/layout"
	"verbatim/internal/privacy"
	"verbatim/internal/render"
	"verbatim/internal/tally"
	"verbatim/internal/typeface"
)

// A Question is what pictures are made of: the figures that may be shown of a counted question, and the few facts about
// it that a picture tells.
type Question struct {
	Text     string // of the question
	Language string // code of the language of the answers

	tally     *tally.Tally  // the terms to be shown; of a comparison, all
	groups    []tally.Group // of the same answers; nil where there are none
	rank      tally.Ranking // by which tally and groups were made
	withholds bool          // some figures may be withheld
}

// NewQuestion takes what may be shown of a counted question, its text, and the
// code of the language of the answers.
func NewQuestion(s *privacy.Shown, text, language string) *Question {
	return &Question{Text: text, Language: language, tally: s.Tally(), groups: s.Groups(), rank: s.Ranking(), withholds: s.Withholds()}
}

// A Look is how a picture is to look, whatever it shows.
type Look struct {
	Width, Height int            // px
	FixedSize     bool           // a chart has to be of this size, however many bars it has; else its height follows from them
	DPI           int            // that the file states, px per inch
	Palette       render.Palette // inks and background
	Words         *typeface.Chain
	Frame         *render.Fonts   // of title, legend and caption
	Labels        *typeface.Chain // of a chart; nil is Frame.Regular
	Title         string          // "" is none
	NoCaption     bool
	NoGlyph       string // added to the reason why a word is not drawn, where no font has its characters
	ID            string // begins every id in an SVG
}

// The sizes that a picture may have: its longer side, and both sides together, so that neither a typing error nor a list
// without end takes all of a machine's memory.
const (
	MostSide   = 20_000      // px
	MostPixels = 100_000_000 // px
)

// Fits reports whether a picture may have a size.
func Fits(width, height int) bool {
	return max(width, height) <= MostSide && width*height <= MostPixels
}

// chartStyle is what a chart within the frame is drawn with.
func (l *Look) chartStyle(frame render.Frame) chart.Style {
	ink, quiet, grid := render.Greys(l.Palette.Ground())
	return chart.Style{
		Size: image.Pt(l.Width, l.Height), Area: frame.Area, Strong: l.Words, Text: cmp.Or(l.Labels, l.Frame.Regular),
		Ink: ink, Quiet: quiet, Grid: grid,
	}
}

// A Picture is a finished picture that has passed its check.
type Picture struct {
	render.Picture
	Drawing *render.Drawing // what files are written from
	Caption string          // what it says, in sentences, whether the picture shows them or not
	legend  []render.Entry
}

// Unplaced are the words that the picture could not show.
func (p *Picture) Unplaced() []layout.Unplaced {
	if p.Layout == nil {
		return nil
	}
	return p.Layout.Unplaced
}
