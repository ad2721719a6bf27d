package figure

import (
	"cmp"
	"context"
	"slices"

	"verbatim/internal/chart"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// A comparison is a dot plot (dots.go) without another request. As clouds, each group has one (groups.go). As bars, two
// groups have one for each term, the difference of their shares, at a zero line; more groups have a panel each:
//
//	more in North       │       more in South
//	       trust ▇▇▇▇▇▇▇│
//	                    │▇▇▇▇ money
//	                    │▯▯ time                  hollow: may be chance

// A Comparison is a question with the result of testing which terms its groups use differently.
type Comparison struct {
	*Question
	Result *privacy.Comparison
}

// How many terms a picture has without a request for another number: in all as bars, for each group as clouds.
const differencesTop, groupTop = 20, 12

// As is how a comparison is drawn.
type As string

// The ways: a dot plot; bars of differences or, of more than two groups, a panel each; a cloud for each group.
const (
	AsDots   As = "dots"
	AsBars   As = "bars"
	AsClouds As = "clouds"
)

// Draw draws the comparison. limits cut the list of terms.
func (c *Comparison) Draw(ctx context.Context, l Look, as As, limits tally.Limits) (*Picture, error) {
	switch as {
	case AsDots:
		return c.dots(ctx, l, limits)
	case AsClouds:
		return l.draw(ctx, c.clouds(l.Palette, limits))
	}
	return most(limits.Top, differencesTop, func(top int, _ bool) (*Picture, error) {
		limits.Top = top
		if c.pair() {
			return l.draw(ctx, c.differences(l.Palette, limits))
		}
		return l.draw(ctx, c.panels(l, limits))
	})
}

// pair reports whether there are two groups, of different people.
func (c *Comparison) pair() bool { return len(c.Result.Groups) == 2 && !c.Result.Overlap }

// prose are the facts that the captions of the comparison are made of.
func (c *Comparison) prose() *prose.Comparison {
	return &prose.Comparison{Voice: c.Voice, Tally: c.tally, Groups: c.groups, Question: c.Text, Chosen: c.Options, Comparison: c.Result}
}

// panels are bars of the terms that set groups apart most, in a panel for each drawn group.
func (c *Comparison) panels(l Look, limits tally.Limits) *subject {
	text, shown, drawn, part := c.prose(), c.Result.Limit(limits).Terms, c.Result.Drawn(), *c.Question
	text.Shown = shown
	note := prose.DotNote{Bars: true, Intervals: c.rank.Intervals, Least: c.least}
	terms := *c.tally
	terms.Terms = nil
	for i := range shown {
		if len(text.Setting(&shown[i])) > 0 {
			note.Beyond++
		} else {
			note.Chance++
		}
		at := slices.IndexFunc(c.tally.Terms, func(x tally.Term) bool { return x.Root == shown[i].Root })
		terms.Terms = append(terms.Terms, c.tally.Terms[at])
	}
	part.tally, part.groups = &terms, slices.DeleteFunc(slices.Clone(c.groups), func(g tally.Group) bool {
		return !slices.ContainsFunc(drawn, func(i int) bool { return c.Result.Groups[i].Value == g.Value })
	})
	rows := tally.Listed(rowsOf(part.tally, false), func(r *row) int { return r.place })
	for i := range rows {
		rows[i].ink = l.Palette.Neutral
		if slices.ContainsFunc(shown, func(x tally.KeyTerm) bool { return x.Key() == rows[i].key && len(text.Setting(&x)) > 0 }) {
			rows[i].ink = l.Palette.Bar()
		}
	}
	s := part.bars(l, rows, false)
	s.finding, s.leads, s.base, s.alt = text.Titles(), true, c.DotBase(c.tally, c.Options), text.Alt(prose.GroupBars)
	s.caption = func([]prose.Missing) []string { return text.Dots(note) }
	return s
}

// differences is the diverging chart of two groups. The terms of each group are together, the most significant first, so
// the picture reads as two lists.
func (c *Comparison) differences(p render.Palette, limits tally.Limits) *subject {
	shown, text := c.Result.Limit(limits).Terms, c.prose()
	spec := chart.DivergingSpec{Left: c.side(p, 0), Right: c.side(p, 1)}
	ordered := slices.Clone(shown)
	slices.SortStableFunc(ordered, func(x, y tally.KeyTerm) int { return cmp.Compare(sideOf(x), sideOf(y)) })
	for _, x := range tally.Listed(ordered, func(x *tally.KeyTerm) int { return x.Place }) {
		one, two := x.Groups[0].Share, x.Groups[1].Share
		spec.Rows = append(spec.Rows, chart.Difference{
			Label: prose.Label(x.Label), Value: two - one, Strong: prose.Points(two - one), Quiet: c.Percent(one) + " : " + c.Percent(two),
			Title: text.Word(&x), Hollow: !x.Apart(),
		})
	}
	return &subject{
		content: Bars, question: c.Text, voice: c.Voice, language: c.Language, caveat: c.Caveat, rows: len(spec.Rows) + headings, finding: text.Titles(), leads: true, base: text.Base(), alt: text.Alt(prose.DifferentBars),
		caption: func([]prose.Missing) []string { return text.Differences(shown) },
		place: func(_ context.Context, l *Look, frame render.Frame) (p render.Picture, err error) {
			spec.Style = l.chartStyle(frame)
			p.Chart, err = chart.NewDiverging(spec)
			return p, err
		},
	}
}

// side is the heading of one group of two. It says how many people the group has: a difference of 20 points means little
// among ten people.
func (c *Comparison) side(p render.Palette, group int) chart.Heading {
	g := c.Result.Groups[group]
	return chart.Heading{Name: c.Say("more in %s", prose.Label(g.Value)), Note: c.People(g.Valid), Ink: p.GroupInk(group, len(c.Result.Groups))}
}

// sideOf orders terms for the chart: first the terms of the first group, last the terms of neither.
func sideOf(x tally.KeyTerm) int {
	if x.Higher < 0 {
		return 2
	}
	return x.Higher
}
