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
	st, err := o.style(&Streams{Out: io.Discard, Err: io.Discard}, "cloud", nil)
	if err != nil {
		t.Fatal(err)
	}
	words, title, caption := st.wordFonts.Fonts(), st.frameFonts.Bold.Fonts(), st.frameFonts.Regular.Fonts()
	if words[0].Name != "DejaVu Sans Bold" || title[0].Name != "Liberation Sans Bold" || caption[0].Name != "Liberation Sans" {
		t.Errorf("words in %s, title in %s, caption in %s", words[0].Name, title[0].Name, caption[0].Name)
	}
	if title[len(title)-1] != words[0] || caption[len(caption)-1] != words[0] {
		t.Error("title or caption without the font that was given")
	}
}
