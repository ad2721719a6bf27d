package figure

import (
	"cmp"
	"image/color"
	"slices"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// A colour means one thing in a picture, and the legend names it. There are only as many colours for themes as a reader can
// distinguish: the themes that most people named have one each, and the others share a neutral one. The caption names
// the themes without a colour.
//
//	themes, by people   money 40   trust 31   time 12   space 7 │ noise 3   light 1   words of no theme
//	ink                 blue       orange     green     violet  │ grey      grey      grey

// Colours say what the colour of a word or a bar means.
type Colours string

// The meanings.
const (
	BySize  Colours = "size"  // the larger the word, the stronger the ink; not for bars
	ByTheme Colours = "theme" // the theme of the term
	ByNone  Colours = "none"  // nothing: there is one colour
)

// wordInks colours the words of a cloud. There is a legend only if colours mean themes.
func wordInks(v prose.Voice, p render.Palette, t *tally.Tally, by Colours, scale layout.Scale) ([]color.NRGBA, []render.Entry) {
	switch by {
	case ByTheme:
		return themeInks(v, p, t)
	case ByNone:
		return slices.Repeat([]color.NRGBA{p.Plain()}, len(t.Terms)), nil
	}
	counts := make([]float64, len(t.Terms))
	for i, x := range t.Terms {
		counts[i] = x.Weighted(t.RankBy)
	}
	top := slices.Max(counts)
	heights := make([]float64, len(t.Terms)) // as shares of the largest
	for i, n := range counts {
		heights[i] = scale.Height(n, top)
	}
	return p.Colors(counts, heights), nil
}

// themeInks gives a colour to each of the themes that most people named; the other themes share one with the words of no
// theme. The legend is in the order of the list of themes, which its author chose.
func themeInks(v prose.Voice, p render.Palette, t *tally.Tally) (inks []color.NRGBA, legend []render.Entry) {
	shown, ranked := themesShown(t)
	inkOf := func(name string) color.NRGBA {
		return p.ThemeInk(slices.IndexFunc(ranked, func(x tally.Theme) bool { return x.Theme == name }))
	}
	note := func(people int) string { // the first names the unit for all
		if len(legend) == 0 {
			return v.People(people)
		}
		return v.Number(people)
	}
	others := false
	for _, theme := range shown {
		if ink := inkOf(theme.Theme); ink != p.Neutral {
			legend = append(legend, render.Entry{Name: theme.Theme, Note: note(theme.Respondents), Ink: ink})
		}
	}
	for _, x := range t.Terms {
		inks = append(inks, inkOf(x.Theme))
		others = others || x.Theme == ""
	}
	switch {
	case len(shown) > len(p.Themes):
		legend = append(legend, render.Entry{Name: v.Say("other themes and words"), Ink: p.Neutral})
	case others:
		legend = append(legend, render.Entry{Name: v.Say("other words"), Ink: p.Neutral})
	}
	return inks, legend
}

// themesShown lists the themes of the words in a picture twice: in the order of their list, and by falling number of
// people.
func themesShown(t *tally.Tally) (shown, ranked []tally.Theme) {
	shown = slices.DeleteFunc(slices.Clone(t.Themes), func(theme tally.Theme) bool {
		return !slices.ContainsFunc(t.Terms, func(x tally.Term) bool { return x.Theme == theme.Theme })
	})
	ranked = slices.Clone(shown)
	slices.SortStableFunc(ranked, func(a, b tally.Theme) int { return cmp.Compare(b.Respondents, a.Respondents) })
	return shown, ranked
}

// colorless are the themes that people named and that have no colour: because there are more themes than colours, because
// all their words count for an earlier theme in the list, or because none of their words is in the picture.
func colorless(p render.Palette, t *tally.Tally) []tally.Theme {
	_, ranked := themesShown(t)
	colored := ranked[:min(len(ranked), len(p.Themes))]
	return slices.DeleteFunc(slices.Clone(t.Themes), func(theme tally.Theme) bool {
		return theme.Respondents == 0 || slices.ContainsFunc(colored, func(x tally.Theme) bool { return x.Theme == theme.Theme })
	})
}
