package tallyfile

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"verbatim/internal/decision"
	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/scale"
	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// A Choice says how the sum is ranked and what of it is shown, where that is not left to the tallies.
type Choice struct {
	Count      tally.Count // "": as in the tallies
	Suppress   int         // people; 0: as in the tallies
	Intervals  bool        // or as in the tallies
	Population int         // 0: as in the tallies
	Compare    bool        // the groups are compared
	Unordered  bool        // as in study.Options
}

// Why there is no number of people who named any of the first terms: of a sum of tallies, and of one in another order.
const (
	withoutAnyOf   = "separate tallies do not show how many people named any of the first terms"
	withoutAnother = "a tally shows how many people named any of the first terms in its own order alone"
)

// Mixed reports whether some tallies are ranked by people and others by mentions. Their sum is ranked by people.
func (m *Merger) Mixed() bool { return m.mixed }

// Hashes are the SHA-256 of the files that were counted; nil if a part has none. A list with gaps would not tell which
// file a sum belongs to.
func (m *Merger) Hashes() []string {
	if len(m.sources.SHA256) != len(m.sources.Files) {
		return nil
	}
	return m.sources.SHA256
}

// Count is the count of all people. An error is a *notice.UsageError of a choice that the tallies do not leave, a
// *lang.LanguageError, or one of figures that do not add up.
func (m *Merger) Count(o Choice) (*study.Count, error) {
	language, err := lang.LanguageOf(m.first.Language)
	if err != nil {
		return nil, err
	}
	c := &study.Count{Export: m.export(), Question: survey.Question{Columns: m.first.Question.Columns, ID: m.first.Question.ID, Text: m.first.Question.Text},
		Options: m.options(o), Lang: language, Redacted: m.redacted, Phrases: m.phrases, Given: m.given()}
	c.Twice = slices.ContainsFunc(slices.Concat(m.shared, m.warnings), func(w notice.Warning) bool { return w.Code == notice.EncodedTwice })
	found := m.found(c.Options)
	if found.Decisions != nil {
		c.Detected = found.Decisions.Detected
	}
	ranking := tally.Ranking{By: c.Options.Count, Weighted: c.Options.Weight != "", Intervals: c.Options.Intervals, Population: c.Options.Population,
		Names: m.sum.Names(), Writing: m.writing, Options: found.AreOptions() && !o.Unordered, Order: m.orderOf(), Overlap: found.Overlap}
	if m.first.missing() != "" && (m.first.Options.ID == "" || !m.first.Tally.Tally.Complete() || m.first.Masked != nil) {
		err = m.asItIs(c, found, ranking, o)
	} else {
		err = m.summed(c, found, ranking)
	}
	if err != nil {
		return nil, err
	}
	c.Warnings = privacy.ShowWarnings(m.told(c), c.Shown.Least())
	return c, c.Options.CheckPopulation(c.Shown.Tally().Base.Valid)
}

// summed ranks the sum, of all people and by group, checks that it adds up, and shows what may be shown of it.
func (m *Merger) summed(c *study.Count, found study.Found, ranking tally.Ranking) error {
	if m.first.Options.ID != "" && c.Options.Withholds() && c.Options.By != "" {
		return &notice.UsageError{Where: "--suppress", What: "respondents with several rows may be in several groups", Hint: "leave out --by, or count the survey with --suppress"}
	}
	whole := m.sum.Tally(ranking)
	whole.AnyOfTop, whole.AnyOfTopReason = []tally.AnyOf{}, withoutAnyOf
	switch d := m.first; {
	case m.spoken < 2 && d.RankBy == ranking.By:
		whole.AnyOfTop, whole.AnyOfTopReason = d.AnyOfTop, d.AnyOfTopReason
	case m.spoken < 2:
		whole.AnyOfTopReason = withoutAnother
	}
	var groups []tally.Group
	if c.Options.By != "" {
		groups = tally.Groups(m.groups, ranking.Within(whole))
	}
	if err := whole.Reconcile(); err != nil {
		return err
	}
	c.Show(privacy.Show(whole, groups, ranking, c.Options.Suppress), found)
	return nil
}

