package workbook

import (
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"verbatim/internal/value"
)

// A Book is a workbook whose sheets are known. It reads from the reader that it was opened with, and is for one goroutine
// at a time.
type Book struct {
	name   string // in errors
	parts  archive
	sheets []Sheet
	texts  *texts // shared strings
	styles *styles
	epoch  time.Time
}

// A Sheet is what is known of a sheet before it is read.
type Sheet struct {
	Name   string
	Hidden bool
	Table  bool // it has at least two rows that are not blank: a header and an answer
	Rows   int  // as the workbook declares them; 0 is not known
	// Columns are as the workbook declares them, or what the first rows have. The sheet may have more.
	Columns int
	// HiddenColumns are ranges of letters among these columns: C, F:H.
	HiddenColumns []string

	part string
}

// Open looks into a workbook and finds its sheets. The shared strings are read; r must stay open for the rows. Sheets
// that are a chart or a macro are left out. An error is a *notice.InputError of the name.
func Open(r io.ReaderAt, size int64, name string) (*Book, error) {
	b, err := open(r, size)
	if err != nil {
		return nil, inputError(name, err)
	}
	b.name = name
	return b, nil
}

// Sheets gives the sheets in the order of the workbook.
func (b *Book) Sheets() []Sheet { return b.sheets }

// The order of reading is that of need: what kind of archive, where the workbook is, its sheets, then what their cells
// refer to (styles, texts), and at last the beginning of each sheet. A fault anywhere refuses the workbook before a row
// of it has been counted.

// open is Open with errors of any kind.
func open(r io.ReaderAt, size int64) (*Book, error) {
	parts, err := openArchive(r, size)
	if err != nil {
		return nil, err
	}
	b := &Book{parts: parts, epoch: epoch1900}
	root, err := parts.relations("")
	if err != nil {
		return nil, err
	}
	main := byKind(root, "officeDocument", "xl/workbook.xml")
	relations, err := parts.relations(main)
	if err != nil {
		return nil, err
	}
	if err := b.readMain(main, relations); err != nil {
		return nil, err
	}
	if b.styles, err = parts.readStyles(byKind(relations, "styles", "xl/styles.xml")); err != nil {
		return nil, err
	}
	if b.texts, err = parts.sharedTexts(byKind(relations, "sharedStrings", "xl/sharedStrings.xml")); err != nil {
		return nil, err
	}
	return b, b.lookAtAll(maxLook, maxLooks)
}

// Kinds of relations decide, and not the names of parts: a workbook may call its first sheet xl/a.xml. Only where a
// program has left the relations out are the usual names tried.

// byKind is the part to which a relation of a kind leads; of several, the first by name. Where there is none, it is
// the name that all programs use.
func byKind(relations map[string]relation, kind, usual string) string {
	found := ""
	for _, r := range relations {
		if r.kind == kind && (found == "" || r.target < found) {
			found = r.target
		}
	}
	if found == "" {
		return usual
	}
	return found
}

// readMain reads the part that lists the sheets.
func (b *Book) readMain(name string, relations map[string]relation) error {
	p, err := b.parts.open(name, maxSmall)
	if err != nil {
		return err
	}
	if p == nil {
		return damaged("is a damaged workbook: the list of its sheets is missing")
	}
	defer p.Close()
	if err := p.root("workbook"); err != nil {
		return err
	}
	err = p.children(func(name string) error {
		switch name {
		case "workbookPr":
			if isTrue(p.attr("date1904")) {
				b.epoch = epoch1904
			}
		case "sheets":
			return p.children(func(string) error { return b.addSheet(p.tokens, relations) })
		}
		return nil
	})
	if err == nil && len(b.sheets) == 0 {
		err = &refusal{"is a workbook without a sheet of cells", hintCSV}
	}
	return err
}

// addSheet takes a sheet of cells into the list. Charts, dialogues and macros of Excel 4 are sheets of other kinds. The
// number of a sheet says nothing about the name of its part, except where the relation is missing.
func (b *Book) addSheet(t *tokens, relations map[string]relation) error {
	r, ok := relations[t.attrText("id")]
	if !ok {
		r = relation{"worksheet", "xl/worksheets/sheet" + t.attrText("sheetId") + ".xml"}
	}
	if r.kind != "worksheet" || b.parts[r.target] == nil {
		return nil
	}
	switch {
	case len(b.sheets) == maxSheets:
		return refuse("has more than %d sheets", maxSheets)
	case slices.ContainsFunc(b.sheets, func(s Sheet) bool { return s.part == r.target }):
		return damaged("is a damaged workbook: several of its sheets are one part, %.80q", r.target)
	}
	name := value.Clean(strings.TrimSpace(t.attrText("name")))
	if len(name) > maxSheetName {
		return refuse("has a sheet whose name has more than %d bytes", maxSheetName)
	}
	state := string(t.attr("state"))
	b.sheets = append(b.sheets, Sheet{
		Name:   name,
		Hidden: state == "hidden" || state == "veryHidden",
		part:   r.target,
	})
	return nil
}

// isTrue reports whether an attribute says yes.
func isTrue(raw []byte) bool {
	return string(raw) == "1" || string(raw) == "true" || string(raw) == "on"
}

// lookAtAll looks at the beginning of each sheet. What is unpacked for it is bounded for all of them together: a
// workbook may have a thousand. The limits are those of one sheet and of all.
func (b *Book) lookAtAll(ofOne, ofAll int64) error {
	left := ofAll
	for i := range b.sheets {
		unpacked, err := b.look(&b.sheets[i], ofOne)
		if err != nil && !errors.Is(err, errEnough) { // a sheet whose rows begin too late has no table
			return err
		}
		if left -= unpacked; left < 0 {
			return refuse("has no rows in the first %d MiB of its sheets", ofAll>>20)
		}
	}
	return nil
}

// look reads the beginning of a sheet, up to the second row with a text: its size, its columns, and whether it has a table.
// It unpacks some more bytes than it may at most, and tells how many.
func (b *Book) look(sheet *Sheet, most int64) (unpacked int64, err error) {
	s, err := b.openSheet(sheet, most)
	if err != nil {
		return most, err
	}
	defer s.Close()
	sheet.Rows, sheet.Columns = s.rows, s.columns
	last, found := 0, 0 // row, and rows with a text
	for more := true; more && found < 2; {
		var row Row
		if row, more, err = s.nextRow(); err != nil {
			return s.meter.n, err
		}
		if len(row.Cells) > 0 {
			last, found = row.Number, found+1
			sheet.Columns = max(sheet.Columns, len(row.Cells))
		}
	}
	sheet.Table = found == 2
	sheet.HiddenColumns = s.hiddenColumns(sheet.Columns)
	switch {
	case !sheet.Table: // it has been read whole
		sheet.Rows = last
	case sheet.Rows < last:
		sheet.Rows = 0
	}
	return s.meter.n, nil
}
