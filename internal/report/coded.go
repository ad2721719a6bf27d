package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// codedSchema is the value of coded data's Schema.
const codedSchema = "verbatim/code/v1"

// Coded writes coded data row by row, without keeping them: one row for each respondent, in the order of the export, with
// one column for each theme. A cell is 1 if the respondent named the theme and 0 if not. It is empty if there is no answer
// (unanswered, or "don't know"), or if it is withheld. An answer of "nothing" has zeros only; an answer with words of no
// theme has a 1 under "uncoded".
//
//	id  line  money  trust  uncoded
//	a1  2     0      1      0
//	a2  3                            no answer
//	a3  4     0      0      0        "nothing"
//	a4  5     0      0      1        something else
type Coded struct {
	origin Origin
	themes []string
	names  Names
	hasID  bool // respondents are named by an id instead of their file

	out    io.Writer
	format Format
	table  *csv.Writer // of CSV
	rows   int         // written in JSON: a comma stands between two
}

// NewCoded prepares to write the coding of a count; t is the document of its tally. Nothing is written before Begin, so a
// command can still refuse the output.
func NewCoded(c *study.Count, x *study.Coding, t *Tally) *Coded {
	return &Coded{origin: t.as(codedSchema), themes: themeNames(x.Themes), names: NamesOf(c.Export.Files), hasID: c.Options.ID != ""}
}

// Begin writes the part before the rows: the header or, in JSON (verbatim/code/v1), the origin of the data and the themes.
func (c *Coded) Begin(w io.Writer, f Format) error {
	c.out, c.format, c.table = w, f, csv.NewWriter(w)
	if f == JSON {
		return c.beginJSON()
	}
	header := c.header()
	err := c.line(header)
	if err == nil && f == Markdown {
		_, err = fmt.Fprintf(w, "|%s\n", strings.Repeat(" --- |", len(header)))
	}
	return err
}

// line writes a row of a table in Markdown or CSV.
func (c *Coded) line(cells []string) error {
	if c.format != Markdown {
		return c.table.Write(cells)
	}
	// A bar ends a cell; the other tables leave it to their writer.
	cells = prose.Texts(cells, func(cell string) string { return strings.ReplaceAll(markdownSafe(cell), "|", `\|`) })
	_, err := fmt.Fprintf(c.out, "| %s |\n", strings.Join(cells, " | "))
	return err
}

// header are the names of the columns. Each is harmless, and none is used twice, whatever the case: a statistical
// package would rename or refuse the second of two columns with the same name.
func (c *Coded) header() []string {
	header := []string{"file", "line"}
	if c.hasID {
		header[0] = "id"
	}
	seen := map[string]bool{header[0]: true, "line": true, "uncoded": true}
	for _, theme := range c.themes {
		name := cellSafe(theme)
		for n := 2; seen[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s (%d)", cellSafe(theme), n)
		}
		seen[strings.ToLower(name)] = true
		header = append(header, name)
	}
	return append(header, "uncoded")
}

// Row writes one respondent. The name is the id or the file, and it comes from outside like the themes do: CSV and Markdown
// defuse it, each in its own way.
func (c *Coded) Row(r study.CodedRow) error {
	name, codes := r.ID, codesOf(r)
	if !c.hasID {
		name = c.names.Of(r.File)
	}
	if c.format == JSON {
		return c.rowJSON(name, r.Line, codes)
	}
	cells := []string{name, strconv.Itoa(r.Line)}
	if c.format != Markdown {
		cells[0] = cellSafe(name)
	}
	for _, code := range codes {
		cells = append(cells, cellOf(code))
	}
	return c.line(cells)
}

// codesOf are the codes of a respondent: one for each theme, and last the code for "uncoded". A code is nil if there is no
// answer, or if it is withheld.
func codesOf(r study.CodedRow) []*int {
	codes := make([]*int, len(r.Themes)+1)
	if !r.Valid {
		return codes
	}
	zero, one := 0, 1
	for i, ticked := range append(slices.Clip(r.Themes), r.Uncoded == 1) {
		codes[i] = &zero
		if ticked {
			codes[i] = &one
		}
	}
	if r.Uncoded.IsWithheld() {
		codes[len(r.Themes)] = nil
	}
	return codes
}

// End writes the part after the rows.
func (c *Coded) End() error {
	if c.format == JSON {
		return writeText(c.out, "\n  ]\n}\n")
	}
	c.table.Flush() // which has nothing of a table in Markdown
	return c.table.Error()
}

// beginJSON writes the document up to its rows: the head of it as it would be without any, but for the bracket at its end.
func (c *Coded) beginJSON() error {
	var head strings.Builder
	err := writeJSON(&head, struct {
		Origin
		Themes []string `json:"themes"`
	}{c.origin, c.themes})
	if err == nil {
		_, err = io.WriteString(c.out, strings.TrimSuffix(head.String(), "\n}\n")+",\n  \"rows\": [")
	}
	return err
}

// rowJSON writes a row; the codes of no answer are null.
func (c *Coded) rowJSON(name string, line int, codes []*int) error {
	row := struct {
		ID      *string `json:"id,omitempty"`
		File    string  `json:"file,omitempty"`
		Line    int     `json:"line"`
		Themes  []*int  `json:"themes"` // in the order of the document's
		Uncoded *int    `json:"uncoded"`
	}{Line: line, Themes: codes[:len(codes)-1], Uncoded: codes[len(codes)-1]}
	if c.hasID {
		row.ID = &name
	} else {
		row.File = name
	}
	text, err := json.Marshal(row)
	if err != nil {
		return err
	}
	comma := ""
	if c.rows++; c.rows > 1 {
		comma = ","
	}
	_, err = fmt.Fprintf(c.out, "%s\n    %s", comma, jsonEscapes.Replace(string(text)))
	return err
}

// CodingSummary sums up coded data in sentences: how many answers each theme has, and which answers have none, from which
// the themes can be improved. t is the document of the tally.
func CodingSummary(t *Tally, x *study.Coding) []string {
	themes := prose.Texts(x.Themes, func(theme tally.Theme) string { return fmt.Sprintf("%s %d", clip(theme.Theme, 48), theme.Respondents) })
	sample := prose.Texts(x.Sample, func(q study.Quote) string { return fmt.Sprintf("line %d: %s", q.Line, clip(q.Parts[0].Text, 100)) })
	return t.prose().Coding(x, themes, sample)
}
