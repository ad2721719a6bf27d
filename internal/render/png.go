package render

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/png"
	"io"
	"strings"
)

// PNG writes the drawing as a PNG file. The file says with which program it was made, what it shows (iTXt
// "Description", Picture.Alt) and its resolution, and nothing of when or where. An error is w's.
func (d *Drawing) PNG(w io.Writer) error {
	var file bytes.Buffer
	// The fastest level: one colour to a pixel compresses well anyway.
	if err := (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&file, d.image); err != nil {
		return fmt.Errorf("encode the picture: %w", err)
	}
	// The signature (8 bytes) and the header chunk (25) come first, all else may follow in any order before the
	// pixels.
	const head = 8 + 25
	var chunks bytes.Buffer
	chunks.Write(file.Next(head))
	chunk(&chunks, "pHYs", resolution(d.picture.DPI))
	chunk(&chunks, "tEXt", []byte("Software\x00verbatim"))
	if d.picture.Alt != "" {
		// keyword, not compressed (two zero bytes), no language, no translated keyword, then UTF-8.
		chunk(&chunks, "iTXt", []byte("Description\x00\x00\x00\x00\x00"+plain(d.picture.Alt)))
	}
	if _, err := io.Copy(w, io.MultiReader(&chunks, &file)); err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return nil
}

// plain is text as iTXt wants it: UTF-8 without zero bytes.
func plain(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}

// resolution is the content of a pHYs chunk: pixels per metre in x and y, unit 1 (metre).
func resolution(dpi int) []byte {
	if dpi <= 0 {
		dpi = 96
	}
	perMetre := uint32((dpi*10000 + 127) / 254)
	b := binary.BigEndian.AppendUint32(nil, perMetre)
	return append(binary.BigEndian.AppendUint32(b, perMetre), 1)
}

// chunk writes one PNG chunk: length, type, content, check sum of the latter two.
func chunk(b *bytes.Buffer, kind string, content []byte) {
	body := append([]byte(kind), content...)
	b.Write(binary.BigEndian.AppendUint32(nil, uint32(len(content))))
	b.Write(body)
	b.Write(binary.BigEndian.AppendUint32(nil, crc32.ChecksumIEEE(body)))
}
