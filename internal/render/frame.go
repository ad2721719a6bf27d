package render

import (
	"cmp"
	"image"
	"image/color"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

// FrameSpec is what stands around the words. A caption may have to name words that found no room,
// which is known only after the layout. In that case, make the Frame again, and lay out again if
// its Area has changed.
type FrameSpec struct {
	Width, Height int         // of the whole picture, px
	Title         string      // wrapped where it is too long for a line; may be empty
	Legend        []Entry     // what the colours mean; may be empty
	Key           bool        // reserves room for a size key (SetKey)
	Caption       []string    // paragraphs; may be empty
	Ground        color.NRGBA // colour behind the texts (Palette.Ground), which decides their greys; zero is white
	Fonts         *Fonts
	Side          int // length that margins and font heights follow, px; 0 is the shorter side of the picture
}

// Fonts are the fonts of a frame. Frames made one after the other share them, since reading fonts
// takes time.
type Fonts struct{ Bold, Regular *typeface.Chain }

// Entry is a colour and its meaning.
type Entry struct {
	Name string
	Ink  color.NRGBA
}

// Frame is a title, a legend, a size key and a caption at their positions, and the area that they
// leave:
//
//	┌────────────────────────────────┐
//	│   Title                        │   the margin on all sides is 4 % of the shorter side
//	│   ■ theme  ■ theme             │   legend
//	│   ┌────────────────────────┐   │
//	│   │          Area          │   │
//	│   └────────────────────────┘   │
//	│   trust 13   respect 2         │   size key
//	│   Caption in small grey type   │
//	└────────────────────────────────┘
type Frame struct {
	Area       image.Rectangle // for the words, px; empty if nothing is left
	marks      []mark
	key        image.Rectangle // reserved for the size key, px
	ground     color.NRGBA     // what inks are judged on
	titleInk   color.NRGBA     // also of the legend
	captionInk color.NRGBA     // also of the size key
	captionPx  int             // font height of caption, legend and size key
	fonts      *Fonts
}

// Font heights and the height of the size key, in thousandths of the shorter side of the picture.
// They grow with the picture, as on a slide, but have a minimum in px below which they cannot be
// read.
const (
	titleShare, minTitlePx     = 36, 14
	captionShare, minCaptionPx = 19, 12
	keyShare, minKeyPx         = 60, 36
)

// NewFrame sets the title in bold and the other texts in small regular type, wrapped to the width.
// Characters that no font has are shown as their code points. Where the texts leave no room for
// words, Area is empty.
//
// Title and caption are wrapped first, since their heights depend only on the width. Then each
// text takes its height off the area, from the top for title and legend, from the bottom for
// caption and size key.
func NewFrame(s FrameSpec) Frame {
	side := cmp.Or(s.Side, min(s.Width, s.Height))
	margin := (side + 24) / 25 // 4 %, rounded up
	f := Frame{
		Area:      image.Rect(0, 0, s.Width, s.Height).Inset(margin),
		captionPx: max(minCaptionPx, side*captionShare/1000),
		ground:    opaque(s.Ground),
		fonts:     s.Fonts,
	}
	f.titleInk, f.captionInk, _ = Greys(f.ground)
	title := textBlock{class: "title", chain: f.fonts.Bold, px: max(minTitlePx, side*titleShare/1000), ink: f.titleInk}
	caption := textBlock{class: "caption", chain: f.fonts.Regular, px: f.captionPx, ink: f.captionInk}
	title.wrap([]string{s.Title}, f.Area.Dx())
	caption.wrap(s.Caption, f.Area.Dx())
	f.marks = append(f.marks, title.marks(f.Area.Min)...)
	f.Area.Min.Y += title.height() + title.gap()
	f.setLegend(s.Legend)
	f.marks = append(f.marks, caption.marks(image.Pt(f.Area.Min.X, f.Area.Max.Y-caption.height()))...)
	f.Area.Max.Y -= caption.height() + caption.gap()
	if s.Key { // SetKey fills the room once words are placed
		f.key = f.Area
		f.key.Min.Y = f.Area.Max.Y - max(minKeyPx, side*keyShare/1000)
		f.Area.Max.Y = f.key.Min.Y - f.captionPx
	}
	return f
}

// setLegend sets a row of coloured squares with their meanings at the top of the area, and moves
// the area below it. It begins a new row where one is full. A name that is too long is cut after
// the last word that fits.
//
//	■ Trust    ■ Working together    ■ other words
func (f *Frame) setLegend(entries []Entry) {
	if len(entries) == 0 {
		return
	}
	px, pen := f.captionPx, f.Area.Min // pen is the top left corner of the next square
	for _, e := range entries {
		label := textBlock{class: "legend", chain: f.fonts.Regular, px: px, ink: f.titleInk}
		words := label.words(e.Name, f.Area.Dx()-2*px)
		if len(words) == 0 {
			continue
		}
		name, _ := label.fill(words, e.Name, f.Area.Dx()-2*px)
		width := px*3/2 + label.width(name) // of the square, the space after it and the name
		if pen.X > f.Area.Min.X && pen.X+width > f.Area.Max.X {
			pen = image.Pt(f.Area.Min.X, pen.Y+label.pitch())
		}
		square := image.Rectangle{Min: pen.Mul(subpixels), Max: pen.Add(image.Pt(px*3/4, px*3/4)).Mul(subpixels)}
		f.marks = append(f.marks, mark{Shape: chart.Shape{Ink: e.Ink, Class: "legend", Boxes: []image.Rectangle{square}}})
		label.lines = []*typeface.Outline{name}
		f.marks = append(f.marks, label.marks(pen.Add(image.Pt(px*5/4, 0)))...)
		pen.X += width + px*3/2
	}
	f.Area.Min.Y = pen.Y + px*2
}
