package cli

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/spf13/pflag"

	"verbatim/internal/notice"
	"verbatim/internal/prose"
	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// A font that is given serves the words first, and the texts around them last.
func TestFrameFonts(t *testing.T) {
	font := filepath.Join(t.TempDir(), "mine.ttf")
	if err := os.WriteFile(font, dejavusansbold.TTF, 0o600); err != nil {
		t.Fatal(err)
	}
	var o pictureOptions
	flags := pflag.NewFlagSet("cloud", pflag.ContinueOnError)
	o.bind(flags)
	if err := flags.Parse([]string{"-o", filepath.Join(t.TempDir(), "x.png"), "--font", font}); err != nil {
		t.Fatal(err)
	}
	look, err := o.look(&Streams{Out: io.Discard, Err: io.Discard}, "cloud", nil)
	if err != nil {
		t.Fatal(err)
	}
	words, title, caption := look.Words.Fonts(), look.Frame.Bold.Fonts(), look.Frame.Regular.Fonts()
	if words[0].Name != "DejaVu Sans Bold" || title[0].Name != "Liberation Sans Bold" || caption[0].Name != "Liberation Sans" {
		t.Errorf("words in %s, title in %s, caption in %s", words[0].Name, title[0].Name, caption[0].Name)
	}
	if title[len(title)-1] != words[0] || caption[len(caption)-1] != words[0] {
		t.Error("title or caption without the font that was given")
	}
}

func TestParseSize(t *testing.T) {
	for _, good := range []string{"1600x1000", "100X100", "20000x5000"} {
		if _, _, err := parseSize(good); err != nil {
			t.Errorf("%s: %v", good, err)
		}
	}
	for _, bad := range []string{"", "1600", "1600x", "ax1000", "99x1000", "20001x100", "20000x20000", "-5x100", "1e3x1000"} {
		if _, _, err := parseSize(bad); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

// A caption says that the language is not known or not supported, unless answers are counted as they
// are written.
func TestCaveat(t *testing.T) {
	polish := "Co poprawić?\n" + strings.Repeat("w parku jest za mało ławek i nie ma gdzie usiąść\njest tam bardzo głośno wieczorem\n", 4)
	for name, tt := range map[string]struct {
		survey string
		opt    study.Options
		want   string
	}{
		"not supported": {polish, study.Options{}, "The language of the answers is Polish (pl), it seems, which is not supported; no stop words are left out"},
		"not known":     {"Which?\nzorg blip\nquux\nvrek zorg\nblip tnoq\n", study.Options{}, "The language of the answers is not known, "},
		"known":         {"Why?\nthe food could be cheaper\nit is the people that I like\n", study.Options{}, ""},
		"as written":    {polish, study.Options{Whole: true}, ""},
	} {
		export, err := survey.Open(t.Context(), []survey.Input{survey.Stream("-", strings.NewReader(tt.survey))}, survey.Options{})
		if err != nil {
			t.Fatal(err)
		}
		count, err := study.Tally(t.Context(), export, export.Questions[0], tt.opt)
		if err != nil {
			t.Fatal(err)
		}
		c := &counted{Count: count}
		if got := c.pictured(c.Shown, prose.Voice{}).Caveat; !strings.HasPrefix(got, tt.want) || (got == "") != (tt.want == "") {
			t.Errorf("%s: %q, want %q …", name, got, tt.want)
		}
	}
}

// The hint of a name with an ending that a command does not know says which command writes such files.
func TestOtherCommand(t *testing.T) {
	for path, want := range map[string]string{
		"a.xlsx": "; verbatim tally writes tables", "a.CSV": "; verbatim tally writes tables", "a.svg": "; verbatim cloud draws pictures", "a.html": "; verbatim report writes pages", "a.doc": "",
	} {
		if got := otherCommand(path); got != want {
			t.Errorf("%s: %q", path, got)
		}
	}
	err := pictureName(new(Streams), "a.xlsx")
	if usage, ok := errors.AsType[*notice.UsageError](err); !ok || !strings.Contains(usage.Hint, "tally writes tables") {
		t.Errorf("got %v", err)
	}
}
