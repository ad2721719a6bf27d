package cli_test

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/rogpeppe/go-internal/testscript"
)

// pack makes a zip archive of files: pack x.zip answers.csv
func pack(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: pack archive file...")
	}
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	for _, name := range args[1:] {
		member, err := w.Create(name)
		ts.Check(err)
		_, err = member.Write([]byte(ts.ReadFile(name)))
		ts.Check(err)
	}
	ts.Check(w.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), archive.Bytes(), 0o666))
}

// withMembers is what a run wrote, with the names and texts of the members in place of a zip archive. What is written
// after the archive is kept.
func withMembers(out string) string {
	out = withStreams(out)
	begin, end := strings.Index(out, "PK\x03\x04"), strings.LastIndex(out, "PK\x05\x06")
	if begin < 0 || end < begin {
		return out
	}
	const last = 22 // bytes of the record that ends an archive
	archive, after := out[begin:end+last], out[end+last:]
	r, err := zip.NewReader(strings.NewReader(archive), int64(len(archive)))
	if err != nil {
		return out
	}
	text := out[:begin]
	for _, m := range r.File {
		f, err := m.Open()
		if err != nil {
			return out
		}
		member, err := io.ReadAll(f)
		if err != nil {
			return out
		}
		text += m.Name + "\n" + m.Comment + string(m.Extra) + string(member) + "\n"
	}
	return text + r.Comment + after
}

// withStreams is a text that holds PDF files, with their streams unpacked and their strings readable.
func withStreams(out string) string {
	streams := regexp.MustCompile(`(?s)\nstream\n(.*?)\nendstream\n`)
	if !strings.Contains(out, "%PDF-") || !streams.MatchString(out) {
		return out
	}
	out = streams.ReplaceAllStringFunc(out, func(packed string) string {
		z, err := zlib.NewReader(strings.NewReader(streams.FindStringSubmatch(packed)[1]))
		if err != nil {
			return packed
		}
		content, err := io.ReadAll(z)
		if err != nil {
			return packed
		}
		return "\n" + string(content) + "\n"
	})
	var letters []string // by code, in the order of the fonts
	for _, row := range regexp.MustCompile(`(?m)^<..> <([0-9A-F]{4,8})>$`).FindAllStringSubmatch(out, -1) {
		letters = append(letters, ofUTF16(row[1]))
	}
	out = regexp.MustCompile(`/T(\d+) \S+ Tf <([0-9A-F]+)> Tj`).ReplaceAllStringFunc(out, func(shown string) string {
		var font, text = 0, ""
		var codes []byte
		_, _ = fmt.Sscanf(shown, "/T%d", &font)
		_, _ = fmt.Sscanf(shown[strings.IndexByte(shown, '<')+1:strings.IndexByte(shown, '>')], "%x", &codes)
		for _, code := range codes {
			text += letters[256*font+int(code)]
		}
		return text
	})
	return regexp.MustCompile(`<FEFF([0-9A-F]+)>`).ReplaceAllStringFunc(out, func(s string) string { return ofUTF16(s[5 : len(s)-1]) })
}

// ofUTF16 is the text of hexadecimal digits of UTF-16.
func ofUTF16(digits string) string {
	var units []uint16
	for digits := range slices.Chunk([]byte(digits), 4) {
		n, _ := strconv.ParseUint(string(digits), 16, 16)
		units = append(units, uint16(n))
	}
	return string(utf16.Decode(units))
}

// A word is found in a PDF, in its text and in its description.
func TestStreamsAreRead(t *testing.T) {
	t.Chdir(t.TempDir())
	writeFile(t, "a.csv", "id,What?\n"+strings.Repeat("1,wombats größer\n", 9))
	quietly(t, 0, fieldsOf("cloud a.csv -q 2 --lang en -o a.pdf"))
	data, err := os.ReadFile("a.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(data), "wombats") || strings.Count(withMembers(string(data)), "wombats") < 2 || !strings.Contains(withMembers(string(data)), "größer") {
		t.Errorf("%.3000q", withMembers(string(data)))
	}
}
