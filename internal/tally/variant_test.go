package tally

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestEdits(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		most int
		want int
	}{
		{"trust", "trust", 2, 0}, {"trust", "trusst", 2, 1}, {"trust", "trut", 2, 1}, {"trust", "trost", 2, 1}, {"trust", "tursts", 2, 2},
		{"trust", "turst", 2, 1}, {"", "ab", 2, 2}, {"abc", "xyz", 2, 3}, {"trust", "transparency", 2, 3}, {"ça", "ca", 1, 1}, {"ab", "ba", 0, 1},
	} {
		if got := editsBetween(tt.a, tt.b, tt.most); got != tt.want {
			t.Errorf("%s, %s: %d, want %d", tt.a, tt.b, got, tt.want)
		}
		if got := editsBetween(tt.b, tt.a, tt.most); got != tt.want {
			t.Errorf("%s, %s: %d, want %d", tt.b, tt.a, got, tt.want)
		}
	}
}

// tallyOfCounts makes a tally of "word 12" lists, each mention another person.
func tallyOfCounts(valid int, counts string) *Tally {
	s := NewSum()
	s.Base.Valid = valid
	for _, c := range strings.Split(counts, ", ") {
		var word string
		var n int
		if _, err := fmt.Sscan(c, &word, &n); err != nil {
			panic(err)
		}
		s.Terms[Name{Key: strings.ToLower(word)}] = &TermSum{Counts: Counts{Mentions: n, Respondents: n}, Forms: []Form{{Form: word, Mentions: n}}}
	}
	return s.Tally(Ranking{By: Mentions})
}

func TestVariants(t *testing.T) {
	for _, tt := range []struct {
		name, counts, want string
	}{
		{"a letter too few, too many, another, swapped", "transparency 20, trasparency 2, trransparency 1, tranzparency 1, transparnecy 1",
			"trasparency>transparency transparnecy>transparency tranzparency>transparency trransparency>transparency"},
		{"two edits of a long word", "transparency 20, trasparancy 1", "trasparancy>transparency"},
		{"two edits of a short word", "honest 20, hinset 1", ""},
		{"both frequent", "spack 54, slack 12", ""},
		{"not rare enough", "spack 14, slack 3", ""},
		{"not frequent enough", "spack 4, slack 1", ""},
		{"another first letter", "python 40, ipython 1, sython 1", ""},
		{"short", "time 40, tims 1", ""},
		{"names with signs and digits", "python2 40, python3 1, node.js 30, nodes.js 1, spell-check 40, spell-chek 1", ""},
		{"an acronym", "reset 40, REST 1, RESET 1", ""},
		{"the nearer, then the more frequent", "trusts 40, trusty 60, trustz 1", "trustz>trusty"},
		{"doubled letters", "broccoli 19, Brocolli 5, tomorrow 30, tommorow 9, tomorow 11", "tommorow>tomorrow Brocolli>broccoli"},
		{"short doubled letters, a known word", "later 40, latter 5, boot 20, bot 3", ""},
		{"no chains", "spacing 500, spacin 20, spaci 2", "spaci>spacin"},
	} {
		var got []string
		for _, v := range tallyOfCounts(100, tt.counts).Variants(func(word string) bool { return word == "latter" }) {
			got = append(got, v.From+">"+v.To)
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, got, tt.want)
		}
	}
}

// The neighbourhood finds what comparing all with all finds.
func TestVariantsMissNone(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	for range 10 {
		s := NewSum()
		s.Base.Valid = 50
		for range 300 {
			word := make([]byte, 5+r.IntN(8))
			for i := range word {
				word[i] = "ab"[r.IntN(2)]
			}
			word[0] = 'a'
			n := 1 + r.IntN(12)
			s.Terms[Name{Key: string(word)}] = &TermSum{Counts: Counts{Mentions: n, Respondents: n}, Forms: []Form{{Form: string(word), Mentions: n}}}
		}
		full := s.Tally(Ranking{By: Mentions})
		got := full.Variants(func(string) bool { return false })
		if want := variantsAmong(full); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v\nwant %v", got, want)
		}
	}
}

// variantsAmong is Variants by comparing all with all.
func variantsAmong(t *Tally) (list []Variant) {
	target := make(map[string]bool)
	for i, x := range t.Terms {
		most, best := 1+btoi(len(x.Stem) >= longWord), -1
		for j, y := range t.Terms {
			doubled := slices.Equal(undoubled([]rune(x.Stem)), undoubled([]rune(y.Stem))) && y.Mentions >= timesDoubled*x.Mentions
			if y.Mentions < timesRare || target[y.Stem] || i == j || !doubled && (!t.dwarfs(j, i) || editsBetween(x.Stem, y.Stem, most) > most) {
				continue
			}
			if best < 0 || editsBetween(x.Stem, y.Stem, most) < editsBetween(x.Stem, t.Terms[best].Stem, most) {
				best = j
			}
		}
		if best >= 0 {
			target[x.Stem] = true
			list = append(list, Variant{x.Stem, t.Terms[best].Stem})
		}
	}
	return list
}
