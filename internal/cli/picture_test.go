package cli

import (
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/go-fonts/dejavu/dejavusansbold"
	"github.com/spf13/pflag"
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
