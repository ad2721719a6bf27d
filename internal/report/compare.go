package report

import (
	"fmt"
	"io"
	"iter"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// compareSchema is the value of a comparison document's Schema.
const compareSchema = "verbatim/compare/v1"

// Compare is the document of a comparison of groups, verbatim/compare/v1. On a terminal it has up
// to three kinds of tables:
//
//	   sector    people                    the groups, each with a letter
//	A  private   36
//	B  public    31
//
//	term   more in     A     B     …  adjusted    terms, the most significant first
//	trust  B public    8%   35%  …     0.021
//
//	        all    A      B                       themes; a letter marks a significantly lower column
//	money   28%   11%   48% A
type Compare struct {
	Origin
	study.Found
	Column string `json:"column"` // whose values are the groups
	*tally.Comparison
	OptionOrder []string          `json:"option_order,omitempty"` // as in a tally; the terms stand by significance
	OrderFrom   tally.OrderSource `json:"option_order_from,omitempty"`
	Banner      *tally.Banner     `json:"banner,omitempty"`
	Warnings    []notice.Warning  `json:"warnings"`

	text *prose.Comparison // of all terms, listed or not
}

// NewCompare makes the document from the document of the question's tally. limits cut the list of
// terms; the sentences still count all terms tested.
func NewCompare(t *Tally, c *privacy.Comparison, limits tally.Limits) *Compare {
	shown := c.Limit(limits)
	shown.Terms = listed(shown.Terms)
	for i := range shown.Terms {
		if x := &shown.Terms[i]; x.Masked {
			x.Stem = privacy.ConcealStem(x.Stem)
		}
	}
	return &Compare{
		Origin: t.as(compareSchema), Found: t.Found, Column: c.Column, Comparison: shown, Banner: c.Banner, Warnings: t.Warnings,
		OptionOrder: t.OptionOrder, OrderFrom: t.OrderFrom,
		text: &prose.Comparison{Tally: &t.Tally, Comparison: c, Shown: shown.Terms, Options: t.Options, Chosen: t.TermsAre == "options"},
	}
}

// prose are the facts of the document that sentences are made of, for a voice.
func (d *Compare) prose(v prose.Voice) *prose.Comparison {
	text := *d.text
	text.Voice = v
	return &text
}

// Write writes the document in a format.
func (d *Compare) Write(w io.Writer, f Format) error { return write(w, f, d) }

// tables are what each group said of each term, then of each theme, with the columns of the JSON; then the groups. Log
// odds, z and p are of the group against the others, p_adjusted is of the group in higher_in, and
// higher_than, of a theme, has the letters of the groups with a share that is significantly lower. Of the options
// of a multiple choice, all tests are of those who picked it against those who did not, who have columns too.
func (d *Compare) tables() []dataTable {
	header := []string{"kind", "term", "stem", "group", "letter", "respondents", "valid", "share", "ci_low", "ci_high", "log_odds", "z", "p", "p_adjusted",
		"higher_in", "higher_than", "label", "denied", "not_picked", "not_picked_valid", "not_picked_share"}
	if !d.Found.Overlap {
		header = header[:len(header)-3]
	}
	tables := []dataTable{{"Terms", true, header, d.termRows(len(header))}}
	if d.Banner != nil {
		tables = append(tables, dataTable{"Themes", true, header, d.themeRows(len(header))})
	}
	return append(tables, d.groupRows())
}

// termRows are the terms in each group, a row each with so many columns.
func (d *Compare) termRows(columns int) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, x := range d.Terms {
			for i, g := range x.Groups {
				unpicked := tally.Unpicked{Adjusted: x.Adjusted}
				if g.NotPicked != nil {
					unpicked = *g.NotPicked
				}
				cells := []any{"term", x.Term, x.Stem, g.Value, tally.Letter(i), g.Respondents, d.Groups[i].Valid, g.Share, g.Low, g.High, g.LogOdds, g.Z, g.P, unpicked.Adjusted,
					x.HigherIn, "", x.Label, x.Denied, unpicked.Respondents, d.Groups[i].NotPicked, unpicked.Share}
				if !g.Withheld && !yield(cells[:columns]) {
					return
				}
			}
		}
	}
}

