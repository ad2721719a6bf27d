package prose

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// An explanation, as it appears on a terminal:
//
//	"trust" is term number 1: 12 people, 13 mentions. It is counted by the stem …   the verdict of a sense
//	- trust 11: line 3, 7, 9, …                                                       a form, and where it stands
//	- trusted 2: line 12, 40
//	Themes: Trust.                                                                    lists that decided

// Explanation says what led to the count of a term, in blocks of lines: one block for each sense in
// which the word is counted or left out, then blocks for phrases that contain it and for similar
// terms. Synonyms is the name of the list of synonyms; with several files, each line number has the
// name of its file.
func Explanation(e *tally.Explanation, synonyms string, files bool) (blocks [][]string) {
	for _, s := range e.Senses {
		forms := Texts(s.Forms, func(f tally.FormUse) string { return "- " + form(f, files) })
		blocks = append(blocks, slices.Concat([]string{verdict(s)}, forms, lists(s, synonyms)))
	}
	for _, p := range e.Found {
		blocks = append(blocks, []string{foundPhrase(p)})
	}
	if e.Together != nil {
		blocks = append(blocks, []string{together(e.Asked, e.Together)})
	}
	unknown := len(e.InPhrases) == 0 && len(e.Senses) == 0 && e.Together == nil
	for _, sentence := range slices.Concat(
		when(len(e.InPhrases) > 0, "%q is no term by itself: all its mentions are part of phrases: %s.", Plain(e.Asked), nearList(e.InPhrases)),
		when(unknown, "%q is no term: no answer has it as one.", Plain(e.Asked)),
		when(len(e.Words) > 0, "Its words are counted one by one, unless --phrase says otherwise: %s.", nearList(e.Words)),
		when(len(e.Near) > 0, "Terms like it: %s.", nearList(e.Near)),
	) {
		blocks = append(blocks, []string{sentence})
	}
	return blocks
}

// together says why words that people wrote together are no phrase.
func together(asked string, t *tally.Together) string {
	why := map[string]string{
		"people":   say("a phrase needs %d", t.Least),
		"cohesive": say("a phrase needs more than half of the %d who say its rarest word", t.Rarest),
		"list":     say("%d wrote them in the opposite order, as in a list", t.Back),
		"chance":   say("G² is %.0f, and a phrase needs %.0f to be beyond chance", t.Chance, t.LeastChance),
		"gutting":  say("a phrase needs a third of the %d who say its commonest word", t.Commonest),
	}[t.Fails]
	return say("%q is no term: %s wrote these words together%s.", Plain(asked), People(t.People), clause(why != "", ", but %s", why))
}

// foundPhrase says why a phrase that was found is counted as one term, or is not.
func foundPhrase(p tally.Phrase) string {
	facts := say("%s said it, %d its rarest word and %d its commonest; G² is %d", People(p.People), p.Rarest, p.Commonest, int(math.Round(p.Chance)))
	if p.Counted {
		return say("%q is a phrase, and counts as one term: of those who decided, %s.", Plain(p.Phrase), facts)
	}
	return say("%q is a phrase, but does not count as one term, since it would gut a word: of those who decided, %s.", Plain(p.Phrase), facts)
}

// verdict says how a sense is counted, or why not, and how often it occurs.
func verdict(s tally.Sense) string {
	name := say("%q", Plain(s.Term))
	often := say("%s, %s", People(s.Respondents), Count(s.Mentions, "mention"))
	if s.Mentions == 0 {
		often = "no answer has it"
	}
	why, ok := map[string]string{
		"filler":       "is counted but not ranked, as filler (--set-aside, --keep)",
		"echo":         "is counted but not ranked, as a word of the question (--set-aside, --keep)",
		"keys":         "is counted but not ranked, as a run of keys (--set-aside, --keep)",
		"subject":      "is counted but not ranked, as the subject of the survey (--set-aside, --keep)",
		"stop_word":    "is not counted, as a stop word (--no-stopwords, --keep)",
		"dropped":      "is not counted: it is dropped (--drop), damaged, or left over",
		"number":       "is not counted as a term: it is a plain number",
		"address":      "is not counted as a term: it is an address",
		"nil_answer":   `is not counted where it is part of an answer like "nothing" (--keep-nonanswers)`,
		"non_response": `is not counted where it is part of a non-answer like "don't know" (--keep-nonanswers)`,
	}[s.As]
	switch {
	case ok && (s.As == "number" || s.As == "address"):
		return name + " " + why + "."
	case ok:
		return say("%s %s: %s.", name, why, often)
	}
	denied := clause(s.Negated > 0, ", %d of them denied", s.Negated)
	label := map[string]string{"form": "the form written most often", "synonym": "its name in the list of synonyms",
		"denied": "the wording used most often"}[s.LabelBy]
	if s.Denied {
		return say("%s is term number %d: %s. These are the mentions that deny %q: enough people deny it that they are a term of their own%s. The label is %s.",
			name, s.Rank, often, Plain(s.Word), clause(s.Either > 0, "; %s say one or the other", People(s.Either)), label)
	}
	return say("%s is term number %d: %s%s. It is counted by the stem %q; the label is %s.", name, s.Rank, often, denied, Plain(s.Stem), label)
}

// form says how often a form was written, in which lines, and why it counts as this term if that is
// not by its stem.
func form(f tally.FormUse, files bool) string {
	as := map[string]string{"synonym": " (as a synonym)", "phrase": " (as a phrase)", "spacing": " (others write it in one)"}[f.By]
	places := Texts(f.Places, func(p tally.Place) string {
		return clause(files, "%s:", Plain(p.File)) + strconv.Itoa(p.Line) + clause(p.Negated, " (denied)")
	})
	places = append(places, when(f.NotListed > 0, "%d more", f.NotListed)...)
	return say("%s %d%s: line %s", Plain(f.Form), f.Mentions, as, strings.Join(places, ", "))
}

// lists names the entries of lists, and the phrases, that changed the count.
func lists(s tally.Sense, synonyms string) []string {
	from := Texts(s.Synonyms, func(x term.Synonym) string { return Plain(x.From) + " (line " + strconv.Itoa(x.Line) + ")" })
	return slices.Concat(
		when(len(from) > 0, "Synonyms in %s: %s.", Plain(synonyms), strings.Join(from, ", ")),
		when(len(s.Themes) > 0, "Themes: %s.", Plain(strings.Join(s.Themes, ", "))),
		when(len(s.InPhrases) > 0, "Counted in phrases instead: %s.", nearList(s.InPhrases)))
}

// nearList names similar terms, or phrases, with their people.
func nearList(list []tally.Near) string {
	return strings.Join(withCounts(Voice{}, list, tally.Respondents, func(n tally.Near) string { return n.Term }, func(n tally.Near) int { return n.Respondents }), ", ")
}
