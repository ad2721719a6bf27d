package tally

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// sumOf counts weighted answers, one a respondent; the n-th has the weight n.
func sumOf(t testing.TB, answers []string) *Sum {
	t.Helper()
	a, err := term.New(term.Options{Denied: []string{"window", "spark", "work", "trust"}})
	if err != nil {
		t.Fatal(err)
	}
	c := NewCounter(nil)
	c.Rows(Base{Rows: Figure(len(answers)), Respondents: Figure(len(answers))})
	for _, answer := range answers {
		c.Respondent(lang.Substantive, a.Tokens(answer), Weight(len(answer))*One/8)
	}
	return c.Sum()
}

func named(s *Sum) *Tally { return s.Tally(Ranking{By: Mentions, Weighted: true, Names: s.Names()}) }

func TestNames(t *testing.T) {
	repeat := func(n int, answers ...string) (all []string) {
		for range n {
			all = append(all, answers...)
		}
		return all
	}
	for _, tt := range []struct {
		name    string
		answers []string
		want    string
	}{
		{"a name, once, of a list", []string{"my laptop has Windows", "clean the window", "Windows fails"}, "Windows 2/2"},
		{"a name among common words", append(repeat(3, "we chat in Slack", "Slack works"), "he slacked"), "Slack 6/6"},
		{"both by one person", append(repeat(3, "we love Spark, she sparked"), "it sparked"), "Spark 3/3"},
		{"too rare", append(repeat(2, "we chat in Slack"), "he slacked"), ""},
		{"small as often", append(repeat(3, "we chat in Slack, the slack"), "he slacked"), ""},
		{"its plural", append(repeat(3, "our good Council"), "many councils"), ""},
		{"titles", append(repeat(3, "Open Councils"), "the council"), ""},
		{"capitals at the beginning", append(repeat(9, "Councils decide"), "the council"), ""},
	} {
		got := ""
		for _, x := range named(sumOf(t, tt.answers)).Terms {
			if x.SplitFrom != "" {
				got = strings.TrimPrefix(list([]Term{x}), "1 ")
				got = got[strings.LastIndex(got, x.Term):]
			}
		}
		if got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// People are counted as a list of answers says, and parts add up to the whole:
// names, by whatever part they are told, people who wrote a name and a common
// word, and their weights.
func TestNamesOfParts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	words := strings.Fields("Windows Windows windows window Window Spark Spark sparked spark not work Spark's trust never never")
	split := 0
	for range 300 {
		answers := make([]string, 2+r.IntN(12))
		for i := range answers {
			said := []string{"we"}
			for range 1 + r.IntN(5) {
				said = append(said, words[r.IntN(len(words))])
			}
			answers[i] = strings.Join(said, " ")
		}
		whole := named(sumOf(t, answers))
		if err := whole.Reconcile(); err != nil {
			t.Fatal(err)
		}
		cut := r.IntN(len(answers))
		sum := NewSum()
		for _, part := range [][]string{answers[:cut], answers[cut:]} {
			back, err := SumOf(throughJSON(t, named(sumOf(t, part))))
			if err != nil {
				t.Fatal(err)
			}
			sum.Add(back)
		}
		if got := named(sum); !reflect.DeepEqual(got, whole) {
			t.Fatalf("%q at %d:\n got %+v\nwant %+v", answers, cut, got.Terms, whole.Terms)
		}
		for _, x := range whole.Terms {
			split += btoi(x.SplitFrom != "")
			if got := saidBy(answers, x.Forms); got != x.Respondents {
				t.Fatalf("%q: %s has %d respondents, want %d", answers, x.Term, x.Respondents, got)
			}
		}
	}
	if split < 50 {
		t.Errorf("only %d names left their stems", split)
	}
}

// throughJSON writes and reads what a document keeps of a tally.
func throughJSON(t *testing.T, full *Tally) *Tally {
	t.Helper()
	back := &Tally{}
	text, err := json.Marshal(full)
	if err == nil {
		err = json.Unmarshal(text, back)
	}
	if err != nil {
		t.Fatal(err)
	}
	return back
}

// saidBy counts the answers that hold one of the forms; a denied word is one with what denies it.
func saidBy(answers []string, forms []Form) (n int) {
	joined := func(text string) string {
		return " " + regexp.MustCompile("(not|never) ([^n])").ReplaceAllString(text, "${1}_$2") + " "
	}
	for _, answer := range answers {
		for _, f := range forms {
			if strings.Contains(joined(answer), joined(f.Form)) {
				n++
				break
			}
		}
	}
	return n
}

// Whatever people write, the figures add up, and a document gives back its sum.
func FuzzTally(f *testing.F) {
	for _, seed := range []string{"We use Windows\nthe window\na Spark\nit sparked\ngood Spark's\nlarge Spark", "not a window\nno window, a window\nWindows is not Windows", "\xff\n'S 's\n'\n👍🏽 👍", "İ i\nI ı", "don't\nnot\nnone"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		full := named(sumOf(t, strings.Split(text, "\n")))
		if err := full.Reconcile(); err != nil {
			t.Fatal(err)
		}
		for _, x := range full.Terms {
			if x.Respondents < 1 || x.Respondents > x.Mentions || x.Negated < 0 || x.Negated > x.Mentions || len(x.Forms) == 0 {
				t.Fatalf("%q: %+v", text, x)
			}
		}
		s, err := SumOf(full)
		if err != nil {
			t.Fatal(err)
		}
		if got := named(s); !reflect.DeepEqual(got, full) {
			t.Fatalf("%q:\n got %+v\nwant %+v", text, got.Terms, full.Terms)
		}
	})
}
