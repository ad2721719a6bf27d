package survey

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/kind"
	"verbatim/internal/survey/platforms"
)

// exportsDir holds one invented export of each shape, true to the byte.
const exportsDir = "../../testdata/exports"

// exportFacts are what the samples were written to hold: 24 respondents each.
var exportFacts = []struct {
	file, platform, encoding string
	bom                      bool
	delimiter                rune
	headerRows, columns      int
	unfinished, tests        int
	opens                    int
	questions                []fact
}{
	{"qualtrics.csv", qualtrics, "utf-8", false, ',', 3, 25, 2, 1, 4, []fact{
		open(23, 19), multiple(22, 20), open(2, 21), open(24, 22, 23, 24), open(22, 25)}},
	{"qualtrics-two-header-rows.csv", qualtrics, "utf-8", true, ',', 2, 25, 2, 1, 4, []fact{open(23, 19), multiple(22, 20), open(24, 22, 23, 24)}},
	{"qualtrics-legacy.csv", qualtrics, "utf-8", true, ',', 2, 20, 1, 0, 1, []fact{open(24, 12), multiple(24, 13, 14, 15, 16), {[]int{20}, kind.Empty, 0}}},
	{"surveymonkey-expanded.csv", surveyMonkey, "utf-8", true, ',', 2, 19, 0, 0, 2, []fact{multiple(24, 11, 12, 13, 14), open(2, 15), open(19, 16), {[]int{17}, KindSingle, 24}}},
	{"surveymonkey-condensed.csv", surveyMonkey, "utf-8", false, ',', 2, 7, 0, 0, 1, []fact{multiple(24, 6), open(24, 7)}},
	{"google-forms.csv", googleForms, "utf-8", false, ',', 1, 8, 0, 0, 2, []fact{multiple(24, 4), open(24, 7), open(18, 8), {[]int{2}, kind.Meta, 24}}},
	{"microsoft-forms.csv", microsoftForms, "utf-8", true, ';', 1, 9, 0, 0, 1, []fact{multiple(24, 7), open(24, 8), multiple(24, 9)}},
	{"limesurvey.csv", limeSurvey, "utf-8", true, ';', 1, 12, 2, 0, 3, []fact{open(23, 7), multiple(22, 8, 9, 10), open(2, 11), open(14, 12)}},
	{"limesurvey-vv.tsv", limeSurvey, "utf-8", false, '\t', 2, 7, 1, 0, 2, []fact{open(24, 6), open(16, 7)}},
	{"typeform.csv", typeform, "utf-8", false, ',', 1, 15, 1, 0, 2, []fact{multiple(24, 3, 4, 5, 6), open(1, 7), open(23, 8), {[]int{1}, kind.Meta, 24}}},
	{"kobotoolbox.csv", koboToolbox, "utf-8", false, ';', 1, 18, 0, 0, 1, []fact{multiple(22, 4), multiple(22, 5, 6, 7), open(24, 8), {[]int{10}, kind.Meta, 24}}},
	{"odk-central.csv", odk, "utf-8", false, ',', 1, 15, 0, 1, 1, []fact{multiple(24, 3), open(24, 4), {[]int{6}, kind.Meta, 24}}},
	{"redcap.csv", redcap, "utf-8", false, ',', 1, 12, 1, 0, 1, []fact{multiple(24, 8, 9, 10), open(24, 11), {[]int{12}, kind.Meta, 24}}},
	{"alchemer.csv", alchemer, "utf-8", false, ',', 1, 27, 3, 0, 3, []fact{multiple(24, 19, 20, 21, 22), open(1, 23), open(24, 24, 25, 26), open(23, 27)}},
	{"generic-windows-1252.csv", platforms.Generic, "windows-1252", false, ';', 1, 3, 0, 0, 1, []fact{open(24, 3)}},
	{"generic-utf-16.txt", platforms.Generic, "utf-16le", true, '\t', 1, 3, 0, 0, 1, []fact{open(24, 3)}},
	{"generic-macintosh.csv", platforms.Generic, "macintosh", false, ';', 1, 3, 0, 0, 1, []fact{open(24, 3)}},
}

