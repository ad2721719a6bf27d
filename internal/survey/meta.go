package survey

import (
	"strings"

	"verbatim/internal/value"
)

// markMeta marks the columns that the platform adds to the answers, and what else
// their names say.
func markMeta(columns []column, k catalogue, p *platform) {
	ids := make([]string, len(columns))
	for i, c := range columns {
		ids[i] = c.id
	}
	for i := range columns {
		c := &columns[i]
		c.codes = p.habits["codes with spaces"]
		c.typed = c.typed || p.hasTyped(c)
		c.idName = idPattern().MatchString(c.id) || idPattern().MatchString(c.question)
		c.contact = p.base.metadata.has(value.Key(lastPart(c.fullText())))
		c.dated = isDateName(c.id) || isDateName(c.header) || isDateName(c.question)
		c.meta = p.madeOfAnswers != nil && k.isMade(c.id, ids) || p.isMeta(c.id) || !c.labelled() && p.isMeta(c.header) ||
			i == 0 && (c.question == "" || isPlaceholder(c.header))
	}
}

// hasTyped reports whether the platform has the column for nothing but what people
// type. Such a column is open however often the answers come again, and the proof
// is the platform's own word: what a respondent was asked may end in "Other",
// too, so these names prove something on their platforms only.
func (p *platform) hasTyped(c *column) bool {
	if p.typed.fit(c.id) || p.typedHeaders.fit(c.header) || p.base.typed.fit(c.id) {
		return true
	}
	_, label, _ := cutBracket(*c)
	return p.habits["other is typed"] && (isOther(c.header) || isOther(label))
}

// labelled reports whether the header is but a label under another column's question:
// "Phone" may be one of the options.
func (c *column) labelled() bool { return c.label != "" && value.Key(c.header) == value.Key(c.label) }

// idPattern knows names of columns of ids: "Contribution Id", "order_no", "CaseID".
var idPattern = value.Pattern(`(?:^|[\s_.-])(?i:id|uuid|guid|token|nr|no|reference|ref)\.?$|[a-z]I[dD]$|(?i:nr|nummer)\.?$`)

// lastPart gives the last part of a text that has several: "Contact - Phone".
func lastPart(text string) string {
	if at := strings.LastIndex(text, " - "); at >= 0 {
		return text[at+3:]
	}
	return ""
}
