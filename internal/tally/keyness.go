package tally

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/term"
)

// Keyness shows which terms distinguish groups of people. It is counted in people, after Monroe,
// Colaresi and Quinn 2008 (doi:10.1093/pan/mpn018): y of n people of a group used a term, and y' of
// n' in the others. Each side is pulled towards the share of all people, by a prior of ten people
// in each group who used the term as often as all did:
//
//	           used it        did not
//	group      y  + a         n  + 10 - y  - a        a = 10 (y + y') / (n + n')
//	others     y' + a         n' + 10 - y' - a
//
//	log odds = log(used / did not) of the group - the same of the others
//	z        = log odds / √(sum of 1/cell over all four cells)
//
// The paper leaves the right column out of the variance, which only holds for rare words. If a
// cell is expected to hold fewer than five people, p is that of Fisher's exact test, otherwise
// that of z. Weighted people count as many as their effective number (Kish): n = (Σw)² / Σw² of
// those with an answer, y = n times the weighted share; both are rounded to whole people for
// Fisher's test. With more than two groups, each is compared with all others together. Groups that overlap
// are the options of a multiple choice: each is compared with those who did not pick it (overlap.go).

// LeastTested is how many people have to have used a term for it to be tested.
const LeastTested = 5

// A Comparison is what distinguishes groups.
type Comparison struct {
	Groups   []ComparedGroup `json:"base"`
	Overlap  bool            `json:"-"`                  // the groups are options of a multiple choice, and a person is in each that they picked
	LeftOut  int             `json:"left_out,omitempty"` // of these, options that few people picked, or nearly all
	Blank    int             `json:"blank"`              // people who gave an answer, but are in no group
	Terms    []KeyTerm       `json:"terms"`              // by their tests (Clearer), then bytes of the term, then of the stem
	Family   int             `json:"family"`             // how many terms were tested: those that LeastTested people used
	Withheld int             `json:"withheld,omitempty"` // terms not tested, since a group's number is withheld
	Tests    int             `json:"tests"`              // how many tests that took; with more than two groups, one for each
}

// A KeyTerm is a term with what it shows about the groups. Its test is that of the group which uses it
// more than the others most clearly: LogOdds and Z are of that group against the others, so never below 0.
type KeyTerm struct {
	Term  string `json:"term"`
	Label string `json:"label"`
	term.Root
	Groups []KeyGroup `json:"groups"` // in the order of the comparison
	Test
	Adjusted float64 `json:"p_adjusted"` // after Benjamini and Hochberg, over all tests
	HigherIn string  `json:"higher_in"`  // of the groups that are not small; "" where none uses it more than the others
	Theme    string  `json:"theme,omitempty"`
	Masked   bool    `json:"masked,omitempty"` // words of the label are covered

	Respondents int     `json:"respondents"` // in all groups together
	Elsewhere   float64 `json:"elsewhere"`   // the share in all groups but HigherIn together
	Place       int     `json:"-"`           // as of a term
	Higher      int     `json:"-"`           // index of HigherIn, or -1
}

// A KeyGroup is a group's use of a term, and the test of it against all others.
type KeyGroup struct {
	Value       string  `json:"value"`
	Respondents int     `json:"respondents"`
	Share       float64 `json:"share"` // of the group's valid respondents, weighted where there are weights
	Interval
	Test
	NotPicked *Unpicked `json:"not_picked,omitempty"` // of an option: those who did not pick it
	Withheld  bool      `json:"withheld,omitempty"`   // nothing is told of this option, and it is not tested
	Adjusted  float64   `json:"-"`                    // p after Benjamini and Hochberg, over all tests
}

// Apart reports whether the group uses the term more than the others at 5 %.
func (g *KeyGroup) Apart() bool { return g.Z > 0 && g.Adjusted < significance }

// Unpicked are the people who answered a multiple choice and did not pick an option, of one term.
type Unpicked struct {
	Respondents int     `json:"respondents"`
	Share       float64 `json:"share"`
	Adjusted    float64 `json:"p_adjusted"` // of the option against them, after Benjamini and Hochberg, over all tests
}

// A Test is the result of keyness.
type Test struct {
	LogOdds float64 `json:"log_odds"` // 9 decimals
	Z       float64 `json:"z"`        // 9 decimals
	P       float64 `json:"p"`        // 9 significant digits
}