// The facts of an export are the same as a workbook: these were saved by LibreOffice from the files of the same names.
func TestExportsAsWorkbooks(t *testing.T) {
	n := 0
	for _, want := range exportFacts {
		workbook := filepath.Join(exportsDir, strings.TrimSuffix(want.file, ".csv")+".xlsx")
		if _, err := os.Stat(workbook); err != nil {
			continue
		}
		n++
		t.Run(want.file, func(t *testing.T) {
			e, in := inspectFile(t, workbook)
			got := fmt.Sprint(in.Platform, in.Container, in.Encoding, in.Delimiter, in.HeaderRows, in.Columns, in.Rows, in.BlankRows, in.Unfinished, in.Tests)
			if w := fmt.Sprint(want.platform, "xlsx", "utf-8", Delimiter(0), want.headerRows, want.columns, 24, 0, want.unfinished, want.tests); got != w {
				t.Errorf("got %s\nwant %s", got, w)
			}
			checkFacts(t, e, in.Questions, want.questions, want.opens)
		})
	}
	if n != 6 {
		t.Errorf("%d workbooks", n)
	}
}

// Variable labels are questions, value labels make a choice, and values that the file sets aside are no answers: saved by
// R's haven from google-forms.csv, with 9 in one cell for "Do not know".
func TestExportAsSPSS(t *testing.T) {
	e, in := inspectFile(t, filepath.Join(exportsDir, "google-forms.sav"))
	if got := fmt.Sprint(in.Platform, in.Container, in.Encoding, in.HeaderRows, in.Columns, in.Rows); got != fmt.Sprint("generic", "sav", "utf-8", 2, 8, 24) {
		t.Errorf("got %s", got)
	}
	checkFacts(t, e, in.Questions, []fact{{[]int{3}, KindSingle, 24}, multiple(24, 4), {[]int{5}, KindSingle, 23}, open(24, 7), open(18, 8)}, 2)
	if q := in.Questions[2]; q.ID != "visits" || q.Text != "How often do you visit the library?" {
		t.Errorf("%q: %q", q.ID, q.Text)
	}
}

func TestExports(t *testing.T) {
	for _, want := range exportFacts {
		t.Run(want.file, func(t *testing.T) {
			e, in := inspectFile(t, filepath.Join(exportsDir, want.file))
			got := fmt.Sprint(in.Platform, in.Encoding, in.BOM, rune(in.Delimiter), in.HeaderRows, in.Columns, in.Rows, in.BlankRows, in.Unfinished, in.Tests)
			if w := fmt.Sprint(want.platform, want.encoding, want.bom, want.delimiter, want.headerRows, want.columns, 24, 0, want.unfinished, want.tests); got != w {
				t.Errorf("got %s\nwant %s", got, w)
			}
			checkQuestions(t, e, in.Questions)
			checkFacts(t, e, in.Questions, want.questions, want.opens)
		})
	}
}

