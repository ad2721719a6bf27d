package survey

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"verbatim/internal/kind"
)

// drawn writes n answers drawn from a vocabulary in which the k-th is as likely
// as 1/(k+1)^fall.
func drawn(n int, vocabulary []string, fall float64, write func(*rand.Rand, string) string) string {
	r := rand.New(rand.NewPCG(uint64(n), uint64(len(vocabulary))))
	var weights []float64
	sum := 0.0
	for k := range vocabulary {
		sum += math.Pow(float64(k+1), -fall)
		weights = append(weights, sum)
	}
	var b strings.Builder
	for i := range n {
		at, k := r.Float64()*sum, 0
		for weights[k] < at {
			k++
		}
		fmt.Fprintf(&b, "%d,%s\n", i, write(r, vocabulary[k]))
	}
	return b.String()
}

// invented gives words that nobody has heard before, all different.
func invented(n int, prefix string) (out []string) {
	const letters = "aeioubdklmnprst"
	for i := range n {
		out = append(out, prefix+string([]byte{letters[i%5], letters[5+i%10], letters[i/7%5], letters[5+i/50%10], letters[i/11%5]})+strings.Repeat("x", i/500))
	}
	return out
}

// vocabularies are what many people may draw their answers from.
func vocabularies() []drawing {
	plain := func(_ *rand.Rand, s string) string { return s }
	typed := func(r *rand.Rand, s string) string {
		switch x := r.IntN(20); {
		case x < 7:
			return strings.ToUpper(s[:1]) + s[1:]
		case x < 8:
			return strings.ToUpper(s)
		case x < 9:
			return s + "."
		}
		return s
	}
	return []drawing{
		{"a rich vocabulary", invented(500, "s"), 0.8, plain, KindOpen},
		{"a poor one, spelled by hand", invented(75, "s"), 0.7, typed, KindOpen},
		{"countries, even", invented(60, "S"), 0, plain, KindSingle},
		{"countries", invented(60, "S"), 0.7, plain, KindSingle},
		{"countries, a few of them often", invented(60, "S"), 1.2, plain, KindSingle},
		{"departments", invented(15, "S"), 0.3, plain, KindSingle},
		{"codes of jobs", invented(30, "s"), 0.5, plain, KindSingle},
	}
}

type drawing struct {
	name  string
	words []string
	fall  float64 // how fast words get rarer
	write func(*rand.Rand, string) string
	want  Kind
}

// Whether a column holds one word each or a choice does not depend on the number
// of people asked.
func TestOneWordHoweverManyAreAsked(t *testing.T) {
	for _, c := range vocabularies() {
		for _, n := range []int{150, 200, 300, 500, 1000, 3000} {
			e := openText(t, "n,Q1\n"+drawn(n, c.words, c.fall, c.write), Options{})
			if q := e.Questions[1]; q.Kind != c.want {
				t.Errorf("%s: %d answers, %d of them distinct, are %s, want %s; %s", c.name, n, q.Distinct, q.Kind, c.want, q.Evidence)
			}
		}
	}
}

// "No" and "none" say nothing about the kind of the other answers.
func TestNonAnswersAreSetApart(t *testing.T) {
	for _, n := range []int{30, 100, 1000} {
		e := openText(t, "n,Any?,Which?\n"+table(n, "%d,<no|No|none|Nope|nothing|keine|because of %d and more>,<No|No|None|a|b|c|a>"), Options{})
		if e.Questions[1].Kind != KindOpen || e.Questions[2].Kind != KindSingle {
			t.Errorf("%d answers are %s and %s", n, e.Questions[1].Kind, e.Questions[2].Kind)
		}
	}
}

