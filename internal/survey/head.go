package survey

import (
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/personal"
	"verbatim/internal/rows"
	"verbatim/internal/survey/platforms"
	"verbatim/internal/value"
)

// A head is what the beginning of one file shows: its header rows, its columns, and its platform.
type head struct {
	dialect  Dialect
	platform *platforms.Platform
	columns  []column
	sample   rows.Sample
	skip     int  // records before the first respondent: header rows, empty lines, "sep=;"
	doubted  bool // the header row may be an answer
	footer   int  // the line from which there are totals and remarks, and no respondents; 0: none
	warnings []notice.Warning
}

// readHead detects the header of one file.
func readHead(in Input, opt Options) (*head, error) {
	sample, err := rows.Detect(in, rows.Options{Encoding: opt.Encoding, Delimiter: opt.Delimiter, Repair: opt.RepairEncoding, Sheet: opt.Sheet, HeaderGiven: opt.HeaderRows > 0 || opt.NoHeader})
	if err != nil {
		return nil, err
	}
	t := sample.Table
	h := &head{sample: sample}
	h.dialect = Dialect{Encoding: t.Encoding, Next: t.Next, BOM: t.BOM, Container: t.Container, Delimiter: Delimiter(t.Delimiter), Evidence: t.Evidence}
	width, why := t.Width, ""
	if opt.HeaderRows > 0 || opt.NoHeader || t.Header > 0 {
		width = 0 // then nothing that has words is called a title
	}
	var doubt []notice.Warning
	if h.skip, why, doubt = sample.Above(opt.known().titles(), width); why != "" {
		h.dialect.Evidence = append(h.dialect.Evidence, why)
	}
	h.warnings = append(t.Warnings, doubt...)
	if err := h.readTable(opt); err != nil {
		return nil, err
	}
	h.warnings = append(h.warnings, sample.Troubles(h.skip)...)
	if t.Header == 0 { // what has a header of its own has nobody's remarks below
		line, told := sample.Footer(h.skip, len(h.columns))
		h.footer, h.warnings = line, append(h.warnings, told...)
	}
	return h, nil
}

// readTable reads the header rows: their number, the platform, the columns.
func (h *head) readTable(opt Options) error {
	d, k := &h.dialect, opt.known()
	h.sample.SetHeader(h.skip + 1)
	lines, ends := h.sample.First(h.skip, headerSample)
	if len(lines) == 0 {
		return &notice.InputError{Name: h.sample.Table.Name, What: "is empty", Hint: "an export has at least a header row"}
	}
	if !opt.NoHeader && h.sample.Table.Header == 0 && h.sample.NamesRows(h.skip, k.titles()) {
		lines[0] = slices.Insert(lines[0], 0, "")
		d.Evidence = append(d.Evidence, "the first column has the names of rows, without a header, as R writes them")
	}
	roles, why, doubtful := h.headerOf(lines, opt)
	lacking := opt.NoHeader || doubtful == 1 && k.comesAgain(lines)
	if h.sample.Table.List && opt.HeaderRows == 0 && k.isItem(lines) {
		lacking, why = true, []string{"row 1 is an answer on a line, as those below are"}
	}
	if lacking {
		lines, ends = slices.Insert(lines, 0, rows.Headless(lines)), slices.Insert(ends, 0, h.skip)
		roles, doubtful = []role{roleQuestion}, 0
	}
	said := platforms.NewHeadings(lines, len(roles))
	var who string
	h.platform, who = k.Detect(said, opt.Platform)
	d.Platform = h.platform.Name
	d.HeaderRows = len(roles)
	if lacking {
		d.HeaderRows = 0
	}
	if opt.NoHeader {
		why = []string{"no header row, as asked for"}
	} else {
		h.doubtHeader(lines, doubtful)
		h.doubted = doubtful == 1
	}
	d.Evidence = append(append(d.Evidence, why...), who)
	h.skip = ends[len(roles)-1]
	h.sample.SetHeader(h.skip)
	h.countColumns(said)
	h.columns = newColumns(said.Rows, roles, d.Columns, k, h.platform)
	for i, told := range h.sample.Table.Told {
		h.columns[i].told = told
	}
	return nil
}

