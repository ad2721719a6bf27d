package survey

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/value"
)

// rows writes n rows; %d is the number of the row, and each choice "a|b|c" of
// the format one of its parts.
func table(n int, format string) string {
	var b strings.Builder
	for i := range n {
		row := strings.ReplaceAll(format, "%d", fmt.Sprint(i))
		for k := 0; ; k++ {
			start, rest, ok := strings.Cut(row, "<")
			if !ok {
				break
			}
			choice, end, _ := strings.Cut(rest, ">")
			parts := strings.Split(choice, "|")
			row = start + parts[(i*(k+1)+k)%len(parts)] + end
		}
		b.WriteString(row + "\n")
	}
	return b.String()
}

// shapes are small exports that are easily misread.
var shapes = []struct {
	name, text string
	opt        Options
	want       string // platform, delimiter, header rows, rows; columns and kind of each question
}{
	{"decoy commas under tabs", "id\tOne, two, or three\tWhy, or why not?\n" + table(30, "%d\ta, b, c\tfor %d, mostly"),
		Options{}, `generic '\t' 1 30 [1]meta [2]single [3]open`},
	{"a line for Excel", "sep=;\nid;Why?\n" + table(30, "%d;for %d, mostly"),
		Options{}, `generic ';' 1 30 [1]meta [2]open`},
	{"one column", "What, if anything?\n" + table(30, "a thing, number %d"),
		Options{Delimiter: ';'}, `generic ';' 1 30 [1]open`},
	{"NA for every blank", "id,score,Why?\n" + table(60, "%d,<NA|3|5>,<NA|NA|my reason is %d>"),
		Options{}, `generic ',' 1 60 [1]meta [2]number [3]open`},
	{"most said no", "id,Anything else?\n" + table(60, "%d,<no|nope|none|no|my own long reason is %d>"),
		Options{}, `generic ',' 1 60 [1]meta [2]open`},
	{"index without a name", ",Which?,Why?\n" + table(20, "%d,<a|b>,reason number %d"),
		Options{}, `generic ',' 1 20 [1]meta [2]single [3]open`},
	{"comments after each question", "id,Speed,Comments,Cost,Comments\n" + table(20, "%d,<good|bad>,it is %d,<good|bad>,it was %d"),
		Options{}, `generic ',' 1 20 [1]meta [2]single [3]open [4]single [5]open`},
	{"one question twice for two groups", "id,Why?,Group,Why?\n" + table(20, "%d,<reason %d|>,<a|b>,<|reason %d>"),
		Options{}, `generic ',' 1 20 [1]meta [2 4]open [3]single`},
	{"codes over questions", "Q1,Q2,Q3\nDo you?,\"Why, then?\",Where from?\n" + table(20, "<yes|no>,reason number %d,place %d"),
		Options{}, `generic ',' 2 20 [1]single [2]open [3]open`},
	{"codes that number different questions", "Q2_1,Q2_2,Q3\nDo you smoke?,Are you married?,Why?\n" + table(20, "<Yes|No>,<No|Yes|Yes>,reason number %d"),
		Options{}, `generic ',' 2 20 [1]single [2]single [3]open`},
	{"what Text iQ makes of answers, over two header rows", "StartDate,RecordedDate,ResponseId,Q1,Q3_1,Q3_2,Q1 - Topics,Q1 - Parent Topics,Q1 - Sentiment,Q1 - Sentiment Score\n" +
		"Start,End,Id,Why?,Pick - A,Pick - B,Why? - Topics,Why? - Parent Topics,Why? - Sentiment,Why? - Sentiment Score\n" +
		table(20, "2026-01-01 10:00:00,2026-01-01 10:00:00,R_%d,reason number %d,<A|>,<|B|B>,<Staff|Price>,<Staff|Price>,<Positive|Negative>,<1|-1>"),
		Options{}, `qualtrics ',' 2 20 [1]meta [2]meta [3]meta [4]open [5 6]multiple [7]meta [8]meta [9]meta [10]meta`},
	{"tags under the header", "_id,_uuid,_submission_time,why\n#id,#meta+uuid,#date,#why\n" + table(20, "%d,ab%d-cd,2026-01-01T10:00:00,reason number %d"),
		Options{}, `kobotoolbox ',' 2 20 [1]meta [2]meta [3]meta [4]open`},
	{"labels of REDCap", "Record ID,What colours? (choice=Red),What colours? (choice=Green),Why?,Complete?\n" +
		table(20, "%d,<Checked|Unchecked>,<Unchecked|Checked|Checked>,reason number %d,Complete"),
		Options{}, `redcap ',' 1 20 [1]meta [2 3]multiple [4]open [5]meta`},
	{"a blank second header row", "Respondent ID,Collector ID,Why?\n,,\n" + table(20, "%d,7,reason number %d"),
		Options{}, `surveymonkey ',' 2 20 [1]meta [2]meta [3]open`},
	{"the same answers, one with a semicolon", "id,Why?\n" + table(60, "%d,<more light|less noise; perhaps|longer hours|tea>"),
		Options{}, `generic ',' 1 60 [1]meta [2]single`},
	{"codes and texts of LimeSurvey", "id. Response ID,submitdate. Date submitted,lastpage. Last page,startlanguage. Start language,Q3[SQ001]. Which? [Bus],Q3[SQ002]. Which? [Train],Q4. Why?\n" +
		table(20, "%d,2026-01-01 10:00:00,3,en,<Yes|No>,<No|Yes|Yes>,reason number %d"),
		Options{}, `limesurvey ',' 1 20 [1]meta [2]meta [3]meta [4]meta [5 6]multiple [7]open`},
	{"options after colons", "id,lang::Python,lang::C#,lang::Go,Why?\n" + table(20, "%d,<Python|>,<|C#|C#>,<Go||>,reason number %d"),
		Options{}, `generic ',' 1 20 [1]meta [2 3 4]multiple [5]open`},
	{"codes of boxes that were not selected", "id,q04_01,q04_02,q04_03,q05\n" + table(20, "%d,<Not selected|Father>,<Mother|Not selected|Mother>,<Not selected|Other|Other|Not selected>,<reason|cause|ground> number %d"),
		Options{}, `generic ',' 1 20 [1]meta [2 3 4]multiple [5]open`},
	{"three boxes to type into", "Respondent ID,Collector ID,Name three tools,,\n,,1.,2.,3.\n" + table(20, "%d,7,<tool|app> %d,<bit %d|a bit more %d|>,<|can %d||pot %d>"),
		Options{}, `surveymonkey ',' 2 20 [1]meta [2]meta [3 4 5]open`},
	{"a grid is no box", "id,Rate [Speed],Rate [Cost],Rate [Help]\n" + table(20, "%d,<Good|Fair|Bad>,<Fair|Bad|Good>,<Bad|Good|Fair>"),
		Options{}, `generic ',' 1 20 [1]meta [2]single [3]single [4]single`},
	{"a single choice with commas", "id,How often?,Why?\n" + table(40, "%d,\"<Yes, often|Yes, at times|No, never>\",reason number %d"),
		Options{}, `generic ',' 1 40 [1]meta [2]single [3]open`},
	{"ranges are no numbers", "id,How many?,Why?\n" + table(40, "%d,\"<1 - 10|10 - 100|100 - 1,000|1,000 - 10,000>\",reason number %d"),
		Options{}, `generic ',' 1 40 [1]meta [2]single [3]open`},
	{"asked for generic", "Respondent ID,Collector ID,Why?\n,,Open-Ended Response\n" + table(20, "%d,7,reason number %d"),
		Options{Platform: "generic", HeaderRows: 1}, `generic ',' 1 21 [1]meta [2]meta [3]open`},
	{"what was not shown in VV files", "Response ID\tDate submitted\tLast page\tWhy?\nid\tsubmitdate\tlastpage\tQ2\n" + table(12, "%d\t<2026-01-01 10:00|{question_not_shown}>\t2\tbecause{newline}of %d"),
		Options{}, `limesurvey '\t' 2 12 [1]meta [2]meta [3]meta [4]open`},
	{"others of two questions", "id,Which?,Other (please specify),How?,Other (please specify)\n" + table(20, "%d,<A|B>,<a thing %d||>,<C|D>,<||the thing %d>"),
		Options{}, `generic ',' 1 20 [1]meta [2]single [3]open [4]single [5]open`},
	{"a row that names boxes", "Which?,,,,Why?\nBus,Train,Car,Boat,\n" + table(20, "<Bus|>,<|Train|>,<Car|>,<|Boat|>,reason %d"),
		Options{}, `generic ',' 2 20 [1 2 3 4]multiple [5]open`},
	{"blank names between others", "id,Which?,,,Why?\n" + table(20, "%d,<Apple|>,<|Pear|>,<||Plum>,reason %d"),
		Options{}, `generic ',' 1 20 [1]meta [2 3 4]multiple [5]open`},
	{"text over several lines", "id,Why?\r\n" + strings.ReplaceAll(table(20, "%d,\"first\nsecond %d\""), "\"\n", "\"\r\n"),
		Options{}, `generic ',' 1 20 [1]meta [2]open`},
}

