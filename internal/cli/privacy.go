package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/tally"
)

// privacyOptions keep a result from telling who said what.
type privacyOptions struct {
	redact   bool // what it is before bind is the default
	suppress int
}

// bind adds the flags of the options.
func (o *privacyOptions) bind(f *pflag.FlagSet) {
	f.BoolVar(&o.redact, "redact", o.redact, "replace e-mail addresses, phone numbers, URLs, handles, card and bank numbers before anything is counted or shown")
	bindSuppress(f, &o.suppress)
}

func bindSuppress(f *pflag.FlagSet, n *int) {
	f.IntVar(n, "suppress", 0, "disclosure control: nothing said by fewer than `N` people appears, nor follows by subtraction")
}

func (o *privacyOptions) check() error {
	if o.suppress < 0 {
		return &usageError{where: "--suppress", what: fmt.Sprintf("%d is less than 0", o.suppress)}
	}
	return nil
}

// withheldError says that disclosure control leaves nothing to show.
type withheldError struct {
	where string
	n     int
	what  string // "" is the usual case
}

func (e *withheldError) Error() string {
	if e.what != "" {
		return join(e.where, e.what)
	}
	return join(e.where, fmt.Sprintf("nothing may be shown that was not said by %d people or more", e.n))
}

// redactions says what was replaced, by kind, and where; with --suppress not how
// often, where that is little. "" is nothing.
func (o *privacyOptions) redactions(r privacy.Redactions, where string) string {
	if !o.redact || r.Total() == 0 {
		return ""
	}
	var parts []string
	for _, kind := range redactedKinds(r) {
		switch {
		case kind.Count > 0 && kind.Count < o.suppress:
			parts = append(parts, fmt.Sprintf("fewer than %d %s", o.suppress, prose.Plural(kind.Kind)))
		case kind.Count > 0:
			parts = append(parts, prose.Count(kind.Count, kind.Kind))
		}
	}
	return "replaced " + where + ": " + strings.Join(parts, ", ")
}

// redactedKinds are the counts of what was replaced, by name.
func redactedKinds(r privacy.Redactions) []report.Redacted {
	return []report.Redacted{
		{Kind: "e-mail address", Count: r.EMails}, {Kind: "phone number", Count: r.Phones}, {Kind: "URL", Count: r.URLs},
		{Kind: "handle", Count: r.Handles}, {Kind: "card number", Count: r.Cards}, {Kind: "bank number", Count: r.Banks},
	}
}

// redacted is the same for a document: nil where nothing was to be replaced.
func (o *privacyOptions) redacted(r privacy.Redactions) []report.Redacted {
	if !o.redact {
		return nil
	}
	kinds := slices.DeleteFunc(redactedKinds(r), func(k report.Redacted) bool { return k.Count == 0 })
	for i := range kinds {
		if 0 < kinds[i].Count && kinds[i].Count < o.suppress {
			kinds[i].Count = tally.Withheld
		}
	}
	return kinds
}

// tellLeftOut names the questions of a report that --suppress leaves out.
func (o *messageOptions) tellLeftOut(s *Streams, list []report.LeftOut) {
	for _, l := range list {
		if l.Withheld && !o.quiet {
			s.message("note: the question %s is withheld: %s", quoted(cmp.Or(l.Question.Text, l.Question.ID)), l.Reason)
		}
	}
}

// tellSingles says how many of the terms shown only one person said.
func (o *messageOptions) tellSingles(s *Streams, terms []tally.Term) {
	n := 0
	for _, x := range terms {
		if x.Respondents == 1 {
			n++
		}
	}
	if n > 0 && !o.quiet {
		s.message("note: %d of the %s shown %s said by one person%s; --suppress N withholds what fewer than N people said",
			n, prose.Count(len(terms), "term"), prose.Agree(n, "was", "were"), prose.Agree(n, "", " each"))
	}
}

// withoutCells leaves out warnings that quote cells, and says how many.
func withoutCells(warnings []notice.Warning) []notice.Warning {
	kept := slices.DeleteFunc(slices.Clone(warnings), notice.Warning.QuotesCells)
	if n := len(warnings) - len(kept); n > 0 {
		kept = append(kept, prose.Caution(notice.RowsWithheld, "", "warnings about single rows are withheld (%d); inspect shows them", n))
	}
	return kept
}

// subjectOf are the words set aside as the subject that a suppressed tally names.
func subjectOf(t *tally.Tally) (names []string) {
	for _, a := range t.SetAside {
		if a.Reason == "subject" {
			names = append(names, a.Term)
		}
	}
	slices.Sort(names)
	return names
}
