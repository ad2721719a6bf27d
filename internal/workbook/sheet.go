package workbook

import (
	"io"
	"iter"
	"strconv"
	"strings"
)

// A sheet is a list of rows of cells. A cell has a place, a style and a type; its content is a value, or a text that
// stands in it. Places may be left out, and so may rows and cells that are blank:
//
//	<worksheet>
//	  <dimension ref="A1:C200"/>
//	  <cols><col min="2" max="2" hidden="1"/></cols>
//	  <sheetData>
//	    <row r="2"><c r="A2" s="3"><v>45322.5</v></c> <c r="C2" t="s"><v>17</v></c></row>
//	  </sheetData>
//	  <mergeCells/> … and much else that is not read
//	</worksheet>

// A Row is a row of a sheet that is not blank. Blank cells behind the last are left out. Of merged cells only the first
// has a text, as in a CSV file: in a header, blank cells mean that the question on their left goes on.
type Row struct {
	Number int // as the sheet shows it, from 1
	// Cells are what the sheet shows, from column A on, in valid UTF-8 without NUL. The slice is used again for the
	// next row; its texts stay as they are.
	Cells   []string
	Hidden  bool
	Errors  int // cells with an error (#N/A), which are blank here
	Unknown int // cells with a formula whose value is not stored, which are blank here
	Rounded int // cells that show fewer digits of their number than are stored
}

// Rows streams the rows of a sheet by its place among Sheets. It may be called again. An error is a
// *notice.InputError, and ends the rows.
func (b *Book) Rows(sheet int) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		s, err := b.openSheet(&b.sheets[sheet], 0)
		if err != nil {
			yield(Row{}, inputError(b.name, err))
			return
		}
		defer s.Close()
		for {
			row, more, err := s.nextRow()
			// The archive has a checksum of the part, which only its end reveals.
			if err == nil && !more {
				err = s.drain()
			}
			if err != nil {
				yield(Row{}, inputError(b.name, err))
				return
			}
			if !more || !yield(row, nil) {
				return
			}
		}
	}
}

// A sheetReader reads the rows of a sheet. Its slices are used again for every row: a row costs one allocation, for the
// texts that are not shared.
type sheetReader struct {
	*part
	book *Book

	rows, columns int      // as declared
	hidden        [][2]int // columns, from 1

	inRows bool  // the rows have begun and not ended
	row    int   // number of the last row
	filled int   // cells of all rows that are not blank
	spread int   // the same with the blank ones between them
	size   int64 // bytes of the texts of all rows
	cells  []cell
	shown  []byte   // the texts of this row that are not shared
	raw    []byte   // what the cell stores
	out    []string // Row.Cells

	rounded int // Row.Rounded of all rows
}

// A cell is a text that is shared, or a piece of the texts of the row; the zero value is blank.
type cell struct {
	shared   string
	from, to int
}

// openSheet opens a sheet up to its first row, to read so many bytes of it in all; 0 is all of it.
func (b *Book) openSheet(sheet *Sheet, enough int64) (*sheetReader, error) {
	p, err := b.parts.open(sheet.part, maxPart)
	if err != nil {
		return nil, err
	}
	p.meter.enough = enough
	s := &sheetReader{part: p, book: b}
	if err = p.root("worksheet"); err == nil {
		err = s.readHead()
	}
	if err != nil {
		p.Close()
		return nil, err
	}
	return s, nil
}

// readHead reads what stands before the rows: the size of the sheet, and which columns are hidden.
func (s *sheetReader) readHead() error {
	err := s.children(func(name string) error {
		switch name {
		case "dimension":
			return s.setSize(s.attrText("ref"))
		case "cols":
			return s.children(func(string) error { return s.addColumns() })
		case "sheetData":
			s.inRows = true
			return io.EOF // the rows are read one by one by nextRow
		}
		return nil
	})
	if s.inRows {
		return nil
	}
	return err
}

// setSize takes the size of a sheet by its range of cells, A1:F200. Programs that stream a sheet declare A1 or nothing,
// as they do not know its size when they begin.
func (s *sheetReader) setSize(ref string) error {
	_, last, _ := strings.Cut(ref, ":")
	switch column, row := place([]byte(last)); {
	case column < 0:
		return refuse("declares more than %d columns (%.40s)", maxColumns, ref)
	case row < 0:
		return refuse("declares more than %d rows (%.40s)", maxRows, ref)
	case column > 0 && row > 0:
		s.rows, s.columns = row, column
	}
	return nil
}

