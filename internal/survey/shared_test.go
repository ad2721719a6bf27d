package survey

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"verbatim/internal/kind"
	"verbatim/internal/survey/platforms"
)

// sharedDir is where the real exports are: VERBATIM_SURVEYS, or beside the
// project. They are never copied into it.
func sharedDir() string {
	if dir := os.Getenv("VERBATIM_SURVEYS"); dir != "" {
		return dir
	}
	return filepath.Join("..", "..", "..", "shared", "surveys")
}

// fact is what is known of one question of a shared export.
type fact struct {
	columns  []int
	kind     Kind
	answered int
}

func open(answered int, columns ...int) fact { return fact{columns, KindOpen, answered} }

func multiple(answered int, columns ...int) fact { return fact{columns, KindMultiple, answered} }

func from(first, last int) (columns []int) {
	for c := first; c <= last; c++ {
		columns = append(columns, c)
	}
	return columns
}

// sharedFacts were checked by eye against the files.
var sharedFacts = []struct {
	file, platform, encoding string
	bom                      bool
	delimiter                rune
	headerRows, columns      int
	rows, blankRows          int
	warnings                 int
	opens                    int // questions of kind open; -1: more than the listed ones may be
	questions                []fact
}{
	{"starwars-2014.csv", surveyMonkey, "utf-8", false, ',', 2, 38, 1186, 0, 1, 0, []fact{multiple(835, from(4, 9)...)}},
	{"thanksgiving-2015.csv", surveyMonkey, "utf-8", false, ',', 1, 65, 1058, 0, 1, 7, []fact{
		open(35, 4), open(51, 6), open(36, 8), open(25, 10), open(111, 26), open(71, 39), open(134, 51),
		multiple(964, from(12, 25)...), multiple(964, from(27, 38)...), multiple(964, from(40, 50)...)}},
	{"pollsters-2016.tsv", surveyMonkey, "macintosh", false, '\t', 2, 36, 20, 0, 0, -1, []fact{
		open(5, 2), open(11, 3), open(4, 5), open(8, 6), open(8, 7), open(11, 9), open(9, 11), open(14, 13), open(12, 15), open(10, 17),
		open(9, 18), open(11, 19), open(10, 20), open(7, 22), open(5, 24), open(13, 25), open(5, 31), open(7, 36)}},
	{"notebook-ux-2015.csv", alchemer, "utf-8", false, ',', 1, 37, 1706, 0, 0, 12, []fact{
		open(764, 5), open(689, 7, 8, 9), open(80, 11), open(688, 12, 13, 14), open(554, 15, 16, 17), open(580, 18, 19, 20), open(513, 21, 22, 23),
		open(548, 24, 25, 26), open(326, 27, 28, 29), multiple(748, 30), open(67, 31), open(741, 32), open(661, 34, 35, 36)}},
	{"learning-r-2019-es.csv", googleForms, "utf-8", false, ',', 1, 52, 338, 0, 0, 3, []fact{open(285, 23), open(258, 24), open(261, 48), multiple(330, 20)}},
	{"spack-2022.csv", googleForms, "utf-8", true, ',', 1, 58, 182, 0, 0, 8, []fact{
		open(12, 7), open(46, 41), open(135, 52), open(115, 53), open(132, 54), open(109, 55), open(55, 56), open(74, 57), multiple(182, 18), {[]int{58}, kind.Empty, 0}}},
	{"stacks-governance-2020.csv", platforms.Generic, "utf-8", false, ',', 1, 53, 69, 0, 0, 10, []fact{
		open(45, 16), open(55, 17), open(55, 20), open(46, 30), open(41, 33), open(40, 34), open(49, 35), open(42, 46), open(34, 47), open(40, 48),
		multiple(64, 15, 51), {[]int{2, 50}, KindSingle, 56}, {[]int{53}, kind.Meta, 69}}},
	{"explanations-2018.csv", limeSurvey, "windows-1252", false, ',', 1, 112, 107, 0, 0, -1, []fact{
		open(36, 88), open(90, 92), open(92, 94, 96, 98), open(85, 100, 102, 104), multiple(107, from(10, 18)...)}},
	{"dlr-software-2018.csv", platforms.Generic, "utf-8", false, ',', 1, 40, 773, 0, 0, 0, []fact{
		{[]int{1}, kind.Meta, 773}, multiple(612, 9), multiple(612, 19), multiple(535, 39), {[]int{5}, KindSingle, 722}}},
	{"strimzi-2022.csv", surveyMonkey, "utf-8", true, ',', 2, 30, 41, 0, 0, 3, []fact{open(23, 28), open(20, 29), open(17, 30), multiple(41, from(2, 10)...)}},
	{"ospo-2024.csv", surveyMonkey, "utf-8", true, ',', 3, 1072, 910, 688, 0, -1, []fact{open(28, 181), open(32, 182), open(40, 26), open(15, 56),
		{from(139, 146), KindSingle, 222}, {from(147, 152), KindSingle, 222}, {from(153, 157), KindSingle, 222}, {from(168, 170), KindSingle, 100}}},
	{"carpentries-longterm-2017.csv", platforms.Generic, "utf-8", false, ',', 1, 75, 476, 0, 0, 7, []fact{
		open(44, 3), open(39, 16), open(29, 40), open(32, 49), open(50, 66), multiple(459, from(4, 15)...)}},
	{"redcap-checkboxes.csv", redcap, "utf-8", false, ',', 1, 13, 4, 0, 0, 1, []fact{
		open(3, 12), multiple(2, 3, 4, 5, 6), multiple(2, 7, 8, 9, 10, 11), {[]int{13}, kind.Meta, 4}}},
}

