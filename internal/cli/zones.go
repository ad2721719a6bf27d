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
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

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
		note := prose.People(g.Valid)
		if len(z.shown[i]) == 0 {
			note += ", no word more than elsewhere"
		}
		headings = append(headings, chart.Zone{Name: prose.Label(g.Value), Note: note, Ink: z.inkOf(z.palette, i).Ink})
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
		words = append(words, layout.Word{Text: prose.Label(x.Term), Count: x.Groups[group].Share, Color: render.Hex(ink), Title: z.told(&x)})
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
	var shown []tally.KeyTerm
	for _, i := range z.groups {
		shown = append(shown, z.shown[i]...)
	}
	about = append(about, z.denials(shown)...)
	if len(z.small) > 0 {
		about = append(about, fmt.Sprintf("Not drawn are groups of fewer than %d people: %s.", tally.SmallGroup, strings.Join(z.small, ", ")))
	} else {
		about = append(about, z.smallGroups()...)
	}
	if len(unplaced) > 0 {
		var names []string
		for _, u := range unplaced {
			names = append(names, prose.Shorten(u.Text, 40))
		}
		about = append(about, "Not drawn: "+strings.Join(names, ", ")+".")
	}
	return []string{prose.Shorten(z.question.Text, 160), strings.Join(about, " ")}
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
