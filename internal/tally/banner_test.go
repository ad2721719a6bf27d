package tally

import (
	"fmt"
	"testing"
)

// netted gives a group a theme that so many of its people named.
func netted(g Group, people int) Group {
	g.Tally.Themes = []Theme{{Theme: "trust", Mentions: Figure(people), Respondents: people, Share: float64(people) / float64(g.Tally.Base.Valid)}}
	return g
}

// wholeOf has the theme, of all groups.
func wholeOf(groups ...Group) *Tally {
	t := &Tally{Themes: []Theme{{Theme: "trust"}}}
	for _, g := range groups {
		t.Base.Valid += g.Tally.Base.Valid
	}
	return t
}

// The pair 60 % and 40 % of 50 each has z = 0.2 / √(0.5·0.5·2/50) = 2.0: higher at 95 %. Of 40 each, z is 1.79.
func TestBanner(t *testing.T) {
	tests := []struct {
		groups [][2]int // people, and those who named the theme
		want   string
	}{
		{[][2]int{{50, 30}, {50, 20}}, "60 [B] 40 []"},
		{[][2]int{{40, 24}, {40, 16}}, "60 [] 40 []"},
		{[][2]int{{50, 20}, {50, 30}}, "40 [] 60 [A]"},
		{[][2]int{{50, 40}, {50, 20}, {50, 5}}, "80 [B C] 40 [C] 10 []"},
		{[][2]int{{50, 50}, {9, 0}}, "100 [] 0 []"}, // too few to test
		{[][2]int{{50, 50}, {50, 50}}, "100 [] 100 []"},
	}
	for _, tt := range tests {
		var groups []Group
		for i, g := range tt.groups {
			groups = append(groups, netted(group(fmt.Sprint(i), g[0], nil), g[1]))
		}
		b := NewBanner(wholeOf(groups...), groups, Ranking{})
		got := ""
		for _, cell := range b.Themes[0].Groups {
			got += fmt.Sprintf(" %.0f %v", 100**cell.Share, cell.HigherThan)
		}
		if got[1:] != tt.want {
			t.Errorf("%v: %s, want %s", tt.groups, got[1:], tt.want)
		}
	}
	if b := NewBanner(wholeOf(), []Group{netted(group("one", 50, nil), 30)}, Ranking{}); b != nil {
		t.Errorf("a table of one column: %v", b)
	}
}

// A share that is withheld is not tested, nor told by the letters of others.
func TestBannerWithheld(t *testing.T) {
	groups := []Group{netted(group("one", 50, nil), 40), netted(group("two", 50, nil), 20), netted(group("three", 50, nil), 5)}
	groups[2].Tally.Themes = nil
	row := NewBanner(wholeOf(groups...), groups, Ranking{}).Themes[0]
	if len(row.Groups[0].HigherThan) != 1 || row.Groups[2].Share != nil || row.Groups[2].Respondents != nil {
		t.Errorf("%+v", row)
	}
}

// With weights 1 and 3 in turn, 80 % of the people are effective: 2.0 becomes 1.79.
func TestBannerWeighted(t *testing.T) {
	north := netted(group("North", 50, nil, One, 3*One), 30)
	south := netted(group("South", 50, nil, One, 3*One), 20)
	b := NewBanner(wholeOf(north, south), []Group{north, south}, Ranking{})
	if cell := b.Themes[0].Groups[0]; len(cell.HigherThan) > 0 || !near(*cell.Share, 0.6) || !near(b.Groups[0].EffectiveN, 40) {
		t.Errorf("%+v, of %+v", cell, b.Groups[0])
	}
}

func TestLetter(t *testing.T) {
	for i, want := range map[int]string{0: "A", 25: "Z", 26: "AA", 51: "AZ", 52: "BA"} {
		if Letter(i) != want {
			t.Errorf("column %d is %s, want %s", i, Letter(i), want)
		}
	}
}
