package figure

import (
	"cmp"
	"context"
	"math"
	"slices"

	"verbatim/internal/chart"
	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// dotTop is how many rows the plot has without a request for another number.
const dotTop = 15

// DrawDots draws the terms of a question by groups that are not tested: the most frequent first, all
// symbols grey. limits cut the list of terms; without a limit there are as many as there is room for.
// shown are the terms drawn.
func (q *Question) DrawDots(ctx context.Context, l Look, limits tally.Limits) (p *Picture, shown []tally.Term, err error) {
	p, err = fitted(ctx, l, limits.Top, cmp.Or(limits.Top, dotTop), func(top int, s spacing) *subject {
		cut := *q
		cut.tally = q.tally.Limit(tally.Limits{MinCount: limits.MinCount, Top: top})
		shown = cut.tally.Terms
		rows := tally.Listed(rowsOf(cut.tally, false), func(r *row) int { return r.place })
		return cut.groupDots(&l, rows, s, false, q.DrawnTerms(cut.tally, q.Options))
	})
	return p, shown, err
}

// DrawThemeDots draws the themes that most people named, by groups.
func (q *Question) DrawThemeDots(ctx context.Context, l Look, limits tally.Limits) (*Picture, error) {
	rows, err := q.themeRows(limits)
	if err != nil {
		return nil, err
	}
	all := len(q.tally.Themes)
	return fitted(ctx, l, limits.Top, min(len(rows), cmp.Or(limits.Top, dotTop)), func(top int, s spacing) *subject {
		return q.groupDots(&l, rows[:top], s, true, q.ThemesLeftOut(q.tally, all-top))
	})
}

// groupDots is the dot plot of rows by groups; leftOut says what is not among them.
func (q *Question) groupDots(l *Look, rows []row, s spacing, themes bool, leftOut []string) *subject {
	groups, drawn := q.drawnGroups()
	mentions := q.tally.RankBy == tally.Mentions
	spec := chart.DotSpec{Share: !mentions, Airy: s.airy, TextPx: l.scale().Text, HeadPx: l.scale().Head}
	note := prose.DotNote{Overlap: q.rank.Overlap, Intervals: q.rank.Intervals && !mentions, Least: q.least}
	var values []map[string]value // by group
	for i, g := range drawn {
		spec.Groups = append(spec.Groups, chart.DotGroup{Name: prose.Label(g.Value), Note: q.GroupBase(g.Tally.Base.Valid, i == 0), Ink: l.Palette.Neutral})
		of := make(map[string]value)
		for _, r := range rowsOf(g.Tally, themes) {
			of[r.key] = r.all
		}
		values = append(values, of)
	}
	b := chart.DotBlock{}
	for _, r := range rows {
		line := chart.DotRow{Label: r.label, Title: q.title(r, r.all, q.tally)}
		var hidden []string
		for i, g := range drawn {
			v := q.inGroup(g.Tally, values[i], r.key)
			d := chart.Dot{Value: v.share, Low: v.Low, High: v.High, Hidden: v.withheld, Title: prose.Label(g.Value) + ": " + q.title(r, v, g.Tally)}
			if mentions {
				d.Value, d.Low, d.High = v.weighted, nil, nil
			}
			if d.Hidden {
				hidden, note.Withheld = append(hidden, spec.Groups[i].Name), true
				_, d.Title = q.HiddenGroups(r.label, hidden[len(hidden)-1:])
			}
			line.Dots = append(line.Dots, d)
		}
		if len(drawn) == 2 {
			line.Cells = q.numbers(line.Dots, spec.Share)
		} else {
			line.Note.Text, line.Note.Title = q.HiddenGroups(r.label, hidden)
		}
		b.Rows = append(b.Rows, line)
	}
	spec.Blocks = []chart.DotBlock{b}
	if len(drawn) == 2 {
		spec.Columns = []chart.Cell{{Text: spec.Groups[0].Name, Strong: true}, {Text: spec.Groups[1].Name, Strong: true}}
		if spec.Share {
			spec.Columns = append(spec.Columns, chart.Cell{Text: q.Say(prose.DifferenceHead)})
		}
	}
	return &subject{
		content: Bars, question: q.Text, voice: q.Voice, language: q.Language, caveat: q.Caveat, finding: q.finding(), base: q.DotBase(q.tally, q.Options), rows: spec.MinRows(len(rows), s.pitch),
		alt: q.GroupDotAlt(q.tally, q.Text, len(drawn), q.barNames(rows)),
		caption: func([]prose.Missing) []string {
			return slices.Concat(q.GroupDots(q.tally, q.GroupedBy, groups, q.groups, note, q.Options), leftOut, q.Overlapping(q.rank.Overlap, q.leftOut))
		},
		place: placeDots(q.Voice, spec),
	}
}

// numbers are the columns of a row of two groups: their shares and the difference, or their counts.
func (q *Question) numbers(dots []chart.Dot, share bool) (cells []chart.Cell) {
	hidden := false
	for _, d := range dots {
		text := q.Percent(d.Value)
		switch {
		case d.Hidden:
			text, hidden = prose.Withheld, true
		case !share:
			text = q.Number(int(math.Round(d.Value)))
		}
		cells = append(cells, chart.Cell{Text: text, Title: d.Title})
	}
	switch {
	case !share:
		return cells
	case hidden:
		return append(cells, chart.Cell{})
	}
	return append(cells, chart.Cell{Text: q.Difference(dots[0].Value, dots[1].Value)})
}

// drawnGroups are the groups with a value and an answer, and those of them that are drawn, in their order.
func (q *Question) drawnGroups() (all []tally.ComparedGroup, drawn []tally.Group) {
	panels := q.Panels()
	for _, g := range panels {
		n := g.Tally.Base.Valid
		all = append(all, tally.ComparedGroup{Value: g.Value, Valid: n, Small: n < tally.SmallGroup})
	}
	for _, i := range tally.Drawn(all, q.rank.Overlap) {
		drawn = append(drawn, panels[i])
	}
	return all, drawn
}
