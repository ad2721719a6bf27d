package prose

import (
	"fmt"
	"slices"
	"strings"
	"verbatim/internal/tally"
)

// Notes stand below a list of terms and say what a reader has to know to judge it: the base of the shares first, then
// what is left out of the list and why, then what was found beside it, and last what became of every word read. They name
// flags where a flag would show what is left out. On a page, which has the base and the words as tables, Method takes
// their place.

// Notes are the sentences below the terms: the base of the shares, and what is not in the list.
func (r *Result) Notes() []string {
	b, k := r.Base, r.Tokens
	notes := []string{fmt.Sprintf("%d of %s gave an answer.", b.Valid, Count(b.Respondents, "respondent"))}
	if b.Valid > 1 {
		notes[0] += fmt.Sprintf(" Shares are of these %d; they add up to more than 100 %% where people named several terms.", b.Valid)
	}
	if r.Weight != "" {
		notes = append(notes, fmt.Sprintf("Shares are weighted by %s; mentions and people are not. Terms are ranked by %s. The answers are worth those of %.1f people with equal weights (effective n).",
			Column(r.Weight), RankUnit(r.RankBy, true), b.EffectiveN))
	}
	if others := Parts([]Part{{N: b.Unanswered, Name: "left it blank"}, {N: b.NonResponse, Name: `wrote "don't know", "n/a" or the like`}}); others != "" {
		notes[0] += " The others: " + others + "."
	}
	if unfinished := Parts([]Part{{N: tally.Figure(b.Unfinished), Name: "unfinished"}, {N: tally.Figure(b.Tests), Name: "tests or previews"}}); unfinished != "" {
		left := "; --finished leaves them out"
		if r.Finished {
			left = ", left out here"
		}
		notes = append(notes, "Of the responses in the file, "+unfinished+left+".")
	}
	if b.NilAnswers > 0 {
		notes = append(notes, fmt.Sprintf(`Of those who answered, %d said "none", "nothing" or the like; that is no term.`, b.NilAnswers))
	}
	if r.Cut.Terms > 0 {
		notes = append(notes, fmt.Sprintf("Not listed: %s with %s%s.", Count(r.Cut.Terms, "more term"), Count(r.Cut.Mentions, "mention"), r.tied()))
	}
	if r.Suppress > 0 {
		notes = append(notes, r.withheld())
	}
	notes = slices.Concat(notes, Denied(r.Terms), r.beside())
	if left := Parts([]Part{{N: k.StopWords, Name: "as stop words"}, {N: k.Numbers, Name: "as numbers"}, {N: k.Addresses, Name: "as addresses"},
		{N: k.InPhrases, Name: "in phrases"}, {N: k.Dropped, Name: "as punctuation or beside the point"}}); left != "" && k.Total != tally.Withheld && k.Counted != tally.Withheld {
		notes = append(notes, fmt.Sprintf("Of %s, %d are counted; left out are %s.", Count(k.Total, "word"), k.Counted, left))
	}
	return notes
}

// tied says why the list is shorter than it was asked to be.
func (r *Result) tied() string {
	if r.Cut.Tied == 0 {
		return ""
	}
	with := ""
	switch {
	case r.Weight != "":
	case r.RankBy == tally.Respondents:
		with = " with " + People(r.Cut.TiedAt) + " each"
	default:
		with = " with " + Count(r.Cut.TiedAt, "mention") + " each"
	}
	return fmt.Sprintf("; the first %d of them tie%s", r.Cut.Tied, with)
}

// beside are the sentences about what was found beside the ranked terms.
func (r *Result) beside() []string {
	var out []string
	if a := r.head(); a != nil {
		out = append(out, fmt.Sprintf("%s of them named at least one of the first %s terms.", Percent(a.Share), map[int]string{3: "three", 5: "five"}[a.Top]))
	}
	if r.NoAnyOf != "" {
		out = append(out, "Not told: "+r.NoAnyOf+".")
	}
	if aside := r.aside(); aside != "" {
		out = append(out, "Counted but not ranked: "+aside+".")
	}
	if r.NoTheme != nil {
		out = append(out, r.outside(fmt.Sprintf("%d of them", *r.NoTheme)))
	}
	if len(r.Phrases) > 0 && !r.PhrasesCounted {
		out = append(out, fmt.Sprintf("--phrases would count %s as one term each.", r.strongest()))
	}
	if r.Intervals {
		out = append(out, "The intervals hold for probability samples, not for samples that chose themselves, and know nothing of clusters.")
	}
	if r.Language != "" {
		out = append(out, r.Language)
	}
	return out
}

// head is the count of people for the first five terms, or three where five
// would split a tie; nil where three would, too.
func (r *Result) head() (found *tally.AnyOf) {
	for i, a := range r.AnyOfTop {
		if a.Top <= 5 && !a.Tied {
			found = &r.AnyOfTop[i]
		}
	}
	return found
}

// aside lists what is set aside, by reason, the most frequent first.
func (r *Result) aside() string {
	const most = 6
	var parts []string
	for _, reason := range []struct{ name, text string }{
		{"subject", "as the subject"}, {"echo", "as words of the question"}, {"filler", "as filler"},
	} {
		var names []string
		for _, a := range r.SetAside {
			if a.Reason == reason.name {
				names = append(names, fmt.Sprintf("%s (%d)", Plain(a.Term), a.Mentions))
			}
		}
		if len(names) > 0 {
			parts = append(parts, reason.text+" "+strings.Join(named(names, most), ", "))
		}
	}
	return strings.Join(parts, "; ")
}

// strongest names the phrases that most people used. How many they are is known
// of the first answers only, and a phrase may lose some to a longer one.
func (r *Result) strongest() string {
	var names []string
	for _, p := range r.Phrases[:min(3, len(r.Phrases))] {
		names = append(names, fmt.Sprintf("%q", Plain(p.Phrase)))
	}
	if more := len(r.Phrases) - len(names); more > 0 {
		names = append(names, Count(more, "more phrase"))
	}
	return Enumerate(names)
}

// withheld says what --suppress leaves out.
func (r *Result) withheld() string {
	n := r.Suppress
	out := fmt.Sprintf("Nothing is shown that fewer than %d people said, nor what that follows from", n)
	switch {
	case r.Suppressed.Terms == 0:
		return out + "."
	case r.Suppressed.Mentions == tally.Withheld:
		return fmt.Sprintf("%s: %s withheld.", out, Count(r.Suppressed.Terms, "term"))
	}
	return fmt.Sprintf("%s: %s with %s withheld.", out, Count(r.Suppressed.Terms, "term"), Count(r.Suppressed.Mentions, "mention"))
}
