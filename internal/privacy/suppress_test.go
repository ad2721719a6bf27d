package privacy_test

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/privacy"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// person is one respondent of a made-up survey.
type person struct {
	group  string
	answer string // "" is unanswered
}

// counted is a survey with its tally, in all and by group.
type counted struct {
	people []person
	whole  *tally.Tally
	groups []tally.Group
	denied []string // words whose denials are terms
}

var themeList = []term.ThemeTerm{
	{Theme: "people", Term: "trust"}, {Theme: "people", Term: "respect"}, {Theme: "people", Term: "bully*"}, {Theme: "people", Term: "boss"},
	{Theme: "means", Term: "money"}, {Theme: "means", Term: "lamps"}, {Theme: "means", Term: "laptop"},
	{Theme: "all", Term: "trust"}, {Theme: "all", Term: "respect"}, {Theme: "all", Term: "bully*"}, {Theme: "all", Term: "boss"}, {Theme: "all", Term: "money"},
	{Theme: "rare", Term: "harassment"}, {Theme: "kit", Term: "lamps"},
}

// survey makes up answers in which words of all frequencies, forms, denials, set
// aside words and nil answers meet.
func survey(t *testing.T, r *rand.Rand, n int) counted {
	t.Helper()
	words := strings.Fields("trust trust trust Trust trusting respect respect respected money money lamps lamps lamp time timing use thing boss bully bullying laptop laptop lap_top bad_coffee harassment Johnson secret salary 2017 42 joe@x.org")
	c := counted{denied: [][]string{nil, {"trust", "respect"}, {"trust", "respect", "money", "lamp", "time", "boss"}}[n%3]}
	for range n {
		p := person{group: []string{"North", "South", "West", "East"}[min(3, r.IntN(5))]}
		switch r.IntN(12) {
		case 0:
		case 1:
			p.answer = "nothing"
		case 2:
			p.answer = "don't know"
		default:
			for range 1 + r.IntN(4) {
				// The further back a word is, the rarer.
				p.answer += []string{" ", " no ", ", "}[r.IntN(3)] + words[min(r.IntN(len(words)), r.IntN(len(words)))]
			}
			p.answer = strings.ReplaceAll(p.answer, "_", " ")
		}
		c.people = append(c.people, p)
	}
	c.count(t)
	return c
}

func (c *counted) count(t *testing.T) {
	t.Helper()
	analyzer, err := term.New(term.Options{Filler: true, Denied: c.denied, Phrases: []string{"bad coffee"}, Twins: map[string]string{"lap top": "laptop"}})
	if err != nil {
		t.Fatal(err)
	}
	themes := analyzer.NewThemes(themeList)
	whole, groups := tally.NewCounter(themes), make(map[string]*tally.Counter)
	whole.Watch(nil)
	for _, p := range c.people {
		if groups[p.group] == nil {
			groups[p.group] = tally.NewCounter(themes)
			groups[p.group].Watch(nil)
		}
		tokens, class := analyzer.Answer(p.answer)
		for _, counter := range []*tally.Counter{whole, groups[p.group]} {
			counter.Rows(tally.Base{Rows: 1, Respondents: 1})
			switch {
			case p.answer == "":
				counter.Unanswered()
			case class == lang.Nil:
				counter.Respondent(lang.Nil, nil, tally.One)
			case class == lang.NonResponse:
				counter.Respondent(lang.NonResponse, nil, 0)
			default:
				counter.Respondent(lang.Substantive, tokens, tally.One)
			}
		}
	}
	sums := make(map[string]*tally.Sum)
	for value, counter := range groups {
		sums[value] = counter.Sum()
	}
	ranking := tally.Ranking{By: tally.Mentions}
	c.whole, c.groups = whole.Sum().Tally(ranking), tally.Groups(sums, ranking)
	for _, g := range append(slices.Clone(c.groups), tally.Group{Tally: c.whole}) {
		if err := g.Tally.Reconcile(); err != nil {
			t.Fatal(err)
		}
	}
}

