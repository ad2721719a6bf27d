package workbook

import (
	"archive/zip"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
)

// A Page is one sheet to be written. Its columns are as wide as the header and the first rows need; what is wider is
// wrapped. It is printed in landscape, as wide as one page, with the header on each.
type Page struct {
	Name   string   // what a sheet may not be called is replaced
	Header []string // bold, and stays in view; nil is none
	Filter bool     // the header has buttons that sort and filter
	Rows   iter.Seq[[]Value]
}

// A Value is what a cell to be written holds. The zero value is a blank cell. None is ever a formula.
type Value struct {
	kind   valueKind
	text   string
	number float64 // 0 or 1 of a truth value
	format string
}

// A valueKind says which fields of a value count.
type valueKind uint8

const (
	blankValue valueKind = iota
	textValue
	headingValue // a text in bold type
	numberValue
	truthValue
)

// Text is a cell with a text, also where it looks like a number or a formula.
func Text(text string) Value { return worded(textValue, text) }

// Heading is a cell with a text in bold type.
func Heading(text string) Value { return worded(headingValue, text) }

// worded is a cell with a text; "" is a blank one.
func worded(kind valueKind, text string) Value {
	if text == "" {
		return Value{}
	}
	return Value{kind: kind, text: text}
}

// Number is a cell with a number. format is a number format such as 0.0% or 0.000; "" is General. What is infinite or
// no number is a blank cell.
func Number(v float64, format string) Value {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return Value{}
	}
	return Value{kind: numberValue, number: v, format: format}
}

// Truth is a cell with TRUE or FALSE.
func Truth(v bool) Value {
	value := Value{kind: truthValue}
	if v {
		value.number = 1
	}
	return value
}

// IsBlank reports whether a cell holds nothing.
func (v Value) IsBlank() bool { return v.kind == blankValue }

// IsCut reports whether a text is longer than a cell can hold. It is written with an ellipsis for its end.
func (v Value) IsCut() bool { return len(shortened(v.text, maxWritten)) < len(v.text) }

// written is the text as the cell has it.
func (v Value) written() string {
	if v.IsCut() {
		return shortened(v.text, maxWritten-1) + "…"
	}
	return v.text
}

// ErrTooLarge says that a page has more rows or columns than a sheet can.
var ErrTooLarge = errors.New("a sheet has at most 1,048,576 rows and 16,384 columns")

// maxWritten is how many characters a cell of Excel holds, counted as UTF-16.
const maxWritten = 32_767

// Write writes a workbook of one page or more, the same bytes every time. It has no formula, no date and no name of a person or a program.
func Write(w io.Writer, pages []Page) error {
	b := &bookWriter{zip: zip.NewWriter(w), numbers: map[style]int{}}
	b.add("[Content_Types].xml", contentTypes(len(pages)))
	b.add("_rels/.rels", relationships([]string{"officeDocument xl/workbook.xml"}))
	related := []string{"styles styles.xml"}
	for i := range pages {
		related = append(related, fmt.Sprintf("worksheet worksheets/sheet%d.xml", i+1))
	}
	b.add("xl/_rels/workbook.xml.rels", relationships(related))
	sizes := make([]string, len(pages))
	for i, page := range pages {
		if b.err == nil {
			sizes[i], b.err = b.addSheet(i, page)
		}
	}
	b.add("xl/workbook.xml", workbookPart(pages, sizes))
	b.add("xl/styles.xml", stylesPart(b.styles))
	return errors.Join(b.err, b.zip.Close())
}

// A bookWriter writes the parts of a workbook: the least that Excel opens without a repair, and nothing that would differ
// from run to run. Styles and the sizes of sheets are known only when all pages are written, so their parts come last.
//
//	[Content_Types].xml         what each part is
//	_rels/.rels                 where the workbook is
//	xl/_rels/workbook.xml.rels  where the sheets and the styles are
//	xl/worksheets/sheet1.xml …  the cells
//	xl/workbook.xml             the names of the sheets, and which rows are headers
//	xl/styles.xml               number formats, type and alignment (writestyle.go)
type bookWriter struct {
	zip     *zip.Writer
	styles  []style // in the order of their first use
	numbers map[style]int
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

// workbookPart lists the sheets, and by the names that Excel has for it, the rows that are filtered and those that are
// printed on each page. sizes are the ranges of cells that the sheets have.
func workbookPart(pages []Page, sizes []string) string {
	b := []byte(xmlHead + `<workbook xmlns="` + mainName + `" xmlns:r="` + relName + `"><bookViews><workbookView/></bookViews><sheets>`)
	var filters, titles []byte
	for i, name := range sheetNames(pages) {
		b = escaped(append(b, `<sheet name="`...), name)
		b = fmt.Appendf(b, `" sheetId="%d" r:id="rId%d"/>`, i+1, i+1)
		quoted := escaped(nil, "'"+strings.ReplaceAll(name, "'", "''")+"'")
		if pages[i].Header != nil {
			titles = fmt.Appendf(titles, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s!$1:$1</definedName>`, i, quoted)
		}
		if pages[i].Filter {
			filters = fmt.Appendf(filters, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">%s!%s</definedName>`, i, quoted, sizes[i])
		}
	}
	b = append(b, `</sheets>`...)
	if len(titles) > 0 {
		b = slices.Concat(b, []byte(`<definedNames>`), filters, titles, []byte(`</definedNames>`))
	}
	return string(append(b, `</workbook>`...))
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
