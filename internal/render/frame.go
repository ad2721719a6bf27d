package render

import (
	"image"
	"image/color"

	"verbatim/internal/chart"
	"verbatim/internal/typeface"
)

// FrameSpec is what stands around the words or the bars. A note may have to name words that found no
// room, which is known only after the layout. In that case, make the Frame again, and lay out again
// if its Area has changed.
type FrameSpec struct {
	Width, Height int         // of the whole picture, px
	Type          Type        // font heights and spaces; zero is the scale of the size
	Title         []string    // ever shorter ways to say it (setTitle); may be empty
	Eager         bool        // each title is tried on two lines before a shorter one
	Base          []string    // ever shorter ways to say it; the first that fits on one line is set; may be empty
	Legend        []Entry     // what the colours mean; may be empty
	Key           bool        // reserves room for a size key (SetKey)
	Note          []string    // sentences, the most important first; what two lines have no room for is left out; may be empty
	Ground        color.NRGBA // colour behind the texts (Palette.Ground), which decides their inks; zero is white
	Fonts         *Fonts
}

// Fonts are the fonts of a frame. Frames made one after the other share them, since reading fonts
// takes time.
type Fonts struct{ Bold, Regular *typeface.Chain }

// Entry is a colour and its meaning.
type Entry struct {
	Name string
	Note string // after the name, in quiet letters: "80 people"; may be empty
	Ink  color.NRGBA
}

// Frame is what stands around the content of every picture, at its position, and the area that it
// leaves. All of it starts at one left edge, the margin:
//
//	┌────────────────────────────────┐  41 px at 1600x1000 (Type.Px)
//	│ Title in bold                  │
//	│ Base, one line                 │  44 from baseline to baseline
//	│ ■ theme 80 people  ■ theme 12  │  44, the legend
//	│ ┌────────────────────────────┐ │  30
//	│ │            Area            │ │
//	│ └────────────────────────────┘ │
//	│ trust 13   respect 2           │  size key
//	│ Note, small, two lines at most │  34 to the first baseline
//	└────────────────────────────────┘  35 below the last
type Frame struct {
	Area  image.Rectangle // for the content, px; empty if nothing is left
	Type  Type
	Inks  TextInks
	marks []mark
	key   image.Rectangle // reserved for the size key, px
	pen   int             // baseline of the last line above the area, px; 0 before the first
	fonts *Fonts
}

// NewFrame sets the title in bold, base and note in regular type, and the legend between. Characters
// that no font has are shown as their code points. Where the texts leave no room, Area is empty.
func NewFrame(s FrameSpec) Frame {
	if s.Type == (Type{}) {
		s.Type = NewType(s.Width, s.Height)
	}
	f := Frame{Area: image.Rect(0, 0, s.Width, s.Height).Inset(s.Type.Margin), Type: s.Type, Inks: NewTextInks(s.Ground), fonts: s.Fonts}
	most := 2 // lines of the title
	if s.Height >= s.Width {
		// A high picture has room for all of a question.
		most = min(8, 3*(s.Height/s.Width))
	}
	f.top(setTitle(textBlock{class: "title", chain: f.fonts.Bold, px: f.Type.Title, ink: f.Inks.Title}, s.Title, s.Eager, f.Area.Dx(), most), f.Type.Px(44))
	f.top(setBase(textBlock{class: "base", chain: f.fonts.Regular, px: f.Type.Text, ink: f.Inks.Base}, s.Base, f.Area.Dx()), f.Type.Px(44))
	f.setLegend(s.Legend)
	if f.pen > 0 {
		f.Area.Min.Y = f.pen + f.Type.Px(30)
	}
	note := setNote(textBlock{class: "note", chain: f.fonts.Regular, px: f.Type.Note, ink: f.Inks.Note}, s.Note, f.Area.Dx())
	if n := len(note.lines); n > 0 {
		first := s.Height - f.Type.Px(35) - (n-1)*note.pitch()
		f.marks = append(f.marks, note.marks(f.Area.Min.X, first)...)
		f.Area.Max.Y = first - f.Type.Px(34)
	}
	if s.Key { // SetKey fills the room once words are placed
		f.key = f.Area
		f.key.Min.Y = f.Area.Max.Y - max(minKeyPx, f.Type.Px(60))
		f.Area.Max.Y = f.key.Min.Y - f.Type.Note
	}
	return f
}

// minKeyPx is the least height of a size key, in px.
const minKeyPx = 36

// top sets lines above the area, the first so many px below the line before.
func (f *Frame) top(b textBlock, below int) {
	if len(b.lines) == 0 {
		return
	}
	first := f.pen + below
	if f.pen == 0 {
		first = f.Type.Px(41) + b.px*4/5
	}
	f.marks = append(f.marks, b.marks(f.Area.Min.X, first)...)
	f.pen = first + (len(b.lines)-1)*b.pitch()
}

// setLegend sets coloured squares with their meanings on one line, as large as it allows. Where even
// the smallest letters need more, it begins a new line. A name that is too long is cut after the last
// word that fits.
//
//	■ Trust 40 people    ■ Working together 12    ■ other words
func (f *Frame) setLegend(entries []Entry) {
	if len(entries) == 0 {
		return
	}
	for px := f.Type.Text; ; px-- {
		marks, lines := f.legend(entries, px)
		if lines > 1 && px > f.Type.Head {
			continue
		}
		if len(marks) == 0 {
			return
		}
		first := f.pen + f.Type.Px(44)
		if f.pen == 0 {
			first = f.Type.Px(41) + px*4/5
		}
		for i := range marks {
			marks[i].move(image.Pt(0, first))
		}
		f.marks = append(f.marks, marks...)
		f.pen = first + (lines-1)*px*3/2
		return
	}
}

// legend sets the entries in letters of a height, the first on the baseline 0.
func (f *Frame) legend(entries []Entry, px int) (marks []mark, lines int) {
	pen := image.Pt(f.Area.Min.X, 0)
	for _, e := range entries {
		ink := e.Ink
		if !legible(ink, f.Inks.ground, float64(px)) {
			ink = f.Inks.Title
		}
		name := textBlock{class: "legend", chain: f.fonts.Bold, px: px, ink: ink}
		note := textBlock{class: "legend", chain: f.fonts.Regular, px: px, ink: f.Inks.Note}
		words := name.words(e.Name, f.Area.Dx()-2*px)
		if len(words) == 0 {
			continue
		}
		line, _ := name.fill(words, e.Name, f.Area.Dx()-2*px)
		name.lines = []*typeface.Outline{line}
		width := px + name.width(line) // of the square, the space after it and the name
		if o, _ := note.chain.Shown(e.Note); o != nil {
			note.lines = []*typeface.Outline{o}
			width += px/3 + note.width(o)
		}
		if pen.X > f.Area.Min.X && pen.X+width > f.Area.Max.X {
			pen = image.Pt(f.Area.Min.X, pen.Y+px*3/2)
		}
		side := px * 2 / 3
		square := image.Rect(pen.X, pen.Y-side, pen.X+side, pen.Y)
		marks = append(marks, mark{Shape: chart.Shape{Ink: e.Ink, Class: "legend", Boxes: []image.Rectangle{{Min: square.Min.Mul(subpixels), Max: square.Max.Mul(subpixels)}}}})
		marks = append(marks, name.marks(pen.X+px, pen.Y)...)
		marks = append(marks, note.marks(pen.X+px+name.width(line)+px/3, pen.Y)...)
		pen.X += width + px*5/4
	}
	return marks, 1 + pen.Y/(px*3/2)
}
