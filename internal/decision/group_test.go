package decision

import (
	"maps"
	"testing"
)

// Values that differ only in case, blanks or Unicode form are one group, labelled as most rows that stand for all have
// it; other values stay apart.
func TestGroups(t *testing.T) {
	writings := func(rows map[string]int) Writings {
		w := make(Writings)
		for value, n := range rows {
			w.Add(GroupKey(value), value, n)
		}
		return w
	}
	for _, c := range []struct {
		all, counted map[string]int
		decided      map[string]string
		want         map[string]string
		written      int
	}{
		{nil, map[string]int{"Masculino": 3, "masculino": 2, " MASCULINO ": 1}, nil, map[string]string{"masculino": "Masculino"}, 1},
		{nil, map[string]int{"south  west": 1, "South\u00a0West": 1, "Southwest": 1}, nil, map[string]string{"south west": "South\u00a0West", "southwest": "Southwest"}, 1},
		{nil, map[string]int{"Andr\u00e9": 1, "Andre\u0301": 2, "Andre": 1}, nil, map[string]string{"andr\u00e9": "Andre\u0301", "andre": "Andre"}, 1},
		{nil, map[string]int{"b": 1, "B": 1}, nil, map[string]string{"b": "B"}, 1}, // the first in sorted order
		{map[string]int{"north": 9}, map[string]int{"North": 2}, nil, map[string]string{"north": "north"}, 1},
		{map[string]int{"north": 9}, map[string]int{"North": 2}, map[string]string{"north": "NORTH"}, map[string]string{"north": "NORTH"}, 1},
		{map[string]int{"north": 9, "East": 1, "east": 1}, map[string]int{"north": 2}, nil, map[string]string{"north": "north"}, 0},
	} {
		by := By{Written: c.decided}
		got := by.Label(writings(c.all), writings(c.counted))
		if !maps.Equal(got, c.want) || len(by.Written) != c.written {
			t.Errorf("%v of %v: %q, written %q", c.counted, c.all, got, by.Written)
		}
	}
	w := writings(map[string]int{"North": 2, "north": 1, "East": 1})
	for value, want := range map[string]string{"NORTH": "North", "North": "", "East": "", "South": "", "east ": "East"} {
		if got, ok := w.Other(value); got != want || ok != (want != "") {
			t.Errorf("%q: %q", value, got)
		}
	}
}
