package figure

import (
	"cmp"
	"context"
	"image"
	"image/color"
	"slices"

	"verbatim/internal/chart"
	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// A picture of clouds is cut into zones, each with the cloud of one group at a scale of its own, so that each fills its zone:
//
//	North                  South
//	23 people              24 people
//	────────────────       ────────────────
//	   trust openness          money  trust
//
// Within a zone a word is sized by the share of the group's people who said it. Sizes of two zones cannot be compared; a dot
// plot is for that (dots.go).

// A zone is the place of one group.
type zone struct {
	heading chart.Heading
	words   []layout.Word // by falling size; none if the group uses no term more than the others
}

// clouds are the clouds of all groups that have one, as one subject: a frame, a caption and a check for all of them.
func (c *Comparison) clouds(p render.Palette, limits tally.Limits) *subject {
	text, shown := c.prose(), c.perGroup(limits)
	if c.Result.Overlap {
		shown = c.perOption(limits)
	}
	groups := c.Result.Drawn()
	var zones []zone
	var all []tally.KeyTerm
	for n, i := range groups {
		zones = append(zones, c.zone(p, text, i, p.GroupInk(n, len(groups)), shown[i]))
		all = append(all, shown[i]...)
	}
	return &subject{
		content: Groups, groups: len(zones), question: c.Text, voice: c.Voice, language: c.Language, caveat: c.Caveat, finding: text.Titles(), leads: true, base: text.Base(), alt: text.Alt(prose.GroupClouds),
		caption: func(missing []prose.Missing) []string { return text.Clouds(all, missing) },
		place: func(ctx context.Context, l *Look, frame render.Frame) (render.Picture, error) {
			return place(ctx, l, frame, c.Language, zones)
		},
	}
}

// zone is the zone of a group. Its words are sized by the share of the group's people who said them; a word whose difference
// may be chance is grey.
func (c *Comparison) zone(p render.Palette, text *prose.Comparison, group int, ink color.NRGBA, terms []tally.KeyTerm) zone {
	g := c.Result.Groups[group]
	z := zone{heading: chart.Heading{Name: prose.Label(g.Value), Note: c.ZoneBase(g.Valid, len(terms) == 0), Ink: ink}}
	for _, x := range terms {
		ink := p.Neutral
		if x.Apart() {
			ink = z.heading.Ink
		}
		z.words = append(z.words, layout.Word{Text: prose.Label(x.Label), Count: x.Groups[group].Share, Color: render.Hex(ink), Title: text.Word(&x), Undrawn: c.undrawn(prose.Label(x.Label))})
	}
	slices.SortStableFunc(z.words, func(a, b layout.Word) int { return cmp.Compare(b.Count, a.Count) })
	return z
}

// perOption are, for each option of a multiple choice, the terms that people who picked it used more than those who did
// not, the most significant first: a term may set several options apart.
func (c *Comparison) perOption(limits tally.Limits) [][]tally.KeyTerm {
	lists, top := make([][]tally.KeyTerm, len(c.Result.Groups)), cmp.Or(limits.Top, groupTop)
	for _, x := range c.Result.Limit(tally.Limits{MinCount: limits.MinCount}).Terms {
		for i, g := range x.Groups {
			if g.Z > 0 {
				lists[i] = append(lists[i], x.Of(i))
			}
		}
	}
	for i, list := range lists {
		slices.SortStableFunc(list, func(a, b tally.KeyTerm) int { return tally.Clearer(a.Test, b.Test) })
		lists[i] = list[:min(top, len(list))]
	}
	return lists
}

// perGroup are, for each group, the terms that it uses more than the others, the most significant first. A limit is one
// for each group: else a group without a cloud would seem to use no term more.
func (c *Comparison) perGroup(limits tally.Limits) [][]tally.KeyTerm {
	lists, top := make([][]tally.KeyTerm, len(c.Result.Groups)), cmp.Or(limits.Top, groupTop)
	for _, x := range c.Result.Limit(tally.Limits{MinCount: limits.MinCount}).Terms {
		if x.Higher >= 0 && len(lists[x.Higher]) < top {
			lists[x.Higher] = append(lists[x.Higher], x)
		}
	}
	return lists
}

// place sets a heading and the words of each group in its zone. Language is the code of that of the words.
func place(ctx context.Context, l *Look, frame render.Frame, language string, zones []zone) (p render.Picture, err error) {
	var headings []chart.Heading
	for _, z := range zones {
		headings = append(headings, z.heading)
	}
	var areas []image.Rectangle
	if p.Chart, areas, err = chart.NewZones(l.chartStyle(frame), headings); err != nil {
		return p, err
	}
	spec := layout.Spec{Width: l.Width, Height: l.Height, Unit: string(tally.Respondents), Language: language, Chain: l.Words, Scale: layout.Sqrt}
	if p.Layout, err = fill(ctx, spec, areas, zones); err == nil {
		p.Layout.Area = layout.NewBox(frame.Area)
	}
	return p, err
}

// fill lays out the words of each group in its zone, at the largest scale at which the zone has room.
func fill(ctx context.Context, spec layout.Spec, areas []image.Rectangle, zones []zone) (*layout.Layout, error) {
	found := make([]*layout.Layout, len(zones))
	for i, z := range zones {
		if len(z.words) == 0 {
			continue
		}
		spec.Area, spec.Words = areas[i], z.words
		l, err := layout.Exact{}.Layout(ctx, spec)
		if err != nil {
			return nil, err
		}
		found[i] = l
	}
	return joined(found), nil
}

// joined is one layout of several, for drawing and for messages. The facts about the whole are those
// of the last.
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
