package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/figure"
	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/privacy"
	"verbatim/internal/prose"
	"verbatim/internal/report"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// Standard error is for people: warnings, notes, progress. Programs find the
// same warnings in the JSON, with codes. All messages come before the first file
// is written, because --strict lets a warning stop a run.

// messageOptions say what is shown on standard error, and whether warnings are
// failures. All commands have them.
type messageOptions struct {
	quiet      bool
	strict     bool
	noProgress bool
	noColor    bool // in quotes, which set the word in bold type
	github     bool
	lister     string // the command whose JSON lists all warnings; "" is tally
}

// strictPictures is the help of --strict in commands that draw.
const strictPictures = "fail on a warning: no output, status 1 (5: a word could not be drawn)"

// bind adds the flags of the options.
func (o *messageOptions) bind(f *pflag.FlagSet) {
	f.BoolVar(&o.quiet, "quiet", false, "show no messages but errors")
	f.BoolVar(&o.strict, "strict", false, "fail on a warning: no output, status 1")
	f.BoolVar(&o.noProgress, "no-progress", false, "show no progress on a terminal")
	f.BoolVar(&o.github, "github", false, "in GitHub Actions: add the result to the summary of the step, and warnings as annotations")
	f.BoolVar(&o.noColor, "no-color", false, "use no bold or coloured type on a terminal")
}

// warn shows warnings, the first few of them, each with its place. With
// --strict they are an error.
func (o *messageOptions) warn(s *Streams, warnings []notice.Warning) error {
	const shown = 10
	for i, w := range warnings {
		switch {
		case i < shown:
			o.warning(s, w)
		case i == shown:
			o.note(s, "%s; verbatim %s --format json lists all", prose.Count(allOf(warnings[shown:]), "more warning"), cmp.Or(o.lister, "tally"))
		}
	}
	return o.failed(statusFailed, len(warnings), "warnings")
}

// allOf counts warnings, with those that some of them stand for.
func allOf(warnings []notice.Warning) (n int) {
	for _, w := range warnings {
		n += max(1, w.More)
	}
	return n
}

// warning shows one warning, as an annotation in GitHub Actions, unless --quiet is given.
func (o *messageOptions) warning(s *Streams, w notice.Warning) {
	if o.github && !o.quiet {
		fmt.Fprintln(s.Err, annotation(w))
		return
	}
	o.note(s, "warning: %s", w)
}

// note shows one line, unless --quiet is given.
func (o *messageOptions) note(s *Streams, format string, args ...any) {
	if !o.quiet {
		s.message(format, args...)
	}
}

