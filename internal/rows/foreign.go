package rows

import (
	"strings"
	"unicode"

	"verbatim/internal/notice"
	"verbatim/internal/value"
)

// People give the program a wrong file more often than a damaged one. The error
// says what kind of file it is and what to do. The most likely one is a
// spreadsheet.

// signatures are the first bytes of files that people give by mistake.
var signatures = [...]struct{ bytes, what, hint string }{
	{"\x89PNG", "is a PNG picture, not text", "give the survey export as CSV"},
	{"\xff\xd8\xff", "is a JPEG picture, not text", "give the survey export as CSV"},
	{"GIF8", "is a GIF picture, not text", "give the survey export as CSV"},
	{"%PDF", "is a PDF document, not text", "export the answers as CSV"},
	{"PK\x03\x04", "is a zip archive or a spreadsheet (xlsx, ods), not text", "unpack it, or save the sheet as CSV UTF-8"},
	{"\xd0\xcf\x11\xe0", "is an old Excel workbook, not text", "save the sheet as CSV UTF-8"},
	{"$FL2", "is an SPSS file, not text", "export the answers as CSV"},
	{"SQLite format 3", "is a database, not text", "export the answers as CSV"},
}

// checkText refuses what is not text: files of known other kinds, and files in
// which more than one byte in ten is NUL or one in a hundred another control
// character.
func checkText(name, raw string, e textEncoding) error {
	for _, s := range signatures {
		if strings.HasPrefix(raw, s.bytes) {
			return &notice.InputError{Name: name, What: s.what, Hint: s.hint}
		}
	}
	if e.wide() || e.escapes {
		return nil
	}
	if what, hint := markedUp(raw[min(e.bom, len(raw)):]); what != "" {
		return &notice.InputError{Name: name, What: what, Hint: hint}
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

// beginnings are those of texts that are no tables, in small letters and without
// blanks.
var beginnings = [...]struct{ text, what, hint string }{
	{"<!doctypehtml", "is an HTML page, not a table of answers", "export the answers as CSV, or save the page's table from a spreadsheet"},
	{"<html", "is an HTML page, not a table of answers", "export the answers as CSV, or save the page's table from a spreadsheet"},
	{"<table", "is an HTML page, not a table of answers", "export the answers as CSV, or save the page's table from a spreadsheet"},
	{"<?xml", "is XML, not a table of answers", "export the answers as CSV"},
	{`{"schema":"verbatim/`, "is JSON that verbatim wrote, not a table of answers", "give the survey export; verbatim merge takes tallies"},
	{`{"`, "is JSON, not a table of answers", "export the answers as CSV"},
	{"{}", "is JSON, not a table of answers", "export the answers as CSV"},
	{"[{", "is JSON, not a table of answers", "export the answers as CSV"},
	{`["`, "is JSON, not a table of answers", "export the answers as CSV"},
	{"[[", "is JSON, not a table of answers", "export the answers as CSV"},
	{"[]", "is JSON, not a table of answers", "export the answers as CSV"},
}

// markedUp returns what a text in markup or JSON is, and what to do instead; "" for any
// other text. NDJSON begins as JSON does.
func markedUp(raw string) (what, hint string) {
	top := strings.Map(func(r rune) rune {
		if value.Blank(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, raw[:min(len(raw), 200)])
	for _, b := range beginnings {
		if strings.HasPrefix(top, b.text) {
			return b.what, b.hint
		}
	}
	return "", ""
}
