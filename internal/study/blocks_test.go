package study_test

import (
	"context"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// A large file is counted in many blocks, of many small files each is one. Both
// give the same count, whatever is counted, and whatever stands in the answers.
func TestBlocksAndFiles(t *testing.T) {
	const header = "id,weight,region,What matters most to you here?,remarks\n"
	var parts []string
	for i := range 10 {
		parts = append(parts, variedRows(i*40, (i+1)*40))
	}
	whole := header + strings.Join(parts, "")
	if len(whole) < 8*256<<10 {
		t.Fatalf("%d bytes are too few blocks", len(whole))
	}
	for name, opt := range map[string]study.Options{
		"words":    {NoStem: true, NoStopwords: true},
		"stems":    {By: "3", Weight: "2", ID: "1", Themes: list(t, "theme,term\nkept,late*\n")},
		"redacted": {By: "3", Redact: true, SetAside: "filler,echo"},
		"answers":  {Whole: true},
		"lists":    {Split: ","},
		"phrases": {Where: []string{`3=the "North"`},
			Phrase: []string{"naïve late", "so on", "glued words"}, Synonyms: list(t, "from,to\ntrust,faith\n")},
	} {
		t.Run(name, func(t *testing.T) {
			opt.Workers, opt.Lang = 2, "en"
			var small []string
			for _, p := range parts {
				small = append(small, header+p)
			}
			got, want := countFiles(t, opt, whole), countFiles(t, opt, small...)
			if len(want.Shown.Tally().Terms) < 100 && name != "phrases" {
				t.Errorf("%d terms are no test", len(want.Shown.Tally().Terms))
			}
			if !reflect.DeepEqual(got.Shown, want.Shown) {
				t.Error("many blocks give another count than many files")
			}
		})
	}
}

// variedRows are respondents whose answers have something of everything, most of
// it new.
func variedRows(from, to int) string {
	var csv strings.Builder
	remarks := strings.Repeat("blah ", 1100) // makes more blocks of fewer answers
	for i := from; i < to; i++ {
		region := [...]string{`"the ""North"""`, "South", " East ", fmt.Sprintf("R%d", i%50)}[i%4]
		if i%2 == 0 {
			fmt.Fprintf(&csv, "p%d,1,%s,\"Late%[1]d, lateness%[1]d and not so sure%[1]d: mail%[1]d@example.org, so on; glued&words, O'Neil%[1]d's LOUD%[1]d trust is %[1]d.5\",%[3]s\n", i, region, remarks)
			continue
		}
		fmt.Fprintf(&csv, "p%d,%d.%03d,%s,\"Late%d, lateness%[1]d and not so nai\u0308ve%d; naïve late so on: mail%[1]d@example.org, +49 30 %07[1]d, "+
			"https://example.org/%[1]d, O’Neil%d's C++ \"\"quoted%[1]d\"\" LOUD%d 👍🏽 %d.5 <b>bold%[1]d</b> trust%[6]d\",%[10]s\n",
			i, i%3, i%997, region, i%7000, i%300, i%2000, i%40, i, remarks)
	}
	return csv.String()
}

// countFiles counts the last column of files of one survey.
func countFiles(t *testing.T, opt study.Options, files ...string) *study.Count {
	t.Helper()
	var inputs []survey.Input
	for i, f := range files {
		inputs = append(inputs, survey.Stream(fmt.Sprintf("%d.csv", i), strings.NewReader(f)))
	}
	ctx := context.Background()
	export, err := survey.Open(ctx, inputs, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	question, err := study.Select(export, "4")
	if err != nil {
		t.Fatal(err)
	}
	opt.Intervals = true
	result, err := study.Tally(ctx, export, question, opt)
	if err != nil {
		t.Fatal(err)
	}
	return result
}
