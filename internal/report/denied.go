package report

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"verbatim/internal/prose"
	"verbatim/internal/tally"
)

// longestDenied is how long a label may be, in characters, to be quoted in a note.
const longestDenied = 40

// DeniedNote says what "no" before the labels of terms means: that at least half of their mentions are denied. "" is
// for terms of which none has it.
func DeniedNote(terms []tally.Term) string {
	var labels []string
	var first *tally.Term
	for i := range terms {
		if label := deniedOf(&terms[i]); label != "" {
			labels, first = append(labels, label), cmp.Or(first, &terms[i])
		}
	}
	if len(labels) == 0 {
		return ""
	}
	no := prose.Plain(strings.TrimSuffix(first.Term, " "+labels[0]))
	label := prose.Plain(labels[0])
	if len(labels) > 1 || utf8.RuneCountInString(label) > longestDenied {
		return fmt.Sprintf("A term with “%s” before it is denied in at least half of its mentions.", no)
	}
	return fmt.Sprintf("“%s %s”: at least half of the mentions of “%[2]s” deny it (%d of %d).", no, label, first.Negated, first.Mentions)
}

// deniedOf is the label of a term without the word that says that people mostly deny it; "" where it has none.
func deniedOf(x *tally.Term) string {
	if len(x.Forms) == 0 || x.Negated*2 < x.Mentions {
		return ""
	}
	label := cmp.Or(x.Synonym, x.Forms[0].Form)
	if !strings.HasSuffix(x.Term, " "+label) {
		return ""
	}
	return label
}
