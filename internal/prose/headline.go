package prose

import "verbatim/internal/tally"

// Headline is the finding of a question as the title of its picture. The first so many terms lead all
// others; with none of them ahead, that is said. A question of varied answers has no leader:
//
//	“packages” was named most, by 56 of 132 people
//	“easy” and “code” were named most
//	No clear leader: “data”, “community” and “packages” come first
//	Answers vary: no term comes from more than 5 of 97 people
func (v Voice) Headline(t *tally.Tally, options bool, leading int) string {
	first := largestShare(t.Terms)
	named := func(n int) string {
		return v.enumerate(Texts(t.Terms[:n], func(x tally.Term) string { return v.Quote(Shorten(x.Label, termLength)) }))
	}
	n := min(3, len(t.Terms))
	for n > 0 && tally.Tied(t.Terms, n) {
		n--
	}
	switch {
	case !options && first.Share < 0.15 && leading == 0:
		return v.Say("Answers vary: no term comes from more than %d of %d people", first.Respondents, t.Base.Valid)
	case leading == 1 && t.RankBy != tally.Mentions:
		return v.Say(either(options, "%s was chosen most, by %d of %d people", "%s was named most, by %d of %d people"), named(1), t.Terms[0].Respondents, t.Base.Valid)
	case leading > 0:
		return v.Say(either(options, "%[1]s were chosen most", "%[1]s were named most"), named(leading), leading)
	case n > 1:
		return v.Say("No clear leader: %s come first", named(n))
	}
	return v.Say(either(options, "No option stands out among the answers of %d people", "No term stands out among the answers of %d people"), t.Base.Valid)
}
