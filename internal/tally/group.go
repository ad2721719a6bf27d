package tally

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"verbatim/internal/scale"
)

// A Group is the part of the respondents with one value of a column.
type Group struct {
	Value string // "" where the cell is blank
	Tally *Tally
	Sum   *Sum
}

// Groups ranks the sum of each value, in the order of the values or, if they have none, by size.
func Groups(sums map[string]*Sum, r Ranking) []Group {
	groups := make([]Group, 0, len(sums))
	for value, sum := range sums {
		groups = append(groups, Group{value, sum.Tally(r), sum})
	}
	SortGroups(groups, r.Order.Groups, func(g Group) int { return int(g.Sum.Base.Respondents) })
	return groups
}

// SortGroups puts groups in the order of their values, if they have one: numbers and ranges by
// those of the file, if it tells them, or by their first number ("18-34", "35-54", "55+"), then one value without a number, and blanks last.
// Other groups are sorted by their people, the most first, and groups of equal size by bytes:
//
//	under 18 │ 18-34 │ 35-54 │ 55+ │ prefer not to say │ (blank)
//	North 120 │ East 85 │ South 85
func SortGroups(groups []Group, known []scale.Value, people func(Group) int) {
	if sortByScale(groups, known, people) {
		return
	}
	type place struct { // values with a number come first, and the blank one last
		part   int
		number float64
	}
	places, without := make(map[string]place, len(groups)), 0
	for _, g := range groups {
		n, ok := firstNumber(g.Value)
		switch {
		case ok:
			places[g.Value] = place{0, n}
		case g.Value != "":
			places[g.Value] = place{part: 1}
			without++
		default:
			places[g.Value] = place{part: 2}
		}
	}
	ordered := without == 0 || without == 1 && len(groups) > 2
	slices.SortFunc(groups, func(a, b Group) int {
		if ordered {
			x, y := places[a.Value], places[b.Value]
			return cmp.Or(x.part-y.part, cmp.Compare(x.number, y.number), cmp.Compare(a.Value, b.Value))
		}
		return cmp.Or(cmp.Compare(people(b), people(a)), cmp.Compare(a.Value, b.Value))
	})
}

// sortByScale puts groups in the order of their values or of a scale that package scale knows, blanks last.
func sortByScale(groups []Group, known []scale.Value, people func(Group) int) bool {
	values := slices.DeleteFunc(slices.Clone(groups), func(g Group) bool { return g.Value == "" })
	slices.SortFunc(values, func(a, b Group) int { return cmp.Compare(a.Value, b.Value) })
	var options []scale.Option
	for _, g := range values {
		options = append(options, scale.Option{Text: g.Value, People: max(1, people(g))})
	}
	order, _ := orderOf(options, known)
	if order == nil {
		return false
	}
	blank := slices.IndexFunc(groups, func(g Group) bool { return g.Value == "" })
	if blank >= 0 {
		values = append(values, groups[blank])
		order = append(order, len(values)-1)
	}
	for place, i := range order {
		groups[place] = values[i]
	}
	return true
}

// numbered is a value that begins with a number, or with a word or sign that says on which side of
// it the value is: "under $1,000", "> 10k", "1.5 M".
var numbered = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(?i:([<≤]|under |below |less than |up to )|([>≥]|over |above |more than ))?\s*[$€£¥]?\s*` +
		`([0-9]{1,3}(?:[,.'\x{a0}\x{202f} ][0-9]{3})+(?:[.,][0-9]{1,2})?|[0-9]+(?:[.,][0-9]+)?)(?: ?([kKmM])\b)?`)
})

// firstNumber is the number that a value begins with; what is below it comes just before, what is
// above just after.
func firstNumber(value string) (float64, bool) {
	found := numbered().FindStringSubmatch(strings.TrimSpace(value))
	if found == nil {
		return 0, false
	}
	n, ok := scale.Number(found[3])
	switch strings.ToLower(found[4]) {
	case "k":
		n *= 1e3
	case "m":
		n *= 1e6
	}
	switch {
	case found[1] != "":
		n -= 1e-6
	case found[2] != "":
		n += 1e-6
	}
	return n, ok
}
