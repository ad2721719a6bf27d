package report

import (
	"fmt"
	"io"
	"strings"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// ExplainSchema is the value of an explanation's Schema.
const ExplainSchema = "verbatim/explain/v1"

// Explanation is the document that says what led to the count of a term.
type Explanation struct {
	Schema   string   `json:"schema"`
	Source   Source   `json:"source"`
	Question Question `json:"question"`
	Options  Options  `json:"options"`
	Found
	*tally.Explanation
}

// NewExplanation makes the document, of the tally's own.
func NewExplanation(t *Tally, e *tally.Explanation) *Explanation {
	return &Explanation{Schema: ExplainSchema, Source: t.Source, Question: t.Question, Options: t.Options, Found: t.Found, Explanation: e}
}

// Write writes the document as JSON, or as text.
func (d *Explanation) Write(w io.Writer, f Format) error {
	if f == JSON {
		return writeJSON(w, d)
	}
	_, err := io.WriteString(w, d.text(columnsOf(w)))
	return err
}

func (d *Explanation) text(columns int) string {
	var out strings.Builder
	for _, s := range d.Senses {
		fmt.Fprintln(&out, wrapped(columns, []string{d.verdict(s)}))
		for _, f := range s.Forms {
			fmt.Fprintln(&out, wrapped(columns, []string{"- " + d.form(f)}))
		}
		for _, line := range d.about(s) {
			fmt.Fprintln(&out, wrapped(columns, []string{line}))
		}
		fmt.Fprintln(&out)
	}
	switch {
	case len(d.InPhrases) > 0:
		fmt.Fprintf(&out, "%s\n\n", wrapped(columns, []string{fmt.Sprintf("%q is no term by itself: all its mentions are part of phrases: %s.", prose.Plain(d.Asked), nearList(d.InPhrases))}))
	case len(d.Senses) == 0:
		fmt.Fprintf(&out, "%q is no term: no answer has it as one.\n\n", prose.Plain(d.Asked))
	}
	if len(d.Words) > 0 {
		fmt.Fprintf(&out, "%s\n\n", wrapped(columns, []string{"Its words are counted one by one, unless --phrase says otherwise: " + nearList(d.Words) + "."}))
	}
	if len(d.Near) > 0 {
		fmt.Fprintf(&out, "%s\n\n", wrapped(columns, []string{"Terms like it: " + nearList(d.Near) + "."}))
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// verdict says what the sense is and how often it is met.
func (d *Explanation) verdict(s tally.Sense) string {
	name := fmt.Sprintf("%q", prose.Plain(s.Term))
	often := fmt.Sprintf("%s by %s", prose.Count(s.Mentions, "mention"), prose.People(s.Respondents))
	if s.Mentions == 0 {
		often = "no answer has it"
	}
	why, ok := map[string]string{
		"filler":       "is counted but not ranked, as filler (--set-aside, --keep)",
		"echo":         "is counted but not ranked, as a word of the question (--set-aside, --keep)",
		"subject":      "is counted but not ranked, as the subject of the survey (--set-aside, --keep)",
		"stop_word":    "is not counted, as a stop word (--no-stopwords, --keep)",
		"dropped":      "is not counted: it is dropped (--drop), or nothing but punctuation",
		"number":       "is not counted as a term: it is a plain number",
		"address":      "is not counted as a term: it is an address",
		"nil_answer":   `is not counted where it is part of an answer like "nothing" (--keep-nonanswers)`,
		"non_response": `is not counted where it is part of a non-answer like "don't know" (--keep-nonanswers)`,
	}[s.As]
	switch {
	case ok && (s.As == "number" || s.As == "address"):
		return name + " " + why + "."
	case ok:
		return fmt.Sprintf("%s %s: %s.", name, why, often)
	}
	denied := ""
	if s.Negated > 0 {
		denied = fmt.Sprintf(", %d of them denied", s.Negated)
	}
	label := map[string]string{"form": "the form written most often", "synonym": "what the list of synonyms calls it",
		"denied": "the form written most often, with the word for what is denied in at least half of its mentions"}[s.LabelBy]
	return fmt.Sprintf("%s is term number %d: %s%s. It is counted by the stem %q; the label is %s.", name, s.Rank, often, denied, prose.Plain(s.Stem), label)
}

// form says how often a form was written, why it counts there, and where.
func (d *Explanation) form(f tally.FormUse) string {
	out := fmt.Sprintf("%s %d", prose.Plain(f.Form), f.Mentions)
	switch f.By {
	case "synonym":
		out += " (as a synonym)"
	case "phrase":
		out += " (as a phrase)"
	}
	var places []string
	for _, p := range f.Places {
		place := fmt.Sprint(p.Line)
		if len(d.Source.Files) > 1 {
			place = prose.Plain(p.File) + ":" + place
		}
		if p.Negated {
			place += " (denied)"
		}
		places = append(places, place)
	}
	if f.NotListed > 0 {
		places = append(places, fmt.Sprintf("%d more", f.NotListed))
	}
	return out + ": line " + strings.Join(places, ", ")
}

// about names the lists and phrases that had a say in the count.
func (d *Explanation) about(s tally.Sense) (lines []string) {
	var from []string
	for _, x := range s.Synonyms {
		from = append(from, fmt.Sprintf("%s (line %d)", prose.Plain(x.From), x.Line))
	}
	if len(from) > 0 {
		lines = append(lines, fmt.Sprintf("Synonyms in %s: %s.", prose.Plain(d.Options.Synonyms), strings.Join(from, ", ")))
	}
	if len(s.Themes) > 0 {
		lines = append(lines, "Themes: "+prose.Plain(strings.Join(s.Themes, ", "))+".")
	}
	if len(s.InPhrases) > 0 {
		lines = append(lines, "Counted in phrases instead: "+nearList(s.InPhrases)+".")
	}
	return lines
}

func nearList(list []tally.Near) string {
	var names []string
	for _, n := range list {
		names = append(names, fmt.Sprintf("%s (%d)", prose.Plain(n.Term), n.Mentions))
	}
	return strings.Join(names, ", ")
}