// inspectFile opens and inspects a file.
func inspectFile(t *testing.T, path string) (*Export, *Inspection) {
	t.Helper()
	e, err := Open(context.Background(), []Input{File(path)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	in, err := e.Inspect(context.Background(), InspectOptions{})
	if err != nil {
		t.Fatal(err)
	}
	return e, in
}

// answersOf reads what respondents answered to the question a selector picks.
func answersOf(t *testing.T, file, selector string) []Response {
	t.Helper()
	e, err := Open(context.Background(), []Input{File(filepath.Join(exportsDir, file))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	q, err := e.Select(selector)
	if err != nil {
		t.Fatal(err)
	}
	return responses(t, e, Query{Columns: q.Columns}).Responses
}

func TestBoxesSayTheirOption(t *testing.T) {
	cases := []struct{ file, selector, want string }{
		{"qualtrics-legacy.csv", "Which shelves do you visit?", "[Poetry Comics]"}, // cells say 1
		{"surveymonkey-expanded.csv", "Which shelves do you visit? (tick all that apply)", "[Poetry Comics]"},
		{"limesurvey.csv", "Q3", "[SQ003]"}, // cells say Y
		{"redcap.csv", "shelves", "[3]"},    // cells say 0 and 1
		{"kobotoolbox.csv", "visit/shelves", "[poetry]"},
		{"alchemer.csv", "Which shelves do you visit?", "[Poetry Comics]"},
	}
	for _, c := range cases {
		if got := fmt.Sprint(answersOf(t, c.file, c.selector)[1].Answers); got != c.want {
			t.Errorf("%s: the second respondent ticked %s, want %s", c.file, got, c.want)
		}
	}
}

func TestLimeSurveyTellsWhatWasShown(t *testing.T) {
	for _, file := range []string{"limesurvey.csv", "limesurvey-vv.tsv"} {
		e, facts := inspectFile(t, filepath.Join(exportsDir, file))
		asked, err := e.Select("Q4")
		at := slices.IndexFunc(facts.Questions, func(q Question) bool { return slices.Equal(q.Columns, asked.Columns) })
		if err != nil || at < 0 {
			t.Fatal(asked, err)
		}
		q := facts.Questions[at]
		hidden, skipped := q.NotShown, facts.Respondents-q.Answered-q.NotShown
		if file == "limesurvey.csv" && (hidden != 9 || skipped != 1) || file == "limesurvey-vv.tsv" && (hidden != 8 || skipped != 0) {
			t.Errorf("%s: %d were not shown the question, %d left it out", file, hidden, skipped)
		}
	}
}

func TestOptionsWithSeparatorInside(t *testing.T) {
	e, _ := inspectFile(t, filepath.Join(exportsDir, "google-forms.csv"))
	q, err := e.Select("Which shelves do you visit?")
	if err != nil || q.Separator != ", " {
		t.Fatal(q, err)
	}
	options, _ := q.Options()
	got := fmt.Sprintf("%q", options.Split("Crime, History, local and general, Poetry (old, new), sheet music"))
	if want := `["Crime" "History, local and general" "Poetry (old, new)" "sheet music"]`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestFinishedOnly(t *testing.T) {
	e, in := inspectFile(t, filepath.Join(exportsDir, "qualtrics.csv"))
	all := responses(t, e, Query{Columns: []int{19}})
	some := responses(t, e, Query{Columns: []int{19}, FinishedOnly: true})
	if len(all.Responses) != 24 || len(some.Responses) != 21 || some.LeftOut != 3 || some.Tests != in.Tests || some.Unfinished != in.Unfinished {
		t.Errorf("%d responses, %d of them finished, %d left out", len(all.Responses), len(some.Responses), some.LeftOut)
	}
}

func TestManyFilesOfOneShape(t *testing.T) {
	path := filepath.Join(exportsDir, "redcap.csv")
	e, err := Open(context.Background(), []Input{File(path), File(path)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	in, err := e.Inspect(context.Background(), InspectOptions{Samples: 3})
	if err != nil || in.Rows != 48 || len(in.Files) != 2 || in.Files[0].SHA256 != in.Files[1].SHA256 {
		t.Errorf("%+v, %v", in.Files, err)
	}
	data, err := os.ReadFile(path)
	if err != nil || in.Files[0].Bytes != int64(len(data)) {
		t.Errorf("%d bytes, want %d, %v", in.Files[0].Bytes, len(data), err)
	}
	_, err = Open(context.Background(), []Input{File(path), File(filepath.Join(exportsDir, "typeform.csv"))}, Options{})
	if want := filepath.Join(exportsDir, "typeform.csv") + ": has 15 columns where " + path + " has 12"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}
