package report

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"
	"slices"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// TallySchema is the value of a tally document's Schema.
const TallySchema = "verbatim/tally/v1"

// ColumnNamed is how much of a column's text names it in a document, in characters.
const ColumnNamed = 80

// A Tally is the document of a counted question, verbatim/tally/v1. It is the base of all others:
// comparison, quotes and coded data take their origin from it, package tallyfile reads it back, and a report
// has one for each question.
//
//	Shown ─ Limit ─ fill ─▶ Tally ─┬─ rows, table, markdown
//	                               ├─ prose ─▶ findings and notes
//	                               └─ JSON ─ package tallyfile ─▶ Count
type Tally struct {
	Origin
	study.Found
	Complete bool `json:"complete"` // nothing cut or united by ids: can be merged
	tally.Tally
	Phrases  []tally.Phrase     `json:"phrases_found,omitempty"` // by association, counted or not
	Redacted []privacy.Redacted `json:"redacted,omitempty"`
	Groups   []Group            `json:"groups,omitempty"`
	Warnings []notice.Warning   `json:"warnings"`

	Spoken    prose.Spoken `json:"-"` // the language and how it was found
	Themeless []tally.Term `json:"-"` // terms of no theme, cut or not, in order
}

// Group is the part of the respondents with one value.
// Its terms are cut by the same limits as those of all people, and have a rank of their own.
type Group struct {
	Value  string        `json:"value"`
	Base   tally.Base    `json:"base"`
	Terms  []tally.Term  `json:"terms"`
	Themes []tally.Theme `json:"themes"`
	Cut    tally.Cut     `json:"cut"`
}

// NewTally makes the document of a count, its lists cut by the limits; sums are the SHA-256 of the
// files, if they were asked for.
func NewTally(c *study.Count, limits tally.Limits, sums []string) *Tally {
	names := NamesOf(c.Export.Files)
	d := &Tally{
		Origin: Origin{
			Schema: TallySchema,
			Source: Source{
				Files: prose.Texts(c.Export.Files, names.Of), Platform: c.Export.Platform, Encoding: c.Export.Encoding,
				Container: c.Export.Container, Delimiter: c.Export.Delimiter.String(), HeaderRows: c.Export.HeaderRows, SHA256: sums,
			},
			Question: Question{Columns: c.Question.Columns, ID: c.Question.ID, Text: c.Question.Text},
			Options:  published(c.Options, names),
		},
		Found: c.Found, Redacted: c.Redacted.Shown(c.Shown.Least()), Warnings: names.Warnings(c.Warnings), Phrases: c.Phrases,
	}
	d.fill(c.Shown, limits)
	return d
}

// published are options as a document shows them: lists are never null, and files have their
// published names.
func published(o study.Options, names Names) study.Options {
	for _, list := range []*[]string{&o.Keep, &o.Drop, &o.Phrase, &o.Where} {
		*list = listed(*list)
	}
	for _, path := range []*string{&o.Stopwords, &o.Synonyms, &o.Themes, &o.Mask} {
		*path = names.Of(*path)
	}
	if file := o.Phrases.File(); file != "" {
		o.Phrases = study.Phrases(names.Of(file))
	}
	return o
}

// fill takes the figures that may be shown of a tally, with lists cut by the limits. The terms of
// no theme are from the uncut list: they are advice for further themes. The options become those
// that the list really has: a document that says "top 20" is cut at 20.
func (d *Tally) fill(shown *privacy.Shown, limits tally.Limits) {
	cut := shown.Limit(limits)
	d.Tally = *cut.Tally()
	if len(d.Themes) == 0 {
		d.Uncoded = tally.Withheld
	}
	d.Themeless, d.Groups = shown.Tally().Themeless(), nil
	for _, g := range cut.Groups() {
		d.Groups = append(d.Groups, Group{Value: g.Value, Base: g.Tally.Base, Terms: g.Tally.Terms, Themes: g.Tally.Themes, Cut: g.Tally.Cut})
	}
	d.Options.Count, d.Options.MinCount, d.Options.Top, d.Options.Suppress = d.RankBy, cmp.Or(limits.MinCount, d.Options.MinCount), limits.Top, shown.Least()
	d.showWriting()
	d.conceal()
	d.Complete = d.Tally.Complete() && d.Masked == nil && d.Options.ID == "" && !shown.Withholds()
}

