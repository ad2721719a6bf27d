package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// CompareSchema is the value of a comparison document's Schema.
const CompareSchema = "verbatim/compare/v1"

// Compare is the document of what sets groups apart, verbatim/compare/v1.
type Compare struct {
	Schema   string        `json:"schema"`
	Source   Source        `json:"source"`
	Question Question      `json:"question"`
	Options  study.Options `json:"options"`
	study.Found
	Column   string                `json:"column"` // whose values are the groups
	Base     []tally.ComparedGroup `json:"base"`
	Blank    int                   `json:"blank"` // people who gave an answer, but are in no group
	Terms    []tally.KeyTerm       `json:"terms"`
	Family   int                   `json:"family"`             // terms tested
	Withheld int                   `json:"withheld,omitempty"` // terms not tested, since a group's number is withheld
	Tests    int                   `json:"tests"`              // that p_adjusted corrects for: one a term, with three or more groups one a term and group
	Banner   *tally.Banner         `json:"banner,omitempty"`
	Warnings []Warning             `json:"warnings"`

	counted *Tally            // the question
	tested  *tally.Comparison // with all terms, listed or not
}

// NewCompare makes the document from that of the question's tally. limits cut the list of terms.
func NewCompare(t *Tally, c *privacy.Comparison, limits tally.Limits) *Compare {
	shown := c.Limit(limits)
	return &Compare{
		Schema: CompareSchema, Source: t.Source, Question: t.Question, Options: t.Options, Found: t.Found, Column: c.Column,
		Base: c.Groups, Blank: c.Blank, Terms: append([]tally.KeyTerm{}, shown.Terms...), Family: c.Family, Tests: c.Tests, Withheld: c.Withheld, Banner: c.Banner, Warnings: t.Warnings,
		counted: t, tested: c.Comparison,
	}
}

// prose is what sentences about the document are made of.
func (d *Compare) prose() *prose.Comparison {
	return &prose.Comparison{
		Tally: d.counted.tally(), Column: d.Column, Comparison: d.tested,
		Shown: d.Terms, Suppress: d.Options.Suppress, Intervals: d.Options.Intervals, Banner: d.Banner != nil,
	}
}

// Write writes the document in a format.
func (d *Compare) Write(w io.Writer, f Format) error { return write(w, f, d) }

// CompareRow is what one group said of a term, or of a theme, in CSV: the columns of the JSON.
type CompareRow struct {
	Kind        string   `csv:"kind"` // term, theme
	Term        string   `csv:"term"`
	Stem        string   `csv:"stem"`
	Group       string   `csv:"group"`
	Letter      string   `csv:"letter"`
	Respondents *int     `csv:"respondents"` // empty where withheld
	Valid       int      `csv:"valid"`
	Share       *float64 `csv:"share"`
	Low         *float64 `csv:"ci_low"`
	High        *float64 `csv:"ci_high"`
	LogOdds     *float64 `csv:"log_odds"` // of this group against the others
	Z           *float64 `csv:"z"`
	P           *float64 `csv:"p"`
	Adjusted    *float64 `csv:"p_adjusted"` // of the group in higher_in
	HigherIn    string   `csv:"higher_in"`
	HigherThan  string   `csv:"higher_than"` // of a theme: letters of the groups with a share that is significantly lower
}

func (d *Compare) rows() any {
	rows := []CompareRow{}
	for _, x := range d.Terms {
		for i, g := range x.Groups {
			rows = append(rows, CompareRow{
				Kind: "term", Term: cellSafe(x.Term), Stem: cellSafe(x.Stem), Group: cellSafe(g.Value), Letter: tally.Letter(i),
				Respondents: &g.Respondents, Valid: d.Base[i].Valid, Share: &g.Share, Low: g.Low, High: g.High,
				LogOdds: &g.LogOdds, Z: &g.Z, P: &g.P, Adjusted: &x.Adjusted, HigherIn: cellSafe(x.HigherIn),
			})
		}
	}
	if d.Banner == nil {
		return rows
	}
	for _, x := range d.Banner.Themes {
		for i, g := range x.Groups {
			rows = append(rows, CompareRow{
				Kind: "theme", Term: cellSafe(x.Theme), Group: cellSafe(g.Value), Letter: tally.Letter(i), Respondents: g.Respondents,
				Valid: d.Base[i].Valid, Share: g.Share, Low: g.Low, High: g.High, HigherThan: strings.Join(g.HigherThan, " "),
			})
		}
	}
	return rows
}

func (d *Compare) table(columns int) string {
	return tableOf(columns, d.Question, d.parts(columns), d.prose().Notes())
}
func (d *Compare) markdown() string { return markdownOf(d.Question, d.parts(0), d.prose().Notes()) }

// parts are the tables of the document: groups, terms, themes; for a terminal of so many columns, or for anywhere.
func (d *Compare) parts(columns int) []section {
	parts := []section{d.groupTable()}
	if len(d.Terms) > 0 {
		parts = append(parts, d.termTable())
	}
	if d.Banner != nil {
		parts = append(parts, d.bannerTables(columns)...)
	}
	return parts
}

