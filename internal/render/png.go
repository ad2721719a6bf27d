package render

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/png"
	"io"
	"strings"
)

// PNG writes the drawing as a PNG file. Text chunks say which program made it and what it shows
// (Picture.Alt), a further chunk its resolution; nothing says when or where it was made. The error
// is w's.
//
// The encoder of the standard library writes no such chunks, so they are inserted into its output:
//
//	signature  IHDR │ pHYs  tEXt  iTXt │ PLTE  IDAT …  IEND
func (d *Drawing) PNG(w io.Writer) error {
	var chunks bytes.Buffer // what comes before the palette and the pixels
	chunk(&chunks, "pHYs", resolution(d.picture.DPI))
	chunk(&chunks, "tEXt", []byte("Software\x00verbatim"))
	if d.picture.Alt != "" {
		// Keyword, zero; two zeros for no compression; no language, zero; no translated keyword,
		// zero; then UTF-8 without zeros.
		chunk(&chunks, "iTXt", []byte("Description\x00\x00\x00\x00\x00"+strings.ReplaceAll(strings.ToValidUTF8(d.picture.Alt, "\uFFFD"), "\x00", "")))
	}
	const head = 8 + 25 // the signature and the header chunk, which must come first
	// The fastest level: pictures of few colours compress well anyway.
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := encoder.Encode(&inserter{w: w, at: head, what: chunks.Bytes()}, d.image); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
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

// chunk writes one PNG chunk: length of the content, type, content, and the checksum of the latter
// two.
func chunk(b *bytes.Buffer, kind string, content []byte) {
	body := append([]byte(kind), content...)
	b.Write(binary.BigEndian.AppendUint32(nil, uint32(len(content))))
	b.Write(body)
	// CRC-32 as in ISO 3309, which the PNG specification asks for (section 5.5).
	b.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)))
}
