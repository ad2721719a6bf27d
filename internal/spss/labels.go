package spss

import (
	"cmp"
	"encoding/binary"
	"maps"
	"slices"
	"strings"
)

// ofNumbers gives the labels of numbers. The first of several of a value counts, as in PSPP; an empty one is none.
func (l *labels) ofNumbers(order binary.ByteOrder, text decoder) map[float64]string {
	if l.numbers != nil {
		return l.numbers
	}
	l.numbers = map[float64]string{}
	for i, p := range l.values {
		x, label := number(order, p), strings.TrimSpace(text.text(l.texts[i]))
		if label != "" && l.numbers[x] == "" && x == x { // not NaN, which no value equals
			l.numbers[x] = label
		}
	}
	return l.numbers
}

// ofStrings gives the labels of strings.
func (l *labels) ofStrings(text decoder) map[string]string {
	if l.strings != nil {
		return l.strings
	}
	l.strings = map[string]string{}
	for i, p := range l.values {
		s, label := string(trimmed(p)), strings.TrimSpace(text.text(l.texts[i]))
		if label != "" && l.strings[s] == "" {
			l.strings[s] = label
		}
	}
	return l.strings
}

// A ValueLabel says what a value means.
type ValueLabel struct {
	Value   string // as a cell without a label shows it
	Label   string
	Missing bool // the value stands for no answer, and the label says why there is none
}

// Labels lists the labels of the values of a variable, by its place in Variables, ascending by value.
func (f *File) Labels(variable int) (out []ValueLabel) {
	c := &f.columns[variable]
	for _, x := range sortedKeys(c.numbers) {
		out = append(out, ValueLabel{c.format.show(x), c.numbers[x], c.number(x).Missing != Present})
	}
	for _, s := range sortedKeys(c.strings) {
		out = append(out, ValueLabel{c.text.text([]byte(s)), c.strings[s], slices.Contains(c.missingStrings, s)})
	}
	return out
}

// sortedKeys lists the keys of a map, ascending.
func sortedKeys[K cmp.Ordered](m map[K]string) []K { return slices.Sorted(maps.Keys(m)) }
