package survey

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// A header that looks like an answer is warned of, and a file without one can be
// read as it is.
func TestHeaderLikeAnAnswer(t *testing.T) {
	for _, tt := range answeredHeaders {
		e := openText(t, tt.text, Options{})
		got := slices.ContainsFunc(e.Warnings, func(w notice.Warning) bool { return w.Code == notice.HeaderAnswers })
		if got != tt.answered {
			t.Errorf("%.40q: warned %v, want %v", tt.text, got, tt.answered)
		}
	}
}

// The first line of a list of answers is one of them, unless it asks, names or heads them.
func TestFirstOfAList(t *testing.T) {
	const items = "more light\nbenches\nnothing really changes\nless noise please\n"
	for text, header := range map[string]bool{
		"great staff\n" + items:               false,
		"- great staff\n- more light\n- no\n": false,
		"What is missing?\n" + items:          true,
		"Comments\n" + items:                  true,
		"Feedback\n" + items:                  true,
		"The library\n\n" + items:             true,
		"# The library\n" + items:             true,
	} {
		in := Input{Name: "list.txt", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }}
		e, err := Open(context.Background(), []Input{in}, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if (e.HeaderRows == 1) != header || len(e.Warnings) > 0 == header {
			t.Errorf("%q: %d header rows, warnings %v", text, e.HeaderRows, e.Warnings)
		}
	}
}

// A respondent who answers with a question is no second header row where their number
// or date shows who they are.
func TestAnswerThatAsks(t *testing.T) {
	for _, text := range []string{
		"id,What should change?\n1,Why is the kitchen locked at weekends?\n" + belowNumbers,
		"Timestamp,Reasons\n2024-03-01 10:00,Two things:\n2024-03-01 11:00,More time for all of our pupils\n2024-03-02 09:00,The team here is what keeps me\n",
	} {
		if e := openText(t, text, Options{}); e.HeaderRows != 1 {
			t.Errorf("%.60q: %d header rows, want 1", text, e.HeaderRows)
		}
	}
}

const (
	belowNumbers = "2,More time for all of our pupils\n3,The team here is what keeps me\n4,Fewer meetings in the early morning\n"
	belowNothing = "More time for all of our pupils\nThe team here is what keeps me\nFewer meetings in the early morning\n"
)

// answeredHeaders are files whose first row is an answer, or is not.
var answeredHeaders = []struct {
	text     string
	answered bool
}{
	{"1,I like how open we are here\n" + belowNumbers, true},
	{"1,Openness and honesty all around\n" + belowNumbers, true},
	{"I like how open we are here\n" + belowNothing, true},
	{"The documentation is hard to follow.\n" + belowNothing, true},
	{"id,I like how open we are here\n" + belowNumbers, false},
	{"1,What matters most to you here?\n" + belowNumbers, false},
	{"1,comments\n" + belowNumbers, false},
	{"Please tell us what matters here.\n" + belowNothing, false},
	{"Biggest challenges at the workplace\n" + belowNothing, false},
	{"What I would tell my boss if I could\n" + belowNothing, false},
}

// Dates over dates, and values that come again below, are enough: the first row is
// counted.
func TestHeaderIsMissing(t *testing.T) {
	const below = "02.03.2024 10:00;Nie;more time\n03.03.2024 11:00;Oft;the team\n04.03.2024 12:00;Nie;fewer meetings\n05.03.2024 12:00;Oft;more time\n"
	e := openText(t, "01.03.2024 09:00;Oft;open doors\n"+below, Options{})
	if e.HeaderRows != 0 || e.Questions[1].Answered != 5 || len(e.Warnings) != 1 {
		t.Errorf("%d header rows, %d answers, warnings %v", e.HeaderRows, e.Questions[1].Answered, e.Warnings)
	}
	const numbers = "02.03.2024 10:00;3;more time\n03.03.2024 11:00;5;the team\n04.03.2024 12:00;3;fewer meetings\n"
	if e := openText(t, "01.03.2024 09:00;5;open doors\n"+numbers, Options{}); e.HeaderRows != 0 {
		t.Errorf("a number that comes again: %d header rows", e.HeaderRows)
	}
	if e := openText(t, "2023;2024;2025\n"+"2023;7;9\n4;2024;8\n2;3;2025\n", Options{}); e.HeaderRows != 1 {
		t.Errorf("years over numbers: %d header rows", e.HeaderRows)
	}
	if e := openText(t, "Wann;Wie oft?;Was?\n"+below, Options{}); e.HeaderRows != 1 || len(e.Warnings) > 0 {
		t.Errorf("%d header rows, warnings %v", e.HeaderRows, e.Warnings)
	}
}