// showWriting leaves of the names that were decided those of the terms of the document.
func (d *Tally) showWriting() {
	if d.Decisions == nil {
		return
	}
	decided := *d.Decisions
	lists := [][]tally.Term{d.Terms}
	for _, x := range d.SetAside {
		lists = append(lists, []tally.Term{{Forms: x.Forms}})
	}
	for _, g := range d.Groups {
		lists = append(lists, g.Terms)
	}
	decided.Writing = decided.Writing.Of(lists...)
	d.Decisions = &decided
}

// conceal covers the stems of masked terms, by which the parts of a document were joined until now.
func (d *Tally) conceal() {
	if d.Masked == nil {
		return
	}
	concealed := func(terms []tally.Term) []tally.Term {
		terms = slices.Clone(terms)
		for i := range terms {
			if terms[i].Masked {
				terms[i].Stem = privacy.ConcealStem(terms[i].Stem)
			}
		}
		return terms
	}
	d.Terms, d.Themeless, d.SetAside = concealed(d.Terms), concealed(d.Themeless), slices.Clone(d.SetAside)
	for i := range d.SetAside {
		if d.SetAside[i].Masked {
			d.SetAside[i].Stem = privacy.ConcealStem(d.SetAside[i].Stem)
		}
	}
	for i := range d.Groups {
		d.Groups[i].Terms = concealed(d.Groups[i].Terms)
	}
}

// prose are the facts of the document that sentences are made of. They are taken from the document
// and not from the count, so the sentences cannot say more than it shows.
func (d *Tally) prose(v prose.Voice) *prose.Result {
	return &prose.Result{
		Voice: v,
		Tally: &d.Tally, Found: d.Found, FewPicked: len(d.Groups) - len(d.listedGroups()), Options: d.Options, Themeless: d.Themeless, Associated: d.Phrases, Spoken: d.Spoken, Replaced: d.Redacted,
	}
}

// Write writes the document in a format. JSON has a function of its own, since a list of terms may
// be long.
func (d *Tally) Write(w io.Writer, f Format) error {
	if f == JSON {
		return d.writeJSON(w)
	}
	return write(w, f, d)
}

// writeJSON writes the document, byte for byte as the function writeJSON would. The terms of a long
// list are most of it. encoding/json would build the text of all of them, and then indent a copy:
// several times the size of the list. So they are written one after the other into their frame.
func (d *Tally) writeJSON(w io.Writer) error {
	if len(d.Terms) == 0 {
		return writeJSON(w, d)
	}
	frame := *d
	frame.Terms = frame.Terms[:0]
	return writeFrame(w, &frame, "terms", func(item func(text []byte) error) error {
		var text bytes.Buffer
		enc := json.NewEncoder(&text)
		enc.SetEscapeHTML(false)
		if _, unset := w.(*oneLine); !unset { // which would take it out again
			enc.SetIndent("    ", "  ")
		}
		for i := range d.Terms {
			text.Reset()
			if err := enc.Encode(&d.Terms[i]); err != nil {
				return err
			}
			if err := item(bytes.TrimRight(text.Bytes(), "\n")); err != nil {
				return err
			}
		}
		return nil
	})
}

