package cli_test

import (
	"bytes"
	"fmt"
	"image"
	imagepng "image/png"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"verbatim/internal/cli"
)

// pages are the texts whose commands are run: the first shows four sessions at
// least, the second more.
var pages = []string{"../../README.md", "../../testdata/gallery.md"}

// console finds the blocks of a page that show a session; in each, a line
// that begins with "$ " is a command and the lines below it its output.
var console = regexp.MustCompile("(?s)```console\n(.*?)```")

// TestPages runs every command of the pages' sessions and compares what it
// prints with what the page shows. UPDATE=1 writes the outputs anew.
func TestPages(t *testing.T) {
	for _, page := range pages {
		t.Run(filepath.Base(page), func(t *testing.T) { runPage(t, page) })
	}
}

func runPage(t *testing.T, page string) {
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	shown := console.FindAllSubmatchIndex(text, -1)
	if len(shown) < 4 {
		t.Fatalf("%s shows %d sessions; are they gone?", page, len(shown))
	}
	update := os.Getenv("UPDATE") != ""
	story := filepath.Join(t.TempDir(), "page.txtar")
	var commands, files strings.Builder
	for n, at := range shown {
		for i, step := range strings.Split("\n"+string(text[at[2]:at[3]]), "\n$ ")[1:] {
			command, output, _ := strings.Cut(strings.TrimSuffix(step, "\n")+"\n", "\n")
			name := fmt.Sprintf("output-%d-%d", n, i)
			fmt.Fprintf(&commands, "call %s\ncmp stdout %s\n", command, name)
			fmt.Fprintf(&files, "-- %s --\n%s", name, output)
		}
	}
	if err := os.WriteFile(story, []byte(commands.String()+files.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	t.Run("sessions", func(t *testing.T) {
		stories(t, testscript.Params{Files: []string{story}, UpdateScripts: update})
	})
	if update && !t.Failed() {
		updatePage(t, page, text, story)
	}
}

// TestExamples runs the examples that the help of each command shows, in one folder, in the order of the commands. Those
// of the shell's own (completion) are not ours.
func TestExamples(t *testing.T) {
	var help bytes.Buffer
	var story strings.Builder
	story.WriteString("call verbatim tally testdata/partnerships.csv -o monday.json\ncall verbatim tally testdata/partnerships.csv -o tuesday.json\n" +
		"call verbatim tally 2023.csv -q 2 --decisions years.json -o 2023.json\ncall verbatim tally 2024.csv -q 2 --decisions years.json -o 2024.json\n")
	for _, command := range append([]string{""}, commandNames(t)...) {
		help.Reset()
		cli.Run(t.Context(), strings.Fields(command+" --help"), cli.Streams{Out: &help, Err: &help})
		_, examples, found := strings.Cut(help.String(), "Examples:\n")
		if !found {
			t.Errorf("%q has no example in its help", command)
		}
		for line := range strings.Lines(examples) {
			if !strings.HasPrefix(line, "  verbatim ") {
				break
			}
			story.WriteString("call" + line[1:])
		}
	}
	for year, answers := range map[string]string{"2023": "1,time\n2,quiet\n", "2024": "1,quiet\n2,tea and money\n"} {
		fmt.Fprintf(&story, "\n-- %s.csv --\nid,What helps?\n%s", year, strings.Repeat(answers, 20))
	}
	file := filepath.Join(t.TempDir(), "examples.txtar")
	if err := os.WriteFile(file, []byte(story.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	stories(t, testscript.Params{Files: []string{file}})
}

// commandNames lists the commands that the program's help lists, but for completion.
func commandNames(t *testing.T) (names []string) {
	t.Helper()
	var help bytes.Buffer
	cli.Run(t.Context(), []string{"--help"}, cli.Streams{Out: &help, Err: &help})
	_, list, _ := strings.Cut(help.String(), "\nCommands:\n")
	for line := range strings.Lines(list) {
		fields := strings.Fields(line)
		if len(fields) < 2 {
			break
		}
		if fields[0] != "completion" {
			names = append(names, fields[0])
		}
	}
	if len(names) < 5 {
		t.Fatalf("the help lists %q", names)
	}
	return names
}

// updatePage puts the outputs of the updated story into a page.
func updatePage(t *testing.T, page string, text []byte, story string) {
	t.Helper()
	updated, err := os.ReadFile(story)
	if err != nil {
		t.Fatal(err)
	}
	n := -1
	fresh := console.ReplaceAllFunc(text, func(block []byte) []byte {
		n++
		var out bytes.Buffer
		out.WriteString("```console\n")
		i := 0
		for line := range strings.Lines(string(block)) {
			if strings.HasPrefix(line, "$ ") {
				out.WriteString(line)
				out.WriteString(section(string(updated), fmt.Sprintf("output-%d-%d", n, i)))
				i++
			}
		}
		out.WriteString("```")
		return out.Bytes()
	})
	if err := os.WriteFile(page, fresh, 0o666); err != nil {
		t.Fatal(err)
	}
}

// section is the text of one file of a story.
func section(story, name string) string {
	_, text, _ := strings.Cut(story, "-- "+name+" --\n")
	if end := strings.Index(text, "-- output-"); end >= 0 {
		text = text[:end]
	}
	return text
}

// pictured finds the pictures of a page that one of its commands draws: NAME.png in testdata/pictures is what a command
// with "-o NAME.png" gives.
var pictured = regexp.MustCompile(`\]\((?:testdata/)?((?:pictures/)?([a-z-]+\.png))\)`)

// TestPagePictures compares the pages' pictures, pixel by pixel, with what their commands draw. UPDATE=1 draws them anew.
func TestPagePictures(t *testing.T) {
	seen := 0
	for _, page := range pages {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range pictured.FindAllSubmatch(text, -1) {
			seen++
			kept, name := "../../testdata/"+string(match[1]), string(match[2])
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				args := []string{"cloud", "testdata/partnerships.csv", "-o", name} // the first of all
				if strings.Contains(kept, "/pictures/") {
					args = commandFor(t, string(text), name)
				}
				samePicture(t, drawn(t, args, name), kept)
			})
		}
	}
	if seen < 7 {
		t.Fatalf("the pages show %d pictures; are they gone?", seen)
	}
}

// commandFor finds the command of a page that writes a file.
func commandFor(t *testing.T, page, name string) []string {
	t.Helper()
	for line := range strings.Lines(page) {
		if command, ok := strings.CutPrefix(line, "$ verbatim "); ok && strings.Contains(line, " -o "+name+" ") {
			return strings.Fields(strings.ReplaceAll(command, "'", "")) // what is quoted has no spaces
		}
	}
	t.Fatalf("no command of the page writes %s", name)
	return nil
}

// drawn runs a command of the README and returns where the file is that it writes.
func drawn(t *testing.T, args []string, name string) string {
	t.Helper()
	dir := t.TempDir()
	args = slices.Clone(args)
	for i, arg := range args {
		switch {
		case i > 0 && args[i-1] == "-o":
			args[i] = filepath.Join(dir, arg)
		case strings.HasPrefix(arg, "testdata/"):
			args[i] = "../../" + arg
		}
	}
	if status := run(t, args...); status != 0 {
		t.Fatalf("%q: exit status %d", args, status)
	}
	return filepath.Join(dir, name)
}

// samePicture compares two files pixel by pixel.
func samePicture(t *testing.T, fresh, kept string) {
	t.Helper()
	if os.Getenv("UPDATE") != "" {
		data, err := os.ReadFile(fresh)
		if err == nil {
			err = os.WriteFile(kept, data, 0o666)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if sameBytes(t, fresh, kept) {
		return
	}
	got, want := decode(t, fresh), decode(t, kept)
	if got.Bounds() != want.Bounds() {
		t.Fatalf("the picture is %v, the README's %v", got.Bounds(), want.Bounds())
	}
	for y := range got.Bounds().Dy() {
		for x := range got.Bounds().Dx() {
			if got.At(x, y) != want.At(x, y) {
				t.Fatalf("pixel %d,%d differs: %v, want %v; UPDATE=1 renews the README's picture", x, y, got.At(x, y), want.At(x, y))
			}
		}
	}
}

// sameBytes spares the look at every pixel, unless another version of Go has packed them.
func sameBytes(t *testing.T, a, b string) bool {
	t.Helper()
	one, err := os.ReadFile(a)
	if err != nil {
		t.Fatal(err)
	}
	other, err := os.ReadFile(b)
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Equal(one, other)
}

func decode(t *testing.T, path string) image.Image {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := imagepng.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return picture
}
