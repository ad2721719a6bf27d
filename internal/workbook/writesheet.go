package workbook

import (
	"io"
	"slices"
	"strconv"
	"strings"
)

// Widths of columns in characters. They fit the first rows, with room for margins and, beside a number or in a header,
// for the button of a filter.
const (
	narrowest  = 8
	widest     = 60
	longest    = 11 // of numbers, which have more digits than are shown
	margins    = 2
	buttonRoom = 3
	fittedRows = 200
)

// Heights of rows in points. Excel has none above 409.
const (
	lineHeight = 15
	highest    = 405
)

// flushAt is how many bytes of a sheet are collected before they are packed.
const flushAt = 64 << 10

// A sheetWriter writes the rows of a sheet. How wide columns are and which have numbers stands before the rows or in the
// first, so the first rows are held until it is known.
type sheetWriter struct {
	book    *bookWriter
	part    io.Writer
	page    Page
	first   bool // the sheet that is shown when the workbook is opened
	begun   bool // the head has been written
	held    [][]Value
	buf     []byte
	row     int // number of the last row
	columns []fittedColumn
}

// A fittedColumn is what the first rows tell of a column.
type fittedColumn struct {
	width          int
	numbers, texts bool // it has some
}

// isNumeric reports whether a column is one of numbers, whose header stands over them on the right.
func (c fittedColumn) isNumeric() bool { return c.numbers && !c.texts }

// addSheet writes a page, and gives the range of its cells: $A$1:$F$59.
func (b *bookWriter) addSheet(number int, page Page) (size string, err error) {
	part, err := b.zip.Create("xl/worksheets/sheet" + strconv.Itoa(number+1) + ".xml")
	if err != nil {
		return "", err
	}
	s := &sheetWriter{book: b, part: part, page: page, first: number == 0}
	if page.Header != nil {
		header := make([]Value, len(page.Header))
		for i, h := range page.Header {
			header[i] = Heading(h)
		}
		if err := s.addRow(header); err != nil {
			return "", err
		}
	}
	if page.Rows != nil {
		for row := range page.Rows {
			if err := s.addRow(row); err != nil {
				return "", err
			}
		}
	}
	size = "$A$1:$" + string(letters26(max(1, len(page.Header)))) + "$" + strconv.Itoa(max(1, s.row))
	return size, s.close(size)
}

// addRow writes a row. The first rows are held until they can be fitted, and the others are packed as they come, so a
// sheet of a million rows needs no more memory than one of two hundred.
func (s *sheetWriter) addRow(values []Value) error {
	s.row++
	if s.row > maxRows || len(values) > maxColumns {
		return ErrTooLarge
	}
	if s.begun {
		s.putRow(s.row, values)
		return s.flushed()
	}
	s.held = append(s.held, slices.Clone(values))
	if len(s.held) < fittedRows {
		return nil
	}
	return s.begin()
}

// putRow appends a row.
func (s *sheetWriter) putRow(number int, values []Value) {
	s.buf = append(strconv.AppendInt(append(s.buf, `<row r="`...), int64(number), 10), '"')
	if lines := s.lines(values); lines > 1 { // LibreOffice does not fit the height itself
		s.buf = append(strconv.AppendInt(append(s.buf, ` ht="`...), int64(min(lines*lineHeight, highest)), 10), '"')
	}
	s.buf = append(s.buf, '>')
	for i, v := range values {
		if !v.IsBlank() {
			s.putCell(number, i, v)
		}
	}
	s.buf = append(s.buf, `</row>`...)
}

// putCell appends a cell. A text is always of the type inlineStr, which no spreadsheet reads as a number, a date or a
// formula. What would become one when somebody edits the cell is marked as text, too; the mark is the apostrophe that
// people type, and is no part of the text.
func (s *sheetWriter) putCell(row, column int, v Value) {
	look, fitted := style{format: v.format, side: onLeft}, s.columnAt(column)
	switch {
	case fitted.isNumeric():
		look.side = onRight
	case column > 0 && s.columnAt(column-1).isNumeric():
		look.side = beside
	}
	open := func(rest string) {
		s.buf = append(append(s.buf, `<c r="`...), letters26(column+1)...)
		s.buf = append(strconv.AppendInt(s.buf, int64(row), 10), `" s="`...)
		s.buf = append(append(strconv.AppendInt(s.buf, int64(s.book.style(look)), 10), '"'), rest...)
	}
	switch v.kind {
	case numberValue:
		open(`><v>`)
		s.buf = append(strconv.AppendFloat(s.buf, v.number, 'g', -1, 64), `</v></c>`...)
	case truthValue:
		open(` t="b"><v>`)
		s.buf = append(strconv.AppendFloat(s.buf, v.number, 'g', -1, 64), `</v></c>`...)
	default:
		text, isHeader := v.written(), row == 1 && s.page.Header != nil
		look.bold = v.kind == headingValue
		look.quoted = strings.ContainsRune("=+-@'\t\r", rune(text[0]))
		look.wrap = isHeader || fitted.lines(text) > 1
		if look.side == onLeft {
			look.side = anySide
		}
		open(` t="inlineStr"><is><t xml:space="preserve">`)
		s.buf = append(escaped(s.buf, text), `</t></is></c>`...)
	}
}

