package report

import (
	"io"
	"iter"
	"path/filepath"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
)

// Format names how a result is written.
type Format string

// The formats.
const (
	Table    Format = "table"    // aligned columns for a terminal
	CSV      Format = "csv"      // one row a term or question
	ExcelCSV Format = "excel"    // the same for spreadsheets in countries with a decimal comma
	Excel    Format = "xlsx"     // a sheet for each table, and one of what has to be known
	JSON     Format = "json"     // everything
	Markdown Format = "markdown" // a table that GitHub and pandoc read
	HTML     Format = "html"     // a page of one file
)

// document is a result that can be written in every format of documents; for JSON, its exported
// fields are enough.
type document interface {
	tables() []dataTable      // the first has what the document is about
	table(columns int) string // for a terminal with this number of columns; 0 if unknown
	markdown() string
	remarks() remarks
}

// A dataTable is a table for programs and spreadsheets: a sheet of a workbook. Its columns are named as in the JSON.
type dataTable struct {
	name   string // of the sheet: what is on it
	csv    bool   // CSV has its rows, too; all such tables of a document have the same header
	header []string
	rows   iter.Seq[[]any]
}

// rowsOf are the rows of a table with one for each thing of a list.
func rowsOf[T any](list []T, cells func(T) []any) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, x := range list {
			if !yield(cells(x)) {
				return
			}
		}
	}
}

// remarks are what has to be known of a result, in sentences.
type remarks struct {
	question string
	notes    []string
	warnings []notice.Warning
}

// An encoder is a format with the functions that write it.
type encoder struct {
	Format
	extensions []string // of file names, in small letters; the first is the usual one; none: another flag asks for it
	document   func(io.Writer, document) error
	report     func(*Report, io.Writer) error
	coded      func(*Coded, io.Writer) error
}

// AllFormats is the table of all formats of text. The values of -o and --format, their help, and
// the function that writes the file all come from here. A new format is one more line and, in a
// file of its own, a function for each of the three sorts of results that it can hold: documents,
// reports, coded data. nil means that this sort is not written in the format, and the commands that
// make it refuse the names of its files.
func AllFormats() Formats {
	return []encoder{
		{Table, []string{".txt"}, func(w io.Writer, d document) error { return writeText(w, d.table(columnsOf(w))) }, nil, (*Coded).writeTable},
		{CSV, []string{".csv"}, standardCSV.writeDocument, nil, standardCSV.writeCoded},
		{ExcelCSV, nil, excelCSV.writeDocument, nil, excelCSV.writeCoded},
		{Excel, []string{".xlsx"}, writeWorkbook, nil, (*Coded).writeWorkbook},
		{JSON, []string{".json", ".json.gz"}, func(w io.Writer, d document) error { return writeJSON(w, d) }, func(r *Report, w io.Writer) error { return writeJSON(w, r) }, (*Coded).writeJSON},
		{Markdown, []string{".md", ".markdown"}, func(w io.Writer, d document) error { return writeText(w, d.markdown()) }, (*Report).writeMarkdown, (*Coded).writeMarkdown},
		{HTML, []string{".html", ".htm"}, nil, (*Report).writeHTML, nil},
	}
}

// Formats are the formats in which something can be written, in the order of the help. The first is
// the default.
type Formats []encoder

// DocumentFormats are the formats of tallies, inspections, comparisons and the like.
func DocumentFormats() Formats {
	return slices.DeleteFunc(AllFormats(), func(k encoder) bool { return k.document == nil })
}

// CodedFormats are the formats of coded data.
func CodedFormats() Formats {
	return slices.DeleteFunc(AllFormats(), func(k encoder) bool { return k.coded == nil })
}

// ReportFormats are the formats of reports, from the end of the table to its beginning: there the
// pages for people come last, and here they come first, because the first format is the default.
func ReportFormats() Formats {
	all := slices.DeleteFunc(AllFormats(), func(k encoder) bool { return k.report == nil })
	slices.Reverse(all)
	return all
}

// Names are the values that --format takes.
func (f Formats) Names() []string {
	return prose.Texts(f.named(), func(k encoder) string { return string(k.Format) })
}

// named are the formats that a name can ask for.
func (f Formats) named() Formats {
	return slices.DeleteFunc(slices.Clone(f), func(k encoder) bool { return k.extensions == nil })
}

// Extensions are the usual endings of the names of files in the formats.
func (f Formats) Extensions() []string {
	return prose.Texts(f.named(), func(k encoder) string { return k.extensions[0] })
}

// Of is the format that a file's name asks for by its ending, whatever its case; "" if it asks
// for none of them.
func (f Formats) Of(path string) Format {
	name := strings.ToLower(filepath.Base(path))
	for _, k := range f {
		if slices.ContainsFunc(k.extensions, func(ending string) bool { return strings.HasSuffix(name, ending) }) {
			return k.Format
		}
	}
	return ""
}

// encoder is the encoder of a format, or the first.
func (f Formats) encoder(format Format) encoder {
	return f[max(0, slices.IndexFunc(f, func(k encoder) bool { return k.Format == format }))]
}

// write writes a document in a format, or as a table.
func write(w io.Writer, f Format, d document) error {
	return DocumentFormats().encoder(f).document(w, d)
}

// writeText writes a text that is in memory as a whole, as tables are: their columns are only known
// at the end.
func writeText(w io.Writer, text string) error {
	_, err := io.WriteString(w, text)
	return err
}

// columnsOf is how many columns a text may have: what the writer says, if it stands for a terminal;
// else 0.
func columnsOf(w io.Writer) int {
	if terminal, ok := w.(interface{ Columns() int }); ok {
		return terminal.Columns()
	}
	return 0
}
