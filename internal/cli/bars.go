package cli

import (
	"cmp"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"verbatim/internal/chart"
	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// ranked is one thing of a bar chart: a term, or a theme.
type ranked struct {
	name  string // what it is found by in a group
	label string
	ink   color.NRGBA
	all   valued // among all people
}

// valued is how many people said something.
type valued struct {
	mentions, respondents int
	weighted              float64 // mentions, weighted where answers are
	share                 float64
	withheld              bool // by disclosure control
	tally.Interval
}

// barChart makes the chart of a question's terms, or of its themes: of all people, or in one panel for each group. It is
// what verbatim chart draws, and what a report shows.
func (q *counted) barChart(st style, t *tally.Tally, colorBy string) (*plot, error) {
	if err := q.checkGroups(); err != nil {
		return nil, err
	}
	var rows []ranked
	p := &plot{style: st}
	inks := make([]inked, len(t.Terms))
	for i := range inks {
		inks[i].ink = st.palette.Bar()
	}
	if colorBy == "theme" {
		inks, p.legend = byTheme(st.palette, t)
	}
	for i, x := range t.Terms {
		rows = append(rows, ranked{x.Stem, prose.Label(x.Term), inks[i].ink, termValue(x)})
	}
	q.fill(p, t, rows, termsOf)
	p.caption = q.barCaption(t, "said a term")
	if t.Cut.Terms > 0 {
		p.caption[1] += " " + chosen(t)
	}
	for _, note := range denials(t.Terms) {
		p.caption[1] += " " + note
	}
	return p, nil
}

// themeChart makes the chart of a question's themes, those that most people named first.
func (q *counted) themeChart(st style, t *tally.Tally, top int) (*plot, error) {
	if err := q.checkGroups(); err != nil {
		return nil, err
	}
	var rows []ranked
	for _, x := range t.Themes {
		rows = append(rows, ranked{x.Theme, prose.Label(x.Theme), st.palette.Bar(), themeValue(x)})
	}
	by := func(x ranked) float64 { return x.all.share }
	if t.RankBy == tally.Mentions {
		by = func(x ranked) float64 { return x.all.weighted }
	}
	slices.SortStableFunc(rows, func(a, b ranked) int { return cmp.Compare(by(b), by(a)) })
	cut := max(0, len(rows)-top)
	rows = rows[:len(rows)-cut]
	p := &plot{style: st}
	q.fill(p, t, rows, themesOf)
	p.caption = q.barCaption(t, "named a theme, each person once")
	if cut > 0 {
		p.caption[1] += fmt.Sprintf(" Not shown: %s that fewer named.", prose.Count(cut, "theme"))
	}
	if t.Uncoded > 0 { // nor withheld
		p.caption[1] += fmt.Sprintf(" What %d of them said is in no theme.", t.Uncoded)
	}
	return p, nil
}

func termValue(x tally.Term) valued {
	return valued{x.Mentions, x.Respondents, x.Weighted(tally.Mentions), x.Share, false, x.Interval}
}

func themeValue(x tally.Theme) valued {
	v := valued{x.Mentions, x.Respondents, float64(x.Mentions), x.Share, false, x.Interval}
	if x.WeightedMentions > 0 {
		v.weighted = x.WeightedMentions.Float()
	}
	return v
}

// termsOf are the values of a tally's terms, by what a row is found by.
func termsOf(t *tally.Tally) map[string]valued {
	values := make(map[string]valued, len(t.Terms))
	for _, x := range t.Terms {
		values[x.Stem] = termValue(x)
	}
	return values
}

func themesOf(t *tally.Tally) map[string]valued {
	values := make(map[string]valued, len(t.Themes))
	for _, x := range t.Themes {
		values[x.Theme] = themeValue(x)
	}
	return values
}

// fill sets the rows and panels of a chart, and its alternative text.
func (q *counted) fill(p *plot, t *tally.Tally, rows []ranked, valuesOf func(*tally.Tally) map[string]valued) {
	spec := chart.BarSpec{Share: t.RankBy == tally.Respondents}
	for _, r := range rows {
		spec.Rows = append(spec.Rows, chart.Row{Label: r.label, Title: spoke(r.label, r.all, t.Base.Valid)})
	}
	if q.Groups == nil {
		all := func(i int) valued { return rows[i].all }
		spec.Panels = []chart.Panel{{Bars: q.barsOf(rows, t, all)}}
	}
	for _, g := range q.shownGroups() {
		values := valuesOf(g.Tally)
		of := func(i int) valued { return q.inGroup(g.Tally, values, rows[i].name) }
		spec.Panels = append(spec.Panels, chart.Panel{Name: prose.Label(g.Value), Note: prose.People(g.Tally.Base.Valid), Bars: q.barsOf(rows, g.Tally, of)})
	}
	p.place = func(st chart.Style) (*chart.Chart, error) {
		spec.Style = st
		return chart.NewBars(spec)
	}
	p.rows = chart.Bands(p.width, len(spec.Panels)) * (len(rows) + 5)
	p.alt = q.barAlt(t, rows)
}

// barsOf are the bars of one panel.
func (q *counted) barsOf(rows []ranked, t *tally.Tally, of func(i int) valued) (bars []chart.Bar) {
	for i, r := range rows {
		v := of(i)
		b := chart.Bar{Value: v.share, Low: v.Low, High: v.High, Strong: prose.Percent(v.share), Quiet: fmt.Sprint(v.respondents), Ink: r.ink, Title: spoke(r.label, v, t.Base.Valid)}
		if v.withheld {
			bars = append(bars, chart.Bar{Quiet: "withheld", Title: r.label + ": withheld"})
			continue
		}
		if t.RankBy == tally.Mentions {
			b.Value, b.Low, b.High, b.Strong, b.Quiet = v.weighted, nil, nil, fmt.Sprintf("%.0f", v.weighted), prose.Percent(v.share)
		}
		if q.Groups == nil && i == 0 { // the first says what the others are
			b.Quiet = prose.People(v.respondents)
			if t.RankBy == tally.Mentions {
				b.Strong, b.Quiet = b.Strong+" mentions", prose.Percent(v.share)+" of people"
			}
		}
		bars = append(bars, b)
	}
	return bars
}

// inGroup is what a group said of a row: its value, that nobody did, or that the number is withheld. A tally has all
// themes, those that nobody named too.
func (q *counted) inGroup(g *tally.Tally, values map[string]valued, name string) valued {
	v, said := values[name]
	if said {
		return v
	}
	_, v.withheld = slices.BinarySearch(g.Concealed, name)
	v.withheld = v.withheld || q.opt.Suppress > 0 && slices.ContainsFunc(q.Tally.Themes, func(x tally.Theme) bool { return x.Theme == name })
	v.Interval = g.Base.Nobody(q.Rank)
	return v
}

// shownGroups are the groups that a chart has a panel for: those with a value and an answer.
func (q *counted) shownGroups() []tally.Group {
	return slices.DeleteFunc(slices.Clone(q.Groups), func(g tally.Group) bool { return g.Value == "" || g.Tally.Base.Valid == 0 })
}

// checkGroups refuses a column that tells no groups, or too many for panels.
func (q *counted) checkGroups() error {
	switch n := len(q.shownGroups()); {
	case n > mostGroups:
		return tooManyGroups(n)
	case n == 0 && q.Groups != nil:
		return &nothingError{where: strings.Join(q.export.Files, ", "), what: "nobody who gave an answer has a value in the column of --by", hint: "verbatim inspect lists the columns"}
	}
	return nil
}

// barCaption says what the bars show, and of whom; did is what the people have done whose share a bar is.
func (q *counted) barCaption(t *tally.Tally, did string) []string {
	about := []string{answered(t.Base)}
	switch {
	case t.RankBy == tally.Mentions:
		often := "how often a term was said"
		if isWeighted(t) {
			often += ", weighted"
		}
		about = append(about, "Bars show "+often+", the share beside them how many people said it; one person may say it several times.")
	case q.Groups != nil:
		about = append(about, "Bars show the share of the people of a group who "+did+", on one scale; the number beside it counts them.")
	default:
		about = append(about, "Bars show the share of these who "+did+"; they add up to more than 100 % where people named several.")
	}
	if q.opt.Weight > 0 {
		about = append(about, "Shares are weighted, numbers of people are not.")
	}
	if q.Rank.Intervals {
		about = append(about, "Whiskers are 95 % intervals; they hold for probability samples.")
	}
	if q.Groups != nil {
		about = append(about, q.smallGroups()...)
	}
	if t.Suppressed.Terms > 0 {
		about = append(about, fmt.Sprintf("Words said by few people are withheld (%d).", t.Suppressed.Terms))
	}
	about = append(about, setAside(t)...)
	return []string{prose.Shorten(q.question.Text, 160), strings.Join(about, " ")}
}

// smallGroups names the groups that tell little, and counts the people in none.
func (q *counted) smallGroups() (sentences []string) {
	var small []string
	for _, g := range q.shownGroups() {
		if g.Tally.Base.Valid < tally.SmallGroup {
			small = append(small, prose.Shorten(g.Value, 30))
		}
	}
	if len(small) > 0 {
		sentences = append(sentences, fmt.Sprintf("Groups of fewer than %d people tell little: %s.", tally.SmallGroup, strings.Join(small, ", ")))
	}
	if i := slices.IndexFunc(q.Groups, func(g tally.Group) bool { return g.Value == "" && g.Tally.Base.Valid > 0 }); i >= 0 {
		sentences = append(sentences, fmt.Sprintf("In no group: %s who answered.", prose.People(q.Groups[i].Tally.Base.Valid)))
	}
	return sentences
}

// barAlt describes the chart to people who do not see it.
func (q *counted) barAlt(t *tally.Tally, rows []ranked) string {
	const top = 10
	var names []string
	for _, r := range rows[:min(top, len(rows))] {
		if t.RankBy == tally.Mentions {
			names = append(names, fmt.Sprintf("%s %s", r.label, prose.Count(r.all.mentions, "mention")))
			continue
		}
		names = append(names, fmt.Sprintf("%s %s (%d)", r.label, prose.Percent(r.all.share), r.all.respondents))
	}
	kind := fmt.Sprintf("Bar chart of the answers of %d people", t.Base.Valid)
	if n := len(q.shownGroups()); n > 0 {
		kind += fmt.Sprintf(" in %d groups", n)
	}
	return fmt.Sprintf("%s: %s.\nQuestion: %s", kind, strings.Join(names, ", "), prose.Plain(q.question.Text))
}

// spoke says how often something was said, for the pointer that rests on its bar.
func spoke(label string, v valued, valid int) string {
	mentions := ""
	if v.mentions != tally.Withheld {
		mentions = prose.Count(v.mentions, "mention") + ", "
	}
	return fmt.Sprintf("%s: %s%d of %d people, %s", label, mentions, v.respondents, valid, prose.Percent(v.share))
}
