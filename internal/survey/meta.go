package survey

import (
	"strings"

	"verbatim/internal/personal"
	"verbatim/internal/value"
	"verbatim/internal/wording"
)

// markMeta marks the columns that the platform adds to the answers, and notes what
// else the names of columns say.
func markMeta(columns []column, k catalogue, p *platform) {
	ids := make([]string, len(columns))
	for i, c := range columns {
		ids[i] = c.id
	}
	for i := range columns {
		c := &columns[i]
		c.codes = p.habits["codes with spaces"]
		c.typed = c.typed || p.hasTyped(c)
		c.idName = isIDName(c.id) || isIDName(c.question)
		c.dated = wording.IsDateName(c.id) || wording.IsDateName(c.header) || wording.IsDateName(c.question)
		added := p.madeOfAnswers != nil && k.isMade(c.id, ids) || p.adds(c.id) || !c.labelled() && p.adds(c.header) ||
			i == 0 && (c.question == "" || wording.IsPlaceholder(c.header))
		label := lastPart(c.fullText())
		c.person = personal.Asks(c.id, c.header, c.question, label)
		c.meta = added || c.person && !c.labelled()
		c.unsure = !added && (c.person || p.base.metadata.Has(value.Key(label)))
	}
}

// hasTyped reports whether the platform uses the column only for text that people
// type. Such a column is open even if its answers repeat. The names prove this on
// their own platforms only: elsewhere a question may end in "Other", too.
func (p *platform) hasTyped(c *column) bool {
	if p.typed.Fit(c.id) || p.typedHeaders.Fit(c.header) || p.base.typed.Fit(c.id) {
		return true
	}
	_, label, _ := cutBracket(*c)
	return p.habits["other is typed"] && (wording.IsOther(c.header) || wording.IsOther(label))
}

// labelled reports whether the header is only a label under another column's
// question: "Phone" may be one of the options.
func (c *column) labelled() bool { return c.label != "" && value.Key(c.header) == value.Key(c.label) }

// isIDName reports whether a name is that of a column of ids: "Contribution Id", "order_no",
// "CaseID".
func isIDName(name string) bool { return idPattern().MatchString(name[max(0, len(name)-longestID):]) }

// longestID is the length in bytes of the longest end of such a name, with what stands before it.
const longestID = 16

var idPattern = value.Pattern(`(?:^|[\s_.-])(?i:id|uuid|guid|token|nr|no|reference|ref)\.?$|[a-z]I[dD]$|(?i:nr|nummer)\.?$`)

// lastPart gives the last part of a text that has several: "Contact - Phone".
func lastPart(text string) string {
	if at := strings.LastIndex(text, " - "); at >= 0 {
		return text[at+3:]
	}
	return ""
}
