package console

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"verbatim/internal/figure"
	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// Standard error is for people: warnings, notes, progress. Programs find the
// same warnings in the JSON, with codes. All messages come before the first file
// is written, because --strict lets a warning stop a run.

// Messages say what is shown on standard error, and whether warnings are
// failures. All commands have them.
type Messages struct {
	Quiet      bool
	Strict     bool
	NoProgress bool
	NoColor    bool // in quotes, which set the word in bold type
	GitHub     bool
	Lister     string // what lists all warnings; "" is "tally --format json"
}

// StrictError says that --strict was given and something was wrong.
type StrictError struct {
	what    string
	Unsound bool // the picture lacks something
}

// Error returns the reason.
func (e *StrictError) Error() string { return "--strict: " + e.what + ", so nothing is written" }

// Warn shows warnings, the first few of them, each with its place. With
// --strict they are an error.
func (o *Messages) Warn(s *Streams, warnings []notice.Warning) error {
	const shown = 10
	for i, w := range warnings {
		switch {
		case i < shown:
			o.warning(s, w)
		case i == shown:
			o.Note(s, "%s; verbatim %s lists all", prose.Count(allOf(warnings[shown:]), "more warning"), cmp.Or(o.Lister, "tally --format json"))
		}
	}
	return o.failed(false, len(warnings), "warnings")
}

// allOf counts warnings, with those that some of them stand for.
func allOf(warnings []notice.Warning) (n int) {
	for _, w := range warnings {
		n += max(1, w.More)
	}
	return n
}

// warning shows one warning, as an annotation in GitHub Actions, unless --quiet is given.
func (o *Messages) warning(s *Streams, w notice.Warning) {
	if o.GitHub && !o.Quiet {
		fmt.Fprintln(s.Err, annotation(w))
		return
	}
	o.Note(s, "warning: %s", w)
}

// Note shows one line, unless --quiet is given.
func (o *Messages) Note(s *Streams, format string, args ...any) {
	if !o.Quiet {
		s.message(format, args...)
	}
}

// Progress is where a run shows how far it has come: nil unless a person is looking and wants to see it.
func (o *Messages) Progress(s *Streams) io.Writer {
	if !s.ErrIsTerminal || o.Quiet || o.NoProgress {
		return nil
	}
	return s.Err
}

// WarnAll shows the warnings of a count and those of its picture: words that are
// not in it or hard to read, labels with a character that no font has. Under
// --strict, what the picture lacks decides the status.
func (o *Messages) WarnAll(s *Streams, warnings []notice.Warning, p *figure.Picture) error {
	warned := o.Warn(s, warnings)
	var drawn error
	if p.Chart != nil {
		drawn = o.warnChart(s, p.Chart.Unshown)
	}
	if p.Layout != nil {
		drawn = cmp.Or(drawn, o.warnCloud(s, p.Layout))
	}
	return cmp.Or(drawn, warned)
}

// warnChart names the labels of a chart that have a character without a glyph.
func (o *Messages) warnChart(s *Streams, labels []string) error {
	for _, label := range labels {
		o.warning(s, notice.Warning{Code: notice.NoGlyph, Message: label + ": no font has all its characters, so codes stand for some",
			Hint: "--font FILE or --system-fonts may have them"})
	}
	return o.failed(true, len(labels), "labels not drawn as written")
}

// warnCloud names the words that are not in the picture, and those in it that are hard to read.
func (o *Messages) warnCloud(s *Streams, l *layout.Layout) error {
	if l.FreeShare > 0 {
		o.Note(s, "the shape leaves %.0f%% of the area to words", 100*l.FreeShare)
	}
	for _, u := range l.Unplaced {
		o.warning(s, notice.Warning{Code: notice.NotDrawn, Message: fmt.Sprintf("not drawn: %s (%g): %s", u.Text, u.Count, u.Reason)})
	}
	small := len(l.Under9px)
	if small > 0 {
		o.warning(s, notice.Warning{
			Code: notice.SmallWords, Message: fmt.Sprintf("%d of %d words %s under 9 px", small, len(l.Words), prose.Agree(small, "is", "are")), Hint: legible(l)})
	}
	if l.HeldBy != "" {
		o.warning(s, notice.Warning{Code: notice.LongWord, Message: fmt.Sprintf("%q is so long that all other words are drawn small", prose.Shorten(l.HeldBy, longestName)), Hint: "--drop leaves it out"})
		small++
	}
	return cmp.Or(o.failed(true, len(l.Unplaced), "words not drawn"), o.failed(false, min(small, 1), "warnings"))
}

// longestName is how much of a word a message shows, in characters.
const longestName = 40

// legible says what would make all words at least 9 px high, if anything would: a larger
// picture, another scale, or fewer words.
func legible(l *layout.Layout) string {
	var ways []string
	r := figure.RemediesOf(l)
	if r.Width > 0 {
		ways = append(ways, fmt.Sprintf("--size %dx%d", r.Width, r.Height))
	}
	if r.Log {
		ways = append(ways, "--scale log")
	}
	if r.Words > 0 {
		ways = append(ways, fmt.Sprintf("--max-words %d", r.Words))
	}
	if len(ways) == 0 {
		return ""
	}
	return strings.Join(ways, " or ") + " would help"
}

// failed is an error if there is something to warn of and --strict is set.
func (o *Messages) failed(unsound bool, n int, what string) error {
	if !o.Strict || n == 0 {
		return nil
	}
	return &StrictError{fmt.Sprintf("%s: %d", what, n), unsound}
}

// TellRemoved says what was taken out of the answers before they were counted.
func (o *Messages) TellRemoved(s *Streams, c *study.Count) {
	o.TellReplaced(s, c.Redacted.Shown(c.Shown.Least()), "before anything was counted", c.Shown.Least())
	if c.Markup != 0 {
		o.Note(s, "note: HTML tags and entities are taken out of %s", often(c.Markup, "answer", c.Shown.Least()))
	}
}

// TellReplaced says what was replaced, by kind, and where.
func (o *Messages) TellReplaced(s *Streams, list []privacy.Redacted, where string, least int) {
	if parts := prose.Texts(list, func(r privacy.Redacted) string { return often(r.Count, r.Kind, least) }); len(parts) > 0 {
		o.Note(s, "replaced %s: %s", where, strings.Join(parts, ", "))
	}
}

// often counts things of a kind. For a number that is withheld it says only what is
// known anyway.
func often(n tally.Figure, kind string, least int) string {
	if n.IsWithheld() {
		return fmt.Sprintf("fewer than %d %s", least, prose.Plural(kind))
	}
	return prose.Count(int(n), kind)
}

// TellLeftOut names the questions of a report that --suppress leaves out.
func (o *Messages) TellLeftOut(s *Streams, list []report.LeftOut) {
	for _, l := range list {
		if l.Withheld {
			o.Note(s, "note: the question %s is withheld: %s", prose.Quoted(cmp.Or(l.Question.Text, l.Question.ID)), l.Reason)
		}
	}
}

// TellSingles says how many of the terms shown only one person said.
func (o *Messages) TellSingles(s *Streams, terms []tally.Term) {
	n := 0
	for _, x := range terms {
		if x.Respondents == 1 {
			n++
		}
	}
	which := prose.Grouped(n) + " of the " + prose.Count(len(terms), "term")
	if len(terms) == 1 {
		which = "the one term"
	}
	if n > 0 {
		o.Note(s, "note: %s shown %s said by one person%s; --suppress N withholds what fewer than N people said", which, prose.Agree(n, "was", "were"), prose.Agree(n, "", " each"))
	}
}
