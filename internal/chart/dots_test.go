package chart_test

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"testing"

	"verbatim/internal/chart"
)

var red = color.NRGBA{R: 180, G: 60, B: 20, A: 255}

// dots returns a plot of rows for groups. The first third of the rows differ clearly. Values repeat, so that symbols tie.
func dots(t *testing.T, width, height, textPx, rows, groups int, intervals bool) chart.DotSpec {
	t.Helper()
	s := chart.DotSpec{Style: look(t, width, height), TextPx: textPx, HeadPx: max(12, textPx*5/6), Share: true, Tick: func(v float64) string { return fmt.Sprintf("%.0f%%", 100*v) }}
	s.Faint = color.NRGBA{R: 180, G: 184, B: 190, A: 255}
	for g := range groups {
		s.Groups = append(s.Groups, chart.DotGroup{Name: "Group " + labels[g], Note: "(65 people)", Ink: red})
	}
	s.Blocks = []chart.DotBlock{{Head: "Beyond chance", Strong: true}, {Head: "May be chance"}}
	for i := range rows {
		b := min(1, 3*i/rows)
		r := chart.DotRow{Label: labels[i%len(labels)], Title: fmt.Sprint("row ", i)}
		for g := range groups {
			v := float64((i*7+g*g*5)%23) / 50
			d := chart.Dot{Value: v, Hidden: (i+g)%11 == 10, Filled: b == 0 && g == i%groups, Label: fmt.Sprintf("Group %d %.0f%%", g, 100*v)}
			if intervals {
				low, high := v*0.7, v+(1-v)*0.2
				d.Low, d.High = &low, &high
			}
			if d.Hidden {
				r.Note = chart.Note{Text: "[c]", Title: "withheld"}
			}
			r.Dots = append(r.Dots, d)
		}
		if groups == 2 {
			r.Cells = []chart.Cell{{Text: "12%"}, {Text: "100%", Strong: true}, {Text: "27 pts", Ink: red}}
		}
		s.Blocks[b].Rows = append(s.Blocks[b].Rows, r)
	}
	if groups == 2 {
		s.Columns = []chart.Cell{{Text: "Group of the first people", Strong: true, Ink: red}, {Text: "B"}, {Text: "difference"}}
	}
	return s
}

// Dot plots of many sizes are sound; where there is no room, the error is ErrNoRoom.
func TestDotsAreSound(t *testing.T) {
	for _, size := range []struct{ width, height, textPx int }{{360, 500, 12}, {800, 500, 14}, {1600, 1000, 24}, {1080, 1350, 31}} {
		for _, rows := range []int{1, 4, 9, 14, 40} {
			for groups := 2; groups <= chart.MostSymbols; groups++ {
				for _, intervals := range []bool{false, true} {
					name := fmt.Sprintf("%dx%d, %d rows, %d groups, intervals %v", size.width, size.height, rows, groups, intervals)
					c, err := chart.NewDots(dots(t, size.width, size.height, size.textPx, rows, groups, intervals))
					switch {
					case errors.Is(err, chart.ErrNoRoom) && (rows > 4 || size.width < 800 || intervals && groups > 4):
					case err != nil:
						t.Errorf("%s: %v", name, err)
					default:
						t.Run(name, func(t *testing.T) { sound(t, c) })
					}
				}
			}
		}
	}
}

// Symbols of each two shapes at one value stand one above the other, and share no pixel.
func TestDotsThatTie(t *testing.T) {
	for first := range chart.MostSymbols {
		for second := range first {
			s := dots(t, 1600, 1000, 24, 6, chart.MostSymbols, false)
			for b := range s.Blocks {
				for i := range s.Blocks[b].Rows {
					for g := range s.Blocks[b].Rows[i].Dots {
						d := &s.Blocks[b].Rows[i].Dots[g]
						d.Value, d.Hidden = 0.3+float64(g)/20, false
						if g == first || g == second {
							d.Value = 0.1
						}
					}
				}
			}
			c, err := chart.NewDots(s)
			if err != nil {
				t.Fatal(err)
			}
			t.Run(fmt.Sprintf("%d and %d", second, first), func(t *testing.T) { sound(t, c) })
		}
	}
}

