//go:build unix

package cli_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"verbatim/internal/cli"
	"verbatim/internal/prose"
)

// A pipe that is given as a file, as a shell's <(…) is, can be read only once:
// nobody is lost between detection and counting, though there is more than
// detection reads.
func TestPipeAsFile(t *testing.T) {
	const rows = 30_000 // some 9 MB
	path := namedPipe(t)
	go func() {
		f, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			t.Error(err)
			return
		}
		defer f.Close()
		w := bufio.NewWriter(f)
		defer w.Flush()
		fmt.Fprintln(w, "id,What matters most to you here?,notes")
		notes := strings.Repeat("blah ", 54)
		for i := range rows {
			fmt.Fprintf(w, "%d,\"trust, and time to listen\",%s\n", i, notes)
		}
	}()
	var out, stderr bytes.Buffer
	status := cli.Run(context.Background(), []string{"tally", path, "-q", "2"}, cli.Streams{Out: &out, Err: &stderr})
	if want := prose.Grouped(rows) + " of " + prose.Count(rows, "respondent"); status != 0 || !strings.Contains(out.String(), want) {
		t.Errorf("status %d, want %q in %s", status, want, out.String()+stderr.String())
	}
}

func namedPipe(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "survey.csv")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	return path
}

// Ctrl-C ends a run that waits for a pipe.
func TestInterruptedPipe(t *testing.T) {
	path := namedPipe(t)
	ctx, cancel := context.WithTimeout(context.Background(), 100*time.Millisecond)
	defer cancel()
	var stderr bytes.Buffer
	// A run that ignored it would hang until go test gives up.
	if status := cli.Run(ctx, []string{"tally", path, "-q", "2"}, cli.Streams{Out: &stderr, Err: &stderr}); status == 0 {
		t.Errorf("status 0: %s", stderr.String())
	}
	f, err := os.OpenFile(path, os.O_WRONLY|syscall.O_NONBLOCK, 0) // lets go of the open that still waits
	if err == nil {
		f.Close()
	}
}
