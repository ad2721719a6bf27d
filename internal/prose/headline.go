package prose

import "verbatim/internal/tally"

// Headline is the finding of a question as the title of its picture. The first so many terms lead all
// others; with none of them ahead, that is said. A question of varied answers has no leader:
//
//	“packages” was named most, by 56 of 132 people
//	“easy” and “code” were named most
//	No clear leader: “data”, “community” and “packages” come first
//	Answers vary: no term comes from more than 5 of 97 people
func Headline(t *tally.Tally, options bool, leading int) string {
	d := deedOf(options)
	first := largestShare(t.Terms)
	named := func(n int) string {
		return enumerate(Texts(t.Terms[:n], func(x tally.Term) string { return "“" + Shorten(x.Label, termLength) + "”" }))
	}
	n := min(3, len(t.Terms))
	for n > 0 && tally.Tied(t.Terms, n) {
		n--
	}
	switch {
	case !options && first.Share < 0.15 && leading == 0:
		return say("Answers vary: no %s comes from more than %d of %d people", d.term, first.Respondents, t.Base.Valid)
	case leading == 1 && t.RankBy != tally.Mentions:
		return say("%s was %s most, by %d of %d people", named(1), d.namedAs(), t.Terms[0].Respondents, t.Base.Valid)
	case leading > 0:
		return say("%s %s %s most", named(leading), Agree(leading, "was", "were"), d.namedAs())
	case n > 1:
		return say("No clear leader: %s come first", named(n))
	}
	return say("No %s stands out among the answers of %s", d.term, People(t.Base.Valid))
}

// namedAs is what happened to a term in a finding: it was named, or chosen where it is an option.
func (d deed) namedAs() string {
	if d.term == "option" {
		return d.done
	}
	return "named"
}
