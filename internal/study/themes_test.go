package study_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"verbatim/internal/study"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// themeList is a list of themes of phrases: each whole, each of its words, what begins like them, and
// two words that two phrases may have side by side.
func themeList(t *testing.T, phrases []tally.Phrase) string {
	var text strings.Builder
	w := csv.NewWriter(&text)
	terms := 0
	add := func(term string) {
		_ = w.Write([]string{fmt.Sprintf("theme %d", terms%60), term})
		terms++
	}
	_ = w.Write([]string{"theme", "term"})
	last := "and"
	for _, p := range phrases {
		words := strings.Fields(p.Phrase)
		if strings.ContainsAny(p.Phrase, "0123456789") {
			continue // a theme knows a number only within a phrase
		}
		add(p.Phrase)
		add(last + " " + words[0])
		for _, word := range words {
			add(word)
			add(word[:min(3, len(word)-1)] + "*")
		}
		last = words[len(words)-1]
	}
	w.Flush()
	return list(t, text.String())
}

// people and mentions of each theme.
func ofThemes(c *study.Count) (out []string) {
	x := c.Shown.Tally()
	for _, theme := range x.Themes {
		out = append(out, fmt.Sprint(theme.Theme, " ", theme.Respondents, " ", theme.Mentions))
	}
	return append(out, fmt.Sprint("uncoded ", x.Uncoded))
}

// What is found to be a phrase hides no word from a theme.
func TestThemesSeeFoundPhrases(t *testing.T) {
	const rows = "1,climate change\n2,the climate change policy\n3,no climate change\n4,home office days\n5,ease of use\n6,climate\n7,office\n"
	csv := "id,What do you think?\n" + strings.Repeat(rows, 5)
	themes := list(t, "theme,term\nweather,climate\nweather,climate change\nease,eas*\npolicy,change policy\nwork,office\n")
	for _, tt := range []struct {
		opt  study.Options
		want string
	}{
		{study.Options{Phrases: study.FoundPhrases}, "weather 20 20, ease 5 5, policy 5 5, work 10 10, uncoded 0"},
		{study.Options{Phrases: study.NoPhrases}, "weather 20 20, ease 5 5, policy 5 5, work 10 10, uncoded 0"},
		{study.Options{Phrases: study.FoundPhrases, Phrase: []string{"home office"}}, "weather 20 20, ease 5 5, policy 5 5, work 5 5, uncoded 5"},
	} {
		tt.opt.Themes = themes
		c := count(t, csv, tt.opt, "2")
		if tt.opt.Phrases == study.FoundPhrases && c.Shown.Tally().Tokens.InPhrases == 0 {
			t.Error("there are no phrases to be tested with")
		}
		if got := strings.Join(ofThemes(c), ", "); got != tt.want {
			t.Errorf("%+v: %s, want %s", tt.opt, got, tt.want)
		}
		for _, theme := range c.Shown.Tally().Themes {
			q, err := c.Quotes(context.Background(), study.Quoting{Theme: theme.Theme})
			if err != nil || q.People != theme.Respondents || q.Mentions != theme.Mentions {
				t.Errorf("quotes of %+v: %+v, %v", theme, q, err)
			}
		}
	}
}

// Quotes of a word show all who wrote it; under disclosure control there are none.
func TestQuotesOfWordsInPhrases(t *testing.T) {
	csv := "id,What do you think?\n" + strings.Repeat("1,climate change\n2,the climate change policy\n3,climate\n4,trade policy\n", 5)
	for _, tt := range []struct {
		word     string
		suppress int
		want     int // people; 0: none
	}{
		{"climate", 0, 15}, {"change", 0, 10}, {"climate change", 0, 10}, {"climate", 3, 0},
	} {
		people := 0
		c := count(t, csv, study.Options{Phrases: study.FoundPhrases, Suppress: tt.suppress}, "2")
		q, err := c.Quotes(context.Background(), study.Quoting{Term: tt.word})
		if err == nil {
			people = q.People
		}
		if people != tt.want {
			t.Errorf("%+v: %d people, %v", tt, people, err)
		}
	}
}

// The people and mentions of themes are those that are counted without phrases, in generated answers and
// in real ones.
func TestThemesAreThoseWithoutPhrases(t *testing.T) {
	inputs := []string{list(t, generatedAnswers())}
	real, _ := filepath.Glob(filepath.Join(sharedDir(), "*.?sv"))
	if os.Getenv("VERBATIM_FULL") == "" && len(real) > 0 {
		real = nil
	}
	for _, file := range append(inputs, real...) {
		e, err := survey.Open(context.Background(), []survey.Input{survey.File(file)}, survey.Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, q := range e.Questions {
			if q.Kind != survey.KindOpen {
				continue
			}
			tallied := func(opt study.Options) *study.Count {
				opt.SetAside = "filler,echo,subject"
				c, err := study.Tally(context.Background(), e, q, opt)
				if err != nil {
					t.Fatal(err)
				}
				return c
			}
			phrases := tallied(study.Options{Phrases: study.FoundPhrases}).Phrases
			if len(phrases) == 0 {
				continue
			}
			themes := themeList(t, phrases)
			found := ofThemes(tallied(study.Options{Phrases: study.FoundPhrases, Themes: themes}))
			off := ofThemes(tallied(study.Options{Phrases: study.NoPhrases, Themes: themes}))
			for i := range off {
				if found[i] != off[i] {
					t.Errorf("%s, column %v: %s, without phrases %s", filepath.Base(file), q.Columns, found[i], off[i])
				}
			}
		}
	}
}

// generatedAnswers are 400 answers of words that often stand together.
func generatedAnswers() string {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"climate change", "climate", "change", "home office", "Office days", "machine learning model", "ease of use", "no", "and", "policy", "use", "a 4 day week", "trust,", "is  slow"}
	var text strings.Builder
	text.WriteString("id,What do you think of all this?\n")
	for i := range 400 {
		fmt.Fprintf(&text, "%d,\"", i)
		for range 1 + random.IntN(8) {
			text.WriteString(pieces[random.IntN(len(pieces))] + " ")
		}
		text.WriteString("\"\n")
	}
	return text.String()
}
