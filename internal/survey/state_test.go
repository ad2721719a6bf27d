package survey

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// Files of other questions are refused with the difference, be it two marks.
func TestFilesOfAnotherShape(t *testing.T) {
	const first = "id,Do you know C++?,Why?\n1,Yes,fun\n"
	cases := []struct{ second, want string }{
		{"id,Do you know C++?,Why?\n2,No,none\n", ""},
		{"id;\"do you know C++ ?\";Why\n2;No;none\n", ""},
		{"id,Do you know C#?,Why?\n2,No,none\n", `b: asks "Do you know C#?" in column 2 where a asks "Do you know C++?"`},
		{"id,Do you know C++?\n2,No\n", "b: has 2 columns where a has 3"},
		{"id,Why?,Do you know C++?\n2,none,No\n", ""},
		{"id,Why?,Do you know C#?\n2,none,No\n", `b: asks "Why?" in column 2 where a asks "Do you know C++?"`},
		{"id,Why?,Why?\n2,none,No\n", `b: asks "Why?" in column 2 where a asks "Do you know C++?"`},
	}
	for _, c := range cases {
		_, err := Open(context.Background(), []Input{Stream("a", strings.NewReader(first)), Stream("b", strings.NewReader(c.second))}, Options{})
		var input *notice.InputError
		switch {
		case err == nil && c.want == "":
		case !errors.As(err, &input) || err.Error() != c.want:
			t.Errorf("%q: %v, want %s", c.second, err, c.want)
		}
	}
}

// Columns in another order are matched by their headers, in short, long and damaged rows too.
func TestColumnsInAnotherOrder(t *testing.T) {
	const first, second = "id,region,Why?\n1,North,fun\n", "Why ?;id;region\nluck;2;South\nchance;3\n\xfftime;4;East;more\n;;\n"
	e, err := Open(context.Background(), []Input{Stream("a", strings.NewReader(first)), Stream("b", strings.NewReader(second))}, Options{Encoding: "utf-8"})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	var codes []notice.Code
	var d Decoder
	for block, err := range e.Blocks(context.Background(), Query{Columns: []int{3}, Extra: []int{1, 2}}) {
		if err != nil {
			t.Fatal(err)
		}
		batch, err := d.Decode(block)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range batch.Responses {
			got = append(got, strings.Join(append(r.Extra, r.Answers...), "/"))
		}
		for _, w := range batch.Warnings {
			codes = append(codes, w.Code)
		}
	}
	if want := []string{"1/North/fun", "2/South/luck", "3//chance", "4/East/\ufffdtime"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if want := []notice.Code{notice.BadBytes, notice.SurplusCells}; !slices.Equal(codes, want) {
		t.Errorf("warnings about rows: %v, want %v", codes, want)
	}
	if !slices.ContainsFunc(e.Warnings, func(w notice.Warning) bool { return w.Code == notice.ColumnOrder && w.File == "b" }) {
		t.Errorf("warnings %v", e.Warnings)
	}
}

// Each platform says in its own way that a response is no finished one.
func TestStates(t *testing.T) {
	const qualtricsHead = "StartDate,EndDate,Status,Progress,Finished,DistributionChannel,ResponseId,Q1\n"
	const q = "2026-01-01 10:00,2026-01-01 10:05,"
	cases := []struct {
		name, text        string
		unfinished, tests int
	}{
		{"words", qualtricsHead + q + "IP Address,100,True,anonymous,R_1,a\n" + q + "Survey Preview,100,True,preview,R_2,b\n" + q + "IP Address,40,False,anonymous,R_3,c\n", 1, 1},
		{"numbers", qualtricsHead + q + "0,100,1,anonymous,R_1,a\n" + q + "1,100,1,anonymous,R_2,b\n" + q + "0,40,0,anonymous,R_3,c\n", 1, 1},
		{"channel", qualtricsHead + q + "0,100,1,test,R_1,a\n", 0, 1},
		{"vv", "Response ID\tDate submitted\tLast page\tWhy?\nid\tsubmitdate\tlastpage\tQ2\n1\t2026-01-01 10:00\t2\ta\n2\t{question_not_shown}\t1\tb\n3\t\t1\tc\n4\t2026-01-01 10:00\t2\ta\n", 2, 0},
		{"typeform", "#,Why?,Response Type,Submit Date (UTC),Network ID\na1,x,completed,2026-01-01 10:00,n\na2,y,partial,,n\na3,y,started,,n\n", 2, 0},
		{"alchemer", "Response ID,Time Started,Date Submitted,Status,Why?\n1,2026-01-01 10:00,2026-01-01 10:05,Complete,a\n2,2026-01-01 10:00,2026-01-01 10:05,Partial,b\n3,2026-01-01 10:00,2026-01-01 10:05,Disqualified,c\n", 2, 0},
		{"redcap", "record_id,redcap_event_name,why,form_complete\n1,a,b,2\n2,a,c,0\n", 1, 0},
		{"odk", "SubmissionDate,why,KEY,ReviewState\n2026-01-01T10:00:00Z,a,uuid:1,rejected\n2026-01-01T10:00:00Z,b,uuid:2,approved\n", 0, 1},
		{"kobo", "why;_uuid;_submission_time;_validation_status\na;u1;2026-01-01T10:00:00;Not approved\nb;u2;2026-01-01T10:00:00;\n", 0, 1},
	}
	for _, c := range cases {
		in, err := openText(t, c.text, Options{}).Inspect(context.Background(), InspectOptions{})
		if err != nil || in.Unfinished != c.unfinished || in.Tests != c.tests {
			t.Errorf("%s: %d unfinished, %d tests, want %d, %d; %v", c.name, in.Unfinished, in.Tests, c.unfinished, c.tests, err)
		}
	}
}
