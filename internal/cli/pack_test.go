package cli_test

import (
	"archive/zip"
	"bytes"
	"os"

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