// lines is how many lines a row has, with its texts wrapped.
func (s *sheetWriter) lines(values []Value) (lines int) {
	for i, v := range values {
		lines = max(lines, s.columnAt(i).lines(v.written()))
	}
	return lines
}

// lines is about how many lines a text has in the column. A line of words holds more than
// its width in digits, so what a word at the end leaves free does not count.
func (c fittedColumn) lines(text string) (lines int) {
	for line := range strings.SplitSeq(text, "\n") {
		lines += max(1, (displayWidth(line)+c.width-margins-1)/(c.width-margins))
	}
	return lines
}

// columnAt is what is known of a column, from 0. A row further down may have more columns than the first.
func (s *sheetWriter) columnAt(column int) fittedColumn {
	if column < len(s.columns) {
		return s.columns[column]
	}
	return fittedColumn{width: narrowest}
}

// fit takes from a cell of a first row what it tells of its column.
func (s *sheetWriter) fit(column int, v Value) {
	for len(s.columns) <= column {
		s.columns = append(s.columns, fittedColumn{width: narrowest})
	}
	c, width := &s.columns[column], 0
	switch v.kind {
	case numberValue:
		c.numbers = true
		width = buttonRoom + min(longest, len(strconv.FormatFloat(v.number, 'g', -1, 64)))
		if v.format != "" {
			width = min(width, buttonRoom+narrowest)
		}
	case textValue, truthValue:
		c.texts = true
		width = displayWidth(v.text) + 1 // where it stands beside a number
	case headingValue:
		width = displayWidth(v.text) + buttonRoom
	}
	c.width = min(max(c.width, width+margins), widest)
}

// displayWidth is about how many characters wide the longest line of a text is. It need not be exact: people drag a
// column wider.
func displayWidth(text string) (width int) {
	line := 0
	for _, r := range text {
		switch {
		case r == '\n':
			line = 0
		case r >= 0x1100: // the scripts of East Asia, and pictures, are two wide; others above are few
			line += 2
		default:
			line++
		}
		width = max(width, line)
	}
	return width
}

// begin writes what stands before the rows, and the rows that were held. The order of the elements is that of the
// standard; Excel asks for a repair where it is another.
func (s *sheetWriter) begin() error {
	s.begun = true
	for _, row := range s.held {
		for i, v := range row {
			s.fit(i, v)
		}
	}
	s.buf = append(s.buf, xmlHead+`<worksheet xmlns="`+mainName+`"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView`...)
	if s.first {
		s.buf = append(s.buf, ` tabSelected="1"`...)
	}
	s.buf = append(s.buf, ` workbookViewId="0">`...)
	if s.page.Header != nil {
		s.buf = append(s.buf, `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`...)
	}
	s.buf = append(s.buf, `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`...)
	s.putWidths()
	s.buf = append(s.buf, `<sheetData>`...)
	for i, row := range s.held {
		s.putRow(i+1, row)
	}
	s.held = nil
	return s.flushed()
}

// putWidths appends the widths of the columns.
func (s *sheetWriter) putWidths() {
	if len(s.columns) == 0 {
		return
	}
	s.buf = append(s.buf, `<cols>`...)
	for i, c := range s.columns {
		n := strconv.Itoa(i + 1)
		s.buf = append(s.buf, `<col min="`+n+`" max="`+n+`" width="`+strconv.Itoa(c.width)+`" customWidth="1"/>`...)
	}
	s.buf = append(s.buf, `</cols>`...)
}

// flushed packs what is collected, if it is enough.
func (s *sheetWriter) flushed() error {
	if len(s.buf) < flushAt {
		return nil
	}
	return s.flush()
}

// flush packs what is collected.
func (s *sheetWriter) flush() error {
	_, err := s.part.Write(s.buf)
	s.buf = s.buf[:0]
	return err
}

// close writes the end of the sheet, with the cells that are filtered and how it is printed.
func (s *sheetWriter) close(size string) error {
	if !s.begun {
		if err := s.begin(); err != nil {
			return err
		}
	}
	s.buf = append(s.buf, `</sheetData>`...)
	if s.page.Filter {
		s.buf = append(s.buf, `<autoFilter ref="`+strings.ReplaceAll(size, "$", "")+`"/>`...)
	}
	s.buf = append(s.buf, `<pageSetup orientation="landscape" fitToHeight="0"/></worksheet>`...)
	return s.flush()
}
