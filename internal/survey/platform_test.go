package survey

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"verbatim/internal/value"
)

// Names of the platforms, as the interface spells them.
const (
	qualtrics      = "qualtrics"
	surveyMonkey   = "surveymonkey"
	googleForms    = "google-forms"
	microsoftForms = "microsoft-forms"
	limeSurvey     = "limesurvey"
	typeform       = "typeform"
	koboToolbox    = "kobotoolbox"
	odk            = "odk"
	redcap         = "redcap"
	alchemer       = "alchemer"
)

// postbox is a platform that nobody has: all that is known of it, in one file.
const postbox = `# Postbox, invented for this test.

[order]
05

[signs]
Slip No, Dropped at
1 {{*}} = placeholders of Postbox

[metadata]
Slip No, Dropped at

[metadata as written]
~*

[typed]
*:said

[missing]
-77

[unfinished]
window: torn

[test]
window: clerk, drill

[option]
OPTION:QUESTION
`

// A platform is added in one file.
func TestAPlatformInOneFile(t *testing.T) {
	files := fstest.MapFS{"platforms/postbox.txt": {Data: []byte(postbox)}}
	for _, name := range Platforms() {
		files["platforms/"+name+".txt"] = &fstest.MapFile{Data: []byte(platformText(platformFiles, name))}
	}
	opt := Options{catalogue: newCatalogue(files)}
	const head = "Slip No,Dropped at,Window,~weight,How many?,Maps:Which?,Books:Which?,Which:said\n"
	e := openText(t, head+table(20, "%d,2026-01-01,<east|torn|clerk|west>,0.5,<-77|3|4>,<Maps|>,<|Books|Books>,<the roof|a roof>"), opt)
	if got, want := shape(t, e), `postbox ',' 1 20 [1]meta [2]meta [3]meta [4]meta [5]number [6 7]multiple [8]open`; got != want {
		t.Errorf("got %s, want %s; %q", got, want, e.Evidence)
	}
	if q := e.Questions[4]; q.Answered != 13 {
		t.Errorf("%d of 13 answers", q.Answered)
	}
	in, err := e.Inspect(t.Context(), InspectOptions{})
	if err != nil || in.Unfinished != 5 || in.Tests != 5 {
		t.Errorf("%d unfinished, %d tests, %v", in.Unfinished, in.Tests, err)
	}
	if !slices.Contains(e.Evidence, "columns named Slip No, Dropped at") {
		t.Errorf("%q", e.Evidence)
	}
	if _, err := Open(t.Context(), []Input{Stream("-", strings.NewReader("a\n1\n"))}, Options{Platform: "postbox"}); err == nil {
		t.Error("a platform that is not known is taken")
	}
}

// mistake is what is wrong with the text of a platform's file; nil: nothing.
func mistake(read func() *platform) (wrong any) {
	defer func() { wrong = recover() }()
	read()
	return nil
}

// Each file says when it is tried, in two digits that no other has, what it is for, and has no
// mistake. What holds of any table comes last.
func TestPlatformFiles(t *testing.T) {
	names, tried := Platforms(), map[string]bool{}
	if names[0] != "qualtrics" || names[len(names)-1] != generic {
		t.Errorf("tried in the order %q", names)
	}
	for _, name := range names {
		file := "platforms/" + name + ".txt"
		text := platformText(platformFiles, name)
		_, order, _ := strings.Cut(text, "\n[order]\n")
		if order, _, _ = strings.Cut(order, "\n"); len(order) != 2 || strings.Trim(order, "0123456789") != "" || tried[order] {
			t.Errorf("%s: [order] is %q, not two digits that no other file has", file, order)
		}
		tried[order] = true
		if err := value.ReadSections(file, strings.NewReader(text), checkLine); err != nil {
			t.Error(err)
		}
		if wrong := mistake(func() *platform { return newPlatform(name, text, nil) }); wrong != nil {
			t.Error(wrong)
			continue
		}
		p := newPlatform(name, text, nil)
		recognised := p.signs != nil || p.twoInRow.Some() || p.firstColumn.Some() || p.labels.Some()
		if recognised == (p.name == generic) || !p.metadata.Some() {
			t.Errorf("platforms/%s.txt: recognised %v, metadata %v", p.name, recognised, p.metadata.Some())
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
		postbox:                                     "",
	} {
		wrong := mistake(func() *platform { return newPlatform("postbox", text, nil) })
		if got := fmt.Sprint(wrong); want == "" && wrong != nil || !strings.HasPrefix(got, want) && want != "" {
			t.Errorf("%q: got %s, want %q", text, got, want)
		}
	}
}

// The README beside the files explains every section and habit, and no others; its
// example is right.
func TestPlatformReadme(t *testing.T) {
	text, err := os.ReadFile("platforms/README.md")
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
	for _, name := range platformSections {
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
		t.Errorf("platforms/README.md explains %q; platformSections in platform.go lists %q", explained, known)
	}
	if wrong := mistake(func() *platform { return newPlatform("example", example.String(), nil) }); wrong != nil || example.Len() == 0 {
		t.Errorf("the example of platforms/README.md: %v\n%s", wrong, example.String())
	}
}
