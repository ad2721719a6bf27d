package typeface

import (
	"bytes"
	"encoding/binary"
	"io"
	"slices"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// A TrueType font has thousands of glyphs, of which a picture uses some dozens. To read the points
// of all of them takes longer than all else in a font, so go-text is given the font without points,
// and those of a glyph are read when it is used:
//
//	┌───────────┬──────────────────────┬─────────────────────────┐
//	│ directory │ the rest of the file │ loca, glyf: only boxes  │
//	└───────────┴──────────────────────┴─────────────────────────┘
//
// The boxes are all that shaping needs. Fonts with other outlines, variations, bitmaps or colours,
// and those that are broken, are left to go-text.

// The tables and their formats are described in the OpenType specification; what it leaves open
// follows HarfBuzz, and so go-text. A test compares every glyph of some fonts with go-text's.

// trueType reads the points of a font's glyphs.
type trueType struct {
	glyf []byte
	loca []uint32    // where each glyph begins in glyf, and where the last ends
	hmtx tables.Hmtx // where on the line the left edge of each glyph is
}

// others are the tables of fonts whose glyphs are more than the points in glyf.
var others = [...]string{"CFF ", "CFF2", "fvar", "sbix", "bloc", "EBLC", "CBLC", "SVG ", "COLR"}

// openTrueType opens a font without the points of its glyphs; both are nil if that is not possible.
func openTrueType(file []byte) (*font.Face, *trueType) {
	d := readDirectory(file)
	for _, tag := range others {
		if d.table(tag) != nil {
			return nil, nil
		}
	}
	// head tells whether the numbers in loca have 16 or 32 bits, maxp the number of glyphs, and hhea
	// that of glyphs with a width of their own.
	head, maxp := bytes.Clone(d.table("head")), d.table("maxp")
	hhea, _, err := tables.ParseHhea(d.table("hhea"))
	if err != nil || len(head) < 54 || len(maxp) < 6 {
		return nil, nil
	}
	t, glyphs, long := &trueType{glyf: d.table("glyf")}, int(binary.BigEndian.Uint16(maxp[4:])), head[50:52]
	if t.loca, err = tables.ParseLoca(d.table("loca"), glyphs, binary.BigEndian.Uint16(long) == 1); err != nil {
		return nil, nil
	}
	metrics := int(hhea.NumOfLongMetrics)
	if t.hmtx, _, err = tables.ParseHmtx(d.table("hmtx"), metrics, glyphs-metrics); err != nil {
		return nil, nil
	}
	loca, glyf := t.boxes()
	if loca == nil {
		return nil, nil
	}
	binary.BigEndian.PutUint16(long, 1) // as boxes writes 32 bits
	d.replace("head", head)
	d.replace("loca", loca)
	d.replace("glyf", glyf)
	d.replace("post", nil) // names of glyphs
	face, err := font.ParseTTF(io.NewSectionReader(d, 0, int64(len(d.file)+len(d.tail))))
	if err != nil {
		return nil, nil
	}
	return face, t
}

// directory is a font file some of whose tables are replaced. It begins with
//
//	12 bytes  kind of file, number of tables n, …
//	n × 16    for each table: tag, checksum, offset in the file, length
type directory struct {
	head []byte // both of these, as they are now; empty for other files
	file []byte
	tail []byte // the tables that replace others, as if they followed the file
}

// readDirectory reads the list of tables; that of a file of another kind is empty.
func readDirectory(file []byte) *directory {
	d := &directory{file: file}
	if len(file) < 12 || binary.BigEndian.Uint32(file) != uint32(opentype.TrueType) {
		return d
	}
	if n := 12 + 16*int(binary.BigEndian.Uint16(file[4:])); n <= len(file) {
		d.head = bytes.Clone(file[:n])
	}
	return d
}

// entry returns the offset and length of the first table of a name, in the directory.
func (d *directory) entry(tag string) []byte {
	for at := 12; at < len(d.head); at += 16 {
		if string(d.head[at:at+4]) == tag {
			return d.head[at+8 : at+16]
		}
	}
	return nil
}

// table returns the content of a table, nil if there is none or the file ends before.
func (d *directory) table(tag string) []byte {
	e := d.entry(tag)
	if e == nil {
		return nil
	}
	from, n := uint64(binary.BigEndian.Uint32(e)), uint64(binary.BigEndian.Uint32(e[4:]))
	if from+n > uint64(len(d.file)) {
		return nil
	}
	return d.file[from : from+n : from+n]
}

// replace gives a table another content, if the font has it.
func (d *directory) replace(tag string, content []byte) {
	if e := d.entry(tag); e != nil {
		binary.BigEndian.PutUint32(e, uint32(len(d.file)+len(d.tail)))
		binary.BigEndian.PutUint32(e[4:], uint32(len(content)))
		d.tail = append(d.tail, content...)
	}
}

// ReadAt implements io.ReaderAt; no table lies in two of the parts.
func (d *directory) ReadAt(into []byte, at int64) (int, error) {
	part := d.file
	switch {
	case at < int64(len(d.head)):
		part = d.head
	case at >= int64(len(d.file)):
		part, at = d.tail, at-int64(len(d.file))
	}
	return bytes.NewReader(part).ReadAt(into, at)
}

// data returns the bytes of a glyph; none for a space. ok is false for what is no glyph.
func (t *trueType) data(id int) (b []byte, ok bool) {
	if id+1 >= len(t.loca) {
		return nil, false
	}
	from, to := t.loca[id], t.loca[id+1]
	if from > to || int64(to) > int64(len(t.glyf)) {
		return nil, false
	}
	return t.glyf[from:to], to == from || to-from >= 10
}

// boxes returns the tables loca and glyf of the font without points: of each glyph, the number of
// contours, which is 0, the box, and the length of the instructions, 0 too. They are nil for a
// broken font.
func (t *trueType) boxes() (loca, glyf []byte) {
	glyf, loca = make([]byte, 0, 12*len(t.loca)), make([]byte, 0, 4*len(t.loca))
	for id := range len(t.loca) - 1 {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		b, ok := t.data(id)
		if !ok {
			return nil, nil
		}
		if len(b) > 0 {
			glyf = append(append(append(glyf, 0, 0), b[2:10]...), 0, 0)
		}
	}
	return binary.BigEndian.AppendUint32(loca, uint32(len(glyf))), glyf
}

// node is a point of a contour: on it, or a control point.
type node struct {
	opentype.SegmentPoint
	on, last bool // last of its contour
}

// deepest is how deep glyphs may be made of glyphs, as in HarfBuzz.
const deepest = 20

// nodes returns the points of a glyph, and how far its left edge lies from where it is to be: the
// box says where it is drawn, hmtx where it is to be. A letter with an accent is made of other
// glyphs, and may take the edge of the letter:
//
//	é  =  e  +  ´ moved to the right and up
//
// The glyphs that it is a part of are in within, as a broken font may have one made of itself.
func (t *trueType) nodes(id tables.GlyphID, within []tables.GlyphID) (nodes []node, left float32) {
	b, ok := t.data(int(id))
	if !ok || len(within) > deepest {
		return nil, 0
	}
	var g tables.Glyph
	if len(b) > 0 {
		var err error
		if g, _, err = tables.ParseGlyph(b); err != nil {
			return nil, 0
		}
	}
	left = float32(g.XMin - t.hmtx.SideBearing(id))
	switch data := g.Data.(type) {
	case tables.SimpleGlyph:
		nodes = make([]node, len(data.Points))
		for i, p := range data.Points {
			nodes[i] = node{SegmentPoint: opentype.SegmentPoint{X: float32(p.X), Y: float32(p.Y)}, on: p.Flag&1 != 0}
		}
		for _, end := range data.EndPtsOfContours {
			if int(end) < len(nodes) { // in a broken font it may not be
				nodes[end].last = true
			}
		}
	case tables.CompositeGlyph:
		for i := range data.Glyphs {
			part := &data.Glyphs[i]
			if slices.Contains(within, part.GlyphIndex) {
				continue
			}
			more, edge := t.nodes(part.GlyphIndex, append(within, part.GlyphIndex))
			if part.HasUseMyMetrics() {
				left = edge
			}
			nodes = append(nodes, placed(part, more, nodes)...)
		}
	}
	return nodes, left
}

// placed moves and scales the points of a part of a glyph: by a distance, or so that one of its
// points comes to lie on one of those before.
func placed(part *tables.CompositeGlyphPart, nodes, before []node) []node {
	var by opentype.SegmentPoint
	if !part.IsAnchored() {
		x, y := part.ArgsAsTranslation()
		by.X, by.Y = float32(x), float32(y)
	}
	early := part.IsScaledOffsets() // moved before it is scaled
	for i := range nodes {
		p := &nodes[i]
		if early {
			p.Move(by.X, by.Y)
		}
		// The conversions keep a processor from fusing a product with the sum, which rounds otherwise.
		p.X, p.Y = float32(p.X*part.Scale[0])+float32(p.Y*part.Scale[2]), float32(p.X*part.Scale[1])+float32(p.Y*part.Scale[3])
		if !early {
			p.Move(by.X, by.Y)
		}
	}
	if onto, own := part.ArgsAsIndices(); part.IsAnchored() && onto < len(before) && own < len(nodes) {
		x, y := before[onto].X-nodes[own].X, before[onto].Y-nodes[own].Y
		for i := range nodes {
			nodes[i].Move(x, y)
		}
	}
	return nodes
}

// outline returns the contours of a glyph; ok is false if the font has no such glyph.
func (t *trueType) outline(id font.GID) (segments []opentype.Segment, ok bool) {
	if int(id) >= len(t.loca)-1 {
		return nil, false
	}
	nodes, left := t.nodes(tables.GlyphID(id), nil)
	for i := range nodes {
		nodes[i].Move(-left, 0)
	}
	for from, i := 0, 0; i < len(nodes); i++ {
		if nodes[i].last {
			segments = contour(segments, nodes[from:i+1])
			from = i + 1
		}
	}
	return segments, true
}

// contour appends the segments round a contour, which begins at a point on it and ends there again.
// Halfway between two control points there is one more point on the contour, which a font leaves
// out:
//
//	● ─ ○ ─ × ─ ○ ─ ●     on the contour ● and ×, control points ○
func contour(all []opentype.Segment, nodes []node) []opentype.Segment {
	first, rest := nodes[0], nodes[1:]
	if !first.on && len(rest) > 0 {
		if first = middle(first, rest[0]); rest[0].on {
			first, rest = rest[0], rest[1:]
		}
		rest = append(slices.Clone(rest), nodes[0])
	}
	first.on = true
	all = append(all, segment(opentype.SegmentOpMoveTo, first))
	var control *node
	for _, p := range append(slices.Clone(rest), first) {
		switch {
		case p.on && control == nil:
			all = append(all, segment(opentype.SegmentOpLineTo, p))
		case p.on:
			all, control = append(all, segment(opentype.SegmentOpQuadTo, *control, p)), nil
		case control == nil:
			control = &p
		default:
			all, control = append(all, segment(opentype.SegmentOpQuadTo, *control, middle(*control, p))), &p
		}
	}
	return all
}

// middle is the point on a contour between two control points.
func middle(a, b node) node {
	return node{SegmentPoint: opentype.SegmentPoint{X: (a.X + b.X) / 2, Y: (a.Y + b.Y) / 2}, on: true}
}

// segment is a line or a curve to the last of its points, or the move to the first of a contour.
func segment(op opentype.SegmentOp, nodes ...node) opentype.Segment {
	s := opentype.Segment{Op: op}
	for i, p := range nodes {
		s.Args[i] = p.SegmentPoint
	}
	return s
}
