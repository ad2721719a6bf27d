package tally

import (
	"cmp"
	"maps"
	"slices"
)

// Uses counts how often something is said and by how many people. Since people come
// one after the other, it is enough to remember the last one to count each person
// once.
type Uses struct{ Mentions, People, last int }

// Add counts a mention by a person, and reports whether it is their first. People
// are numbered from 1 in the order in which they are met.
func (u *Uses) Add(person int) bool {
	u.Mentions++
	if u.last == person {
		return false
	}
	u.last = person
	u.People++
	return true
}

// MostWritten is how most people write something, by the mentions of each form: of equally
// frequent forms the shorter one, and of those the first by bytes.
func MostWritten(forms map[string]int) string {
	return slices.MinFunc(slices.Collect(maps.Keys(forms)), func(a, b string) int {
		return cmp.Or(cmp.Compare(forms[b], forms[a]), cmp.Compare(len(a), len(b)), cmp.Compare(a, b))
	})
}
