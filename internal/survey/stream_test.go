package survey

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/text/encoding/unicode"

	"verbatim/internal/notice"
)

// headSize is what detection reads of a file at most, in bytes.
const headSize = 8 << 20

// note fills rows, so that few make a long file.
var note = strings.Repeat("blah ", 40)

// long writes a survey of about size bytes with cells over several lines, and
// gives its rows and the line where the last one begins.
func long(size int) (data []byte, rows, last int) {
	var b bytes.Buffer
	b.WriteString("id,What do you think?,note\r\n")
	line := 2
	for ; b.Len() < size; rows++ {
		last = line
		switch rows % 3 {
		case 0:
			fmt.Fprintf(&b, "%d,plain words number %d,%s\r\n", rows, rows*7, note)
			line++
		case 1:
			fmt.Fprintf(&b, "%d,\"with \"\"quotes\"\" and\nlines, number %d\",%s\r\n", rows, rows*7, note)
			line += 2
		default:
			fmt.Fprintf(&b, "%d,Zürich – %d,\"%s\"\r\n", rows, rows*7, note)
			line++
		}
	}
	return b.Bytes(), rows, last
}

func TestLongInputs(t *testing.T) {
	data, rows, last := long(headSize + headSize/8)
	var packed bytes.Buffer
	zip := gzip.NewWriter(&packed)
	if _, err := zip.Write(data); err != nil || zip.Close() != nil {
		t.Fatal(err)
	}
	wide, err := unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().Bytes(data)
	if err != nil {
		t.Fatal(err)
	}
	inputs := map[string][]byte{"packed": packed.Bytes(), "utf-16": wide}
	if os.Getenv("VERBATIM_FULL") != "" {
		inputs["plain"] = data
	}
	for name, bytes := range inputs {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, bytes, 0o600); err != nil {
			t.Fatal(err)
		}
		if name != "utf-16" {
			checkLong(t, name, File(path), rows, last, bytes)
		}
		if name != "packed" {
			checkLong(t, name+" stream", Stream("-", strings.NewReader(string(bytes))), rows, last, bytes)
		}
	}
}

// Detection reads no more than it says, whatever the encoding, but for a buffer.
func TestDetectionReadsTheHeadOnly(t *testing.T) {
	data, _, _ := long(3 * headSize)
	wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().Bytes(data)
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"utf-8": data, "utf-16": wide} {
		r := bytes.NewReader(data)
		if _, err := Open(context.Background(), []Input{Stream("-", r)}, Options{}); err != nil {
			t.Fatal(err)
		}
		if read := len(data) - r.Len(); read > headSize+128<<10 {
			t.Errorf("%s: %d bytes were read, want %d", name, read, headSize)
		}
	}
}

