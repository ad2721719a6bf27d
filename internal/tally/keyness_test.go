package tally

import (
	"math"
	"math/big"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// The figures were worked out apart from the program, in fractions, from the formulas of Monroe, Colaresi and Quinn and
// of Fisher. The paper's two-cell variance would give 2.57 for the first.
func TestKeyness(t *testing.T) {
	tests := []struct {
		y1, n1, y2, n2 float64
		logOdds, z, p  float64
	}{
		{30, 50, 20, 50, 0.6729444732424259, 1.8171577647961787, 0.06919295992272781},
		{20, 50, 30, 50, -0.6729444732424259, -1.8171577647961787, 0.06919295992272781},
		{12, 40, 9, 80, 1.0283011009956153, 2.2658653448249013, 0.02345962901789731},
		{40, 60, 10, 90, 2.3573099926832923, 6.145930593537454, 7.949604184115259e-10},
		// Fisher's test, where a cell is expected to hold fewer than five.
		{8, 10, 1, 12, 1.6248359925452223, 2.3835135853629468, 0.0015479876160990713},
		{3, 20, 2, 400, 3.106118356049808, 3.4049523925642244, 0.0008738707250065228},
		{0, 9, 6, 30, -0.9691799085619719, -1.038635779391521, 0.30450622091488966},
		{3, 4, 1, 4, 0.5753641449035616, 0.7533284989097461, 0.4857142857142857},
		{100, 100, 100, 9900, 6.9087547793152195, 19.771376401883725, 1.3886005254200944e-183},
		// Nothing to tell.
		{0, 50, 0, 50, 0, 0, 1},
		{50, 50, 50, 50, 0, 0, 1},
	}
	for _, tt := range tests {
		got := keyness(tt.y1, tt.n1, tt.y2, tt.n2)
		if !near(got.LogOdds, tt.logOdds) || !near(got.Z, tt.z) || !near(got.P, tt.p) {
			t.Errorf("%v of %v against %v of %v: %+v; want %v, %v, %v", tt.y1, tt.n1, tt.y2, tt.n2, got, tt.logOdds, tt.z, tt.p)
		}
	}
}

// near is agreement to six digits.
func near(a, b float64) bool { return math.Abs(a-b) <= 1e-6*math.Abs(b) }

// Fisher's test against its definition, in exact fractions, over all small tables.
func TestFisher(t *testing.T) {
	const n1, n2 = 7, 11
	choose := func(n, k int) *big.Int { return new(big.Int).Binomial(int64(n), int64(k)) }
	chance := func(used, k int) *big.Rat {
		return new(big.Rat).SetFrac(new(big.Int).Mul(choose(used, k), choose(n1+n2-used, n1-k)), choose(n1+n2, n1))
	}
	for y1 := range n1 + 1 {
		for y2 := range n2 + 1 {
			used, want := y1+y2, new(big.Rat)
			for k := max(0, used-n2); k <= min(used, n1); k++ {
				if c := chance(used, k); c.Cmp(chance(used, y1)) <= 0 {
					want.Add(want, c)
				}
			}
			if p, _ := want.Float64(); math.Abs(fisher(y1, n1, y2, n2)-p) > 1e-12 {
				t.Errorf("%d of %d against %d of %d: %v, want %v", y1, n1, y2, n2, fisher(y1, n1, y2, n2), p)
			}
		}
	}
}

// group is a part of a survey by how many people used each term, each once and with the weights given, in turn.
func group(value string, valid int, used map[string]int, weights ...Weight) Group {
	c := NewCounter(nil)
	words := make(map[string]*term.Word)
	id := 0
	for _, name := range []string{"trust", "time", "rare", "all"} {
		words[name] = &term.Word{Form: name, Key: name, ID: int32(id), KeyID: int32(id), Kind: term.Counted}
		id++
	}
	for i := range valid {
		var tokens []term.Token
		for _, name := range []string{"trust", "time", "rare", "all"} {
			if i < used[name] {
				tokens = append(tokens, term.Token{Word: words[name], Parts: 1})
			}
		}
		w := One
		if len(weights) > 0 {
			w = weights[i%len(weights)]
		}
		c.Respondent(lang.Substantive, tokens, w)
	}
	sum := c.Sum()
	r := Ranking{By: Respondents, Weighted: len(weights) > 0}
	return Group{Value: value, Tally: sum.Tally(r), Sum: sum}
}

// compared compares groups.
func compared(weighted bool, groups ...Group) *Comparison {
	all, r := NewSum(), Ranking{By: Respondents, Weighted: weighted}
	for _, g := range groups {
		all.Add(g.Sum)
	}
	return Compare(all.Tally(r), groups, r)
}

func TestCompare(t *testing.T) {
	c := compared(false,
		group("North", 50, map[string]int{"trust": 30, "time": 12, "rare": 2, "all": 50}),
		group("South", 50, map[string]int{"trust": 20, "time": 40, "rare": 2, "all": 50}),
		group("", 5, map[string]int{"trust": 5}),
		group("Mars", 0, nil))
	if c.Family != 3 || c.Tests != 3 || c.Blank != 5 || len(c.Groups) != 2 {
		t.Fatalf("%d terms, %d tests, %d blank, groups %v", c.Family, c.Tests, c.Blank, c.Groups)
	}
	want := []struct{ term, higher string }{{"time", "South"}, {"trust", "North"}, {"all", ""}}
	for i, w := range want {
		if got := c.Terms[i]; got.Term != w.term || got.HigherIn != w.higher {
			t.Errorf("%d: %s higher in %q, want %s in %q", i, got.Term, got.HigherIn, w.term, w.higher)
		}
	}
	trust := c.Terms[1]
	if !near(trust.Z, 1.8171577647961787) || !near(trust.Groups[1].Z, -1.8171577647961787) || trust.Groups[0].Share != 0.6 {
		t.Errorf("trust: %+v", trust)
	}
	// The second of three tests by p: 3/2 of its p.
	if !near(trust.Adjusted, 0.06919295992272781*3/2) || trust.Apart() || !c.Terms[0].Apart() {
		t.Errorf("trust has %v after correction, time %v", trust.Adjusted, c.Terms[0].Adjusted)
	}
	if top := c.Limit(Limits{Top: 1, MinCount: 1}); len(top.Terms) != 1 || top.Family != 3 {
		t.Errorf("cut to %d terms of a family of %d", len(top.Terms), top.Family)
	}
}

// Terms stand by p, which is exact for rare ones: z is larger for the frequent term, p smaller for the rare one. A term is
// higher in the group that shows it most clearly.
func TestCompareOrder(t *testing.T) {
	c := compared(false,
		group("small", 40, map[string]int{"rare": 5, "time": 16, "all": 1}),
		group("large", 400, map[string]int{"time": 65, "all": 9}),
		group("third", 400, map[string]int{"time": 65, "all": 9}))
	for i := range c.Terms[1:] {
		if a, b := c.Terms[i], c.Terms[i+1]; a.P > b.P || a.P == b.P && a.Z < b.Z || a.Adjusted > b.Adjusted {
			t.Errorf("%s with p %v and z %v stands before %s with %v and %v", a.Term, a.P, a.Z, b.Term, b.P, b.Z)
		}
	}
	if rare := c.Terms[0]; rare.Term != "rare" || rare.HigherIn != "small" || rare.Z >= c.Terms[1].Z {
		t.Errorf("the first is %s in %s with z %v, the next has z %v", rare.Term, rare.HigherIn, rare.Z, c.Terms[1].Z)
	}
}

// What a group conceals is not tested, though the others show it.
func TestCompareConcealed(t *testing.T) {
	north, south := group("North", 50, map[string]int{"trust": 30, "time": 12}), group("South", 50, map[string]int{"time": 40})
	south.Tally.Concealed = []string{"trust"}
	c := compared(false, north, south)
	if c.Family != 1 || c.Withheld != 1 || c.Terms[0].Term != "time" {
		t.Errorf("%d tested, %d withheld: %+v", c.Family, c.Withheld, c.Terms)
	}
	north.Sum, south.Sum = nil, nil // as disclosure control leaves them
	Compare(&Tally{}, []Group{north, south}, Ranking{})
}

// With three groups, each is held against the other two together.
func TestCompareThree(t *testing.T) {
	c := compared(false,
		group("a", 40, map[string]int{"trust": 12}),
		group("b", 30, map[string]int{"trust": 4}),
		group("c", 50, map[string]int{"trust": 5}))
	trust := c.Terms[0]
	if c.Family != 1 || c.Tests != 3 || trust.HigherIn != "a" || !near(trust.Z, 2.2658653448249013) {
		t.Errorf("family %d, %d tests, %+v", c.Family, c.Tests, trust)
	}
	if one := compared(false, group("a", 40, map[string]int{"trust": 12})); len(one.Terms) != 0 || len(one.Groups) != 1 {
		t.Errorf("one group compared with nothing: %+v", one)
	}
}

// Weighted people count as many as are effective: equal weights are none, uneven ones make z smaller.
func TestCompareWeighted(t *testing.T) {
	z := func(weights ...Weight) float64 {
		return compared(len(weights) > 0,
			group("North", 50, map[string]int{"trust": 30}, weights...),
			group("South", 50, map[string]int{"trust": 20}, weights...)).Terms[0].Z
	}
	if equal := z(3 * One); !near(equal, z()) {
		t.Errorf("with equal weights z is %v, without %v", equal, z())
	}
	// Weights 1 and 3 in turn: 80 % of the people are effective, 40 a side, with the same shares.
	want := keyness(24, 40, 16, 40).Z
	if uneven := z(One, 3*One); !near(uneven, want) {
		t.Errorf("with uneven weights z is %v, want %v", uneven, want)
	}
}