// themeRows are the themes in each group.
func (d *Compare) themeRows(columns int) iter.Seq[[]any] {
	return func(yield func([]any) bool) {
		for _, x := range d.Banner.Themes {
			for i, g := range x.Groups {
				cells := []any{"theme", x.Theme, "", g.Value, tally.Letter(i), g.Respondents, d.Groups[i].Valid, g.Share, g.Low, g.High, "", "", "", "",
					"", strings.Join(g.HigherThan, " "), x.Theme, "", "", d.Groups[i].NotPicked, ""}
				if !yield(cells[:columns]) {
					return
				}
			}
		}
	}
}

// groupRows are the groups with their letters and bases.
func (d *Compare) groupRows() dataTable {
	return dataTable{name: "Groups", header: []string{"letter", "group", "valid", "not_picked", "weight_sum", "effective_n", "small"}, rows: func(yield func([]any) bool) {
		for i, g := range d.Groups {
			if !yield([]any{tally.Letter(i), g.Value, g.Valid, unlessZero(g.NotPicked), weighted(g.WeightSum), unlessZero(g.EffectiveN), g.Small}) {
				return
			}
		}
	}}
}

func (d *Compare) table(columns int) string {
	return tableOf(columns, d.Question, d.parts(prose.Voice{}, columns), d.text.Notes())
}
func (d *Compare) markdown() string {
	return markdownOf(d.Question, d.parts(prose.Voice{}, 0), d.text.Notes())
}

// remarks are the question and the sentences below the tables.
func (d *Compare) remarks() remarks { return remarks{d.Question.Text, d.text.Notes(), d.Warnings} }

// parts are the tables of the document: groups, terms, themes; for a terminal with this number of
// columns, or for any output (0).
func (d *Compare) parts(v prose.Voice, columns int) []section {
	parts := []section{d.groupTable(v)}
	if len(d.Terms) > 0 {
		parts = append(parts, d.termTable(v, columns > 0))
	}
	if d.Banner != nil {
		parts = append(parts, d.bannerTables(v, columns)...)
	}
	return parts
}

// groupTable names the groups, each with a letter, which stands for the group in the other tables.
// Of weighted answers it has the effective number too, which is what the tests use; of options, those who did not
// pick them.
func (d *Compare) groupTable(v prose.Voice) section {
	s := section{heads: []any{"", d.Column, v.Say("people")}, numeric: []int{3}}
	weighted := d.Options.Weight != ""
	if d.Found.Overlap {
		s.heads, s.numeric = []any{"", d.Column, v.Say("picked"), v.Say("did not")}, append(s.numeric, 4)
	}
	if weighted {
		s.heads, s.numeric = append(s.heads, v.Say("effective")), append(s.numeric, len(s.heads)+1)
	}
	s.heads = append(s.heads, "")
	for i, g := range d.Groups {
		row, note := []any{tally.Letter(i), g.Value, g.Valid}, literal("")
		if d.Found.Overlap {
			row = append(row, g.NotPicked)
		}
		if weighted {
			row = append(row, v.Say("%.0f", g.EffectiveN))
		}
		if g.Small {
			note = literal(v.Say("small: tells little"))
		}
		s.rows = append(s.rows, append(row, note))
	}
	return s
}

// columnsOfGroups is how many groups can have a column each in the table of terms. With more
// groups, the table has the group that uses a term most, and all others together.
const columnsOfGroups = 4

