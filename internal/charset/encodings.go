package charset

import (
	_ "embed"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"

	"verbatim/internal/value"
)

//go:embed encodings.txt
var encodingsText string

// An entry is one encoding of encodings.txt; README.md says what its keys mean.
type entry struct {
	name      string   // that of IANA, in lower case
	aliases   []string // in lower case
	languages []string // by their codes; none: it is read only if asked for
	guests    []string // languages that are written in it, but seldom
	seldom    int      // what it costs that the encoding is seldom used
	escapes   []string // what follows an escape character, in an encoding of 7 bits
	crEnds    bool     // lines often end in a carriage return alone
	takenFor  string   // utf-8: it is often taken for it by mistake; utf-8 seldom: now and then
	// instead are pairs of characters: what the decoder gives, and what is read instead of it.
	instead map[rune]rune
	decoder encoding.Encoding
}

// entries are the encodings, in the order of the file. The file is part of the program: an error in it is one of the
// program, and TestEncodingsFile finds it.
var entries = sync.OnceValue(func() []entry {
	all, err := parseEncodings(encodingsText)
	if err != nil {
		panic(err)
	}
	return all
})

// parseEncodings reads a file like encodings.txt.
func parseEncodings(text string) (all []entry, err error) {
	err = readEntries("charset/encodings.txt", text, func(name string) error {
		decoder := decoderOf(name)
		if decoder == nil {
			return fmt.Errorf("no decoder for %q", name)
		}
		all = append(all, entry{name: name, decoder: decoder})
		return nil
	}, func(key, value string) error { return all[len(all)-1].add(key, value) })
	return all, err
}

// add takes an entry in.
func (e *entry) add(key, text string) (err error) {
	switch key {
	case "aliases":
		e.aliases = value.Entries(text)
	case "languages":
		e.languages = value.Entries(text)
	case "also":
		e.guests = value.Entries(text)
	case "seldom":
		e.seldom, err = nats(text)
	case "escapes":
		e.escapes = strings.Fields(text)
	case "instead":
		pair := []rune(text)
		if len(pair) != 2 {
			return fmt.Errorf("%q is not two characters", text)
		}
		e.instead = map[rune]rune{pair[0]: pair[1]}
	case "line ends":
		e.crEnds = text == "cr"
	case "taken for":
		e.takenFor = text
	default:
		return fmt.Errorf("unknown entry %q", key)
	}
	return err
}

// Names lists the names of the encodings, in the order of the file.
func Names() (names []string) {
	for _, e := range entries() {
		names = append(names, e.name)
	}
	return names
}

// Canonical returns the name of an encoding that is called by one of its names, in any case; "" if there is none.
func Canonical(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, e := range entries() {
		if e.name == name || slices.Contains(e.aliases, name) {
			return e.name
		}
	}
	return ""
}

// decoderOf finds the encoding of golang.org/x/text with a name of IANA; nil if there is none. What x/text calls it
// differs in blanks, signs and case: "IBM Code Page 850". (Its own index by names takes time and memory whenever the
// program starts, whether it is used or not.)
func decoderOf(name string) encoding.Encoding { return decoders()[plainName.Replace(name)] }

var plainName = strings.NewReplacer("macintosh", "xmac", "windows code page", "ibm", "code page", "", " ", "", "-", "", "_", "")

// decoders are all of x/text that are looked for, by their plain names.
var decoders = sync.OnceValue(func() map[string]encoding.Encoding {
	known := map[string]encoding.Encoding{}
	for _, all := range [...][]encoding.Encoding{charmap.All, japanese.All, korean.All, simplifiedchinese.All, {traditionalchinese.Big5}} {
		for _, e := range all {
			known[plainName.Replace(strings.ToLower(fmt.Sprint(e)))] = e
		}
	}
	return known
})

// single reports whether each character is one byte.
func (e *entry) single() bool {
	_, ok := e.decoder.(*charmap.Charmap)
	return ok
}

// Characters are those of the bytes from 0x80 in an encoding of one byte a character;
// U+FFFD where it has none.
func Characters(name string) (all [128]rune) {
	for _, e := range entries() {
		if c, ok := e.decoder.(*charmap.Charmap); ok && e.name == name {
			for i := range all {
				all[i] = c.DecodeByte(byte(0x80 + i))
			}
		}
	}
	return all
}

// Reader gives UTF-8: it decodes what it reads from the encoding of that name, one of Names.
func Reader(r io.Reader, name string) io.Reader {
	for _, e := range entries() {
		if e.name == name {
			return transform.NewReader(r, e.decode())
		}
	}
	return r
}

// decode returns a new decoder.
func (e *entry) decode() transform.Transformer {
	if e.instead == nil {
		return e.decoder.NewDecoder()
	}
	return transform.Chain(e.decoder.NewDecoder(), runes.Map(func(r rune) rune {
		if other, ok := e.instead[r]; ok {
			return other
		}
		return r
	}))
}

// Decoder gives a function that decodes texts from the encoding of that name, one of Names, for many short texts.
func Decoder(name string) func(string) string {
	for _, e := range entries() {
		if e.name == name {
			decoder := e.decode()
			return func(text string) string { return decodeText(decoder, text) }
		}
	}
	return func(text string) string { return text }
}

// decodeText decodes a text. Bytes that are no character are U+FFFD; so are all of them where the decoder gives up.
func decodeText(decoder transform.Transformer, text string) string {
	out, _, err := transform.String(decoder, text)
	if err != nil {
		return strings.Repeat(string(utf8.RuneError), len(text))
	}
	return out
}
