package privacy

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/tally"
)

// Shown is what may be shown of a counted question. Outputs of a tally accept
// nothing else, and only Show makes one, so none of them can forget disclosure
// control:
//
//	Tally, Groups ─ Show ─▶ Shown ─┬─ Limit ───▶ Shown
//	                               └─ Compare ─▶ Comparison
//
// Quotes, coded rows and samples of answers are not tallies: package study asks
// itself what it may show of them. TestNothingIsDisclosed in cli runs every command
// that has --suppress. What Shown gives is shared and must not be changed.
type Shown struct {
	whole  *tally.Tally
	groups []tally.Group // nil: the people are in no groups
	rank   tally.Ranking
	least  int // people; 0: nothing is withheld
}

// Show returns what may be shown of a full tally and of its groups, ranked by r:
// nothing that fewer people than least said, and nothing from which this follows.
// If least is 0, everything is shown. Neither argument is changed.
func Show(t *tally.Tally, groups []tally.Group, r tally.Ranking, least int) *Shown {
	if least > 0 {
		t, groups = suppress(t, groups, r, least)
	}
	if r.Options {
		t, groups = t.Arranged(groups, r.Order.Options)
	}
	return &Shown{whole: t, groups: groups, rank: r, least: least}
}

// ShowAgain is what was shown before, read again: cut, or withheld for fewer people than least. Nothing more can
// be withheld of it, since what would follow from what is known no more.
func ShowAgain(t *tally.Tally, groups []tally.Group, r tally.Ranking, least int) *Shown {
	return &Shown{whole: t, groups: groups, rank: r, least: least}
}

// Tally is the tally of all people.
func (s *Shown) Tally() *tally.Tally { return s.whole }

// Groups are the groups of people; nil if there are none to compare.
func (s *Shown) Groups() []tally.Group { return s.groups }

// Leading are the groups that can be compared or drawn: all, but of the options of a multiple choice those
// that enough people picked.
func (s *Shown) Leading() []tally.Group {
	if s.rank.Overlap {
		return tally.LeadingOptions(s.whole, s.groups)
	}
	return s.groups
}

// Ranking is how the tally and its groups were ranked.
func (s *Shown) Ranking() tally.Ranking { return s.rank }

// Least is how many people have to have said what is shown; 0 is anybody.
func (s *Shown) Least() int { return s.least }

// Withholds reports whether disclosure control may have left something out.
func (s *Shown) Withholds() bool { return s.least > 0 }

// Limit cuts the lists of terms of the whole and of each group.
func (s *Shown) Limit(l tally.Limits) *Shown {
	limited := *s
	limited.whole = s.whole.Limit(l)
	limited.groups = nil
	for _, g := range s.groups {
		limited.groups = append(limited.groups, tally.Group{Value: g.Value, Tally: g.Tally.Limit(l)})
	}
	return &limited
}

// Nothing returns a *WithheldError if disclosure control leaves no term, or none of
// the groups asked for.
func (s *Shown) Nothing() error {
	if s.least > 0 && s.whole.Base.Rows > 0 && (len(s.whole.Terms) == 0 || s.groups != nil && len(s.groups) == 0) {
		return &WithheldError{Least: s.least}
	}
	return nil
}

// A Comparison is what may be shown of what sets the groups of a question apart.
// Only Shown.Compare makes one.
type Comparison struct {
	*tally.Comparison
	Banner *tally.Banner // themes by groups; nil without themes
	Column string        // whose values are the groups
	least  int           // people, under disclosure control; 0: nothing is withheld
}

// Compare tests what sets the groups apart, which are the values of a column.
func (s *Shown) Compare(column string) *Comparison {
	return &Comparison{tally.Compare(s.whole, s.groups, s.rank), tally.NewBanner(s.whole, s.groups, s.rank), column, s.least}
}

// Nothing returns a *WithheldError if disclosure control leaves nothing to compare.
func (c *Comparison) Nothing() error {
	if c.least > 0 && (len(c.Groups) < 2 && !c.Overlap || len(c.Groups) == 0 || c.Family == 0 && c.Banner == nil) {
		return &WithheldError{Least: c.least}
	}
	return nil
}

// A WithheldError says that disclosure control leaves nothing to show. It is
// exit status 6.
type WithheldError struct {
	Where string // the files; may be empty
	What  string // why; "" says that too few people said anything
	Least int    // people, for something to be shown
	Hint  string // may be empty
}

// Error returns "where: what".
func (e *WithheldError) Error() string {
	what := cmp.Or(e.What, fmt.Sprintf("nothing may be shown that was not said by %d people or more", e.Least))
	return strings.TrimPrefix(e.Where+": "+what, ": ")
}

// Aside returns the words that are set aside for a reason of tally.AsideTerm, of which all are given; if
// the tally withholds some of them, only those that it shows. That a word is set aside at all tells what
// people said: a word of the question is not, if it answers it.
func (s *Shown) Aside(reason string, all []string) (shown []string) {
	if s.least == 0 {
		return all
	}
	for _, a := range s.whole.SetAside {
		if a.Reason == reason {
			shown = append(shown, a.Term)
		}
	}
	slices.Sort(shown)
	return shown
}

// ShowWarnings leaves out warnings that quote cells, each of which one person
// filled in, and says how many. With a threshold of 0 it leaves out none.
func ShowWarnings(warnings []notice.Warning, least int) []notice.Warning {
	if least == 0 {
		return warnings
	}
	kept := slices.DeleteFunc(slices.Clone(warnings), notice.Warning.QuotesCells)
	if n := len(warnings) - len(kept); n > 0 {
		kept = append(kept, notice.Warning{Code: notice.RowsWithheld, Message: fmt.Sprintf("warnings about single rows are withheld (%d); inspect shows them", n)})
	}
	return kept
}