// termTable lists the terms tested, with the share of each group, or of two sides. On a terminal names of groups
// are cut.
func (d *Compare) termTable(v prose.Voice, terminal bool) section {
	type col = column[tally.KeyTerm]
	columns := []col{
		{v.Say("term"), false, 0, func(x tally.KeyTerm) any { return x.Label }},
		{v.Say("more in"), false, 4, func(x tally.KeyTerm) any { return d.higherIn(x, terminal) }}, // the shares tell it, too
	}
	few := len(d.Groups) <= columnsOfGroups && !d.Found.Overlap
	there, elsewhere := v.Say("there"), v.Say("elsewhere")
	if d.Found.Overlap {
		there, elsewhere = v.Say("picked"), v.Say("did not")
	}
	for i := range d.Groups {
		columns = append(columns, col{tally.Letter(i), true, 0, given(few, func(x tally.KeyTerm) any { return percent(v, x.Groups[i].Share) })})
	}
	return sectionOf("", tally.Listed(d.Terms, func(x *tally.KeyTerm) int { return x.Place }), append(columns,
		col{there, true, 0, given(!few, func(x tally.KeyTerm) any { return percent(v, shareThere(x)) })},
		col{elsewhere, true, 0, given(!few, func(x tally.KeyTerm) any { return percent(v, x.Elsewhere) })},
		col{v.Say("log odds"), true, 1, func(x tally.KeyTerm) any { return v.Say("%.2f", x.LogOdds) }},
		col{v.Say("z"), true, 3, func(x tally.KeyTerm) any { return v.Say("%.2f", x.Z) }},
		col{"p", true, 2, func(x tally.KeyTerm) any { return literal(v.Probability(x.P)) }},
		col{v.Say("adjusted"), true, 0, func(x tally.KeyTerm) any { return literal(v.Probability(x.Adjusted)) }}))
}

// shareThere is the share in the group that uses a term most; if all groups use it alike, it is the
// share in any of them.
func shareThere(x tally.KeyTerm) float64 {
	if x.Higher < 0 {
		return x.Elsewhere
	}
	return x.Groups[x.Higher].Share
}

// higherIn names the group that uses a term more, by its letter and by its name, on a terminal by the beginning
// of that; "-" is none.
func (d *Compare) higherIn(x tally.KeyTerm, terminal bool) string {
	if x.Higher < 0 {
		return "-"
	}
	name := prose.Label(x.HigherIn)
	if terminal {
		name = clip(name, 20)
	}
	return tally.Letter(x.Higher) + " " + name
}

// bannerColumns is how many groups a banner table has side by side, at most; further groups get a
// table of their own.
const bannerColumns = 9

// bannerTables are the themes by groups, in as many tables as the groups need. On a terminal, the
// name of a theme takes 20 columns, the share of all people 8, and the share of a group with its
// letters 10.
func (d *Compare) bannerTables(v prose.Voice, columns int) (parts []section) {
	title, most := v.Say("themes, in per cent of each column"), bannerColumns
	if columns > 0 {
		most = min(most, max(2, (columns-28)/10))
	}
	for from := 0; from < len(d.Banner.Groups); from += most {
		parts = append(parts, d.bannerTable(v, title, from, min(from+most, len(d.Banner.Groups))))
		title = ""
	}
	return parts
}

// bannerTable has the bases and the themes of the groups from one index up to another. Bases come
// first: a share means little without them.
func (d *Compare) bannerTable(v prose.Voice, title string, from, to int) section {
	s := section{title: title, heads: []any{"", v.Say("all")}, numeric: []int{2}}
	bases, weighted, effective := []any{literal(v.Say("base")), d.Banner.Valid}, []any{literal(v.Say("weighted base")), ""}, []any{literal(v.Say("effective base")), ""}
	for i, g := range d.Banner.Groups[from:to] {
		s.heads, s.numeric = append(s.heads, g.Letter), append(s.numeric, i+3)
		bases = append(bases, literal(fmt.Sprint(g.Valid)+mark(g.Valid)))
		weighted = append(weighted, v.Say("%.0f", g.WeightSum.Float()))
		effective = append(effective, v.Say("%.0f", g.EffectiveN))
	}
	s.rows = append(s.rows, bases)
	if d.Options.Weight != "" {
		s.rows = append(s.rows, weighted, effective)
	}
	for _, x := range d.Banner.Themes {
		row := []any{x.Theme, percent(v, x.Share)}
		for _, g := range x.Groups[from:to] {
			share := "–"
			if g.Share != nil {
				share = strings.TrimSpace(v.Percent(*g.Share) + " " + strings.Join(g.HigherThan, ""))
			}
			row = append(row, literal(share))
		}
		s.rows = append(s.rows, row)
	}
	return s
}

// mark is the sign of a small base, explained by a note: ** is not tested, * is tested but small.
func mark(valid int) string {
	switch {
	case valid < tally.SmallGroup:
		return "**"
	case valid < tally.SmallColumn:
		return "*"
	}
	return ""
}