func TestSharedExports(t *testing.T) {
	for _, want := range sharedFacts {
		t.Run(want.file, func(t *testing.T) {
			path := filepath.Join(sharedDir(), want.file)
			if _, err := os.Stat(path); err != nil {
				t.Skipf("%s is not here", path)
			}
			e, in := inspectFile(t, path)
			got := fmt.Sprint(in.Platform, in.Encoding, in.BOM, rune(in.Delimiter), in.HeaderRows, in.Columns, in.Rows, in.BlankRows, in.Respondents)
			if w := fmt.Sprint(want.platform, want.encoding, want.bom, want.delimiter, want.headerRows, want.columns, want.rows, want.blankRows, want.rows-want.blankRows); got != w {
				t.Errorf("got %s\nwant %s", got, w)
			}
			if len(in.Warnings) != want.warnings {
				t.Errorf("%d warnings, want %d: %v", len(in.Warnings), want.warnings, in.Warnings[:min(len(in.Warnings), 5)])
			}
			checkQuestions(t, e, in.Questions)
			checkFacts(t, e, in.Questions, want.questions, want.opens)
		})
	}
}

// checkQuestions checks what holds for every export.
func checkQuestions(t *testing.T, e *Export, questions []Question) {
	t.Helper()
	seen := map[int]bool{}
	for i, q := range questions {
		for _, c := range q.Columns {
			if seen[c] {
				t.Errorf("column %d is in two questions", c)
			}
			seen[c] = true
		}
		if d := e.Questions[i]; d.Answered != q.Answered || d.Distinct != q.Distinct || d.MeanWords != q.MeanWords {
			t.Errorf("%v: detection counted %d answers, %d distinct, inspect %d, %d", q.Columns, d.Answered, d.Distinct, q.Answered, q.Distinct)
		}
		if got, err := e.Select(q.Select); err != nil || !slices.Equal(got.Columns, q.Columns) {
			t.Errorf("-q %q picks %v, %v; want %v", q.Select, got.Columns, err, q.Columns)
		}
	}
	if len(seen) != e.Columns {
		t.Errorf("%d columns are in questions, want %d", len(seen), e.Columns)
	}
}

// checkFacts holds questions against what is known, and the counts against the
// answers that Blocks gives.
func checkFacts(t *testing.T, e *Export, questions []Question, facts []fact, opens int) {
	t.Helper()
	found := 0
	for _, q := range questions {
		if q.Kind == KindOpen {
			found++
		}
	}
	if opens >= 0 && found != opens {
		t.Errorf("%d open questions, want %d", found, opens)
	}
	for _, f := range facts {
		i := slices.IndexFunc(questions, func(q Question) bool { return slices.Equal(q.Columns, f.columns) })
		if i < 0 {
			t.Errorf("no question has exactly the columns %v", f.columns)
			continue
		}
		if q := questions[i]; q.Kind != f.kind || q.Answered != f.answered {
			t.Errorf("%v is %s with %d answers, want %s with %d", f.columns, q.Kind, q.Answered, f.kind, f.answered)
		}
		answered := 0
		for _, r := range responses(t, e, Query{Columns: f.columns}).Responses {
			if len(r.Answers) > 0 {
				answered++
			}
		}
		if answered != f.answered {
			t.Errorf("%v: Blocks gives %d answers, want %d", f.columns, answered, f.answered)
		}
	}
}
