package licence

import (
	"bytes"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// noticeFile is how files are named that have to be passed on.
var noticeFile = regexp.MustCompile(`(?i)^(licen[cs]es?|copying|notice|apache-2\.0)([-.].*)?$`)

// elsewhere are notices that a module keeps under another name. Of the two licences of freetype one may be chosen.
var elsewhere = map[string][]string{"github.com/golang/freetype": {"licenses/ftl.txt"}}

// goName stands for what comes with Go itself.
const goName = "Go, its runtime and standard library"

// notices.txt is what the modules say that are linked today. UPDATE=1 writes it anew.
func TestNotices(t *testing.T) {
	fresh := collected(t)
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile("notices.txt", []byte(fresh), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if fresh == stored {
		return
	}
	t.Error("notices.txt is not what the linked modules say; UPDATE=1 go test ./internal/licence renews it")
	for part := range strings.SplitSeq(fresh, "\n"+nameMark) {
		if !strings.Contains(stored, part) {
			t.Errorf("new or changed: %.80q…", part)
		}
	}
}

// Each name is followed by the whole of its text.
func TestNoticesAreWhole(t *testing.T) {
	printed := Notices()
	for _, want := range []string{
		goName + "\n\nCopyright 2009 The Go Authors.", "golang.org/x/text\n\nCopyright 2009 The Go Authors.", "\ngolang.org/x/image\n\nCopyright",
		"SIL OPEN FONT LICENSE Version 1.1", "Bitstream Vera", "Behdad Esfahbod", "The FreeType Project LICENSE",
		"modifications, and in Source or Object form, provided that You", // the Apache licence
	} {
		if !strings.Contains(printed, want) {
			t.Errorf("the notices lack %q", want)
		}
	}
}

// collected is the text of notices.txt as it has to be today.
func collected(t *testing.T) string {
	t.Helper()
	names := map[string][]string{} // the names that a text belongs to
	for name, text := range noticesOf(t) {
		names[text] = append(names[text], name)
	}
	var blocks []string
	for text, of := range names {
		slices.Sort(of)
		blocks = append(blocks, nameMark+strings.Join(of, "\n"+nameMark)+"\n\n"+text+"\n")
	}
	slices.Sort(blocks)
	return strings.Join(blocks, "\n")
}

// noticesOf gives the notices of each module that is linked, by its path, and of what others have written in this one,
// by its folder.
func noticesOf(t *testing.T) map[string]string {
	t.Helper()
	root := strings.TrimSpace(run(t, "", "go", "env", "GOROOT"))
	notices := map[string]string{goName: textOf(t, filepath.Join(root, "LICENSE"))}
	for m, folders := range linked(t) {
		var files []string
		for _, folder := range folders {
			files = append(files, filesIn(t, folder)...)
		}
		for _, name := range elsewhere[m.path] {
			files = append(files, filepath.Join(m.dir, name))
		}
		if len(files) == 0 {
			t.Errorf("%s has no file with a licence", m.path)
		}
		notices[m.path] = textOf(t, files...)
	}
	for _, folder := range foldersBelow(t, "..") {
		if files := filesIn(t, folder); len(files) > 0 {
			notices["verbatim/internal"+filepath.ToSlash(strings.TrimPrefix(folder, ".."))] = textOf(t, files...)
		}
	}
	return notices
}

// A module is where its files lie.
type module struct{ path, dir string }

// linked gives the modules of others that are linked on some system, and for each the folders in which a notice may lie:
// that of each package and those above it, in order.
func linked(t *testing.T) map[module][]string {
	t.Helper()
	textOf(t, "../../go.mod") // go test notes what a test reads itself, and runs it again when that has changed
	found := map[module][]string{}
	for _, system := range []string{"linux", "windows", "darwin"} {
		list := run(t, system, "go", "list", "-deps", "-tags", "cjk", "-f", "{{with .Module}}{{.Path}}\t{{.Dir}}\t{{$.Dir}}{{end}}", "verbatim/cmd/verbatim")
		for line := range strings.Lines(list) {
			fields := strings.Split(strings.TrimSpace(line), "\t")
			m := module{fields[0], fields[1]}
			for dir := fields[2]; len(dir) >= len(m.dir) && m.path != "verbatim"; dir = filepath.Dir(dir) {
				found[m] = append(found[m], dir)
			}
		}
	}
	for m, folders := range found {
		slices.Sort(folders)
		found[m] = slices.Compact(folders)
	}
	return found
}

// filesIn lists the notices in a folder.
func filesIn(t *testing.T, folder string) (files []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if noticeFile.MatchString(e.Name()) && path.Ext(e.Name()) != ".go" && !e.IsDir() {
			files = append(files, filepath.Join(folder, e.Name()))
		}
	}
	return files
}

// foldersBelow lists a folder and those in it.
func foldersBelow(t *testing.T, top string) (folders []string) {
	t.Helper()
	err := filepath.WalkDir(top, func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() {
			folders = append(folders, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return folders
}

// run gives what a command prints, for a system.
func run(t *testing.T, system, program string, args ...string) string {
	t.Helper()
	var stderr bytes.Buffer
	c := exec.Command(program, args...)
	c.Env = append(os.Environ(), "GOOS="+system)
	c.Stderr = &stderr
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s %q: %v: %s", program, args, err, stderr.String())
	}
	return string(out)
}

// textOf reads notices, one below the other. Ends of lines and what is blank around a notice are the same everywhere.
func textOf(t *testing.T, files ...string) string {
	t.Helper()
	var texts []string
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, strings.Trim(strings.ReplaceAll(string(data), "\r\n", "\n"), "\n"))
	}
	text := strings.Join(texts, "\n\n")
	if strings.Contains("\n"+text, "\n"+nameMark) {
		t.Fatalf("%q have a line that begins with %q", files, nameMark)
	}
	return text
}
