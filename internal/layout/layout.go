// Package layout decides where each word of a cloud stands and how large it is. It draws nothing:
// the result, a Layout, holds all that a drawing needs, and is written as JSON
// ("verbatim/layout/v1").
//
// An Engine takes a Spec (words with counts, a canvas) to a Layout. What every engine keeps:
//
//   - all words share one scale, so that a word's font height tells its count and nothing else: equal counts have
//     equal heights, no word is shrunk, enlarged or clamped on its own;
//   - no word is dropped silently: what has no place is in Layout.Unplaced, with the reason;
//   - inks never overlap nor leave Spec.Area, and two words never stand so close that they read as one;
//   - the same Spec gives the same Layout, whatever the clock, the machine's cores or the order of maps.
//
// The files: layout.go has the types; scale.go turns counts into font heights; words.go takes a
// Spec to shaped words and placed words to a Layout. The engines:
//
//   - Exact: exact.go tells how it works. search.go looks for the largest scale; attempt.go places
//     all words at one scale; nudge.go moves words a little; fit.go knows how large words can be at
//     most; balance.go centres the result; bench.go has what all attempts share. Below them,
//     start.go has the starts that are tried; canvas.go keeps what is taken; find.go finds free
//     places; piece.go makes that quick; shape.go has the shapes to fill; mask.go has sets of
//     cells; wrap.go sets a phrase in lines.
//   - Wordclouds: wordclouds.go is all of it, and the only file that knows the library.
package layout

import (
	"context"
	"encoding/json"
	"errors"
	"image"
	"io"

	"verbatim/internal/typeface"
)

// errNoWords is returned for a list without a word; there is nothing to lay out.
var errNoWords = errors.New("no words to draw")

// Engine places words. Its implementations are values without state: Exact{}, Wordclouds{}. Layout
// fails only for a Spec that makes no sense (errNoWords, an empty area), a cancelled context or a
// machine at fault; words that find no place are no error.
type Engine interface {
	Layout(ctx context.Context, spec Spec) (*Layout, error)
}

// Word is one word or phrase to place. Two words may have the same text.
type Word struct {
	Text  string  // the label
	Count float64 // how often it was said; above 0
	Color string  // passed through untouched, such as "#1b2a49"
	Theme string  // passed through untouched; may be empty
	Title string  // what a reader is told of the word; passed through untouched; may be empty

	Undrawn string // why the word is not drawn, whatever room there is; "" where it is
}

// Spec is what an engine is asked for. Words are placed nearest to the middle first, in the order
// given; Exact may place words of about the same size in another order, but always begins with the
// first.
type Spec struct {
	Width, Height int             // of the whole picture, px
	Area          image.Rectangle // the part of it that words may ink, px
	Words         []Word          // in the order in which they are to be placed, the most frequent first
	Scale         Scale           // how a count becomes a font height; "" is Sqrt
	Unit          string          // what Count counts ("mentions", "respondents"); passed through
	LeftOut       LeftOut         // of the list before it came here; passed through
	Language      string          // of the answers; passed through
	Chain         *typeface.Chain // the fonts
	Rotate        bool            // words may stand upright where that is clearly nearer to the middle; Exact only
	Shape         *Shape          // the part of Area to fill; nil is all of it; Exact only
}

// Layout is a finished arrangement. Places are whole pixels, y down, from the picture's top left
// corner.
type Layout struct {
	Schema     string           `json:"schema"` // "verbatim/layout/v1"
	Width      int              `json:"width"`
	Height     int              `json:"height"`
	Area       Box              `json:"area"`
	Engine     string           `json:"engine"`
	Scale      Scale            `json:"scale"`
	Unit       string           `json:"unit"`
	LeftOut    LeftOut          `json:"left_out,omitzero"`
	Language   string           `json:"language"`
	Fonts      []*typeface.Font `json:"fonts"`                // those in use, in the order of the chain
	FreeShare  float64          `json:"free_share,omitempty"` // of the area, that the shape leaves free; 0 without a shape
	Bound      string           `json:"bound"`                // "width": no larger scale is possible; "search": the largest found
	Tries      []Try            `json:"tries"`                // the scales tried, in order
	SmallestPx float64          `json:"smallest_px"`          // font height of the smallest word placed; 0 if there is none
	InkShare   float64          `json:"ink_share"`            // of the whole picture; measured on the drawing by render
	OverlapPx  int              `json:"overlap_px"`           // pixels inked by two words; measured on the drawing by render
	FontPx     float64          `json:"-"`                    // font height of the count of full height; Exact only
	Words      []Placed         `json:"words"`                // in the order of the Spec
	HeldBy     string           `json:"-"`                    // the label so long that without it all words would be larger by a quarter
	Under9px   []string         `json:"under_9px"`            // labels of words smaller than legible
	Unplaced   []Unplaced       `json:"unplaced"`             // in the order of the Spec
}

// LeftOut says how many terms a limit kept from the words.
type LeftOut struct {
	Terms       int `json:"terms"`
	ByOnePerson int `json:"by_one_person"` // of them, left out because one person alone said each
}

// Try is one scale that was tried: the font height of a word of weight 1, and how many words had
// been placed when the try ended. A try ends at the first word without a place, unless it is the
// one that gave the layout.
type Try struct {
	FontPx float64 `json:"font_px"`
	Placed int     `json:"placed"`
}

// Placed is a word in its place. Size is a multiple of 1/2^25 px, so a reader of the JSON gets it
// exactly.
type Placed struct {
	Text   string        `json:"text"` // the label as given
	Count  float64       `json:"count"`
	Size   float64       `json:"size"`   // font height in px, exact
	Rotate int           `json:"rotate"` // 0, or 90: it reads upwards
	Lines  []Line        `json:"lines"`
	Box    Box           `json:"box"` // holds all ink
	Color  string        `json:"color"`
	Theme  string        `json:"theme,omitempty"`
	Height typeface.Size `json:"-"` // Size, as outlines want it
	Title  string        `json:"-"` // as given
}

// Line is one line of a word: its text as shaped (cleaned of control characters, so it may differ
// from the label), and the start of its baseline. The outline is what a drawing fills, by way of
// the polylines; neither is in the JSON. A point (u, v) of them, scaled to px, lands at (X+u, Y+v),
// or at (X+v, Y-u) in a word that stands upright.
type Line struct {
	Text      string             `json:"text"`
	X         int                `json:"x"`
	Y         int                `json:"y"`
	Outline   *typeface.Outline  `json:"-"`
	Polylines [][]typeface.Point `json:"-"` // the flattened outline, which a drawing fills; nil from Wordclouds
}

// Unplaced is a word that is not in the picture, and why.
type Unplaced struct {
	Text   string  `json:"text"`
	Count  float64 `json:"count"`
	Reason string  `json:"reason"`
	// NoGlyph says that a character of the word is in no font.
	NoGlyph bool `json:"-"`
}

// Box is a rectangle of pixels, [x0, y0, x1, y1], the last column and row excluded.
type Box [4]int

// NewBox turns an image.Rectangle into a Box.
func NewBox(r image.Rectangle) Box { return Box{r.Min.X, r.Min.Y, r.Max.X, r.Max.Y} }

// Rectangle is the box as the image packages want it.
func (b Box) Rectangle() image.Rectangle { return image.Rect(b[0], b[1], b[2], b[3]) }

// WriteJSON writes the layout as indented JSON with a line end.
func (l *Layout) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(l)
}
