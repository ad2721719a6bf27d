package jsonrows

import (
	"bytes"
	"strconv"
	"strings"

	"verbatim/internal/notice"
)

// Limits. What is beyond them is no survey.
const (
	maxDepth   = 100      // of objects and arrays within each other
	maxRow     = 16 << 20 // bytes of the texts of a row
	maxKey     = 64 << 10 // bytes of a key with those above it
	maxColumns = 16_384   // as in a spreadsheet
	maxNames   = 16 << 20 // bytes of the names of all columns
)

// ListSeparator stands between the values of a list, as between the options of a multiple choice in what SharePoint
// exports. A value that holds it is given another, by ListItem.
const ListSeparator = ";#"

// ListItem gives a value of a list with a space in each separator that it holds, so that it stays one.
func ListItem(value string) string { return strings.ReplaceAll(value, ListSeparator, "; #") }

// A parser reads the rows of a text into cells. All texts of a row stand one behind the other in values, as they come;
// cells says where each is. So a row takes one allocation, when the caller gets it.
//
// The methods of scanner, text.go, rows.go and shape.go are the parser's, too: each reads from the next byte on, and
// leaves the next byte behind what it has read.
type parser struct {
	*scanner
	columns *columns
	path    []byte // key of the value that is read, with those above it
	values  []byte // texts of the row so far
	cells   []span // by column
	row     int    // number of the row, to tell its cells from those of rows before
	guess   int    // column that probably comes next
	warn    func(code notice.Code, message string)
}

// A span is the place of a cell in the texts of the row. Its row tells whether it is of this one: so nothing has to be
// cleared between rows, however many columns there are.
type span struct{ row, begin, end int }

// object reads a row. On an error the row is worth nothing, and the next byte is the one that is wrong.
func (p *parser) object() error {
	p.row++
	p.values, p.path, p.guess = p.values[:0], p.path[:0], 0
	return p.members(1)
}

// value reads a value below the key in path. depth is how many objects and lists it is in: without a limit, a text of
// brackets would fill the stack.
func (p *parser) value(depth int) error {
	if depth > maxDepth {
		return p.wrong("objects and arrays within each other, more than %d", maxDepth)
	}
	c := p.space()
	switch c {
	case '{':
		return p.members(depth + 1)
	case '[':
		return p.list(depth + 1)
	}
	begin := len(p.values)
	missing, err := p.scalar(c)
	if err == nil { // else the row is left out
		p.set(begin, missing)
	}
	return err
}

// scalar appends a string, a number or a truth value to the values, of which c is the next byte. It is missing if it says
// that there is no value.
func (p *parser) scalar(c byte) (missing bool, err error) {
	if c == '"' {
		p.values, err = p.text(p.values, maxRow)
		return false, err
	}
	p.values, missing, err = p.literal(p.values, maxRow)
	return missing, err
}

// members reads an object.
func (p *parser) members(depth int) error {
	if err := p.expect('{', "an object"); err != nil {
		return err
	}
	if p.space() == '}' {
		p.pos++
		return nil
	}
	above := len(p.path) // keys within this object stand behind it
	for {
		if depth > 1 {
			p.path = append(p.path, '.')
		}
		if err := p.key(); err != nil {
			return err
		}
		if err := p.value(depth); err != nil {
			return err
		}
		p.path = p.path[:above]
		if more, err := p.another('}', "a comma or the end of an object"); !more {
			return err
		}
	}
}

// another passes over the comma behind a value, and reports whether it stands there; else it passes over the end. The error
// says what is missing, if neither is there.
func (p *parser) another(end byte, wanted string) (more bool, err error) {
	switch p.space() {
	case ',':
		p.pos++
		return true, nil
	case end:
		p.pos++
		return false, nil
	}
	return false, p.unexpected(wanted)
}

