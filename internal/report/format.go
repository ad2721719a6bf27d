package report

import (
	"io"
	"path/filepath"
	"slices"
	"strings"
)

// Format names how a result is written.
type Format string

// The formats.
const (
	Table    Format = "table"    // aligned columns for a terminal
	CSV      Format = "csv"      // one row a term or question
	JSON     Format = "json"     // everything
	Markdown Format = "markdown" // a table that GitHub and pandoc read
	HTML     Format = "html"     // a page of one file
)

// A kind is a format with what is known of it.
type kind struct {
	Format
	extensions []string // of file names, in small letters; the first is the usual one
	document   func(io.Writer, document) error
	report     func(*Report, io.Writer) error
}

// kinds is the table of all formats of text. What -o and --format take, what help says of them and what writes the file
// all come from here, so a further format is one more line and, in a file of its own, a function for documents, for
// reports, or for both; nil is for what is not written so.
func kinds() []kind {
	return []kind{
		{Table, nil, writeTable, nil},
		{CSV, []string{".csv"}, writeRows, nil},
		{JSON, []string{".json"}, func(w io.Writer, d document) error { return writeJSON(w, d) }, func(r *Report, w io.Writer) error { return writeJSON(w, r) }},
		{Markdown, []string{".md", ".markdown"}, writeMarkdown, (*Report).writeMarkdown},
		{HTML, []string{".html", ".htm"}, nil, (*Report).writeHTML},
	}
}

// Formats are those in which something can be written, in the order in which help names them: the first is the usual one.
type Formats []kind

// DocumentFormats are the formats of tallies, inspections, comparisons and the like.
func DocumentFormats() Formats {
	return slices.DeleteFunc(kinds(), func(k kind) bool { return k.document == nil })
}

// ReportFormats are the formats of reports: pages first.
func ReportFormats() Formats {
	all := slices.DeleteFunc(kinds(), func(k kind) bool { return k.report == nil })
	slices.Reverse(all)
	return all
}

// Names are what --format takes.
func (f Formats) Names() (names []string) {
	for _, k := range f {
		names = append(names, string(k.Format))
	}
	return names
}

// Extensions are the usual endings of the names of files in the formats.
func (f Formats) Extensions() (list []string) {
	for _, k := range f {
		if len(k.extensions) > 0 {
			list = append(list, k.extensions[0])
		}
	}
	return list
}

// Of is the format that a file's name asks for; "" where it asks for none of them.
func (f Formats) Of(path string) Format {
	extension := strings.ToLower(filepath.Ext(path))
	for _, k := range f {
		if slices.Contains(k.extensions, extension) {
			return k.Format
		}
	}
	return ""
}

// write writes a document in a format, or as a table.
func write(w io.Writer, f Format, d document) error {
	for _, k := range DocumentFormats() {
		if k.Format == f {
			return k.document(w, d)
		}
	}
	return writeTable(w, d)
}

func writeTable(w io.Writer, d document) error {
	_, err := io.WriteString(w, d.table(columnsOf(w)))
	return err
}

func writeRows(w io.Writer, d document) error { return writeCSV(w, d.rows()) }

func writeMarkdown(w io.Writer, d document) error {
	_, err := io.WriteString(w, d.markdown())
	return err
}
