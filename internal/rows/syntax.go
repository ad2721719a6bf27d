package rows

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"verbatim/internal/container"
	"verbatim/internal/value"
)

// A syntax says how text falls into records and cells.
//
// The rules are those of RFC 4180, forgiving: a cell that begins with a quote runs
// to the next quote that is not doubled, line ends and delimiters included; a quote
// elsewhere is a letter like any other; text after a closing quote is kept. A quote
// that is opened and never closed would swallow the rest of the file. So a quote is
// stray, and read as a letter, in two cases:
//
//	1,"and then␤          the text ends (or the record grows past maxRecord)
//	2,fine␤               before it is closed
//
//	1,"and then␤          the quote that closes it stands before other text,
//	2,"she said",fine␤    and there is a line end between the two
type syntax struct {
	delimiter byte
	// crEnds says that a lone carriage return ends a record and counts as a line,
	// as in files of old Macs. In other files it is a character.
	crEnds bool
	// spaced says that the quotes of a cell may stand behind spaces, as where each
	// delimiter is written with one.
	spaced bool
	// escaped says that a backslash before a quote makes a letter of it.
	escaped bool
	// marked says that the lines of a file of one column begin as the items of a list
	// do: "- more light".
	marked bool
	// wrapped says that quotes stand around each record as a whole.
	wrapped bool
	// numbered says that each record begins with its number, as container writes it: lines
	// are counted in the rows of the container.
	numbered bool
}

// maxRecord is the length in bytes past which an open quote is called stray. A
// record without quotes may be as long as memory allows.
const maxRecord = 16 << 20

// A Record is one row of the file as it is written there.
type Record struct {
	Text  string // without its line end
	Line  int    // physical line where it begins, from 1; in a container its row
	Stray bool   // a quote in it was opened and never closed
}

// emptyLine reports whether a record is an empty line: not even a delimiter in it.
func (s syntax) emptyLine(rec string) bool {
	return value.IsBlank(rec) && strings.IndexByte(rec, s.delimiter) < 0
}

// blankRow reports whether no cell of a record holds anything.
func (s syntax) blankRow(rec string) bool {
	quotes := false
	for _, r := range rec {
		if r == '"' {
			quotes = true
		} else if r != rune(s.delimiter) && !value.Blank(r) {
			return false
		}
	}
	// Quotes stand around nothing, or are letters themselves.
	return !quotes || !slices.ContainsFunc(s.split(nil, rec), func(c Cell) bool { return !value.IsBlank(c.Text()) })
}

// next finds the first record of text, the number of its bytes including the line
// end, and the number of line ends among them. final says that no more text
// follows. If not final, size 0 means that the record may go on past the text.
func (s syntax) next(text string, final bool) (rec Record, size, lines int) {
	end, lines, stray := s.end(text, final)
	if end < 0 {
		return Record{}, 0, 0
	}
	size = end
	if size < len(text) { // a line end, of two characters if it is CR LF
		size, lines = size+1, lines+1
		if text[end] == '\r' && size < len(text) && text[size] == '\n' {
			size++
		}
	}
	rec = Record{Text: strings.TrimRight(text[:end], "\r"), Stray: stray}
	if s.numbered {
		rec.Line, rec.Text = container.Numbered(rec.Text)
	}
	return rec, size, lines
}

// cutOff is the largest length in bytes of a record that is cut off at the end of
// the text read so far. A longer one is due to a quote that is never closed.
const cutOff = 1 << 20

// all yields the records of the beginning of a file, except the last if it is cut
// off. final says that text is the whole file.
func (s syntax) all(text string, final bool) iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for line := 1; text != ""; {
			rec, size, lines := s.next(text, final)
			if size == 0 && len(text) > cutOff {
				rec, size, lines = s.next(text, true)
			}
			if size == 0 {
				return
			}
			rec.Line = cmp.Or(rec.Line, line)
			line += lines
			text = text[size:]
			if !yield(rec) {
				return
			}
		}
	}
}

// end returns the position of the line end that ends the first record, or the
// length of the text, and the number of line ends before it; -1 if it is not in the
// text and the text is not final.
//
// A record is cut twice: here, by one goroutine, to find its end, and in split,
// into cells. Both must read a quote alike, or the cells would not match the end.
// They do, since both call closing, and since a stray quote is also stray in its
// record alone: the record ends at the first line end after it, before the quote
// that made it stray.
func (s syntax) end(text string, final bool) (end, inside int, stray bool) {
	// Most records have no quotes, and end at the first line end.
	end = s.lineEnd(text, 0, final)
	line := text
	if end >= 0 {
		line = text[:end]
	}
	quote := strings.IndexByte(line, '"')
	if end >= 0 && quote < 0 {
		return end, 0, false
	}
	// The cells before that of the first quote hold neither quotes nor line ends.
	for at := strings.LastIndexByte(text[:max(0, quote)], s.delimiter) + 1; ; {
		at = s.quoteAt(text, at)
		if at < len(text) && text[at] == '"' {
			closing := s.closing(text, at, final)
			switch {
			case closing == more:
				return -1, 0, false
			case closing == never:
				stray = true
			default:
				at = closing + 1
			}
		}
		at = s.cellEnd(text, at)
		switch {
		case at < len(text) && text[at] == s.delimiter:
			at++
		case at == len(text) && !final, s.halfLineEnd(text, at, final):
			return -1, 0, stray
		case at == end:
			return at, 0, stray
		default:
			return at, s.lineEnds(text[:at]), stray
		}
	}
}

