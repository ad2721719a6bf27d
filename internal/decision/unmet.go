package decision

import "verbatim/internal/tally"

// Unmet is the first condition of a phrase that words which people wrote together do not meet: people,
// cohesive, list, chance or gutting. It is "" if they meet all of these, so another phrase has them. A
// name needs not meet all, so this is asked only of words that are no phrase.
func Unmet(t *tally.Together) string {
	m := miner{people: t.Answered, total: t.Tokens}
	t.Least, t.LeastChance = m.least(), leastChance
	for i := 1; i < len(t.Said); i++ {
		chance := m.chance(t.Mentions, t.Said[i-1].Mentions, t.Said[i].Mentions)
		if i == 1 || chance < t.Chance {
			t.Chance = chance
		}
	}
	switch {
	case t.People < t.Least:
		return "people"
	case t.People*2 <= t.Rarest:
		return "cohesive"
	case t.Back*4 > t.People:
		return "list"
	case t.Chance < leastChance:
		return "chance"
	case t.People*takesOneIn < t.Commonest:
		return "gutting"
	}
	return ""
}
