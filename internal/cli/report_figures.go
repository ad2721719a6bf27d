package cli

import (
	"cmp"
	"context"
	"fmt"

	"verbatim/internal/figure"
	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/report"
)

// The pictures of a report. Each is drawn twice, wide for a screen and narrow
// for a phone, and the page shows the one that fits.

// artist draws the pictures of a report.
type artist struct {
	look  figure.Look
	words figure.Colours // what they mean
	bars  figure.Colours
	dark  []report.Recolour
	// unplaced are the words that no cloud could draw.
	unplaced []layout.Unplaced
}

// artist checks the flags on pictures. Without --palette the ground of pictures is that of the page, dark or light.
func (o *reportOptions) artist() (a *artist, err error) {
	a = &artist{look: figure.Look{DPI: 96}}
	a.words, _ = o.colours("", figure.BySize)
	a.bars, _ = o.colours("", figure.ByNone)
	background := ""
	if o.palette == "" {
		background = "transparent"
	}
	if a.look.Palette, err = render.NewPalette(o.palette, background, false); err != nil {
		return nil, &notice.UsageError{Where: "--palette", What: err.Error()}
	}
	if err := cmp.Or(o.setFonts(&a.look), o.setLabels(&a.look)); err != nil || o.palette != "" {
		return a, err
	}
	pairs, err := figure.DarkInks(a.look.Palette)
	for _, pair := range pairs {
		a.dark = append(a.dark, report.Recolour(pair))
	}
	return a, err
}

// idOf begins the ids in the pictures of the nth question.
func idOf(n int) string { return fmt.Sprintf("q%d-", n) }

// cloud draws the cloud of the nth question of a report.
func (a *artist) cloud(ctx context.Context, c *counted, t *privacy.Shown, n int) (report.Figure, error) {
	f, err := c.pictured(t).PageCloud(ctx, a.look, a.words, idOf(n))
	a.unplaced = append(a.unplaced, f.Unplaced...)
	return onPage(f), err
}

// chart draws its bars.
func (a *artist) chart(ctx context.Context, c *counted, t *privacy.Shown, n int) (report.Figure, error) {
	f, err := c.pictured(t).PageBars(ctx, a.look, a.bars, idOf(n))
	return onPage(f), err
}

// comparison draws what sets its groups apart.
func (a *artist) comparison(ctx context.Context, c *counted, found *privacy.Comparison, n int) (report.Figure, error) {
	comparison := figure.Comparison{Question: c.pictured(c.Shown), Result: found}
	f, err := comparison.Page(ctx, a.look, idOf(n))
	return onPage(f), err
}

// onPage is a picture as a report takes it.
func onPage(f figure.PageFigure) report.Figure {
	page := report.Figure{Wide: f.Wide, Narrow: f.Narrow, Caption: f.Caption, NarrowCaption: f.NarrowCaption}
	for _, entry := range f.Legend {
		page.Legend = append(page.Legend, report.LegendEntry{Ink: render.Hex(entry.Ink), Name: prose.Plain(entry.Name)})
	}
	return page
}
