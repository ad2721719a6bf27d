package report

import (
	"cmp"
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

// Coded is coded data: one row for each respondent, in the order of the export, with one column for
// each theme. A cell is 1 if the respondent named the theme and 0 if not. It is empty if there is
// no answer (unanswered, or "don't know"), or if it is withheld. An answer of "nothing" has zeros
// only; an answer with words of no theme has a 1 under "uncoded".
//
//	id  line  money  trust  uncoded
//	a1  2     0      1      0
//	a2  3                            no answer
//	a3  4     0      0      0        "nothing"
//	a4  5     0      0      1        something else
type Coded struct {
	origin Origin
	tally  *Tally
	coding *study.Coding
	themes []string
	names  Names
	hasID  bool // respondents are named by an id instead of their file
	text   bool // rows have the answers
	rows   func(visit func(study.CodedRow) error) error
	cut    int // texts that a workbook could not hold
}

// NewCoded makes the document of the coding of a count. t is the document of its tally. The rows
// may be too many for memory: rows reads the respondents and calls visit for each one.
func NewCoded(c *study.Count, x *study.Coding, t *Tally, rows func(visit func(study.CodedRow) error) error) *Coded {
	return &Coded{t.as(codedSchema), t, x, tally.ThemeNames(x.Themes), NamesOf(c.Export.Files), c.Options.ID != "", x.Answers, rows, 0}
}

// Write writes the document in one of CodedFormats, row by row. An error is one of w, or one of
// rows.
func (c *Coded) Write(w io.Writer, f Format) error { return CodedFormats().encoder(f).coded(c, w) }

// writeTable writes no rows, which nobody would read on a terminal. They are still visited, for
// the summary.
func (c *Coded) writeTable(io.Writer) error {
	return c.rows(func(study.CodedRow) error { return nil })
}

// writeCoded writes the header and the rows for a spreadsheet or a statistical package.
func (d dialect) writeCoded(c *Coded, w io.Writer) error {
	out, err := d.begin(w)
	err = cmp.Or(err, c.lines(cellSafe, writtenSafe, out.Write))
	out.Flush()
	return cmp.Or(err, out.Error())
}

// writeMarkdown writes a table. A bar ends a cell; the other tables leave it to their writer.
func (c *Coded) writeMarkdown(w io.Writer) error {
	rule := "|" + strings.Repeat(" --- |", len(c.header(prose.Plain))) + "\n" // below the header only
	return c.lines(prose.Plain, prose.Plain, func(cells []string) error {
		cells = prose.Texts(cells, func(cell string) string { return strings.ReplaceAll(markdownInline(cell), "|", `\|`) })
		_, err := fmt.Fprintf(w, "| %s |\n%s", strings.Join(cells, " | "), rule)
		rule = ""
		return err
	})
}

// lines hands on the header and each row, as the cells of a table. What comes from outside is made harmless: themes and
// ids, and in its own way an answer.
func (c *Coded) lines(show, answer shower, line func(cells []string) error) error {
	if err := line(c.header(show)); err != nil {
		return err
	}
	return c.rows(func(r study.CodedRow) error {
		codes := prose.Texts(codesOf(r), func(code *int) string { return cellOf(code) })
		cells := []string{show(c.nameOf(r)), strconv.Itoa(r.Line)}
		if c.text {
			cells = append(cells, answer(r.Answer))
		}
		return line(append(cells, codes...))
	})
}

// header are the names of the columns. Each is harmless, and none is used twice, whatever the case:
// a statistical package would rename or refuse the second of two columns with the same name.
func (c *Coded) header(show shower) []string {
	header := []string{"file", "line"}
	if c.hasID {
		header[0] = "id"
	}
	if c.text {
		header = append(header, "answer")
	}
	seen := map[string]bool{header[0]: true, "line": true, "answer": c.text, "uncoded": true}
	for _, theme := range c.themes {
		name := show(theme)
		for n := 2; seen[strings.ToLower(name)]; n++ {
			name = fmt.Sprintf("%s (%d)", show(theme), n)
		}
		seen[strings.ToLower(name)] = true
		header = append(header, name)
	}
	return append(header, "uncoded")
}

// nameOf is the id of a respondent, or the published name of the file.
func (c *Coded) nameOf(r study.CodedRow) string {
	if c.hasID {
		return r.ID
	}
	return c.names.Of(r.File)
}

// codesOf are the codes of a respondent: one for each theme, and last the code for "uncoded". A
// code is nil if there is no answer, or if it is withheld.
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

// writeJSON writes verbatim/code/v1: the origin of the data, the themes and the rows.
func (c *Coded) writeJSON(w io.Writer) error {
	frame := struct {
		Origin
		Themes []string `json:"themes"`
		Rows   []int    `json:"rows"` // none
	}{c.origin, c.themes, []int{}}
	return writeFrame(w, frame, "rows", func(item func(text []byte) error) error {
		return c.rows(func(r study.CodedRow) error {
			text, err := c.rowJSON(r)
			if err == nil {
				err = item(text)
			}
			return err
		})
	})
}

// rowJSON is a row; the codes of no answer are null.
func (c *Coded) rowJSON(r study.CodedRow) ([]byte, error) {
	codes, name := codesOf(r), c.nameOf(r)
	row := struct {
		ID      *string `json:"id,omitempty"`
		File    string  `json:"file,omitempty"`
		Line    int     `json:"line"`
		Answer  *string `json:"answer,omitempty"`
		Themes  []*int  `json:"themes"` // in the order of the document's
		Uncoded *int    `json:"uncoded"`
	}{Line: r.Line, Themes: codes[:len(codes)-1], Uncoded: codes[len(codes)-1]}
	if c.text {
		row.Answer = &r.Answer
	}
	if c.hasID {
		row.ID = &name
	} else {
		row.File = name
	}
	return json.Marshal(row)
}

// CodingSummary sums up coded data in sentences: how many answers each theme has, and which answers
// have none, from which the themes can be improved. t is the document of the tally.
func CodingSummary(t *Tally, x *study.Coding) []string {
	return codingSummary(t, x, prose.Texts(x.Sample, func(q study.Quote) string { return fmt.Sprintf("line %d: %s", q.Line, clip(q.Parts[0].Text, 100)) }))
}

// codingSummary is the same with these answers, or none.
func codingSummary(t *Tally, x *study.Coding, sample []string) []string {
	themes := prose.Texts(x.Themes, func(theme tally.Theme) string { return fmt.Sprintf("%s %d", clip(theme.Theme, 48), theme.Respondents) })
	return t.prose(prose.Voice{}).Coding(x, themes, sample)
}
