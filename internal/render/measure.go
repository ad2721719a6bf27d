package render

import (
	"fmt"
	"image"
	"strings"
)

// Measurement is what the finished drawing is found to be. The caller writes OverlapPx and InkShare into the Layout,
// and keeps a picture that fails Check to itself.
type Measurement struct {
	OverlapPx int      // pixels inked by two words, or by a word and the frame
	Outside   []string // words with ink outside Layout.Area
	Inkless   []string // words without any ink in the picture
	InkShare  float64  // share of the picture that words ink, partly inked pixels counting in part
}

// Check returns an error that says what is wrong with the drawing, or nil.
func (m Measurement) Check() error {
	switch {
	case m.OverlapPx > 0:
		return fmt.Errorf("%d pixels of the picture belong to two words", m.OverlapPx)
	case len(m.Outside) > 0:
		return fmt.Errorf("words leave their area: %s", strings.Join(m.Outside, ", "))
	case len(m.Inkless) > 0:
		return fmt.Errorf("words left no ink: %s", strings.Join(m.Inkless, ", "))
	}
	return nil
}

// Measure draws each word alone and looks at what pixels it inks: it trusts neither the layout's boxes nor its gaps.
// It draws with the same raster as PNG, in which every pixel that has any coverage at all gets at least the faintest
// shade; so what is said of its drawing is true of the file. The only error is a layout that cannot be drawn.
func Measure(p Picture) (Measurement, error) {
	list, err := p.texts()
	if err != nil {
		return Measurement{}, err
	}
	m := measuring{bounds: p.bounds(), area: p.Layout.Area.Rectangle(), owner: make([]int32, p.bounds().Dx()*p.bounds().Dy())}
	m.inked, m.outside = make([]bool, len(p.Layout.Words)), make([]bool, len(p.Layout.Words))
	for _, t := range list {
		m.add(t)
	}
	result := Measurement{OverlapPx: m.overlap}
	for i, w := range p.Layout.Words {
		if m.outside[i] {
			result.Outside = append(result.Outside, w.Text)
		}
		if !m.inked[i] {
			result.Inkless = append(result.Inkless, w.Text)
		}
	}
	if n := len(m.owner); n > 0 {
		result.InkShare = float64(m.sum) / float64(255*n)
	}
	return result, nil
}

// measuring is a map of who inked which pixel: 0 nobody, 1 the frame, i+2 word i, -1 several.
type measuring struct {
	bounds, area   image.Rectangle
	owner          []int32
	inked, outside []bool // by word
	overlap        int
	sum            int // of the coverage of words, in 1/255 px
}

// add draws one line into the map.
func (m *measuring) add(t text) {
	me := int32(t.word + 2)
	rasterize(t.outline, t.size, t.at).each(func(x, y int, alpha uint8) {
		at := image.Pt(x, y)
		if t.word >= 0 && !at.In(m.area) {
			m.outside[t.word] = true
		}
		if !at.In(m.bounds) {
			return
		}
		if t.word >= 0 {
			m.inked[t.word] = true
			m.sum += int(alpha)
		}
		switch o := &m.owner[y*m.bounds.Dx()+x]; *o {
		case 0:
			*o = me
		case me, -1:
		default:
			*o = -1
			m.overlap++
		}
	})
}
