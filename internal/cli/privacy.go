package cli

import (
	"cmp"
	"fmt"
	"strings"

	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// What a run tells on standard error about personal data and about rare terms.

// tellRemoved says what was taken out of the answers before they were counted.
func (o *messageOptions) tellRemoved(s *Streams, c *study.Count) {
	o.tellReplaced(s, c.Redacted.Shown(c.Shown.Least()), "before anything was counted", c.Shown.Least())
	if c.Markup != 0 && !o.quiet {
		s.message("note: HTML tags and entities are taken out of %s", often(c.Markup, "answer", c.Shown.Least()))
	}
}

// tellReplaced says what was replaced, by kind, and where.
func (o *messageOptions) tellReplaced(s *Streams, list []privacy.Redacted, where string, least int) {
	var parts []string
	for _, r := range list {
		parts = append(parts, often(r.Count, r.Kind, least))
	}
	if len(parts) > 0 && !o.quiet {
		s.message("replaced %s: %s", where, strings.Join(parts, ", "))
	}
}

// often counts things of a kind; of a number that is withheld it says what all
// know.
func often(n tally.Figure, kind string, least int) string {
	if n.IsWithheld() {
		return fmt.Sprintf("fewer than %d %s", least, prose.Plural(kind))
	}
	return prose.Count(int(n), kind)
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