// checkLong reads an input to its end twice, where that is possible.
func checkLong(t *testing.T, name string, in Input, rows, last int, data []byte) {
	t.Helper()
	e, err := Open(context.Background(), []Input{in}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if e.Complete {
		t.Errorf("%s: detection read more than %d bytes", name, headSize)
	}
	if !in.Stream {
		got := responses(t, e, Query{Columns: []int{2}})
		final := got.Responses[len(got.Responses)-1]
		if got.Rows != rows || final.Line != last || len(final.Answers) != 1 {
			t.Errorf("%s: %d rows, the last %+v; want %d, line %d", name, got.Rows, final, rows, last)
		}
	}
	facts, err := e.Inspect(context.Background(), InspectOptions{})
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	if f := facts.Files[0]; f.Bytes != int64(len(data)) || f.SHA256 != hex.EncodeToString(sum[:]) || facts.Rows != rows || len(facts.Warnings) > 0 {
		t.Errorf("%s: %d bytes, %d rows, %v; want %d, %d", name, f.Bytes, facts.Rows, facts.Warnings, len(data), rows)
	}
	if !facts.Questions[1].DistinctCapped || facts.Questions[1].Kind != KindOpen {
		t.Errorf("%s: %+v", name, facts.Questions[1])
	}
	for _, err := range e.Blocks(context.Background(), Query{Columns: []int{2}}) {
		var fail *notice.InputError
		if in.Stream && !errors.As(err, &fail) || !in.Stream && err != nil {
			t.Errorf("%s, read again: %v", name, err)
		}
		break
	}
}

func TestAgainstEncodingCSV(t *testing.T) {
	data, _, _ := long(1 << 20)
	r := csv.NewReader(bytes.NewReader(data))
	want, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	e := openText(t, string(data), Options{})
	got := responses(t, e, Query{Columns: []int{2}})
	for i, r := range got.Responses {
		if r.Answers[0] != want[i+1][1] {
			t.Fatalf("row %d is %q, want %q", i, r.Answers[0], want[i+1][1])
		}
	}
}

func TestBlocksMayBeDecodedAnywhere(t *testing.T) {
	data, rows, _ := long(3 << 20)
	e := openText(t, string(data), Options{})
	q := Query{Columns: []int{2, 3}, Extra: []int{1}}
	want := responses(t, e, q)
	var batches []chan Batch
	for block, err := range e.Blocks(context.Background(), q) {
		if err != nil {
			t.Fatal(err)
		}
		done := make(chan Batch, 1)
		batches = append(batches, done)
		go func() {
			batch, err := new(Decoder).Decode(block)
			if err != nil {
				t.Error(err)
			}
			done <- batch
		}()
	}
	var got []Response
	for _, done := range batches {
		got = append(got, (<-done).Responses...)
	}
	if len(batches) < 4 || len(got) != rows || !reflect.DeepEqual(got, want.Responses) {
		t.Errorf("%d blocks gave %d responses, want %d, the same as one after the other", len(batches), len(got), rows)
	}
}

func TestStopping(t *testing.T) {
	data, _, _ := long(2 << 20)
	e := openText(t, string(data), Options{})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	blocks := 0
	for _, err := range e.Blocks(ctx, Query{Columns: []int{2}}) {
		if blocks++; blocks == 2 && !errors.Is(err, context.Canceled) {
			t.Errorf("after the context has ended: %v", err)
		}
		cancel()
	}
	if blocks != 2 {
		t.Errorf("%d blocks, want one and an error", blocks)
	}
	for range e.Blocks(context.Background(), Query{Columns: []int{2}}) {
		break // must not go on
	}
}

// endless gives the same rows again and again, n bytes of them.
type endless struct {
	text string
	left int
}

func (e *endless) Read(p []byte) (int, error) {
	if e.left <= 0 {
		return 0, io.EOF
	}
	n := min(copy(p, e.text), e.left)
	e.text = e.text[n:] + e.text[:n]
	e.left -= n
	return n, nil
}

func TestMemoryDoesNotGrowWithTheRows(t *testing.T) {
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("reads 64 MB: VERBATIM_FULL is not set")
	}
	text := strings.Repeat("17,some words that people wrote,3\n", 1000)
	e, err := Open(context.Background(), []Input{Stream("-", io.MultiReader(strings.NewReader("id,Why?,n\n"), &endless{text, 64 << 20}))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var most uint64
	blocks := 0
	for block, err := range e.Blocks(context.Background(), Query{Columns: []int{2}}) {
		if err != nil {
			t.Fatal(err)
		}
		if _, err := new(Decoder).Decode(block); err != nil {
			t.Fatal(err)
		}
		if blocks++; blocks%50 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if most > 60<<20 {
		t.Errorf("the heap grew to %d MB", most>>20)
	}
}

func TestQuotesThatAreNeverClosed(t *testing.T) {
	cases := []struct {
		name, text string
		rows       int
		lines      []int // of the warnings
		answers    string
	}{
		{"at the end", "id,Why?\n1,one\n2,\"two\n", 2, []int{3}, `["one" "\"two"]`},
		{"early, no other quote", "id,Why?\n1,\"one\n2,two\n3,three\n", 3, []int{2}, `["\"one" "two" "three"]`},
		{"early, before another", "id,Why?\n1,\"one\n2,\"two, indeed\"\n3,three\n", 3, []int{2}, `["\"one" "two, indeed" "three"]`},
		{"text after the closing one", "id,Why?\n1,\"one\" or so\n2,a \"second\" time\n", 2, nil, `["one or so" "a \"second\" time"]`},
		{"line ends inside", "id,Why?\n1,\"one\n\ntwo\"\n2,\"\"\"\"\n", 2, nil, `["one\n\ntwo" "\""]`},
	}
	for _, c := range cases {
		e := openText(t, c.text, Options{})
		got := responses(t, e, Query{Columns: []int{2}})
		var answers []string
		for _, r := range got.Responses {
			answers = append(answers, r.Answers...)
		}
		var lines []int
		for _, w := range got.Warnings {
			lines = append(lines, w.Line)
		}
		if got.Rows != c.rows || fmt.Sprint(lines) != fmt.Sprint(c.lines) || fmt.Sprintf("%q", answers) != c.answers {
			t.Errorf("%s: %d rows, %q, warnings %v", c.name, got.Rows, answers, got.Warnings)
		}
	}
}
