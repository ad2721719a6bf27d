package figure

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"verbatim/internal/chart"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// A dot plot shows groups on one axis: a row a term, a symbol a group. Of a comparison, a symbol in
// the colour of its group stands beyond chance, and the rows are in two blocks:
//
//	Beyond chance
//	buses     ●──────────────■        11%  38%  27 pts       two groups: columns of the shares
//	May be chance
//	potholes  ○────□                   6%  17%  11 pts
//
// Other groups have no test, so all their symbols are grey, and the rows are in the order of counts.

// How many rows a dot plot has without a request for another number, besides those beyond chance; and
// how many where nothing is beyond chance, or nothing was tested.
const chanceRows, plainRows = 12, 10

// leastChance is how many rows that may be chance are drawn even if they are close to each other: without
// them a reader sees only differences.
const leastChance = 3

// fitted draws a dot plot with as many rows as asked for, or else as many as there is room for. The subject is made for a
// number of rows.
func fitted(ctx context.Context, l Look, asked, rows int, subject func(rows int, s spacing) *subject) (*Picture, error) {
	tries := []spacing{{chart.Pitches()[0], true}, {chart.Pitches()[0], false}}
	if !l.FixedSize { // the picture grows
		tries = nil
		for _, airy := range []bool{true, false} {
			for _, pitch := range chart.Pitches() {
				tries = append(tries, spacing{pitch, airy})
			}
		}
	}
	for ; ; rows-- {
		for i, s := range tries {
			p, err := l.draw(ctx, subject(rows, s))
			last := i == len(tries)-1 && (asked > 0 || rows <= 1)
			if last || !errors.As(err, new(*RoomError)) {
				return p, err
			}
		}
	}
}

// spacing is how far apart the rows of a dot plot are.
type spacing struct {
	pitch int  // what a picture that grows has for a row
	airy  bool // there is no room for rows that are too close to be easy to read
}

// dots draws the comparison as a dot plot.
func (c *Comparison) dots(ctx context.Context, l Look, limits tally.Limits) (*Picture, error) {
	beyond, chance := c.blocks(limits)
	rows := len(beyond) + len(chance)
	if limits.Top == 0 && len(beyond) == 0 {
		rows = min(rows, plainRows)
	}
	return fitted(ctx, l, limits.Top, rows, func(rows int, s spacing) *subject {
		b := beyond[:min(rows, len(beyond))]
		others := chance[:rows-len(b)]
		grown := len(b) + 1
		if limits.Top > 0 {
			grown = rows
		} else if len(others) > leastChance {
			s.airy = true
		}
		if len(beyond) == 0 { // the most common, no tie cut
			others = chance[:untied(chance, rows)]
		}
		return c.dotPlot(&l, b, others, s, grown)
	})
}

// blocks are the terms of a dot plot within the limits: those that set a drawn group apart and the
// next by test, each the clearest first; the most common where none does.
func (c *Comparison) blocks(limits tally.Limits) (beyond, chance []tally.KeyTerm) {
	text, top := c.prose(), c.Result.Limit(limits).Terms
	for i := range top {
		switch x := &top[i]; {
		case len(text.Setting(x)) > 0:
			beyond = append(beyond, *x)
		case !x.Apart(): // else it sets a group apart that is not drawn
			chance = append(chance, *x)
		}
	}
	if len(beyond) == 0 {
		slices.SortStableFunc(chance, func(a, b tally.KeyTerm) int { return cmp.Compare(b.Respondents, a.Respondents) })
	}
	if limits.Top == 0 && len(beyond) > 0 {
		chance = chance[:min(chanceRows, len(chance))]
	}
	return beyond, chance
}

