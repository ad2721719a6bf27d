// Package layout decides where each word of a cloud stands and how large it is. It draws nothing: the result, a
// Layout, holds all that a drawing needs, and is written as JSON ("verbatim/layout/v1").
//
// An Engine takes a Spec (words with counts, a canvas) to a Layout. What every engine keeps:
//
//   - all words share one scale, so that a word's font height tells its count and nothing else: equal counts have
//     equal heights, no word is shrunk, enlarged or clamped on its own;
//   - no word is dropped silently: what has no place is in Layout.Unplaced, with the reason;
//   - inks never overlap nor leave Spec.Area, and two words never stand so close that they read as one;
//   - the same Spec gives the same Layout, whatever the clock, the machine's cores or the order of maps.
//
// The files: layout.go has the types; scale.go turns counts into font heights; words.go takes a Spec to shaped words
// and placed words to a Layout; boxes.go knows what is too close; search.go finds the common scale; wordclouds.go is
// the only one that knows the library.
package layout

import (
	"context"
	"encoding/json"
	"errors"
	"image"
	"io"

	"verbatim/internal/typeface"
)

// ErrNoWords is returned for a list without a word; there is nothing to lay out.
var ErrNoWords = errors.New("no words to draw")

// Engine places words. Its implementations are values without state, such as Wordclouds{}. Layout fails only for a Spec that makes no sense (ErrNoWords, an empty area), a cancelled
// context or a machine at fault; words that find no place are no error.
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
}

// Spec is what an engine is asked for. Words are placed in the order given, nearest to the middle first, so the caller
// decides the order of equal counts.
type Spec struct {
	Width, Height int             // of the whole picture, px
	Area          image.Rectangle // the part of it that words may ink, px
	Words         []Word          // in the order in which they are to be placed, the most frequent first
	Scale         Scale           // how a count becomes a font height; "" is Sqrt
	Unit          string          // what Count counts ("mentions", "respondents"); passed through
	Language      string          // of the answers; passed through
	Chain         *typeface.Chain // the fonts
}

// Layout is a finished arrangement. Places are whole pixels, y down, from the picture's top left corner.
type Layout struct {
	Schema     string              `json:"schema"` // "verbatim/layout/v1"
	Width      int                 `json:"width"`
	Height     int                 `json:"height"`
	Area       Box                 `json:"area"`
	Engine     string              `json:"engine"`
	Scale      Scale               `json:"scale"`
	Unit       string              `json:"unit"`
	Language   string              `json:"language"`
	Fonts      []typeface.FontInfo `json:"fonts"`       // those in use, in the order of the chain
	Bound      string              `json:"bound"`       // "search": the largest scale found
	Tries      []Try               `json:"tries"`       // the scales tried, in order
	SmallestPx float64             `json:"smallest_px"` // font height of the smallest word placed; 0 if there is none
	InkShare   float64             `json:"ink_share"`   // of the whole picture; measured on the drawing by render
	OverlapPx  int                 `json:"overlap_px"`  // pixels inked by two words; measured on the drawing by render
	Words      []Placed            `json:"words"`       // in the order of the Spec
	Under9px   []string            `json:"under_9px"`   // labels of words smaller than legible
	Unplaced   []Unplaced          `json:"unplaced"`    // in the order of the Spec
}

// Try is one scale that was tried: the font height of a word of weight 1, and how many words had been placed when
// the try ended. Only the try that gave the layout, and the last one, went on after a word without a place.
type Try struct {
	FontPx float64 `json:"font_px"`
	Placed int     `json:"placed"`
}

// Placed is a word in its place. Size is a multiple of 1/2^25 px, so a reader of the JSON gets it exactly.
type Placed struct {
	Text   string        `json:"text"` // the label as given
	Count  float64       `json:"count"`
	Size   float64       `json:"size"` // font height in px, exact
	Rotate int           `json:"rotate"`
	Lines  []Line        `json:"lines"`
	Box    Box           `json:"box"` // holds all ink
	Color  string        `json:"color"`
	Theme  string        `json:"theme,omitempty"`
	Height typeface.Size `json:"-"` // Size, as outlines want it
	Title  string        `json:"-"` // as given
}

// Line is one line of a word: its text as shaped (cleaned of control characters, so it may differ from the label), and
// the start of its baseline. The outline is what a drawing fills; it is not in the JSON.
type Line struct {
	Text    string            `json:"text"`
	X       int               `json:"x"`
	Y       int               `json:"y"`
	Outline *typeface.Outline `json:"-"`
}

// Unplaced is a word that is not in the picture, and why.
type Unplaced struct {
	Text   string  `json:"text"`
	Count  float64 `json:"count"`
	Reason string  `json:"reason"`
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
