package cli

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/console"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/report"
)

// documentOutput says where a document goes and in which format.
//
// The name of an output determines its format; --format does so for standard output and for names without an
// ending. Both are checked before anything is read.
type documentOutput struct {
	path    string         // "" or "-": standard output
	format  report.Format  // "" until resolve, unless --format gives it
	formats report.Formats // those that it can be written in
	usual   report.Format  // where neither name nor flag says another
	dialect string         // of CSV: standard or excel
	compact bool           // JSON is one line
}

// bind adds the flags that say where a document goes.
func (d *documentOutput) bind(f *pflag.FlagSet, formats report.Formats, usual report.Format) {
	d.formats, d.usual = formats, usual
	f.VarP((*oneFile)(&d.path), "output", "o", "write to `FILE` ("+strings.Join(formats.Extensions(), ", ")+") instead of standard output")
	bindFormat(f, &d.format, formats, usual)
	bindCompact(f, &d.compact)
	d.dialect = "standard"
	choose(f, &d.dialect, "csv-dialect", "how CSV is written: for programs, or for spreadsheets in countries with a decimal comma", "standard", "excel")
}

// A oneFile is the name of the only file that a command writes. A second one would replace the first, which then were
// not written, without a word.
type oneFile string

func (o *oneFile) String() string { return string(*o) }

func (o *oneFile) Type() string { return "string" }

// Set refuses a second name.
func (o *oneFile) Set(path string) error {
	if *o != "" {
		return fmt.Errorf("this command writes one file, and -o %s is given already; run it again for another", prose.Plain(string(*o)))
	}
	*o = oneFile(path)
	return nil
}

// bindCompact adds --compact.
func bindCompact(f *pflag.FlagSet, compact *bool) {
	f.BoolVar(compact, "compact", false, "write JSON in one line, as in .json.gz")
}

// lined is the writer of a document, which writes JSON in one line if that is asked for, or if it is compressed.
func lined(path string, compact bool, write func(io.Writer, report.Format) error) func(io.Writer, report.Format) error {
	if compact || outfile.IsCompressed(path) {
		return report.OneLine(write)
	}
	return write
}

// bindFormat adds --format.
func bindFormat(f *pflag.FlagSet, format *report.Format, formats report.Formats, usual report.Format) {
	usage := fmt.Sprintf("how it is written (default %s, or as the output's name says)", usual)
	choose(f, (*string)(format), "format", usage, formats.Names()...)
}

// resolve checks where the document goes and decides its format, before anything is read.
func (d *documentOutput) resolve(s *Streams, inputs []string) (err error) {
	if d.format, err = formatOf(d.path, d.format, d.usual, d.formats); err != nil {
		return err
	}
	if d.format == report.Excel && s.OutIsTerminal && (d.path == "" || d.path == "-") {
		return &notice.UsageError{Where: "--format", What: "a workbook is not written to a terminal", Hint: "give it a name: -o FILE.xlsx"}
	}
	if d.dialect == "excel" {
		if d.format != report.CSV {
			return &notice.UsageError{Where: "--csv-dialect", What: fmt.Sprintf("the output is %s, not csv", d.format), Hint: "name it .csv, or add --format csv"}
		}
		d.format = report.ExcelCSV
	}
	return outfile.Check([]string{d.path}, inputs, s.In)
}

// formatOf is the format of an output: what its name says, or else what was asked for, or else the usual one.
//
//	name       --format   written as
//	x.json     -          json
//	x.json     json       json
//	x.json     csv        wrong use: one of them is a slip
//	x or -     csv        csv
//	x or -     -          the usual format
//	x.png      any        wrong use: no format of this command
func formatOf(path string, asked, usual report.Format, formats report.Formats) (report.Format, error) {
	told := formats.Of(path)
	extensions := prose.Alternatives(formats.Extensions())
	switch {
	case path == "-" || path == "":
		return cmp.Or(asked, usual), nil
	case told != "" && asked != "" && told != asked:
		return "", &notice.UsageError{Where: path, What: fmt.Sprintf("the name says %s, but --format says %s", told, asked), Hint: "leave one of them out"}
	case told == "" && filepath.Ext(path) != "":
		return "", &notice.UsageError{Where: path, What: "this command writes no " + strings.ToLower(filepath.Ext(path)) + " file", Hint: "use " + extensions + otherCommand(path)}
	case cmp.Or(told, asked, usual) == "":
		return "", &notice.UsageError{Where: path, What: "the name says no format", Hint: "use " + extensions}
	}
	return cmp.Or(told, asked, usual), nil
}

// otherCommand says which command writes a file of this name, for the hint of one that does not; "" if none
// does; or what is written compressed.
func otherCommand(path string) string {
	_, isPicture := render.FormatOf(path)
	switch {
	case outfile.IsCompressed(path):
		return "; of compressed files, this program writes .json.gz alone"
	case isPicture:
		return "; verbatim cloud draws pictures"
	case report.DocumentFormats().Of(path) != "":
		return "; verbatim tally writes tables"
	case report.ReportFormats().Of(path) != "":
		return "; verbatim report writes pages"
	}
	return ""
}

// put writes a document to its output, together with any other files.
func (d *documentOutput) put(s *Streams, write func(io.Writer, report.Format) error, also ...outfile.File) error {
	return s.Write(append(also, s.Document(cmp.Or(d.path, "-"), d.format, lined(d.path, d.compact, write)))...)
}

// finish writes a document to its place, and to the summary of the run.
func (d *documentOutput) finish(s *Streams, o *console.Messages, write func(io.Writer, report.Format) error) error {
	if err := d.put(s, write); err != nil {
		return err
	}
	return o.Summarize(s, write)
}
