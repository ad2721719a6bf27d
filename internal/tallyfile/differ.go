package tallyfile

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"verbatim/internal/decision"
	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// compare refuses a tally that cannot be added to the first. The position of columns, which are
// matched by their text, and the encoding of files may differ from part to part; everything that
// decides which words count as which term may not.
func (m *Merger) compare(p Part) error {
	a, b := m.first, p
	if b.Options.Count != a.Options.Count {
		m.mixed = true
	}
	type pair struct {
		what, hint string
		a, b       any
	}
	options, others := m.comparable(a.Tally), m.comparable(b.Tally)
	if a.neutral() || b.neutral() {
		others.Redact = options.Redact // it is on where terms are listed, which an empty column does not tell
	}
	pairs := []pair{
		{"the question", "if only its wording changed, give the column one header in all files, and count them again", nameOf(*a), nameOf(b)},
		{"", sameFlags(a, &b), options, others},
		{"the list of themes", "make every tally with the same --themes", tally.ThemeNames(a.Themes), tally.ThemeNames(b.Themes)},
	}
	if !a.neutral() && !b.neutral() {
		pairs = append(pairs, pair{"", decideOnce, m.foundIn(a.Tally), m.foundIn(b.Tally)}, pair{"", decideOnce, m.counting(a), m.counting(&b)},
			pair{"the platform", "make every tally with --platform", a.Source.Platform, b.Source.Platform})
	}
	for _, x := range pairs {
		if diff := difference(x.what, x.a, x.b); diff != "" {
			return &notice.InputError{Name: p.Name, What: "does not add up with " + m.first.Name + ": " + diff, Hint: x.hint}
		}
	}
	return nil
}

// sameFlags is the hint for parts that were counted with other flags.
func sameFlags(a, b *Part) string {
	if !slices.Equal(a.Options.Where, b.Options.Where) {
		return "make every tally with the same --where; to compare people, count the survey once, with --by COLUMN"
	}
	return "make every tally with the same flags"
}

// decideOnce is the hint for parts that decided differently.
const decideOnce = "count every part with one --decisions FILE; verbatim help merge tells how"

// foundIn is what was found besides.
func (m *Merger) foundIn(d *report.Tally) study.Found {
	f := d.Found
	f.Decisions, f.ByColumn, f.WeightColumn = nil, "", "" // comparable has them
	if !m.grouped() {
		f.Overlap = false
	}
	return f
}

// counting is what was decided about the terms and, where they are wanted, the groups.
func (m *Merger) counting(p *Part) decision.Decisions {
	c := p.Decisions.Counted()
	if !m.grouped() {
		c.By = nil
	}
	return c
}

// grouped reports whether groups are asked for.
func (m *Merger) grouped() bool { return m.Grouped || m.By != "" }

// comparable leaves out what may differ: what ranks, since a tally has people and mentions, and the
// names of lists of words, whose contents matter, which options have as SHA-256. Columns go by their text.
func (m *Merger) comparable(d *report.Tally) study.Options {
	o := d.Options
	o.Count, o.Stopwords, o.Synonyms, o.Themes = "", "", "", ""
	if o.Phrases.File() != "" {
		o.Phrases = ""
	}
	o.Weight, o.By = text(d.WeightColumn, o.Weight), text(d.ByColumn, o.By)
	if !m.grouped() {
		o.By = ""
	}
	return o
}

// text is the text of a column that an option names by it, or in another way; documents shorten it.
func text(column, option string) string {
	return prose.Shorten(cmp.Or(column, option), report.ColumnNamed)
}

// Of a differing value, a message quotes so many characters, and so many of them before the difference.
const longestShown, shownBefore = 60, 20

// shown are two values in JSON, each from a little before they differ on.
func shown(a, b any) (string, string) {
	texts, at := [2][]rune{}, 0
	for i, v := range []any{a, b} {
		text, _ := json.Marshal(v) // the values were read from JSON
		texts[i] = []rune(string(text))
	}
	for at < min(len(texts[0]), len(texts[1])) && texts[0][at] == texts[1][at] {
		at++
	}
	var out [2]string
	for i, text := range texts {
		from := max(0, at-shownBefore)
		if len(text) <= longestShown {
			from = 0
		}
		if out[i] = prose.Shorten(string(text[from:]), longestShown); from > 0 {
			out[i] = "…" + out[i]
		}
	}
	return out[0], out[1]
}

// difference says how two values differ, "" if they do not. what names them; without a name they
// are structs, and the fields that differ go by their JSON names.
func difference(what string, a, b any) string {
	if reflect.DeepEqual(a, b) {
		return ""
	}
	if what != "" {
		was, is := shown(a, b)
		return fmt.Sprintf("%s is %s, not %s", what, is, was)
	}
	var parts []string
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range x.NumField() {
		if p, q := x.Field(i).Interface(), y.Field(i).Interface(); !reflect.DeepEqual(p, q) {
			name, _, _ := strings.Cut(x.Type().Field(i).Tag.Get("json"), ",")
			was, is := shown(p, q)
			parts = append(parts, fmt.Sprintf("%s is %s, not %s", name, is, was))
		}
	}
	return strings.Join(parts, "; ")
}
