package cli_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"strings"

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
