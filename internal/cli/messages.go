package cli

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/figure"
	"verbatim/internal/layout"
	"verbatim/internal/notice"
	"verbatim/internal/prose"
)

// Standard error is for people: warnings, notes, progress. Programs find the
// same warnings in the JSON, with codes.

// messageOptions say what is told on standard error, and whether warnings are
// failures: what every command has in common.
type messageOptions struct {
	quiet      bool
	strict     bool
	noProgress bool
	noColor    bool // nothing is coloured; scripts that say so anyway need not know
	github     bool
	lister     string // the command whose JSON lists all warnings; "" is tally
}

// bind adds the flags of the options.
func (o *messageOptions) bind(f *pflag.FlagSet) {
	f.BoolVar(&o.quiet, "quiet", false, "show no messages but errors")
	f.BoolVar(&o.strict, "strict", false, "fail on a warning: no output, status 1 (5: a word could not be drawn)")
	f.BoolVar(&o.noProgress, "no-progress", false, "show no progress on a terminal")
	f.BoolVar(&o.github, "github", false, "in GitHub Actions: add the result to the summary of the step, and warnings as annotations")
	f.BoolVar(&o.noColor, "no-color", false, "show messages without colours")
}

// warn shows warnings, the first few of them, each with its place. With
// --strict they are an error.
func (o *messageOptions) warn(s *Streams, warnings []notice.Warning) error {
	const shown = 10
	for i, w := range warnings {
		switch {
		case o.quiet:
		case i < shown:
			o.warning(s, w)
		case i == shown:
			s.message("%s; verbatim %s --format json lists all", prose.Count(len(warnings)-shown, "more warning"), cmp.Or(o.lister, "tally"))
		}
	}
	return o.failed(statusFailed, len(warnings), "warnings")
}

// warning shows one warning.
func (o *messageOptions) warning(s *Streams, w notice.Warning) {
	if o.github {
		fmt.Fprintln(s.Err, annotation("warning", w))
		return
	}
	s.message("warning: %s", w)
}

// warnCloud names the words that are not in the picture, and those in it that are hard to read.
func (o *messageOptions) warnCloud(s *Streams, l *layout.Layout) error {
	small := len(l.Under9px)
	if !o.quiet {
		if l.FreeShare > 0 {
			s.message("the shape leaves %.0f %% of the area to words", 100*l.FreeShare)
		}
		for _, u := range l.Unplaced {
			o.warning(s, notice.Warning{Code: notice.NotDrawn, Message: fmt.Sprintf("not drawn: %s (%g): %s", u.Text, u.Count, u.Reason)})
		}
		if small > 0 {
			o.warning(s, notice.Warning{
				Code: notice.SmallWords, Message: fmt.Sprintf("%d of %d words %s under 9 px", small, len(l.Words), prose.Agree(small, "is", "are")), Hint: legible(l)})
		}
	}
	if err := o.failed(statusUnsound, len(l.Unplaced), "words not drawn"); err != nil {
		return err
	}
	return o.failed(statusFailed, min(small, 1), "warnings")
}

// warnUnshown names the labels of a chart that have a character without a glyph.
func (o *messageOptions) warnUnshown(s *Streams, labels []string) error {
	for _, label := range labels {
		if !o.quiet {
			o.warning(s, notice.Warning{Code: notice.NoGlyph, Message: label + ": no font has all its characters, so codes stand for some",
				Hint: "--font FILE or --system-fonts may have them"})
		}
	}
	return o.failed(statusUnsound, len(labels), "labels not drawn as written")
}

// legible says what would bring all words to 9 px, if anything would: a larger picture, another scale, or fewer words.
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

// strictError says that --strict was asked for and something was not right.
type strictError struct {
	status int
	what   string
}

// Error gives the reason; the status is that of what was not right.
func (e *strictError) Error() string { return "--strict: " + e.what + ", so nothing is written" }

// failed is an error where there is something to warn of and --strict is set.
func (o *messageOptions) failed(status, n int, what string) error {
	if !o.strict || n == 0 {
		return nil
	}
	return &strictError{status, fmt.Sprintf("%s: %d", what, n)}
}
