package survey

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// Codes for no answer, NA as R writes it, rows below the answers and the long format are
// found, and said.
func TestWhatCellsMean(t *testing.T) {
	for _, test := range []struct {
		name, text string
		column     int // of the question whose answers are counted
		answered   int
		code       notice.Code
	}{
		{"codes among words", "id,Why?\n" + numberedRows("-99", "more time", "-99", "open doors", "-99", "the team", "-1", "less noise"), 2, 4, notice.MissingCode},
		{"a code that comes once", "id,Why?\n" + numberedRows("-99", "more time", "open doors", "the team"), 2, 3, notice.MissingCode},
		{"several, each once", "id,Why?\n" + numberedRows("-66", "more time", "-77", "open doors", "the team", "-93"), 2, 3, notice.MissingCode},
		{"codes that are not negative", "id,Why?\n" + numberedRows("more time", "98", "99", "open doors"), 2, 2, notice.MissingCode},
		{"a code with its label", "id,Why?\n" + numberedRows("more time", "-9 (not answered)", "99: no answer", "open doors"), 2, 2, notice.MissingCode},
		{"what programs write", "id,Why?\n" + numberedRows("more time", "SYSMIS", "(blank)", "open doors"), 2, 2, notice.MissingCode},
		{"a number that may be a code", "id,Why?\n" + numberedRows("99", "more time", "open doors", "the team", "less noise", "later hours"), 2, 6, notice.MissingCode},
		{"years", "id,When was it best?\n" + numberedRows("2005", "never", "999", "in 2010", "in May", "long ago", "2011", "at first", "1999", "2020"), 2, 10, ""},
		{"times and labels", "id,Why?\n" + numberedRows("3 (three) reasons", "99 red balloons", "open doors"), 2, 3, ""},
		{"a scale around zero", "id,How?\n" + numberedRows("-1", "0", "1", "-1", "2", "-2", "-1"), 2, 7, ""},
		{"R", "id,a,b,Why?\n" + numberedRows("NA,NA,more time", "3,NA,NA", "NA,m,open doors", "5,f,NA", "4,NA,NA"), 4, 2, notice.MissingCode},
		{"R, few columns", "id,age,Why?\n" + numberedRows("NA,more time", "30,NA", "NA,open doors", "41,NA", "28,less noise"), 3, 3, notice.MissingCode},
		{"R, by its quotes", "\"\",\"Why?\"\n\"1\",NA\n\"2\",\"more time\"\n\"3\",\"\"\n\"4\",\"open doors\"\n\"5\",\"the team\"\n\"6\",NA\n", 2, 3, notice.MissingCode},
		{"NA in quotes was typed", "\"id\",\"Why?\"\n\"a\",\"NA\"\n\"b\",\"more time\"\n\"c\",\"open doors\"\n\"d\",\"the team\"\n", 2, 4, ""},
		{"NA typed in two ways", "id,dogs,Why?\n" + numberedRows("NA,more time", "2,n/a", "3,NA", "1,the team"), 3, 4, ""},
		{"R with names of rows", "\"age\",\"Why?\"\n\"1\",20,\"more time\"\n\"2\",31,\"open doors\"\n\"3\",20,\"the team\"\n", 3, 3, ""},
		{"totals", "id,b,Why?\n" + numberedRows("3,more time", "4,open doors", "5,the team") + "Total,12,3 answers\n\nExported by me,,\n", 3, 3, notice.Footer},
		{"who says total", "id,b,Why?\n" + numberedRows("3,more time", "4,open doors", "5,Total"), 3, 3, ""},
		{"long format", "respondent,question,answer\n7,Why?,trust\n7,Where?,here\n8,Why?,time\n8,Where?,there\n9,Why?,luck\n9,Where?,home\n", 3, 6, notice.LongFormat},
		{"long format without a name for ids", "Wer,Frage,Antwort\n" + longRows(12, 3), 3, 35, notice.LongFormat},
		{"as many rows as each person likes, mixed", "Wer,question_id,Antwort\n" + unevenRows(true), 3, 66, notice.LongFormat},
		{"the rows of each person together", "Wer,Frage,Antwort\n" + strings.NewReplacer("0,Q", ",Q", "n1", "na", "n2", "nb").Replace(unevenRows(false)), 3, 66, notice.LongFormat},
		{"ids by their name", "visitor_id,item,Why?\n" + unevenRows(true), 3, 66, notice.LongFormat},
		{"an age and a field", "age,field,Why?\n" + unevenRows(true), 3, 66, ""},
		{"an age and a closed question", "age,question,Why?\n" + strings.NewReplacer("Q0", "yes", "Q1", "no", "Q2", "no").Replace(unevenRows(true)), 3, 66, ""},
		{"a product and an age", "age,item,Why?\n" + strings.ReplaceAll(longRows(12, 3), "n11,", "n10,"), 3, 35, ""},
	} {
		e := openText(t, test.text, Options{})
		warned := slices.ContainsFunc(e.Warnings, func(w notice.Warning) bool { return w.Code == test.code })
		if test.code == "" {
			warned = len(e.Warnings) == 0
		}
		if got := e.Questions[test.column-1].Answered; got != test.answered || !warned {
			t.Errorf("%s: %d answers, want %d, warnings %v", test.name, got, test.answered, e.Warnings)
		}
	}
}

// longRows writes an answer of each of some people to each of some questions, but for the last.
func longRows(people, questions int) string {
	var b strings.Builder
	for i := range people*questions - 1 {
		fmt.Fprintf(&b, "n%d,Q%d,more time %d\n", i%people, i/people, i)
	}
	return b.String()
}

// unevenRows writes 66 answers of 20 people, one to six of each. Mixed, those of one person stand apart.
func unevenRows(mixed bool) string {
	var rows []string
	for person := range 20 {
		for i := range 1 + person%6 {
			rows = append(rows, fmt.Sprintf("n%d0,Q%d,more time %d\n", person, i%3, len(rows)))
		}
	}
	if mixed {
		slices.SortFunc(rows, func(a, b string) int { return strings.Compare(a[strings.Index(a, "Q"):], b[strings.Index(b, "Q"):]) })
	}
	return strings.Join(rows, "")
}

// numberedRows writes rows with a number before each.
func numberedRows(rows ...string) string {
	var b strings.Builder
	for i, row := range rows {
		fmt.Fprintf(&b, "%d,%s\n", i+1, row)
	}
	return b.String()
}

// A question in the row of options is one of its own; the questions of a grid are not.
func TestFollowOn(t *testing.T) {
	const two = "Which days?,,,How is it?,\nMonday,Friday,Why these?,Is it clean?,Is it cheap?\nMonday,,quiet then,yes,no\n,Friday,the team meets,no,yes\nMonday,Friday,free parking,yes,yes\n"
	e := openText(t, two, Options{HeaderRows: 2})
	var got []string
	for _, q := range e.Questions {
		got = append(got, q.Text)
	}
	if !slices.Contains(got, "Why these?") || !slices.Contains(got, "How is it?") {
		t.Errorf("questions %q", got)
	}
}
