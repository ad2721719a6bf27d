package figure

import (
	"cmp"
	"context"
	"image"
	"slices"

	"verbatim/internal/chart"
	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// A picture of three or more groups is cut into zones, each with the cloud of one group, all words at one scale:
//
//	North                  South
//	23 people              24 people
//	────────────────       ────────────────
//	   trust openness          money  trust
//
// A word is sized by the share of the group's people who said it, so that groups of different sizes can be compared.

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
	groups, small := c.drawn()
	var zones []zone
	var all []tally.KeyTerm
	for _, i := range groups {
		zones = append(zones, c.zone(p, text, i, shown[i]))
		all = append(all, shown[i]...)
	}
	return &subject{
		content: Groups, groups: len(zones), question: c.Text, caveat: c.Caveat, base: text.Base(), alt: text.Alt(c.Result.Terms),
		caption: func(missing []prose.Missing) []string { return text.Clouds(all, small, missing) },
		place: func(ctx context.Context, l *Look, frame render.Frame) (render.Picture, error) {
			return place(ctx, l, frame, c.Language, zones)
		},
	}
}

// zone is the zone of a group. Its words are sized by the share of the group's people who said them; a word whose difference
// may be chance is grey.
func (c *Comparison) zone(p render.Palette, text *prose.Comparison, group int, terms []tally.KeyTerm) zone {
	g := c.Result.Groups[group]
	z := zone{heading: chart.Heading{Name: prose.Label(g.Value), Note: prose.People(g.Valid), Ink: c.ink(p, group)}}
	if len(terms) == 0 {
		z.heading.Note += ", no word more than elsewhere"
	}
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

// drawn are the groups that have a cloud. Groups of a few people have none: their shares, and so their words, would be the
// largest of all, and could identify who said them. If fewer than two groups would be left, all are drawn.
func (c *Comparison) drawn() (groups []int, small []string) {
	var all []int
	for i, g := range c.Result.Groups {
		all = append(all, i)
		if g.Small {
			small = append(small, g.Value)
		} else {
			groups = append(groups, i)
		}
	}
	if len(groups) < 2 {
		return all, nil
	}
	return groups, small
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
		slices.SortStableFunc(list, func(a, b tally.KeyTerm) int { return cmp.Compare(b.Z, a.Z) })
		lists[i] = list[:min(top, len(list))]
	}
	return lists
}

// perGroup are, for each group, the terms that it uses more than the others, the most significant first.
func (c *Comparison) perGroup(limits tally.Limits) [][]tally.KeyTerm {
	lists := make([][]tally.KeyTerm, len(c.Result.Groups))
	for _, x := range c.Result.Limit(limits).Terms {
		if x.Higher >= 0 && (limits.Top > 0 || len(lists[x.Higher]) < groupTop) {
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

// fill lays out the words of each group in its zone, all at one scale, so that a word of one group can be compared with
// the words of another. It is the largest scale at which every zone has room: whenever a zone needs a smaller one, all
// others are laid out again at that. The scale only falls, so this ends.
//
//	            North   South   East
//	round 1     40 px   31 px   36 px     each zone after the first at the scale found so far, or smaller
//	round 2     31 px     ✓     31 px     the zones that were larger, again; none is smaller now: done
func fill(ctx context.Context, spec layout.Spec, areas []image.Rectangle, zones []zone) (*layout.Layout, error) {
	for _, z := range zones {
		for _, w := range z.words {
			spec.Top = max(spec.Top, w.Count)
		}
	}
	found := make([]*layout.Layout, len(zones))
	for again := true; again; {
		again = false
		for i, z := range zones {
			if len(z.words) == 0 || found[i] != nil && found[i].FontPx == spec.MostPx {
				continue
			}
			spec.Area, spec.Words = areas[i], z.words
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

// joined is one layout of several, for drawing and for messages. The facts about the whole (font size, scale) are those
// of the last: all zones share them.
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