// groupTable names the groups, each with a letter.
func (d *Compare) groupTable() section {
	weighted, numeric := d.Options.Weight != "", []int{3}
	if weighted {
		numeric = []int{3, 4}
	}
	return section{numeric: numeric, fill: func(t table.Writer, show func(string) string) {
		header := table.Row{"", show(d.Column), "people"}
		if weighted {
			header = append(header, "effective")
		}
		t.AppendHeader(append(header, ""))
		for i, g := range d.Base {
			row, note := table.Row{tally.Letter(i), show(g.Value), g.Valid}, ""
			if weighted {
				row = append(row, fmt.Sprintf("%.0f", g.EffectiveN))
			}
			if g.Small {
				note = "small: tells little"
			}
			t.AppendRow(append(row, note))
		}
	}}
}

// columnsOfGroups is how many groups have a column each in a table of terms; of more, the one in which a term is used
// most is held against the others together.
const columnsOfGroups = 4

func (d *Compare) termTable() section {
	header, numeric := table.Row{"term", "more in", "there", "elsewhere"}, []int{3, 4, 5, 6, 7, 8}
	few := len(d.Base) <= columnsOfGroups
	if few {
		header, numeric = table.Row{"term", "more in"}, nil
		for i := range d.Base {
			header = append(header, tally.Letter(i))
		}
		for i := range len(d.Base) + 4 {
			numeric = append(numeric, i+3)
		}
	}
	n := len(header)
	spare := []int{n + 1, n + 3, n + 2, 2} // log odds, p, z, the group, which the shares tell too
	return section{numeric: numeric, spare: spare, fill: func(t table.Writer, show func(string) string) {
		t.AppendHeader(append(header, "log odds", "z", "p", "adjusted"))
		for _, x := range d.Terms {
			row := table.Row{show(x.Term), show(d.higherIn(x))}
			for _, g := range x.Groups {
				if few {
					row = append(row, prose.Percent(g.Share))
				}
			}
			if !few {
				there := x.Elsewhere
				if x.Higher >= 0 {
					there = x.Groups[x.Higher].Share
				}
				row = append(row, prose.Percent(there), prose.Percent(x.Elsewhere))
			}
			t.AppendRow(append(row, fmt.Sprintf("%.2f", x.LogOdds), fmt.Sprintf("%.2f", x.Z), prose.Probability(x.P), prose.Probability(x.Adjusted)))
		}
	}}
}

// higherIn names the group by its letter, and by as much of its name as fits.
func (d *Compare) higherIn(x tally.KeyTerm) string {
	if x.Higher < 0 {
		return "-"
	}
	return tally.Letter(x.Higher) + " " + clip(x.HigherIn, 20)
}

// bannerColumns is how many groups stand side by side in a banner table, at most.
const bannerColumns = 9

// bannerTables are themes by groups, in as many tables as the groups need. On a terminal a theme has 20 columns, the
// share of all 8, and one with its letters 10.
func (d *Compare) bannerTables(columns int) (parts []section) {
	title, most := "themes, in per cent of each column", bannerColumns
	if columns > 0 {
		most = min(most, max(2, (columns-28)/10))
	}
	for from := 0; from < len(d.Banner.Groups); from += most {
		to := min(from+most, len(d.Banner.Groups))
		var numeric []int
		for i := range to - from + 1 {
			numeric = append(numeric, i+2)
		}
		parts = append(parts, section{title: title, numeric: numeric, fill: func(t table.Writer, show func(string) string) { d.fillBanner(t, show, from, to) }})
		title = ""
	}
	return parts
}

// fillBanner fills in some columns: bases, then themes.
func (d *Compare) fillBanner(t table.Writer, show func(string) string, from, to int) {
	header, bases, effective := table.Row{"", "all"}, table.Row{"base"}, table.Row{"effective base", ""}
	bases = append(bases, d.Banner.Valid)
	for _, g := range d.Banner.Groups[from:to] {
		header = append(header, g.Letter)
		bases = append(bases, fmt.Sprintf("%d%s", g.Valid, mark(g.Valid)))
		effective = append(effective, fmt.Sprintf("%.0f", g.EffectiveN))
	}
	t.AppendHeader(header)
	t.AppendRow(bases)
	if d.Options.Weight != "" {
		weighted := table.Row{"weighted base", ""}
		for _, g := range d.Banner.Groups[from:to] {
			weighted = append(weighted, fmt.Sprintf("%.0f", g.WeightSum.Float()))
		}
		t.AppendRow(weighted)
		t.AppendRow(effective)
	}
	for _, x := range d.Banner.Themes {
		row := table.Row{show(x.Theme), prose.Percent(x.Share)}
		for _, g := range x.Groups[from:to] {
			share := "–"
			if g.Share != nil {
				share = strings.TrimSpace(prose.Percent(*g.Share) + " " + strings.Join(g.HigherThan, ""))
			}
			row = append(row, share)
		}
		t.AppendRow(row)
	}
}

// mark is what stands beside a small base.
func mark(valid int) string {
	switch {
	case valid < tally.SmallGroup:
		return "**"
	case valid < tally.SmallColumn:
		return "*"
	}
	return ""
}
