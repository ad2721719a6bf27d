package survey

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"
)

// A question that is judged when it is selected is the same as one that is judged with all others, and so are those
// that an error names; nothing else than what is selected has to be judged.
func TestSelectedQuestions(t *testing.T) {
	files, _ := filepath.Glob("../../testdata/*.csv")
	unjudged := 0
	for _, file := range files {
		all, err := Open(context.Background(), []Input{File(file)}, Options{})
		if err != nil {
			continue // other tests say which files cannot be read
		}
		e, err := Open(context.Background(), []Input{File(file)}, Options{Selected: true})
		if err != nil {
			t.Fatal(err)
		}
		selectors := []string{"e", "no such question", "1", "1-2"}
		for i, q := range all.Questions {
			selectors = append(selectors, q.Select, q.Text, byNumber(q.Columns[:1]))
			if e.Questions[i].Kind == "" {
				unjudged++
			}
		}
		for _, s := range selectors {
			want, wantErr := all.Select(s)
			got, err := e.Select(s)
			if !reflect.DeepEqual(got, want) || !reflect.DeepEqual(err, wantErr) {
				t.Errorf("%s: %q: %+v, %v\nwant %+v, %v", file, s, got, err, want, wantErr)
			}
		}
		if got, want := e.OpenQuestions(), all.OpenQuestions(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s: open questions are %+v, want %+v", file, got, want)
		}
	}
	if unjudged == 0 {
		t.Error("all questions were judged at once")
	}
}
