package cli_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/testscript"
)

// The commands that the pages of verbatim help show do what the pages say:
// where one shows an output, it is this.
func TestTopics(t *testing.T) {
	pages, err := filepath.Glob("help/*.txt")
	if err != nil || len(pages) < 5 {
		t.Fatalf("%d pages: %v", len(pages), err)
	}
	ran := 0
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if utf8.RuneCountInString(line) > 81 && !strings.HasPrefix(line, "  ") {
				t.Errorf("%s: a line is longer than 80 characters: %s", page, line)
			}
		}
		story := topicStory(string(text))
		if story == "" {
			continue
		}
		ran++
		file := filepath.Join(t.TempDir(), strings.TrimSuffix(filepath.Base(page), ".txt")+".txtar")
		if err := os.WriteFile(file, []byte(story), 0o666); err != nil {
			t.Fatal(err)
		}
		stories(t, testscript.Params{Files: []string{file}})
	}
	if ran < 3 {
		t.Errorf("only %d pages show a command", ran)
	}
}

// The page on exit statuses lists the code of each warning.
func TestCodesAreListed(t *testing.T) {
	source, err := os.ReadFile("../notice/notice.go")
	if err != nil {
		t.Fatal(err)
	}
	page, err := os.ReadFile("help/status.txt")
	if err != nil {
		t.Fatal(err)
	}
	codes := regexp.MustCompile(`Code += "([a-z_]+)"`).FindAllSubmatch(source, -1)
	for _, code := range codes {
		if !strings.Contains(string(page), "\n    "+string(code[1])+" ") {
			t.Errorf("help/status.txt does not list %s", code[1])
		}
	}
	if len(codes) < 30 {
		t.Errorf("%d codes", len(codes))
	}
}

// topicStory makes a story of the sessions of a page: indented lines that begin
// with "    $ ", and below each what it prints.
func topicStory(page string) string {
	var commands, files strings.Builder
	for i, step := range strings.Split("\n"+page, "\n    $ ")[1:] {
		command, rest, _ := strings.Cut(step, "\n")
		commands.WriteString("call " + command + "\n")
		var output strings.Builder
		for line := range strings.Lines(rest) {
			if line != "\n" && !strings.HasPrefix(line, "    ") {
				break
			}
			output.WriteString(strings.TrimPrefix(line, "    "))
		}
		if text := strings.TrimSpace(output.String()); text != "" {
			name := "output-" + string(rune('a'+i))
			commands.WriteString("cmp stdout " + name + "\n")
			files.WriteString("-- " + name + " --\n" + text + "\n")
		}
	}
	return commands.String() + files.String()
}

// size is how large the parts are that GNU parallel cuts: the stories have small files.
var size = regexp.MustCompile(`--block \w+`)

// Each line for a shell that a page of verbatim help shows is run by a story: indented lines after a blank one, the first
// of which begins with a program. Sessions begin with a $, and run by themselves.
func TestTopicLines(t *testing.T) {
	program := regexp.MustCompile(`^    ((verbatim|parallel|duckdb|head|tail|ls|cat) |spark\.)`)
	stories, pages := texts(t, "../../testdata/script/*.txtar"), texts(t, "help/*.txt")
	lines := 0
	for name, page := range pages {
		for block := range strings.SplitSeq(page, "\n\n") {
			if !program.MatchString(block) {
				continue
			}
			for line := range strings.Lines(block) {
				lines++
				line = size.ReplaceAllString(strings.TrimSpace(line), "--block 2K")
				if !slices.ContainsFunc(slices.Collect(maps.Values(stories)), func(story string) bool {
					return strings.Contains(story, "\n"+line+"\n") || strings.Contains(story, "\ncall "+line+"\n")
				}) {
					t.Errorf("%s: no story runs the line %s", name, line)
				}
			}
		}
	}
	if lines < 8 {
		t.Errorf("the pages show %d lines", lines)
	}
}

// texts are the files that a pattern names.
func texts(t *testing.T, pattern string) map[string]string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(names), err)
	}
	found := map[string]string{}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found[name] = string(text)
	}
	return found
}
