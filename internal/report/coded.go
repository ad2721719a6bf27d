package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/study"
)

// CodedSchema is the value of coded data's Schema.
const CodedSchema = "verbatim/code/v1"

// Coded writes coded data as they come: one row a respondent, in the order of
// the export, with one column a theme. A cell is 1 where the respondent named the
// theme, 0 where not, and empty where there is no answer (unanswered, or "don't
// know") or it is withheld. Who answered "nothing" has zeros only; who said
// something of no theme has a 1 under "uncoded".
//
//	id  line  money  trust  uncoded
//	a1  2     0      1      0
//	a2  3                            no answer
//	a3  4     0      0      0        "nothing"
//	a4  5     0      0      1        something else
type Coded struct {
	source   Source
	question Question
	options  study.Options
	themes   []string
	names    Names
	hasID    bool // respondents are named by an id instead of their file

	out    io.Writer
	format Format
	table  *csv.Writer
	rows   int
}

// NewCoded writes the coding of a count; t is the document of its tally.
func NewCoded(c *study.Count, x *study.Coding, t *Tally) *Coded {
	d := &Coded{source: t.Source, question: t.Question, options: t.Options, themes: []string{}, names: NamesOf(c.Export.Files), hasID: c.Options.ID != ""}
	for _, theme := range x.Themes {
		d.themes = append(d.themes, theme.Theme)
	}
	return d
}

// Begin writes what stands before the rows: the header, or in JSON
// (verbatim/code/v1) what the data are of.
func (c *Coded) Begin(w io.Writer, f Format) error {
	c.out, c.format = w, f
	switch f {
	case JSON:
		return c.beginJSON()
	case Markdown:
		header := c.header()
		for i := range header {
			header[i] = strings.ReplaceAll(markdownSafe(header[i]), "|", `\|`)
		}
		_, err := fmt.Fprintf(w, "| %s |\n|%s\n", strings.Join(header, " | "), strings.Repeat(" --- |", len(header)))
		return err
	}
	c.table = csv.NewWriter(w)
	return c.table.Write(c.header())
}

// header are the names of the columns, each harmless and another.
func (c *Coded) header() []string {
	header := []string{c.nameColumn(), "line"}
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

func (c *Coded) nameColumn() string {
	if c.hasID {
		return "id"
	}
	return "file"
}

// Row writes one respondent.
func (c *Coded) Row(r study.CodedRow) error {
	name, codes := r.ID, codesOf(r)
	if !c.hasID {
		name = c.names.Of(r.File)
	}
	if c.format == JSON {
		return c.rowJSON(name, r.Line, codes)
	}
	cells := []string{cellSafe(name), fmt.Sprint(r.Line)}
	for _, code := range codes {
		cell := ""
		if code != nil {
			cell = fmt.Sprint(*code)
		}
		cells = append(cells, cell)
	}
	if c.format == Markdown {
		cells[0] = strings.ReplaceAll(markdownSafe(name), "|", `\|`)
		_, err := fmt.Fprintf(c.out, "| %s |\n", strings.Join(cells, " | "))
		return err
	}
	return c.table.Write(cells)
}

// codesOf are the codes of a respondent: of each theme, and last of those in none;
// nil where there is no answer, or it is withheld.
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

// End writes what stands after the rows.
func (c *Coded) End() error {
	switch c.format {
	case JSON:
		_, err := io.WriteString(c.out, "\n  ]\n}\n")
		return err
	case Markdown:
		return nil
	}
	c.table.Flush()
	return c.table.Error()
}

// beginJSON writes the document up to its rows.
func (c *Coded) beginJSON() error {
	var head strings.Builder
	err := writeJSON(&head, struct {
		Schema   string        `json:"schema"`
		Source   Source        `json:"source"`
		Question Question      `json:"question"`
		Options  study.Options `json:"options"`
		Themes   []string      `json:"themes"`
	}{CodedSchema, c.source, c.question, c.options, c.themes})
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
	comma := ","
	if c.rows == 0 {
		comma = ""
	}
	c.rows++
	_, err = fmt.Fprintf(c.out, "%s\n    %s", comma, jsonEscapes.Replace(string(text)))
	return err
}

// CodingSummary says in words what coded data hold: how many answers each theme
// has, and what is in none, to improve the themes by. t is the document of the
// tally.
func CodingSummary(t *Tally, x *study.Coding) []string {
	var themes []string
	for _, theme := range x.Themes {
		themes = append(themes, fmt.Sprintf("%s %d", clip(theme.Theme, 48), theme.Respondents))
	}
	out := t.prose().Coding(themes, x.Valid, x.Uncoded)
	for _, q := range x.Sample {
		out = append(out, fmt.Sprintf("in no theme, line %d: %s", q.Line, clip(q.Parts[0].Text, 100)))
	}
	if x.Withheld > 0 {
		out = append(out, fmt.Sprintf("Withheld: %s; who named nothing else is in no theme here.", prose.Count(x.Withheld, "theme")))
	}
	return out
}