// Whatever is suppressed, an attacker who knows all figures that are shown, how
// they add up, and the rules, does not find out one that is not.
func TestNothingFollows(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 6))
		c := survey(t, r, 5+r.IntN(150))
		n := 2 + r.IntN(5)
		s, groups := suppressed(c, n)
		name := fmt.Sprintf("seed %d, %d people, threshold %d", seed, len(c.people), n)
		a := attacker{hidden: make(map[int]string)}
		a.learn(c, s, groups)
		for _, told := range a.told(n) {
			t.Errorf("%s: %s follows", name, told)
		}
		c.checkShown(t, name, s, n)
		if t.Failed() {
			return
		}
	}
}

// checkShown holds what is shown against the answers themselves.
func (c *counted) checkShown(t *testing.T, name string, s *tally.Tally, n int) {
	t.Helper()
	if err := s.Reconcile(); err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if s.Suppressed.Terms == 1 {
		t.Errorf("%s: one term alone is suppressed", name)
	}
	if got := len(c.whole.Terms) + len(c.whole.SetAside) - len(s.Terms) - len(s.SetAside); got != s.Suppressed.Terms {
		t.Errorf("%s: %d terms are missing, but %d are said to be", name, got, s.Suppressed.Terms)
	}
	for _, x := range s.Terms {
		sum := 0
		for _, f := range x.Forms {
			sum += f.Mentions
			// One form alone names the term, whoever wrote it.
			if wrote := c.wrote(cmp.Or(f.Word, f.Form)); wrote < n && len(x.Forms) > 1 || wrote == 0 {
				t.Errorf("%s: the form %q of %d people is shown", name, f.Form, wrote)
			}
		}
		if x.Respondents < n || sum != x.Mentions {
			t.Errorf("%s: %q: %d people, forms %v", name, x.Term, x.Respondents, x.Forms)
		}
	}
	for _, x := range s.Themes {
		if 0 < x.Respondents && x.Respondents < n {
			t.Errorf("%s: the theme %q of %d people is shown", name, x.Theme, x.Respondents)
		}
	}
}

// wrote is how many people wrote a word, in whatever case.
func (c *counted) wrote(word string) (n int) {
	for _, p := range c.people {
		if strings.Contains(word, " ") { // a phrase, or a word in several pieces
			if strings.Contains(strings.ToLower(p.answer), strings.ToLower(word)) {
				n++
			}
			continue
		}
		if slices.Contains(strings.FieldsFunc(strings.ToLower(p.answer), func(r rune) bool { return r == ' ' || r == ',' }), strings.ToLower(word)) {
			n++
		}
	}
	return n
}

// Suppress does not change what it is given, and withholds nothing of a tally
// in which all is said by many.
func TestSuppressLeavesItsArguments(t *testing.T) {
	c := survey(t, rand.New(rand.NewPCG(1, 1)), 80)
	before := fmt.Sprintf("%+v", c.whole)
	suppressed(c, 5)
	if after := fmt.Sprintf("%+v", c.whole); before != after {
		t.Error("the tally has changed")
	}
	s, _ := suppressed(c, 1)
	if s.Suppressed.Terms > 0 || len(s.Terms) != len(c.whole.Terms) || s.Tokens != c.whole.Tokens || s.Base != c.whole.Base {
		t.Errorf("a threshold of 1 withholds %+v", s.Suppressed)
	}
}

