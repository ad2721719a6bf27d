package container

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"reflect"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// packed makes a zip archive of members, each a name and a text.
func packed(t *testing.T, members ...string) []byte {
	t.Helper()
	return packedAs(t, func(*zip.FileHeader) {}, members...)
}

// packedAs does so with headers that are changed.
func packedAs(t *testing.T, change func(*zip.FileHeader), members ...string) []byte {
	t.Helper()
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for i := 0; i < len(members); i += 2 {
		header := &zip.FileHeader{Name: members[i], Method: zip.Deflate}
		change(header)
		m, err := w.CreateHeader(header)
		if err == nil {
			_, err = io.WriteString(m, members[i+1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return archive.Bytes()
}

// gzipped packs a text.
func gzipped(t *testing.T, text string) string {
	t.Helper()
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	_, err := io.WriteString(w, text)
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return packed.String()
}

// read opens a container and gives its text, or the error and what can be chosen.
func read(data []byte, opt Options) string {
	table, err := opened(data, opt)
	if err == nil {
		text, e := io.ReadAll(table.Text)
		if err = errors.Join(e, table.Text.Close()); err == nil {
			return string(text)
		}
	}
	return strings.Join(append([]string{err.Error()}, choicesOf(err)...), "\n")
}

// choicesOf lists what an error lets choose, and what it says of that.
func choicesOf(err error) (all []string) {
	if choice, ok := errors.AsType[*notice.ChoiceError](err); ok {
		for _, c := range choice.Choices {
			all = append(all, strings.TrimSpace(c.Typed+" "+c.About))
		}
	}
	return all
}

// Which member of an archive is read.
func TestArchives(t *testing.T) {
	const table = "id,why\n1,trust\n"
	nested := func(members ...string) string { return string(packed(t, members...)) }
	deep := nested("3.zip", nested("2.zip", nested("1.zip", nested("a.csv", table))))
	for _, c := range []struct {
		members []string
		asked   string
		want    string // the text that is read, or the error
	}{
		{[]string{"a.csv", table}, "", table},
		{[]string{"answers", table}, "", table}, // the only file
		{[]string{"x/", "", "x/a.CSV", table, "x/photo.jpg", "JFIF"}, "", table},
		{[]string{"a.csv", table, "__MACOSX/._a.csv", "x", ".DS_Store", "x"}, "", table},
		{[]string{"a.csv", "no", "b.tsv", table}, "b.tsv", table},
		{[]string{"a.csv", table, "notes", "x"}, "notes", "x"},
		{[]string{"a.csv", table, "b.tsv", table}, "", "x: is an archive of several tables\n'x!a.csv'\n'x!b.tsv'"},
		{[]string{"a.csv", table}, "b.csv", "x: the archive has no such file\n'x!a.csv'"},
		{[]string{"a/", ""}, "", "x: is an archive with nothing in it"},
		{[]string{"a.csv", strings.Repeat("0", manyBytes+1)}, "", "x: unpacks to 64 MiB, over 300 times its size: that is no export"},
		{[]string{"rows.json", `[{"a":"x, y"},{"b":2}]`}, "", "0,a,b\n1,\"x, y\",\n1,,2\n"},
		{[]string{"rows.json", `[{"a":1}]`}, "rows.json!a", "x: what stands before !a is no zip archive or workbook"},
		{[]string{"a.csv", table}, "a.csv!b", "x: what stands before !b is no zip archive or workbook"},
		{[]string{"a.csv", "no", "a.csv!b", table}, "a.csv!b", table}, // a name with the sign in it
		{[]string{"a.csv", "old", "a.csv", table}, "", table},

		// Data goes before texts, texts before what is unknown; documents and pictures are nothing.
		{[]string{"README.txt", "x", "LICENCE", "x", "codebook.pdf", "x", "a.csv", table}, "", table},
		{[]string{"a.dat", table, "a.sps", "x", "plot.png", "x"}, "", table},
		{[]string{"a.txt", table, "b.txt", "x"}, "", "x: is an archive of several tables\n'x!a.txt'\n'x!b.txt'"},
		{[]string{"answers.2024", table, "page.html", "x"}, "", table},
		{[]string{"a.png", "x", "b.PDF", "x", "c.md", "x"}, "", "x: is an archive that holds no table of answers"},

		// What is packed twice.
		{[]string{"a.csv.gz", gzipped(t, table)}, "", table},
		{[]string{"rows.json.gz", gzipped(t, `[{"a":1}]`)}, "", "0,a\n1,1\n"},
		{[]string{"inner.zip", nested("a.csv", table)}, "", table},
		{[]string{"in/inner.zip", nested("a.csv", table, "b.csv", "x")}, "", "x: is an archive of several tables\n'x!in/inner.zip!a.csv'\n'x!in/inner.zip!b.csv'"},
		{[]string{"inner.zip", nested("a.csv", table, "b.csv", "x"), "c.csv", "x"}, "", "x: is an archive of several tables\n'x!inner.zip'\n'x!c.csv'"},
		{[]string{"inner.zip", nested("a.csv", table, "b.csv", "x"), "c.csv", "x"}, "inner.zip!a.csv", table},
		{[]string{"inner.zip", nested("a.csv", table)}, "inner.zip!d.csv", "x: the archive has no such file\n'x!inner.zip!a.csv'"},
		{[]string{"2.zip", nested("1.zip", nested("a.csv", table))}, "2.zip!1.zip!a.csv", table},
		{[]string{"4.zip", deep}, "", "x: holds archives within each other, more than 3"},
	} {
		if got := read(packed(t, c.members...), Options{Within: c.asked}); got != c.want {
			t.Errorf("%.60q: %.200q, want %q", c.members, got, c.want)
		}
	}
}

// What was passed over is told.
func TestPassedOver(t *testing.T) {
	table, err := opened(packed(t, "a.csv", "old", "notes.txt", "x", "a.csv", "new", "a.png", "x"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"read from the archive: a.csv", "the archive has this name more than once: the last one is read", "passed over in the archive, as no tables by their names: 2"}
	if !reflect.DeepEqual(table.Evidence, want) {
		t.Errorf("%q, want %q", table.Evidence, want)
	}
}

// Old packers write names in the code page of DOS, and say so by saying nothing.
func TestNamesOfMembers(t *testing.T) {
	for name, want := range map[string]string{"\x90t\x82.csv": "Été.csv", "Été.csv": "Été.csv", "plain.csv": "plain.csv"} {
		header := &zip.File{FileHeader: zip.FileHeader{Name: name}}
		if got := pathOf(header); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

// An archive that needs a password is refused before anything has to be chosen.
func TestEncryptedArchives(t *testing.T) {
	locked := func(only string) []byte {
		return packedAs(t, func(h *zip.FileHeader) {
			if strings.HasPrefix(h.Name, only) {
				h.Flags |= 1
			}
		}, "a.csv", "id,why\n", "b.csv", "id,why\n")
	}
	for _, c := range []struct{ only, asked, want string }{
		{"", "", "x: is an encrypted archive"},
		{"a", "", "x: is an archive of several tables\n'x!a.csv'\n'x!b.csv'"},
		{"a", "a.csv", "x: is an encrypted archive"},
		{"a", "b.csv", "id,why\n"},
	} {
		if got := read(locked(c.only), Options{Within: c.asked}); got != c.want {
			t.Errorf("%q: %q, want %q", c, got, c.want)
		}
	}
}

// On standard input nothing within can be named.
func TestStandardInputHasNoMembers(t *testing.T) {
	data := packed(t, "a.csv", "id\n", "b.csv", "id\n")
	_, err := Open(data, bytes.NewReader(data), nil, "-", Options{})
	usage, ok := errors.AsType[*notice.UsageError](err)
	if !ok || !strings.Contains(usage.Hint, "'export.zip!a.csv'") {
		t.Errorf("%v", err)
	}
}

// A file that gzip cannot unpack is told as such, whatever it holds.
func TestDamagedGzip(t *testing.T) {
	for _, text := range []string{"id,why\n" + strings.Repeat("1,trust\n2,time\n", 99), "[" + strings.Repeat(`{"a":1},`, 99) + `{"a":2}]`} {
		whole := gzipped(t, text)
		for _, name := range []string{"a.csv.gz", "a.json.gz"} {
			for _, damaged := range []string{whole[:len(whole)-9], whole[:5], whole[:len(whole)-8] + "\x00\x00" + whole[len(whole)-6:]} {
				if got := read(packed(t, name, damaged), Options{}); got != "x: is a damaged gzip file" {
					t.Errorf("%s: %.80q", name, got)
				}
			}
		}
	}
}