// What the platform has for typing is open, however often answers come again.
func TestColumnsThatPlatformsHaveForTyping(t *testing.T) {
	two := "<maps|comics>"
	cases := []struct {
		name, text string
		column     int
		want       Kind
	}{
		{"SurveyMonkey", "Respondent ID,Collector ID,Which?,\n,,Response,Other (please specify)\n" + table(20, "%d,7,<a|b|c>,"+two), 4, KindOpen},
		{"one word to SurveyMonkey", "Respondent ID,Collector ID,How was it?\n,,Open-Ended Response\n" + table(20, "%d,7,<good|bad>"), 3, KindOpen},
		{"a number to SurveyMonkey", "Respondent ID,Collector ID,How old?\n,,Open-Ended Response\n" + table(20, "%d,7,<31|42|53>"), 3, kind.Number},
		{"Qualtrics", "StartDate,EndDate,ResponseId,Q1_4_TEXT\nStart,End,Id,Which? - Other - Text\n" + table(20, "2026-01-01 10:00:00,2026-01-01 10:00:01,R_%d,"+two), 4, KindOpen},
		{"ImportId", "StartDate,EndDate,Q1_1\nStart,End,Which?\n{'ImportId': 'startDate'},{'ImportId': 'endDate'},{'ImportId': 'QID1_TEXT_1'}\n" + table(20, "2026-01-01 10:00:00,2026-01-01 10:00:01,"+two), 3, KindOpen},
		{"LimeSurvey", "id,submitdate,lastpage,Q1[SQ001],Q1[other]\n" + table(20, "%d,2026-01-01 10:00:00,3,<Y|>,"+two), 5, KindOpen},
		{"LimeSurvey's comment", "id,submitdate,lastpage,Q1,Q1[comment]\n" + table(20, "%d,2026-01-01 10:00:00,3,<a|b>,"+two), 5, KindOpen},
		{"REDCap", "record_id,tools,tools_other,form_complete\n" + table(20, "%d,<1|2>,"+two+",2"), 3, KindOpen},
		{"Typeform", "#,Maps,Comics,Other,Submit Date (UTC),Network ID\n" + table(20, "ab%d,<Maps|>,<|Comics>,"+two+",2026-01-01 10:00:00,a%d"), 4, KindOpen},
		{"Alchemer", "Response ID,Time Started,Date Submitted,Maps:Which?,Comics:Which?,Other - Write In (Required):Which?\n" +
			table(20, "%d,2026-01-01 10:00:00,2026-01-01 10:00:00,<Maps|>,<|Comics|Comics>,"+two), 6, KindOpen},
		{"yes or no after all", "record_id,use,use_other,form_complete\n" + table(20, "%d,<1|2>,<Yes|No|No>,2"), 3, KindSingle},
		{"nobody's own", "id,use,use_other\n" + table(20, "%d,<1|2>,"+two), 3, KindSingle},
	}
	for _, c := range cases {
		e := openText(t, c.text, Options{})
		for _, q := range e.Questions {
			if q.Columns[0] == c.column && q.Kind != c.want {
				t.Errorf("%s: %s, want %s", c.name, q.Kind, c.want)
			}
		}
	}
}

// ranking is a ranking of many options.
func ranking() string {
	options := invented(20, "S")
	var b strings.Builder
	b.WriteString("id,First choice,Second choice,Third choice\n")
	for i := range 60 {
		fmt.Fprintf(&b, "%d,%s,%s,%s\n", i, options[i%20], options[(i*7+3)%20], options[(i*3+i/20)%20])
	}
	return b.String()
}

// It is no question for several words.
func TestRankingOfManyOptions(t *testing.T) {
	if got, want := shape(t, openText(t, ranking(), Options{})), `generic ',' 1 60 [1]meta [2]single [3]single [4]single`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// sentences are short ones made of a few words that come again and again, one in
// three of them with a semicolon.
func sentences(n int) string {
	r := rand.New(rand.NewPCG(6, uint64(n)))
	words := strings.Fields("trust money tools weather parking coffee training")
	rare := invented(40, "r")
	pick := func() string {
		if r.IntN(20) == 0 {
			return rare[r.IntN(len(rare))]
		}
		return words[r.IntN(len(words))]
	}
	var b strings.Builder
	b.WriteString("id,What hinders you most in your work?\n")
	for i := range n {
		form := []string{"A and B", "no A, but B", "A; really B"}[r.IntN(3)]
		fmt.Fprintf(&b, "%d,\"%s\"\n", i, strings.NewReplacer("A", pick(), "B", pick()).Replace(form))
	}
	return b.String()
}

// They are no choice of several options.
func TestSentencesOfFewWords(t *testing.T) {
	for _, n := range []int{80, 100, 120} {
		if q := openText(t, sentences(n), Options{}).Questions[1]; q.Kind != KindOpen {
			t.Errorf("%d answers are %s", n, q.Evidence)
		}
	}
}