// Clearer orders tests of what is more frequent, the clearest first: by p, then by z. Of rare terms p is
// exact and z is not, so that z alone would put what is surest behind what is not.
func Clearer(a, b Test) int { return cmp.Or(cmp.Compare(a.P, b.P), cmp.Compare(b.Z, a.Z)) }

// significance is the level of the tests, after correction.
const significance = 0.05

// Apart reports whether the term sets a group apart at 5 %.
func (t *KeyTerm) Apart() bool { return t.Adjusted < significance }

// Of is the term with the test of one group, where groups overlap and each is compared by itself.
func (t KeyTerm) Of(group int) KeyTerm {
	g := t.Groups[group]
	t.Higher, t.HigherIn, t.Test, t.Elsewhere, t.Adjusted = group, g.Value, g.Test, g.NotPicked.Share, g.NotPicked.Adjusted
	return t
}

// Compare tests the terms of t, which is not cut, between its groups. People without a value are in
// no group, and a value without any answer makes no group. What disclosure control has withheld
// stays withheld: a term that a group conceals is not tested.
func Compare(t *Tally, groups []Group, r Ranking) *Comparison {
	all := len(groups)
	if r.Overlap {
		groups = LeadingOptions(t, groups)
	}
	f := newField(t, groups, r)
	c := &Comparison{Groups: f.columns, Overlap: r.Overlap, LeftOut: all - len(groups)}
	if blank := blankOf(groups); blank != nil {
		c.Blank = blank.Base.Valid
	}
	if len(f.sides) < f.least() {
		return c
	}
	for _, x := range t.Terms {
		switch {
		case x.Respondents < LeastTested:
		case f.conceals(x.Key()):
			c.Withheld++
		default:
			if k := c.key(x, f, r); k.Respondents >= LeastTested { // some may be in no group
				c.Terms = append(c.Terms, k)
			}
		}
	}
	c.Family = len(c.Terms)
	c.adjust()
	slices.SortFunc(c.Terms, func(a, b KeyTerm) int {
		return cmp.Or(Clearer(a.Test, b.Test), strings.Compare(a.Term, b.Term), strings.Compare(a.Key(), b.Key()))
	})
	return c
}

// key tests one term in each group against all others.
func (c *Comparison) key(x Term, f field, r Ranking) KeyTerm {
	k := KeyTerm{Term: x.Term, Label: x.Label, Root: x.Root, Theme: x.Theme, Masked: x.Masked, Place: x.Place, Higher: -1}
	parts, all := f.users(x.Key())
	k.Respondents = all.used.n
	for i, part := range parts {
		g := KeyGroup{Value: c.Groups[i].Value, Respondents: part.used.n}
		if g.Withheld = f.sides[i].conceals(x.Key()); g.Withheld {
			g.Test.P, g.Adjusted = 1, 1
			k.Groups = append(k.Groups, g)
			continue
		}
		g.Share, g.Interval = f.sides[i].said(x.Key(), r)
		y, n := part.scaled(r.Weighted)
		rest := all.minus(part)
		others, m := rest.scaled(r.Weighted)
		g.Test = keyness(y, n, others, m)
		if c.Overlap {
			g.NotPicked = &Unpicked{Respondents: rest.used.n, Share: rest.share(r.Weighted)}
		}
		// What a few people said is no finding on a group, however clear the test, if there are larger ones.
		if g.Z > 0 && !(c.Groups[i].Small && f.large) && (k.Higher < 0 || Clearer(g.Test, k.Groups[k.Higher].Test) < 0) {
			k.Higher = i
		}
		k.Groups = append(k.Groups, g)
	}
	k.P, k.Elsewhere = 1, all.share(r.Weighted)
	if k.Higher >= 0 {
		h := k.Groups[k.Higher]
		k.Elsewhere = all.minus(parts[k.Higher]).share(r.Weighted)
		k.Test, k.HigherIn = h.Test, h.Value
	}
	return k
}

// prior is the weight of the prior, in people of each group.
const prior = 10

