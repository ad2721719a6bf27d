package report

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/jedib0t/go-pretty/v6/table"

	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// Source says where the answers come from and how they were read.
type Source struct {
	Files      []string `json:"files"`
	Platform   string   `json:"platform"`
	Encoding   string   `json:"encoding"`
	Delimiter  string   `json:"delimiter"`
	HeaderRows int      `json:"header_rows"`
	SHA256     []string `json:"sha256,omitempty"` // of the files, where it was asked for
}

// Question names the question that was counted.
type Question struct {
	Columns []int  `json:"columns"` // from 1
	ID      string `json:"id"`
	Text    string `json:"text"`
}

// Tally is the document of a counted question, verbatim/tally/v1.
type Tally struct {
	Schema   string        `json:"schema"`
	Source   Source        `json:"source"`
	Question Question      `json:"question"`
	Options  study.Options `json:"options"`
	study.Found
	Complete bool              `json:"complete"` // nothing cut or found by association: can be merged
	Base     tally.Base        `json:"base"`
	Tokens   tally.Tokens      `json:"tokens"`
	Terms    []tally.Term      `json:"terms"`
	SetAside []tally.AsideTerm `json:"set_aside"`
	Themes   []tally.Theme     `json:"themes"`
	Uncoded  *int              `json:"uncoded,omitempty"` // valid respondents whose words are of no theme
	AnyOfTop []tally.AnyOf     `json:"any_of_top"`
	// AnyOfTopReason says why AnyOfTop is left out.
	AnyOfTopReason string             `json:"any_of_top_reason,omitempty"`
	Cut            tally.Cut          `json:"cut"`
	Suppressed     tally.Cut          `json:"suppressed"` // by --suppress
	Redacted       []privacy.Redacted `json:"redacted,omitempty"`
	Groups         []Group            `json:"groups,omitempty"`
	Warnings       []Warning          `json:"warnings"`

	Spoken    string         `json:"-"` // the language, and how it was found, in a sentence
	Phrases   []tally.Phrase `json:"-"` // found by association, counted or not
	Themeless []tally.Term   `json:"-"` // terms of no theme, cut or not, in order
}

// Group is the part of the respondents with one value.
type Group struct {
	Value  string        `json:"value"`
	Base   tally.Base    `json:"base"`
	Terms  []tally.Term  `json:"terms"`
	Themes []tally.Theme `json:"themes"`
	Cut    tally.Cut     `json:"cut"`
}

// NewTally makes the document of a count, its lists cut by the limits; sums are
// the SHA-256 of the files, where they were asked for.
func NewTally(c *study.Count, limits tally.Limits, sums []string) *Tally {
	names := NamesOf(c.Export.Files)
	d := &Tally{
		Schema: TallySchema,
		Source: Source{
			Files: names.All(c.Export.Files), Platform: c.Export.Platform, Encoding: c.Export.Encoding,
			Delimiter: string(c.Export.Delimiter), HeaderRows: c.Export.HeaderRows, SHA256: sums,
		},
		Question: Question{Columns: c.Question.Columns, ID: c.Question.ID, Text: c.Question.Text},
		Options:  published(c.Options, names), Found: c.Found, Redacted: c.Redacted.Shown(c.Shown.Least()), Warnings: names.Warnings(c.Warnings),
		Phrases: c.Phrases,
	}
	d.fill(c.Shown, limits)
	return d
}

// published are options as a document shows them: lists are never null, and files
// have their names in what is published.
func published(o study.Options, names Names) study.Options {
	for _, list := range []*[]string{&o.Keep, &o.Drop, &o.Phrase, &o.Where} {
		*list = append([]string{}, *list...)
	}
	for _, path := range []*string{&o.Stopwords, &o.Synonyms, &o.Themes} {
		*path = names.Of(*path)
	}
	return o
}

