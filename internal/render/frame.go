package render

import (
	"cmp"
	"image"
	"image/color"
	"strings"

	"verbatim/internal/typeface"
)

// FrameSpec is what stands around the words. A caption may have to name words that found no place, which is known
// after the layout: make the Frame anew then, and lay out again if its Area is another.
type FrameSpec struct {
	Width, Height int         // of the whole picture, px
	Title         string      // one line, wrapped where it is too long; may be empty
	Legend        []Entry     // what the colours mean; may be empty
	Key           bool        // keeps room for a size key (SetKey)
	Caption       []string    // paragraphs; may be empty
	Ground        color.NRGBA // what the picture lies on (Palette.Ground), decides the grey of the text; zero is white
	Fonts         *Fonts      // nil is the embedded ones
	Side          int         // what margins and font heights follow, px; 0 is the shorter side of the picture
}

// Fonts are what the frame is set in. A Frame and its successors share them, since reading fonts takes time.
type Fonts struct{ Bold, Regular *typeface.Chain }

// embeddedFonts returns the fonts that are part of the program.
func embeddedFonts() (*Fonts, error) {
	bold, err := typeface.Embedded(typeface.Bold)
	if err != nil {
		return nil, err
	}
	regular, err := typeface.Embedded(typeface.Regular)
	return &Fonts{bold, regular}, err
}

// Entry is a colour and its meaning.
type Entry struct {
	Name string
	Ink  color.NRGBA
}

// Frame is a title, a legend, a size key and a caption in their places, and the area they leave:
//
//	┌────────────────────────────────┐
//	│   Title                        │   the margin all round is 4 % of the shorter side
//	│   ■ theme  ■ theme             │
//	│   ┌────────────────────────┐   │
//	│   │          Area          │   │
//	│   └────────────────────────┘   │
//	│   trust 13   respect 2         │
//	│   Caption in small grey type   │
//	└────────────────────────────────┘
type Frame struct {
	Area   image.Rectangle // what words may use; empty if nothing is left
	marks  []mark
	key    image.Rectangle // kept for the size key
	ground color.NRGBA     // what inks are judged on
	quiet  color.NRGBA     // of the caption
	loud   color.NRGBA     // of the title
	small  int             // font height of the caption, px
	fonts  *Fonts
}

// NewFrame sets the title in bold and the other texts in small regular type, wrapped to the width. Characters that no
// font has are shown as their codes. Where the text leaves no room for words, Area is empty. An error means that the
// embedded fonts are broken.
func NewFrame(s FrameSpec) (Frame, error) {
	short := cmp.Or(s.Side, min(s.Width, s.Height))
	margin := (short + 24) / 25
	// The sizes grow with the picture, as on a slide, but never below what can be read.
	f := Frame{Area: image.Rect(0, 0, s.Width, s.Height).Inset(margin), small: max(12, short*19/1000), ground: s.Ground, fonts: s.Fonts}
	if f.ground.A == 0 {
		f.ground = rgb(0xffffff)
	}
	f.loud, f.quiet, _ = Greys(f.ground)
	if f.fonts == nil {
		var err error
		if f.fonts, err = embeddedFonts(); err != nil {
			return f, err
		}
	}
	title := block{class: "title", chain: f.fonts.Bold, px: max(14, short*36/1000), ink: f.loud}
	caption := block{class: "caption", chain: f.fonts.Regular, px: f.small, ink: f.quiet}
	if err := title.wrap([]string{s.Title}, f.Area.Dx()); err != nil {
		return f, err
	}
	if err := caption.wrap(s.Caption, f.Area.Dx()); err != nil {
		return f, err
	}
	f.set(title, f.Area.Min)
	f.Area.Min.Y += title.height() + title.space()
	if err := f.setLegend(s.Legend); err != nil {
		return f, err
	}
	f.set(caption, image.Pt(f.Area.Min.X, f.Area.Max.Y-caption.height()))
	f.Area.Max.Y -= caption.height() + caption.space()
	if s.Key {
		f.key = f.Area
		f.key.Min.Y = f.Area.Max.Y - max(36, short*6/100)
		f.Area.Max.Y = f.key.Min.Y - f.small
	}
	if f.Area.Empty() {
		f.Area = image.Rectangle{}
	}
	return f, nil
}

