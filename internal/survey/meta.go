package survey

import (
	"regexp"
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
		c.codes = p.codesWithSpaces
		c.typed = c.typed || p.hasTyped(c)
		c.idName = idName.MatchString(c.id) || idName.MatchString(c.question)
		c.contact = p.base.metadata.has(value.Key(part(c.text())))
		c.dated = isDateName(c.id) || isDateName(c.header) || isDateName(c.question)
		c.meta = p.madeOfAnswers != nil && k.isMade(c.id, ids) || p.isMeta(c.id) || !c.labelled() && p.isMeta(c.header) ||
			i == 0 && (c.question == "" || isPlaceholder(c.header))
	}
}

// isMeta knows the names of columns that say something about the response, and of
// those that the platform makes of the answers to a question, as points.
func (p *platform) isMeta(name string) bool {
	return p.lists(name) || p.base.lists(name) || isPersonName(value.Key(name))
}

// lists reports whether the platform's file has the name of a column, be it with a
// remark behind it: "Name (optional)".
func (p *platform) lists(name string) bool {
	k := value.Key(name)
	bare, _, _ := strings.Cut(name, " (")
	return p.metadata.has(k) || p.metadata.has(value.Key(bare)) || p.firstColumn.has(k) || p.twoInRow.has(k) || p.submitted.has(k) || p.asWritten.fit(value.Trim(name))
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
	return p.otherIsTyped && (isOther(c.header) || isOther(label))
}

// labelled says that the header is but a label under another column's question:
// "Phone" may be one of the options.
func (c *column) labelled() bool { return c.label != "" && value.Key(c.header) == value.Key(c.label) }

// idName knows names of columns of ids: "Contribution Id", "order_no", "CaseID".
var idName = regexp.MustCompile(`(?:^|[\s_.-])(?i:id|uuid|guid|token|nr|no|reference|ref)\.?$|[a-z]I[dD]$|(?i:nr|nummer)\.?$`)

// part gives the last part of a text that has several: "Contact - Phone".
func part(text string) string {
	if at := strings.LastIndex(text, " - "); at >= 0 {
		return text[at+3:]
	}
	return ""
}
