package study_test

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/decision"
	"verbatim/internal/notice"
	"verbatim/internal/study"
	"verbatim/internal/tally"
)

// A stream that is longer than its head is decided by the head, and a warning says so; then it
// is counted from its beginning.
func TestDecidedByBeginning(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("id,What matters most here?\n")
	rows := 0
	for ; csv.Len() < 9<<20; rows++ {
		fmt.Fprintf(&csv, "%d,We need more time for the tests of the people %d %s\n", rows, rows, strings.Repeat("and the tools ", 20))
	}
	c := count(t, csv.String(), study.Options{}, "2")
	from := c.Found.Decisions.From
	if from.Of != decision.OfBeginning || from.Answers < 1000 || from.Answers >= rows {
		t.Errorf("decided from %+v of %d rows", from, rows)
	}
	if n := c.Shown.Tally().Base.Valid; n != rows {
		t.Errorf("%d of %d rows are counted", n, rows)
	}
	if len(c.Warnings) != 1 || c.Warnings[0].Code != notice.DecidedByPart {
		t.Errorf("warnings: %v", c.Warnings)
	}
}

// Decisions that are read are those that were written, and no personal data is in them.
func TestDecisionsComeBack(t *testing.T) {
	csv := "What hinders you most?\n" + strings.Repeat("\"ask ana@example.org, the build system of old, perché no\"\nthe old build system of ana@example.org perche\n", 6) + twoLanguages()[len("What matters?\n"):]
	c := count(t, csv, study.Options{Phrases: study.FoundPhrases, SetAside: "filler,echo,subject"}, "1")
	var list decision.List
	list.Add(c.Decided())
	text, err := list.Text()
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(text), "example") {
		t.Errorf("an address is in the decisions: %s", text)
	}
	again, err := decision.Read("d.json", text)
	if err != nil {
		t.Fatal(err)
	}
	if written, err := again.Text(); err != nil || string(written) != string(text) {
		t.Errorf("read and written again:\n%s\nbefore:\n%s", written, text)
	}
	opt := study.Options{Phrases: study.FoundPhrases, SetAside: "subject, echo,filler", Decided: again}
	replayed := count(t, csv, opt, "1")
	if !reflect.DeepEqual(replayed.Shown.Tally(), c.Shown.Tally()) || !reflect.DeepEqual(replayed.Found.Subject, c.Found.Subject) {
		t.Error("counted by its own decisions it is another tally")
	}
	if x, err := replayed.Explain(context.Background(), "build system"); err != nil || len(x.Senses) != 1 || x.Senses[0].Mentions != 12 {
		t.Errorf("explained as %+v, %v", x, err)
	}
	// What few people said is in no decision that is shown.
	shown := count(t, csv, study.Options{Phrases: study.FoundPhrases, Suppress: 5}, "1").Found.Decisions
	want := decision.Decisions{From: decision.Basis{Of: shown.From.Of}, Language: shown.Language, Detected: shown.Detected, Echo: shown.Echo, Subject: shown.Subject}
	if !reflect.DeepEqual(*shown, want) || shown.Detected.Others != nil || shown.Detected.Unread != nil {
		t.Errorf("shown: %+v", shown)
	}
}

// A person decides once, in however many rows and columns.
func TestPersonsDecide(t *testing.T) {
	var csv strings.Builder
	csv.WriteString("respondent,What hinders you most?\n")
	for i := range 60 {
		fmt.Fprintf(&csv, "%d,%s\n", i+2, []string{"meetings everywhere", "bad docs", "the slow trains"}[i%3])
		if i%10 == 0 {
			csv.WriteString("1,not transparent and the zebra\n")
		}
	}
	c := count(t, csv.String(), study.Options{Phrases: study.FoundPhrases, SetAside: "filler,echo", ID: "1"}, "2")
	if d := c.Found.Decisions; len(d.Denied) > 0 || slices.ContainsFunc(d.Phrases, func(p tally.Phrase) bool { return strings.Contains(p.Phrase, "zebra") }) {
		t.Errorf("one person decided: denied %q, phrases %v", d.Denied, d.Phrases)
	}
}
