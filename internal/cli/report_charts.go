package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// reportBars is how many bars a chart of a report has.
const reportBars = 15

// The letters of a chart grow with its width, up from 10 px. At these widths they are about as large as those of the
// page, where the narrow one is enlarged to the width of a phone. Height is what the bars need.
const (
	wideChart, narrowChart = 660, 270
	leastHeight            = 100
)

// chart draws how many people named the first terms, whatever ranks them otherwise: the cloud tells of mentions. Where
// no two people named the same it would say nothing.
func (a *artist) chart(q *counted, t *tally.Tally, n int) (f report.Figure, err error) {
	byPeople := *t
	byPeople.RankBy, byPeople.Terms = tally.Respondents, slices.Clone(t.Terms)
	byPeople.Renumber()
	shown := byPeople.Limit(tally.Limits{MinCount: 2, Top: reportBars})
	if len(shown.Terms) < 2 {
		return f, nil
	}
	whole, result := *q, *q.Result // without its groups, which have a section of their own
	result.Groups, whole.Result = nil, &result
	for _, size := range []struct {
		svg   *string
		id    string
		width int
	}{{&f.Wide, "bars", wideChart}, {&f.Narrow, "few", narrowChart}} {
		st := a.look
		st.width, st.height = size.width, leastHeight
		p, err := whole.barChart(st, shown, a.barColours())
		if err != nil {
			return f, err
		}
		f.Legend, p.legend = legendOf(p.legend), nil
		p.id = fmt.Sprintf("q%d-%s-", n, size.id)
		picture, _, err := p.draw()
		if err != nil {
			return f, err
		}
		if *size.svg, err = svgOf(picture); err != nil {
			return f, err
		}
	}
	f.Caption = strings.Join(q.ofBars(t), " ")
	return f, nil
}

// ofBars says what the bars of a chart are of.
func (c *counted) ofBars(t *tally.Tally) []string {
	about := []string{fmt.Sprintf("The share of the %s who gave an answer that named a term, and how many they are.", prose.People(t.Base.Valid))}
	if c.opt.Weight > 0 {
		about = append(about, "Shares are weighted, numbers of people are not.")
	}
	if c.Rank.Intervals {
		about = append(about, "Whiskers are 95 % intervals; they hold for probability samples.")
	}
	return about
}

// barColours is what the colours of bars mean.
func (a *artist) barColours() string {
	if a.colours == "theme" {
		return "theme"
	}
	return "none"
}

// comparison draws what sets groups apart; nothing where nothing does.
func (a *artist) comparison(ctx context.Context, c *comparison, n int) (f report.Figure, err error) {
	if !slices.ContainsFunc(c.Terms, func(x tally.KeyTerm) bool { return x.Apart() }) {
		return f, nil
	}
	wide, narrow := a.look, a.look
	if len(c.Comparison.Groups) == 2 { // bars
		wide.width, wide.height, narrow.width, narrow.height = wideChart, leastHeight, narrowChart, leastHeight
	} else { // clouds
		wide.width, wide.height, narrow.width, narrow.height = wideWidth, 560, narrowWidth, 800
	}
	if f.Wide, f.Caption, err = c.figure(ctx, wide, fmt.Sprintf("q%d-apart-", n)); err != nil {
		return f, err
	}
	f.Narrow, _, err = c.figure(ctx, narrow, fmt.Sprintf("q%d-between-", n))
	var noRoom *usageError
	if errors.As(err, &noRoom) { // for so many groups on a phone: the tables have them
		return f, nil
	}
	return f, err
}

// figure draws a comparison, and says what it shows.
func (c *comparison) figure(ctx context.Context, st style, id string) (svg, caption string, err error) {
	var picture render.Picture
	var text []string
	if len(c.Comparison.Groups) == 2 {
		p := c.differences(st, c.Limit(tally.Limits{Top: reportBars}))
		p.id, text = id, p.caption
		picture, _, err = p.draw()
	} else {
		z := &zones{comparison: c, style: st, id: id, shown: c.perGroup(tally.Limits{})}
		z.groups, z.small = c.drawn()
		if picture, _, err = z.draw(ctx); err == nil {
			text = z.zoneCaption(picture.Layout.Unplaced)
		}
	}
	if err != nil {
		return "", "", err
	}
	svg, err = svgOf(picture)
	return svg, text[len(text)-1], err
}

func svgOf(p render.Picture) (string, error) {
	var svg strings.Builder
	err := render.SVG(&svg, p)
	return svg.String(), err
}
