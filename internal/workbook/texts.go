package workbook

import (
	"bytes"
	"strconv"
	"unicode/utf8"

	"verbatim/internal/value"
)

// sharedTexts reads the texts that cells name by number.
func (a archive) sharedTexts(name string) ([]string, error) {
	p, err := a.open(name, maxStrings)
	if err != nil || p == nil {
		return nil, err
	}
	defer p.Close()
	if err := p.root("sst"); err != nil {
		return nil, err
	}
	var (
		texts []string
		raw   []byte
	)
	err = p.children(func(name string) error {
		if name != "si" {
			return nil
		}
		if raw, err = p.appendRich(raw[:0]); err == nil {
			texts = append(texts, string(cleaned(raw)))
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return texts, p.drain()
}

// appendRich appends the text of the element that has just begun: of <t>, and of the <t> in runs <r>. How a word of
// Japanese is read aloud (<rPh>) is no part of the text.
func (t *tokens) appendRich(to []byte) ([]byte, error) {
	inside, inText := t.depth, 0
	for t.depth >= inside {
		kind, err := t.next()
		switch {
		case err != nil:
			return to, err
		case kind == element && string(t.name) == "rPh":
			if err := t.skip(); err != nil {
				return to, err
			}
		case kind == element && string(t.name) == "t":
			inText = t.depth
		case kind == closing && t.depth < inText:
			inText = 0
		case kind == text && t.depth == inText && inText > 0:
			if to, err = t.appendToken(to); err != nil {
				return to, err
			}
		}
	}
	return to, nil
}

// appendToken appends a token of text.
func (t *tokens) appendToken(to []byte) ([]byte, error) {
	if len(to)+len(t.text) > maxToken {
		return to, errLongText
	}
	if t.plain {
		to = append(to, t.text...)
	} else {
		to = appendText(to, t.text)
	}
	if len(to) > maxText {
		return to, errLongText
	}
	return to, nil
}

var errLongText = refuse("has a cell of more than %d KiB, and a cell of Excel has at most 32,767 characters", maxText>>10)

// cleaned makes a text of what a cell holds, in place: characters that XML forbids, which Excel writes as _x000B_, line
// ends in one form, and no byte that is not UTF-8.
func cleaned(raw []byte) []byte {
	if bytes.Contains(raw, []byte("_x")) {
		raw = unescaped(raw)
	}
	if bytes.IndexByte(raw, '\r') >= 0 {
		raw = bytes.ReplaceAll(raw, []byte("\r\n"), []byte("\n"))
		raw = bytes.ReplaceAll(raw, []byte("\r"), []byte("\n"))
	}
	if !utf8.Valid(raw) || bytes.IndexByte(raw, 0) >= 0 {
		raw = []byte(value.Clean(string(raw)))
	}
	return raw
}

// escapeLength is that of _x000B_.
const escapeLength = 7

// unescaped replaces each _xHHHH_ by its character, in place. Excel escapes an underscore that would begin one by
// mistake as _x005F_.
func unescaped(raw []byte) []byte {
	out := raw[:0]
	for i := 0; i < len(raw); {
		if char, ok := escapeAt(raw[i:]); ok {
			out = utf8.AppendRune(out, char) // never longer than the escape
			i += escapeLength
			continue
		}
		out = append(out, raw[i])
		i++
	}
	return out
}

// escapeAt is the character of an escape that a text begins with.
func escapeAt(raw []byte) (rune, bool) {
	if len(raw) < escapeLength || raw[0] != '_' || raw[1] != 'x' || raw[6] != '_' {
		return 0, false
	}
	n, err := strconv.ParseUint(string(raw[2:6]), 16, 16)
	return rune(n), err == nil && (n < 0xd800 || n > 0xdfff)
}
