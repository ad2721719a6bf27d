package prose

import (
	"cmp"
	"slices"
	"strconv"

	"verbatim/internal/notice"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// A caution warns that the answers support less than the ranking suggests: they are few, they have
// little in common, or a few people decide the ranking. It is not about the files. Each caution
// gives its figures, so that a reader can disagree; its hint names what would tell more. The bounds
// are rules of thumb, the same for every survey:
//
//	fewer than 30 answers                         few
//	no term by more than a third or 15%          varied; not judged below 10 answers
//	one person has 5% of at least 20 words       talkative
//	one person carries over 5% of the weight     heavy
//	a term of 4 mentions, under 0.6 people each   repeated

// FewAnswers warns if few people gave an answer. That nobody did is no matter of trust.
func (v Voice) FewAnswers(t *tally.Tally) []notice.Warning {
	return v.Caution(0 < t.Base.Valid && t.Base.Valid < 30, notice.FewAnswers, "", "only %d people gave an answer", t.Base.Valid)
}

// VariedAnswers warns if answers have so little in common that a ranking of their terms does not
// mean much. Fewer than ten answers are not judged. A term that more than a third of the people
// named is common.
func (v Voice) VariedAnswers(t *tally.Tally, options bool) []notice.Warning {
	if len(t.Terms) == 0 || t.Base.Valid < 10 {
		return nil
	}
	first := mostNamed(t.Terms)
	n, valid := first.Respondents, t.Base.Valid
	isCommon := n*3 > valid || n >= 10 && n*100 >= 15*valid
	text := either(options, "answers are varied: no option was chosen by more than %d people of %d (%s)", "answers are varied: no term was said by more than %d people of %d (%s)")
	return v.Caution(!isCommon, notice.VariedAnswers, "themes and quotes tell more", text, n, valid, v.cited(first.Label))
}

// cited is a label within a caution. In English, which goes to terminals, it has the quotation marks of
// all messages there.
func (v Voice) cited(label string) string {
	if v == (Voice{}) {
		return strconv.Quote(Plain(label))
	}
	return v.Quote(Plain(label))
}

// listed is how many terms a warning names.
const listed = 3

// Talkative warns, if mentions rank the terms, that few people supply many of the mentions; most is
// the number of counted words of the most talkative person. Ranking by people needs no such
// warning: there each person counts once.
func (v Voice) Talkative(t *tally.Tally, most int) []notice.Warning {
	if t.RankBy == tally.Respondents {
		return nil
	}
	var terms []string
	for _, x := range t.Terms[:min(30, len(t.Terms))] {
		if x.Mentions > 3 && x.Respondents*10 < 6*x.Mentions {
			terms = append(terms, v.Say("%s has %d mentions by %d people", v.cited(x.Label), x.Mentions, x.Respondents))
		}
	}
	return append(
		v.Caution(most >= 20 && most*20 > int(t.Tokens.Counted), notice.TalkativePerson, "--count respondents does not grow with them", "one person supplies %d of the %d counted words", most, t.Tokens.Counted),
		v.Caution(len(terms) > 0, notice.RepeatedTerms, "", "some terms are repeated by the same people: %s", v.named(terms, listed))...)
}

// Heavy warns that so many people carry over 5% of the weight each, the first of them the given
// share: then the ranking is largely theirs.
func (v Voice) Heavy(people int, share float64) []notice.Warning {
	const hint = "trim the weights, or count without --weight"
	return slices.Concat(
		v.Caution(people == 1, notice.HeavyPerson, hint, "one person carries over 5%% of the weight: %s", v.Percent(share)),
		v.Caution(people > 1, notice.HeavyPerson, hint, "%d people carry over 5%% of the weight each, one of them %s", people, v.Percent(share)))
}

// HeldKeys names the runs of keys that are set aside.
func (v Voice) HeldKeys(t *tally.Tally) []notice.Warning {
	runs := asideNames(v, t, tally.Reason(term.Keys), 0, func(name string) string { return Shorten(name, nameLength) })
	return v.Caution(len(runs) > 0, notice.HeldKeys, "", "runs of keys are set aside: %s", v.named(runs, listed))
}

// mostNamed is the term that most people said, which need not be the first if mentions or weighted
// people rank the terms. What is few goes by unweighted people.
func mostNamed(terms []tally.Term) tally.Term {
	return slices.MaxFunc(terms, func(a, b tally.Term) int { return cmp.Compare(a.Respondents, b.Respondents) })
}

// largestShare is the term that most people said, weighted where answers are.
func largestShare(terms []tally.Term) tally.Term {
	return slices.MaxFunc(terms, func(a, b tally.Term) int { return cmp.Compare(a.Share, b.Share) })
}

// vary reports whether answers have so little in common that no term stands for them: none has 15% of the
// people. Titles and findings both go by it.
func vary(terms []tally.Term) bool { return largestShare(terms).Share < 0.15 }

// Caution is a list of one warning about answers if something holds, and of none if it does not. It
// has neither file nor line; hint may be empty.
func (v Voice) Caution(holds bool, code notice.Code, hint string, text Text, args ...any) []notice.Warning {
	if !holds {
		return nil
	}
	return []notice.Warning{{Code: code, Message: v.Say(text, args...), Hint: hint}}
}

// Warning is a warning with its file, line and column, as far as they are known.
func Warning(w notice.Warning) string {
	place := w.File + clause(w.Line > 0, ", line %s", strconv.Itoa(w.Line)) + clause(w.Column > 0, ", column %d", w.Column)
	return Plain(clause(place != "", "%s: ", place) + w.Message)
}
