package cli_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// TestAction runs the script of the GitHub Action as a step does, with the lines that the example workflow gives it: the
// chart is drawn, its figures are in the summary, and the steps that follow find the program.
func TestAction(t *testing.T) {
	workflow, err := os.ReadFile("../../.github/workflows/chart.yml")
	if err != nil {
		t.Fatal(err)
	}
	block := regexp.MustCompile(`(?m)^ +args: \|\n((?: {12}.*\n)+)`).FindSubmatch(workflow)
	if block == nil {
		t.Fatal("the example workflow gives the action no lines")
	}
	s := newStep(t)
	s.run(regexp.MustCompile(`(?m)^ {12}`).ReplaceAllString(string(block[1]), ""))
	if data := s.read("chart.png"); !bytes.HasPrefix(data, []byte("\x89PNG")) {
		t.Errorf("chart.png is no picture: %.20q", data)
	}
	if summary := s.read("summary.md"); !bytes.Contains(summary, []byte("transparency")) {
		t.Errorf("the summary is %q", summary)
	}
	path := strings.TrimSpace(string(s.read("path")))
	if _, err := exec.LookPath(filepath.Join(path, "verbatim")); err != nil {
		t.Errorf("the steps that follow do not find the program: %v", err)
	}
}

// TestActionLines: a line is one argument, and nothing in it is run.
func TestActionLines(t *testing.T) {
	s := newStep(t)
	name := "a  'b' \"c\" $(touch owned) `touch owned`; touch owned & * \\ $HOME #.csv"
	s.run("tally\r\n\ntestdata/partnerships.csv\n-o\n" + name)
	if table := s.read(name); !bytes.Contains(table, []byte("transparency")) {
		t.Errorf("the table is %q", table)
	}
	if _, err := os.Stat(filepath.Join(s.dir, "owned")); err == nil {
		t.Error("a command in a line was run")
	}
	if s.run(""); len(s.read("path")) == 0 {
		t.Error("without lines the program is not installed")
	}
}

// What a workflow is given goes into a script by the environment alone, since a shell would read an expression in it. So
// each script is a line, or a file; and what others publish is taken by commit.
func TestWorkflows(t *testing.T) {
	files, err := filepath.Glob("../../.github/workflows/*.yml")
	if err != nil || len(files) == 0 {
		t.Fatalf("%q: %v", files, err)
	}
	script, use := regexp.MustCompile(`(?m)^ +(?:- )?run: (.*)`), regexp.MustCompile(`(?m)^ +- uses: (.*)`)
	pinned := regexp.MustCompile(`^(\./[\w./-]+|[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$`)
	for _, file := range append(files, "../../.github/actions/verbatim/action.yml") {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range script.FindAllSubmatch(text, -1) {
			if bytes.Contains(found[1], []byte("${{")) || bytes.ContainsAny(found[1][:1], "|>") {
				t.Errorf("%s: run: %s", file, found[1])
			}
		}
		for _, found := range use.FindAllSubmatch(text, -1) {
			if !pinned.Match(found[1]) {
				t.Errorf("%s: uses: %s", file, found[1])
			}
		}
	}
}

// step is a folder in which the action's script runs, as in a step of a workflow.
type step struct {
	*testing.T
	dir string
}

func newStep(t *testing.T) step {
	t.Helper()
	for _, tool := range []string{"bash", "go"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
	s := step{t, t.TempDir()}
	if err := os.CopyFS(filepath.Join(s.dir, "testdata"), onlyFiles{os.DirFS("../../testdata")}); err != nil {
		t.Fatal(err)
	}
	return s
}

// run runs the script with these lines.
func (s step) run(lines string) {
	s.Helper()
	action, err := filepath.Abs("../../.github/actions/verbatim")
	if err != nil {
		s.Fatal(err)
	}
	at := func(name string) string { return filepath.Join(s.dir, name) }
	c := exec.Command("bash", filepath.Join(action, "run.sh"))
	c.Dir = s.dir
	c.Env = append(os.Environ(), "GITHUB_ACTION_PATH="+action, "RUNNER_TEMP="+at("temp"), "GITHUB_PATH="+at("path"), "GITHUB_STEP_SUMMARY="+at("summary.md"), "VERBATIM_ARGS="+lines)
	if out, err := c.CombinedOutput(); err != nil {
		s.Fatalf("%v\n%s", err, out)
	}
}

func (s step) read(name string) []byte {
	s.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, name))
	if err != nil {
		s.Fatal(err)
	}
	return data
}

// TestAttributes: git converts no line ending of any file, and shows no bytes of pictures and workbooks as text.
func TestAttributes(t *testing.T) {
	git := func(input []byte, args ...string) []byte {
		c := exec.Command("git", append([]string{"-C", "../.."}, args...)...)
		c.Stdin = bytes.NewReader(input)
		out, err := c.Output()
		if err != nil {
			t.Skipf("no clone of the repository: git %s: %v", args[0], err)
		}
		return out
	}
	names := git(nil, "ls-files", "-z")
	fields := bytes.Split(git(names, "check-attr", "-z", "--stdin", "text", "diff"), []byte{0})
	for i := 0; i+2 < len(fields); i += 3 {
		name, attribute, value := string(fields[i]), string(fields[i+1]), string(fields[i+2])
		data, err := os.ReadFile("../../" + name)
		if err != nil {
			continue // deleted, and not yet committed
		}
		switch isBinary := bytes.IndexByte(data, 0) >= 0; {
		case attribute == "text" && value != "unset":
			t.Errorf("%s: text is %s", name, value)
		case attribute == "diff" && isBinary && value != "unset":
			t.Errorf("%s is binary: add what it ends in to .gitattributes", name)
		}
	}
}

// TestCaskPages: Homebrew links the manual page of every command; it takes no pattern, so they are listed.
func TestCaskPages(t *testing.T) {
	release, err := os.ReadFile("../../.goreleaser.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, command := range append([]string{"completion"}, commandNames(t)...) {
		if page := "- man/verbatim-" + command + ".1.gz\n"; !bytes.Contains(release, []byte(page)) && command != "help" {
			t.Errorf(".goreleaser.yaml does not list %s", page)
		}
	}
}
