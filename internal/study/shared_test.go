package study_test

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// plainWord is a word of letters between white space or simple punctuation: what
// an independent count can be sure of.
var plainWord = regexp.MustCompile(`^[("“„«¿¡‘']*([\p{Latin}\p{Cyrillic}\p{Greek}]{2,})[)"”“».,;!?:’'…]*$`)

// letterRun is what a word may be at most: letters side by side.
var letterRun = regexp.MustCompile(`\p{L}+`)

// simplyCounted counts, with no part of the product but its reading of the file,
// the chunks of answers that are one plain word; most are the runs of the same
// letters, wherever they stand.
func simplyCounted(t *testing.T, e *survey.Export, q survey.Question) (mentions, people, most map[string]int) {
	t.Helper()
	mentions, people, most = make(map[string]int), make(map[string]int), make(map[string]int)
	for block, err := range e.Blocks(context.Background(), survey.Query{Columns: q.Columns}) {
		if err != nil {
			t.Fatal(err)
		}
		batch, err := new(survey.Decoder).Decode(block)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range batch.Responses {
			seen := make(map[string]bool)
			for _, chunk := range strings.Fields(strings.Join(r.Answers, " ")) {
				if m := plainWord.FindStringSubmatch(chunk); m != nil {
					word := strings.ToLower(m[1])
					mentions[word]++
					seen[word] = true
				}
			}
			for word := range seen {
				people[word]++
			}
			for _, run := range letterRun.FindAllString(strings.Join(r.Answers, "\n"), -1) {
				most[strings.ToLower(run)]++
			}
		}
	}
	return mentions, people, most
}

// sharedDir is where the real exports are: VERBATIM_SURVEYS, or beside the project.
func sharedDir() string { return cmp.Or(os.Getenv("VERBATIM_SURVEYS"), "../../../shared/surveys") }

// sharedFile is the path of a real export; the test is skipped where it is not there.
func sharedFile(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(sharedDir(), name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("no real exports: set VERBATIM_SURVEYS or put them into ../shared/surveys")
	}
	return path
}

// Without stems, stop words and setting aside, the counts of every open question
// of the real exports are those of an independent count: no word has fewer
// mentions or people than that is sure of, and none more than its letters stand
// there (what is more than sure stands beside a sign: hyphens, say).
func TestIndependentCount(t *testing.T) {
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("counts every open question of the real exports twice: VERBATIM_FULL is not set")
	}
	files, _ := filepath.Glob(filepath.Join(sharedDir(), "*.?sv"))
	if len(files) == 0 {
		t.Skip("no real exports: set VERBATIM_SURVEYS or put them into ../shared/surveys")
	}
	questions := 0
	for _, file := range files {
		e, err := survey.Open(context.Background(), []survey.Input{survey.File(file)}, survey.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range e.Questions {
			if q.Kind != survey.KindOpen {
				continue
			}
			questions++
			opt := study.Options{Lang: "en", NoStem: true, NoStopwords: true, KeepNonanswers: true}
			result, err := study.Tally(context.Background(), e, q, opt)
			if err != nil {
				t.Fatalf("%s: %v", filepath.Base(file), err)
			}
			if result.Shown.Tally().Base.Valid != q.Answered {
				t.Errorf("%s, column %v: %d valid, %d answered", filepath.Base(file), q.Columns, result.Shown.Tally().Base.Valid, q.Answered)
			}
			counted := make(map[string]tally.Term)
			for _, x := range result.Shown.Tally().Terms {
				y := counted[x.Stem] // the same word, where it is denied
				if x.Denied != y.Denied {
					x.Mentions, x.Respondents = x.Mentions+y.Mentions, x.Respondents+y.Respondents
				}
				counted[x.Stem] = x
			}
			// A word that is written in several ways takes mentions from its parts.
			twins := make(map[string]bool)
			for pieces, whole := range result.Found.Decisions.Twins {
				for _, word := range append(strings.FieldsFunc(pieces, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), whole) {
					twins[word] = true
				}
			}
			mentions, people, most := simplyCounted(t, e, q)
			sure, product := 0, 0
			for word, n := range mentions {
				x := counted[word]
				if twins[word] {
					continue
				}
				if x.Mentions < n || x.Respondents < people[word] || inOnePiece(x, word) > most[word] {
					t.Errorf("%s, column %v: a word of %d letters has %d mentions by %d people, the independent count %d by %d, and at most %d",
						filepath.Base(file), q.Columns, len(word), x.Mentions, x.Respondents, n, people[word], most[word])
				}
				sure += n
				product += x.Mentions
			}
			if product > sure+sure/6+5 {
				t.Errorf("%s, column %v: %d mentions of words that are sure %d times", filepath.Base(file), q.Columns, product, sure)
			}
		}
	}
	if questions < 50 {
		t.Errorf("only %d open questions", questions)
	}
}

// Words that say nothing of what people think, and those of the questions
// themselves: written down by hand, before any list of terms was looked at.
const (
	sayNothing = `the a an and or of to in for with is are be it that this not use uses used using user make makes making get gets getting
		need needs needed want wants like likes thing things stuff lot lots good great really also just would could should can able one way much
		many more most some other different etc well think know go going do does don't doing have has having things something`
	sayNothingInSpanish = `el la los las de que y en un una es se lo me más muy mucho mucha muchas muchos hacer hace poder puede puedo cosa cosas
		uso usar uso usarlo tener tiene ser forma gusta gustan gustar también todo todos bien`
)

// By default, twelve of the first fifteen terms are about the answer.
func TestFirstTermsAreAnswers(t *testing.T) {
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("VERBATIM_FULL is not set")
	}
	var e *survey.Export
	opened := ""
	for _, tt := range []struct{ file, question, nothing string }{
		{"spack-2022.csv", "biggest pain points", sayNothing + " spack pain point points biggest"},
		{"stacks-governance-2020.csv", "strengths", sayNothing + " stacks strength strengths blockstack ecosystem"},
		{"learning-r-2019-es.csv", "lo que más te gusta", sayNothingInSpanish + " r"},
		{"notebook-ux-2015.csv", "12-14", sayNothing + " notebook notebooks jupyter ipython workflow need needs"},
		{"notebook-ux-2015.csv", "15-17", sayNothing + " notebook notebooks jupyter ipython workflow need needs"},
	} {
		path := sharedFile(t, tt.file)
		if opened != path {
			var err error
			if e, err = survey.Open(context.Background(), []survey.Input{survey.File(path)}, survey.Options{}); err != nil {
				t.Fatal(err)
			}
			opened = path
		}
		q, err := e.Select(tt.question)
		if err != nil {
			t.Fatal(err)
		}
		result, err := study.Tally(context.Background(), e, q, study.Options{
			SetAside: "filler,echo,subject",
		})
		if err != nil {
			t.Fatal(err)
		}
		nothing := strings.Fields(tt.nothing)
		var idle []string
		for _, x := range result.Shown.Tally().Terms[:15] {
			if slices.Contains(nothing, strings.ToLower(x.Term)) {
				idle = append(idle, x.Term)
			}
		}
		if len(idle) > 3 {
			t.Errorf("%s, %s: %d of the first 15 terms say nothing: %v", tt.file, tt.question, len(idle), idle)
		}
	}
}

// inOnePiece is how often a term is written as the word, in any case, or without signs.
func inOnePiece(x tally.Term, word string) (n int) {
	for _, f := range x.Forms {
		if strings.EqualFold(f.Form, word) || !strings.ContainsFunc(f.Form, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			n += f.Mentions
		}
	}
	return n
}
