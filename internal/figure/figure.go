// Package figure makes pictures of a counted question: a word cloud, bars of its terms or themes, the differences of two
// groups, a cloud for each of several, and all of these for the page of a report.
//
// Each kind of picture has one file, which makes its subject: words or bars, colours, caption. One loop draws every
// subject (draw.go):
//
//	Question ─ cloud.go, bars.go, differences.go, groups.go ─▶ subject ─┐
//	Look: size, fonts, colours, title ──────────────────────────────────┴─ draw.go: frame, place, draw, verify ─▶ Picture
//
// Package prose writes the sentences, package layout places the words, package chart places the bars, and package render
// writes the files. No message here names a flag: errors are types, and the command line adds the hints.
package figure

import (
	"cmp"
	"image"
	"slices"

	"verbatim/internal/chart"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/segment"
	"verbatim/internal/tally"
	"verbatim/internal/typeface"
)

// A Question is what pictures are made of: the figures that may be shown of a counted question, and the few facts about
// it that a picture states.
type Question struct {
	prose.Voice        // of what the picture says
	Text        string // of the question
	Language    string // code of the language of the answers
	Caveat      string // a sentence on how far its words are understood; "" is none
	Options     bool   // its terms are the options of a closed question
	Twice       bool   // some of its words were encoded twice
	GroupedBy   string // text of the column whose values are the groups; "" is none

	tally     *tally.Tally  // the terms to be shown; of a comparison, all
	groups    []tally.Group // of the same answers; nil if there are none
	leftOut   int           // groups that are not among them
	rank      tally.Ranking // by which tally and groups were made
	least     int           // people, of disclosure control
	withholds bool          // some figures may be withheld
}

// NewQuestion takes what may be shown of a counted question, its text, and the
// code of the language of the answers.
func NewQuestion(s *privacy.Shown, text, language string) *Question {
	return &Question{Text: text, Language: language, tally: s.Tally(), groups: s.Leading(), leftOut: len(s.Groups()) - len(s.Leading()), rank: s.Ranking(), least: s.Least(), withholds: s.Withholds()}
}

// undrawn is why a label is not drawn whatever the font; "" where it is. Nobody can read RÃ¼ckmeldung.
func (q *Question) undrawn(label string) string {
	if q.Twice && segment.IsTwice(label) {
		return prose.Twice
	}
	return ""
}

// counts are those that rank the terms.
func (q *Question) counts() (counts []float64) {
	for _, x := range q.tally.Terms {
		counts = append(counts, x.Weighted(q.tally.RankBy))
	}
	return counts
}

// finding is the finding on the terms, as a title. Options in an order of their own have none.
func (q *Question) finding() []string {
	if len(q.tally.Terms) == 0 || q.tally.OptionOrder != nil {
		return nil
	}
	return []string{q.Voice.Headline(q.tally, q.Options, q.leading())}
}

// leading is how many terms lead all others.
func (q *Question) leading() int {
	counts := q.counts()
	least := render.Leading(counts)
	return max(0, slices.IndexFunc(counts, func(n float64) bool { return n < least }))
}

// Leaders is how many terms lead all others.
func (q *Question) Leaders() (n int) {
	counts := q.counts()
	least := render.Leading(counts)
	for _, count := range counts {
		if count >= least {
			n++
		}
	}
	return n
}

// A Look is what does not depend on the content of a picture: size, fonts, colours, title.
type Look struct {
	Width, Height int            // px
	FixedSize     bool           // a chart has to be of this size, however many bars it has; else its height follows from them
	DPI           int            // stated in the file, px per inch
	Palette       render.Palette // inks and background
	Words         *typeface.Chain
	Frame         *render.Fonts   // of title, legend and caption
	Labels        *typeface.Chain // of a chart; nil is Frame.Regular
	Type          render.Type     // the type scale; zero is that of the size
	Title         string          // instead of the question, or of the finding of a comparison; "" is none
	Finding       bool            // the finding is the title
	NoTitle       bool
	NoCaption     bool            // neither base nor note
	NoGlyph       string          // advice for a word that is not drawn because no font has its characters; it ends the reason
	ID            string          // begins every id in an SVG
	Letters       *render.Letters // of all pictures of the page that this one is part of; nil: it has its own

	noLegend bool // the page around the picture has it
	roomy    bool // rows of a chart have at least their usual height
}

// scale is the type scale of the picture.
func (l *Look) scale() render.Type {
	if l.Type == (render.Type{}) {
		return render.NewType(l.Width, l.Height)
	}
	return l.Type
}

// The sizes that a picture may have: its longer side, and both sides together, so that neither a typing error nor a list
// without end takes all of a machine's memory.
const (
	MostSide   = 20_000      // px
	MostPixels = 100_000_000 // px
)

// Fits reports whether a picture may have a size, in px.
func Fits(width, height int) bool {
	return max(width, height) <= MostSide && width*height <= MostPixels
}

// chartStyle is the style of a chart within the frame: labels in the font of words, figures and notes in that of captions.
func (l *Look) chartStyle(frame render.Frame) chart.Style {
	row, tall := 0, frame.Type.Px(70)
	if l.FixedSize { // a few bars fill a picture that cannot become lower
		tall = frame.Type.Px(105)
	}
	if l.roomy {
		row = frame.Type.Px(leastRow)
	}
	return chart.Style{
		TextPx: frame.Type.Text, RowPx: row, TallPx: tall,
		Size: image.Pt(l.Width, l.Height), Area: frame.Area, Strong: l.Words, Text: cmp.Or(l.Labels, l.Frame.Regular),
		Ink: frame.Inks.Title, Quiet: frame.Inks.Note, Grid: frame.Inks.Grid,
	}
}

// A Picture is a finished picture that has passed its check; there are no others (draw.go, verified).
type Picture struct {
	render.Picture
	Drawing *render.Drawing // what files are written from
	Base    string          // who answered, and what the picture shows of it
	Brief   string          // the same in brief
	Caption string          // its note, all sentences of it, whether the picture shows them or not
	note    []string        // the same, a sentence each
	legend  []render.Entry
	letters *render.Letters
}
