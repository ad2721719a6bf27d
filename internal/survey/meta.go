package survey

import (
	"strings"

	"verbatim/internal/personal"
	"verbatim/internal/survey/platforms"
	"verbatim/internal/value"
	"verbatim/internal/wording"
)

// markMeta marks the columns that the platform adds to the answers, and notes what
// else the names of columns say.
func markMeta(columns []column, k catalogue, p *platforms.Platform) {
	ids := make([]string, len(columns))
	for i, c := range columns {
		ids[i] = c.id
	}
	for i := range columns {
		c := &columns[i]
		c.codes = p.Habits["codes with spaces"]
		c.typed = c.typed || hasTyped(p, c)
		c.idName = isIDName(c.id) || isIDName(c.question)
		c.dated = wording.IsDateName(c.id) || wording.IsDateName(c.header) || wording.IsDateName(c.question)
		added := p.MadeOfAnswers != nil && k.IsMade(c.id, ids) || p.Adds(c.id) || !c.labelled() && p.Adds(c.header) ||
			i == 0 && (c.question == "" || wording.IsPlaceholder(c.header))
		label := lastPart(c.fullText())
		c.person = personal.Asks(c.id, c.header, c.question, label)
		c.meta = added || c.person && !c.labelled()
		c.unsure = !added && (c.person || p.Base.Metadata.Has(value.Key(label)))
	}
}

// hasTyped reports whether the platform uses the column only for text that people
// type. Such a column is open even if its answers repeat. The names prove this on
// their own platforms only: elsewhere a question may end in "Other", too.
func hasTyped(p *platforms.Platform, c *column) bool {
	if p.Typed.Fit(c.id) || p.TypedHeaders.Fit(c.header) || p.Base.Typed.Fit(c.id) {
		return true
	}
	_, label, _ := cutBracket(*c)
	return p.Habits["other is typed"] && (wording.IsOther(c.header) || wording.IsOther(label))
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
