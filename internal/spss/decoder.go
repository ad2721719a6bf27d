package spss

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf8"

	"verbatim/internal/charset"
	"verbatim/internal/notice"
)

// A decoder gives the texts of a file in UTF-8.
type decoder struct {
	name   string // of the encoding
	decode func(string) string
}

const utf8Name = "utf-8"

// newDecoder makes one for an encoding that charset knows, or for UTF-8.
func newDecoder(name string) decoder {
	if name == utf8Name {
		return decoder{name, func(s string) string { return strings.ToValidUTF8(s, string(utf8.RuneError)) }}
	}
	return decoder{name, charset.Decoder(name)}
}

// text decodes a text, without NUL bytes, with which some writers fill up what others fill with blanks.
func (d decoder) text(p []byte) string {
	s := string(p)
	if !plain(p) {
		s = d.decode(s)
	}
	if bytes.IndexByte(p, 0) >= 0 {
		s = strings.ReplaceAll(s, "\x00", "")
	}
	return s
}

// plain reports whether a text is the same in all encodings: ASCII without an escape character.
func plain(p []byte) bool {
	for _, b := range p {
		if b >= utf8.RuneSelf || b == 0x1b {
			return false
		}
	}
	return true
}

// The encoding of a file is the one that it names, else its code page. Old versions of SPSS say that everything is
// ASCII. Then the texts tell.
func (f *File) chooseEncoding(in *input, d *dictionary) decoder {
	name := canonical(string(trimmed(d.all(encodingName))))
	if p := d.all(machineNumbers); name == "" && len(p) >= 32 {
		name = canonical("cp" + strconv.Itoa(int(int32(in.order.Uint32(p[28:])))))
	}
	if name != "" {
		return newDecoder(name)
	}
	sample := d.sample(f)
	switch {
	case plain([]byte(sample)): // a later case may not be; programs that do not name the encoding mostly write this one
		return newDecoder(charset.Canonical("cp1252"))
	case utf8.ValidString(sample):
		return newDecoder(utf8Name)
	}
	guess := charset.Detect(sample)
	if guess.Close {
		f.log.Add(notice.Warning{Code: notice.EncodingUnsure, File: f.name,
			Message: "the file does not say its encoding: it is read as " + guess.Name + ", and may be " + guess.Next})
	}
	return newDecoder(guess.Name)
}

// canonical is the name of an encoding by one of its names; "" if it is not known, or ASCII: files that are said to
// be in ASCII often are not.
func canonical(name string) string {
	switch name = strings.ToLower(strings.TrimSpace(name)); name {
	case "utf-8", "utf8", "cp65001":
		return utf8Name
	case "ascii", "us-ascii", "ansi_x3.4-1968", "cp20127":
		return ""
	}
	return charset.Canonical(name)
}

// sampleSize is how many bytes of a text tell its encoding. Eight times as many are read for them.
const sampleSize = 256 << 10

// sample gathers texts from the dictionary and the first cases. Half of it is kept for those beyond ASCII.
func (d *dictionary) sample(f *File) string {
	var b strings.Builder
	add := func(p []byte) {
		if b.Len() < sampleSize && (!plain(p) || b.Len() < sampleSize/2) {
			b.Write(p)
			b.WriteByte('\n')
		}
	}
	for _, v := range d.variables {
		add(v.name)
		add(v.label)
		if v.labels != nil {
			for _, text := range v.labels.texts {
				add(text)
			}
		}
	}
	// An error of the data is told when they are read for their cells.
	raw, source := make([]byte, f.data.caseSize), f.data.open()
	for read := 0; read < sampleSize*8 && source.read(raw) == nil; read += len(raw) {
		for i := range d.variables {
			if v := &d.variables[i]; v.width > 0 {
				add(trimmed(stringOf(raw[v.element*8:], v.width, nil)))
			}
		}
	}
	return b.String()
}
