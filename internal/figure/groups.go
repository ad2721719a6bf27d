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

// zones are the clouds of the groups of a comparison, as a subject.
type zones struct {
	*Comparison
	palette render.Palette
	text    *prose.Comparison
	shown   [][]tally.KeyTerm // terms to draw, by group of the comparison
	groups  []int             // indexes of the groups that are drawn
	small   []string          // names of the groups that are not
}

// clouds are the clouds of all groups that have one, as one subject: a frame, a caption and a check for all of them.
func (c *Comparison) clouds(p render.Palette, limits tally.Limits) *subject {
	z := &zones{Comparison: c, palette: p, text: c.prose(), shown: c.perGroup(limits)}
	z.groups, z.small = c.drawn()
	var all []tally.KeyTerm
	for _, i := range z.groups {
		all = append(all, z.shown[i]...)
	}
	return &subject{
		content: Groups, groups: len(z.groups), question: c.Text, alt: z.text.Alt(c.Result.Terms), place: z.place,
		caption: func(missing []prose.Missing) []string { return z.text.Clouds(all, z.small, missing) },
	}
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

// place sets a heading and the words of each group in its zone.
func (z *zones) place(ctx context.Context, l *Look, frame render.Frame) (p render.Picture, err error) {
	var headings []chart.Heading
	for _, i := range z.groups {
		g := z.Result.Groups[i]
		note := prose.People(g.Valid)
		if len(z.shown[i]) == 0 {
			note += ", no word more than elsewhere"
		}
		headings = append(headings, chart.Heading{Name: prose.Label(g.Value), Note: note, Ink: z.ink(z.palette, i)})
	}
	var areas []image.Rectangle
	if p.Chart, areas, err = chart.NewZones(l.chartStyle(frame), headings); err != nil {
		return p, err
	}
	spec := layout.Spec{Width: l.Width, Height: l.Height, Unit: string(tally.Respondents), Language: z.Language, Chain: l.Words, Scale: layout.Sqrt}
	if p.Layout, err = z.fill(ctx, spec, areas); err == nil {
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
func (z *zones) fill(ctx context.Context, spec layout.Spec, areas []image.Rectangle) (*layout.Layout, error) {
	for _, group := range z.groups {
		for _, x := range z.shown[group] {
			spec.Top = max(spec.Top, x.Groups[group].Share)
		}
	}
	found := make([]*layout.Layout, len(areas))
	for again := true; again; {
		again = false
		for i, area := range areas {
			group := z.groups[i]
			if len(z.shown[group]) == 0 || found[i] != nil && found[i].FontPx == spec.MostPx {
				continue
			}
			spec.Area, spec.Words = area, z.words(group)
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

// words are the terms of a group, sized by the share of its people. A term whose difference may be chance is grey.
func (z *zones) words(group int) (words []layout.Word) {
	for _, x := range z.shown[group] {
		ink := z.palette.Neutral
		if x.Apart() {
			ink = z.ink(z.palette, group)
		}
		words = append(words, layout.Word{Text: prose.Label(x.Term), Count: x.Groups[group].Share, Color: render.Hex(ink), Title: z.text.Word(&x)})
	}
	slices.SortStableFunc(words, func(a, b layout.Word) int { return cmp.Compare(b.Count, a.Count) })
	return words
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
