//go:build unix

package cli_test

import (
	"strings"
	"testing"
	"time"

	"verbatim/internal/growth"
)

// Work grows with the length of an answer, whatever is in it: one eight times as long takes about eight times as long,
// not 64 times. Both sizes are measured in one run, with a slack of four.
func TestHugeAnswer(t *testing.T) {
	onlyInFull(t)
	t.Chdir(t.TempDir())
	writeFile(t, "themes.csv", "theme,term\nt,trust\n")
	for piece, size := range map[string]int{"trust ": 3 << 20, "x": 1 << 19, "é@": 1 << 19, "1 ": 1 << 19} {
		for _, name := range []string{"short.csv", "long.csv"} {
			length := map[string]int{"short.csv": size / 8, "long.csv": size}[name]
			writeFile(t, name, hostileSurvey("trust "+strings.Repeat(piece, length/len(piece))))
		}
		for _, command := range []string{
			"inspect --samples 99", "tally -q 3 --lang en --whole", "tally -q 3 --lang en --redact --format json",
			"quotes -q 3 --lang en --theme t --themes themes.csv",
			"code -q 3 --lang en --themes themes.csv", "cloud -q 3 --lang en -o x.svg --size 400x300",
			"report -q 3 --lang en --quotes -o x.html -o x.md -o x.json",
		} {
			checkGrowth(t, command)
			if strings.HasPrefix(command, "report") {
				checkSmall(t, "x.html", "x.md", "x.json")
			}
		}
	}
}

// checkGrowth runs a command on short.csv and on long.csv, which is eight times as long, and compares the processor time
// of this process, which a busy machine hardly changes. A pair that is too slow is run again, twice at most.
func checkGrowth(t *testing.T, command string) {
	t.Helper()
	took := func(file string) time.Duration {
		begin := growth.Processor(t)
		if status, out := ran(append(strings.Fields(command), file, "--header-rows", "1", "--platform", "generic")); status != 0 {
			t.Fatalf("%s: status %d: %.200s", command, status, out)
		}
		return growth.Processor(t) - begin
	}
	var short, long time.Duration
	for range 3 {
		if short, long = took("short.csv"), took("long.csv"); long <= 4*8*short {
			return
		}
	}
	t.Errorf("%s takes %v, and %v for an answer eight times as long", command, short, long)
}
