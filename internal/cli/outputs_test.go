package cli_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"verbatim/internal/cli"
)

// What a story has the program write is seen here, whether it runs in this process or in one of its own:
//
//	story ─ call, status, exec ─▶ observed ─ JSON ─▶ folder of the story ─ at its end ─▶ described (described_test.go)

// observed runs the program and keeps what JSON it writes, to standard output or into the folder work, in the folder
// kept: one file for each output, with the command above it.
func observed(ctx context.Context, args []string, s cli.Streams, work, kept string) (int, error) {
	before, err := filesIn(work)
	if err != nil {
		return 0, err
	}
	var out bytes.Buffer
	s.Out = io.MultiWriter(s.Out, &out)
	status := cli.Run(ctx, args, s)
	after, err := filesIn(work)
	err = errors.Join(err, keep(kept, args, out.Bytes()))
	for path, info := range after {
		if old := before[path]; old == nil || !os.SameFile(old, info) { // a file is replaced, never changed
			text, errRead := os.ReadFile(path)
			if errors.Is(errRead, fs.ErrNotExist) { // a temporary file of a process that runs beside this one
				continue
			}
			err = errors.Join(err, errRead, keep(kept, args, text))
		}
	}
	return status, err
}

// filesIn are the files in a folder and below, by their paths.
func filesIn(dir string) (map[string]fs.FileInfo, error) {
	files := map[string]fs.FileInfo{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if errors.Is(err, fs.ErrPermission) || errors.Is(err, fs.ErrNotExist) || err == nil && !d.Type().IsRegular() {
			return nil
		}
		if err != nil {
			return err
		}
		info, err := d.Info()
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		files[path] = info
		return err
	})
	return files, err
}

// keep writes an output into the folder, if it is JSON, packed or not.
func keep(dir string, args []string, output []byte) error {
	if unpacked, err := gzip.NewReader(bytes.NewReader(output)); err == nil {
		if text, err := io.ReadAll(unpacked); err == nil {
			output = text
		}
	}
	if !isJSON(output) {
		return nil
	}
	file, err := os.CreateTemp(dir, "*")
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(file, "%q\n%s", args, output)
	return errors.Join(err, file.Close())
}

// isJSON reports whether an output is JSON documents, at least by its name for itself.
func isJSON(output []byte) bool {
	text := bytes.TrimSpace(output)
	if !bytes.HasPrefix(text, []byte("{")) && !bytes.HasPrefix(text, []byte("[")) {
		return false
	}
	documents, err := documentsIn(text)
	return err == nil && len(documents) > 0 || bytes.Contains(text[:min(len(text), 100)], []byte(`"schema"`))
}

// documentsIn are the JSON values of a text. Numbers are as they are written.
func documentsIn(text []byte) (documents []any, err error) {
	in := json.NewDecoder(bytes.NewReader(text))
	in.UseNumber()
	for {
		var d any
		if err := in.Decode(&d); err == io.EOF {
			return documents, nil
		} else if err != nil {
			return documents, err
		}
		documents = append(documents, d)
	}
}
