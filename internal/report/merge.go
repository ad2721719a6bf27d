package report

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"slices"
	"strings"

	"verbatim/internal/decision"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// ReadTally reads a complete tally that was written as JSON. Name is its name in messages. An error
// is a *notice.InputError. The figures are checked as those of a fresh tally are: a file may have
// been changed by hand.
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
		return refuse(write, "is no tally in JSON")
	}
	if head.Schema != tallySchema {
		return refuse(write, "the schema is %q, not %q", head.Schema, tallySchema)
	}
	d := new(Tally)
	if err := json.Unmarshal(text, d); err != nil {
		return refuse(byHand, "is damaged: %v", err)
	}
	if !d.Complete || d.Cut.Terms > 0 {
		return refuse("leave --top, --min-count, --id, --mask and --suppress to the whole", "is not complete: %s", d.missing())
	}
	d.RankBy = cmp.Or(d.Options.Count, tally.Respondents)
	d.Options.Count = d.RankBy
	if err := d.Reconcile(); err != nil {
		return refuse(byHand, "%v", err)
	}
	return d, nil
}

// byHand is the hint for figures that this program never writes.
const byHand = "has it been changed by hand?"

// missing says why the document is not complete: only a whole list of terms can be added up.
func (d *Tally) missing() string {
	if d.Options.Withholds() {
		return "--suppress withholds a part of it"
	}
	if d.Options.ID != "" {
		return "with --id, a respondent may have rows in several parts; count all files in one run"
	}
	if d.Masked != nil {
		return "--mask covers words of it"
	}
	return fmt.Sprintf("%s not in it", prose.Count(d.Cut.Terms, "term"))
}

// A Merger adds up tallies of one question that were made separately: by shard, by machine, or by
// wave. The zero value has none yet.
//
//	tally.json ─ ReadTally ─┐                 ┌─ figures: added up exactly (tally.Sum), then ranked anew
//	tally.json ─ ReadTally ─┼─ Add (compare) ─┼─ warnings: those of each part's files, and those that all parts share
//	tally.json ─ ReadTally ─┘                 └─ files: all, with a warning about one that is there twice
//
// The result is the tally that one run over all files would give, except for the people who named
// any of the first terms: adding up parts cannot tell who they are. Disclosure control is applied
// to the whole.
type Merger struct {
	first    *Tally // says what all have in common
	name     string
	sources  Source
	sum      *tally.Sum
	groups   map[string]*tally.Sum
	redacted []privacy.Redacted
	warnings []notice.Warning
	shared   []notice.Warning    // that all parts have: of lists, say
	writing  tally.Writing       // of all parts together
	order    tally.Order         // of options and groups, as all parts know it
	decided  *decision.Decisions // what all parts decided; nil where they did so apart
	parts    map[string]string   // by SHA-256, of a source or of a document, the part that has it
	mixed    bool                // some are ranked by people, others by mentions
}

// Add adds a tally. A tally of another question, or made with other options, is refused with a
// *notice.InputError that says what differs.
func (m *Merger) Add(name string, d *Tally) error {
	if m.first == nil {
		m.first, m.name, m.shared = d, name, d.Warnings
		m.decided, m.order = d.Decisions, orderIn(d)
		m.sum, m.groups, m.parts = tally.NewSum(), make(map[string]*tally.Sum), make(map[string]string)
	} else if err := m.compare(name, d); err != nil {
		return err
	}
	if err := m.addSums(d); err != nil {
		return &notice.InputError{Name: name, What: err.Error(), Hint: byHand}
	}
	if !reflect.DeepEqual(unwritten(m.decided), unwritten(d.Decisions)) {
		m.decided = nil
	}
	if !reflect.DeepEqual(m.order, orderIn(d)) {
		m.order = tally.Order{}
	}
	if d.Decisions != nil {
		m.writing.Add(d.Decisions.Writing)
	}
	m.addRedacted(d.Redacted)
	m.again(name, d)
	m.sources.Files = append(m.sources.Files, d.Source.Files...)
	m.sources.SHA256 = append(m.sources.SHA256, d.Source.SHA256...)
	own := func(w notice.Warning) bool { return slices.Contains(d.Source.Files, w.File) }
	others := func(w notice.Warning) bool { return !own(w) }
	m.warnings = append(m.warnings, slices.DeleteFunc(slices.Clone(d.Warnings), others)...)
	m.shared = slices.DeleteFunc(slices.Clone(m.shared), func(w notice.Warning) bool {
		return own(w) || w.File == "" || !slices.Contains(d.Warnings, w)
	})
	return nil
}

// unwritten are decisions without the names, of which a part has those of its terms.
func unwritten(d *decision.Decisions) *decision.Decisions {
	if d == nil {
		return nil
	}
	same := *d
	same.Writing = tally.Writing{}
	return &same
}

// orderIn is the order of options and groups that a part knows from its file.
func orderIn(d *Tally) (known tally.Order) {
	if d.Decisions != nil {
		known = d.Decisions.Order
	}
	return known
}

// again warns of answers that another part has counted, too: the same file, if --hash identified
// it, or an identical tally. It is no error: only the user knows whether files with the same
// contents are two parts.
func (m *Merger) again(name string, d *Tally) {
	repeated := func(key, before, after string) bool {
		other, known := m.parts[key]
		if !known {
			m.parts[key] = name
			return false
		}
		m.warnings = append(m.warnings, notice.Warning{Code: notice.RepeatedPart, Message: name + before + other + after + ": is a part given twice?"})
		return true
	}
	for i, sum := range d.Source.SHA256 {
		if repeated(sum, " counts "+d.Source.Files[i]+", as ", " does") {
			return
		}
	}
	text, _ := json.Marshal(d) // it was read from JSON
	repeated(fmt.Sprintf("%x", sha256.Sum256(text)), " is the same as ", "")
}