// tables are the terms, of all people or of each group, the themes, of all people and of each group, and the groups, of
// whose people the shares are.
func (d *Tally) tables() []dataTable {
	tables := []dataTable{d.termRows()}
	if len(d.Themes) > 0 {
		tables = append(tables, dataTable{name: "Themes", header: themeColumns[1:], rows: rowsOf(d.Themes, func(t tally.Theme) []any { return themeCells("", t)[1:] })})
	}
	if len(d.Groups) == 0 {
		return tables
	}
	if len(d.Themes) > 0 {
		tables = append(tables, dataTable{name: "Themes by group", header: themeColumns, rows: func(yield func([]any) bool) {
			for _, g := range d.Groups {
				for _, t := range g.Themes {
					if !yield(themeCells(g.Value, t)) {
						return
					}
				}
			}
		}})
	}
	return append(tables, dataTable{name: "Groups", rows: rowsOf(d.Groups, groupCells),
		header: []string{"group", "respondents", "valid", "unanswered", "non_response", "nil_answers", "weight_sum", "effective_n"}})
}

// termRows are the terms, one row each.
func (d *Tally) termRows() dataTable {
	groups, first := d.Groups, 0
	if len(groups) == 0 {
		groups, first = []Group{{Terms: d.Terms}}, 1 // without the name of the group
	}
	header := []string{"group", "rank", "term", "stem", "mentions", "respondents", "share", "ci_low", "ci_high", "weighted_mentions",
		"weighted_respondents", "negated", "forms", "theme", "label", "denied", "either"}
	return dataTable{name: "Terms", csv: true, header: header[first:], rows: func(yield func([]any) bool) {
		for _, g := range groups {
			for i := range g.Terms {
				if !yield(termCells(g.Value, &g.Terms[i])[first:]) {
					return
				}
			}
		}
	}}
}

// termCells are the cells of a term in a group, with every column that JSON has.
func termCells(group string, t *tally.Term) []any {
	forms := prose.Texts(t.Forms, func(f tally.Form) string { return f.Form })
	return []any{group, t.Rank, t.Term, t.Stem, t.Mentions, t.Respondents, t.Share, t.Low, t.High, weighted(t.WeightedMentions), weighted(t.WeightedRespondents),
		t.Negated, list{forms, "; "}, t.Theme, t.Label, t.Denied, unlessZero(t.Either)}
}

// themeColumns are the columns of themes in a group.
var themeColumns = []string{"group", "theme", "mentions", "respondents", "share", "ci_low", "ci_high", "weighted_mentions", "weighted_respondents"}

// themeCells are the cells of a theme in a group.
func themeCells(group string, t tally.Theme) []any {
	return []any{group, t.Theme, t.Mentions, t.Respondents, t.Share, t.Low, t.High, weighted(t.WeightedMentions), weighted(t.WeightedRespondents)}
}

// groupCells are the cells of a group: how many people it has, and what they did.
func groupCells(g Group) []any {
	b := g.Base
	return []any{g.Value, b.Respondents, b.Valid, b.Unanswered, b.NonResponse, b.NilAnswers, weighted(b.WeightSum), unlessZero(b.EffectiveN)}
}

// weighted is the cell of a weighted count, blank where there are no weights.
func weighted(w tally.Weight) any { return unlessZero(w.Float()) }

// unlessZero is the cell of a number that is 0 only where it does not apply.
func unlessZero[T int | float64](n T) any {
	if n == 0 {
		return ""
	}
	return n
}

// notes are the sentences below the table.
func (d *Tally) notes() []string { return d.prose(prose.Voice{}).Notes() }

// table is the document for a terminal.
func (d *Tally) table(columns int) string {
	return tableOf(columns, d.Question, d.parts(), d.notes())
}

// markdown is the document for a page.
func (d *Tally) markdown() string { return markdownOf(d.Question, d.parts(), d.notes()) }

// remarks are the question and the sentences below the table.
func (d *Tally) remarks() remarks {
	return remarks{d.Question.Text, d.notes(), d.Warnings}
}

// parts are the tables of the document: the terms, of all people or of each group, and the themes.
// A term may be frequent in one group only, so a list of all people beside the groups would repeat
// most rows and say little.
func (d *Tally) parts() []section {
	english := prose.Voice{}
	parts := d.groupTables(english)
	if len(parts) == 0 {
		parts = append(parts, d.termTable(english, "", d.Terms))
	}
	if len(d.Themes) > 0 {
		parts = append(parts, themeTable(english, "themes", d.Themes))
	}
	return parts
}
