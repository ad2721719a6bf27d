package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/chart"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// How many terms a picture of a comparison shows unless --top says otherwise: in all for two groups, of each for more.
const (
	differencesTop = 20
	zoneTop        = 12
)

// draw makes the picture of the comparison: for two groups bars of their differences, for more a cloud for each. It is
// what verbatim compare draws, and what a report shows.
func (c *comparison) draw(ctx context.Context, st style, id string, limits tally.Limits) (render.Picture, *render.Drawing, error) {
	if len(c.Comparison.Groups) == 2 {
		return drawMost(limits.Top, differencesTop, func(top int) (*plot, error) {
			p := c.differences(st, c.Limit(tally.Limits{MinCount: limits.MinCount, Top: top}))
			p.id = id
			return p, nil
		})
	}
	z := &zones{comparison: c, style: st, id: id, shown: c.perGroup(limits)}
	z.groups, z.small = c.drawn()
	return z.draw(ctx)
}

// inkOf is the colour of a group: one of its own, as far as there are enough.
func (c *comparison) inkOf(p render.Palette, group int) render.Entry {
	g := c.Comparison.Groups[group]
	if len(c.Comparison.Groups) > len(p.Themes) || p.Name == "" && len(p.Themes) < 2 {
		return render.Entry{Name: g.Value, Ink: p.Bar()}
	}
	return render.Entry{Name: g.Value, Ink: p.ThemeInk(group)}
}

// differences is the diverging chart of two groups.
func (c *comparison) differences(st style, shown *tally.Comparison) *plot {
	left, right := c.inkOf(st.palette, 0), c.inkOf(st.palette, 1)
	a, b := c.Comparison.Groups[0], c.Comparison.Groups[1]
	spec := chart.DivergingSpec{
		Left:  chart.Side{Name: "more in " + prose.Label(a.Value), Note: prose.People(a.Valid), Ink: left.Ink},
		Right: chart.Side{Name: "more in " + prose.Label(b.Value), Note: prose.People(b.Valid), Ink: right.Ink},
	}
	ordered := slices.Clone(shown.Terms)
	slices.SortStableFunc(ordered, func(x, y tally.KeyTerm) int { return cmp.Compare(sideOf(x), sideOf(y)) })
	for _, x := range ordered {
		one, two := x.Groups[0].Share, x.Groups[1].Share
		spec.Rows = append(spec.Rows, chart.Difference{
			Label: prose.Label(x.Term), Value: two - one, Strong: prose.Points(two - one), Quiet: prose.Percent(one) + " : " + prose.Percent(two),
			Title: c.told(&x), Hollow: !x.Apart(),
		})
	}
	p := &plot{style: st, rows: len(spec.Rows) + 5, caption: c.differenceCaption(a, b, shown.Terms), alt: c.alt(shown.Terms)}
	p.place = func(look chart.Style) (*chart.Chart, error) {
		spec.Style = look
		return chart.NewDiverging(spec)
	}
	return p
}

// sideOf puts the terms of the first group first, and those of neither last.
func sideOf(x tally.KeyTerm) int {
	if x.Higher < 0 {
		return 2
	}
	return x.Higher
}

func (c *comparison) differenceCaption(a, b tally.ComparedGroup, shown []tally.KeyTerm) []string {
	about := []string{
		c.by(),
		fmt.Sprintf("Bars show by how many percentage points more people of one group said a term, the most telling first; beside them the shares, “%s” : “%s”.",
			prose.Shorten(a.Value, 30), prose.Shorten(b.Value, 30)),
		"Hollow bars: the difference may be chance. " + c.tested(),
	}
	about = append(about, c.weighted()...)
	if cut := c.Family - len(shown); cut > 0 {
		about = append(about, fmt.Sprintf("Not shown: %d that set them apart less.", cut))
	}
	about = append(about, c.denials(shown)...)
	return []string{prose.Shorten(c.question.Text, 160), strings.Join(append(about, c.smallGroups()...), " ")}
}

