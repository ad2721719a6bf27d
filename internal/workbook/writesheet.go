package workbook

import (
	"io"
	"strconv"
	"strings"
)

// Widths of columns in characters, where the page gives none: they fit the first rows.
const (
	narrowest  = 8
	widest     = 60
	fittedRows = 200
)

// flushAt is how many bytes of a sheet are collected before they are packed.
const flushAt = 64 << 10

// A sheetWriter writes the rows of a sheet. The widths of the columns stand before the rows, so the first rows are
// held until they are known.
type sheetWriter struct {
	book   *bookWriter
	part   io.Writer
	page   Page
	first  bool // the sheet that is shown when the workbook is opened
	begun  bool // the head has been written
	buf    []byte
	row    int // number of the last row
	widths []int
}

// addSheet writes a page.
func (b *bookWriter) addSheet(number int, page Page) error {
	part, err := b.zip.Create("xl/worksheets/sheet" + strconv.Itoa(number+1) + ".xml")
	if err != nil {
		return err
	}
	s := &sheetWriter{book: b, part: part, page: page, first: number == 0}
	if page.Header != nil {
		header := make([]Value, len(page.Header))
		for i, h := range page.Header {
			header[i] = Text(h)
		}
		if err := s.addRow(header, headerStyle); err != nil {
			return err
		}
	}
	if page.Rows != nil {
		for row := range page.Rows {
			if err := s.addRow(row, plainStyle); err != nil {
				return err
			}
		}
	}
	return s.close()
}

// addRow writes a row. Its first rows are held until the widths of columns are known, and the others are packed as they
// come, so a sheet of a million rows needs no more memory than one of two hundred.
func (s *sheetWriter) addRow(values []Value, style int) error {
	s.row++
	if s.row > maxRows || len(values) > maxColumns {
		return ErrTooLarge
	}
	s.buf = append(strconv.AppendInt(append(s.buf, `<row r="`...), int64(s.row), 10), `">`...)
	for column, v := range values {
		s.addCell(column+1, v, style)
	}
	s.buf = append(s.buf, `</row>`...)
	switch {
	case !s.begun && s.row >= fittedRows:
		return s.begin()
	case s.begun && len(s.buf) >= flushAt:
		return s.flush()
	}
	return nil
}

// addCell writes a cell, if there is anything in it. A text is always of the type inlineStr, which no spreadsheet reads as
// a number, a date or a formula. What would become one when somebody edits the cell is marked as text, too; the mark is
// the apostrophe that people type, and is no part of the text.
func (s *sheetWriter) addCell(column int, v Value, style int) {
	switch {
	case v.isNumber:
		s.openCell(column, s.book.style(v.format))
		s.buf = append(s.buf, `><v>`...)
		start := len(s.buf)
		s.buf = append(strconv.AppendFloat(s.buf, v.number, 'g', -1, 64), `</v></c>`...)
		s.fit(column, len(s.buf)-start-len(`</v></c>`))
	case v.text != "":
		text := shortened(v.text, maxWritten)
		if len(text) < len(v.text) {
			s.book.cut++
		}
		if style == plainStyle && strings.ContainsRune("=+-@'\t\r", rune(text[0])) {
			style = quotedStyle
		}
		s.openCell(column, style)
		s.buf = append(s.buf, ` t="inlineStr"><is><t xml:space="preserve">`...)
		s.buf = append(escaped(s.buf, text), `</t></is></c>`...)
		s.fit(column, displayWidth(text))
	}
}

// openCell begins a cell.
func (s *sheetWriter) openCell(column, style int) {
	s.buf = append(append(s.buf, `<c r="`...), letters26(column)...)
	s.buf = append(strconv.AppendInt(s.buf, int64(s.row), 10), '"')
	if style != plainStyle {
		s.buf = append(strconv.AppendInt(append(s.buf, ` s="`...), int64(style), 10), '"')
	}
}

// fit makes a column wide enough, until the widths are written. Two characters are room for the margins.
func (s *sheetWriter) fit(column, width int) {
	if s.begun {
		return
	}
	for len(s.widths) < column {
		s.widths = append(s.widths, narrowest)
	}
	s.widths[column-1] = min(max(s.widths[column-1], width+2), widest)
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
		if width = max(width, line); width >= widest {
			return width
		}
	}
	return width
}

// begin writes what stands before the rows, and the rows that were held. The order of the elements is that of the
// standard; Excel asks for a repair where it is another.
func (s *sheetWriter) begin() error {
	held := s.buf
	s.begun = true
	s.buf = append([]byte(nil), xmlHead+`<worksheet xmlns="`+mainName+`"><sheetViews><sheetView`...)
	if s.first {
		s.buf = append(s.buf, ` tabSelected="1"`...)
	}
	s.buf = append(s.buf, ` workbookViewId="0">`...)
	if s.page.Header != nil {
		s.buf = append(s.buf, `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`...)
	}
	s.buf = append(s.buf, `</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>`...)
	s.addWidths()
	s.buf = append(append(s.buf, `<sheetData>`...), held...)
	return s.flush()
}

// addWidths writes the widths of the columns.
func (s *sheetWriter) addWidths() {
	for i, w := range s.page.Widths[:min(len(s.page.Widths), maxColumns)] {
		s.fitTo(i, w)
	}
	if len(s.widths) == 0 {
		return
	}
	s.buf = append(s.buf, `<cols>`...)
	for i, w := range s.widths {
		n := strconv.Itoa(i + 1)
		s.buf = append(s.buf, `<col min="`+n+`" max="`+n+`" width="`+strconv.Itoa(w)+`" customWidth="1"/>`...)
	}
	s.buf = append(s.buf, `</cols>`...)
}

// fitTo sets the width of a column, from 0. Excel has at most 255.
func (s *sheetWriter) fitTo(column, width int) {
	for len(s.widths) <= column {
		s.widths = append(s.widths, narrowest)
	}
	if width > 0 {
		s.widths[column] = min(width, 255)
	}
}

// flush packs what is collected.
func (s *sheetWriter) flush() error {
	_, err := s.part.Write(s.buf)
	s.buf = s.buf[:0]
	return err
}

// close writes the end of the sheet.
func (s *sheetWriter) close() error {
	if !s.begun {
		if err := s.begin(); err != nil {
			return err
		}
	}
	s.buf = append(s.buf, `</sheetData></worksheet>`...)
	return s.flush()
}