// headerOf returns the roles of the header rows: of those that the kind of file has, or else of those that
// their cells show.
func (h *head) headerOf(lines [][]string, opt Options) (roles []role, why []string, doubtful int) {
	switch known := h.sample.Table.Header; {
	case known == 0 || opt.HeaderRows > 0 || opt.NoHeader:
		return opt.known().headerOf(lines, opt.HeaderRows)
	case known == 1:
		return []role{roleQuestion}, nil, 0
	}
	return []role{roleID, roleQuestion}, nil, 0
}

// countColumns counts the columns of the header, and those that rows have beyond it.
func (h *head) countColumns(said platforms.Headings) {
	d := &h.dialect
	for _, row := range said.Rows {
		d.Columns = max(d.Columns, len(row))
	}
	if n := rows.Unnamed(said.First, d.Columns); n > 0 {
		d.Columns += n
		d.Evidence = append(d.Evidence, fmt.Sprintf("columns without a name: %d, since rows go on past the header", n))
		h.warnings = append(h.warnings, notice.Warning{Code: notice.SurplusCells, File: h.sample.Table.Name,
			Message: fmt.Sprintf("rows have %d cells where the header has %d: the last columns have no name", d.Columns, d.Columns-n)})
	}
}

// doubtHeader warns of a header row that may be a respondent, and of a first row that is one. It quotes the
// row, but for cells in which may stand who that is.
func (h *head) doubtHeader(lines [][]string, doubtful int) {
	w := notice.Warning{Code: notice.HeaderAnswers, File: h.sample.Table.Name}
	switch {
	case h.dialect.HeaderRows == 0:
		w.Message, w.Hint = "there is no header row: the first row is an answer like those below, and is counted", "--header-rows 1 takes it for the header"
	case doubtful == 1:
		w.Message, w.Hint = "the header row looks like an answer, and is not counted as one"+personal.Excerpt(lines[0]), "--header-rows 0 counts it"
	case doubtful > 1:
		w.Message = fmt.Sprintf("row %d of the table is taken for a header row, and is not counted%s", doubtful, personal.Excerpt(lines[doubtful-1]))
		w.Hint = fmt.Sprintf("--header-rows %d counts it", doubtful-1)
	default:
		return
	}
	h.warnings = append(h.warnings, w)
}

// sameShape refuses a file whose columns differ from those of the first file, even if only one question is
// worded differently. Delimiter, encoding, blanks, punctuation and the order of columns may differ: they depend
// on how a file was saved, not on what it asks.
func (h *head) sameShape(first *head) error {
	t, firstName, hint := h.sample.Table, first.sample.Table.Name, "count files of different surveys apart"
	if len(h.columns) != len(first.columns) {
		return &notice.InputError{Name: t.Name, What: fmt.Sprintf("has %d columns where %s has %d", len(h.columns), firstName, len(first.columns)), Hint: hint}
	}
	names, wanted := columnKeys(h.columns), columnKeys(first.columns)
	if places := rows.Places(wanted, names); places != nil && !slices.Equal(names, wanted) {
		t.Reorder(places)
		h.warnings = append(h.warnings, notice.Warning{Code: notice.ColumnOrder, File: t.Name,
			Message: fmt.Sprintf("the columns are in another order than in %s: they are matched by their headers, and numbered as there", firstName)})
		return nil
	}
	for i, c := range h.columns {
		if names[i] != wanted[i] {
			what := fmt.Sprintf("asks %q in column %d where %s asks %q", c.fullText(), c.number, firstName, first.columns[i].fullText())
			return &notice.InputError{Name: t.Name, What: what, Hint: hint}
		}
	}
	return nil
}

// columnKeys are what columns of files are compared by. "C++" and "C#" are two options.
func columnKeys(columns []column) (keys []string) {
	sharp := strings.NewReplacer("+", "plus", "#", "sharp")
	for _, c := range columns {
		keys = append(keys, value.Key(sharp.Replace(c.fullText())))
	}
	return keys
}

// newColumns makes the columns of the header rows.
func newColumns(lines [][]string, roles []role, width int, k catalogue, p *platforms.Platform) []column {
	columns := nameColumns(lines, roles, width, k)
	followOn(columns)
	if p.Habits["code before text"] {
		splitCodes(columns)
	}
	for i := range columns {
		columns[i].detach()
	}
	markMeta(columns, k, p)
	return columns
}