// asItIs shows a tally of which a part is cut or withheld. It stays as it was written.
func (m *Merger) asItIs(c *study.Count, found study.Found, ranking tally.Ranking, o Choice) error {
	d := m.first
	refuse := func(flag, what string) error {
		return &notice.UsageError{Where: flag, What: d.Name + " is not complete (" + d.missing() + "): " + what, Hint: "count the survey again, or without what is missing"}
	}
	switch {
	case o.Compare || m.By != "" && d.Options.By == "":
		return refuse("--by", "groups are compared by whole tallies")
	case o.Suppress > d.Options.Suppress:
		return refuse("--suppress", "what more would have to be withheld is not known")
	case ranking.By != d.RankBy:
		return refuse("--count", "its terms are those of its own ranking")
	case ranking.Intervals != d.Options.Intervals || ranking.Population != d.Options.Population:
		return refuse("--intervals", "it has none, or others")
	}
	changed := func(err error) error {
		return &notice.InputError{Name: d.Name, What: err.Error(), Hint: byHand}
	}
	if err := d.CheckShown(); err != nil {
		return changed(err)
	}
	var groups []tally.Group
	if c.Options.By != "" {
		groups = []tally.Group{}
		for _, g := range d.Groups {
			part := &tally.Tally{Base: g.Base, Terms: g.Terms, Themes: g.Themes, Cut: g.Cut, Uncoded: tally.Withheld}
			if err := part.CheckShown(); err != nil {
				return changed(fmt.Errorf("group %q: %w", g.Value, err))
			}
			groups = append(groups, tally.Group{Value: g.Value, Tally: part.Restored(ranking.By, ranking.Weighted)})
		}
	}
	c.Show(privacy.ShowAgain(d.Tally.Tally.Restored(ranking.By, ranking.Weighted), groups, ranking, d.Options.Suppress), found)
	return nil
}

// export stands for the files that were counted, which are not read again.
func (m *Merger) export() *survey.Export {
	s := m.first.Source
	delimiter, _ := utf8.DecodeRuneInString(s.Delimiter)
	if s.Delimiter == "" {
		delimiter = 0
	}
	dialect := survey.Dialect{Platform: s.Platform, Encoding: s.Encoding, Container: s.Container, Delimiter: survey.Delimiter(delimiter), HeaderRows: s.HeaderRows}
	return &survey.Export{Dialect: dialect, Files: m.sources.Files}
}

// options are those of the tallies, and what is chosen beside them.
func (m *Merger) options(o Choice) study.Options {
	options := m.first.Options
	if m.mixed {
		options.Count = tally.Respondents
	}
	options.Count = cmp.Or(o.Count, options.Count)
	options.Suppress = max(o.Suppress, options.Suppress)
	options.Intervals = o.Intervals || options.Intervals
	options.Population = cmp.Or(o.Population, options.Population)
	options.Unordered = o.Unordered
	switch {
	case !m.grouped():
		options.By = ""
	case options.By == "":
		options.By = m.By
	}
	return options
}

// found is what the parts found and decided, as far as all have it in common.
func (m *Merger) found(o study.Options) study.Found {
	f := m.first.Found
	if f.Decisions = unwritten(m.decided); f.Decisions != nil {
		f.Decisions.Writing, f.Decisions.Order = m.writing, m.orderOf()
	}
	if o.By == "" {
		f.Overlap, f.ByColumn = false, ""
	}
	return f
}

// orderOf is the order of options and groups. Groups that are parts stand in the order in which these were given.
func (m *Merger) orderOf() tally.Order {
	order := m.order
	if len(m.labels) > 0 {
		order.Groups = nil
		for _, label := range m.labels {
			order.Groups = append(order.Groups, scale.Value{Value: label, Label: label})
		}
	}
	return order
}

// by is how the groups of the parts are written; nil where that is as the cells are, or not known.
func (m *Merger) by() *decision.By {
	if m.first.Decisions == nil {
		return nil
	}
	return m.first.Decisions.By
}

// Asks reports whether a tally is of the question of the others.
func (m *Merger) Asks(p Part) bool { return m.first == nil || nameOf(p) == nameOf(*m.first) }

// nameOf is the text of the question or, where it has none, its id.
func nameOf(p Part) string { return cmp.Or(p.Question.Text, p.Question.ID) }