// key reads a key and its colon. The key is appended to the path, behind those above it.
func (p *parser) key() (err error) {
	if p.space() != '"' {
		return p.unexpected("a key")
	}
	if p.expectedKey() {
		return nil
	}
	if p.path, err = p.text(p.path, maxKey); err != nil {
		return err
	}
	return p.expect(':', "a colon")
}

// expectedKey reads a key and its colon if it is the name of the column that probably comes next: a comparison is quicker
// than to look for the end of the key.
func (p *parser) expectedKey() bool {
	if p.guess >= len(p.columns.names) || len(p.path) > 0 {
		return false
	}
	name, text := p.columns.names[p.guess], p.buf[p.pos:p.end]
	n := len(name)
	if len(text) < n+3 || text[n+1] != '"' || text[n+2] != ':' || string(text[1:n+1]) != name || !p.columns.asWritten[p.guess] {
		return false
	}
	p.pos += n + 3
	p.path = append(p.path, name...)
	return true
}

// list reads an array, which may be a multiple choice or a list of records. Its values are one cell, up to the first that is an object or an array: from there on they are
// numbered.
func (p *parser) list(depth int) error {
	p.pos++ // the bracket
	begin, above, numbered, some := len(p.values), len(p.path), false, 0
	defer func() { p.path = p.path[:above] }()
	for n := 1; p.space() != ']'; n++ {
		// What stood before is a cell; from here on, each value is one.
		if c := p.space(); !numbered && (c == '{' || c == '[') {
			if some > 0 {
				p.setList(begin, some)
			}
			p.columns.number(string(p.path), p.warn)
			numbered = true
		}
		err := error(nil)
		if numbered {
			p.path = strconv.AppendInt(append(p.path[:above], '.'), int64(n), 10)
			err = p.value(depth)
		} else {
			some, err = p.item(some)
		}
		if err != nil {
			return err
		}
		if p.space() == ']' {
			break
		}
		if err := p.expect(',', "a comma or the end of a list"); err != nil {
			return err
		}
		// Nothing may stand between a comma and the end.
		if p.space() == ']' {
			return p.unexpected("a value")
		}
	}
	p.pos++
	if !numbered {
		p.setList(begin, some)
	}
	return nil
}

// item appends a value of a list behind others, if there are some, and gives how many there are now.
func (p *parser) item(some int) (int, error) {
	before := len(p.values)
	if some > 0 {
		p.values = append(p.values, ListSeparator...)
	}
	begin := len(p.values)
	missing, err := p.scalar(p.space())
	if missing {
		p.values = p.values[:before]
		return some, err
	}
	if bytes.Contains(p.values[begin:], []byte(ListSeparator)) {
		p.values = append(p.values[:begin], ListItem(string(p.values[begin:]))...)
	}
	return some + 1, err
}

// setList gives a list of so many values to its column. R writes each single value as a list of one: that alone is no
// multiple choice.
func (p *parser) setList(begin, some int) {
	if i := p.set(begin, false); i >= 0 && some > 1 {
		p.columns.lists[i] = true
	}
}

// set gives the values from begin on to the column of the key, and its place; -1 if there is no such column. Of a key
// that an object has twice, the last counts, as in most programs.
//
// Rows mostly have the same keys in the same order, so the column behind the last one is looked at first. It saves the
// look-up in a map.
func (p *parser) set(begin int, missing bool) int {
	i := p.guess
	if i >= len(p.columns.names) || p.columns.names[i] != string(p.path) {
		if i = p.columns.find(p.path); i < 0 {
			p.values = p.values[:begin]
			return i
		}
	}
	p.guess = i + 1
	for len(p.cells) <= i { // while columns are still found
		p.cells = append(p.cells, span{})
	}
	if p.cells[i].row == p.row {
		p.warn(notice.RepeatedKey, "a row has the key "+quoted(p.columns.names[i])+" twice: the last counts")
	}
	p.cells[i] = span{p.row, begin, len(p.values)}
	if missing {
		p.cells[i].end = begin
	}
	return i
}
