package workbook

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A Page is one sheet to be written.
type Page struct {
	Name   string   // what a sheet may not be called is replaced
	Header []string // bold, and stays in view; nil is none
	Rows   iter.Seq[[]Value]
	Widths []int // of columns in characters; where there is none, it fits the header and the first rows
}

// A Value is what a cell to be written holds. The zero value is a blank cell. None is ever a formula.
type Value struct {
	text     string
	number   float64
	isNumber bool
	format   string
}

// Text is a cell with a text, also where it looks like a number or a formula.
func Text(text string) Value { return Value{text: text} }

// Number is a cell with a number. format is a number format such as 0.0% or 0.000; "" is General. What is infinite or
// no number is a blank cell.
func Number(v float64, format string) Value {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Value{}
	}
	return Value{number: v, isNumber: true, format: format}
}

// ErrTooLarge says that a page has more rows or columns than a sheet can.
var ErrTooLarge = errors.New("a sheet has at most 1,048,576 rows and 16,384 columns")

// maxWritten is how many characters a cell of Excel holds, counted as UTF-16.
const maxWritten = 32_767

// Write writes a workbook of one page or more, the same bytes every time. It has no formula, no date and no name of a person or a program.
// Texts that are longer than a cell can hold are cut; their number is given.
func Write(w io.Writer, pages []Page) (cut int, err error) {
	b := &bookWriter{zip: zip.NewWriter(w), formats: map[string]int{}}
	names := sheetNames(pages)
	b.add("[Content_Types].xml", contentTypes(len(pages)))
	b.add("_rels/.rels", relationships([]string{"officeDocument xl/workbook.xml"}))
	b.add("xl/workbook.xml", workbookPart(names))
	related := []string{"styles styles.xml"}
	for i := range pages {
		related = append(related, fmt.Sprintf("worksheet worksheets/sheet%d.xml", i+1))
	}
	b.add("xl/_rels/workbook.xml.rels", relationships(related))
	for i, page := range pages {
		if b.err == nil {
			b.err = b.addSheet(i, page)
		}
	}
	b.add("xl/styles.xml", b.stylesPart())
	return b.cut, errors.Join(b.err, b.zip.Close())
}

// A bookWriter writes the parts of a workbook: the least that Excel opens without a repair, and nothing that would differ
// from run to run. Number formats are known only when all pages are written, so the styles come last.
//
//	[Content_Types].xml         what each part is
//	_rels/.rels                 where the workbook is
//	xl/workbook.xml             the names of the sheets
//	xl/_rels/workbook.xml.rels  where the sheets and the styles are
//	xl/worksheets/sheet1.xml …  the cells
//	xl/styles.xml               number formats, and the bold header
type bookWriter struct {
	zip     *zip.Writer
	codes   []string       // number formats in the order of their first use
	formats map[string]int // their styles
	cut     int
	err     error // the first
}

// add adds a part. Its date is left out, so that the bytes are the same every time.
func (b *bookWriter) add(name, content string) {
	if b.err != nil {
		return
	}
	var part io.Writer
	if part, b.err = b.zip.Create(name); b.err == nil {
		_, b.err = io.WriteString(part, content)
	}
}

// What stands at the head of every part, and the names of the parts' vocabularies.
const (
	xmlHead  = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainName = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relName  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packName = "http://schemas.openxmlformats.org/package/2006/"
	typeName = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// contentTypes says what the parts are.
func contentTypes(sheets int) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Types xmlns="` + packName + `content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + typeName + `sheet.main+xml"/>` +
		`<Override PartName="/xl/styles.xml" ContentType="` + typeName + `styles+xml"/>`)
	for i := range sheets {
		fmt.Fprintf(&b, `<Override PartName="/xl/worksheets/sheet%d.xml" ContentType="%sworksheet+xml"/>`, i+1, typeName)
	}
	return b.String() + `</Types>`
}

// relationships leads from a part to others, each given as its kind and its path. The first is rId0.
func relationships(to []string) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<Relationships xmlns="` + packName + `relationships">`)
	for i, t := range to {
		kind, target, _ := strings.Cut(t, " ")
		fmt.Fprintf(&b, `<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>`, i, relName, kind, target)
	}
	return b.String() + `</Relationships>`
}