// What is withheld, by a survey each.
func TestSuppress(t *testing.T) {
	times := func(n int, answer string) (list []person) {
		for range n {
			list = append(list, person{"North", answer})
		}
		return list
	}
	tests := []struct {
		name   string
		people []person
		want   string
	}{
		{"one small term takes another along", slices.Concat(times(9, "trust"), times(6, "money"), times(5, "lamps"), times(1, "boss")),
			"trust money; 2 terms with 6 mentions"},
		{"small terms alone, and their sum tells", slices.Concat(times(9, "trust"), times(1, "boss"), times(1, "laptop")),
			"trust; 2 terms with withheld mentions, counted withheld"},
		{"rare forms count with the first", slices.Concat(times(8, "trust"), times(3, "trusting"), times(5, "respected"), times(5, "respect")),
			"trust=11 respect=5+respected=5; 0 terms with 0 mentions"},
		{"forms all rare: the word that they begin with", slices.Concat(times(3, "trusting"), times(2, "trust"), times(9, "money")),
			"money trust=5; 0 terms with 0 mentions"},
		{"forms all rare, and none that the others begin with", slices.Concat(times(3, "trusting"), times(2, "trusted"), times(9, "money"), times(7, "fear")),
			"money; 2 terms with 12 mentions"},
		{"set aside and small", slices.Concat(times(9, "trust money"), times(2, "thing trust"), times(2, "boss money")),
			"money trust; 2 terms with withheld mentions, counted withheld"},
		{"all small", times(4, "trust"), "; 1 terms with withheld mentions, counted withheld"},
	}
	for _, tt := range tests {
		c := counted{people: tt.people}
		c.count(t)
		s, _ := suppressed(c, 5)
		var names []string
		for _, x := range s.Terms {
			name := x.Term
			if len(x.Forms) > 1 || x.Forms[0].Mentions != c.wrote(x.Forms[0].Form) {
				var forms []string
				for _, f := range x.Forms {
					forms = append(forms, fmt.Sprintf("%s=%d", f.Form, f.Mentions))
				}
				name = strings.Join(forms, "+")
			}
			names = append(names, name)
		}
		mentions := fmt.Sprint(s.Suppressed.Mentions)
		if s.Suppressed.Mentions.IsWithheld() {
			mentions = "withheld"
		}
		got := fmt.Sprintf("%s; %d terms with %s mentions", strings.Join(names, " "), s.Suppressed.Terms, mentions)
		if s.Tokens.Counted.IsWithheld() {
			got += ", counted withheld"
		}
		if got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// What groups show of the term "trust", by how many of each say it; the others
// of each group of 20 say something else.
func TestSuppressGroups(t *testing.T) {
	tests := []struct {
		say  []int
		want string
	}{
		{[]int{9, 8, 7}, "9 8 7"},
		{[]int{9, 8, 0}, "9 8 0"}, // a zero is like what is withheld
		{[]int{9, 8, 3}, "9 0 0"}, // one alone follows: the next goes, too
		{[]int{9, 1, 1}, "0 0 0"}, // 11 - 9: each of two is 1
		{[]int{12, 9, 6, 1}, "12 9 0 0"},
		{[]int{4, 4, 4, 9}, "0 0 0 9"}, // no more than 10 in one
	}
	for _, tt := range tests {
		var c counted
		for i, n := range tt.say {
			for j := range 20 {
				c.people = append(c.people, person{fmt.Sprint(i), map[bool]string{true: "trust", false: "money"}[j < n]})
			}
		}
		c.count(t)
		_, groups := suppressed(c, 5)
		got := make([]string, len(tt.say))
		for i := range got {
			got[i] = "0"
			for _, g := range groups {
				if g.Value == fmt.Sprint(i) {
					for _, x := range g.Tally.Terms {
						if x.Stem == "trust" && !x.Denied {
							got[i] = fmt.Sprint(x.Respondents)
						}
					}
				}
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%v: %s, want %s", tt.say, strings.Join(got, " "), tt.want)
		}
	}
}

// Groups of few are not named, and neither is one alone.
func TestSmallGroups(t *testing.T) {
	for _, tt := range []struct {
		sizes []int
		want  string
	}{{[]int{20, 9, 8}, "0 1 2"}, {[]int{20, 9, 3}, "0"}, {[]int{20, 9, 4, 3, 2}, "0 1"}, {[]int{20, 1, 1}, ""}, {[]int{20, 9, 0}, "0 1"}} {
		var c counted
		for i, n := range tt.sizes {
			for range max(1, n) {
				c.people = append(c.people, person{fmt.Sprint(i), map[bool]string{true: "trust", false: ""}[n > 0]})
			}
		}
		c.count(t)
		_, groups := suppressed(c, 5)
		var names []string
		for _, g := range groups {
			names = append(names, g.Value)
		}
		if got := strings.Join(names, " "); got != tt.want {
			t.Errorf("%v: groups %q, want %q", tt.sizes, got, tt.want)
		}
	}
}

// Where all that a term has is hidden and still leaves no doubt, zeros are
// concealed like the rest: five groups of one person each would be told.
func TestZerosAreConcealed(t *testing.T) {
	var c counted
	for i := range 8 {
		for j := range 20 {
			c.people = append(c.people, person{fmt.Sprint(i), map[bool]string{true: "trust", false: "money"}[i < 5 && j == 0]})
		}
	}
	c.count(t)
	_, groups := suppressed(c, 5)
	for _, g := range groups {
		if !slices.Contains(g.Tally.Concealed, "trust") {
			t.Errorf("group %s tells that nobody said it", g.Value)
		}
	}
	if len(groups) != 8 {
		t.Errorf("%d groups, want 8", len(groups))
	}
}

// suppressed is what is shown of a count if so many people at least have to have
// said it.
func suppressed(c counted, least int) (*tally.Tally, []tally.Group) {
	s := privacy.Show(c.whole, c.groups, tally.Ranking{}, least)
	return s.Tally(), s.Groups()
}

// The words of phrases tell how often a form in several pieces is written, if it is hidden or counts with
// another.
func TestSuppressedPieces(t *testing.T) {
	for _, tt := range []struct {
		answers string
		want    tally.Figure
	}{
		{"laptop 9, lap top 6", 6},
		{"laptop 9, lap top 3", tally.Withheld},                      // counts with "laptop"
		{"laptop 9, lap top 6, bad coffee 7", 13},                    // all of it is shown
		{"money 9, bad coffee 7, lap top 2, boss 2", tally.Withheld}, // hidden, without a space in its stem
		{"money 9, bad coffee 3, boss 2", tally.Withheld},            // a phrase
		{"money 9, bad coffee 7, boss 4, harassment 4", 7},           // hidden words in one piece
	} {
		var c counted
		for _, part := range strings.Split(tt.answers, ", ") {
			at := strings.LastIndex(part, " ")
			n, _ := strconv.Atoi(part[at+1:])
			c.people = append(c.people, slices.Repeat([]person{{"North", part[:at]}}, n)...)
		}
		c.count(t)
		s, _ := suppressed(c, 5)
		if s.Tokens.InPhrases != tt.want || s.Tokens.Total.IsWithheld() != (tt.want == tally.Withheld) {
			t.Errorf("%s: %d words of phrases of %d, want %d", tt.answers, s.Tokens.InPhrases, s.Tokens.Total, tt.want)
		}
	}
}

// With --id, how many rows people have beyond their first is withheld of each group where it is of few rows in one, and
// where other numbers of the base are withheld: also where it is 0, since the others would follow from the whole.
func TestFurtherRowsOfGroups(t *testing.T) {
	for _, tt := range []struct {
		further []int // rows, of each group
		blank   int   // people of the first who left it blank
		want    string
	}{{[]int{0, 0}, 0, "0 0"}, {[]int{9, 7}, 0, "9 7"}, {[]int{9, 1}, 0, "withheld withheld"}, {[]int{0, 9}, 0, "0 9"}, {[]int{9, 7}, 2, "withheld withheld"}, {[]int{0, 7}, 2, "withheld withheld"}, {[]int{0, 0}, 2, "0 0"}} {
		var c counted
		for i := range tt.further {
			for j := range 20 {
				c.people = append(c.people, person{fmt.Sprint(i), map[bool]string{true: "", false: "trust"}[i == 0 && j < tt.blank]})
			}
		}
		c.count(t)
		for i := range c.groups {
			at, _ := strconv.Atoi(c.groups[i].Value)
			for _, b := range []*tally.Base{&c.groups[i].Tally.Base, &c.whole.Base} {
				b.FurtherRows += tally.Figure(tt.further[at])
				b.Rows += tally.Figure(tt.further[at])
			}
		}
		_, groups := suppressed(c, 5)
		got := make([]string, len(groups))
		for _, g := range groups {
			at, _ := strconv.Atoi(g.Value)
			if got[at] = fmt.Sprint(int(g.Tally.Base.FurtherRows)); g.Tally.Base.FurtherRows.IsWithheld() {
				got[at] = "withheld"
			}
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%v, %d blank: %q, want %q", tt.further, tt.blank, got, tt.want)
		}
	}
}
