package render

import "math"

// Type is the type scale of a picture: its font heights and spaces, in px. They follow from the size
// of the picture alone, so that title, base, labels and note of every sort of picture agree. They grow
// with the three-quarter power of the side of a square of its area, since a small picture needs
// relatively larger letters. A picture that is not wider than high is larger by a third: a phone shows
// it at a third of its size.
//
//	                     800x500  1600x1000  4000x2500  1080x1350
//	Title, bold               26         44         87         57
//	Text: base, labels        14         24         48         31
//	Head: heads of columns    12         20         40         26
//	Note                      12         18         36         23
//	Margin                    29         48         95         63
type Type struct {
	Title, Text, Head, Note, Margin int

	unit int // 1024 at 1600x1000: what lengths of a design of that size are multiplied with
}

// leastPx is the smallest font height of texts, in px.
const leastPx = 12

// NewType returns the type scale of a picture of a size, in px.
func NewType(width, height int) Type {
	side := math.Sqrt(float64(width*height)) / math.Sqrt(1600*1000)
	unit := 1024 * math.Sqrt(side*math.Sqrt(side)) // square roots are exact on every machine, powers are not
	if height >= width {
		unit *= 1.35
	}
	return newType(int(math.Round(unit)))
}

// SmallType returns the scale in which texts have a font height of px, and which has no margin but a
// narrow one: for a chart that is part of a page.
func SmallType(px int) Type {
	t := newType(1024 * px / 24)
	t.Text, t.Head, t.Note, t.Margin = px, px, px, 4
	return t
}

func newType(unit int) Type {
	t := Type{unit: unit}
	text := func(base int) int { return max(leastPx, t.Px(base)) }
	t.Title, t.Text, t.Head, t.Note, t.Margin = text(44), text(24), text(20), text(18), t.Px(48)
	return t
}

// Px is a length of the design at 1600x1000, in px, at the size of the picture.
func (t Type) Px(base int) int { return max(1, (base*t.unit+512)>>10) }
