package rows

import (
	"slices"
	"strings"
	"unicode"

	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// People give the program a wrong file more often than a damaged one. The error
// says what kind of file it is and what to do. The most likely one is a
// spreadsheet.

// A mistaken file is a kind of file that is no table of answers: what it begins with, what
// it is, and what to do instead.
type mistaken struct {
	at         int // bytes before what it begins with: a name, a digit
	begins     []string
	what, hint string
}

const (
	asCSV   = "export the answers as CSV"
	asFiles = "unpack it, or make a zip of it"
)

// signatures are the first bytes of files that are not text, or in no encoding that is read.
var signatures = [...]mistaken{
	{0, []string{"\x89PNG"}, "is a PNG picture, not text", "give the survey export as CSV"},
	{0, []string{"\xff\xd8\xff"}, "is a JPEG picture, not text", "give the survey export as CSV"},
	{0, []string{"GIF8"}, "is a GIF picture, not text", "give the survey export as CSV"},
	{0, []string{"%PDF"}, "is a PDF document, not text", asCSV},
	{0, []string{"<stata_dta>", "q\x02\x01\x00", "r\x02\x01\x00", "s\x02\x01\x00", "q\x01\x01\x00", "r\x01\x01\x00", "s\x01\x01\x00"}, "is a Stata file, which is not read",
		"save it for SPSS (R: haven::write_sav(haven::read_dta(\"a.dta\"), \"a.sav\")) or as CSV"},
	{0, []string{"HEADER RECORD*******LIB", "**COMPRESSED** **COMPRESSED**", strings.Repeat("\x00", 12) + "\xc2\xea\x81\x60"}, "is a SAS file, which is not read",
		"save it for SPSS (R: haven::write_sav(haven::read_sas(\"a.sas7bdat\"), \"a.sav\"), read_xpt for .xpt) or as CSV"},
	{0, []string{"PAR1"}, "is a Parquet file, which is not read", "convert it: duckdb -json -c \"from 'a.parquet'\" > a.json"},
	{0, []string{"\xff\xfe\x00\x00", "\x00\x00\xfe\xff"}, "is text in UTF-32, which is not read", "save it as UTF-8"}, // by its byte order mark
	{257, []string{"ustar\x00", "ustar  \x00"}, "is a tar archive, which is not read", asFiles},                       // behind the name of its first file
	{4, []string{"1AY&SY"}, "is packed with bzip2, which is not read", asFiles},                                       // behind BZh and a digit
	{0, []string{"\xfd7zXZ\x00"}, "is packed with xz, which is not read", asFiles},
	{0, []string{"\x28\xb5\x2f\xfd"}, "is packed with zstd, which is not read", asFiles},
	{0, []string{"7z\xbc\xaf\x27\x1c"}, "is a 7z archive, which is not read", asFiles},
	{0, []string{"Rar!\x1a\x07"}, "is a RAR archive, which is not read", asFiles},
	{0, []string{"SQLite format 3"}, "is a database, not text", "query it: duckdb -json a.db -c \"from answers\" > a.json, or " + asCSV},
}

// documents are texts that are no tables, by what they begin with in small letters and
// without blanks and comments.
var documents = [...]mistaken{
	{0, []string{"<!doctypehtml", "<html", "<head", "<body", "<table"}, "is an HTML page, not a table of answers", asCSV + ", or save the page's table from a spreadsheet"},
	{0, []string{`{\rtf`}, "is an RTF document of a word processor, not a table of answers", "save it as plain text, or " + asCSV},
	{0, []string{"<?xml", "<!doctype"}, isXML, asCSV},
	{0, []string{`{"schema":"verbatim/`}, "is JSON that verbatim wrote, not a table of answers", "give the survey export; a tally is read as a file of its own, not from an archive"},
	{0, []string{"{}", "[]"}, "is JSON that holds no rows", "is this the whole export?"},
	{0, []string{`{"`, "[{", `["`, "[["}, "is JSON, but no list of objects", "give an array of objects, or one object a line, or " + asCSV},
}

const isXML = "is XML, not a table of answers"

// refused looks a text up by what it begins with.
func refused(name, text string, among []mistaken) error {
	for _, m := range among {
		from := text[min(m.at, len(text)):]
		if slices.ContainsFunc(m.begins, func(begins string) bool { return strings.HasPrefix(from, begins) }) {
			return &notice.InputError{Name: name, What: m.what, Hint: m.hint}
		}
	}
	return nil
}

// checkText refuses what is not text: files of known other kinds, and files in
// which more than one byte in ten is NUL or one in a hundred another control
// character.
func checkText(name, raw string, e textEncoding) error {
	if err := refused(name, raw, signatures[:]); err != nil {
		return err
	}
	if e.wide() || e.escapes {
		return nil
	}
	nul, control := value.CountControls(raw)
	// Damaged cells may hold some NUL bytes and control characters; a picture is
	// full of them.
	if nul*10 > len(raw) || control*100 > len(raw) && (control > 8 || control*4 > len(raw)) {
		return &notice.InputError{Name: name, What: "is not text", Hint: "give the survey export as CSV"}
	}
	if _, bad := value.CountRunes(raw); e.strange && bad*3 > len(raw) {
		return &notice.InputError{Name: name, What: "is not text in an encoding that is known here", Hint: "save it as UTF-8, or name its encoding with --encoding"}
	}
	return nil
}

// checkTable refuses a text in markup or JSON by its beginning, decoded. NDJSON begins as
// JSON does. whole says that it is the whole text.
func checkTable(name, text string, whole bool) error {
	text = withoutComments(text)
	top := strings.Map(func(r rune) rune {
		if value.Blank(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, text[:min(len(text), 200)])
	if err := refused(name, top, documents[:]); err != nil {
		return err
	}
	if isElement(text, whole) {
		return &notice.InputError{Name: name, What: isXML, Hint: asCSV}
	}
	return nil
}

// withoutComments takes the comments of XML off the beginning of a text.
func withoutComments(text string) string {
	for {
		text = strings.TrimLeftFunc(text, value.Blank)
		comment, begins := strings.CutPrefix(text, "<!--")
		_, after, ends := strings.Cut(comment, "-->")
		if !begins || !ends {
			return text
		}
		text = after
	}
}

// tagName is the name of the tag that a text begins with, if another follows it.
var tagName = value.Pattern(`^<([\pL_][\pL\d_.:-]*)(?:\s[^<>]*)?>\s*<`)

// isElement reports whether a text is one element of XML: it is closed at the very end. A
// table with markup in its first cell goes on behind it.
func isElement(text string, whole bool) bool {
	m := tagName().FindStringSubmatch(text)
	if m == nil {
		return false
	}
	_, after, closed := strings.Cut(text, "</"+m[1])
	return closed == whole && strings.Trim(after, "> \t\r\n") == ""
}