// either returns the dark or the light colour, whichever can be read on the ground, made more so where needed. The
// frame is quieter than the words: near black for the title, grey for the caption.
func either(ground color.NRGBA, dark, light uint32) color.NRGBA {
	if Contrast(rgb(0), ground) >= Contrast(rgb(0xffffff), ground) {
		return Nearest(rgb(dark), ground)
	}
	return Nearest(rgb(light), ground)
}

// Greys are the inks of a chart for all that is no data: labels, what stands beside them, and gridlines, which are barely
// to be seen. The ground is that of a palette; zero is white.
func Greys(ground color.NRGBA) (ink, quiet, grid color.NRGBA) {
	if ground.A == 0 {
		ground = rgb(0xffffff)
	}
	ink = either(ground, 0x1a1a1a, 0xf2f4f8)
	return ink, either(ground, 0x5c5f66, 0xa9adb5), mix(ground, ink, 255/7)
}

// block is some lines of text, one under the other.
type block struct {
	class string
	chain *typeface.Chain
	px    int
	ink   color.NRGBA
	lines []*typeface.Outline
}

// set appends the lines of a block to the frame, the first line's letters below the point given.
func (f *Frame) set(b block, at image.Point) {
	for i, o := range b.lines {
		baseline := image.Pt(at.X, at.Y+b.px*3/4+i*b.pitch())
		f.marks = append(f.marks, mark{ink: b.ink, class: b.class,
			lines: []line{{outline: o, size: typeface.Px(float64(b.px)), at: baseline}}})
	}
}

// pitch is the distance of baselines: 4/3 of the font height reads easily at this width.
func (b *block) pitch() int { return b.px * 4 / 3 }

// height is from the top of the first line to the baseline of the last, with a little for descenders.
func (b *block) height() int {
	if len(b.lines) == 0 {
		return 0
	}
	return b.px*3/4 + (len(b.lines)-1)*b.pitch() + b.px/4
}

// space is what keeps the words off a block; without one there is nothing to keep off.
func (b *block) space() int {
	if len(b.lines) == 0 {
		return 0
	}
	return b.px
}

// wrap breaks paragraphs into lines of at most the given width.
func (b *block) wrap(paragraphs []string, width int) error {
	for _, p := range paragraphs {
		words, err := b.words(p, width)
		if err != nil {
			return err
		}
		for len(words) > 0 {
			line, n, err := b.fill(words, p, width)
			if err != nil {
				return err
			}
			b.lines, words = append(b.lines, line), words[n:]
		}
	}
	return nil
}

// fill sets as many words of a paragraph on one line as fit, at least one, and says how many.
func (b *block) fill(words []string, paragraph string, width int) (line *typeface.Outline, n int, err error) {
	for n < len(words) {
		longer, err := b.chain.ShapeLine(strings.Join(words[:n+1], " "), paragraph)
		if err != nil {
			return nil, 0, err
		}
		if n > 0 && b.width(longer) > width {
			break
		}
		line, n = longer, n+1
	}
	return line, n, nil
}

// words cuts a paragraph at its spaces, and a word that is too wide for a line where it is full.
func (b *block) words(paragraph string, width int) ([]string, error) {
	var list []string
	for _, word := range strings.Fields(paragraph) {
		for rest := []rune(word); len(rest) > 0; {
			n := len(rest)
			o, _, err := b.chain.Shown(string(rest))
			for err == nil && o != nil && b.width(o) > width && n > 1 {
				n = max(1, min(n-1, n*width/b.width(o)))
				o, _, err = b.chain.Shown(string(rest[:n]))
			}
			if err != nil {
				return nil, err
			}
			if o != nil {
				list = append(list, o.Text)
			}
			rest = rest[n:]
		}
	}
	return list, nil
}

// width is that of a line in px.
func (b *block) width(o *typeface.Outline) int { return typeface.Px(float64(b.px)).Ceil(o.Advance) }
