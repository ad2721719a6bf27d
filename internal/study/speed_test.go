//go:build unix

package study_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"verbatim/internal/growth"
)

// What a count of a million rows may cost. The figures hold where nothing else
// runs on the machine; processor time and memory are sound on a busy one, too.
const (
	mostRatio  = 7.5  // times the processor time of encoding/csv
	wantedGain = 1.6  // of two cores over one, on the clock: it is told, and nothing fails for it
	mostMemory = 48.0 // MiB, the highest resident
	mostSmall  = 0.4  // times the processor time of encoding/csv for all rows: the whole process for smallRows
	leastLead  = 5.0  // over pandas with PyStemmer, processor time
	smallRows  = 10_000
)

// TestSpeed measures the program, as it is built, on column q2_open of the CSV
// file that VERBATIM_BENCH names: a generated survey of a million rows. It is
// held against encoding/csv reading the same file in the same run, and against
// pandas with PyStemmer where python3 has both. The least of several runs
// counts, of memory the most.
func TestSpeed(t *testing.T) {
	path := os.Getenv("VERBATIM_BENCH")
	if path == "" {
		t.Skip("VERBATIM_BENCH names no file to measure with")
	}
	program := filepath.Join(t.TempDir(), "verbatim")
	if out, err := exec.Command("go", "build", "-o", program, "../../cmd/verbatim").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	tally := func(file string, workers int) cost {
		return run(t, program, "tally", file, "-q", "q2_open", "--workers", strconv.Itoa(workers))
	}
	onOneCore := func(file string) cost {
		return run(t, "env", "GOMAXPROCS=1", program, "tally", file, "-q", "q2_open")
	}
	var floor, core, one, two, small cost
	idle := 2.0
	for range 5 {
		idle = min(idle, idleCores(t))
		floor.least(measured(t, func() { readCSV(t, path) }))
		core.least(onOneCore(path))
		one.least(tally(path, 1))
		two.least(tally(path, 2))
	}
	head := firstRows(t, path, smallRows)
	for range 20 {
		small.least(tally(head, 0))
	}
	ratio, gain := part(one.cpu, floor.cpu), part(core.wall, two.wall)
	memory := max(core.memory, one.memory, two.memory)
	t.Logf("encoding/csv %v, tally %v of processor time: %.1f times (at most %v)", floor.cpu, one.cpu, ratio, mostRatio)
	t.Logf("two cores %v, one %v on the clock: %.2f times faster (%v is wanted); of two cores %.1f were free", two.wall, core.wall, gain, wantedGain, idle)
	t.Logf("two workers on two cores are %.2f times faster than one, whose collector has the other core", part(one.wall, two.wall))
	t.Logf("highest resident: %.1f MiB on one core, %.1f with one worker, %.1f with two (at most %v)", core.memory, one.memory, two.memory, mostMemory)
	smallRatio := part(small.cpu, floor.cpu)
	t.Logf("%d rows: %v of processor time as a whole process, %v on the clock; %.2f times encoding/csv for all (at most %v)",
		smallRows, small.cpu, small.wall, smallRatio, mostSmall)
	if ratio > mostRatio || memory > mostMemory || smallRatio > mostSmall {
		t.Error("a figure is missed")
	}
	comparePandas(t, path, one)
}

// comparePandas counts mentions and people of each stem with pandas: words by a
// regular expression, a few stop words left out, each distinct word stemmed once.
func comparePandas(t *testing.T, path string, ours cost) {
	const script = `
import sys, pandas, Stemmer
stop = "the a an and or but of to in on at by for with from as is are was be it its i we you our not very".split()
words = pandas.read_csv(sys.argv[1], usecols=["q2_open"])["q2_open"].dropna().str.lower().str.findall(r"\w[\w'’-]*").explode().dropna()
words = words[~words.isin(stop)]
known = words.unique()
stems = words.map(dict(zip(known, Stemmer.Stemmer("english").stemWords(list(known)))))
people = stems.reset_index().drop_duplicates()["q2_open"].value_counts()
print(pandas.DataFrame({"mentions": stems.value_counts(), "people": people}).nlargest(20, "mentions"))
`
	for _, python := range []string{"python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import pandas, Stemmer").Run() == nil {
			theirs := run(t, python, "-c", script, path)
			lead := part(theirs.cpu, ours.cpu)
			t.Logf("pandas with PyStemmer: %v of processor time, %.0f MiB; tally is %.1f times faster (at least %v)", theirs.cpu, theirs.memory, lead, leastLead)
			if lead < leastLead {
				t.Error("the lead over pandas is missed")
			}
			return
		}
	}
	t.Log("python3 has no pandas with PyStemmer to compare with")
}

// A cost is what a run takes: processor time, time on the clock, and MiB.
type cost struct {
	cpu, wall time.Duration
	memory    float64
}

// least takes in another run: the shorter times, and the larger memory.
func (c *cost) least(o cost) {
	if c.cpu == 0 {
		*c = o
	}
	*c = cost{min(c.cpu, o.cpu), min(c.wall, o.wall), max(c.memory, o.memory)}
}

func part(a, b time.Duration) float64 { return float64(a) / float64(b) }

// run runs a program to its end. Linux takes the memory of this process for that
// of a new one until it has grown larger.
func run(t *testing.T, program string, args ...string) cost {
	t.Helper()
	c := exec.Command(program, args...)
	start := time.Now()
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	wall := time.Since(start)
	used := c.ProcessState.SysUsage().(*syscall.Rusage)
	return cost{c.ProcessState.UserTime() + c.ProcessState.SystemTime(), wall, float64(used.Maxrss) / 1024}
}

// measured gives what f takes in this process.
func measured(t *testing.T, f func()) cost {
	t.Helper()
	start, before := time.Now(), growth.Processor(t)
	f()
	return cost{cpu: growth.Processor(t) - before, wall: time.Since(start)}
}

// idleCores tells how much of two cores two busy loops get.
func idleCores(t *testing.T) float64 {
	t.Helper()
	var group sync.WaitGroup
	c := measured(t, func() {
		for range 2 {
			group.Go(func() {
				for end := time.Now().Add(100 * time.Millisecond); time.Now().Before(end); {
				}
			})
		}
		group.Wait()
	})
	return part(c.cpu, c.wall)
}

// firstRows writes the header and the first rows of a file to another.
func firstRows(t *testing.T, path string, n int) string {
	t.Helper()
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	var head bytes.Buffer
	r, w := csv.NewReader(in), csv.NewWriter(&head)
	for range n + 1 {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if err := w.Write(row); err != nil {
			t.Fatal(err)
		}
	}
	w.Flush()
	out := filepath.Join(t.TempDir(), "head.csv")
	if err := os.WriteFile(out, head.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return out
}

func readCSV(t *testing.T, path string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	for {
		if _, err := r.Read(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatal(err)
		}
	}
}
