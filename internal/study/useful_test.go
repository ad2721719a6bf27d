package study_test

import (
	"context"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// How many of the first terms are looked at, and how many of them are answers: on average, and in the worst question.
const (
	firstTerms = 15
	leastMean  = 12.0
	leastWorst = 8
)

// labels are what a reader calls words of a question, in small letters.
type labels map[string]string

// of is the label of a term: that of its name, else of the first of its forms that has one.
func (l labels) of(x tally.Term) string {
	names := []string{x.Term}
	forms := slices.Clone(x.Forms)
	slices.SortStableFunc(forms, func(a, b tally.Form) int { return b.Mentions - a.Mentions })
	for _, f := range forms {
		names = append(names, f.Form)
	}
	for _, name := range names {
		if label := l[strings.ToLower(name)]; label != "" {
			return label
		}
	}
	return "unknown"
}

// usefulQuestion is a section of testdata/useful.txt.
type usefulQuestion struct {
	file    string
	columns []string
	labels
}

// usefulQuestions reads testdata/useful.txt.
func usefulQuestions(t *testing.T) (questions []usefulQuestion) {
	t.Helper()
	text, err := os.ReadFile("testdata/useful.txt")
	if err != nil {
		t.Fatal(err)
	}
	heading := regexp.MustCompile(`^\[(\S+) (\S+)\]$`)
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if m := heading.FindStringSubmatch(line); m != nil {
			questions = append(questions, usefulQuestion{m[1], strings.Split(m[2], ","), make(labels)})
			continue
		}
		if line == "" || line[0] == '#' {
			continue
		}
		label, words, _ := strings.Cut(line, ": ")
		of := questions[len(questions)-1].labels
		for _, word := range strings.Split(words, ", ") {
			word = strings.ToLower(word)
			if of[word] != "" && of[word] != label {
				t.Errorf("%s: %q is labelled twice", questions[len(questions)-1].file, word)
			}
			of[word] = label
		}
	}
	return questions
}

// With no option, most of the first terms say something about what is asked.
func TestFirstTermsAreUseful(t *testing.T) {
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("VERBATIM_FULL is not set")
	}
	sum, questions := 0, usefulQuestions(t)
	for _, q := range questions {
		answers, rest := usefulTerms(t, sharedFile(t, q.file), q)
		sum += answers
		t.Logf("%2d of %d  %s %v: %s", answers, firstTerms, q.file, q.columns, strings.Join(rest, ", "))
		if answers < leastWorst {
			t.Errorf("%s %v: %d of the first %d terms are answers; the others are %s", q.file, q.columns, answers, firstTerms, strings.Join(rest, ", "))
		}
	}
	mean := float64(sum) / float64(len(questions))
	t.Logf("mean %.1f", mean)
	if mean < leastMean {
		t.Errorf("%.1f of the first %d terms are answers on average, want %.1f", mean, firstTerms, leastMean)
	}
}

// usefulTerms counts the answers among the first terms of a question, and tells what the others are.
func usefulTerms(t *testing.T, path string, q usefulQuestion) (answers int, rest []string) {
	t.Helper()
	e, err := survey.Open(context.Background(), []survey.Input{survey.File(path)}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	asked, err := e.Select(q.columns...)
	if err != nil {
		t.Fatal(err)
	}
	result, err := study.Tally(context.Background(), e, asked, study.Options{SetAside: "filler,echo,subject", Phrases: study.FoundPhrases})
	if err != nil {
		t.Fatal(err)
	}
	terms := result.Shown.Tally().Terms
	for _, x := range terms[:min(firstTerms, len(terms))] {
		if label := q.of(x); label == "answer" {
			answers++
		} else {
			rest = append(rest, x.Term+" ("+label+")")
		}
	}
	return answers, rest
}
