package prose

import (
	"fmt"
	"slices"
	"verbatim/internal/tally"
)

// On the page of a report, those who read are not those who ran the program: what is said of the method names no flag but
// that of disclosure control, and explains what a list for the terminal takes for granted.

// Method says how it was counted.
func (r *Result) Method() []string {
	unit := "Terms are ranked by mentions: how often they appear. "
	if r.RankBy == tally.Respondents {
		unit = "Terms are ranked by people: how many named them. "
	}
	notes := []string{unit + "Shares are of the people who gave an answer; they add up to more than 100 % where people named several terms."}
	switch r.TermsAre {
	case "words":
		how := "Words of one stem count together, and are shown as they were written most often"
		if !r.Stems {
			how = "Each word counts for itself, in large and small letters alike"
		}
		if r.StopWords {
			how += "; words without meaning of their own (the, of, is) are left out"
		}
		notes = append(notes, how+". Those that carry no answer, or repeat the question, are counted but not ranked.")
	case "options":
		notes = append(notes, "Each option counts as it is written.")
	default:
		notes = append(notes, "Terms are whole "+r.TermsAre+".")
	}
	for _, a := range r.AnyOfTop {
		if r.splitsTie(a.Top) {
			continue
		}
		notes = append(notes, fmt.Sprintf("%s (%s) named at least one of the first %d terms; each person is counted once.", People(a.Respondents), Percent(a.Share), a.Top))
	}
	if slices.ContainsFunc(r.Terms, func(x tally.Term) bool { return x.Negated > 0 }) {
		notes = append(notes, "“Denied” counts the mentions that a “not”, “no” or the like takes back in the same clause.")
	}
	notes = append(notes, Denied(r.Terms)...)
	if r.Intervals {
		notes = append(notes, "The intervals hold for probability samples, not for samples that chose themselves, and know nothing of clusters.")
	}
	if r.Language != "" {
		notes = append(notes, r.Language)
	}
	if r.Suppress > 0 {
		notes = append(notes, r.withheld())
	}
	if replaced := r.replaced(); replaced != "" {
		notes = append(notes, replaced)
	}
	return notes
}

// replaced says what was taken out of the answers; "" where that is nothing.
func (r *Result) replaced() string {
	var parts []string
	for _, x := range r.Replaced {
		switch {
		case x.Count.IsWithheld():
			parts = append(parts, "a few of the kind “"+x.Kind+"”")
		case x.Count > 0:
			parts = append(parts, Count(int(x.Count), x.Kind))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return "Replaced before anything was counted: " + Enumerate(parts) + "."
}
