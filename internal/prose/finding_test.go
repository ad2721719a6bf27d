package prose

import (
	"fmt"
	"testing"

	"verbatim/internal/study"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// said is a tally in which terms were each named by so many of the valid people, once each.
func said(valid int, people ...int) *Result {
	d := &Result{Tally: &tally.Tally{Base: tally.Base{Respondents: tally.Figure(valid), Valid: valid}}, Found: study.Found{TermsAre: "words"}}
	for i, n := range people {
		rank := i + 1
		if i > 0 && n == people[i-1] {
			rank = d.Terms[i-1].Rank
		}
		d.Terms = append(d.Terms, tally.Term{Rank: rank, Term: fmt.Sprintf("t%d", i+1), Label: fmt.Sprintf("t%d", i+1), Root: term.Root{Stem: fmt.Sprint(i)}, Mentions: n, Respondents: n, Share: float64(n) / float64(valid)})
	}
	return d
}

// withAnyOf adds how many people named any of the first terms.
func (r *Result) withAnyOf(top, people int) *Result {
	r.AnyOfTop = append(r.AnyOfTop, tally.AnyOf{Top: top, Respondents: people, Share: float64(people) / float64(r.Base.Valid)})
	return r
}

// A finding claims no more than the answers bear.
func TestPopular(t *testing.T) {
	tests := []struct {
		name string
		d    *Result
		want string
	}{
		{"the union of people, not the sum of shares", said(100, 60, 50, 40, 30, 20, 10).withAnyOf(3, 70).withAnyOf(5, 80),
			"T1, t2, t3, t4 and t5 were named most; 80% of 100 people named at least one of them. T1 came first, named by 60 people (60%)."},
		{"five would split a tie", said(100, 60, 50, 40, 30, 20, 20).withAnyOf(3, 70).withAnyOf(5, 80),
			"T1, t2 and t3 were named most; 70% of 100 people named at least one of them. T1 came first, named by 60 people (60%)."},
		{"three would, too", said(100, 60, 50, 40, 40, 20, 20).withAnyOf(3, 70).withAnyOf(5, 80),
			"T1, t2 and t3 were among those named most; 70% of 100 people named at least one of them. T1 came first, named by 60 people (60%)."},
		{"the union is not known", said(100, 60, 50, 40, 40),
			"T1, t2, t3 and t4 were named most, among 100 people. T1 came first, named by 60 people (60%)."},
		{"few people are counted, not given in per cent", said(20, 12, 10, 5).withAnyOf(3, 16),
			"T1, t2 and t3 were named most; 16 of 20 people named at least one of them. T1 came first, named by 12 people."},
		{"few people", said(12, 5, 3, 2), "T1 was named most, by 5 of 12 people. So few answers tell little more."},
		{"few people, of one mind", said(12, 5, 5, 2), "T1 and t2 were named most, each by 5 of 12 people. So few answers tell little more."},
		{"few people, of many minds", said(12, 2, 2, 2, 2), "Nothing stands out: no term was named by more than 2 of 12 people. So few answers tell little more."},
		{"varied", said(200, 20, 19, 18).withAnyOf(3, 50),
			"Answers were varied: no term was named by more than 20 of the 200 people (10%). T1, t2 and t3 were named most. Themes and quotes tell more."},
		{"not a few people, but of many minds", said(40, 9, 8), "T1 was named most, by 9 of 40 people. Themes and quotes tell more than single words."},
		{"all of one mind", said(3, 3, 3, 1), "All 3 people named t1 and t2. So few answers tell little more."},
		{"one person", said(1, 1, 1), "One person gave an answer."},
		{"nothing in common", said(3, 1, 1, 1), "No two of the 3 people named the same: these answers have to be read one by one."},
		{"one word of all", said(30, 20), "T1 stood out among the terms of 30 people. T1 came first, named by 20 people (67%)."},
	}
	for _, tt := range tests {
		if got := tt.d.popular(); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// A word that is set aside and that more people said than the first term is named: in plain language it
// was named most. One that as many said is not.
func TestSaidMore(t *testing.T) {
	for _, tt := range []struct {
		people int // who said the word
		by     tally.Count
		want   string
	}{
		{60, tally.Respondents, "T1 stood out among the terms of 100 people. T1 came first, named by 60 people (60%)."},
		{61, tally.Respondents, "T1 stood out among the terms of 100 people. T1 came first, named by 60 people (60%). Not ranked, although said by more people: filler “easy” (61 people)."},
		{61, tally.Mentions, "T1 stood out among the terms of 100 people. T1 came first, named by 60 people (60%). Not ranked, although said more often: filler “easy” (61 mentions)."},
	} {
		d := said(100, 60)
		d.RankBy = tt.by
		d.SetAside = []tally.AsideTerm{{Term: "easy", Reason: "filler", Mentions: tt.people, Respondents: tt.people}, {Term: "notebook", Reason: "subject", Mentions: 9, Respondents: 9}}
		if got := d.Findings()[0]; got != tt.want {
			t.Errorf("%d %s:\n%s\nwant\n%s", tt.people, tt.by, got, tt.want)
		}
	}
}

// What was said most often may have been said by few.
func TestPopularAmongFew(t *testing.T) {
	d := said(100, 12, 50, 40).withAnyOf(3, 70)
	d.Terms[0].Mentions, d.RankBy = 200, tally.Mentions
	const want = "T1, t2 and t3 were said most often; 70% of 100 people named at least one of them. More people named t2 than any other: 50 people (50%)."
	if got := d.popular(); got != want {
		t.Errorf("got %q", got)
	}
}

// Of a multiple choice, the order of the options is the finding.
func TestPopularOptions(t *testing.T) {
	d := said(100, 60, 50, 40).withAnyOf(3, 100)
	d.TermsAre = "options"
	const want = "Chosen most often, among 100 people: t1 (60%), t2 (50%) and t3 (40%)."
	if got := d.popular(); got != want {
		t.Errorf("got %q", got)
	}
}

// A weighted share says so.
func TestPopularWeighted(t *testing.T) {
	d := said(100, 60, 50, 40).withAnyOf(3, 70)
	d.Options.Weight = "w"
	const want = "T1, t2 and t3 were named most; 70% (weighted) of 100 people named at least one of them. T1 came first, named by 60 people (60%, weighted)."
	if got := d.popular(); got != want {
		t.Errorf("got %q", got)
	}
	// The largest number and the largest weighted share need not be of one term.
	d = said(100, 14, 12)
	d.Options.Weight, d.Terms[1].Share = "w", 0.148
	const varied = "Answers were varied: no term was named by more than 14 of the 100 people, or by more than 15% of them, weighted. T1 and t2 were named most. Themes and quotes tell more."
	if got := d.popular(); got != varied {
		t.Errorf("got %q", got)
	}
}

// What is said of the first theme holds, be it most people's, more people's, or one of several.
func TestLeadingThemes(t *testing.T) {
	tests := []struct {
		name   string
		people []int // of 100
		want   string
	}{
		{"none", []int{0, 0}, ""},
		{"one", []int{26, 0}, "By theme, people spoke of A (26%)."},
		{"more people", []int{20, 26, 15, 3}, "By theme, more people spoke of B (26%) than of any other, then of A (20%) and C (15%)."},
		{"half is not most", []int{50, 20}, "By theme, more people spoke of A (50%) than of any other, then of B (20%)."},
		{"most people", []int{62, 20, 15}, "By theme, most people spoke of A (62%), then of B (20%) and C (15%)."},
		{"two", []int{26, 26}, "By theme, equally many people spoke of A (26%) and B (26%)."},
		{"two of several", []int{26, 9, 26}, "By theme, equally many people spoke of A (26%) and C (26%), more than of any other, then of B (9%)."},
		{"three", []int{26, 26, 26, 1}, "By theme, equally many people spoke of A (26%), B (26%) and C (26%), more than of any other."},
		{"many", []int{5, 5, 5, 5}, "By theme, equally many people (5%) spoke of each of 4."},
		{"a tie for the second place", []int{30, 9, 9, 9}, "By theme, more people spoke of A (30%) than of any other."},
		{"a tie for the third place", []int{30, 20, 9, 9}, "By theme, more people spoke of A (30%) than of any other, then of B (20%)."},
	}
	for _, tt := range tests {
		d := said(100, 50)
		for i, n := range tt.people {
			d.Themes = append(d.Themes, tally.Theme{Theme: string(rune('A' + i)), Respondents: n, Share: float64(n) / 100})
		}
		if got := d.leadingThemes(); got != tt.want {
			t.Errorf("%s:\n%s\nwant\n%s", tt.name, got, tt.want)
		}
	}
}

// The numbers after a headline begin where it ends, and split no tie.
func TestNumbers(t *testing.T) {
	for _, tt := range []struct {
		name    string
		d       *Result
		leading int
		want    string
	}{
		{"one leads", said(100, 60, 40, 30, 20, 10), 1, "Next: t2 (40%), t3 (30%) and t4 (20%)."},
		{"a tie at the end", said(100, 60, 40, 20, 20, 20), 1, "Next: t2 (40%)."},
		{"a tie behind the leader", said(100, 60, 9, 9, 9, 9, 9), 1, ""},
		{"two lead", said(100, 60, 55, 20, 10), 2, "T1 (60%), t2 (55%) and t3 (20%)."},
		{"none leads, all tie", said(100, 5, 5, 5, 5, 5), 0, ""},
		{"few people", said(12, 6, 3), 1, "Next: t2 (3 people)."},
		{"single people are no pattern", said(12, 6, 1), 1, ""},
	} {
		if got := tt.d.Numbers(tt.leading); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// The portions of the respondents add up to them, and a withheld one is none.
func TestPortions(t *testing.T) {
	d := said(100, 60)
	d.Base.Respondents, d.Base.NilAnswers, d.Base.NonResponse, d.Base.Unanswered = 130, 4, 10, 20
	sum := 0
	for i, p := range d.Portions() {
		if sum += p.N; p.Kind != i {
			t.Errorf("%+v is number %d", p, i)
		}
	}
	if sum != 130 {
		t.Errorf("portions of %d people", sum)
	}
	d.Base.Unanswered = -1 // withheld
	if got := d.Portions(); len(got) != 3 || got[2].Name != "10 wrote “don’t know” or the like" {
		t.Errorf("%+v", got)
	}
}
