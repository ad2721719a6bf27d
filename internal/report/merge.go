package report

import (
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// ReadTally reads a complete tally that was written as JSON. Name is what
// messages call it. An error is a *notice.InputError.
func ReadTally(name string, r io.Reader) (*Tally, error) {
	refuse := func(hint, what string, args ...any) (*Tally, error) {
		return nil, &notice.InputError{Name: name, What: fmt.Sprintf(what, args...), Hint: hint}
	}
	const write = "write one with verbatim tally FILE -o x.json"
	text, err := io.ReadAll(r)
	if err != nil {
		return refuse("", "cannot be read: %v", err)
	}
	var head struct{ Schema string }
	if err := json.Unmarshal(text, &head); err != nil {
		return refuse(write, "is no tally in JSON: %v", err)
	}
	if head.Schema != TallySchema {
		return refuse(write, "the schema is %q, not %q", head.Schema, TallySchema)
	}
	d := new(Tally)
	if err := json.Unmarshal(text, d); err != nil {
		return refuse(byHand, "is damaged: %v", err)
	}
	if !d.Complete || d.Cut.Terms > 0 {
		return refuse("leave --top, --min-count, --phrases and --suppress to the whole", "is not complete: %s", d.missing())
	}
	if err := d.tally().Reconcile(); err != nil {
		return refuse(byHand, "%v", err)
	}
	return d, nil
}

// byHand is the likeliest reason for figures that this program does not write.
const byHand = "has it been changed by hand?"

// missing says why the document is not complete.
func (d *Tally) missing() string {
	if d.Options.Suppress > 0 {
		return "--suppress withholds a part of it"
	}
	if d.Options.Phrases {
		return "phrases found by association differ from part to part"
	}
	return fmt.Sprintf("%s not in it", prose.Count(d.Cut.Terms, "term"))
}

// tally is the inverse of Fill.
func (d *Tally) tally() *tally.Tally {
	t := &tally.Tally{Base: d.Base, Tokens: d.Tokens, Terms: d.Terms, SetAside: d.SetAside, Themes: d.Themes, Cut: d.Cut, RankBy: d.Options.Count}
	if d.Uncoded != nil {
		t.Uncoded = tally.Figure(*d.Uncoded)
	}
	return t
}

// A Merger adds up tallies of the same question that were made apart. The zero
// value is one of nothing.
type Merger struct {
	first    *Tally // says what all have in common
	name     string
	sources  Source
	sum      *tally.Sum
	groups   map[string]*tally.Sum
	redacted []privacy.Redacted
	warnings []Warning
	shared   []Warning         // that all parts have: of lists, say
	parts    map[string]string // by SHA-256, of a source or of a document, the part that has it
}

// Add adds a tally. One of another question, or made in another way, is refused
// with a *notice.InputError that says what differs.
func (m *Merger) Add(name string, d *Tally) error {
	if m.first == nil {
		m.first, m.name, m.shared = d, name, d.Warnings
		m.sum, m.groups = tally.NewSum(), make(map[string]*tally.Sum)
	} else if err := m.compare(name, d); err != nil {
		return err
	}
	if err := m.addSums(d); err != nil {
		return &notice.InputError{Name: name, What: err.Error(), Hint: byHand}
	}
	m.addRedacted(d.Redacted)
	m.again(name, d)
	m.sources.Files = append(m.sources.Files, d.Source.Files...)
	m.sources.SHA256 = append(m.sources.SHA256, d.Source.SHA256...)
	own := func(w Warning) bool { return slices.Contains(d.Source.Files, w.File) }
	for _, w := range d.Warnings {
		if own(w) {
			m.warnings = append(m.warnings, w)
		}
	}
	m.shared = slices.DeleteFunc(slices.Clone(m.shared), func(w Warning) bool {
		return own(w) || w.File == "" || !slices.Contains(d.Warnings, w)
	})
	return nil
}

// again warns of answers that another part has counted, too: the same file, where
// --hash tells, or a tally that is the same in all.
func (m *Merger) again(name string, d *Tally) {
	if m.parts == nil {
		m.parts = make(map[string]string)
	}
	warn := func(what string, args ...any) {
		m.warnings = append(m.warnings, Warning{Code: notice.RepeatedPart, Message: fmt.Sprintf(what, args...) + ": is a part given twice?"})
	}
	for i, sum := range d.Source.SHA256 {
		if other, ok := m.parts[sum]; ok {
			warn("%s counts %s, as %s does", name, d.Source.Files[i], other)
			return
		}
		m.parts[sum] = name
	}
	text, err := json.Marshal(d)
	if err != nil {
		return // it was read from JSON
	}
	key := fmt.Sprintf("%x", sha256.Sum256(text))
	if other, ok := m.parts[key]; ok {
		warn("%s is the same as %s", name, other)
		return
	}
	m.parts[key] = name
}

// addSums adds the figures.
func (m *Merger) addSums(d *Tally) error {
	sum, err := tally.SumOf(d.tally())
	if err != nil {
		return err
	}
	m.sum.Add(sum)
	for _, g := range d.Groups {
		sum, err := tally.SumOf(&tally.Tally{Base: g.Base, Terms: g.Terms, Themes: g.Themes})
		if err == nil && !slices.Equal(themeNames(g.Themes), themeNames(d.Themes)) {
			err = errors.New("its themes are others")
		}
		if err != nil {
			return fmt.Errorf("group %q: %w", g.Value, err)
		}
		if m.groups[g.Value] == nil {
			m.groups[g.Value] = tally.NewSum()
		}
		m.groups[g.Value].Add(sum)
	}
	if !m.sum.Countable() {
		return errors.New("the figures add up to more than can be counted")
	}
	return nil
}

// compare refuses a tally that does not add up with the first. Where columns
// stand, and how a file is encoded, may differ from part to part.
func (m *Merger) compare(name string, d *Tally) error {
	a, b := m.first, d
	for _, x := range []struct {
		what, hint string
		a, b       any
	}{
		{"the question", "merge tallies of one question", a.Question.Text, b.Question.Text},
		{"the question's id", "merge tallies of one question", a.Question.ID, b.Question.ID},
		{"", "make every tally with the same flags", comparable(a.Options), comparable(b.Options)},
		{"", "make every tally with --lang and, where words are set aside as the subject, --set-aside filler,echo", a.Found, b.Found},
		{"the platform", "make every tally with --platform", a.Source.Platform, b.Source.Platform},
		{"the list of themes", "make every tally with the same --themes", themeNames(a.Themes), themeNames(b.Themes)},
	} {
		if diff := difference(x.what, x.a, x.b); diff != "" {
			return &notice.InputError{Name: name, What: "does not add up with " + m.name + ": " + diff, Hint: x.hint}
		}
	}
	return nil
}

// comparable leaves out the names of files: what counts is what is in them.
func comparable(o study.Options) study.Options {
	o.Stopwords, o.Synonyms, o.Themes = "", "", ""
	return o
}

func themeNames(themes []tally.Theme) []string {
	names := make([]string, len(themes))
	for i, t := range themes {
		names[i] = t.Theme
	}
	return names
}

// longestShown is how much of a value is shown that differs, in terminal columns.
const longestShown = 60

// difference says where two values differ: of structs with JSON names, in which
// fields. "" is nowhere.
func difference(what string, a, b any) string {
	if reflect.DeepEqual(a, b) {
		return ""
	}
	show := func(v any) string {
		text, err := json.Marshal(v)
		if err != nil {
			return "?"
		}
		return clipMiddle(string(text), longestShown)
	}
	if what != "" {
		return fmt.Sprintf("%s is %s, not %s", what, show(b), show(a))
	}
	var parts []string
	x, y := reflect.ValueOf(a), reflect.ValueOf(b)
	for i := range x.NumField() {
		if p, q := x.Field(i).Interface(), y.Field(i).Interface(); !reflect.DeepEqual(p, q) {
			name, _, _ := strings.Cut(x.Type().Field(i).Tag.Get("json"), ",")
			parts = append(parts, fmt.Sprintf("%s is %s, not %s", name, show(q), show(p)))
		}
	}
	return strings.Join(parts, "; ")
}

// withoutAnyOf says why a figure is not there.
const withoutAnyOf = "how many people named any of the first terms cannot be told from tallies made apart"

// Common is the first of the tallies: question, options and language are those
// of all.
func (m *Merger) Common() Tally { return *m.first }

// ranking is how the tallies were ranked.
func (m *Merger) ranking(denied string) tally.Ranking {
	o := m.first.Options
	return tally.Ranking{By: o.Count, Weighted: o.Weight != "", Intervals: o.Intervals, Population: o.Population, Denied: denied, Names: m.sum.Names()}
}

// Whole ranks what has been added up, in all and by group, with the language's
// word for what is denied, checks that it adds up, and gives what may be shown if
// so many people at least have to have said it.
func (m *Merger) Whole(denied string, least int) (*privacy.Shown, error) {
	t := m.sum.Tally(m.ranking(denied))
	t.AnyOfTop = []tally.AnyOf{}
	var groups []tally.Group
	if m.first.Options.By != "" {
		groups = tally.Groups(m.groups, m.ranking(denied))
	}
	return privacy.Show(t, groups, m.ranking(denied), least), t.Reconcile()
}

// Document is the tally of the whole, cut by the limits.
func (m *Merger) Document(whole *privacy.Shown, limits tally.Limits) *Tally {
	d := *m.first
	d.Source.Files, d.Source.SHA256 = m.sources.Files, nil
	if len(m.sources.SHA256) == len(m.sources.Files) {
		d.Source.SHA256 = m.sources.SHA256
	}
	d.fill(whole, limits)
	d.Redacted = privacy.ShowRedacted(m.redacted, whole.Least())
	d.Found = d.Found.Shown(whole)
	d.Warnings, d.AnyOfTopReason = append([]Warning{}, slices.Concat(m.shared, m.warnings)...), withoutAnyOf
	return &d
}

// addRedacted adds what was replaced in the answers of another part.
func (m *Merger) addRedacted(list []privacy.Redacted) {
	for _, r := range list {
		at := slices.IndexFunc(m.redacted, func(x privacy.Redacted) bool { return x.Kind == r.Kind })
		if at < 0 {
			m.redacted = append(m.redacted, r)
			continue
		}
		m.redacted[at].Count += r.Count
	}
}