// Where all groups tie, with intervals or without, rows are as high as it takes, and nothing shares a pixel.
func TestDotsThatAllTie(t *testing.T) {
	for _, size := range []struct{ width, height, textPx int }{{800, 500, 14}, {900, 700, 15}, {1600, 1000, 24}, {1600, 1600, 24}, {1080, 1350, 31}} {
		for _, intervals := range []bool{false, true} {
			s := dots(t, size.width, size.height, size.textPx, 3, chart.MostSymbols, intervals)
			for b := range s.Blocks {
				for i := range s.Blocks[b].Rows {
					for g := range s.Blocks[b].Rows[i].Dots {
						s.Blocks[b].Rows[i].Dots[g].Value, s.Blocks[b].Rows[i].Dots[g].Hidden = 0.4, false
					}
				}
			}
			c, err := chart.NewDots(s)
			if errors.Is(err, chart.ErrNoRoom) && size.height < 1000 {
				continue
			}
			if err != nil {
				t.Errorf("%v, intervals %v: %v", size, intervals, err)
				continue
			}
			t.Run(fmt.Sprintf("%v, intervals %v", size, intervals), func(t *testing.T) { sound(t, c) })
		}
	}
}

// Every symbol that is not withheld is drawn, once, at its value, and none that is withheld.
func TestDotsStandAtTheirValues(t *testing.T) {
	for groups := 2; groups <= chart.MostSymbols; groups++ {
		s := dots(t, 1600, 1000, 24, 8, groups, false)
		c, err := chart.NewDots(s)
		if err != nil {
			t.Fatal(err)
		}
		middles := map[string][]int{} // of symbols, by row, 1/256 px
		for _, x := range c.Shapes {
			if x.Class != "dot" {
				continue
			}
			box := image.Rectangle{Min: x.Contours[0][0], Max: x.Contours[0][0]}
			for _, p := range x.Contours[0] {
				box.Min.X, box.Max.X = min(box.Min.X, p.X), max(box.Max.X, p.X)
			}
			middles[x.Term] = append(middles[x.Term], (box.Min.X+box.Max.X)/2)
		}
		unit, zero := scaleOf(c)
		for _, b := range s.Blocks {
			for _, r := range b.Rows {
				var want []int
				for _, d := range r.Dots {
					if !d.Hidden {
						want = append(want, zero+int(d.Value*unit))
					}
				}
				got := middles[r.Label]
				if len(got) != len(want) {
					t.Errorf("%d groups, %q: %d symbols, want %d", groups, r.Label, len(got), len(want))
					continue
				}
				for _, x := range want {
					if !near(got, x) {
						t.Errorf("%d groups, %q: no symbol at %d, only at %d", groups, r.Label, x, got)
					}
				}
			}
		}
	}
}

// scaleOf reads the scale of a plot off its labels of the axis: 1/256 px for 100 %, and where zero is.
func scaleOf(c *chart.Chart) (unit float64, zero int) {
	var ticks []int
	for _, x := range c.Shapes {
		if x.Class == "axis" && len(x.Boxes) > 0 {
			zero = (x.Boxes[0].Min.X + x.Boxes[0].Max.X) / 2
		}
		if x.Class == "grid" && len(x.Boxes) > 0 && x.Boxes[0].Dx() < 1024 {
			ticks = append(ticks, (x.Boxes[0].Min.X+x.Boxes[0].Max.X)/2)
		}
	}
	last := len(ticks) / 2                                        // of two blocks
	return float64(ticks[last-1]-zero) * 10 / float64(last), zero // ticks are 10 % apart
}

func near(list []int, x int) bool {
	for _, v := range list {
		if -512 <= v-x && v-x <= 512 {
			return true
		}
	}
	return false
}