// addColumns takes the hidden ones of a range of columns. "All columns behind the last" is a common range.
func (s *sheetReader) addColumns() error {
	first, _ := number(s.attr("min"))
	last, _ := number(s.attr("max"))
	if last > maxColumns {
		return refuse("declares more than %d columns (%d to %d)", maxColumns, first, last)
	}
	if isTrue(s.attr("hidden")) && first > 0 && first <= last {
		s.hidden = append(s.hidden, [2]int{first, last})
	}
	if len(s.hidden) > maxColumns {
		return refuse("has more than %d columns", maxColumns)
	}
	return nil
}

// hiddenColumns are the hidden ones among the first columns, in letters.
func (s *sheetReader) hiddenColumns(columns int) (ranges []string) {
	for _, h := range s.hidden {
		first, last := h[0], min(h[1], columns)
		switch {
		case first == last:
			ranges = append(ranges, letters26(first))
		case first < last:
			ranges = append(ranges, letters26(first)+":"+letters26(last))
		}
	}
	return ranges
}

// letters26 is the name of a column, from A for 1: A to Z, AA to ZZ, AAA to XFD. There is no nought among these digits.
func letters26(column int) (name string) {
	for ; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

// place reads the place of a cell, B12: its column and its row. What is missing is 0, what is too large -1.
func place(ref []byte) (column, row int) {
	i := 0
	for ; i < len(ref) && (ref[i]|0x20 >= 'a' && ref[i]|0x20 <= 'z' || ref[i] == '$'); i++ {
		if ref[i] == '$' {
			continue
		}
		if column = column*26 + int(ref[i]|0x20-'a') + 1; column > maxColumns {
			return -1, -1
		}
	}
	digits := strings.TrimPrefix(string(ref[i:]), "$")
	if digits == "" {
		return column, 0
	}
	row, err := strconv.Atoi(digits)
	if err != nil || row > maxRows {
		return column, -1
	}
	return column, row
}

// nextRow reads up to the next row that is not blank. Rows of styles without a text, of which some programs write a million
// below the last answer, are passed over.
func (s *sheetReader) nextRow() (row Row, more bool, err error) {
	for s.inRows {
		kind, err := s.next()
		switch {
		case err != nil:
			return Row{}, false, err
		case kind == closing || kind == atEnd:
			s.inRows = false
		case kind == element && string(s.name) == "row":
			before := s.rounded
			row, err := s.readRow()
			row.Rounded = s.rounded - before
			if err != nil || len(row.Cells) > 0 || row.Errors+row.Unknown > 0 {
				return row, err == nil, err
			}
		case kind == element:
			if err := s.skip(); err != nil {
				return Row{}, false, err
			}
		}
	}
	return Row{}, false, nil
}

// readRow reads the row that has just begun. A row or cell that does not tell its place is the next one. Rows have to be
// in order, as they are streamed: no program is known to write them otherwise.
func (s *sheetReader) readRow() (Row, error) {
	if raw := s.attr("r"); raw == nil {
		s.row++
	} else if n, ok := number(raw); !ok || n <= s.row {
		return Row{}, damaged("is a damaged workbook: row %.20q stands behind row %d", raw, s.row)
	} else {
		s.row = n
	}
	if s.row > maxRows {
		return Row{}, refuse("has more than %d rows", maxRows)
	}
	row := Row{Number: s.row, Hidden: isTrue(s.attr("hidden"))}
	s.cells, s.shown = s.cells[:0], s.shown[:0]
	column := 0 // of the last cell
	for inside := s.depth; s.depth >= inside; {
		kind, err := s.next()
		if err != nil {
			return Row{}, err
		}
		if kind != element {
			continue
		}
		// Cells may stand in any order: each is put into its place.
		if string(s.name) != "c" {
			err = s.skip()
		} else {
			column, err = s.readCell(column+1, &row)
		}
		if err != nil {
			return Row{}, err
		}
	}
	var size int
	row.Cells, size = s.texts()
	s.spread += len(row.Cells)
	s.size += int64(size)
	if err := checkSpread(s.filled, s.spread); err != nil {
		return Row{}, err
	}
	return row, checkShown(size, s.size, s.meter.packed)
}

// texts are the texts of the cells up to the last that is not empty, and their length in bytes.
func (s *sheetReader) texts() (cells []string, size int) {
	all := string(s.shown)
	s.out = s.out[:0]
	width := 0
	for i, c := range s.cells {
		text := c.shared
		if c.to > c.from {
			text = all[c.from:c.to]
		}
		if s.out = append(s.out, text); text != "" {
			width = i + 1
		}
		size += len(text)
	}
	return s.out[:width], size
}