// workbookPart lists the sheets.
func workbookPart(names []string) string {
	b := []byte(xmlHead + `<workbook xmlns="` + mainName + `" xmlns:r="` + relName + `"><bookViews><workbookView/></bookViews><sheets>`)
	for i, name := range names {
		b = append(escaped(append(b, `<sheet name="`...), name), `" sheetId="`...)
		b = append(strconv.AppendInt(b, int64(i+1), 10), `" r:id="rId`...)
		b = append(strconv.AppendInt(b, int64(i+1), 10), `"/>`...)
	}
	return string(append(b, `</sheets></workbook>`...))
}

// Styles of cells by their number. Those of numbers follow.
const (
	plainStyle  = 0
	headerStyle = 1
	quotedStyle = 2 // a text stays one when somebody edits the cell
	firstFormat = 3
)

// style is the number of the style of a number format.
func (b *bookWriter) style(format string) int {
	if format == "" {
		return plainStyle
	}
	n, ok := b.formats[format]
	if !ok {
		n = firstFormat + len(b.codes)
		b.formats[format] = n
		b.codes = append(b.codes, format)
	}
	return n
}

// ownFormats is the first number of a format that a workbook spells out.
const ownFormats = 164

// stylesPart lists the styles that have been used. Two fonts, two fills (Excel takes the first two for its own), one
// border and one named style have to be there.
func (b *bookWriter) stylesPart() string {
	out := []byte(xmlHead + `<styleSheet xmlns="` + mainName + `">`)
	if len(b.codes) > 0 {
		out = fmt.Appendf(out, `<numFmts count="%d">`, len(b.codes))
		for i, code := range b.codes {
			out = append(escaped(fmt.Appendf(out, `<numFmt numFmtId="%d" formatCode="`, ownFormats+i), code), `"/>`...)
		}
		out = append(out, `</numFmts>`...)
	}
	out = append(out, `<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>`+
		`<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>`+
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`+
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>`+
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`...)
	out = fmt.Appendf(out, `<cellXfs count="%d"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`+
		`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>`+
		`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/>`, firstFormat+len(b.codes))
	for i := range b.codes {
		out = fmt.Appendf(out, `<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`, ownFormats+i)
	}
	return string(append(out, `</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`...))
}

// maxName is how many characters the name of a sheet has at most, counted as UTF-16.
const maxName = 31

// A sheet with a name that Excel does not take is "repaired" when the workbook is opened, with a warning that worries
// people.

// sheetNames are the names of the pages as a spreadsheet takes them: short, without signs that mean something in a
// formula, and no two the same.
func sheetNames(pages []Page) []string {
	names, seen := make([]string, 0, len(pages)), map[string]bool{"history": true} // Excel keeps that name to itself
	for _, page := range pages {
		base := strings.Trim(strings.Map(nameRune, strings.ToValidUTF8(page.Name, "")), " '")
		if base == "" {
			base = "Sheet"
		}
		name := shortened(base, maxName)
		for n := 2; seen[strings.ToLower(name)]; n++ {
			number := " " + strconv.Itoa(n)
			name = strings.TrimRight(shortened(base, maxName-len(number)), " '") + number
		}
		seen[strings.ToLower(name)] = true
		names = append(names, name)
	}
	return names
}

// nameRune is a character as the name of a sheet may have it.
func nameRune(r rune) rune {
	if strings.ContainsRune(`[]:*?/\`, r) || !allowed(r) || r < ' ' {
		return ' '
	}
	return r
}

// shortened is a text of at most so many characters, counted as UTF-16.
func shortened(text string, most int) string {
	if len(text) <= most {
		return text
	}
	n := 0
	for i, r := range text {
		if n += utf16.RuneLen(r); n > most {
			return text[:i]
		}
	}
	return text
}
