package privacy_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/privacy"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// chose is a respondent of a survey with a multiple choice.
type chose struct {
	options []int  // from 0; none: it was left blank
	answer  string // words that count as they are
}

// chosen is such a survey with its tallies.
type chosen struct {
	people  []chose
	options int
	whole   *tally.Tally
	groups  []tally.Group
}

// name is what an option is called.
func name(option int) string { return string(rune('A' + option)) }

// count counts the survey, in all and by the options.
func (c *chosen) count(t *testing.T) {
	t.Helper()
	analyzer, err := term.New(term.Options{})
	if err != nil {
		t.Fatal(err)
	}
	themes := analyzer.NewThemes(themeList)
	counters := make(map[string]*tally.Counter)
	whole := tally.NewCounter(themes)
	add := func(x *tally.Counter, p chose) {
		tokens, _ := analyzer.Answer(p.answer)
		x.Watch(nil)
		x.Rows(tally.Base{Rows: 1, Respondents: 1})
		x.Respondent(lang.Substantive, tokens, tally.One)
	}
	for _, p := range c.people {
		add(whole, p)
		var groups []string
		for _, o := range p.options {
			groups = append(groups, name(o))
		}
		if groups == nil {
			groups = []string{""}
		}
		for _, g := range groups {
			if counters[g] == nil {
				counters[g] = tally.NewCounter(themes)
			}
			add(counters[g], p)
		}
	}
	sums := make(map[string]*tally.Sum)
	for value, counter := range counters {
		sums[value] = counter.Sum()
	}
	c.whole, c.groups = whole.Sum().Tally(tally.Ranking{By: tally.Respondents}), tally.Groups(sums, tally.Ranking{By: tally.Respondents})
}

// An onlooker knows that all people are of one kind each, by the options that they picked, and tries all
// numbers of each kind that agree with what is shown.
type onlooker struct {
	all    int
	shown  []int // people who picked an option, by option; withheld: not shown
	blank  int   // people who left it blank; withheld: not shown
	most   []int // of each kind, from what is known of others
	excess int   // picks beyond one a person, at most

	kinds     []int // of the numbers that are tried: by the options picked, a bit each
	low, high map[string]int
	mostOf    []int // of each kind, in any numbers that agree
	mostPicks int
}

// try tries all numbers of the kinds from one on; left are people who are of none yet.
func (o *onlooker) try(kind, left int, open []int) {
	if kind == len(o.kinds) {
		o.check(left, open)
		return
	}
	limit := left
	if o.most != nil {
		limit = min(limit, o.most[kind])
	}
	for i, x := range open { // picks of options that are shown must not become too many
		if o.shown[i] != withheld && kind&(1<<i) != 0 {
			limit = min(limit, x)
		}
	}
	for n := range limit + 1 {
		o.kinds[kind] = n
		next := slices.Clone(open)
		for i := range next {
			if kind&(1<<i) != 0 {
				next[i] -= n
			}
		}
		o.try(kind+1, left-n, next)
	}
}

// check takes numbers that agree with all that is shown; blank are those of no kind with an option.
func (o *onlooker) check(blank int, open []int) {
	if o.blank != withheld && o.blank != blank || o.most != nil && blank > o.most[0] {
		return
	}
	picks := 0
	figures := map[string]int{"blank": blank, "not blank": o.all - blank}
	for i, x := range open {
		if o.shown[i] != withheld && x != 0 {
			return
		}
		p := o.all - x // open began at all
		if o.shown[i] != withheld {
			p = o.shown[i]
		}
		picks += p
		figures["picked "+name(i)], figures["did not pick "+name(i)] = p, o.all-blank-p
	}
	figures["further picks"] = picks - (o.all - blank)
	if figures["further picks"] > o.excess {
		return
	}
	for name, n := range figures {
		if low, known := o.low[name]; !known || n < low {
			o.low[name] = n
		}
		o.high[name] = max(o.high[name], n)
	}
	o.mostPicks = max(o.mostPicks, figures["further picks"])
	o.kinds[0] = blank
	for kind, n := range o.kinds {
		o.mostOf[kind] = max(o.mostOf[kind], n)
	}
}

// look tries everything.
func (o *onlooker) look() {
	o.low, o.high, o.kinds, o.mostOf = make(map[string]int), make(map[string]int), make([]int, 1<<len(o.shown)), make([]int, 1<<len(o.shown))
	open := slices.Clone(o.shown)
	for i, x := range open {
		if x == withheld {
			open[i] = o.all
		}
	}
	o.try(1, o.all, open)
}

// told compares what agrees with what is true, and names what is certain of few people.
func (o *onlooker) told(truth map[string]int, n int) (names []string) {
	for name, is := range truth {
		switch low, known := o.low[name]; {
		case !known:
			names = append(names, name+": nothing agrees")
		case low > is || o.high[name] < is:
			names = append(names, fmt.Sprintf("%s = %d is not from %d to %d", name, is, low, o.high[name]))
		case 0 < is && is < n && (low == o.high[name] || o.high[name] < n):
			names = append(names, fmt.Sprintf("%s = %d, from %d to %d", name, is, low, o.high[name]))
		}
	}
	return names
}

