package charset

import (
	_ "embed"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
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
	for line, section := range sections(text) { // line is where the section begins
		e := entry{name: section.name}
		if e.decoder = decoderOf(e.name); e.decoder == nil {
			return nil, fmt.Errorf("line %d: no decoder for %q", line, e.name)
		}
		for key, value := range section.lines() {
			switch key {
			case "aliases":
				e.aliases = list(value)
			case "languages":
				e.languages = list(value)
			case "also":
				e.guests = list(value)
			case "seldom":
				if e.seldom, err = nats(value); err != nil {
					return nil, fmt.Errorf("%s: %w", e.name, err)
				}
			case "escapes":
				e.escapes = strings.Fields(value)
			case "instead":
				pair := []rune(value)
				if len(pair) != 2 {
					return nil, fmt.Errorf("%s: %q is not two characters", e.name, value)
				}
				e.instead = map[rune]rune{pair[0]: pair[1]}
			case "line ends":
				e.crEnds = value == "cr"
			case "taken for":
				e.takenFor = value
			default:
				return nil, fmt.Errorf("%s: unknown entry %q", e.name, key)
			}
		}
		all = append(all, e)
	}
	return all, nil
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

// A section is a part of a data file under a line "[name title]".
type section struct{ name, title, body string }

// sections yields the sections of a data file by the number of their first line. Lines that begin with # are comments.
func sections(text string) iter.Seq2[int, section] {
	return func(yield func(int, section) bool) {
		begin, at := 0, section{}
		number := 0
		for line := range strings.Lines(text) {
			number++
			line = strings.TrimSpace(line)
			head, isHead := strings.CutPrefix(line, "[")
			switch {
			case isHead:
				if at.name != "" && !yield(begin, at) {
					return
				}
				name, title, _ := strings.Cut(strings.TrimSuffix(head, "]"), " ")
				begin, at = number, section{name: name, title: title}
			case !strings.HasPrefix(line, "#"):
				at.body += line + "\n"
			}
		}
		if at.name != "" {
			yield(begin, at)
		}
	}
}

// lines yields the entries "key: value" of a section.
func (s section) lines() iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for line := range strings.Lines(s.body) {
			key, value, _ := strings.Cut(strings.TrimSpace(line), ":")
			if key != "" && !yield(key, strings.TrimSpace(value)) {
				return
			}
		}
	}
}

// list cuts a value at its commas.
func list(value string) []string {
	items := strings.Split(value, ",")
	for i := range items {
		items[i] = strings.TrimSpace(items[i])
	}
	return items
}
