package jsonrows

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"verbatim/internal/notice"
)

// A shape says where the rows of a text are.
type shape int

const (
	lines  shape = iota // an object a line
	stream              // objects one after the other, each over several lines
	array               // one array, perhaps within objects
)

// An outline is what the beginning of a text shows.
type outline struct {
	shape shape
	path  []string // keys that lead to the array
}

// outlineOf finds the rows of a text by its beginning. whole says that it is all of the text. What is not decided here
// is an error when the rows are read.
func outlineOf(head []byte, name string, whole bool) (outline, error) {
	p := newParser(bytes.NewReader(head))
	switch p.space() {
	case '[':
		p.pos++
		// An empty array has no rows, which is another thing to say. Blanks may fill all of the head.
		if c := p.space(); c != '{' && c != ']' && (whole || c != 0) {
			return outline{}, refusal(name, "is JSON whose array holds no objects", "write each row as an object: {\"column\": \"value\"}")
		}
		return outline{shape: array}, nil
	case '{':
		return p.outlineOfObject(name, whole)
	case 0:
		return outline{}, refusal(name, "is empty", "")
	}
	return outline{}, refusal(name, "is not JSON", "")
}

// outlineOfObject finds the rows of a text that begins with an object: it is the first row, or holds the array of rows.
// If another object follows, it is a row, whatever it holds.
func (p *parser) outlineOfObject(name string, whole bool) (outline, error) {
	first := p.line // on which the object begins
	arrays, objects, others, err := p.arrays(nil, 1)
	var syntax *syntaxError
	open := errors.As(err, &syntax) && syntax.ends && !whole // the object is longer than the beginning
	switch {
	case err != nil && !open:
		// A line may be broken; whether others are whole is seen when they are read.
		return outline{shape: lines}, nil
	case !open && p.line == first && p.space() == '{':
		return outline{shape: lines}, nil
	case !open && p.space() == '{':
		return outline{shape: stream}, nil
	case len(arrays) == 1:
		return outline{array, arrays[0]}, nil
	case len(arrays) > 1:
		return outline{}, refusal(name, "is JSON with several arrays of objects: "+listed(arrays), "write the one with the answers to a file of its own")
	// An object that is longer than the head, and shows no array in it, is no row.
	case open, objects > 1 && others == 0:
		return outline{}, refusal(name, "is one JSON object, not an array of objects or an object a line", "write each row as an object in an array, for example with jq '[.[]]'")
	}
	return outline{shape: stream}, nil // one row
}

// arrays passes over an object and lists the arrays of objects in it, also in objects within it, by the keys that lead
// there. Arrays within arrays are parts of rows. It counts the members that are objects, and the others: an object of
// nothing but objects has the rows as its members, under the ids of respondents.
func (p *parser) arrays(above []string, depth int) (all [][]string, objects, others int, err error) {
	err = p.each(func(key string) error {
		path := append(slices.Clone(above), key)
		switch p.space() {
		case '{':
			objects++
			if depth >= maxDepth {
				return p.wrong("objects within each other, more than %d", maxDepth)
			}
			inner, _, _, err := p.arrays(path, depth+1)
			if len(all)+len(inner) < maxColumns {
				all = append(all, inner...)
			}
			return err
		case '[':
			others++
			if p.holdsObjects() && len(all) < maxColumns {
				all = append(all, path)
			}
			return p.rest(depth)
		}
		others++
		return p.skip(depth)
	})
	return all, objects, others, err
}

// holdsObjects passes over the bracket of an array, and reports whether its first value is an object.
func (p *parser) holdsObjects() bool {
	p.pos++
	return p.space() == '{'
}

// each passes over an object; member is to pass over each value. It is told the key alone, without those above it.
func (p *parser) each(member func(key string) error) error {
	if err := p.expect('{', "an object"); err != nil {
		return err
	}
	if p.space() == '}' {
		p.pos++
		return nil
	}
	for {
		p.path = p.path[:0]
		if err := p.key(); err != nil {
			return err
		}
		if err := member(string(p.path)); err != nil {
			return err
		}
		if more, err := p.another('}', "a comma or the end of an object"); !more {
			return err
		}
	}
}

// skip passes over a value.
func (p *parser) skip(depth int) error {
	if depth > maxDepth {
		return p.wrong("objects and arrays within each other, more than %d", maxDepth)
	}
	switch p.space() {
	case '{':
		return p.each(func(string) error { return p.skip(depth + 1) })
	case '[':
		p.pos++
		return p.rest(depth)
	}
	_, err := p.scalar(p.space())
	p.values = p.values[:0] // what is skipped takes no memory
	return err
}

// rest passes over an array, behind its bracket.
func (p *parser) rest(depth int) error {
	for p.space() != ']' {
		if err := p.skip(depth + 1); err != nil {
			return err
		}
		if p.space() == ']' {
			break
		}
		if err := p.expect(',', "a comma or the end of a list"); err != nil {
			return err
		}
	}
	p.pos++
	return nil
}

// listed names arrays: the first few, so that the sentence stays one.
func listed(all [][]string) string {
	var names []string
	for _, path := range all[:min(len(all), 5)] {
		names = append(names, strings.Join(path, "."))
	}
	return strings.Join(names, ", ")
}

// refusal is an error about the whole text.
func refusal(name, what, hint string) error {
	return &notice.InputError{Name: name, What: what, Hint: hint}
}

// newParser reads a text without columns.
func newParser(r io.Reader) *parser {
	return &parser{scanner: newScanner(r), columns: newColumns(), warn: func(notice.Code, string) {}}
}