// fill takes over what may be shown of a tally, cut by the limits.
func (d *Tally) fill(shown *privacy.Shown, limits tally.Limits) {
	cut := shown.Limit(limits)
	t := cut.Tally()
	d.Base, d.Tokens, d.Terms, d.SetAside, d.Themes, d.AnyOfTop, d.Cut = t.Base, t.Tokens, t.Terms, t.SetAside, t.Themes, t.AnyOfTop, t.Cut
	d.Suppressed, d.Uncoded = t.Suppressed, nil
	if uncoded := int(t.Uncoded); len(t.Themes) > 0 && !t.Uncoded.IsWithheld() {
		d.Uncoded = &uncoded
	}
	d.Themeless, d.Groups = shown.Tally().Themeless(), nil
	for _, g := range cut.Groups() {
		d.Groups = append(d.Groups, Group{Value: g.Value, Base: g.Tally.Base, Terms: g.Tally.Terms, Themes: g.Tally.Themes, Cut: g.Tally.Cut})
	}
	d.Options.Count, d.Options.MinCount, d.Options.Top, d.Options.Suppress = t.RankBy, cmp.Or(limits.MinCount, d.Options.MinCount), limits.Top, shown.Least()
	d.Complete = t.Complete() && !d.Options.Phrases && !shown.Withholds()
}

// prose is what sentences about the document are made of.
func (d *Tally) prose() *prose.Result {
	o, t := &d.Options, d.tally()
	t.AnyOfTop, t.Suppressed = d.AnyOfTop, d.Suppressed
	r := &prose.Result{
		Tally: t, NoTheme: d.Uncoded, Themeless: d.Themeless, Phrases: d.Phrases, NoAnyOf: d.AnyOfTopReason, TermsAre: d.TermsAre, Language: d.Spoken,
		Finished: o.Finished, PhrasesCounted: o.Phrases, Intervals: o.Intervals, Stems: !o.NoStem, StopWords: !o.NoStopwords, Suppress: o.Suppress,
	}
	if o.Weight != "" {
		r.Weight = cmp.Or(d.WeightColumn, o.Weight)
	}
	for _, x := range d.Redacted {
		r.Replaced = append(r.Replaced, prose.Replaced{Kind: x.Kind, Count: x.Count})
	}
	return r
}

// TallySchema is the value of a tally document's Schema.
const TallySchema = "verbatim/tally/v1"

// Write writes the document in a format.
func (d *Tally) Write(w io.Writer, f Format) error {
	if f == JSON {
		return d.writeJSON(w)
	}
	return write(w, f, d)
}

// TallyRow is a term in CSV: one row each, the columns of the JSON.
type TallyRow struct {
	Rank                int      `csv:"rank"`
	Term                string   `csv:"term"`
	Stem                string   `csv:"stem"`
	Mentions            int      `csv:"mentions"`
	Respondents         int      `csv:"respondents"`
	Share               float64  `csv:"share"`
	Low                 *float64 `csv:"ci_low"`
	High                *float64 `csv:"ci_high"`
	WeightedMentions    *float64 `csv:"weighted_mentions"`
	WeightedRespondents *float64 `csv:"weighted_respondents"`
	Negated             int      `csv:"negated"`
	Forms               string   `csv:"forms"` // joined by "; ", the most frequent first
	Theme               string   `csv:"theme"`
}

// GroupRow is a term of one group in CSV.
type GroupRow struct {
	Group string `csv:"group"`
	TallyRow
}

func (d *Tally) rows() any {
	if len(d.Groups) == 0 {
		return rowsOf(d.Terms)
	}
	var rows []GroupRow
	for _, g := range d.Groups {
		for _, row := range rowsOf(g.Terms) {
			rows = append(rows, GroupRow{cellSafe(g.Value), row})
		}
	}
	return rows
}

func rowsOf(terms []tally.Term) []TallyRow {
	rows := make([]TallyRow, 0, len(terms))
	for _, t := range terms {
		row := TallyRow{
			Rank: t.Rank, Term: cellSafe(t.Term), Stem: cellSafe(t.Stem), Mentions: t.Mentions, Respondents: t.Respondents,
			Share: t.Share, Low: t.Low, High: t.High, Negated: t.Negated, Forms: joinForms(t.Forms), Theme: cellSafe(t.Theme),
		}
		if t.WeightedMentions > 0 {
			mentions, respondents := t.WeightedMentions.Float(), t.WeightedRespondents.Float()
			row.WeightedMentions, row.WeightedRespondents = &mentions, &respondents
		}
		rows = append(rows, row)
	}
	return rows
}

