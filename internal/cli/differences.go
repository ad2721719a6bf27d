package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"slices"
	"strings"

	"verbatim/internal/chart"
	"verbatim/internal/layout"
	"verbatim/internal/render"
	"verbatim/internal/report"
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
		Left:  chart.Side{Name: "more in " + label(a.Value), Note: persons(a.Valid), Ink: left.Ink},
		Right: chart.Side{Name: "more in " + label(b.Value), Note: persons(b.Valid), Ink: right.Ink},
	}
	ordered := slices.Clone(shown.Terms)
	slices.SortStableFunc(ordered, func(x, y tally.KeyTerm) int { return cmp.Compare(sideOf(x), sideOf(y)) })
	for _, x := range ordered {
		one, two := x.Groups[0].Share, x.Groups[1].Share
		spec.Rows = append(spec.Rows, chart.Difference{
			Label: label(x.Term), Value: two - one, Strong: points(two - one), Quiet: percentage(one) + " : " + percentage(two),
			Title: c.told(&x), Hollow: !x.Apart(),
		})
	}
	p := &plot{style: st, rows: len(spec.Rows) + 5, caption: c.differenceCaption(a, b, len(shown.Terms)), alt: c.alt(shown.Terms)}
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

// points writes a difference of shares in percentage points: "+20", "<1".
func points(difference float64) string {
	p := strings.TrimSuffix(percentage(max(difference, -difference)), " %")
	if strings.HasPrefix(p, "<") {
		return p
	}
	return "+" + p
}

func (c *comparison) differenceCaption(a, b tally.ComparedGroup, shown int) []string {
	about := []string{
		c.by(),
		fmt.Sprintf("Bars show by how many percentage points more people of one group said a term, the most telling first; beside them the shares, “%s” : “%s”.",
			shortened(a.Value, 30), shortened(b.Value, 30)),
		"Hollow bars: the difference may be chance. " + c.tested(),
	}
	about = append(about, c.weighted()...)
	if cut := c.Family - shown; cut > 0 {
		about = append(about, fmt.Sprintf("Not shown: %d that set them apart less.", cut))
	}
	return []string{shortened(c.question.Text, 160), strings.Join(append(about, c.smallGroups()...), " ")}
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
	return fmt.Sprintf("Groups by “%s”.", shortened(c.column, 80))
}

// tested says how many terms were tested, and at which level.
func (c *comparison) tested() string {
	n := 0
	for _, x := range c.Terms {
		if x.Apart() {
			n++
		}
	}
	apart := fmt.Sprintf("%d %s", n, oneOr(n, "sets a group apart", "set groups apart"))
	if n == 0 {
		apart = "none sets a group apart"
	}
	return fmt.Sprintf("Of %s tested, %s at 5 %% after correction for so many tests.", report.Count(c.Family, "term"), apart)
}

// told says of a term what its figures are, for the pointer that rests on it.
func (c *comparison) told(x *tally.KeyTerm) string {
	if x.Higher < 0 {
		return fmt.Sprintf("%s: %s of the people of every group", label(x.Term), percentage(x.Elsewhere))
	}
	h, base, weighted := x.Groups[x.Higher], c.Comparison.Groups[x.Higher], ""
	if isWeighted(c.Tally) {
		weighted = "weighted "
	}
	return fmt.Sprintf("%s: %d of %d people in %s, %s%s; elsewhere %s; z %.2f, adjusted p %.3f",
		label(x.Term), h.Respondents, base.Valid, label(h.Value), weighted, percentage(h.Share), percentage(x.Elsewhere), x.Z, x.Adjusted)
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
			names = append(names, fmt.Sprintf("%s more in %s (%d people, %s against %s)", label(x.Term), label(x.HigherIn), h.Respondents, percentage(h.Share), percentage(x.Elsewhere)))
		}
	}
	about := strings.Join(append([]string{c.tested()}, c.weighted()...), " ")
	return fmt.Sprintf("Comparison of %d groups, of the answers of %d people: %s.\nQuestion: %s\n%s", len(c.Comparison.Groups), people,
		strings.Join(names, ", "), report.Plain(c.question.Text), about)
}

