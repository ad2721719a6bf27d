package figure

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/privacy"
	"verbatim/internal/render"
	"verbatim/internal/tally"
)

// grouped is a comparison of groups of 40 people. Of n terms the first few set a group apart.
func grouped(groups, n, apart int) *Comparison {
	all := &tally.Tally{RankBy: tally.Respondents, Base: tally.Base{Respondents: 500, Valid: 40 * groups}}
	c := &tally.Comparison{Family: n, Tests: n * groups}
	for g := range groups {
		c.Groups = append(c.Groups, tally.ComparedGroup{Value: fmt.Sprintf("Group %d of the people", g), Valid: 40})
	}
	for i := range n {
		x := tally.KeyTerm{Term: fmt.Sprint("term ", i), Label: fmt.Sprint("term ", i), Higher: i % groups, Adjusted: 1, Respondents: 200 - i}
		for g := range groups {
			k := tally.KeyGroup{Value: c.Groups[g].Value, Share: float64((i*7+g*3)%20) / 40, Adjusted: 1}
			if g == x.Higher && i < apart {
				k.Share, k.Z, k.Adjusted, x.Adjusted = 0.7, 4, 0.01, 0.01
			}
			x.Groups = append(x.Groups, k)
		}
		x.HigherIn = c.Groups[x.Higher].Value
		c.Terms = append(c.Terms, x)
		all.Terms = append(all.Terms, tally.Term{Term: x.Term, Label: x.Label, Respondents: x.Respondents})
	}
	return &Comparison{Question: &Question{Text: "What should change?", tally: all}, Result: &privacy.Comparison{Comparison: c, Column: "area"}}
}

// A dot plot of any number of groups is sound in every size, on light, dark and grey, and has as many rows as there is room for.
func TestDotPlots(t *testing.T) {
	palettes := []string{"ink", "night", "grey"}
	for groups := 2; groups <= tally.MostDrawn; groups++ {
		for n, size := range [][2]int{{800, 500}, {1600, 1000}, {1080, 1350}} {
			look, apart := lookOf(t, size[0], size[1]), 4*(groups%2)
			look.FixedSize = true
			look.Palette, _ = render.NewPalette(palettes[(n+groups)%3], "", false)
			p, err := grouped(groups, 30, apart).Draw(context.Background(), look, AsDots, tally.Limits{})
			if err != nil {
				t.Errorf("%d groups, %d apart, %v: %v", groups, apart, size, err)
				continue
			}
			heads, filled := 0, 0
			for _, s := range p.Chart.Shapes {
				if s.Class == "heading" {
					heads++
				}
				if s.Class == "dot" && len(s.Contours) == 1 {
					filled++
				}
			}
			if heads != 2*min(apart, 1) || filled != apart {
				t.Errorf("%d groups, %d apart, %v: %d heads, %d filled symbols", groups, apart, size, heads, filled)
			}
		}
	}
	p, err := grouped(2, 30, 4).Draw(context.Background(), lookOf(t, 800, 500), AsDots, tally.Limits{})
	if err != nil || strings.Count(classes(p), " dot-filled") != 8 { // each stands apart from the other
		t.Errorf("two groups: %v, %s", err, classes(p))
	}
}

// classes lists what a chart has.
func classes(p *Picture) string {
	var b strings.Builder
	for _, s := range p.Chart.Shapes {
		b.WriteString(" " + s.Class)
		if s.Class == "dot" && len(s.Contours) == 1 {
			b.WriteString("-filled")
		}
	}
	return b.String()
}

// Where nothing is beyond chance the most common terms are drawn, and no tie is cut.
func TestCommonTermsWhereNothingDiffers(t *testing.T) {
	c := grouped(3, 30, 0)
	for i := 8; i < 12; i++ { // a tie around the tenth
		c.Result.Terms[i].Respondents = 191
	}
	p, err := c.Draw(context.Background(), lookOf(t, 1600, 1000), AsDots, tally.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	rows := map[string]bool{}
	for _, s := range p.Chart.Shapes {
		if s.Class == "label" {
			rows[s.Term] = true
		}
	}
	if len(rows) >= 10 || rows["term 29"] || !strings.Contains(p.Caption, fmt.Sprintf("Drawn: the %d said by most people.", len(rows))) {
		t.Errorf("%d rows: %v; %s", len(rows), rows, p.Caption)
	}
}

// With a request for more rows than there is room for the picture grows, or is refused if its size was asked for, too.
func TestDotPlotGrows(t *testing.T) {
	look := lookOf(t, 1600, 1000)
	p, err := grouped(4, 30, 4).Draw(context.Background(), look, AsDots, tally.Limits{Top: 30})
	if err != nil || p.Chart.Size.Y <= 1000 || strings.Count(classes(p), " label") != 30 {
		t.Fatalf("%v, %v", p, err)
	}
	look.FixedSize = true
	if _, err := grouped(4, 30, 4).Draw(context.Background(), look, AsDots, tally.Limits{Top: 30}); !errors.As(err, new(*RoomError)) {
		t.Errorf("%v, want a *RoomError", err)
	}
}

// Clouds have as many terms of each group as asked for, however clear the differences of other groups are.
func TestCloudsPerGroup(t *testing.T) {
	for top, want := range map[int]int{0: 12, 1: 1, 3: 3, 20: 20} {
		for group, terms := range grouped(3, 60, 5).perGroup(tally.Limits{Top: top}) {
			if len(terms) != want {
				t.Errorf("top %d: group %d has %d terms, want %d", top, group, len(terms), want)
			}
		}
	}
}
