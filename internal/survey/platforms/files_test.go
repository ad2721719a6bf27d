package platforms

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/value"
)

// mistake is what is wrong with the text of a platform's file; nil: nothing.
func mistake(read func() *Platform) (wrong any) {
	defer func() { wrong = recover() }()
	read()
	return nil
}

// Each file says when it is tried, in two digits that no other has, what it is for, and has no
// mistake. What holds of any table comes last.
func TestPlatformFiles(t *testing.T) {
	names, tried := Names(), map[string]bool{}
	if names[0] != "qualtrics" || names[len(names)-1] != Generic {
		t.Errorf("tried in the order %q", names)
	}
	for _, name := range names {
		file := "platforms/" + name + ".txt"
		text := text(Files, name)
		_, order, _ := strings.Cut(text, "\n[order]\n")
		if order, _, _ = strings.Cut(order, "\n"); len(order) != 2 || strings.Trim(order, "0123456789") != "" || tried[order] {
			t.Errorf("%s: [order] is %q, not two digits that no other file has", file, order)
		}
		tried[order] = true
		if err := value.ReadSections(file, strings.NewReader(text), checkLine); err != nil {
			t.Error(err)
		}
		if wrong := mistake(func() *Platform { return newPlatform(name, text, nil) }); wrong != nil {
			t.Error(wrong)
			continue
		}
		p := newPlatform(name, text, nil)
		recognised := p.signs != nil || p.twoInRow.Some() || p.firstColumn.Some() || p.labels.Some()
		if recognised == (p.Name == Generic) || !p.Metadata.Some() {
			t.Errorf("platforms/%s.txt: recognised %v, metadata %v", p.Name, recognised, p.Metadata.Some())
		}
	}
}

// checkLine finds what the program would take for something else.
func checkLine(section, line string) error {
	switch section {
	case "unfinished", "test":
		if !strings.Contains(line, ": ") {
			return fmt.Errorf("no column with a colon before the values: %s", line)
		}
	case "tokens":
		for _, entry := range value.Entries(line) {
			token, character, _ := strings.Cut(entry, " ")
			if c, err := strconv.Unquote(`"` + character + `"`); token == "" || c == "" || err != nil {
				return fmt.Errorf("no token and character, as in {tab} \\t: %s", entry)
			}
		}
	}
	return nil
}

// What is wrong in a platform's file is named with its line.
func TestPlatformMistakes(t *testing.T) {
	for text, want := range map[string]string{
		"[signs]\nA, B\n\n[unfinishd]\nstate: torn": "platforms/postbox.txt:5: ",
		"[habits]\nother is typed, code befor text": "platforms/postbox.txt:2: \"code befor text\" in [habits]",
		"[other is typed]\nyes":                     "platforms/postbox.txt:2: ",
		"A, B":                                      "platforms/postbox.txt:1: ",
		"[signs\nA, B":                              "platforms/postbox.txt:1: ",
	} {
		wrong := mistake(func() *Platform { return newPlatform("postbox", text, nil) })
		if got := fmt.Sprint(wrong); !strings.HasPrefix(got, want) {
			t.Errorf("%q: got %s, want %q", text, got, want)
		}
	}
}

// The README beside the files explains every section and habit, and no others; its
// example is right.
func TestPlatformReadme(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var example strings.Builder
	var explained []string
	for line := range strings.Lines(string(text)) {
		if line, ok := strings.CutPrefix(line, "    "); ok {
			example.WriteString(line)
		}
		if name, ok := strings.CutPrefix(line, "| `"); ok {
			name, _, _ = strings.Cut(name, "`")
			explained = append(explained, name)
		}
	}
	var known []string
	for _, name := range sections {
		if habit, ok := strings.CutPrefix(name, "habits: "); ok {
			known = append(known, habit)
		} else {
			known = append(known, "["+name+"]")
		}
	}
	known = append(known, "[habits]")
	slices.Sort(known)
	slices.Sort(explained)
	if !slices.Equal(known, explained) {
		t.Errorf("platforms/README.md explains %q; sections in platform.go lists %q", explained, known)
	}
	if wrong := mistake(func() *Platform { return newPlatform("example", example.String(), nil) }); wrong != nil || example.Len() == 0 {
		t.Errorf("the example of platforms/README.md: %v\n%s", wrong, example.String())
	}
}
