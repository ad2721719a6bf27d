package workbook

import (
	"os"
	"testing"
)

// No workbook makes the reader panic, hang or give what is no row.
func FuzzOpen(f *testing.F) {
	for _, name := range []string{"survey-openpyxl", "grid-openpyxl", "survey-openxlsx"} {
		content, err := os.ReadFile("testdata/" + name + ".xlsx")
		if err != nil {
			f.Fatal(err)
		}
		f.Add(content)
	}
	f.Add(compound("EncryptedPackage"))
	f.Fuzz(func(t *testing.T, file []byte) { checkRows(t, file) })
}

// The parts are fuzzed unpacked as well: few changes to a zip archive leave it one.
func FuzzParts(f *testing.F) {
	f.Add(`<sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c t="inlineStr"><is><r><t>a&amp;b</t></r></is></c></row><row hidden="1"><c t="e"><f>A1</f><v>#N/A</v></c></row></sheetData>`,
		`<sst><si><t>one_x000D_</t><rPh><t>x</t></rPh></si><si><![CDATA[two]]></si></sst>`, "dd.mm.yyyy hh:mm;[Red]-0.0%;@", 45322.75)
	f.Add(`<dimension ref="A1:C3"/><cols><col min="2" max="3" hidden="1"/></cols><sheetData><row><c t="d"><v>2024-01-31</v></c><c t="b"><v>1</v></c><c><v>1e300</v></c></row></sheetData>`, `<sst/>`, `# ??/??;[>=1]#,##0.0,,"m"`, -1.5)
	f.Add(`<sheetData/>`, ``, `[h]:mm:ss.00;##0.0E+0;_(* "-"??_)\x`, 1e15)
	f.Fuzz(func(t *testing.T, sheet, texts, format string, v float64) {
		checkRows(t, oneSheet(sheet).with("xl/sharedStrings.xml", texts).with("xl/styles.xml", styled("General", format)).packed(t))
		own := parseFormat(format)
		if got := own.show(nil, v, epoch1904); len(got) > 1000+10*len(format) {
			t.Errorf("%q shows %g as %d bytes", format, v, len(got))
		}
	})
}

// checkRows reads a workbook whole. Rows come in order, and their widths are those of a sheet.
func checkRows(t *testing.T, file []byte) {
	b, err := opened(file)
	if err != nil {
		return
	}
	for i := range b.Sheets() {
		last := 0
		for row, err := range b.Rows(i) {
			if err != nil {
				break
			}
			if row.Number <= last || row.Number > maxRows || len(row.Cells) > maxColumns {
				t.Fatalf("row %d of %d cells after row %d", row.Number, len(row.Cells), last)
			}
			last = row.Number
		}
	}
}
