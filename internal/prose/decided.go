package prose

import (
	"fmt"
	"maps"
	"slices"

	"verbatim/internal/decision"
	"verbatim/internal/lang"
	"verbatim/internal/tally"
)

// partly says that not all answers decided how words are counted, and which did. A withheld number is
// left out.
func (r *Result) partly() []string {
	if r.Decisions == nil || !r.AreWords() || r.Decisions.From.Of == decision.OfAll {
		return nil
	}
	from := r.Decisions.From
	some := either(from.Of == decision.OfSample, "answers in a sample of the rows, by the hashes of their text", "answers in the first 8 MiB of the stream")
	if from.Answers > 0 {
		some = either(from.Of == decision.OfSample, "%d answers in a sample of the rows, by the hashes of their text", "%d answers in the first 8 MiB of the stream")
	}
	return r.When(true, "What is decided for all answers together (language, words set aside, phrases, denied words) was decided from %s.", r.Say(some, from.Answers))
}

// basis says from which answers something was decided. A withheld number is left out.
func basis(from decision.Basis) string {
	some := clause(from.Answers > 0, "%d ", from.Answers)
	switch from.Of {
	case decision.OfSample:
		return some + "answers in a sample of the rows, by the hashes of their text"
	case decision.OfBeginning:
		return some + "answers in the first 8 MiB of the stream"
	}
	return "all " + some + "answers"
}

// mostDecided is how many words or phrases of a kind are named.
const mostDecided = 8

// Decided says what the answers decided before they were counted, and from which answers.
func Decided(d *decision.Decisions) []string {
	if d == nil {
		return nil
	}
	language := d.Language
	if l, err := lang.LanguageOf(d.Language); err == nil {
		language = l.Name
	}
	list := func(name string, words []string) string {
		return clause(len(words) > 0, "; %s %s", name, named(words, mostDecided, "%d more"))
	}
	counted := slices.DeleteFunc(slices.Clone(d.Phrases), func(p tally.Phrase) bool { return !p.Counted })
	phrases := Texts(counted, func(p tally.Phrase) string { return fmt.Sprintf("%s (%s)", Plain(p.Phrase), People(p.People)) })
	var spaced []string
	for _, writing := range slices.Sorted(maps.Keys(d.Twins)) {
		spaced = append(spaced, Plain(writing))
	}
	var answers []string
	for _, u := range d.Uses {
		if u.As == decision.AsAnswer {
			answers = append(answers, Plain(u.Word))
		}
	}
	return when(true, "Decided from %s, before --where, --finished and --by: language %s%s%s%s%s%s%s%s.", basis(d.From), language,
		list("words of the question", Texts(d.Echo, Plain)), list("fillers or words of the question that answer it", answers), list("subject", Texts(d.Subject, Plain)), list("phrases", phrases), list("words in several pieces", spaced),
		clause(len(d.Spellings) > 0, "; %s without their accents", Count(len(d.Spellings), "word")),
		clause(len(d.Denied) > 0, "; %s that enough people deny", Count(len(d.Denied), "word")))
}

// Evidence says what led to a sense of a term that the answers decided: whether it answers the question.
func Evidence(d *decision.Decisions, s tally.Sense) []string {
	if d == nil {
		return nil
	}
	decided := clause(d.From.Of != decision.OfAll, "of those who decided, ")
	for _, u := range d.Uses {
		if u.Key != s.Key() {
			continue
		}
		just := say("%s%d of %s who say %q say just that (alone, or in a list)", decided, u.Just, People(u.People), Plain(u.Word))
		within := say("%d say it in a short clause without other words of the question", u.Within)
		return map[decision.Role][]string{
			decision.AsEcho:   when(s.As == "echo", "It repeats the question: %s, and %s.", just, within),
			decision.AsFiller: when(s.As == "filler", "It is no answer: %s, and %d say it in a short clause.", just, u.Within),
			decision.AsAnswer: when(s.As == "term", "It is ranked although it is filler, or in the question: %s, and %s.", just, within),
		}[u.As]
	}
	return when(s.As == "filler", "It is no answer: %snobody says just that (alone, or in a list).", decided)
}