// drawn are the groups that have a cloud: not those of a few people, whose words would tell who said them and be the
// largest of all; but all where there are no two others.
func (c *comparison) drawn() (groups []int, small []string) {
	for i, g := range c.Comparison.Groups {
		if g.Small {
			small = append(small, shortened(g.Value, 30))
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

// zones is a cloud for each group, all words at one scale, on its way to a picture.
type zones struct {
	*comparison
	style
	id     string
	shown  [][]tally.KeyTerm // by group of the comparison
	groups []int             // those that are drawn
	small  []string          // names of those that are not
}

// draw lays the words out and checks the finished picture. Where words found no place, the caption names them.
func (z *zones) draw(ctx context.Context) (render.Picture, *render.Drawing, error) {
	p, err := z.arrange(ctx, nil)
	if err == nil && len(p.Layout.Unplaced) > 0 && !z.plain {
		p, err = z.arrange(ctx, p.Layout.Unplaced)
	}
	if err != nil {
		return p, nil, err
	}
	return z.verified(p)
}

// arrange sets frame, headings and words.
func (z *zones) arrange(ctx context.Context, unplaced []layout.Unplaced) (p render.Picture, err error) {
	plot := &plot{style: z.style, caption: z.zoneCaption(unplaced)}
	frame, err := plot.frame(min(z.width, z.height))
	if err != nil {
		return p, err
	}
	look := plot.look(frame)
	var headings []chart.Zone
	for _, i := range z.groups {
		g := z.Comparison.Groups[i]
		note := persons(g.Valid)
		if len(z.shown[i]) == 0 {
			note += ", no word more than elsewhere"
		}
		headings = append(headings, chart.Zone{Name: label(g.Value), Note: note, Ink: z.inkOf(z.palette, i).Ink})
	}
	c, places, err := chart.NewZones(look, headings)
	if errors.Is(err, chart.ErrNoRoom) {
		err = &usageError{where: "--size", what: fmt.Sprintf("%dx%d leaves no room for %d groups", z.width, z.height, len(headings)), hint: "use a larger --size"}
	}
	if err != nil {
		return p, err
	}
	words := layout.Spec{Width: z.width, Height: z.height, Unit: string(tally.Respondents), Language: z.Lang.Code, Chain: look.Strong, Scale: layout.Sqrt}
	placed, err := z.place(ctx, words, places)
	if err != nil {
		return p, err
	}
	placed.Area = layout.NewBox(frame.Area)
	return render.Picture{Layout: placed, Chart: c, Frame: frame, Background: z.palette.Background, Alt: z.alt(z.Terms), DPI: z.dpi, ID: z.id}, nil
}

// place lays out the words of each group in its zone, all at the largest scale at which all have a place: as long as one
// zone needs a smaller one, all others are laid out again at that.
func (z *zones) place(ctx context.Context, spec layout.Spec, places []image.Rectangle) (*layout.Layout, error) {
	for _, group := range z.groups {
		for _, x := range z.shown[group] {
			spec.Top = max(spec.Top, x.Groups[group].Share)
		}
	}
	found := make([]*layout.Layout, len(places))
	for again := true; again; {
		again = false
		for i, place := range places {
			group := z.groups[i]
			if len(z.shown[group]) == 0 || found[i] != nil && found[i].FontPx == spec.MostPx {
				continue
			}
			spec.Area, spec.Words = place, z.words(group)
			l, err := layout.Exact{}.Layout(ctx, spec)
			if err != nil {
				return nil, err
			}
			if found[i] = l; len(l.Words) > 0 && (spec.MostPx == 0 || l.FontPx < spec.MostPx) {
				spec.MostPx = l.FontPx
				again = true
			}
		}
	}
	return joined(found), nil
}

// words are those of a group, sized by the share of its people; those that may be chance are grey.
func (z *zones) words(group int) (words []layout.Word) {
	for _, x := range z.shown[group] {
		ink := z.palette.Neutral
		if x.Apart() {
			ink = z.inkOf(z.palette, group).Ink
		}
		words = append(words, layout.Word{Text: label(x.Term), Count: x.Groups[group].Share, Color: render.Hex(ink), Title: z.told(&x)})
	}
	slices.SortStableFunc(words, func(a, b layout.Word) int { return cmp.Compare(b.Count, a.Count) })
	return words
}

// joined is one layout of several; where none has a word, it is empty.
func joined(parts []*layout.Layout) *layout.Layout {
	all := &layout.Layout{}
	for _, l := range parts {
		if l == nil {
			continue
		}
		words, unplaced, small := append(all.Words, l.Words...), append(all.Unplaced, l.Unplaced...), append(all.Under9px, l.Under9px...)
		*all = *l
		all.Words, all.Unplaced, all.Under9px = words, unplaced, small
	}
	return all
}

// zoneCaption says what the clouds show.
func (z *zones) zoneCaption(unplaced []layout.Unplaced) []string {
	about := []string{
		z.by(),
		"Each group's words are those that its people said more often than all others.",
		"Letter height grows with the square root of the share of the group's people who said the word, on one scale for all groups.",
		"Grey words: the difference may be chance. " + z.tested(),
	}
	about = append(about, z.weighted()...)
	if len(z.small) > 0 {
		about = append(about, fmt.Sprintf("Not drawn are groups of fewer than %d people: %s.", tally.SmallGroup, strings.Join(z.small, ", ")))
	} else {
		about = append(about, z.smallGroups()...)
	}
	if len(unplaced) > 0 {
		var names []string
		for _, u := range unplaced {
			names = append(names, shortened(u.Text, 40))
		}
		about = append(about, "Not drawn: "+strings.Join(names, ", ")+".")
	}
	return []string{shortened(z.question.Text, 160), strings.Join(about, " ")}
}

// verified draws the finished picture and measures it.
func (z *zones) verified(p render.Picture) (render.Picture, *render.Drawing, error) {
	if len(p.Layout.Words) == 0 {
		return p, nil, &nothingError{what: "no group that can be drawn has a word that its people used more than the others", hint: "the table has all that was tested"}
	}
	if err := z.palette.CheckContrast(p.Layout); err != nil {
		return p, nil, colorError(err)
	}
	d, err := render.Draw(p)
	if err != nil {
		return p, nil, err
	}
	if err := d.Check(); err != nil {
		return p, nil, &checkError{err}
	}
	return p, d, nil
}
