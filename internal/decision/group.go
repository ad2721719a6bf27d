package decision

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"verbatim/internal/segment"
)

// Values of a column that differ only in case, blanks or Unicode form are one group of --by, which is labelled as most
// rows have it:
//
//	Masculino 40   masculino 12   "Masculino " 3   ─ key masculino ─▶  Masculino 55
//
// What stands for all rows decides first, so that --where changes no label; of a group that is not there, the rows that
// are counted decide.

// Writings are the ways in which the values of groups are written, by their key: in how many rows each.
type Writings map[string]map[string]int

// GroupKey is what the writings of a group have in common.
func GroupKey(value string) string {
	return strings.ToLower(strings.Join(strings.Fields(segment.Normalised(value)), " "))
}

// Add adds rows in which a group is written so.
func (w Writings) Add(key, value string, rows int) {
	if w[key] == nil {
		w[key] = make(map[string]int)
	}
	w[key][strings.Clone(value)] += rows
}

// label is how most rows have a group; of equally many the first in sorted order.
func (w Writings) label(key string) string {
	return slices.MinFunc(slices.Collect(maps.Keys(w[key])), func(a, b string) int {
		return cmp.Or(w[key][b]-w[key][a], strings.Compare(a, b))
	})
}

// Other is how most rows have a value that nobody wrote like this; ok is false if there is none.
func (w Writings) Other(value string) (way string, ok bool) {
	ways := w[GroupKey(value)]
	if ways == nil || ways[value] > 0 {
		return "", false
	}
	return w.label(GroupKey(value)), true
}

// Label decides on the label of each group that was counted, by the writings in the rows that stand for all and in those
// counted. What was decided before holds. A group that is written in one way needs no decision.
func (b *By) Label(all, counted Writings) (labels map[string]string) {
	labels, written := make(map[string]string), make(map[string]string)
	for key := range counted {
		from := counted
		if all[key] != nil {
			from = all
		}
		labels[key] = cmp.Or(b.Written[key], from.label(key))
		ways := maps.Clone(counted[key])
		maps.Copy(ways, all[key])
		if len(ways) > 1 {
			written[key] = labels[key]
		}
	}
	if b.Written == nil {
		b.Written = written
	}
	return labels
}