// denials is denials of the terms of a question, for some of a comparison.
func (c *comparison) denials(shown []tally.KeyTerm) []string {
	return denials(slices.DeleteFunc(slices.Clone(c.Tally.Terms), func(x tally.Term) bool {
		return !slices.ContainsFunc(shown, func(k tally.KeyTerm) bool { return k.Stem == x.Stem })
	}))
}

// weighted says that shares are; nothing where they are not.
func (c *comparison) weighted() []string {
	if !isWeighted(c.Tally) {
		return nil
	}
	return []string{"Shares are weighted, numbers of people are not."}
}

// by says what the groups are.
func (c *comparison) by() string {
	return fmt.Sprintf("Groups by “%s”.", prose.Shorten(c.column, 80))
}

// tested says how many terms were tested, with how many tests, and at which level.
func (c *comparison) tested() string {
	n := 0
	for _, x := range c.Terms {
		if x.Apart() {
			n++
		}
	}
	apart := fmt.Sprintf("%d %s", n, prose.Agree(n, "sets a group apart", "set groups apart"))
	if n == 0 {
		apart = "none sets a group apart"
	}
	tests := "so many tests"
	if c.Tests > c.Family {
		tests = fmt.Sprintf("%s, one for each term and group", prose.Count(c.Tests, "test"))
	}
	return fmt.Sprintf("Of %s tested, %s at 5 %% after correction for %s.", prose.Count(c.Family, "term"), apart, tests)
}

// told says of a term what its figures are, for the pointer that rests on it.
func (c *comparison) told(x *tally.KeyTerm) string {
	if x.Higher < 0 {
		return fmt.Sprintf("%s: %s of the people of every group", prose.Label(x.Term), prose.Percent(x.Elsewhere))
	}
	h, base, weighted := x.Groups[x.Higher], c.Comparison.Groups[x.Higher], ""
	if isWeighted(c.Tally) {
		weighted = "weighted "
	}
	return fmt.Sprintf("%s: %d of %d people in %s, %s%s; elsewhere %s; z %.2f, adjusted p %.3f",
		prose.Label(x.Term), h.Respondents, base.Valid, prose.Label(h.Value), weighted, prose.Percent(h.Share), prose.Percent(x.Elsewhere), x.Z, x.Adjusted)
}

// alt describes the picture to people who do not see it.
func (c *comparison) alt(terms []tally.KeyTerm) string {
	const most = 10
	people := 0
	for _, g := range c.Comparison.Groups {
		people += g.Valid
	}
	var names []string
	for _, x := range terms[:min(most, len(terms))] {
		if x.Higher >= 0 {
			h := x.Groups[x.Higher]
			names = append(names, fmt.Sprintf("%s more in %s (%d people, %s against %s)", prose.Label(x.Term), prose.Label(x.HigherIn), h.Respondents, prose.Percent(h.Share), prose.Percent(x.Elsewhere)))
		}
	}
	about := strings.Join(append([]string{c.tested()}, c.weighted()...), " ")
	return fmt.Sprintf("Comparison of %d groups, of the answers of %d people: %s.\nQuestion: %s\n%s", len(c.Comparison.Groups), people,
		strings.Join(names, ", "), prose.Plain(c.question.Text), about)
}

// drawn are the groups that have a cloud: not those of a few people, whose words would tell who said them and be the
// largest of all; but all where there are no two others.
func (c *comparison) drawn() (groups []int, small []string) {
	for i, g := range c.Comparison.Groups {
		if g.Small {
			small = append(small, prose.Shorten(g.Value, 30))
		} else {
			groups = append(groups, i)
		}
	}
	if len(groups) > 1 {
		return groups, small
	}
	groups = nil
	for i := range c.Comparison.Groups {
		groups = append(groups, i)
	}
	return groups, nil
}

// perGroup are, for each group, the terms that it uses beyond the others, the most telling first.
func (c *comparison) perGroup(limits tally.Limits) [][]tally.KeyTerm {
	lists := make([][]tally.KeyTerm, len(c.Comparison.Groups))
	for _, x := range c.Limit(limits).Terms {
		if x.Higher >= 0 && (limits.Top > 0 || len(lists[x.Higher]) < zoneTop) {
			lists[x.Higher] = append(lists[x.Higher], x)
		}
	}
	return lists
}
