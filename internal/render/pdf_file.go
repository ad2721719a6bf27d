package render

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"
)

// A PDF file is a list of numbered objects, and a table of the bytes at which they begin (ISO 32000-1,
// 7.5). The program's files have the objects of the constants in pdf.go, then one for each letter that
// is used more than once, then an empty font for each 256 characters, with the list of these.

// pdfObjects is a file while objects are added to it, in the order of their numbers.
type pdfObjects struct {
	b  bytes.Buffer
	at []int // where each object begins
}

// add appends an object.
func (o *pdfObjects) add(format string, args ...any) {
	o.at = append(o.at, o.b.Len())
	fmt.Fprintf(&o.b, "%d 0 obj\n", len(o.at))
	fmt.Fprintf(&o.b, format, args...)
	o.b.WriteString("\nendobj\n")
}

// stream appends an object with content, which is compressed. entries are those of its dictionary.
func (o *pdfObjects) stream(entries, content string) {
	var packed bytes.Buffer
	z, _ := zlib.NewWriterLevel(&packed, zlib.BestCompression) // a level that there is
	_, _ = z.Write([]byte(content))                            // a Buffer never fails
	_ = z.Close()
	o.add("<<%s /Filter /FlateDecode /Length %d>>\nstream\n%s\nendstream", entries, packed.Len(), packed.Bytes())
}

// finish is the whole file.
func (p *pdf) finish(picture *Picture) []byte {
	title, _, _ := strings.Cut(picture.Alt, "\n")
	b, scale := picture.bounds(), pointsPerPx(picture)
	w, h := fixed(scale*float64(b.Dx())), fixed(scale*float64(b.Dy()))
	var resources, fonts strings.Builder
	for i := range p.shapes {
		fmt.Fprintf(&resources, " /G%d %d 0 R", i, pdfFirst+i)
	}
	font := pdfFirst + len(p.shapes)
	for i := range slices.Collect(slices.Chunk(p.runes, 256)) {
		fmt.Fprintf(&fonts, " /T%d %d 0 R", i, font+2*i)
	}
	o := &pdfObjects{}
	o.b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n") // bytes above 127 say that the file is not text
	language := ""
	if picture.Language != "" {
		language = " /Lang " + pdfText(picture.Language)
	}
	o.add("<</Type /Catalog%s /Pages %d 0 R /StructTreeRoot %d 0 R /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>>>>", language, pdfPages, pdfStructure)
	o.add("<</Type /Pages /Kids [%d 0 R] /Count 1>>", pdfPage)
	o.add("<</Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R /StructParents 0 /Tabs /S /Resources <</XObject <<%s>> /Font <<%s>>>>>>",
		pdfPages, w, h, pdfContent, resources.String(), fonts.String())
	o.stream("", p.content.String())
	o.add("<</Title %s /Producer (verbatim)>>", pdfText(title))
	o.add("<</Type /StructTreeRoot /K %d 0 R /ParentTree <</Nums [0 [%d 0 R]]>>>>", pdfFigure, pdfFigure)
	o.add("<</Type /StructElem /S /Figure /P %d 0 R /Pg %d 0 R /K 0 /Alt %s /A <</O /Layout /Placement /Block /BBox [0 0 %s %s]>>>>",
		pdfStructure, pdfPage, pdfText(picture.Alt), w, h)
	o.stream("", fmt.Sprintf("%g 0 0 0 %g 1000 d1", 1000*pdfWidth, 1000*pdfWidth))
	for _, shape := range p.shapes {
		o.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [%d %d %d %d]", -glyphReach, -glyphReach, glyphReach, glyphReach), shape)
	}
	for runes := range slices.Chunk(p.runes, 256) {
		p.font(o, runes)
	}
	start := o.b.Len()
	fmt.Fprintf(&o.b, "xref\n0 %d\n0000000000 65535 f \n", len(o.at)+1)
	for _, at := range o.at {
		fmt.Fprintf(&o.b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&o.b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(o.at)+1, pdfCatalog, pdfInfo, start)
	return o.b.Bytes()
}

// glyphReach is farther from its origin than any glyph reaches, in 1/2048 em: 16 em.
const glyphReach = 16 * unitsPerEm

// font adds an empty font for some characters, whose codes count from 0, and the list by which programs
// know what the codes stand for.
func (p *pdf) font(o *pdfObjects, runes []rune) {
	last := len(runes) - 1
	widths := strings.Repeat(fmt.Sprintf("%g ", 1000*pdfWidth), len(runes))
	o.add("<</Type /Font /Subtype /Type3 /FontBBox [0 0 %g 1000] /FontMatrix [.001 0 0 .001 0 0] /CharProcs <</e %d 0 R>> /Resources <<>> "+
		"/Encoding <</Type /Encoding /Differences [0%s]>> /FirstChar 0 /LastChar %d /Widths [%s] /ToUnicode %d 0 R>>",
		1000*pdfWidth, pdfBlank, strings.Repeat(" /e", len(runes)), last, widths, len(o.at)+2)
	var list strings.Builder
	list.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CMapName /Text def\n/CMapType 2 def\n1 begincodespacerange <00> <FF> endcodespacerange\n")
	code := 0
	for part := range slices.Chunk(runes, 100) { // as many as a block may have
		fmt.Fprintf(&list, "%d beginbfchar\n", len(part))
		for _, r := range part {
			fmt.Fprintf(&list, "<%02X> <%s>\n", code, utf16Digits(string(r)))
			code++
		}
		list.WriteString("endbfchar\n")
	}
	list.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
	o.stream("", list.String())
}

// pdfText is a text as a PDF string: readable where it is ASCII, else in UTF-16. No text ends the string.
func pdfText(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if strings.ContainsFunc(text, func(r rune) bool { return r > '~' || r < ' ' && r != '\n' }) {
		return "<FEFF" + utf16Digits(text) + ">"
	}
	return "(" + strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`, "\n", `\n`).Replace(text) + ")"
}

// utf16Digits is a text in UTF-16, big endian, as hexadecimal digits.
func utf16Digits(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune(text)) {
		fmt.Fprintf(&b, "%04X", unit)
	}
	return b.String()
}