// keyness is the test described above, of y1 among n1 people against y2 among n2. Log odds and z
// are rounded to nine decimals and p to nine digits, so that the last bits of a logarithm, which
// differ between machines, decide nothing.
func keyness(y1, n1, y2, n2 float64) Test {
	if n1+n2 == 0 || y1+y2 == 0 || y1+y2 >= n1+n2 {
		return Test{P: 1} // nobody, or everybody, used it
	}
	a := prior * (y1 + y2) / (n1 + n2)
	cells := [4]float64{y1 + a, n1 + prior - y1 - a, y2 + a, n2 + prior - y2 - a}
	delta := math.Log(cells[0]/cells[1]) - math.Log(cells[2]/cells[3])
	z := rounded(delta / math.Sqrt(1/cells[0]+1/cells[1]+1/cells[2]+1/cells[3]))
	p := math.Erfc(math.Abs(z) / math.Sqrt2)
	// The smallest number of people expected in a cell if the groups were alike decides.
	if used, n := y1+y2, n1+n2; min(n1, n2)*min(used, n-used)/n < 5 {
		p = fisher(whole(y1), whole(n1), whole(y2), whole(n2))
	}
	return Test{rounded(delta), z, digits(p)}
}

func whole(people float64) int { return int(math.Round(people)) }

// fisher is the two-sided p of Fisher's exact test: the probability, if the groups are alike, of
// this table or a less likely one with the same margins. The probabilities of all tables are
// found by their ratios to the most likely one:
//
//	P(k+1) / P(k) = (used - k) (n1 - k) / ((k + 1) (n2 - used + k + 1))
func fisher(y1, n1, y2, n2 int) float64 {
	used := y1 + y2
	low, high := max(0, used-n2), min(used, n1)
	ratio := func(k int) float64 {
		return float64(used-k) / float64(k+1) * (float64(n1-k) / float64(n2-used+k+1))
	}
	mode := min(high, max(low, int(math.Floor(float64(used+1)*float64(n1+1)/float64(n1+n2+2)))))
	chances := make([]float64, high-low+1)
	chances[mode-low] = 1
	for k := mode; k < high; k++ {
		chances[k+1-low] = chances[k-low] * ratio(k)
	}
	for k := mode; k > low; k-- {
		chances[k-1-low] = chances[k-low] / ratio(k-1)
	}
	var all, unlikely float64
	atMost := chances[y1-low] * (1 + 1e-7) // tables as likely, except for the last bits
	for _, chance := range chances {
		all += chance
		if chance <= atMost {
			unlikely += chance
		}
	}
	return min(1, unlikely/all)
}

// adjust sets p after Benjamini and Hochberg: of the terms called different at some level, at most
// that share is expected to be wrong. All tests count, also those of groups in which a term is not
// used most.
func (c *Comparison) adjust() {
	var all []float64
	for _, t := range c.Terms {
		groups := t.Groups
		if len(groups) == 2 && !c.Overlap { // both are the same test
			groups = groups[:1]
		}
		for _, g := range groups {
			if !g.Withheld {
				all = append(all, g.P)
			}
		}
	}
	slices.Sort(all)
	c.Tests = len(all)
	least := make([]float64, len(all)) // the adjusted p, by place
	for i, next := len(all)-1, 1.0; i >= 0; i-- {
		next = min(next, all[i]*float64(len(all))/float64(i+1))
		least[i] = next
	}
	adjusted := func(p float64) float64 {
		at, _ := slices.BinarySearch(all, p)
		return digits(least[at])
	}
	for i := range c.Terms {
		t := &c.Terms[i]
		t.Adjusted = 1
		if t.Higher >= 0 {
			t.Adjusted = adjusted(t.P)
		}
		for j := range t.Groups {
			g := &t.Groups[j]
			if g.Withheld {
				continue
			}
			if g.Adjusted = adjusted(g.P); g.NotPicked != nil {
				g.NotPicked.Adjusted = g.Adjusted
			}
		}
	}
}

// Limit keeps the terms that distinguish groups most; 0 does not cut. The number of tests stays
// as it was.
func (c *Comparison) Limit(l Limits) *Comparison {
	limited := *c
	limited.Terms = slices.DeleteFunc(slices.Clone(c.Terms), func(t KeyTerm) bool { return t.Respondents < l.MinCount })
	if l.Top > 0 && l.Top < len(limited.Terms) {
		limited.Terms = limited.Terms[:l.Top:l.Top]
	}
	return &limited
}

// rounded keeps nine decimals.
func rounded(x float64) float64 { return math.Round(x*1e9) / 1e9 }

// digits keeps nine significant digits.
func digits(x float64) float64 {
	rounded, _ := strconv.ParseFloat(strconv.FormatFloat(x, 'g', 9, 64), 64)
	return rounded
}
