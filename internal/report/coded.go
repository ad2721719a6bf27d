package report

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// CodedSchema is the value of coded data's Schema.
const CodedSchema = "verbatim/code/v1"

// Coded writes coded data as they come: one row a respondent, in the order of
// the export, with one column a theme. A cell is 1 where the respondent named the
// theme, 0 where not, and empty where there is no answer (unanswered, or "don't
// know"). Who answered "nothing" has zeros only; who said something of no theme
// has a 1 under "uncoded".
//
//	id  line  money  trust  uncoded
//	a1  2     0      1      0
//	a2  3                            no answer
//	a3  4     0      0      0        "nothing"
//	a4  5     0      0      1        something else
type Coded struct {
	Source   Source
	Question Question
	Options  Options
	Themes   []string
	HasID    bool // respondents are named by an id instead of their file
	Withheld bool // what is in no theme: the cells are empty

	out    io.Writer
	format Format
	table  *csv.Writer
	rows   int
}

// CodedRow is one respondent.
type CodedRow struct {
	Name    string // id or file
	Line    int
	Valid   bool
	Themes  []bool
	Uncoded bool
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
	for _, theme := range c.Themes {
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
	if c.HasID {
		return "id"
	}
	return "file"
}

// Row writes one respondent.
func (c *Coded) Row(r CodedRow) error {
	if c.format == JSON {
		return c.rowJSON(r)
	}
	cells := []string{cellSafe(r.Name), fmt.Sprint(r.Line)}
	for _, ticked := range r.Themes {
		cells = append(cells, cellOf(r.Valid, ticked))
	}
	cells = append(cells, cellOf(r.Valid && !c.Withheld, r.Uncoded))
	if c.format == Markdown {
		cells[0] = strings.ReplaceAll(markdownSafe(r.Name), "|", `\|`)
		_, err := fmt.Fprintf(c.out, "| %s |\n", strings.Join(cells, " | "))
		return err
	}
	return c.table.Write(cells)
}

func cellOf(valid, ticked bool) string {
	switch {
	case !valid:
		return ""
	case ticked:
		return "1"
	}
	return "0"
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
		Schema   string   `json:"schema"`
		Source   Source   `json:"source"`
		Question Question `json:"question"`
		Options  Options  `json:"options"`
		Themes   []string `json:"themes"`
	}{CodedSchema, c.Source, c.Question, c.Options, append([]string{}, c.Themes...)})
	if err == nil {
		_, err = io.WriteString(c.out, strings.TrimSuffix(head.String(), "\n}\n")+",\n  \"rows\": [")
	}
	return err
}

// rowJSON writes a row; the codes of no answer are null, and so is an id that is
// blank.
func (c *Coded) rowJSON(r CodedRow) error {
	row := struct {
		ID      *string `json:"id,omitempty"`
		File    string  `json:"file,omitempty"`
		Line    int     `json:"line"`
		Themes  []*int  `json:"themes"` // in the order of the document's
		Uncoded *int    `json:"uncoded"`
	}{Line: r.Line, Themes: []*int{}}
	if c.HasID {
		row.ID = &r.Name
	} else {
		row.File = r.Name
	}
	for _, ticked := range r.Themes {
		row.Themes = append(row.Themes, codeOf(r.Valid, ticked))
	}
	row.Uncoded = codeOf(r.Valid && !c.Withheld, r.Uncoded)
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

func codeOf(valid, ticked bool) *int {
	if !valid {
		return nil
	}
	code := 0
	if ticked {
		code = 1
	}
	return &code
}

// CodingSummary says in words what coded data hold: how many answers each theme
// has, and what is in none, to improve the themes by. That number may be
// tally.Withheld.
func CodingSummary(t *Tally, valid, uncoded int, sample []Quote) []string {
	var themes []string
	for _, x := range t.Themes {
		themes = append(themes, fmt.Sprintf("%s %d", clip(x.Theme, 48), x.Respondents))
	}
	out := t.prose().Coding(themes, valid, uncoded)
	for _, q := range sample {
		out = append(out, fmt.Sprintf("in no theme, line %d: %s", q.Line, clip(q.Answer, 100)))
	}
	return out
}
