package cli

import (
	"cmp"
	"image/color"
	"slices"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// inked is the colour of a word, and the theme that it stands for.
type inked struct {
	ink   color.NRGBA
	theme string
}

// inks colours the words of a cloud by what a colour is to mean, and sets the legend where it means a theme.
func (c *cloud) inks(t *tally.Tally) []inked {
	list := make([]inked, len(t.Terms))
	switch c.colorBy {
	case "theme":
		list, c.legend = byTheme(c.palette, t)
	case "none":
		for i := range list {
			list[i].ink = c.palette.Plain()
		}
	default:
		for i, ink := range c.palette.Colors(c.heights(t)) {
			list[i].ink = ink
		}
	}
	return list
}

// heights are the font heights of the words as shares of the largest.
func (c *cloud) heights(t *tally.Tally) []float64 {
	top := t.Terms[0].Weighted(t.RankBy)
	heights := make([]float64, len(t.Terms))
	for i, x := range t.Terms {
		heights[i] = c.scale.Height(x.Weighted(t.RankBy), top)
	}
	return heights
}

// themesShown lists the themes that words of a picture stand for, in the order of their list, and by how many people named
// them.
func themesShown(t *tally.Tally) (shown, ranked []tally.Theme) {
	for _, theme := range t.Themes {
		if slices.ContainsFunc(t.Terms, func(x tally.Term) bool { return x.Theme == theme.Theme }) {
			shown = append(shown, theme)
		}
	}
	ranked = slices.Clone(shown)
	slices.SortStableFunc(ranked, func(a, b tally.Theme) int { return cmp.Compare(b.Respondents, a.Respondents) })
	return shown, ranked
}

// colorless names the themes that have no colour: there are more of them than colours, or all words that stand for them
// stand for another theme first, or are not in the picture.
func colorless(p render.Palette, t *tally.Tally) string {
	_, ranked := themesShown(t)
	colored := ranked[:min(len(ranked), len(p.Themes))]
	var names []string
	for _, theme := range t.Themes {
		if theme.Respondents > 0 && !slices.ContainsFunc(colored, func(x tally.Theme) bool { return x.Theme == theme.Theme }) {
			names = append(names, prose.Shorten(theme.Theme, 40))
		}
	}
	if names == nil {
		return ""
	}
	return " Themes without a colour of their own: " + strings.Join(names, ", ") + "."
}

// byTheme gives the themes that most people named the colours that there are; the others share one with the words that
// belong to no theme. The legend is in the order of the themes' list.
func byTheme(p render.Palette, t *tally.Tally) (list []inked, legend []render.Entry) {
	shown, ranked := themesShown(t)
	inkOf := func(name string) color.NRGBA {
		return p.ThemeInk(slices.IndexFunc(ranked, func(x tally.Theme) bool { return x.Theme == name }))
	}
	others := false
	for _, theme := range shown {
		if ink := inkOf(theme.Theme); ink != p.Neutral {
			legend = append(legend, render.Entry{Name: theme.Theme, Ink: ink})
		}
	}
	for _, x := range t.Terms {
		list = append(list, inked{ink: inkOf(x.Theme), theme: x.Theme})
		others = others || x.Theme == ""
	}
	switch {
	case len(shown) > len(p.Themes):
		legend = append(legend, render.Entry{Name: "other themes and words", Ink: p.Neutral})
	case others:
		legend = append(legend, render.Entry{Name: "other words", Ink: p.Neutral})
	}
	return list, legend
}
