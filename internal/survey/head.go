package survey

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/rows"
	"verbatim/internal/value"
)

// A head is what the beginning of one file shows: its header rows, its columns, and
// its platform.
type head struct {
	dialect  Dialect
	platform *platform
	columns  []column
	sample   rows.Sample
	skip     int // records before the first respondent: header rows, empty lines, "sep=;"
	footer   int // the line from which there are totals and remarks, and no respondents; 0: none
	warnings []notice.Warning
}

// readHead detects the header of one file.
func readHead(in Input, opt Options) (*head, error) {
	sample, err := rows.Detect(in, rows.Options{Encoding: opt.Encoding, Delimiter: opt.Delimiter, Repair: opt.RepairEncoding})
	if err != nil {
		return nil, err
	}
	t := sample.Table
	h := &head{sample: sample}
	h.dialect = Dialect{Encoding: t.Encoding, Next: t.Next, BOM: t.BOM, Delimiter: Delimiter(t.Delimiter), Evidence: t.Evidence}
	width, why := t.Width, ""
	if opt.HeaderRows > 0 || opt.NoHeader {
		width = 0 // then nothing that has words is called a title
	}
	if h.skip, why = above(sample, opt.known(), width); why != "" {
		h.dialect.Evidence = append(h.dialect.Evidence, why)
	}
	h.warnings = t.Warnings
	answered, err := h.readTable(opt)
	if err != nil {
		return nil, err
	}
	if answered {
		h.warnings = append(h.warnings, notice.Warning{Code: notice.HeaderAnswers, File: t.Name,
			Message: "the header row looks like an answer, and is not counted as one", Hint: "--header-rows 0 counts it"})
	}
	if h.dialect.HeaderRows == 0 && !opt.NoHeader {
		h.warnings = append(h.warnings, notice.Warning{Code: notice.HeaderAnswers, File: t.Name,
			Message: "there is no header row: the first row is an answer like those below, and is counted", Hint: "--header-rows 1 takes it for the header"})
	}
	h.warnings = append(h.warnings, sample.Troubles(h.skip)...)
	line, told := sample.Footer(h.skip, len(h.columns))
	h.footer, h.warnings = line, append(h.warnings, told...)
	return h, nil
}

// readTable reads the header rows: their number, the platform, the columns. It
// reports whether the header, if the user did not ask for one, looks like a
// respondent.
func (h *head) readTable(opt Options) (answered bool, err error) {
	d, k := &h.dialect, opt.known()
	h.sample.SetHeader(h.skip + 1)
	lines, ends := h.sample.First(h.skip, headerSample)
	if len(lines) == 0 {
		return false, &notice.InputError{Name: h.sample.Table.Name, What: "is empty", Hint: "an export has at least a header row"}
	}
	roles, why, answered := k.headerOf(lines, opt.HeaderRows)
	lacking := opt.NoHeader || answered && k.comesAgain(lines)
	if h.sample.Table.List && opt.HeaderRows == 0 && k.isItem(lines) {
		lacking, why = true, []string{"row 1 is an answer on a line, as those below are"}
	}
	if lacking {
		lines, ends = slices.Insert(lines, 0, rows.Headless(lines)), slices.Insert(ends, 0, h.skip)
		roles, answered = []role{roleQuestion}, false
	}
	said := newHeadings(lines, len(roles))
	var who string
	h.platform, who = k.detect(said, opt.Platform)
	d.Platform = h.platform.name
	d.HeaderRows = len(roles)
	if lacking {
		d.HeaderRows = 0
	}
	if opt.NoHeader {
		why = []string{"no header row, as asked for"}
	}
	d.Evidence = append(append(d.Evidence, why...), who)
	h.skip = ends[len(roles)-1]
	h.sample.SetHeader(h.skip)
	for _, row := range said.rows {
		d.Columns = max(d.Columns, len(row))
	}
	if n := rows.Unnamed(said.first, d.Columns); n > 0 {
		d.Columns += n
		d.Evidence = append(d.Evidence, fmt.Sprintf("columns without a name: %d, since rows go on past the header", n))
		h.warnings = append(h.warnings, notice.Warning{Code: notice.SurplusCells, File: h.sample.Table.Name,
			Message: fmt.Sprintf("rows have %d cells where the header has %d: the last columns have no name", d.Columns, d.Columns-n)})
	}
	h.columns = newColumns(said.rows, roles, d.Columns, k, h.platform)
	return answered, nil
}

// sameShape refuses a file whose columns differ from those of the first file, even
// if only one question is worded differently. Delimiter, encoding, blanks and
// punctuation may differ: they depend on how a file was saved, not on what it asks.
func (h *head) sameShape(first *head) error {
	name, firstName := h.sample.Table.Name, first.sample.Table.Name
	hint := "count files of different surveys apart"
	if len(h.columns) != len(first.columns) {
		what := fmt.Sprintf("has %d columns where %s has %d", len(h.columns), firstName, len(first.columns))
		return &notice.InputError{Name: name, What: what, Hint: hint}
	}
	// "C++" and "C#" are two options.
	sharp := strings.NewReplacer("+", "plus", "#", "sharp")
	for i, c := range h.columns {
		if value.Key(sharp.Replace(c.fullText())) != value.Key(sharp.Replace(first.columns[i].fullText())) {
			what := fmt.Sprintf("asks %q in column %d where %s asks %q", c.fullText(), c.number, firstName, first.columns[i].fullText())
			return &notice.InputError{Name: name, What: what, Hint: hint}
		}
	}
	return nil
}

// newColumns makes the columns of the header rows.
func newColumns(lines [][]string, roles []role, width int, k catalogue, p *platform) []column {
	columns := nameColumns(lines, roles, width, k)
	followOn(columns)
	if p.habits["code before text"] {
		splitCodes(columns)
	}
	for i := range columns {
		columns[i].detach()
	}
	markMeta(columns, k, p)
	return columns
}
