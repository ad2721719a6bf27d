package cli_test

import (
	"os"
	"path/filepath"
	"regexp"
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
