package figure

import (
	"cmp"
	"context"
	"image/color"
	"slices"

	"verbatim/internal/chart"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// The picture of a comparison depends on how many groups there are. For two groups, the difference of shares is one number
// for each term: a chart with a zero line. For more there is no such number, and each group gets a cloud (groups.go):
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

// How many terms a picture of a comparison shows without a request for another number: in all for two groups, for each
// group if there are more.
const differencesTop, groupTop = 20, 12

// Draw draws the comparison: for two groups bars of their differences, for more a cloud for each. limits cut the list of
// terms.
func (c *Comparison) Draw(ctx context.Context, l Look, limits tally.Limits) (*Picture, error) {
	if c.pair() {
		return most(limits.Top, differencesTop, func(top int, _ bool) (*Picture, error) {
			return l.draw(ctx, c.differences(l.Palette, tally.Limits{MinCount: limits.MinCount, Top: top}))
		})
	}
	return l.draw(ctx, c.clouds(l.Palette, limits))
}

// pair reports whether there are two groups, of different people.
func (c *Comparison) pair() bool { return len(c.Result.Groups) == 2 && !c.Result.Overlap }

// prose are the facts that the captions of the comparison are made of.
func (c *Comparison) prose() *prose.Comparison {
	return &prose.Comparison{Tally: c.tally, Groups: c.groups, Question: c.Text, Chosen: c.Options, Comparison: c.Result}
}

// ink is the colour of a group. If the palette has too few colours for all groups, they share one.
func (c *Comparison) ink(p render.Palette, group int) color.NRGBA {
	if len(c.Result.Groups) > len(p.Themes) || p.Name == "" && len(p.Themes) < 2 {
		return p.Bar()
	}
	return p.ThemeInk(group)
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
			Label: prose.Label(x.Label), Value: two - one, Strong: prose.Points(two - one), Quiet: prose.Percent(one) + " : " + prose.Percent(two),
			Title: text.Word(&x), Hollow: !x.Apart(),
		})
	}
	return &subject{
		content: Bars, question: c.Text, caveat: c.Caveat, rows: len(spec.Rows) + headings, base: text.Base(), alt: text.Alt(shown),
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
	return chart.Heading{Name: "more in " + prose.Label(g.Value), Note: prose.People(g.Valid), Ink: c.ink(p, group)}
}

// sideOf orders terms for the chart: first the terms of the first group, last the terms of neither.
func sideOf(x tally.KeyTerm) int {
	if x.Higher < 0 {
		return 2
	}
	return x.Higher
}
