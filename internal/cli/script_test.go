package cli_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"verbatim/internal/cli"
)

// tests are all tests, and what has to be ended after them.
type tests struct{ *testing.M }

// Run implements testscript.TestingM.
func (t tests) Run() int {
	defer func() { endChromium() }()
	return t.M.Run()
}

// TestMain lets the stories run the program under its own name.
func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){
		"verbatim": func() {
			streams := cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Summary: os.Getenv("GITHUB_STEP_SUMMARY")}
			os.Exit(cli.Run(context.Background(), os.Args[1:], streams))
		},
	})
}

// onlyInFull skips a long test where VERBATIM_FULL is not set; .ci/run sets it.
func onlyInFull(t *testing.T) {
	t.Helper()
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("VERBATIM_FULL is not set")
	}
}

// TestScript runs the stories of testdata/script: what a user types, what comes
// back, and which files are there afterwards.
func TestScript(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "../../testdata/script",
		Setup:               setUp,
		Cmds:                map[string]func(*testscript.TestScript, bool, []string){"status": status, "png": png, "chunks": chunks, "sizes": sizes},
		Condition:           condition,
		UpdateScripts:       os.Getenv("UPDATE") != "",
		RequireExplicitExec: true,
	})
}

// condition knows [root], [full] (VERBATIM_FULL is set), [surveys] (the real
// exports are there) and [exists:path].
func condition(name string) (bool, error) {
	path, isPath := strings.CutPrefix(name, "exists:")
	switch {
	case isPath:
		_, err := os.Stat(path)
		return err == nil, nil
	case name == "root":
		return os.Getuid() == 0, nil
	case name == "full":
		return os.Getenv("VERBATIM_FULL") != "", nil
	case name == "surveys":
		return surveysDir() != "", nil
	}
	return false, fmt.Errorf("unknown condition %q", name)
}

// setUp lays the project's test data into the story's folder, and tells it
// where the real exports are.
func setUp(env *testscript.Env) error {
	for _, folder := range []string{"", "exports"} {
		from := onlyFiles{os.DirFS(filepath.Join("../../testdata", folder))}
		if err := os.CopyFS(filepath.Join(env.WorkDir, "testdata", folder), from); err != nil {
			return err
		}
	}
	env.Setenv("SURVEYS", surveysDir())
	return nil
}

// surveysDir is the folder of real exports, "" where it is not there.
func surveysDir() string {
	dir := os.Getenv("VERBATIM_SURVEYS")
	if dir == "" {
		dir, _ = filepath.Abs("../../../shared/surveys")
	}
	if _, err := os.Stat(dir); err != nil {
		return ""
	}
	return dir
}

// onlyFiles is the top level of a folder, without the folders in it.
type onlyFiles struct{ fs.FS }

// ReadDir leaves the folders out.
func (o onlyFiles) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, err := fs.ReadDir(o.FS, name)
	var files []fs.DirEntry
	for _, e := range entries {
		if !e.IsDir() {
			files = append(files, e)
		}
	}
	return files, err
}

// status runs the program and checks its exit status: status 3 verbatim tally x
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command...")
	}
	got := "0"
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = itoa(exit.ExitCode())
	}
	if got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}