// quoteAt returns the position of the quote that a cell begins with, behind spaces
// where they are allowed; the position of the cell if it begins with none.
func (s syntax) quoteAt(text string, at int) int {
	if !s.spaced {
		return at
	}
	q := at
	for q < len(text) && text[q] == ' ' {
		q++
	}
	if q < len(text) && text[q] == '"' {
		return q
	}
	return at
}

// What closing returns if it does not return a position.
const (
	never = -1 // the quote is never closed: it is stray
	more  = -2 // more text is needed to tell
)

// closing returns the position of the quote that closes the one at open.
func (s syntax) closing(text string, open int, final bool) int {
	// at is the position after the quote that opens, or after a doubled one.
	for at := open + 1; ; {
		n := strings.IndexByte(text[at:], '"')
		if n < 0 {
			if final || len(text)-open > maxRecord {
				return never
			}
			return more
		}
		at += n
		switch {
		case s.escaped && escapedAt(text[open+1:at]):
			at++
			continue
		case at+1 == len(text):
			if !final {
				return more
			}
			return at
		case text[at+1] == '"':
			at += 2
			continue
		case text[at+1] == s.delimiter, text[at+1] == '\n', text[at+1] == '\r':
			return at
		case s.lineEnds(text[open:at]) > 0:
			return never
		}
		return at
	}
}

// escapedAt reports whether a quote after this text has a backslash before it that is
// not itself behind one.
func escapedAt(before string) bool {
	return (len(before)-len(strings.TrimRight(before, `\`)))%2 == 1
}

// cellEnd returns the position of the delimiter or line end at or after at, or the
// length of the text.
func (s syntax) cellEnd(text string, at int) int {
	for ; at < len(text); at++ {
		if c := text[at]; c == s.delimiter || c == '\n' || c == '\r' && s.crEnds {
			return at
		}
	}
	return at
}

// lineEnd returns the position of the first line end from at on, the length of a
// final text without one, or -1.
func (s syntax) lineEnd(text string, at int, final bool) int {
	n := -1
	if s.crEnds {
		n = strings.IndexAny(text[at:], "\r\n")
	} else {
		n = strings.IndexByte(text[at:], '\n')
	}
	switch {
	case n < 0 && final:
		return len(text)
	case n < 0 || s.halfLineEnd(text, at+n, final):
		return -1
	}
	return at + n
}

// halfLineEnd reports whether the line end at the very end of the text may be the
// first half of CR LF.
func (s syntax) halfLineEnd(text string, at int, final bool) bool {
	return s.crEnds && !final && at == len(text)-1 && text[at] == '\r'
}

// lineEnds counts the line ends in text.
func (s syntax) lineEnds(text string) int {
	n := strings.Count(text, "\n")
	if s.crEnds {
		n += strings.Count(text, "\r") - strings.Count(text, "\r\n")
	}
	return n
}

// split appends the cells of a record to cells. A record has at least one.
func (s syntax) split(cells []Cell, rec string) []Cell {
	if s.wrapped {
		rec, _ = s.unwrap(rec)
	}
	if s.marked {
		rec = rec[len(itemMark().FindString(rec)):]
	}
	for at, delimiter := 0, s.delimiter; ; {
		at = s.quoteAt(rec, at)
		start, quoted := at, 0
		if at < len(rec) && rec[at] == '"' {
			if closing := s.closing(rec, at, true); closing != never {
				at = closing + 1
				quoted = at - start
			}
		}
		if n := strings.IndexByte(rec[at:], delimiter); n >= 0 {
			at += n
		} else {
			at = len(rec)
		}
		if cells = append(cells, Cell{Raw: rec[start:at]}); quoted > 0 {
			cells[len(cells)-1] = newCell(rec[start:at], quoted)
		}
		if s.escaped {
			cells[len(cells)-1].unescape()
		}
		if at == len(rec) {
			return cells
		}
		at++
	}
}

// itemMark is what a line of a list in Markdown begins with, or its heading.
var itemMark = value.Pattern(`^\s*(?:[-*+•–]|#+|\d+[.)])\s+`)
