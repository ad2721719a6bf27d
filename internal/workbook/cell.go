package workbook

import (
	"bytes"
	"math"
	"strconv"
	"time"
)

// readCell reads the cell that has just begun, and gives its column. next is the column if it does not tell.
func (s *sheetReader) readCell(next int, row *Row) (column int, err error) {
	column = next
	if ref := s.attr("r"); ref != nil {
		if column, _ = place(ref); column == 0 {
			return 0, damaged("is a damaged workbook: a cell has the place %.20q", ref)
		}
	}
	if column < 0 || column > maxColumns {
		return 0, refuse("has more than %d columns", maxColumns)
	}
	kind := kindOf(s.attr("t"))
	style, _ := number(s.attr("s"))
	stored, formula, err := s.readStored()
	if err != nil {
		return 0, err
	}
	// What is missing is counted, so that the caller can say so: to the table it is no more than a blank cell.
	switch {
	case kind == errorValue && stored:
		row.Errors++
		return column, nil
	case formula && len(s.raw) == 0 && (!stored || kind == numeric):
		row.Unknown++
		return column, nil
	case len(s.raw) == 0:
		return column, nil
	}
	return column, s.put(column, kind, style)
}

// cellKind is what a cell stores. Programs differ: Excel shares texts, many others write them into the cells, and
// formulas have texts of their own.
//
//	<c t="s"><v>17</v></c>                          the shared text 17
//	<c t="inlineStr"><is><t>benches</t></is></c>    a text
//	<c t="str"><f>A1&amp;B1</f><v>benches</v></c>   a text that a formula gave
//	<c t="b"><v>1</v></c>                           TRUE
//	<c t="d"><v>2024-01-31T09:30:00</v></c>         a date
//	<c t="e"><v>#N/A</v></c>                        an error
//	<c><v>45322.5</v></c>                           a number, or a date by its format
type cellKind int

const (
	numeric    cellKind = iota
	sharedText          // the number of a shared text
	ownText
	boolean
	isoDate
	errorValue
)

// kindOf reads the type of a cell.
func kindOf(t []byte) cellKind {
	switch string(t) {
	case "s":
		return sharedText
	case "str", "inlineStr":
		return ownText
	case "b":
		return boolean
	case "d":
		return isoDate
	case "e":
		return errorValue
	}
	return numeric
}

// readStored reads what a cell stores into raw: its value, or the text that stands in it. It says if there is one, and
// if there is a formula. A formula is never computed. An empty text (t="str") is a value: it is what a formula gives for
// a blank. A program that has no formulas computed stores no value at all, or no more than an empty number: <v/> (openpyxl).
func (s *sheetReader) readStored() (stored, formula bool, err error) {
	s.raw = s.raw[:0]
	inValue := 0
	for inside := s.depth; s.depth >= inside; {
		kind, err := s.next()
		if err != nil {
			return false, false, err
		}
		switch {
		case kind == text && inValue > 0 && s.depth == inValue:
			if s.raw, err = s.appendToken(s.raw); err != nil {
				return false, false, err
			}
		case kind == closing && s.depth < inValue:
			inValue = 0
		case kind != element:
		case s.depth > inside+1: // an extension
		case string(s.name) == "v":
			stored, inValue = true, s.depth
		case string(s.name) == "f":
			formula = true
		case string(s.name) == "is":
			stored = true
			if s.raw, err = s.appendRich(s.raw); err != nil {
				return false, false, err
			}
		}
	}
	return stored, formula, nil
}

// put shows what a cell stores. A shared text is not copied, unless its format adds something to it.
func (s *sheetReader) put(column int, kind cellKind, style int) error {
	for len(s.cells) < column {
		s.cells = append(s.cells, cell{})
	}
	c := cell{from: len(s.shown)}
	f := s.book.styles.format(style)
	switch kind {
	case sharedText:
		n, ok := number(bytes.TrimSpace(s.raw))
		if ok {
			c.shared, ok = s.book.texts.text(n)
		}
		if !ok {
			return damaged("is a damaged workbook: cell %s%d has a text that is not there", letters26(column), s.row)
		}
		if own := f.forText(); own != nil {
			s.shown = own.showText(s.shown, c.shared)
			c.shared = ""
		}
	case ownText:
		s.raw = cleaned(s.raw)
		if own := f.forText(); own != nil {
			s.shown = own.showText(s.shown, string(s.raw))
		} else {
			s.shown = append(s.shown, s.raw...)
		}
	default:
		s.shown = s.appendValue(kind, f)
	}
	if err := checkShown(len(s.shown), 0, 0); err != nil {
		return err
	}
	c.to = len(s.shown)
	s.filled++
	s.cells[column-1] = c
	return nil
}

// appendValue appends a boolean, a number or a date as the sheet shows it. What cannot be read as such is shown as it
// is stored: a wrong type must not lose an answer.
func (s *sheetReader) appendValue(kind cellKind, f *format) []byte {
	raw := bytes.TrimSpace(s.raw)
	switch kind {
	case boolean:
		if isTrue(raw) {
			return append(s.shown, "TRUE"...)
		}
		return append(s.shown, "FALSE"...)
	case isoDate:
		return s.appendISO(raw, f)
	}
	if f == nil && isShort(raw) {
		return append(s.shown, raw...)
	}
	v, err := strconv.ParseFloat(string(raw), 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) {
		return append(s.shown, cleaned(raw)...)
	}
	if f == nil {
		f = &generalFormat
	}
	if f.rounds(v) {
		s.rounded++
	}
	return f.show(s.shown, v, s.book.epoch)
}

// generalFormat is the format of numbers without one.
var generalFormat = parseFormat("General")

// isShort reports whether a number is a few digits, which a sheet shows as they are stored. Most numbers of a survey are
// of this kind: ids, choices, years.
func isShort(raw []byte) bool {
	for _, c := range raw {
		if c < '0' || c > '9' {
			return false
		}
	}
	return len(raw) > 0 && len(raw) < 16 && (raw[0] != '0' || len(raw) == 1)
}

// isoLayouts are the forms of a date that is stored as a text.
var isoLayouts = [...]string{"2006-01-02T15:04:05.999999999Z07:00", "2006-01-02T15:04:05.999999999", "2006-01-02T15:04", "2006-01-02", "15:04:05.999999999"}

// appendISO appends a date that is stored as 2024-01-31T09:30:00. Without a format of a date it is shown as
// 2024-01-31 09:30:00.
func (s *sheetReader) appendISO(raw []byte, f *format) []byte {
	for _, layout := range isoLayouts {
		at, err := time.Parse(layout, string(raw))
		if err != nil {
			continue
		}
		day := time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute + time.Duration(at.Second())*time.Second + time.Duration(at.Nanosecond())
		v := day.Hours() / 24
		if at.Year() > 0 {
			v += float64(floorDiv(at.Unix()-s.book.epoch.Unix(), 86400))
		}
		if f != nil {
			return f.show(s.shown, v, s.book.epoch)
		}
		return append(s.shown, bytes.Replace(raw, []byte("T"), []byte(" "), 1)...)
	}
	return append(s.shown, cleaned(raw)...)
}