// The first answer may be the shortest. A row below the header is another header row only if
// it shows it.
func TestFirstAnswerIsShort(t *testing.T) {
	const below = "it takes me an hour to get here\nthe rooms are cold in the winter months\nnobody answers the phone in the afternoon\n"
	for text, rows := range map[string]int{
		"What is missing?\nBenches\n" + below: 1,
		"Feedback\nFine\n" + below:            1,
		"Feedback\nParking:\n" + below:        1,
		"Feedback\nToilets?\n" + below:        1,
		"Ideas\nТуалеты：\n" + below:           1,
		"Likes\tDislikes\nStaff:\tNoise:\n" + strings.ReplaceAll(below, "\n", "\tthe doors close too early on Fridays\n"): 1,
		"What is missing?\nStatus\n" + below:                            1,
		"What is missing?\nlight\nheat\nlight and heat\na quiet room\n": 1,
		"What is good?\tWhat is not?\nStaff\tHours\n" + strings.ReplaceAll(below, "\n", "\tthe doors close too early on Fridays\n"): 1,
		"What is missing?\nWhy is the door always locked?\n" + below:                                                                1,
		"What is missing?\tHow often do you come?\nlight\toften\n" + strings.ReplaceAll(below, "\n", "\t4\n"):                       1,
		"¿Qué falta?\nBancos\n" + below: 1,
		"Ihre Meinung：\nGut\n" + below:  1,
		// These show it.
		"Q7\nWhat is missing?\n" + below:                                           2,
		"Feedback\nWhy?\n" + below:                                                 2,
		"Tilbakemelding\nHvorfor?\n" + below:                                       2,
		"| id | What is missing? |\n|----|:---|\n" + table(6, "| %d | light %d |"): 2,
	} {
		e := openText(t, text, Options{})
		if e.HeaderRows != rows {
			t.Errorf("%.60q: %d header rows, want %d: %q", text, e.HeaderRows, rows, e.Evidence)
		}
	}
}

// A row that is taken for a header on little evidence is quoted, but nobody's name or address is; a
// title is told by its line.
func TestDoubtfulHeaderIsQuoted(t *testing.T) {
	for text, quoted := range map[string]string{
		"Feedback\nWhat is missing here?\n" + belowNothing:                                       `"What is missing here?"`,
		"The documentation is hard to follow.\n" + belowNothing:                                  `"The documentation is hard to follow."`,
		"one\ntwo\nthree\nHow old?,Why?,where\n" + table(20, "%d,reason number %d,<here|there>"): `taken for titles, and are not counted`,
	} {
		e := openText(t, text, Options{})
		if len(e.Warnings) != 1 || !strings.Contains(e.Warnings[0].Message, quoted) || !e.Warnings[0].QuotesCells() {
			t.Errorf("%.40q: warnings %v, want one with %s", text, e.Warnings, quoted)
		}
	}
}

// Where the header row may be an answer, neither the warning nor the questions show who wrote it.
func TestDoubtfulHeaderTellsNobody(t *testing.T) {
	text := "1,ada@example.org,Ada Miller,the door is kept open by Ada Miller,2024-03-01 10:00\n"
	for i := 2; i < 40; i++ {
		text += fmt.Sprintf("%d,p%d@example.org,Ida%c Jones,more trees please %d,2024-03-%02d 10:00\n", i, i, 'a'+i%26, i, i%28+1)
	}
	e := openText(t, text, Options{})
	said := fmt.Sprint(e.Warnings, e.Questions, e.Evidence)
	if e.HeaderRows != 1 || len(e.Warnings) == 0 || strings.Contains(said, "ada@") || strings.Contains(said, "Miller") {
		t.Errorf("%d header rows: %s", e.HeaderRows, said)
	}
}

// A mark at the end of the header, and of few answers, divides nothing. In Greek it ends a
// question.
func TestMarkAtTheEndOfTheHeader(t *testing.T) {
	for _, header := range []string{"Τι λείπει;", "Τι λείπει\u037e", "What is missing;", "What is missing|"} {
		text := header + "\nπαγκάκια\nφως\nφως\nησυχία\nφως, και ησυχία\nγιατί όχι φως;\nφως\n"
		e := openText(t, text, Options{})
		if q := e.Questions[0]; len(e.Questions) != 1 || q.Text != header || q.Answered != 7 || len(e.Warnings) > 0 {
			t.Errorf("%s: %d questions, %q, %d answers, warnings %v", header, len(e.Questions), q.Text, q.Answered, e.Warnings)
		}
	}
}
