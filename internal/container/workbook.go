package container

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/workbook"
)

// openWorkbook opens what is a workbook for certain, as old ones are; they are refused.
func openWorkbook(f file, opt Options) (*Table, error) {
	at, size, err := f.anywhere()
	if err != nil {
		return nil, err
	}
	return f.openSheet(at, size, opt)
}

// openSheet opens a sheet of a workbook: the one that is asked for, or the only one with a table.
func (f file) openSheet(at io.ReaderAt, size int64, opt Options) (*Table, error) {
	book, err := workbook.Open(at, size, f.name)
	if err != nil {
		return nil, err
	}
	place, why, err := f.chooseSheet(book.Sheets(), cmp.Or(opt.Within, opt.Sheet))
	if err != nil {
		return nil, err
	}
	sheet := book.Sheets()[place]
	seen := &sheetNotes{file: f.name, sheet: sheet}
	what := fmt.Sprintf("read from the sheet %s", sheet.Name)
	if others := len(book.Sheets()) - 1; others > 0 {
		what += fmt.Sprintf(" of %d", others+1)
	}
	return &Table{Kind: "xlsx", Place: f.path + "!" + sheet.Name, Text: newText(seen.watch(book.Rows(place))), Evidence: append([]string{what}, why...), Warnings: seen.warnings}, nil
}

// What a sheet may be taken for before it is read, the best first. Prose, such as a page of remarks, is in one column.
var fits = [...]func(workbook.Sheet) bool{
	func(s workbook.Sheet) bool { return s.Table && !s.Hidden && s.Columns > 1 },
	func(s workbook.Sheet) bool { return s.Table && !s.Hidden },
	func(s workbook.Sheet) bool { return s.Table },
	func(s workbook.Sheet) bool { return s.Rows > 0 }, // a header, and no answers
}

// chooseSheet finds the sheet that is asked for, or else the only one that fits best. why is what has to be known of it.
func (f file) chooseSheet(sheets []workbook.Sheet, asked string) (at int, why []string, err error) {
	if asked != "" {
		at, err = f.namedSheet(sheets, asked)
		return at, nil, err
	}
	// Two that fit equally well are left to the user; one that fits worse is passed over.
	for _, fit := range fits {
		at := slices.IndexFunc(sheets, fit)
		switch {
		case at < 0:
		case slices.ContainsFunc(sheets[at+1:], fit):
			return 0, nil, f.sheetChoice("is a workbook with several tables", sheets)
		default:
			return at, passedOver(sheets, at), nil
		}
	}
	return 0, nil, f.refuse("is this the whole export?", noTable)
}

// passedOver tells of the sheets in one column that were passed over for another.
func passedOver(sheets []workbook.Sheet, taken int) []string {
	var names []string
	for i, s := range sheets {
		if i != taken && s.Table && !s.Hidden {
			names = append(names, s.Name)
		}
	}
	if names == nil {
		return nil
	}
	return []string{"passed over, as it is one column: " + strings.Join(names, ", ")}
}

// namedSheet finds a sheet by its name, in any case if none fits exactly, or by its number from 1.
func (f file) namedSheet(sheets []workbook.Sheet, asked string) (int, error) {
	asked = strings.TrimSpace(asked) // as the names of sheets are
	at := slices.IndexFunc(sheets, func(s workbook.Sheet) bool { return s.Name == asked })
	if at < 0 {
		at = slices.IndexFunc(sheets, func(s workbook.Sheet) bool { return strings.EqualFold(s.Name, asked) })
	}
	if n, err := strconv.Atoi(asked); at < 0 && err == nil && n > 0 && n <= len(sheets) {
		at = n - 1
	}
	switch {
	case at < 0:
		return 0, f.sheetChoice("the workbook has no sheet "+strconv.Quote(asked), sheets)
	case !sheets[at].Table && sheets[at].Rows == 0: // one without a table has been read whole
		return 0, f.refuse("", "the sheet %s is empty", sheets[at].Name)
	}
	return at, nil
}

// sheetChoice lists the sheets with a table, hidden ones only if there are no others.
func (f file) sheetChoice(what string, sheets []workbook.Sheet) error {
	choice := &notice.ChoiceError{Where: f.name, What: what}
	// The columns of a sheet are no reason to keep it from the user.
	for _, fit := range fits[1:] {
		for _, s := range sheets {
			if fit(s) {
				choice.Choices = append(choice.Choices, notice.Choice{Typed: "--sheet " + notice.ShellQuoted(s.Name), About: sizeOf(s)})
			}
		}
		if choice.Choices != nil {
			return choice
		}
	}
	return f.refuse("is this the whole export?", noTable)
}

const noTable = "is a workbook without a table of answers"

// sizeOf is the size of a sheet. How many rows there are is not always known before they are read.
func sizeOf(s workbook.Sheet) string {
	if s.Rows == 0 {
		return fmt.Sprintf("columns: %d", s.Columns)
	}
	return fmt.Sprintf("rows: %d, columns: %d", s.Rows, s.Columns)
}

// sheetNotes are what has to be told of the rows of a sheet.
type sheetNotes struct {
	file    string
	sheet   workbook.Sheet
	hidden  int // rows
	errors  int // cells
	unknown int // cells
	rounded int // cells
}

// watch hands rows on. A row that the sheet leaves out is blank, as it is in CSV.
func (n *sheetNotes) watch(rows iter.Seq2[workbook.Row, error]) iter.Seq2[row, error] {
	return func(yield func(row, error) bool) {
		before := 0
		for r, err := range rows {
			for before++; before < r.Number && err == nil; before++ {
				if !yield(row{number: before}, nil) {
					return
				}
			}
			n.errors, n.unknown, n.rounded = n.errors+r.Errors, n.unknown+r.Unknown, n.rounded+r.Rounded
			if r.Hidden {
				n.hidden++
			}
			if !yield(row{r.Number, r.Cells}, err) {
				return
			}
		}
	}
}

// warnings tells of what a reader of the sheet does not see, and of cells without a value.
func (n *sheetNotes) warnings() (out []notice.Warning) {
	warn := func(code notice.Code, some bool, format string, args ...any) {
		if some {
			out = append(out, notice.Warning{Code: code, File: n.file, Message: fmt.Sprintf(format, args...)})
		}
	}
	columns := n.sheet.HiddenColumns
	warn(notice.HiddenCells, n.hidden > 0, "hidden rows of the sheet are counted: %d", n.hidden)
	warn(notice.HiddenCells, len(columns) > 0, "hidden columns of the sheet are read: %s", strings.Join(columns, ", "))
	warn(notice.HiddenCells, n.sheet.Hidden, "the sheet %s is hidden in the workbook", n.sheet.Name)
	warn(notice.ErrorCells, n.errors > 0, "cells with an error such as #N/A are read as blank: %d", n.errors)
	warn(notice.ErrorCells, n.unknown > 0, "cells with a formula whose value is not stored are read as blank: %d", n.unknown)
	warn(notice.RoundedCells, n.rounded > 0, "cells show fewer digits than are stored, and are read as shown: %d", n.rounded)
	return out
}
