package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// parts are the parts of a workbook by their names.
type parts map[string]string

const head = `<?xml version="1.0" encoding="UTF-8"?>`

// oneSheet are the parts of a workbook with one sheet, as few as there can be. The content is what stands inside of
// <worksheet>.
func oneSheet(content string) parts {
	return parts{
		"_rels/.rels":                head + `<Relationships xmlns="x"><Relationship Id="a" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		"xl/workbook.xml":            head + `<workbook xmlns="x" xmlns:r="y"><sheets><sheet name="Answers" sheetId="1" r:id="b"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": head + `<Relationships xmlns="x"><Relationship Id="b" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
		"xl/worksheets/sheet1.xml":   head + `<worksheet xmlns="x">` + content + `</worksheet>`,
	}
}

// with gives the parts with one more, or another content of one.
func (p parts) with(name, content string) parts {
	p = maps.Clone(p)
	p[name] = content
	return p
}

// packed makes the zip archive of the parts.
func (p parts) packed(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(p)) {
		method := zip.Store // ten times as fast, which counts in fuzzing
		if len(p[name]) > 1<<16 {
			method = zip.Deflate
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: method})
		if err == nil {
			_, err = w.Write([]byte(p[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// opened opens a workbook of bytes.
func opened(b []byte) (*Book, error) { return Open(bytes.NewReader(b), int64(len(b)), "a.xlsx") }

// written writes what is read of a sheet: each row as its number, its cells between bars, and what was found in it.
func written(t *testing.T, b *Book, sheet int) string {
	t.Helper()
	var out strings.Builder
	for row, err := range b.Rows(sheet) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%d|%s|", row.Number, strings.Join(row.Cells, "|"))
		for _, n := range []struct {
			count int
			what  string
		}{{row.Errors, "errors"}, {row.Unknown, "unknown"}, {row.Rounded, "rounded"}} {
			if n.count > 0 {
				fmt.Fprintf(&out, " %s %d", n.what, n.count)
			}
		}
		if row.Hidden {
			out.WriteString(" hidden")
		}
		out.WriteString("\n")
	}
	return out.String()
}

// styled are the styles of number formats, one style each from 0 on.
func styled(codes ...string) string {
	var formats, styles strings.Builder
	for i, code := range codes {
		fmt.Fprintf(&formats, `<numFmt numFmtId="%d" formatCode="%s"/>`, 200+i, escaped(nil, code))
		fmt.Fprintf(&styles, `<xf numFmtId="%d"/>`, 200+i)
	}
	return head + `<styleSheet xmlns="x"><numFmts>` + formats.String() + `</numFmts><cellXfs>` + styles.String() + `</cellXfs></styleSheet>`
}

// Workbooks are read as the programs write them that do it in their own way.
func TestRows(t *testing.T) {
	text := func(s string) string { return `<c t="inlineStr"><is><t>` + s + `</t></is></c>` }
	rows := func(s string) string { return `<sheetData>` + s + `</sheetData>` }
	shared := oneSheet(rows(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`))
	dates := `<row r="1"><c r="A1" s="0"><v>45322</v></c><c r="B1"><v>45322.5</v></c><c r="C1" s="1" t="d"><v>2024-01-31T09:30:00</v></c><c r="D1" s="0" t="d"><v>2024-01-31</v></c></row>`
	for _, c := range []struct {
		name  string
		parts parts
		want  string
	}{
		{"places left out, inline strings", oneSheet(rows(`<row>` + text("Id") + text("Why?") + `</row><row>` + text("1") + text("a &amp; b&#233;") + `</row>`)), "1|Id|Why?|\n2|1|a & bé|\n"},
		{"rows and cells left out", oneSheet(rows(`<row r="2"><c r="B2"><v>7</v></c></row><row r="3"/><row r="9"><c r="D9"><v>8</v></c></row>`)), "2||7|\n9||||8|\n"},
		{"cells in another order", oneSheet(rows(`<row r="1"><c r="C1"><v>3</v></c><c r="A1"><v>1</v></c></row>`)), "1|1||3|\n"},
		{"a prefix for every element", parts{
			"_rels/.rels":                `<p:Relationships xmlns:p="x"><p:Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/xl/workbook.xml" Id="R1"/></p:Relationships>`,
			"xl/workbook.xml":            `<x:workbook xmlns:x="x"><x:sheets><x:sheet name="S" sheetId="1" r:id="R2" xmlns:r="y"/></x:sheets></x:workbook>`,
			"xl/_rels/workbook.xml.rels": `<p:Relationships xmlns:p="x"><p:Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/Sheets/One.xml" Id="R2"/></p:Relationships>`,
			"xl/sheets/one.xml":          `<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>yes</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
		}, "1|yes|\n"},
		{"names with backslashes", parts{
			`xl\workbook.xml`:            oneSheet("")["xl/workbook.xml"],
			`xl\_rels\workbook.xml.rels`: strings.ReplaceAll(oneSheet("")["xl/_rels/workbook.xml.rels"], "worksheets/", `worksheets\`),
			`xl\worksheets\sheet1.xml`:   oneSheet(rows(`<row>` + text("yes") + `</row>`))["xl/worksheets/sheet1.xml"],
		}, "1|yes|\n"},
		{"no relations", parts{
			"xl/workbook.xml":          oneSheet("")["xl/workbook.xml"],
			"xl/worksheets/sheet1.xml": oneSheet(rows(`<row>` + text("yes") + `</row>`))["xl/worksheets/sheet1.xml"],
		}, "1|yes|\n"},
		{"rich text, and how it is read aloud", shared.with("xl/sharedStrings.xml", `<sst xmlns="x"><si><r><rPr><b/></rPr><t xml:space="preserve">two </t></r><r><t>words</t></r></si>`+
			`<si><t>図書館</t><rPh sb="0" eb="3"><t>トショカン</t></rPh><phoneticPr fontId="1"/></si></sst>`), "1|two words|図書館|\n"},
		{"blanks, line ends and escapes", shared.with("xl/sharedStrings.xml", `<sst xmlns="x"><si><t xml:space="preserve"> a`+"\r\n"+`b_x000D_c_x0041_</t></si><si><t><![CDATA[<&amp;>]]>_x005F_x0041_ _x00zz_</t></si></sst>`),
			"1| a\nb\ncA|<&amp;>_x0041_ _x00zz_|\n"},
		{"comments and instructions", oneSheet(`<!-- <row> --><?x <row> ?>` + rows(`<row><c><!-- > --><v>1<!-- 2 -->3</v></c></row>`)), "1|13|\n"},
		{"types", oneSheet(rows(`<row>` + `<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="n"><v>1.50</v></c><c t="str"><f>A1</f><v></v></c><c><v>x1</v></c>` + text("") + `</row>`)), "1|TRUE|FALSE||1.5||x1| errors 1\n"},
		{"formulas without a value", oneSheet(rows(`<row><c><v>1</v></c><c><f>A1</f><v></v></c><c><f>A1</f><v/></c><c t="n"><f>A1</f></c><c t="str"><f>A1</f><v/></c><c><v/></c></row>`)), "1|1| unknown 3\n"},
		{"formulas", oneSheet(rows(`<row><c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c t="str"><f>A1</f><v>two</v></c></row><row><c t="e"><f>NA()</f><v>#N/A</v></c></row>`)), "1|2||two| unknown 1\n2|| errors 1\n"},
		{"no styles", oneSheet(rows(`<row><c s="7"><v>45322.25</v></c></row>`)), "1|45322.25|\n"},
		{"dates", oneSheet(rows(dates)).with("xl/styles.xml", styled("dd.mm.yyyy", "General")), "1|31.01.2024|31.01.2024|2024-01-31 09:30:00|31.01.2024|\n"},
		{"dates from 1904", oneSheet(rows(dates)).with("xl/styles.xml", styled("yyyy-mm-dd", "yyyy-mm-dd")).with("xl/workbook.xml",
			strings.Replace(oneSheet("")["xl/workbook.xml"], "<sheets>", `<workbookPr date1904="1"/><sheets>`, 1)), "1|2028-02-01|2028-02-01|2024-01-31|2024-01-31|\n"},
		{"texts with a format", oneSheet(rows(`<row>`+`<c s="0" t="str"><v>a</v></c><c s="1" t="str"><v>b</v></c><c s="2" t="str"><v>c</v></c>`+`</row>`)).with("xl/styles.xml", styled("@", `0;0;0;"Q: "@`, ";;;")), "1|a|Q: b|\n"},
		{"extensions", oneSheet(`<mc:AlternateContent xmlns:mc="m"><sheetData><row><c><v>9</v></c></row></sheetData></mc:AlternateContent>` + rows(`<row><c><v>1</v><extLst><ext><x:v xmlns:x="z">5</x:v></ext></extLst></c></row>`) + `<extLst><ext><row><c><v>9</v></c></row></ext></extLst>`), "1|1|\n"},
		{"merged cells", oneSheet(rows(`<row>`+text("Id")+text("Which?")+`<c/><c/>`+text("Why?")+`</row>`) + `<mergeCells><mergeCell ref="B1:D1"/></mergeCells>`), "1|Id|Which?|||Why?|\n"},
		{"hidden rows", oneSheet(rows(`<row hidden="1"><c><v>1</v></c></row><row hidden="0"><c><v>2</v></c></row>`)), "1|1| hidden\n2|2|\n"},
		{"bytes that are no text", oneSheet(rows(`<row>` + text("a\xffb\x00c&#0;&#xD800;d") + `</row>`)), "1|a\ufffdbcd|\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b, err := opened(c.parts.packed(t))
			if err != nil {
				t.Fatal(err)
			}
			if got := written(t, b, 0); got != c.want {
				t.Errorf("got\n%swant\n%s", got, c.want)
			}
		})
	}
}

// The sheets of a workbook are known before their rows are read.
func TestSheets(t *testing.T) {
	table := `<dimension ref="A1:D200"/><cols><col min="2" max="2" hidden="1"/><col min="4" max="16384" hidden="true"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row></sheetData>`
	p := oneSheet(table)
	p["xl/workbook.xml"] = `<workbook xmlns="x" xmlns:r="y"><sheets><sheet name="Answers &amp; more" sheetId="1" r:id="b"/><sheet name="Chart" sheetId="2" r:id="c"/><sheet name="Notes" sheetId="3" state="veryHidden" r:id="d"/><sheet name="Gone" sheetId="4" r:id="e"/></sheets></workbook>`
	p["xl/_rels/workbook.xml.rels"] = `<Relationships><Relationship Id="b" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="c" Type="http://x/chartsheet" Target="worksheets/sheet1.xml"/>` +
		`<Relationship Id="d" Type="http://x/worksheet" Target="n.xml"/><Relationship Id="e" Type="http://x/worksheet" Target="http://example.org/sheet.xml" TargetMode="External"/></Relationships>`
	p["xl/n.xml"] = `<worksheet><dimension ref="A1"/><sheetData><row/><row r="5"><c t="str"><v>only a note</v></c></row></sheetData></worksheet>`
	b, err := opened(p.packed(t))
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	for _, s := range b.Sheets() {
		got += fmt.Sprintln(s.Name, s.Hidden, s.Table, s.Rows, s.Columns, s.HiddenColumns)
	}
	if want := "Answers & more false true 200 4 [B D]\nNotes true false 5 1 []\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// compound is the beginning of an old Office document whose directory has the name of a stream.
func compound(stream string) []byte {
	b := make([]byte, 2048)
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	b[30] = 9 // sectors of 512 bytes; the directory is the second
	b[48] = 1
	for i, c := range []byte(stream) {
		b[1024+2*i] = c
	}
	return b
}

// What is not read is refused with what it is and with what to do.
func TestRefused(t *testing.T) {
	sheet := func(content string) []byte { return oneSheet(content).packed(t) }
	good := sheet(`<sheetData><row><c><v>1</v></c></row></sheetData>`)
	damage := slices.Clone(good)
	copy(damage[bytes.Index(damage, []byte("xl/worksheets/sheet1.xml"))+30:], "\x00\x00\x00\x00")
	for _, c := range []struct {
		name string
		file []byte
		what string // is in the error
		hint string
	}{
		{"text", []byte("a,b\n1,2\n"), "no workbook", "CSV"},
		{"nothing", nil, "no workbook", "CSV"},
		{"a password", compound("EncryptedPackage"), "protected by a password", "without a password"},
		{"xls", compound("Workbook"), "old Excel workbook (xls)", "xlsx"},
		{"ods", parts{"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"}.packed(t), "OpenDocument", "xlsx"},
		{"xlsb", parts{"[Content_Types].xml": "", "xl/workbook.bin": ""}.packed(t), "xlsb", "xlsx"},
		{"docx", parts{"[Content_Types].xml": "", "word/document.xml": ""}.packed(t), "word processor", "export"},
		{"numbers", parts{"Index/Document.iwa": ""}.packed(t), "Numbers", "xlsx"},
		{"a zip of tables", parts{"a.csv": "a,b"}.packed(t), "without a workbook", "CSV"},
		{"cut off", good[:len(good)-100], "cut off", "save it again"},
		{"damaged", damage, "cannot be unpacked", "save it again"},
		{"no list of sheets", parts{"_rels/.rels": "<Relationships/>"}.packed(t), "list of its sheets", "save it again"},
		{"no sheet", oneSheet("").with("xl/workbook.xml", "<workbook><sheets/></workbook>").packed(t), "without a sheet", "CSV"},
		{"another root", oneSheet("").with("xl/worksheets/sheet1.xml", "<html></html>").packed(t), "<html>", "save it again"},
		{"an empty part", oneSheet("").with("xl/worksheets/sheet1.xml", "").packed(t), "empty", "save it again"},
		{"XML cut off", oneSheet("").with("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c><v>1</v></c></row>").packed(t), "cut off", "save it again"},
		{"XML that ends too often", oneSheet("").with("xl/styles.xml", "</styleSheet>").packed(t), "has not begun", "save it again"},
		{"entities", oneSheet("").with("xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>`).packed(t), "entities", "save it again"},
		{"a text that is not there", sheet(`<sheetData><row><c t="s"><v>3</v></c></row></sheetData>`), "A1 has a text that is not there", "save it again"},
		{"rows in disorder", sheet(`<sheetData><row r="1"><c t="str"><v>3</v></c></row><row r="1"/></sheetData>`), `row "1" stands behind row 1`, "save it again"},
		{"a place that is none", sheet(`<sheetData><row><c r="7"><v>3</v></c></row></sheetData>`), `the place "7"`, "save it again"},
		{"a million columns", sheet(`<sheetData><row><c r="BDWGN1"><v>3</v></c></row></sheetData>`), "16384 columns", "CSV"},
		{"a million columns declared", sheet(`<dimension ref="A1:BDWGN3"/>`), "declares more than 16384 columns (A1:BDWGN3)", "CSV"},
		{"a million columns with a width", sheet(`<cols><col min="1" max="1000000"/></cols>`), "declares more than 16384 columns (1 to 1000000)", "CSV"},
		{"too many rows declared", sheet(`<dimension ref="A1:B1048577"/>`), "declares more than 1048576 rows (A1:B1048577)", "CSV"},
		{"much white space", sheet(`<sheetData>` + strings.Repeat(" ", maxToken) + `</sheetData>`), "of blanks in one place", "CSV"},
		{"columns one by one", sheet(`<sheetData><row>` + strings.Repeat(`<c/>`, maxColumns+1) + `</row></sheetData>`), "16384 columns", "CSV"},
		{"too many rows", sheet(`<sheetData><row r="1048577"><c><v>3</v></c></row></sheetData>`), "1048576 rows", "CSV"},
		{"a long cell", sheet(`<sheetData><row><c t="str"><v>` + strings.Repeat("a", maxText+1) + `</v></c></row></sheetData>`), "32,767", "CSV"},
		{"a long tag", sheet(`<sheetData><row><c r="` + strings.Repeat("a", maxToken) + `"/></row></sheetData>`), "KiB", "CSV"},
		{"deep XML", sheet(strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100)), "in each other", "CSV"},
		{"a row of one long text", sharedBomb(1, maxColumns).packed(t), "row of more than 64 MiB", "CSV"},
		{"a sheet of one long text", sharedBomb(200, 1).packed(t), "as much text as it holds", "CSV"},
		{"many styles", oneSheet("").with("xl/styles.xml", `<styleSheet><cellXfs>`+strings.Repeat("<xf/>", maxStyles+1)+`</cellXfs></styleSheet>`).packed(t), "styles", "CSV"},
		{"a long list of sheets", oneSheet("").with("xl/workbook.xml", "<workbook>"+strings.Repeat(" ", maxSmall)+"</workbook>").packed(t), "holds more than 32 MiB in xl/workbook.xml", "CSV"},
		{"a long name", oneSheet("").with("xl/workbook.xml", `<workbook><sheets><sheet r:id="b" name="`+strings.Repeat("n", maxSheetName+1)+`"/></sheets></workbook>`).packed(t), "name has more than 1024 bytes", "CSV"},
		{"many number formats", oneSheet("").with("xl/styles.xml", manyFormats()).packed(t), "number formats", "CSV"},
		{"many sheets", manySheets(maxSheets+1, "").packed(t), "more than 1000 sheets", "CSV"},
		{"two sheets of one part", oneSheet("").with("xl/workbook.xml", `<workbook><sheets><sheet r:id="b"/><sheet r:id="b"/></sheets></workbook>`).packed(t), "one part", "save it again"},
		{"many parts", manyParts(t), "10000 parts", "CSV"},
		{"a bomb", sheet(`<sheetData>` + strings.Repeat("<x></x>", freeOfRatio/7+maxRatio) + `</sheetData>`), "packed more than 250 to 1", "CSV"},
	} {
		t.Run(c.name, func(t *testing.T) {
			err := readAll(c.file)
			got, ok := errors.AsType[*notice.InputError](err)
			if !ok {
				t.Fatalf("got %v", err)
			}
			if got.Name != "a.xlsx" || !strings.Contains(got.What, c.what) || !strings.Contains(got.Hint, c.hint) {
				t.Errorf("got %q, hint %q", err, got.Hint)
			}
		})
	}
}

// manyFormats are styles with more number formats than there may be.
func manyFormats() string {
	var b strings.Builder
	for i := range maxStyles + 1 {
		fmt.Fprintf(&b, `<numFmt numFmtId="%d" formatCode="0"/>`, i)
	}
	return `<styleSheet><numFmts>` + b.String() + `</numFmts></styleSheet>`
}

// manySheets is a workbook of sheets with the same content.
func manySheets(n int, content string) parts {
	p := oneSheet("")
	var list strings.Builder
	for i := range n {
		fmt.Fprintf(&list, `<sheet name="%d" sheetId="%d"/>`, i, i)
		p[fmt.Sprintf("xl/worksheets/sheet%d.xml", i)] = `<worksheet>` + content + `</worksheet>`
	}
	return p.with("xl/workbook.xml", `<workbook><sheets>`+list.String()+`</sheets></workbook>`)
}

// A sheet that holds a lot before its first rows has no table; the others are read. Many such sheets are refused.
func TestLook(t *testing.T) {
	p := manySheets(4, strings.Repeat("<x/>", 1<<16)+`<sheetData/>`)
	b, err := opened(p.with("xl/worksheets/sheet3.xml", `<worksheet><sheetData><row><c><v>1</v></c></row><row><c><v>2</v></c></row></sheetData></worksheet>`).packed(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := b.lookAtAll(1<<16, 1<<20); err != nil {
		t.Fatal(err)
	}
	for i, s := range b.Sheets() {
		if s.Table != (i == 3) {
			t.Errorf("got %+v", s)
		}
	}
	if err := b.lookAtAll(1<<16, 1<<17); err == nil || !strings.Contains(err.Error(), "no rows in the first") {
		t.Errorf("got %v", err)
	}
}

// sharedBomb is a workbook in which all cells have the same long text.
func sharedBomb(rows, columns int) parts {
	row := `<row>` + strings.Repeat(`<c t="s"><v>0</v></c>`, columns) + `</row>`
	return oneSheet(`<sheetData>`+strings.Repeat(row, rows)+`</sheetData>`).with("xl/sharedStrings.xml", `<sst><si><t>`+strings.Repeat("long ", maxText/5)+`</t></si></sst>`)
}

// A sheet in which every row has a cell in the last column is refused in time, though it is small.
func TestSpread(t *testing.T) {
	b, err := opened(oneSheet(`<sheetData><row><c r="XFD1"><v>1</v></c></row></sheetData>`).packed(t))
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.openSheet(&b.sheets[0], 0)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	s.spread = maxCells - maxColumns + 1
	if _, _, err := s.nextRow(); err == nil || !strings.Contains(err.Error(), "million cells") {
		t.Errorf("got %v", err)
	}
}

// Blank cells are bounded by those that are filled, once there are many.
func TestCheckSpread(t *testing.T) {
	for _, c := range []struct {
		filled, spread int
		refused        bool
	}{
		{1, maxColumns, false},
		{freeOfSpread / maxColumns, freeOfSpread, false},
		{freeOfSpread / maxColumns, freeOfSpread + maxColumns, true},
		{maxCells / maxSpread, maxCells, false},
		{maxCells, maxCells + 1, true},
	} {
		if err := checkSpread(c.filled, c.spread); (err != nil) != c.refused {
			t.Errorf("%d of %d: got %v", c.filled, c.spread, err)
		}
	}
}

// A sheet counts the cells of a row that are filled apart from those up to the last.
func TestFilled(t *testing.T) {
	b, err := opened(oneSheet(`<sheetData><row><c r="A1"><v>1</v></c><c r="B1"/><c r="D1" t="str"><v>a</v></c></row></sheetData>`).packed(t))
	if err != nil {
		t.Fatal(err)
	}
	s, err := b.openSheet(&b.sheets[0], 0)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, _, err := s.nextRow(); err != nil || s.filled != 2 || s.spread != 4 {
		t.Errorf("got %d of %d, %v", s.filled, s.spread, err)
	}
}

// A number format that Excel would not take costs nothing.
func TestLongFormat(t *testing.T) {
	b, err := opened(oneSheet(`<sheetData><row><c s="0"><v>1.5</v></c></row></sheetData>`).with("xl/styles.xml", styled(strings.Repeat("#", maxCode+1))).packed(t))
	if err != nil {
		t.Fatal(err)
	}
	if got := written(t, b, 0); got != "1|1.5|\n" {
		t.Errorf("got %s", got)
	}
}

// manyParts is a workbook with too many parts.
func manyParts(t *testing.T) []byte {
	p := oneSheet("")
	for i := range maxEntries {
		p[fmt.Sprint(i)] = ""
	}
	return p.packed(t)
}

// readAll reads a workbook whole and gives the error that ends it.
func readAll(file []byte) error {
	b, err := opened(file)
	if err != nil {
		return err
	}
	for i := range b.Sheets() {
		for _, err := range b.Rows(i) {
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// A part that unpacks to more than it declares is refused by what comes.
func TestDeclaredSize(t *testing.T) {
	file := oneSheet(`<sheetData>` + strings.Repeat("<row/>", 1<<16) + `</sheetData>`).packed(t)
	at := bytes.LastIndex(file, []byte("xl/worksheets/sheet1.xml")) - 46 // its entry in the directory
	copy(file[at+24:], "\x0a\x00\x00\x00")
	if err := readAll(file); err == nil || !strings.Contains(err.Error(), "cannot be unpacked") {
		t.Errorf("got %v", err)
	}
}

// A part that declares to be larger than it may be is refused before anything is unpacked.
func TestDeclaredBomb(t *testing.T) {
	file := oneSheet("").with("xl/sharedStrings.xml", "<sst/>").packed(t)
	at := bytes.LastIndex(file, []byte("xl/sharedStrings.xml")) - 46
	copy(file[at+24:], "\x01\x00\x00\x40") // a byte more than a GiB
	if err := readAll(file); err == nil || !strings.Contains(err.Error(), "holds more than 1024 MiB") {
		t.Errorf("got %v", err)
	}
}

// The archives of office programs are told from archives of files.
func TestIsDocument(t *testing.T) {
	for name, want := range map[string]bool{"[Content_Types].xml": true, "mimetype": true, "answers.csv": false} {
		b := parts{name: ""}.packed(t)
		z, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
		if err != nil {
			t.Fatal(err)
		}
		if got := IsDocument(z); got != want {
			t.Errorf("%s: got %v", name, got)
		}
	}
}
