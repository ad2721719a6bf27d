package cli_test

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
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

// TestMain lets the stories run the program under its own name. The tables and fonts that one run leaves for the next are
// not to be gone through too often.
func TestMain(m *testing.M) {
	debug.SetGCPercent(400)
	testscript.Main(tests{m}, map[string]func(){
		"verbatim": func() {
			streams := cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Summary: os.Getenv("GITHUB_STEP_SUMMARY")}
			status, err := observed(context.Background(), os.Args[1:], streams, os.Getenv("WORK"), os.Getenv("OUTPUTS"))
			if err != nil {
				panic(err)
			}
			os.Exit(status)
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
	seen := stories(t, testscript.Params{Dir: "../../testdata/script", UpdateScripts: os.Getenv("UPDATE") != ""})
	if files, _ := filepath.Glob("../../testdata/script/*.txtar"); seen.stories == len(files) && !t.Failed() { // else some were chosen with -run
		seen.complete(t)
	}
}

// stories runs stories one after the other, since each changes the working directory, and says what they wrote.
func stories(t *testing.T, p testscript.Params) *witness {
	t.Helper()
	w := newWitness(t)
	path := func(name string) string { // that holds in every working directory
		path, err := filepath.Abs(name)
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	if p.Dir != "" {
		p.Dir = path(p.Dir)
	}
	for i, name := range p.Files {
		p.Files[i] = path(name)
	}
	p.Setup, p.Condition, p.RequireExplicitExec = w.setUp, condition, true
	p.Cmds = map[string]func(*testscript.TestScript, bool, []string){"call": call, "status": status, "png": png, "chunks": chunks, "sizes": sizes, "pack": pack}
	testscript.RunT(inOrder{t}, p)
	return w
}

// inOrder is a test that runs no other beside it.
type inOrder struct{ *testing.T }

func (inOrder) Parallel() {}

func (inOrder) Verbose() bool { return testing.Verbose() }

func (t inOrder) Run(name string, f func(testscript.T)) {
	t.T.Run(name, func(t *testing.T) { f(inOrder{t}) })
}

// condition knows [root], [full] (VERBATIM_FULL is set), [surveys] (the real
// exports are there), [exists:path] and [perl:Module].
func condition(name string) (bool, error) {
	path, isPath := strings.CutPrefix(name, "exists:")
	module, isModule := strings.CutPrefix(name, "perl:")
	switch {
	case isModule:
		return exec.Command("perl", "-M"+module, "-e", "1").Run() == nil, nil
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

// call runs the program in this process, which takes a third of the time that exec takes: call verbatim tally x.csv. What
// reads standard input, or depends on the environment, needs exec.
func call(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) == 0 || args[0] != "verbatim" {
		ts.Fatalf("usage: call verbatim command...")
	}
	if got := called(ts, args[1:]); (got != 0) != neg {
		ts.Fatalf("exit status %d", got)
	}
}

// called gives the exit status of the program, run in the story's folder.
func called(ts *testscript.TestScript, args []string) int {
	before, err := os.Getwd()
	ts.Check(err)
	ts.Check(os.Chdir(ts.MkAbs(".")))
	defer func() { ts.Check(os.Chdir(before)) }()
	streams := cli.Streams{In: strings.NewReader(""), Out: ts.Stdout(), Err: ts.Stderr(), Summary: ts.Getenv("GITHUB_STEP_SUMMARY")}
	status, err := observed(context.Background(), args, streams, ts.Getenv("WORK"), ts.Getenv("OUTPUTS"))
	ts.Check(err)
	return status
}

// status runs the program, or another in a process of its own, and checks its exit status: status 3 verbatim tally x
func status(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: status N command...")
	}
	got := 0
	if args[1] == "verbatim" {
		got = called(ts, args[2:])
	} else if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := err.(interface{ ExitCode() int })
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = exit.ExitCode()
	}
	if itoa(got) != args[0] {
		ts.Fatalf("exit status %d, want %s", got, args[0])
	}
}