// addSums adds the figures of all people and of each group. Sums are exact, since weights are
// fixed-point numbers, so the order of the parts does not matter.
func (m *Merger) addSums(d *Tally) error {
	sum, err := tally.SumOf(&d.Tally)
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

// compare refuses a tally that cannot be added to the first. The position of columns and the
// encoding of files may differ from part to part; everything that decides which words count as
// which term may not.
func (m *Merger) compare(name string, d *Tally) error {
	a, b := m.first, d
	if b.Options.Count != a.Options.Count {
		m.mixed = true
	}
	for _, x := range []struct {
		what, hint string
		a, b       any
	}{
		{"the question", "merge tallies of one question", a.Question.Text, b.Question.Text},
		{"the question's id", "merge tallies of one question", a.Question.ID, b.Question.ID},
		{"", "make every tally with the same flags", comparable(a.Options), comparable(b.Options)},
		{"", decideOnce, foundIn(a), foundIn(b)},
		{"", decideOnce, a.Decisions.Counted(), b.Decisions.Counted()},
		{"the platform", "make every tally with --platform", a.Source.Platform, b.Source.Platform},
		{"the list of themes", "make every tally with the same --themes", themeNames(a.Themes), themeNames(b.Themes)},
	} {
		if diff := difference(x.what, x.a, x.b); diff != "" {
			return &notice.InputError{Name: name, What: "does not add up with " + m.name + ": " + diff, Hint: x.hint}
		}
	}
	return nil
}

// decideOnce is the hint for parts that decided differently.
const decideOnce = "count every part with one --decisions FILE; verbatim help merge tells how"

// foundIn is what was found besides.
func foundIn(d *Tally) study.Found {
	f := d.Found
	f.Decisions = nil
	return f
}

// comparable leaves out what may differ: what ranks, since a tally has people and mentions, and the
// names of lists of words, whose contents matter, which options have as SHA-256.
func comparable(o study.Options) study.Options {
	o.Count, o.Stopwords, o.Synonyms, o.Themes = "", "", "", ""
	if o.Phrases.File() != "" {
		o.Phrases = ""
	}
	return o
}

// themeNames are the names of themes, in the order of their list. The order is part of what has to
// agree: of two themes with the same word, the first has it.
func themeNames(themes []tally.Theme) []string {
	return prose.Texts(themes, func(t tally.Theme) string { return t.Theme })
}

// longestShown is how much of a differing value a message quotes, in terminal columns.
const longestShown = 60

// difference says how two values differ, "" if they do not. what names them; without a name they
// are structs, and the fields that differ go by their JSON names.
func difference(what string, a, b any) string {
	if reflect.DeepEqual(a, b) {
		return ""
	}
	show := func(v any) string {
		text, _ := json.Marshal(v) // the values were read from JSON
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

// withoutAnyOf says why a merged tally has no number of people who named any of the first terms.
const withoutAnyOf = "separate tallies do not show how many people named any of the first terms"

// Common is the first of the tallies. All have its question, options and language; its figures are
// those of one part.
func (m *Merger) Common() Tally { return *m.first }

// RankedBy is what ranks the sum unless a flag says otherwise: what ranks the tallies, or people if
// some are ranked by people and others by mentions (mixed).
func (m *Merger) RankedBy() (by tally.Count, mixed bool) {
	if m.mixed {
		return tally.Respondents, true
	}
	return m.first.Options.Count, false
}

// ranking is how the sum is ranked.
func (m *Merger) ranking(by tally.Count) tally.Ranking {
	o := m.first.Options
	return tally.Ranking{By: by, Weighted: o.Weight != "", Intervals: o.Intervals, Population: o.Population, Names: m.sum.Names(),
		Writing: m.writing, Options: m.first.AreOptions(), Order: m.order, Overlap: m.first.Overlap}
}

// Whole ranks the sum by a count, of all people and by group, checks that it adds up, and gives what may be
// shown of it. least is the smallest number of people who must have said a thing.
func (m *Merger) Whole(by tally.Count, least int) (*privacy.Shown, error) {
	ranking := m.ranking(by)
	t := m.sum.Tally(ranking)
	t.AnyOfTop = []tally.AnyOf{}
	var groups []tally.Group
	if m.first.Options.By != "" {
		groups = tally.Groups(m.groups, ranking.Within(t))
	}
	return privacy.Show(t, groups, ranking, least), t.Reconcile()
}

// Document is the tally of the whole, cut by the limits. It lists the SHA-256 of the files only if
// every part has them: a list with gaps would not tell which file a sum belongs to.
func (m *Merger) Document(whole *privacy.Shown, limits tally.Limits) *Tally {
	d := *m.first
	d.Source.Files, d.Source.SHA256 = m.sources.Files, nil
	if len(m.sources.SHA256) == len(m.sources.Files) {
		d.Source.SHA256 = m.sources.SHA256
	}
	if d.Decisions = unwritten(m.decided); d.Decisions != nil {
		d.Decisions.Writing = m.writing
	}
	d.fill(whole, limits)
	d.Redacted = privacy.ShowRedacted(m.redacted, whole.Least())
	d.Found = d.Found.Shown(whole)
	d.Warnings, d.AnyOfTopReason = listed(slices.Concat(m.shared, m.warnings)), withoutAnyOf
	return &d
}

// addRedacted adds the counts of what was replaced in the answers of another part. Kinds stay in
// the order in which they are first met.
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
