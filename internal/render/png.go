package render

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
)

// PNG writes the drawing as a PNG file. Text chunks say which program made it and what it shows
// (Picture.Alt), a further chunk its resolution; nothing says when or where it was made. The error
// is w's.
//
//	signature  IHDR │ pHYs  tEXt  iTXt │ PLTE  tRNS  IDAT …  IEND
func (d *Drawing) PNG(w io.Writer) error {
	var err error
	if m, ok := d.image.(*image.Paletted); ok {
		err = d.writePaletted(w, m)
	} else {
		// The encoder of the standard library writes no texts, so they are inserted into its output, after
		// the signature and the header.
		var notes bytes.Buffer
		d.notes(&notes)
		encoder := png.Encoder{CompressionLevel: png.BestSpeed}
		err = encoder.Encode(&inserter{w: w, at: 8 + 25, what: notes.Bytes()}, d.image)
	}
	if err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

// notes writes the chunks that come before the palette and the pixels.
func (d *Drawing) notes(w io.Writer) {
	chunk(w, "pHYs", resolution(d.picture.DPI))
	chunk(w, "tEXt", []byte("Software\x00verbatim"))
	if d.picture.Alt != "" {
		// Keyword, zero; two zeros for no compression; language, zero; no translated keyword,
		// zero; then UTF-8 without zeros.
		chunk(w, "iTXt", []byte("Description\x00\x00\x00"+d.picture.Language+"\x00\x00"+strings.ReplaceAll(strings.ToValidUTF8(d.picture.Alt, "\uFFFD"), "\x00", "")))
	}
}

// writePaletted writes a picture with a palette, which most have.
func (d *Drawing) writePaletted(to io.Writer, m *image.Paletted) error {
	w := bufio.NewWriter(to) // it keeps the first error until Flush
	w.WriteString("\x89PNG\r\n\x1a\n")
	header := binary.BigEndian.AppendUint32(nil, uint32(m.Rect.Dx()))
	header = binary.BigEndian.AppendUint32(header, uint32(m.Rect.Dy()))
	chunk(w, "IHDR", append(header, 8, 3, 0, 0, 0)) // 8 bits that choose from a palette; deflate, filters for each row, not interlaced
	d.notes(w)
	var colors, opacity []byte
	for _, c := range m.Palette {
		c := color.NRGBAModel.Convert(c).(color.NRGBA)
		colors, opacity = append(colors, c.R, c.G, c.B), append(opacity, c.A)
	}
	chunk(w, "PLTE", colors)
	for len(opacity) > 0 && opacity[len(opacity)-1] == 255 {
		opacity = opacity[:len(opacity)-1] // what is left out is opaque
	}
	chunk(w, "tRNS", opacity)
	pixels := newDeflater()
	for y := range m.Rect.Dy() {
		pixels.row(m.Pix[y*m.Stride:][:m.Rect.Dx()])
		if y == m.Rect.Dy()-1 {
			pixels.close()
		}
		chunk(w, "IDAT", pixels.out)
		pixels.out = pixels.out[:0]
	}
	w.Write([]byte("\x00\x00\x00\x00IEND\xae\x42\x60\x82"))
	return w.Flush()
}

// inserter writes to w, with something inserted after the first bytes.
type inserter struct {
	w    io.Writer
	at   int // bytes that come before it still; -1 when it is written
	what []byte
}

// Write returns w's error.
func (i *inserter) Write(p []byte) (int, error) {
	n := 0
	if i.at >= 0 {
		n = min(i.at, len(p))
		if _, err := i.w.Write(p[:n]); err != nil {
			return 0, err
		}
		if i.at -= n; i.at > 0 {
			return n, nil
		}
		if _, err := i.w.Write(i.what); err != nil {
			return n, err
		}
		i.at = -1
	}
	m, err := i.w.Write(p[n:])
	return n + m, err
}

// resolution returns the content of a pHYs chunk: pixels per metre in x and in y, then 1 for the
// unit metre. An inch is 0.0254 m.
func resolution(dpi int) []byte {
	perMetre := uint32((cmp.Or(dpi, 96)*10000 + 127) / 254)
	b := binary.BigEndian.AppendUint32(nil, perMetre)
	return append(binary.BigEndian.AppendUint32(b, perMetre), 1)
}

// chunk writes one PNG chunk, unless it is empty: length of the content, type, content, and the
// checksum of the latter two. w keeps errors.
func chunk(w io.Writer, kind string, content []byte) {
	if len(content) == 0 {
		return
	}
	head := append(binary.BigEndian.AppendUint32(nil, uint32(len(content))), kind...)
	w.Write(head)
	w.Write(content)
	// CRC-32 as in ISO 3309, which the PNG specification asks for (section 5.5).
	sum := crc32.Update(crc32.ChecksumIEEE(head[4:]), crc32.IEEETable, content)
	w.Write(binary.BigEndian.AppendUint32(nil, sum))
}
