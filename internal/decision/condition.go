package decision

import (
	"math"

	"verbatim/internal/tally"
)

// The conditions of a phrase, beside those in holds: the least number of
// people, as a share and as a number, and the least G² (Dunning 1993), which is 15 for
// one run of ten thousand that come together by chance; and of how many people who say a
// word one says it in the phrase.
const (
	leastShare  = 100 // one person in so many
	leastPeople = 3
	leastChance = 15
	takesOneIn  = 3
)

// leastOf is the smallest number of people who use a phrase, of all who gave answers.
func leastOf(people int) int { return max(leastPeople, (people+leastShare-1)/leastShare) }

// isCohesive reports whether more than half of the people who say the rarest word of a run say the run.
func isCohesive(people, rarest int) bool { return people*2 > rarest }

// isList reports whether people also say the words in the opposite order, as they do with things
// that only stand in a row: "trust and respect".
func isList(people, back int) bool { return back*4 > people }

// takesEnough reports whether at least a third of the people who say the commonest word of a run, and so
// of those who say any of its words, say it in the run.
func takesEnough(people, commonest int) bool { return people*takesOneIn >= commonest }

// chance is G², the likelihood ratio of two words that are said first and second times and
// together of these, among all words in total; 0 where they come together more rarely than by chance.
//
//	2 Σ n ln(n / expected)     over the table: both, either without the other, neither
func chance(total, together, first, second int) float64 {
	all, a, b, both := float64(total), float64(first), float64(second), float64(together)
	if both*all <= a*b {
		return 0
	}
	sum := 0.0
	for _, cell := range [][2]float64{{both, a * b}, {a - both, a * (all - b)}, {b - both, (all - a) * b}, {all - a - b + both, (all - a) * (all - b)}} {
		if cell[0] > 0 {
			sum += cell[0] * math.Log(cell[0]*all/cell[1])
		}
	}
	return 2 * sum
}

// Unmet is the first condition of a phrase that words which people wrote together do not meet: people,
// cohesive, list, chance or gutting. It is "" if they meet all of these, so another phrase has them. A
// name needs not meet all, so this is asked only of words that are no phrase. What the conditions
// compare is filled in.
func Unmet(t *tally.Together) string {
	t.Least, t.LeastChance = leastOf(t.Answered), leastChance
	for i := 1; i < len(t.Said); i++ {
		pair := chance(t.Tokens, t.Mentions, t.Said[i-1].Mentions, t.Said[i].Mentions)
		if i == 1 || pair < t.Chance {
			t.Chance = pair
		}
	}
	switch {
	case t.People < t.Least:
		return "people"
	case !isCohesive(t.People, t.Rarest):
		return "cohesive"
	case isList(t.People, t.Back):
		return "list"
	case t.Chance < leastChance:
		return "chance"
	case !takesEnough(t.People, t.Commonest):
		return "gutting"
	}
	return ""
}