// truth counts the people of whom a condition holds.
func (c *chosen) truth(holds func(chose) bool) map[string]int {
	truth := make(map[string]int)
	for _, p := range c.people {
		if !holds(p) {
			continue
		}
		if len(p.options) == 0 {
			truth["blank"]++
			continue
		}
		truth["not blank"]++
		truth["further picks"] += len(p.options) - 1
		for i := range c.options {
			if slices.Contains(p.options, i) {
				truth["picked "+name(i)]++
			} else {
				truth["did not pick "+name(i)]++
			}
		}
	}
	return truth
}

// Of options that overlap no figure of few people follows, whatever an onlooker tries: who picked an
// option, who did not, who left it blank, and how many picked several.
func TestNothingFollowsFromOptions(t *testing.T) {
	shownTerms := 0
	seeds := uint64(12)
	if os.Getenv("VERBATIM_FULL") != "" {
		seeds = 150
	}
	for seed := range seeds {
		r := rand.New(rand.NewPCG(seed, 3))
		c := chosen{options: 2 + r.IntN(2)}
		words := strings.Fields("trust trust respect money boss")
		size := []int{25, 14}[c.options-2] + r.IntN(8)
		for range size {
			p := chose{answer: words[r.IntN(len(words))]}
			if r.IntN(2) == 0 {
				p.answer += " " + words[r.IntN(len(words))]
			}
			often := []int{2, 6, 30}[seed%3] // how often people pick several
			for o := range c.options {
				if len(p.options) == 0 && r.IntN(c.options-o) == 0 || r.IntN(often) == 0 {
					p.options = append(p.options, o)
				}
			}
			if r.IntN(8) == 0 && seed%4 > 0 {
				p.options = nil
			}
			c.people = append(c.people, p)
		}
		c.count(t)
		n := 2 + r.IntN(4)
		shown := privacy.Show(c.whole, c.groups, tally.Ranking{Overlap: true}, n)
		groups := make(map[string]*tally.Tally)
		for _, g := range shown.Groups() {
			groups[g.Value] = g.Tally
		}
		base := c.onlooker(len(c.people), groups, func(g *tally.Tally) int { return g.Base.Valid })
		base.excess = 1 << 30
		base.look()
		fewBlank := c.truth(func(chose) bool { return true })["blank"] < n
		check := func(what string, o onlooker, truth map[string]int) {
			if fewBlank { // that few left it blank is told of all, and not how many
				delete(truth, "blank")
				delete(truth, "further picks")
			}
			for _, told := range o.told(truth, n) {
				t.Errorf("seed %d, threshold %d: %s: %s", seed, n, what, told)
			}
		}
		check("all", base, c.truth(func(chose) bool { return true }))
		for _, x := range shown.Tally().Terms {
			o := c.onlooker(x.Respondents, groups, func(g *tally.Tally) int {
				if slices.Contains(g.Concealed, x.Key()) {
					return withheld
				}
				return max(0, cellOf(g, x.Root).Respondents)
			})
			o.most, o.excess = base.mostOf, base.mostPicks
			o.look()
			check(x.Term, o, c.truth(func(p chose) bool { return strings.Contains(p.answer, x.Term) }))
			for _, p := range o.shown {
				if p > 0 {
					shownTerms++
				}
			}
		}
		for _, x := range shown.Tally().Themes {
			o := c.onlooker(x.Respondents, groups, func(g *tally.Tally) int {
				i := slices.IndexFunc(g.Themes, func(y tally.Theme) bool { return y.Theme == x.Theme })
				if i < 0 {
					return withheld
				}
				return g.Themes[i].Respondents
			})
			o.most, o.excess = base.mostOf, base.mostPicks
			o.look()
			check("theme "+x.Theme, o, c.truth(func(p chose) bool {
				return slices.ContainsFunc(strings.Fields(p.answer), func(word string) bool { return inTheme(x.Theme, word) })
			}))
		}
		if t.Failed() {
			return
		}
	}
	if shownTerms < 2*int(seeds) {
		t.Errorf("only %d numbers are shown in all", shownTerms)
	}
}

// onlooker knows a number of people in all, and of the options that are shown.
func (c *chosen) onlooker(all int, groups map[string]*tally.Tally, of func(*tally.Tally) int) onlooker {
	o := onlooker{all: all, blank: withheld}
	for i := range c.options {
		people := withheld
		if g := groups[name(i)]; g != nil {
			people = of(g)
		}
		o.shown = append(o.shown, people)
	}
	if g := groups[""]; g != nil {
		o.blank = of(g)
	}
	return o
}
