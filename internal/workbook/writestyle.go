package workbook

import (
	"fmt"
	"slices"
)

// A style is how a cell looks. All cells with one stand at the top of their row, beside the first line of a long text.
type style struct {
	format string // of a number; "" is General
	bold   bool
	quoted bool // a text stays one when somebody edits the cell
	side   side
	wrap   bool
}

// A side is where the content of a cell stands, as an attribute.
type side string

const (
	anySide side = "" // texts on the left
	onLeft  side = ` horizontal="left"`
	onRight side = ` horizontal="right" indent="2"` // with room for the button of a filter
	beside  side = ` horizontal="left" indent="1"`  // on the left, apart from a number before it
)

// style is the number of a style. That of cells without one is 0.
func (b *bookWriter) style(s style) int {
	n, ok := b.numbers[s]
	if !ok {
		b.styles = append(b.styles, s)
		n = len(b.styles)
		b.numbers[s] = n
	}
	return n
}

// ownFormats is the first number of a format that a workbook spells out.
const ownFormats = 164

// stylesPart lists the styles that have been used. Two fonts, two fills (Excel takes the first two for its own), one
// border and one named style have to be there.
func stylesPart(styles []style) string {
	var formats []string
	for _, s := range styles {
		if s.format != "" && !slices.Contains(formats, s.format) {
			formats = append(formats, s.format)
		}
	}
	out := []byte(xmlHead + `<styleSheet xmlns="` + mainName + `">`)
	if len(formats) > 0 {
		out = fmt.Appendf(out, `<numFmts count="%d">`, len(formats))
		for i, code := range formats {
			out = append(escaped(fmt.Appendf(out, `<numFmt numFmtId="%d" formatCode="`, ownFormats+i), code), `"/>`...)
		}
		out = append(out, `</numFmts>`...)
	}
	out = append(out, `<fonts count="2"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>`+
		`<font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>`+
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>`+
		`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>`+
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>`...)
	out = fmt.Appendf(out, `<cellXfs count="%d"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`, 1+len(styles))
	for _, s := range styles {
		format := 0
		if s.format != "" {
			format = ownFormats + slices.Index(formats, s.format)
		}
		out = append(out, s.element(format)...)
	}
	return string(append(out, `</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`...))
}

// element is the style as the list has it, with the number of its format.
func (s style) element(format int) string {
	font, quoted, wrap := 0, "", ""
	if s.bold {
		font = 1
	}
	if s.quoted {
		quoted = ` quotePrefix="1"`
	}
	if s.wrap {
		wrap = ` wrapText="1"`
	}
	return fmt.Sprintf(`<xf numFmtId="%d" fontId="%d" fillId="0" borderId="0" xfId="0"%s applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"%s%s/></xf>`,
		format, font, quoted, s.side, wrap)
}
