package tallyfile

import (
	"cmp"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"verbatim/internal/decision"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// A Merger adds up tallies of one question that were made separately: by shard, by machine, or by
// wave. The zero value has none yet.
//
//	Part ─ Add ─┬─ compare: the same question, counted in the same way
//	            ├─ figures: added up exactly (tally.Sum), by groups where these are asked for
//	            ├─ warnings: those of each part's files, and those that all parts share
//	            └─ files: all, with a warning about one that is there twice
//
// The result is the count that one run over all files would give, in any order of the parts, except for
// what adding up cannot tell: the people who named any of the first terms, and who said most. Memory
// grows with the vocabulary.
type Merger struct {
	// By is the column of the groups, if any are wanted: that of the tallies or, if these have no
	// groups, the name of what sets them apart. Then each is one group.
	By string
	// Grouped leaves the groups to the tallies.
	Grouped bool

	names    []string // of the parts, as messages have them
	first    *Part    // says what all have in common; the first in which somebody said a word
	number   int      // of parts
	spoken   int      // those in which somebody said a word
	sources  report.Source
	sum      *tally.Sum
	groups   map[string]*tally.Sum
	labels   []string // of the groups that are parts, in the order in which they come
	redacted privacy.Redactions
	warnings []notice.Warning
	shared   []notice.Warning    // that all parts have: of lists, say
	writing  tally.Writing       // of all parts together
	order    tally.Order         // of options and groups, as all parts know it
	decided  *decision.Decisions // what all parts decided; nil where they did so apart
	phrases  []tally.Phrase      // that all parts found
	parts    map[[32]byte]string // by the hash of a tally, the part that it is
	counted  map[string]string   // by SHA-256 of a file that was counted, the part that has it
	mixed    bool                // some are ranked by people, others by mentions
}

// Add adds a tally. A tally of another question, or made with other options, is refused with a
// *notice.InputError that says what differs. A tally that is not complete can only stay alone.
func (m *Merger) Add(p Part) error {
	if m.first == nil {
		m.begin(p)
	} else if err := cmp.Or(m.first.Missing(), p.Missing(), m.compare(p)); err != nil {
		return err
	}
	if err := m.checkBy(p); err != nil {
		return err
	}
	m.number++
	m.names = append(m.names, p.Name)
	if p.missing() == "" || p.Options.ID != "" && p.Tally.Tally.Complete() && p.Masked == nil {
		if err := m.addSums(p); err != nil {
			return &notice.InputError{Name: p.Name, What: err.Error(), Hint: byHand}
		}
	}
	m.addDecided(p)
	m.redacted.Add(privacy.RedactionsOf(p.Redacted))
	m.again(p)
	m.sources.Files = append(m.sources.Files, p.Source.Files...)
	m.sources.SHA256 = append(m.sources.SHA256, p.Source.SHA256...)
	m.addWarnings(p)
	if !p.neutral() {
		if m.spoken++; m.first.neutral() {
			m.first = &p
		}
	}
	if m.number > 1 { // the sum has them
		header := *m.first.Tally
		header.Terms, header.SetAside, header.Groups = nil, nil, nil
		m.first.Tally = &header
	}
	return nil
}

// begin takes over what the first part says.
func (m *Merger) begin(p Part) {
	m.first, m.shared, m.decided, m.order, m.phrases = &p, p.Warnings, p.Decisions, orderIn(p.Tally), p.Phrases
	m.sum, m.groups = tally.NewSum(), make(map[string]*tally.Sum)
	m.parts, m.counted = make(map[[32]byte]string), make(map[string]string)
}

// checkBy refuses groups that the tallies do not have.
func (m *Merger) checkBy(p Part) error {
	if m.By == "" || p.Options.By == "" || isColumn(p.Tally, m.By) {
		return nil
	}
	column := columnOf(p.Tally)
	return &notice.UsageError{Where: "--by", What: fmt.Sprintf("%s has the groups of %q, and no others", p.Name, column), Hint: "use --by " + notice.ShellQuoted(column) + ", or count the survey by the other column"}
}

// CheckGroups refuses groups where the tallies have none and are one group themselves, which nothing can be compared with.
func (m *Merger) CheckGroups() error {
	if m.By == "" || m.first.Options.By != "" || len(m.labels) > 1 || m.first.missing() != "" {
		return nil
	}
	return &notice.UsageError{Where: "--by", What: m.given() + " has no groups", Hint: "count the survey with --by COLUMN, or give a tally of each group"}
}

// given names the tallies in a message: the first few.
func (m *Merger) given() string {
	const named = 3
	text := strings.Join(m.names[:min(named, len(m.names))], ", ")
	if more := len(m.names) - named; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}

// columnOf is the text of the column whose values are the groups; "" is none.
func columnOf(d *report.Tally) string { return cmp.Or(d.ByColumn, d.Options.By) }

// isColumn reports whether the groups of a tally are those of a column, as a person writes it.
func isColumn(d *report.Tally, by string) bool {
	return by == d.Options.By || strings.EqualFold(by, columnOf(d))
}

// addDecided keeps of what the parts decided what all have in common. A part in which nobody said a word decides nothing.
func (m *Merger) addDecided(p Part) {
	switch {
	case p.neutral():
		return
	case m.first.neutral():
		m.decided, m.order, m.phrases = p.Decisions, orderIn(p.Tally), p.Phrases
	}
	if !reflect.DeepEqual(unwritten(m.decided), unwritten(p.Decisions)) {
		m.decided = nil
	}
	if !reflect.DeepEqual(m.order, orderIn(p.Tally)) {
		m.order = tally.Order{}
	}
	if !reflect.DeepEqual(m.phrases, p.Phrases) {
		m.phrases = nil
	}
	if p.Decisions != nil {
		m.writing.Add(p.Decisions.Writing)
	}
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
func orderIn(d *report.Tally) (known tally.Order) {
	if d.Decisions != nil {
		known = d.Decisions.Order
	}
	return known
}

// again warns of answers that another part has counted, too: the same file, if --hash identified
// it, or an identical tally. It is no error: only the user knows whether files with the same
// contents are two parts. Parts without an answer may well be the same.
func (m *Merger) again(p Part) {
	twice := func(how string) {
		m.warnings = append(m.warnings, notice.Warning{Code: notice.RepeatedPart, Message: p.Name + how + ": is a part given twice?"})
	}
	for i, sum := range p.Source.SHA256 {
		if other, known := m.counted[sum]; known {
			twice(" counts " + p.Source.Files[min(i, len(p.Source.Files)-1)] + ", as " + other + " does")
			return
		}
		m.counted[sum] = p.Name
	}
	if other, known := m.parts[p.same]; known && !p.neutral() {
		twice(" is the same as " + other)
	}
	m.parts[p.same] = p.Name
}

// addSums adds the figures of all people and of each group that is asked for. Sums are exact, since
// weights are fixed-point numbers, so the order of the parts does not matter.
func (m *Merger) addSums(p Part) error {
	sum, err := tally.SumOf(&p.Tally.Tally)
	if err != nil {
		return err
	}
	m.sum.Add(sum)
	switch {
	case !m.sum.Countable():
		return errors.New("the figures add up to more than can be counted")
	case p.Options.By != "" && (m.Grouped || m.By != ""):
		return m.addGroups(p, sum)
	case m.By != "":
		if !slices.Contains(m.labels, p.Label) {
			m.labels = append(m.labels, p.Label)
		}
		m.group(p.Label).Add(sum)
	}
	return nil
}

// addGroups adds the figures of the groups of a part, of which all people are a sum, too.
func (m *Merger) addGroups(p Part, all *tally.Sum) error {
	for i, g := range p.Groups {
		if slices.ContainsFunc(p.Groups[:i], func(x report.Group) bool { return x.Value == g.Value }) {
			return fmt.Errorf("the group %q is there twice", g.Value)
		}
		sum, err := tally.SumOf(&tally.Tally{Base: g.Base, Terms: g.Terms, Themes: g.Themes})
		if err == nil && !slices.Equal(tally.ThemeNames(g.Themes), tally.ThemeNames(p.Themes)) {
			err = errors.New("its themes are others")
		}
		if err == nil {
			err = sum.Within(all)
		}
		if err != nil {
			return fmt.Errorf("group %q: %w", g.Value, err)
		}
		m.group(g.Value).Add(sum)
	}
	return nil
}

// group is the sum of a group.
func (m *Merger) group(value string) *tally.Sum {
	if m.groups[value] == nil {
		m.groups[value] = tally.NewSum()
	}
	return m.groups[value]
}