func TestShapes(t *testing.T) {
	for _, c := range shapes {
		t.Run(c.name, func(t *testing.T) {
			e := openText(t, c.text, c.opt)
			if got := shape(t, e); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// shape sums up an export in one line.
func shape(t *testing.T, e *Export) string {
	t.Helper()
	in, err := e.Inspect(context.Background(), InspectOptions{})
	if err != nil {
		t.Fatal(err)
	}
	checkQuestions(t, e, in.Questions)
	out := fmt.Sprintf("%s %q %d %d", in.Platform, rune(in.Delimiter), in.HeaderRows, in.Rows)
	for _, q := range in.Questions {
		out += fmt.Sprint(" ", q.Columns, q.Kind)
	}
	return out
}

// A mark for a missing answer is told, and what a blank name belongs to.
func TestEvidenceOfMissing(t *testing.T) {
	e := openText(t, "StartDate,EndDate,Progress,ResponseId,Q1,Q2,\n"+
		table(12, "2026-01-01 10:00,2026-01-01 10:05,100,R_%d,<-99|1|2>,<-99|fine words %d|so %d>,<x|y|z> %d"), Options{})
	want := `"-99" stands for no answer in 2 columns, as qualtrics writes it`
	if got := e.Evidence[len(e.Evidence)-1]; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if q := e.Questions[6]; q.Text != "Q2 - Column7" || e.Questions[5].Answered != 8 {
		t.Errorf("%q, %d answers", q.Text, e.Questions[5].Answered)
	}
}

func TestOptionsAreChecked(t *testing.T) {
	for _, opt := range []Options{{Platform: "excel"}, {Encoding: "latin-9"}, {Delimiter: '"'}, {Delimiter: '→'}, {HeaderRows: -1}} {
		if _, err := Open(context.Background(), []Input{Stream("-", strings.NewReader("a\n1\n"))}, opt); err == nil {
			t.Errorf("%+v is not refused", opt)
		}
	}
}

func TestEncodingIsReadAsAskedFor(t *testing.T) {
	e := openText(t, "id,Why?\n1,caf\x8e\n", Options{Encoding: "macintosh"})
	if got := responses(t, e, Query{Columns: []int{2}}).Responses[0].Answers[0]; got != "café" {
		t.Errorf("got %q", got)
	}
}

// What is asked for is done, even where the file says otherwise.
func TestEncodingAgainstTheMark(t *testing.T) {
	for named, warnings := range map[string]int{"utf-16le": 1, "utf-16be": 0, "": 0} {
		e := openText(t, "\xfe\xff\x00i\x00d\x00,\x00W\x00\n\x001\x00,\x00a\x00\n", Options{Encoding: named})
		if len(e.Warnings) != warnings || warnings > 0 && !strings.Contains(e.Warnings[0].Message, "utf-16be") {
			t.Errorf("%q: %v", named, e.Warnings)
		}
	}
}

func TestPlainText(t *testing.T) {
	cases := []struct{ text, want string }{
		{"What <strong>exactly</strong><br/>do&nbsp;you mean?", "What exactly do you mean?"},
		{"How is our *mission* and _plan_ [here](https://example.org/a_b)?", "How is our mission and plan here?"},
		{"  two\r\n li\u200bnes \ufeff", "two lines"},
		{"2 < 3 and 5 > 4, a_b_c * 2", "2 < 3 and 5 > 4, a_b_c * 2"},
		{"file_name.csv *", "file_name.csv *"},
		{"__version__", "__version__"},
		{"the __version__ of it", "the version of it"},
	}
	for _, c := range cases {
		if got := value.PlainText(c.text); got != c.want {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestForms(t *testing.T) {
	for _, s := range []string{"0", "-3", "1,234.5", "12 %", "$40,000", "1.5e+12", "3,5"} {
		if !value.IsNumber(s) {
			t.Errorf("%q is no number", s)
		}
	}
	for _, s := range []string{"", "-", "1.2.3", "1,2,3", "10-49", "v2", "3 of 4", "2026-01-01"} {
		if value.IsNumber(s) {
			t.Errorf("%q is a number", s)
		}
	}
	for _, s := range []string{"2026-03-01", "3/1/26 9:05:00", "2026/09/27 3:00:00 PM GMT+3", "03.05.2026 14:22:11", "Mar 3, 2026",
		"2026-03-01T10:05:00.000+01:00", "14:05", "3 March 2026 at 10:15"[:12]} {
		if !value.IsDate(s) {
			t.Errorf("%q is no date", s)
		}
	}
	for _, s := range []string{"1.16.0", "0.19", "10 - 100", "30-44", "age 30", "Tuesday", "12345", "555-1234"} {
		if value.IsDate(s) {
			t.Errorf("%q is a date", s)
		}
	}
}

// A header is proven over one respondent, over nobody, and where the questions
// are single words like the codes above them.
func TestHeadersOfQualtrics(t *testing.T) {
	const ids = "StartDate,RecordedDate,ResponseId,Q1\n"
	const texts = "Anfangsdatum,Datum,Antwort,Why?\n"
	const importIDs = "{'ImportId': 'startDate'},{'ImportId': 'recordedDate'},{'ImportId': '_recordId'},{'ImportId': 'QID1-TEXT'}\n"
	const one = "2026-01-01 10:00:00,2026-01-01 10:05:00,R_1,because I did\n"
	for _, c := range []struct {
		text       string
		rows, data int
	}{
		{ids + texts, 2, 0}, {ids + texts + one, 2, 1}, {ids + texts + importIDs, 3, 0}, {ids + texts + importIDs + one, 3, 1},
		{"notes\n" + ids + texts + importIDs + one, 3, 1}, {"notes,,,\n" + ids + texts + importIDs + one, 3, 1}, {ids + one, 1, 1},
	} {
		e := openText(t, c.text, Options{})
		q := e.Questions[3]
		text := "Why?"
		if c.rows == 1 {
			text = "Q1"
		}
		if e.HeaderRows != c.rows || e.found.respondents != c.data || e.Platform != qualtrics || q.ID != "Q1" || q.Text != text {
			t.Errorf("%q: %d header rows, %d respondents, %q %q", c.text, e.HeaderRows, e.found.respondents, q.ID, q.Text)
		}
	}
}
