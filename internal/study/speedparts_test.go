//go:build unix

package study_test

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// What parts may cost: mostParts times the processor time of the whole, to count and to merge them, and so much of the
// size of the data for their tallies.
const (
	wantedParts = 3.0 // it is told, and nothing fails for it: short processes cost more where the machine is busy
	mostFiles   = 0.05
)

// TestSpeedOfParts measures the program on the file of TestSpeed, as a whole and in parts of smallRows rows, each by a
// process of its own and with the decisions of the whole. Then the parts are merged.
func TestSpeedOfParts(t *testing.T) {
	path := os.Getenv("VERBATIM_BENCH")
	if path == "" {
		t.Skip("VERBATIM_BENCH names no file to measure with")
	}
	folder := t.TempDir()
	program, decisions := filepath.Join(folder, "verbatim"), filepath.Join(folder, "decisions.json")
	if out, err := exec.Command("go", "build", "-o", program, "../../cmd/verbatim").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	count := func(file, tally string) cost {
		return run(t, program, "tally", file, "-q", "q2_open", "--decisions", decisions, "--quiet", "-o", tally)
	}
	sum := filepath.Join(folder, "whole.json")
	count(path, sum) // writes the decisions
	var whole, merged, parts cost
	for range 3 {
		whole.least(count(path, sum))
	}
	var tallies []string
	size := int64(0)
	for i, part := range partsOf(t, path, folder) {
		tally := filepath.Join(folder, fmt.Sprintf("part-%d.json.gz", i))
		parts.cpu += count(part, tally).cpu
		info, err := os.Stat(tally)
		if err != nil {
			t.Fatal(err)
		}
		tallies, size = append(tallies, tally), size+info.Size()
	}
	for range 3 {
		merged.least(run(t, program, append([]string{"merge", "--quiet", "-o", filepath.Join(folder, "merged.json")}, tallies...)...))
	}
	data, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("whole %v of processor time, %d parts %v, their merge %v: %.1f times (%v is wanted)", whole.cpu, len(tallies), parts.cpu, merged.cpu, part(parts.cpu+merged.cpu, whole.cpu), wantedParts)
	if share := float64(size) / float64(data.Size()); share > mostFiles {
		t.Errorf("the tallies of parts take %.3f of the size of the data, at most %v are wanted", share, mostFiles)
	} else {
		t.Logf("the tallies of parts take %.3f of the size of the data (at most %v)", share, mostFiles)
	}
}

// partsOf writes the rows of a file to others, smallRows to each, with the header.
func partsOf(t *testing.T, path, folder string) (names []string) {
	t.Helper()
	in, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	r := csv.NewReader(in)
	header, err := r.Read()
	for err == nil {
		var text bytes.Buffer
		w := csv.NewWriter(&text)
		writeErr := w.Write(header)
		rows := 0
		for ; rows < smallRows && writeErr == nil; rows++ {
			var row []string
			if row, err = r.Read(); err != nil {
				break
			}
			writeErr = w.Write(row)
		}
		w.Flush()
		if rows == 0 {
			break
		}
		name := filepath.Join(folder, fmt.Sprintf("part-%d.csv", len(names)))
		if err := errors.Join(writeErr, os.WriteFile(name, text.Bytes(), 0o600)); err != nil {
			t.Fatal(err)
		}
		names = append(names, name)
	}
	if !errors.Is(err, io.EOF) {
		t.Fatal(err)
	}
	return names
}
