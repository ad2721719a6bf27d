package survey

import (
	"slices"
	"strings"
)

// Columns that a platform has for nothing but what people type. They are open
// however often the answers come again, and the proof is the platform's own word:
//
//	SurveyMonkey   Open-Ended Response, Other (please specify)
//	Qualtrics      Q5_4_TEXT, {"ImportId":"QID5_4_TEXT"}
//	LimeSurvey     Q5[other], Q5[SQ001comment], "Which? [Sonstiges]"
//	REDCap, Kobo   tools_other
//	Typeform       Other, to the right of the options
//	Alchemer       Other - Write In (Required):Which?

// isTyped says that the column is one of these. What a respondent was asked may
// end in "Other", too, so these names prove something on their platforms only.
func (c *column) isTyped(platform string) bool {
	id := strings.ToLower(c.id)
	switch platform {
	case limeSurvey:
		_, label, _ := cutBracket(*c)
		return strings.HasSuffix(id, "[other]") || strings.HasSuffix(id, "_other") || strings.HasSuffix(id, "comment]") || isOther(label)
	case redcap, koboToolbox, odk:
		return strings.HasSuffix(id, "_other") || strings.HasSuffix(id, "_specify")
	case typeform:
		return isOther(c.header)
	case alchemer:
		return strings.HasPrefix(c.header, "Other - Write In")
	}
	return strings.HasSuffix(c.id, "_TEXT")
}

// isTypedLabel knows what SurveyMonkey writes over text, whoever kept it.
func isTypedLabel(label string) bool {
	k := key(label)
	return k == "openendedresponse" || strings.HasSuffix(k, "otherpleasespecify")
}

// isTypedImport knows the ImportId of a text entry, which may be one of several.
func isTypedImport(cell string) bool {
	return isImportID(cell) && (strings.Contains(cell, "_TEXT") || strings.Contains(cell, "-TEXT"))
}

// isOther knows what platforms call the option that people write themselves.
func isOther(label string) bool {
	return slices.Contains([]string{"other", "sonstiges", "autre", "otro", "otra", "outro", "altro", "anders", "annat", "annet", "muu", "inne", "другое"}, key(label))
}
