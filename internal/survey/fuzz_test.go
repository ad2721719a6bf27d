package survey

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"verbatim/internal/notice"
)

// anyOptions makes options of the bits of a byte; 0: everything is detected.
func anyOptions(bits byte) (opt Options) {
	if n := int(bits & 3); n > 0 {
		opt.HeaderRows = n
	}
	opt.Delimiter = [...]rune{0, ';', '\t', ' '}[bits>>2&3]
	opt.Encoding = append([]string{"", "", ""}, Encodings()...)[bits>>4&7]
	if bits&0x80 != 0 {
		opt.Platform = limeSurvey // it has the most rules for cells
	}
	return opt
}

func FuzzOpen(f *testing.F) {
	files, err := filepath.Glob(filepath.Join(exportsDir, "*"))
	if err != nil || len(files) == 0 {
		f.Fatal("no samples", err)
	}
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data, byte(0))
		f.Add(data[:len(data)/2], byte(0))
		f.Add(append(data[:len(data)/3:len(data)/3], data[len(data)/2:]...), byte(0x5a))
	}
	f.Fuzz(func(t *testing.T, data []byte, dialect byte) {
		if len(data) > 1<<14 {
			return
		}
		in := []Input{Stream("-", bytes.NewReader(data))}
		e, err := Open(context.Background(), in, anyOptions(dialect))
		if err != nil {
			var fail *notice.InputError
			var usage *notice.UsageError
			var choice *notice.ChoiceError
			if !errors.As(err, &fail) && !errors.As(err, &usage) && !errors.As(err, &choice) {
				t.Fatalf("%v is no error of an input or a flag", err)
			}
			return
		}
		facts, err := e.Inspect(context.Background(), InspectOptions{Samples: 1})
		if err != nil {
			t.Fatal(err)
		}
		checkQuestions(t, e, facts.Questions)
		for _, q := range facts.Questions {
			got := responses(t, e, Query{Columns: q.Columns})
			if got.Rows != facts.Rows || got.BlankRows != facts.BlankRows {
				t.Errorf("%v: %d rows, %d of them blank; inspect found %d and %d", q.Columns, got.Rows, got.BlankRows, facts.Rows, facts.BlankRows)
			}
			answered := 0
			for _, r := range got.Responses {
				if len(r.Answers) > 0 {
					answered++
				}
			}
			if answered != q.Answered {
				t.Errorf("%v: %d answered, inspect found %d", q.Columns, answered, q.Answered)
			}
		}
	})
}