// warnAll shows the warnings of a count and those of its picture: words that are
// not in it or hard to read, labels with a character that no font has. Under
// --strict, what the picture lacks decides the status.
func (o *messageOptions) warnAll(s *Streams, warnings []notice.Warning, p *figure.Picture) error {
	warned := o.warn(s, warnings)
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
func (o *messageOptions) warnChart(s *Streams, labels []string) error {
	for _, label := range labels {
		o.warning(s, notice.Warning{Code: notice.NoGlyph, Message: label + ": no font has all its characters, so codes stand for some",
			Hint: "--font FILE or --system-fonts may have them"})
	}
	return o.failed(statusUnsound, len(labels), "labels not drawn as written")
}

// warnCloud names the words that are not in the picture, and those in it that are hard to read.
func (o *messageOptions) warnCloud(s *Streams, l *layout.Layout) error {
	if l.FreeShare > 0 {
		o.note(s, "the shape leaves %.0f%% of the area to words", 100*l.FreeShare)
	}
	for _, u := range l.Unplaced {
		o.warning(s, notice.Warning{Code: notice.NotDrawn, Message: fmt.Sprintf("not drawn: %s (%g): %s", u.Text, u.Count, u.Reason)})
	}
	small := len(l.Under9px)
	if small > 0 {
		o.warning(s, notice.Warning{
			Code: notice.SmallWords, Message: fmt.Sprintf("%d of %d words %s under 9 px", small, len(l.Words), prose.Agree(small, "is", "are")), Hint: legible(l)})
	}
	return cmp.Or(o.failed(statusUnsound, len(l.Unplaced), "words not drawn"), o.failed(statusFailed, min(small, 1), "warnings"))
}

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
func (o *messageOptions) failed(status, n int, what string) error {
	if !o.strict || n == 0 {
		return nil
	}
	return &strictError{status, fmt.Sprintf("%s: %d", what, n)}
}

// tellRemoved says what was taken out of the answers before they were counted.
func (o *messageOptions) tellRemoved(s *Streams, c *study.Count) {
	o.tellReplaced(s, c.Redacted.Shown(c.Shown.Least()), "before anything was counted", c.Shown.Least())
	if c.Markup != 0 {
		o.note(s, "note: HTML tags and entities are taken out of %s", often(c.Markup, "answer", c.Shown.Least()))
	}
}

// tellReplaced says what was replaced, by kind, and where.
func (o *messageOptions) tellReplaced(s *Streams, list []privacy.Redacted, where string, least int) {
	if parts := prose.Texts(list, func(r privacy.Redacted) string { return often(r.Count, r.Kind, least) }); len(parts) > 0 {
		o.note(s, "replaced %s: %s", where, strings.Join(parts, ", "))
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

// tellLeftOut names the questions of a report that --suppress leaves out.
func (o *messageOptions) tellLeftOut(s *Streams, list []report.LeftOut) {
	for _, l := range list {
		if l.Withheld {
			o.note(s, "note: the question %s is withheld: %s", quoted(cmp.Or(l.Question.Text, l.Question.ID)), l.Reason)
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
	which := prose.Grouped(n) + " of the " + prose.Count(len(terms), "term")
	if len(terms) == 1 {
		which = "the one term"
	}
	if n > 0 {
		o.note(s, "note: %s shown %s said by one person%s; --suppress N withholds what fewer than N people said", which, prose.Agree(n, "was", "were"), prose.Agree(n, "", " each"))
	}
}

// annotation is a warning as a workflow command. Its text may come from an answer, and cannot
// begin another command: everything that could end the line is escaped.
//
// What --github adds, for runs in GitHub Actions: warnings as annotations of the file and line that
// they are about, and the result as Markdown on the page that sums up the run.
func annotation(w notice.Warning) string {
	data := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	property := strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
	properties := []string{"title=verbatim"}
	if w.File != "" && w.File != "-" {
		properties = append(properties, "file="+property.Replace(prose.Plain(w.File)))
		if w.Line > 0 {
			properties = append(properties, fmt.Sprintf("line=%d", w.Line))
		}
	}
	return "::warning " + strings.Join(properties, ",") + "::" + data.Replace(prose.Plain(w.Text()))
}

// mostSummary is what GitHub takes of one step's summary, less what a closing line needs.
const mostSummary = 1<<20 - 1024

// summarize appends a document to the summary of the run, as Markdown.
func (o *messageOptions) summarize(s *Streams, write func(io.Writer, report.Format) error) error {
	if !o.github {
		return nil
	}
	if s.Summary == "" {
		s.message("--github: this is no step of GitHub Actions (GITHUB_STEP_SUMMARY is not set), so there is no summary")
		return nil
	}
	var b bytes.Buffer
	if err := write(&b, report.Markdown); err != nil {
		return err
	}
	text := b.Bytes()
	if len(text) > mostSummary {
		text = append(text[:bytes.LastIndexByte(text[:mostSummary], '\n')+1], "\n… and more: a summary holds 1 MiB.\n"...)
	}
	f, err := os.OpenFile(s.Summary, os.O_WRONLY|os.O_CREATE|os.O_APPEND, 0o666)
	if err == nil {
		_, err = f.Write(append(text, '\n'))
		err = cmp.Or(err, f.Close())
	}
	return outfile.Failed("GITHUB_STEP_SUMMARY", err)
}