// dotPlot is the dot plot of some terms. In each block the widest range comes first, or options stand
// in their order. A picture grows until so many rows have room.
func (c *Comparison) dotPlot(l *Look, beyond, chance []tally.KeyTerm, s spacing, grown int) *subject {
	text, drawn := c.prose(), c.Result.Drawn()
	text.Shown = slices.Concat(beyond, chance)
	note := prose.DotNote{Beyond: len(beyond), Chance: len(chance), Intervals: c.rank.Intervals, Least: c.least}
	spec := chart.DotSpec{Share: true, Airy: s.airy, Groups: c.dotGroups(l.Palette, drawn), TextPx: l.scale().Text, HeadPx: l.scale().Head}
	for _, block := range []struct {
		head  prose.Text
		terms []tally.KeyTerm
	}{{prose.BeyondChance, beyond}, {prose.MayBeChance, chance}} {
		b := chart.DotBlock{Strong: block.head == prose.BeyondChance}
		if len(beyond) > 0 {
			b.Head = c.Say(block.head)
			block.terms = slices.Clone(block.terms)
			slices.SortStableFunc(block.terms, func(x, y tally.KeyTerm) int { return cmp.Compare(spread(y, drawn), spread(x, drawn)) })
		}
		for _, x := range tally.Listed(block.terms, func(x *tally.KeyTerm) int { return x.Place }) {
			r := c.dotRow(text, &x, drawn, spec.Groups, b.Strong)
			note.Withheld = note.Withheld || slices.ContainsFunc(r.Dots, func(d chart.Dot) bool { return d.Hidden })
			b.Rows = append(b.Rows, r)
		}
		if len(b.Rows) > 0 {
			spec.Blocks = append(spec.Blocks, b)
		}
	}
	if c.pair() {
		spec.Columns = []chart.Cell{{Text: spec.Groups[0].Name}, {Text: spec.Groups[1].Name}, {Text: c.Say(prose.DifferenceHead)}}
		for i := range drawn {
			spec.Columns[i].Strong = true
		}
	}
	return &subject{
		content: Dots, question: c.Text, voice: c.Voice, language: c.Language, caveat: c.Caveat, finding: text.Titles(), leads: true, base: c.DotBase(c.tally, c.Options),
		rows: spec.MinRows(grown, s.pitch), alt: text.Alt(prose.DotPlot), caption: func([]prose.Missing) []string { return text.Dots(note) }, place: placeDots(c.Voice, spec),
	}
}

// untied is the largest number of first terms, at most n, that leaves no term out that as many people
// said as one that is in; n if there is none.
func untied(terms []tally.KeyTerm, n int) int {
	for k := n; k > 0; k-- {
		if k == len(terms) || terms[k].Respondents < terms[k-1].Respondents {
			return k
		}
	}
	return n
}

// spread is the distance of the lowest and the highest share of the drawn groups.
func spread(x tally.KeyTerm, drawn []int) float64 {
	low, high := 1.0, 0.0
	for _, i := range drawn {
		if g := x.Groups[i]; !g.Withheld {
			low, high = min(low, g.Share), max(high, g.Share)
		}
	}
	return high - low
}

// dotGroups are the groups of the key.
func (c *Comparison) dotGroups(p render.Palette, drawn []int) (list []chart.DotGroup) {
	for i, g := range drawn {
		x := c.Result.Groups[g]
		list = append(list, chart.DotGroup{Name: prose.Label(x.Value), Note: c.GroupBase(x.Valid, i == 0), Ink: p.GroupInk(i, len(drawn))})
	}
	return list
}

// dotRow is the row of a term. Of two groups that differ both symbols are filled, since each stands
// apart from the other; of several, those that use the term more than the others.
func (c *Comparison) dotRow(text *prose.Comparison, x *tally.KeyTerm, drawn []int, groups []chart.DotGroup, beyond bool) chart.DotRow {
	r := chart.DotRow{Label: prose.Label(x.Label), Title: text.Word(x)}
	setting := text.Setting(x)
	var hidden []string
	for i, g := range drawn {
		k := x.Groups[g]
		d := chart.Dot{Value: k.Share, Low: k.Low, High: k.High, Hidden: k.Withheld, Title: text.InGroup(x, g)}
		d.Filled = beyond && (slices.Contains(setting, g) || c.pair())
		if d.Filled && !c.pair() {
			d.Label = c.DotValue(k.Value, k.Share)
		}
		if d.Hidden {
			hidden = append(hidden, groups[i].Name)
		}
		r.Dots = append(r.Dots, d)
	}
	r.Note.Text, r.Note.Title = c.HiddenGroups(r.Label, hidden)
	if !c.pair() {
		return r
	}
	one, two := x.Groups[drawn[0]], x.Groups[drawn[1]]
	more := 0
	if two.Share > one.Share {
		more = 1
	}
	r.Cells = []chart.Cell{{Text: c.Percent(one.Share)}, {Text: c.Percent(two.Share)}, {Text: c.Difference(one.Share, two.Share), Strong: beyond}}
	if beyond {
		r.Cells[more].Strong, r.Cells[2].Ink = true, groups[more].Ink
	}
	return r
}

// placeDots fills the area of a frame with a dot plot.
func placeDots(v prose.Voice, spec chart.DotSpec) func(context.Context, *Look, render.Frame) (render.Picture, error) {
	return func(_ context.Context, l *Look, frame render.Frame) (p render.Picture, err error) {
		spec.Style = l.chartStyle(frame)
		spec.Base, spec.Faint, spec.Tick = frame.Inks.Base, l.Palette.Faint(), v.Percent
		if !spec.Share {
			spec.Tick = func(value float64) string { return v.Number(int(value)) }
		}
		p.Chart, err = chart.NewDots(spec)
		return p, err
	}
}
