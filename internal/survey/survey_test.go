package survey

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/kind"
	"verbatim/internal/notice"
)

// openText opens an export given as text.
func openText(t *testing.T, text string, opt Options) *Export {
	t.Helper()
	e, err := Open(context.Background(), []Input{Stream("-", strings.NewReader(text))}, opt)
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// responses reads the answers of some columns.
func responses(t *testing.T, e *Export, q Query) (total Batch) {
	t.Helper()
	for block, err := range e.Blocks(context.Background(), q) {
		if err != nil {
			t.Fatal(err)
		}
		batch, err := new(Decoder).Decode(block)
		if err != nil {
			t.Fatal(err)
		}
		total.Rows += batch.Rows
		total.BlankRows += batch.BlankRows
		total.Responses = append(total.Responses, batch.Responses...)
		total.LeftOut += batch.LeftOut
		total.Unfinished += batch.Unfinished
		total.Tests += batch.Tests
		total.Warnings = append(total.Warnings, batch.Warnings...)
	}
	if total.Rows != total.BlankRows+len(total.Responses)+total.LeftOut {
		t.Errorf("%d rows, but %d blank ones and %d responses", total.Rows, total.BlankRows, len(total.Responses))
	}
	return total
}

func TestDecodeKeepsLinesAndAnswers(t *testing.T) {
	const text = "id,first,second,note\r\n" +
		"1,alpha,beta,x\r\n" +
		"2,\"two\nlines\",,y\r\n" +
		"\r\n" +
		"3,,,z\r\n" +
		",,,\r\n" +
		"4, gamma ,\"say \"\"delta\"\"\",w,surplus\r\n" +
		"5,epsilon\r\n" +
		"\r\n\r\n"
	e := openText(t, text, Options{})
	got := responses(t, e, Query{Columns: []int{2, 3}, Extra: []int{1}})
	want := []Response{
		{File: "-", Line: 2, Answers: []string{"alpha", "beta"}, Extra: []string{"1"}},
		{File: "-", Line: 3, Answers: []string{"two\nlines"}, Extra: []string{"2"}},
		{File: "-", Line: 6, Answers: nil, Extra: []string{"3"}},
		{File: "-", Line: 8, Answers: []string{"gamma", `say "delta"`}, Extra: []string{"4"}},
		{File: "-", Line: 9, Answers: []string{"epsilon"}, Extra: []string{"5"}},
	}
	if got.Rows != 7 || got.BlankRows != 2 || len(got.Responses) != len(want) {
		t.Fatalf("%d rows, %d blank, %d responses", got.Rows, got.BlankRows, len(got.Responses))
	}
	for i, r := range got.Responses {
		w := want[i]
		if r.Line != w.Line || !slices.Equal(r.Answers, w.Answers) || !slices.Equal(r.Extra, w.Extra) {
			t.Errorf("response %d is %+v, want %+v", i, r, w)
		}
	}
	if len(got.Warnings) != 1 || got.Warnings[0].Line != 8 {
		t.Errorf("warnings %v, want one about line 8", got.Warnings)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	cases := []struct{ path, what string }{
		{filepath.Join(dir, "none.csv"), "no such file"},
		{dir, "is a directory"},
		{write("empty.csv", ""), "is empty"},
		{write("bom.csv", "\xef\xbb\xbf"), "is empty"},
		{write("blank.csv", " \n\r\n\t\n"), "is empty"},
		{write("delimiters.csv", ",,\n,,\n"), "is empty"},
		{write("told.csv", "sep=;\n"), "is empty"},
		{write("picture.csv", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "is a PNG picture, not text"},
		{write("noise.csv", strings.Repeat("\x00\x01\x02a", 50)), "is not text"},
		{write("book.csv", "PK\x03\x04 and so on"), "is a damaged zip archive or workbook"},
	}
	for _, c := range cases {
		_, err := Open(context.Background(), []Input{File(c.path)}, Options{})
		var input *notice.InputError
		if !errors.As(err, &input) || input.What != c.what || input.Name != c.path {
			t.Errorf("%s: %v, want %q", filepath.Base(c.path), err, c.what)
		}
	}
}

func TestHeaderOnlyCanBeInspected(t *testing.T) {
	e := openText(t, "id,What do you think?\n", Options{})
	in, err := e.Inspect(context.Background(), InspectOptions{})
	if err != nil || in.Rows != 0 || len(in.Questions) != 2 {
		t.Fatalf("%+v, %v", in, err)
	}
	blank := openText(t, "id,What do you think?\n1,\n2,\n", Options{})
	var empty *notice.NothingError
	if _, err := blank.Select(); !errors.As(err, &empty) {
		t.Errorf("Select gives %v, want a NothingError", err)
	}
	if _, err := e.Select(); !errors.As(err, &empty) {
		t.Errorf("Select gives %v, want a NothingError", err)
	}
}

// workshop is an invented survey of 50 people with one open question.
func workshop() string {
	regions := []string{"north", "south", "east", "west"}
	sectors := []string{"government", "business", "charity"}
	roles := []string{"director", "manager", "adviser", "analyst", "clerk", "engineer", "lawyer", "planner", "trainer", "auditor"}
	answers := []string{"time", "money", "good tools", "clear goals", "a quiet room", "people who listen", "trust", "coffee",
		"planning", "early feedback", "small teams", "leadership", "Humour helps more than rules.", "patience", "data",
		"shared values", "honest talk", "rest", "the right people", "practice", "respect", "curiosity", "focus",
		"room to fail", "luck", "a common language", "fair pay", "training", "mentors", "music", "fresh air", "simple forms",
		"fewer meetings", "deadlines", "friends", "a plan B", "maps", "order", "calm", "energy"}
	var b strings.Builder
	b.WriteString("id,region,sector,role,What is needed most?\n")
	for i := range 50 {
		b.WriteString(strings.Join([]string{string(rune('0'+i/10)) + string(rune('0'+i%10)), regions[i%4], sectors[i%3],
			roles[i*7%10], answers[i*3%len(answers)]}, ","))
		b.WriteByte('\n')
	}
	return b.String()
}

func TestOnlyOpenQuestion(t *testing.T) {
	e := openText(t, workshop(), Options{})
	q, err := e.Select()
	if err != nil || q.Text != "What is needed most?" || q.Answered != 50 || !slices.Equal(q.Columns, []int{5}) {
		t.Errorf("%+v, %v", q, err)
	}
	for i, want := range []Kind{kind.Meta, KindSingle, KindSingle, KindSingle, KindOpen} {
		if got := e.Questions[i].Kind; got != want {
			t.Errorf("%s is %s, want %s", e.Questions[i].Text, got, want)
		}
	}
}

func TestSelect(t *testing.T) {
	const text = "id,Tool #1:Which tools?,Tool #2:Which tools?,Q5_1,Q5_2,Which days?,Which hours?,7\n" +
		"1,awl,bit,x,y,Monday,noon,3\n2,clamp,drill,x,,Monday,noon,3\n3,edge,file,x,y,Sunday,noon,3\n4,gauge,hammer,x,y,Sunday,noon,3\n"
	e := openText(t, text, Options{})
	cases := []struct {
		selectors []string
		columns   []int
	}{
		{[]string{"Which tools?"}, []int{2, 3}},
		{[]string{"Tool #1:Which tools?"}, []int{2}},
		{[]string{"tools"}, []int{2, 3}},
		{[]string{"tool"}, []int{2, 3}},
		{[]string{"DAYS"}, []int{6}},
		{[]string{"7"}, []int{8}},
		{[]string{":7"}, []int{7}},
		{[]string{"2-4"}, []int{2, 3, 4}},
		{[]string{"Q5_*"}, []int{4, 5}},
		{[]string{"hours", "Which days?", "6"}, []int{6, 7}},
	}
	for _, c := range cases {
		q, err := e.Select(c.selectors...)
		if err != nil || !slices.Equal(q.Columns, c.columns) {
			t.Errorf("%q gives %v, %v, want %v", c.selectors, q.Columns, err, c.columns)
		}
	}
	for selector, several := range map[string]bool{"which": true, "Which tolls?": false, "12": false, ":0": false, "zebra*": false} {
		_, err := e.Select(selector)
		var fail *SelectError
		if !errors.As(err, &fail) || fail.Several != several {
			t.Errorf("%q gives %v", selector, err)
		}
	}
	var fail *SelectError
	if _, err := e.Select("Which tolls?"); !errors.As(err, &fail) || len(fail.Candidates) == 0 || fail.Candidates[0].Text != "Which tools?" {
		t.Errorf("no near match in %+v", fail)
	}
	for _, q := range e.Questions {
		if got, err := e.Select(q.Select); err != nil || !slices.Equal(got.Columns, q.Columns) {
			t.Errorf("%q picks %v, %v, want %v", q.Select, got.Columns, err, q.Columns)
		}
	}
}

// A code over the first column of a question picks all of them.
func TestSelectByCodeOverFirstColumn(t *testing.T) {
	text := ",q1,,q2\n,Which?,,Why?\nRespondent ID,Apple,Pear,Open-Ended Response\n" + table(12, "%d,<Apple|>,<|Pear|Pear>,reason %d")
	e := openText(t, text, Options{})
	if q, err := e.Select("q1"); err != nil || !slices.Equal(q.Columns, []int{2, 3}) || q.Select != "q1" {
		t.Errorf("%+v, %v", q, err)
	}
	e = openText(t, "StartDate,EndDate,RecordedDate,ResponseId,Q1_1,Q1_2\nA,B,C,D,Which? - Apple,Which? - Pear\n"+
		table(12, "2026-01-01 10:00:00,2026-01-01 10:00:00,2026-01-01 10:00:00,R_%d,<Apple|>,<|Pear|Pear>"), Options{})
	if q, err := e.Select("Q1_1"); err != nil || !slices.Equal(q.Columns, []int{5}) {
		t.Errorf("%+v, %v", q, err)
	}
}
