package cli_test

import (
	"bytes"
	"context"
	"encoding/json"
	"image/color"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"verbatim/internal/cli"
	"verbatim/internal/render"
)

// run calls the program and gives its exit status; what it says goes to the
// test's log.
func run(t *testing.T, args ...string) int {
	t.Helper()
	var out, err bytes.Buffer
	status := cli.Run(context.Background(), args, cli.Streams{In: strings.NewReader(""), Out: &out, Err: &err})
	if err.Len() > 0 {
		t.Log(err.String())
	}
	return status
}

// Ctrl-C: status 130, and no output file.
func TestInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	out := filepath.Join(t.TempDir(), "out.json")
	var stderr bytes.Buffer
	status := cli.Run(ctx, []string{"tally", "../../testdata/partnerships.csv", "-o", out}, cli.Streams{Err: &stderr})
	if status != 130 || stderr.String() != "verbatim: interrupted\n" {
		t.Errorf("status %d, %q", status, stderr.String())
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("an output file is left behind")
	}
}

// A picture is not written to a terminal.
func TestNoPictureToTerminal(t *testing.T) {
	var stdout, stderr bytes.Buffer
	status := cli.Run(context.Background(), []string{"cloud", "../../testdata/partnerships.csv", "-o", "-"},
		cli.Streams{Out: &stdout, Err: &stderr, OutIsTerminal: true})
	if status != 2 || stdout.Len() > 0 {
		t.Errorf("status %d, %d bytes of output, %q", status, stdout.Len(), stderr.String())
	}
}

// The picture has words in it: each word of the layout has ink of its colour in
// its box. VERBATIM_PICTURE and VERBATIM_LAYOUT name a picture and its layout
// made elsewhere.
func TestPictureHasWords(t *testing.T) {
	picture, places := os.Getenv("VERBATIM_PICTURE"), os.Getenv("VERBATIM_LAYOUT")
	if picture == "" {
		dir := t.TempDir()
		picture, places = filepath.Join(dir, "cloud.png"), filepath.Join(dir, "layout.json")
		if status := run(t, "cloud", "../../testdata/partnerships.csv", "-o", picture, "--layout", places); status != 0 {
			t.Fatalf("exit status %d", status)
		}
	}
	var layout struct {
		Words []struct {
			Text, Color string
			Box         [4]int
		}
	}
	data, err := os.ReadFile(places)
	if err == nil {
		err = json.Unmarshal(data, &layout)
	}
	if err != nil {
		t.Fatal(err)
	}
	if len(layout.Words) < 50 {
		t.Fatalf("%d words, want at least 50", len(layout.Words))
	}
	m := decode(t, picture)
	for _, w := range layout.Words {
		solid, ink := 0, parsed(t, w.Color)
		for y := w.Box[1]; y < w.Box[3]; y++ {
			for x := w.Box[0]; x < w.Box[2]; x++ {
				if color.NRGBAModel.Convert(m.At(x, y)) == ink {
					solid++
				}
			}
		}
		if area := (w.Box[2] - w.Box[0]) * (w.Box[3] - w.Box[1]); solid*10 < area {
			t.Errorf("%q: %d of the %d pixels of its box are of its colour, want a tenth", w.Text, solid, area)
		}
	}
}

func parsed(t *testing.T, hex string) color.Color {
	t.Helper()
	c, err := render.ParseColor(hex)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Ctrl-C ends a run that waits for standard input, too.
func TestInterruptedWhileReading(t *testing.T) {
	never, keep := io.Pipe()
	defer keep.Close()
	ctx, cancel := context.WithCancel(context.Background())
	time.AfterFunc(20*time.Millisecond, cancel)
	// A run that ignored it would hang until go test gives up.
	if status := cli.Run(ctx, []string{"tally", "-"}, cli.Streams{In: never, Out: io.Discard, Err: io.Discard}); status != 130 {
		t.Errorf("status %d, want 130", status)
	}
}

// Help fits the width of the terminal; only examples are left as they are.
func TestHelpFitsTerminal(t *testing.T) {
	for _, command := range []string{"tally", "cloud", "compare", "quotes", "report"} {
		var out bytes.Buffer
		cli.Run(t.Context(), []string{command, "--help"}, cli.Streams{Out: &out, Err: io.Discard, OutIsTerminal: true, Columns: 60})
		for line := range strings.Lines(out.String()) {
			if n := utf8.RuneCountInString(strings.TrimSpace(line)); n > 60 && !strings.HasPrefix(line, "  verbatim ") {
				t.Errorf("%s: a line of %d columns: %s", command, n, line)
			}
		}
	}
}

// Tables fit the width of the terminal, with the columns that matter most still there.
func TestTableFitsTerminal(t *testing.T) {
	for _, columns := range []int{60, 80, 120} {
		for command, header := range map[string]string{
			"tally": "rank", "inspect": "distinct  question", "tally --intervals --weight 1 --themes T": "weighted people  people  share", "quotes openness": "",
			"compare --by region --themes T": "there  elsewhere", "compare --by sector --themes T": "adjusted", "code --themes T --format table": "coded",
		} {
			var out bytes.Buffer
			args := strings.Fields(strings.ReplaceAll(command, "T", "../../testdata/partnerships-themes.csv"))
			cli.Run(t.Context(), slices.Insert(args, 1, "../../testdata/partnerships.csv"), cli.Streams{Out: &out, Err: io.Discard, OutIsTerminal: true, NoColor: true, Columns: columns})
			if !strings.Contains(out.String(), header) {
				t.Errorf("%s: columns are missing:\n%s", command, out.String())
			}
			_, table, _ := strings.Cut(out.String(), "\n\n")
			for line := range strings.Lines(table) {
				if n := utf8.RuneCountInString(strings.TrimSpace(line)); n > columns && !strings.HasPrefix(line, "-q takes") {
					t.Errorf("%s: a line of %d columns on a terminal of %d: %s", command, n, columns, line)
				}
			}
		}
	}
}