func joinForms(forms []tally.Form) string {
	names := make([]string, len(forms))
	for i, f := range forms {
		names[i] = cellSafe(f.Form) // some spreadsheets part cells at a semicolon
	}
	return strings.Join(names, "; ")
}

// table is the document for a terminal.
func (d *Tally) table(columns int) string {
	return tableOf(columns, d.Question, d.parts(), d.prose().Notes())
}

// markdown is the document for a page.
func (d *Tally) markdown() string { return markdownOf(d.Question, d.parts(), d.prose().Notes()) }

// parts are the tables of the document: terms, in all or by group, and themes.
func (d *Tally) parts() []section {
	var parts []section
	if len(d.Groups) == 0 {
		parts = append(parts, d.termTable("", d.Terms))
	}
	for _, g := range d.Groups {
		parts = append(parts, d.termTable(fmt.Sprintf("%s (%s)", cmp.Or(g.Value, "(blank)"), prose.Count(g.Base.Valid, "answer")), g.Terms))
	}
	if len(d.Themes) > 0 {
		parts = append(parts, themeTable("themes", d.Themes))
	}
	return parts
}

// termTable lists terms; columns that would be empty are left out. show makes a
// respondent's text harmless.
func (d *Tally) termTable(title string, terms []tally.Term) section {
	header, numeric := table.Row{"rank", "term", "mentions", "people"}, []int{1, 3, 4, 5}
	if d.Options.Weight != "" {
		header, numeric = append(header, prose.RankUnit(d.Options.Count, true)), append(numeric, 6)
	}
	header = append(header, "share")
	if d.Options.Intervals {
		header = append(header, "95 %")
	}
	header = append(header, "written as")
	spare := []int{len(header), 1} // forms, rank
	if d.Options.Weight != "" {
		spare = append(spare, 3) // mentions, beside the count that ranks
	}
	if d.Options.Themes != "" {
		header = append(header, "theme")
		spare = append(spare, len(header))
	}
	return section{title: title, numeric: numeric, spare: spare, fill: func(t table.Writer, show func(string) string) {
		t.AppendHeader(header)
		for _, x := range terms {
			row := table.Row{x.Rank, show(x.Term), x.Mentions, x.Respondents}
			if d.Options.Weight != "" {
				row = append(row, fmt.Sprintf("%.1f", weighted(x, d.Options.Count).Float()))
			}
			row = append(row, prose.Percent(x.Share))
			if x.Low != nil {
				row = append(row, prose.Percent(*x.Low)+" – "+prose.Percent(*x.High))
			}
			row = append(row, show(formCounts(x)))
			if d.Options.Themes != "" {
				row = append(row, show(x.Theme))
			}
			t.AppendRow(row)
		}
	}}
}

// weighted is the count that ranks a term of weighted answers.
func weighted(x tally.Term, by tally.Count) tally.Weight {
	if by == tally.Respondents {
		return x.WeightedRespondents
	}
	return x.WeightedMentions
}

// themeTable lists themes.
func themeTable(title string, themes []tally.Theme) section {
	return section{title: title, numeric: []int{2, 3, 4}, fill: func(t table.Writer, show func(string) string) {
		t.AppendHeader(table.Row{"theme", "mentions", "people", "share"})
		for _, x := range themes {
			t.AppendRow(table.Row{show(x.Theme), prose.Figure(x.Mentions), x.Respondents, prose.Percent(x.Share)})
		}
	}}
}

// formCounts lists the forms with their counts where there are several, and how
// often the term is denied.
func formCounts(x tally.Term) string {
	parts := make([]string, len(x.Forms))
	for i, f := range x.Forms {
		parts[i] = fmt.Sprintf("%s %d", f.Form, f.Mentions)
	}
	if len(parts) == 1 {
		parts[0] = x.Forms[0].Form
	}
	out := strings.Join(parts, ", ")
	if x.Negated > 0 {
		out = fmt.Sprintf("(%d denied) %s", x.Negated, out)
	}
	return out
}
