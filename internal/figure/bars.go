package figure

import (
	"cmp"
	"context"
	"fmt"
	"image/color"
	"math"
	"slices"

	"verbatim/internal/chart"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// A chart has a row for each term or theme and a panel for each group, all on one scale:
//
//	            North              South
//	   trust  ▇▇▇▇▇▇▇▇ 40% 12   ▇▇▇▇▇ 25% 6       share of the group's people, and how many they are
//	openness  ▇▇▇▇ 20% 6        withheld           by disclosure control; never a bar of no length
//
// If mentions rank the terms, the length of a bar is their number, and the share is printed next to it.

// barTop is how many bars a chart has at most without a request for another number: about as many as a reader takes in at
// once.
const barTop = 15

// DrawBars draws bars of a question's terms: of all people, or in one panel for each group. limits cut the list of terms;
// without a limit there are as many as there is room for. shown are the terms drawn.
func (q *Question) DrawBars(ctx context.Context, l Look, by Colours, limits tally.Limits) (p *Picture, shown []tally.Term, err error) {
	p, err = most(limits.Top, barTop, func(top int, roomy bool) (*Picture, error) {
		cut := *q
		l.roomy = roomy
		cut.tally = q.tally.Limit(tally.Limits{MinCount: limits.MinCount, Top: top})
		shown = cut.tally.Terms
		return l.draw(ctx, cut.termBars(l, by))
	})
	return p, shown, err
}

// DrawThemes draws bars of the themes that most people named, within the limits; without one on their number as many as
// there is room for.
func (q *Question) DrawThemes(ctx context.Context, l Look, limits tally.Limits) (*Picture, error) {
	return most(limits.Top, barTop, func(top int, roomy bool) (*Picture, error) {
		l.roomy = roomy
		bars, err := q.themeBars(l, tally.Limits{MinCount: limits.MinCount, Top: top})
		if err != nil {
			return nil, err
		}
		return l.draw(ctx, bars)
	})
}

// Panels are the groups that a chart has a panel for: the groups with a value and an answer. The people without a value are
// counted in the caption.
func (q *Question) Panels() []tally.Group {
	return slices.DeleteFunc(slices.Clone(q.groups), func(g tally.Group) bool { return g.Value == "" || g.Tally.Base.Valid == 0 })
}

// row is a term or a theme in a bar chart.
type row struct {
	place int    // in the order of the options
	key   string // of the term or theme in the tallies of groups: its stem, or its name
	label string
	ink   color.NRGBA
	all   value // of the whole tally
}

// value is how often a term or theme was named, and by how many people, in all or in one group.
type value struct {
	mentions    tally.Figure
	respondents int
	weighted    float64 // mentions, weighted where answers are
	share       float64
	withheld    bool // by disclosure control
	tally.Interval
}

// by is the count that ranks, unweighted.
func (v value) by(c tally.Count) int {
	if c == tally.Mentions {
		return int(v.mentions)
	}
	return v.respondents
}

// rowsOf are the rows of the terms of a tally, or of its themes, without their colours. The mentions of a theme may be
// withheld while its people are shown.
func rowsOf(t *tally.Tally, themes bool) (rows []row) {
	if !themes {
		for _, x := range t.Terms {
			v := value{tally.Figure(x.Mentions), x.Respondents, x.Weighted(tally.Mentions), x.Share, false, x.Interval}
			rows = append(rows, row{place: x.Place, key: x.Key(), label: prose.Label(x.Label), all: v})
		}
		return rows
	}
	for _, x := range t.Themes {
		v := value{x.Mentions, x.Respondents, float64(x.Mentions), x.Share, false, x.Interval}
		if x.WeightedMentions > 0 {
			v.weighted = x.WeightedMentions.Float()
		}
		rows = append(rows, row{key: x.Theme, label: prose.Label(x.Theme), all: v})
	}
	return rows
}

// termBars are the bars of all terms of the tally, in its order, which is that of their lengths; of options with an order
// of their own, in that.
func (q *Question) termBars(l Look, by Colours) *subject {
	rows := rowsOf(q.tally, false)
	inks, legend := q.barInks(l.Palette, q.counts()), []render.Entry(nil)
	if by == ByTheme {
		inks, legend = themeInks(q.Voice, l.Palette, q.tally)
	}
	for i, ink := range inks {
		rows[i].ink = ink
	}
	rows = tally.Listed(rows, func(r *row) int { return r.place })
	s := q.bars(l, rows, false)
	s.legend, s.finding, s.base = legend, q.finding(), q.BarBase(q.tally, q.groups != nil, q.Options)
	s.caption = func([]prose.Missing) []string {
		return append(q.Voice.Bars(q.tally, q.groups, q.rank.Intervals, q.Options), q.Overlapping(q.rank.Overlap, q.leftOut)...)
	}
	return s
}

// barInks are the inks of bars of some lengths. A bar has its length for the count, so its colour means no size: all have
// one, but for those that lead clearly. Among groups, none leads.
func (q *Question) barInks(p render.Palette, counts []float64) (inks []color.NRGBA) {
	least := render.Leading(counts)
	for _, n := range counts {
		ink := p.Bar()
		if n >= least && q.groups == nil {
			ink = p.Accent()
		}
		inks = append(inks, ink)
	}
	return inks
}

// themeBars are the bars of themes within the limits: the ones that most people named or, if mentions rank, the ones that
// were named most often. The order is that of the bars' lengths, which need not be the order of the list of themes.
func (q *Question) themeBars(l Look, limits tally.Limits) (*subject, error) {
	rows, err := q.themeRows(limits)
	if err != nil {
		return nil, err
	}
	rows = rows[:min(len(rows), limits.Top)]
	cut := len(q.tally.Themes) - len(rows)
	var counts []float64
	for _, x := range rows {
		counts = append(counts, q.ranks(x))
	}
	for i, ink := range q.barInks(l.Palette, counts) {
		rows[i].ink = ink
	}
	s := q.bars(l, rows, true)
	s.base = q.ThemeBase(q.tally, q.groups != nil)
	s.caption = func([]prose.Missing) []string {
		return append(q.ThemeBars(q.tally, q.groups, q.rank.Intervals, cut), q.Overlapping(q.rank.Overlap, q.leftOut)...)
	}
	return s, nil
}

// themeRows are the rows of all themes with the least count, in the order of their shares or, if mentions rank, of these.
func (q *Question) themeRows(limits tally.Limits) ([]row, error) {
	rows := slices.DeleteFunc(rowsOf(q.tally, true), func(x row) bool { return limits.MinCount > 1 && x.all.by(q.tally.RankBy) < limits.MinCount })
	if len(rows) == 0 {
		return nil, &BlankError{Content: Bars}
	}
	slices.SortStableFunc(rows, func(a, b row) int { return cmp.Compare(q.ranks(b), q.ranks(a)) })
	return rows, nil
}

// ranks is what a theme is ranked by: its share or, if mentions rank, their number.
func (q *Question) ranks(x row) float64 {
	if q.tally.RankBy == tally.Mentions {
		return x.all.weighted
	}
	return x.all.share
}

// bars are a chart of terms or themes, with its alternative text. A row without a bar in a group still has its place
// there, so that the rows of all panels are in line.
func (q *Question) bars(l Look, rows []row, themes bool) *subject {
	spec, heading := chart.BarSpec{}, headings
	for _, r := range rows {
		spec.Rows = append(spec.Rows, chart.Row{Label: r.label, Title: q.title(r, r.all, q.tally)})
	}
	if q.groups == nil {
		all := func(r row) value { return r.all }
		spec.Panels, spec.Heads, heading = []chart.Panel{{Bars: q.panel(l.Palette, rows, q.tally, all)}}, q.ColumnHeads(q.tally), 1
	}
	panels := q.Panels()
	for _, g := range panels {
		values := make(map[string]value)
		for _, r := range rowsOf(g.Tally, themes) {
			values[r.key] = r.all
		}
		of := func(r row) value { return q.inGroup(g.Tally, values, r.key) }
		spec.Panels = append(spec.Panels, chart.Panel{Name: prose.Label(g.Value), Note: q.People(g.Tally.Base.Valid), Bars: q.panel(l.Palette, rows, g.Tally, of)})
	}
	return &subject{
		content: Bars, question: q.Text, voice: q.Voice, language: q.Language, caveat: q.Caveat, alt: q.BarAlt(q.tally, q.Text, len(panels), q.barNames(rows)),
		rows: chart.Bands(l.Width, len(spec.Panels)) * (len(rows) + heading),
		place: func(_ context.Context, l *Look, frame render.Frame) (p render.Picture, err error) {
			spec.Style = l.chartStyle(frame)
			p.Chart, err = chart.NewBars(spec)
			return p, err
		},
	}
}

// headings is the height of the heading of a panel and the space around it, in rows.
const headings = 5

// panel are the bars of one panel, one for each row; of gives the value of a row in the panel. A withheld value has the word
// instead of a bar, since a bar of no length would read as zero.
func (q *Question) panel(p render.Palette, rows []row, t *tally.Tally, of func(row) value) (bars []chart.Bar) {
	for _, r := range rows {
		v := of(r)
		if v.withheld {
			bars = append(bars, chart.Bar{Quiet: q.Say("withheld"), Title: q.Say("%s: withheld", r.label)})
			continue
		}
		b := chart.Bar{Value: v.share, Low: v.Low, High: v.High, Strong: q.Percent(v.share), Quiet: q.Number(v.respondents), Ink: r.ink, Light: p.Light(r.ink), Title: q.title(r, v, t)}
		if t.RankBy == tally.Mentions {
			b.Value, b.Low, b.High, b.Strong, b.Quiet = v.weighted, nil, nil, q.Number(int(math.Round(v.weighted))), q.Percent(v.share)
		}
		bars = append(bars, b)
	}
	return bars
}

// inGroup is the value of a row in a group, which may be zero or withheld. A tally lists every theme, even one that nobody
// named; so a theme that the tally of a group lacks is withheld, if anything is.
func (q *Question) inGroup(g *tally.Tally, values map[string]value, key string) value {
	v, said := values[key]
	if said {
		return v
	}
	_, v.withheld = slices.BinarySearch(g.Concealed, key)
	v.withheld = v.withheld || q.withholds && slices.ContainsFunc(q.tally.Themes, func(x tally.Theme) bool { return x.Theme == key })
	v.Interval = g.Base.Nobody(q.rank)
	return v
}

// title is the text that a pointer on the row, or on its bar, brings up.
func (q *Question) title(r row, v value, t *tally.Tally) string {
	return q.Bar(r.label, v.mentions, v.respondents, t.Base.Valid, v.share)
}

// barNames are the rows with their figures, for the alternative text.
func (q *Question) barNames(rows []row) (names []string) {
	for i, r := range rows {
		people := q.Number(r.all.respondents)
		if i == 0 { // the first bar names the unit for all
			people = q.People(r.all.respondents)
		}
		if q.tally.RankBy == tally.Mentions {
			names = append(names, fmt.Sprintf("%s %s", r.label, q.Counted(int(r.all.mentions), tally.Mentions)))
		} else {
			names = append(names, fmt.Sprintf("%s %s (%s)", r.label, q.Percent(r.all.share), people))
		}
	}
	return names
}
