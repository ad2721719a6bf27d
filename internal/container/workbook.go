package container

import (
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
	place, err := f.chooseSheet(book.Sheets(), opt.Sheet)
	if err != nil {
		return nil, err
	}
	sheet := book.Sheets()[place]
	seen := &sheetNotes{file: f.name, sheet: sheet}
	what := fmt.Sprintf("read from the sheet %s", sheet.Name)
	if others := len(book.Sheets()) - 1; others > 0 {
		what += fmt.Sprintf(" of %d", others+1)
	}
	return &Table{Kind: "xlsx", Text: newText(seen.watch(book.Rows(place))), Evidence: []string{what}, Warnings: seen.warnings}, nil
}

// chooseSheet finds a sheet by its name, or its number from 1; without one, the only sheet with a
// table, hidden sheets last.
func (f file) chooseSheet(sheets []workbook.Sheet, asked string) (int, error) {
	if asked != "" {
		at := slices.IndexFunc(sheets, func(s workbook.Sheet) bool { return s.Name == asked })
		if n, err := strconv.Atoi(asked); at < 0 && err == nil && n > 0 && n <= len(sheets) {
			at = n - 1
		}
		if at < 0 {
			return 0, sheetChoice(f.name, "the workbook has no sheet "+strconv.Quote(asked), sheets)
		}
		return at, nil
	}
	shown := func(s workbook.Sheet) bool { return s.Table && !s.Hidden }
	filled := func(s workbook.Sheet) bool { return s.Table }
	for _, fits := range []func(workbook.Sheet) bool{shown, filled} {
		at := slices.IndexFunc(sheets, fits)
		switch {
		case at < 0:
		case slices.ContainsFunc(sheets[at+1:], fits):
			return 0, sheetChoice(f.name, "is a workbook with several tables", sheets)
		default:
			return at, nil
		}
	}
	return 0, f.refuse("is this the whole export?", "is a workbook without a table of answers")
}

// sheetChoice lists the sheets with a table.
func sheetChoice(name, what string, sheets []workbook.Sheet) error {
	choice := &notice.ChoiceError{Where: name, What: what}
	for _, s := range sheets {
		if s.Table {
			choice.Choices = append(choice.Choices, "--sheet "+notice.ShellQuoted(s.Name))
		}
	}
	return choice
}

// sheetNotes are what has to be told of the rows of a sheet.
type sheetNotes struct {
	file    string
	sheet   workbook.Sheet
	hidden  int // rows
	errors  int // cells
	unknown int // cells
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
			n.errors, n.unknown = n.errors+r.Errors, n.unknown+r.Unknown
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
	return out
}
