package report

import (
	"cmp"
	"fmt"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// notes are the sentences below the terms: the base of the shares, and what is
// not in the list.
func (d *Tally) notes() []string {
	b, k := d.Base, d.Tokens
	notes := []string{fmt.Sprintf("%d of %s gave an answer.", b.Valid, prose.Count(b.Respondents, "respondent"))}
	if b.Valid > 1 {
		notes[0] += fmt.Sprintf(" Shares are of these %d; they add up to more than 100 %% where people named several terms.", b.Valid)
	}
	if d.Options.Weight != "" {
		notes = append(notes, fmt.Sprintf("Shares are weighted by %s; mentions and people are not. Terms are ranked by %s. The answers are worth those of %.1f people with equal weights (effective n).",
			d.weightedBy(), d.Options.unit(), b.EffectiveN))
	}
	if others := prose.Parts([]prose.Part{{N: b.Unanswered, Name: "left it blank"}, {N: b.NonResponse, Name: `wrote "don't know", "n/a" or the like`}}); others != "" {
		notes[0] += " The others: " + others + "."
	}
	if unfinished := prose.Parts([]prose.Part{{N: b.Unfinished, Name: "unfinished"}, {N: b.Tests, Name: "tests or previews"}}); unfinished != "" {
		left := "; --finished leaves them out"
		if d.Options.Finished {
			left = ", left out here"
		}
		notes = append(notes, "Of the responses in the file, "+unfinished+left+".")
	}
	if b.NilAnswers > 0 {
		notes = append(notes, fmt.Sprintf(`Of those who answered, %d said "none", "nothing" or the like; that is no term.`, b.NilAnswers))
	}
	if d.Cut.Terms > 0 {
		notes = append(notes, fmt.Sprintf("Not listed: %s with %s%s.", prose.Count(d.Cut.Terms, "more term"), prose.Count(d.Cut.Mentions, "mention"), d.tied()))
	}
	if d.Options.Suppress > 0 {
		notes = append(notes, d.withheld())
	}
	if denied := DeniedNote(d.Terms); denied != "" {
		notes = append(notes, denied)
	}
	notes = append(notes, d.findings()...)
	if left := prose.Parts([]prose.Part{{N: k.StopWords, Name: "as stop words"}, {N: k.Numbers, Name: "as numbers"}, {N: k.Addresses, Name: "as addresses"},
		{N: k.InPhrases, Name: "in phrases"}, {N: k.Dropped, Name: "as punctuation or beside the point"}}); left != "" && k.Total != tally.Withheld && k.Counted != tally.Withheld {
		notes = append(notes, fmt.Sprintf("Of %s, %d are counted; left out are %s.", prose.Count(k.Total, "word"), k.Counted, left))
	}
	return notes
}

// weightedBy names the column of weights: by its header, quoted where that is several words.
func (d *Tally) weightedBy() string { return prose.Column(cmp.Or(d.WeightColumn, d.Options.Weight)) }

// tied says why the list is shorter than it was asked to be.
func (d *Tally) tied() string {
	if d.Cut.Tied == 0 {
		return ""
	}
	with := ""
	switch {
	case d.Options.Weight != "":
	case d.Options.Count == tally.Respondents:
		with = " with " + prose.People(d.Cut.TiedAt) + " each"
	default:
		with = " with " + prose.Count(d.Cut.TiedAt, "mention") + " each"
	}
	return fmt.Sprintf("; the first %d of them tie%s", d.Cut.Tied, with)
}

// findings are the sentences about what was found beside the ranked terms.
func (d *Tally) findings() []string {
	var out []string
	if a := d.head(); a != nil {
		out = append(out, fmt.Sprintf("%s of them named at least one of the first %s terms.", prose.Percent(a.Share), map[int]string{3: "three", 5: "five"}[a.Top]))
	}
	if d.AnyOfTopReason != "" {
		out = append(out, "Not told: "+d.AnyOfTopReason+".")
	}
	if aside := d.aside(); aside != "" {
		out = append(out, "Counted but not ranked: "+aside+".")
	}
	if d.Uncoded != nil {
		out = append(out, d.uncoded(fmt.Sprintf("%d of them", *d.Uncoded)))
	}
	if len(d.Phrases) > 0 && !d.Options.Phrases {
		out = append(out, fmt.Sprintf("--phrases would count %s as one term each.", d.strongest()))
	}
	if d.Options.Intervals {
		out = append(out, "The intervals hold for probability samples, not for samples that chose themselves, and know nothing of clusters.")
	}
	if d.Spoken != "" {
		out = append(out, d.Spoken)
	}
	return out
}

// head is the count of people for the first five terms, or three where five
// would split a tie; nil where three would, too.
func (d *Tally) head() (found *tally.AnyOf) {
	for i, a := range d.AnyOfTop {
		if a.Top <= 5 && !a.Tied {
			found = &d.AnyOfTop[i]
		}
	}
	return found
}

// aside lists what is set aside, by reason, the most frequent first.
func (d *Tally) aside() string {
	const most = 6
	var parts []string
	for _, reason := range []struct{ name, text string }{
		{"subject", "as the subject"}, {"echo", "as words of the question"}, {"filler", "as filler"},
	} {
		var names []string
		more := 0
		for _, a := range d.SetAside {
			switch {
			case a.Reason != reason.name:
			case len(names) < most:
				names = append(names, fmt.Sprintf("%s (%d)", prose.Plain(a.Term), a.Mentions))
			default:
				more++
			}
		}
		if more > 0 {
			names = append(names, fmt.Sprintf("%d more", more))
		}
		if len(names) > 0 {
			parts = append(parts, reason.text+" "+strings.Join(names, ", "))
		}
	}
	return strings.Join(parts, "; ")
}

// strongest names the phrases that most people used. How many they are is known
// of the first answers only, and a phrase may lose some to a longer one.
func (d *Tally) strongest() string {
	var names []string
	for _, p := range d.Phrases[:min(3, len(d.Phrases))] {
		names = append(names, fmt.Sprintf("%q", prose.Plain(p.Phrase)))
	}
	if more := len(d.Phrases) - len(names); more > 0 {
		names = append(names, prose.Count(more, "more phrase"))
	}
	return prose.Enumerate(names)
}

// uncoded says whose words are in no theme, and what might be a further one.
func (d *Tally) uncoded(who string) string {
	if *d.Uncoded == 0 {
		return "Everyone who said something is in a theme." + d.themeless("Said beside it most often")
	}
	return fmt.Sprintf("What %s said is in no theme.%s", who, d.themeless("The most frequent terms of no theme"))
}

// themeless names the most frequent terms of no theme, after what they are: what
// a further theme might be about.
func (d *Tally) themeless(what string) string {
	const most = 8
	var names []string
	for _, x := range d.Themeless[:min(most, len(d.Themeless))] {
		names = append(names, fmt.Sprintf("%s (%d)", prose.Plain(x.Term), x.Mentions))
	}
	if len(names) == 0 {
		return ""
	}
	return " " + what + ": " + strings.Join(names, ", ") + "."
}

// withheld says what --suppress leaves out.
func (d *Tally) withheld() string {
	n := d.Options.Suppress
	out := fmt.Sprintf("Nothing is shown that fewer than %d people said, nor what that follows from", n)
	switch {
	case d.Suppressed.Terms == 0:
		return out + "."
	case d.Suppressed.Mentions == tally.Withheld:
		return fmt.Sprintf("%s: %s withheld.", out, prose.Count(d.Suppressed.Terms, "term"))
	}
	return fmt.Sprintf("%s: %s with %s withheld.", out, prose.Count(d.Suppressed.Terms, "term"), prose.Count(d.Suppressed.Mentions, "mention"))
}
