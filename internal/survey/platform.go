package survey

import (
	"fmt"
	"strings"
	"unicode"
	"verbatim/internal/value"
)

// Names of the platforms, as the interface spells them.
const (
	qualtrics      = "qualtrics"
	surveyMonkey   = "surveymonkey"
	googleForms    = "google-forms"
	microsoftForms = "microsoft-forms"
	limeSurvey     = "limesurvey"
	typeform       = "typeform"
	koboToolbox    = "kobotoolbox"
	odk            = "odk"
	redcap         = "redcap"
	alchemer       = "alchemer"
	generic        = "generic"
)

// Platforms lists the names that Options.Platform takes.
func Platforms() []string {
	return []string{qualtrics, surveyMonkey, googleForms, microsoftForms, limeSurvey,
		typeform, koboToolbox, odk, redcap, alchemer, generic}
}

// detectors are tried in this order: the surest sign first. Each gives one line
// of evidence, or "" where the export is not from its platform.
var detectors = [...]struct {
	platform string
	evidence func(headings) string
}{
	{qualtrics, isQualtrics},
	{surveyMonkey, isSurveyMonkey},
	{typeform, isTypeform},
	{odk, isODK},
	{koboToolbox, isKobo},
	{redcap, isREDCap},
	{microsoftForms, isMicrosoftForms},
	{limeSurvey, isLimeSurvey},
	{alchemer, isAlchemer},
	{googleForms, isGoogleForms},
}

// detectPlatform gives the platform and its evidence.
func detectPlatform(h headings, named string) (platform, evidence string) {
	if named != "" {
		return named, "platform " + named + " as asked for"
	}
	for _, d := range detectors {
		if evidence := d.evidence(h); evidence != "" {
			return d.platform, evidence
		}
	}
	return generic, "no platform's own columns were found"
}

// headings are what the header rows of a file say, for the detectors.
type headings struct {
	rows  [][]string      // the header rows, cells as they are
	first [][]string      // the first records after them
	names map[string]bool // every header cell, as key gives it
}

// newHeadings takes the first count of rows for the header.
func newHeadings(rows [][]string, count int) headings {
	count = min(count, len(rows))
	h := headings{rows: rows[:count], first: rows[count:], names: map[string]bool{}}
	for _, row := range h.rows {
		for _, name := range row {
			h.names[key(name)] = true
		}
	}
	return h
}

// key makes names comparable: letters and digits only, in lower case.
func key(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// has says that all names stand in the header.
func (h headings) has(names ...string) bool {
	for _, n := range names {
		if !h.names[key(n)] {
			return false
		}
	}
	return true
}

// count gives the number of header cells that fit.
func (h headings) count(fits func(string) bool) (n int) {
	for _, row := range h.rows {
		for _, name := range row {
			if fits(name) {
				n++
			}
		}
	}
	return n
}

// columnsNamed is the evidence of most detectors.
func columnsNamed(names ...string) string {
	return "columns named " + strings.Join(names, ", ")
}

// isQualtrics knows exports of three header rows by their ImportIds, those that
// lost the third row by the codes in the first, and those from before 2017 by
// V1 to V10 over the names. The texts of the second row are in the language of
// the user; the codes never are.
func isQualtrics(h headings) string {
	switch {
	case h.count(isImportID) > 0:
		return "a header row of ImportId"
	case h.has("StartDate", "EndDate", "Progress", "ResponseId"), h.has("StartDate", "RecordedDate", "ResponseId"):
		return columnsNamed("StartDate", "EndDate", "ResponseId")
	case h.has("ResponseID", "ResponseSet", "V1"):
		return columnsNamed("V1", "ResponseID", "ResponseSet")
	}
	return ""
}

// isImportID knows the third header row of Qualtrics, with either kind of quote.
func isImportID(name string) bool {
	name = strings.TrimSpace(name)
	return strings.HasPrefix(name, `{"ImportId":`) || strings.HasPrefix(name, `{'ImportId':`)
}

// isSurveyMonkey knows the ids in the first columns (with and without spaces, in
// any header row), the labels of the second row where people have deleted the
// ids, and the one row that is left when both have been joined.
func isSurveyMonkey(h headings) string {
	if h.has("Respondent ID", "Collector ID") {
		return columnsNamed("Respondent ID", "Collector ID")
	}
	if len(h.rows) > 1 {
		if n := h.count(isResponseLabel); n > 0 {
			return fmt.Sprintf("a header row with %d cells %q or %q", n, "Response", "Open-Ended Response")
		}
	}
	flat := func(name string) bool { return strings.HasSuffix(key(name), "otherpleasespecify") }
	if h.has("RespondentID") && h.count(flat) > 0 {
		return columnsNamed("RespondentID", "… - Other (please specify)")
	}
	return ""
}

// isResponseLabel knows what SurveyMonkey writes under a question that has one
// column.
func isResponseLabel(name string) bool {
	switch key(name) {
	case "response", "openendedresponse":
		return true
	}
	return false
}

// isTypeform knows the last columns: older exports lack the response type.
func isTypeform(h headings) string {
	switch {
	case h.has("Network ID", "Submit Date (UTC)"):
		return columnsNamed("Submit Date (UTC)", "Network ID")
	case h.has("Response Type", "Submit Date (UTC)"):
		return columnsNamed("Response Type", "Submit Date (UTC)")
	}
	return ""
}

// isODK knows the first and the last columns of ODK Central and of its cousins;
// groups may be joined to names by a dash, or not at all.
func isODK(h headings) string {
	if h.has("SubmissionDate", "KEY") {
		return columnsNamed("SubmissionDate", "KEY")
	}
	return ""
}

// isKobo knows the columns that are there whether labels or names were
// exported. It is asked after ODK, from which KoboToolbox descends.
func isKobo(h headings) string {
	if h.has("_uuid", "_submission_time") {
		return columnsNamed("_uuid", "_submission_time")
	}
	return ""
}

// isREDCap knows raw names (field___1, form_complete) and labels (…
// (choice=Red), Complete?).
func isREDCap(h headings) string {
	boxes := h.count(func(n string) bool { return strings.Contains(n, "___") || strings.Contains(n, " (choice=") })
	complete := h.count(func(n string) bool { return strings.HasSuffix(n, "_complete") || n == "Complete?" })
	switch {
	case complete > 0 && (boxes > 0 || h.has("record_id") || h.has("Record ID")):
		return fmt.Sprintf("%d columns of boxes (…___1, (choice=…)) and %d that tell whether a form is complete", boxes, complete)
	case h.has("redcap_event_name"), h.has("redcap_repeat_instrument"):
		return "columns named redcap_…"
	}
	return ""
}

// isMicrosoftForms knows the first columns, in the user's language; what was
// saved as CSV has the delimiter and the encoding of the user's spreadsheet.
func isMicrosoftForms(h headings) string {
	for _, times := range [...][2]string{
		{"Start time", "Completion time"}, {"Startzeit", "Fertigstellungszeit"}, {"Heure de début", "Heure de fin"},
		{"Hora de inicio", "Hora de finalización"}, {"Ora di inizio", "Ora di completamento"},
		{"Hora de início", "Hora de conclusão"}, {"Begintijd", "Tijd van voltooien"},
	} {
		if h.has(times[:]...) {
			return columnsNamed(times[:]...)
		}
	}
	return ""
}

// isAlchemer knows the first columns, with or without the response's id.
func isAlchemer(h headings) string {
	switch {
	case h.has("Time Started", "Date Submitted"):
		return columnsNamed("Time Started", "Date Submitted")
	case h.has("Response ID", "Time Started"):
		return columnsNamed("Response ID", "Time Started")
	}
	return ""
}

// isGoogleForms asks for two signs, since many things are called Timestamp: the
// name of the first column, and a date with time of day in every row under it.
func isGoogleForms(h headings) string {
	if len(h.rows) != 1 || len(h.first) == 0 {
		return ""
	}
	first := key(h.rows[0][0])
	known := false
	for _, name := range timestamps {
		known = known || first == name
	}
	for _, row := range h.first {
		if !known || !value.IsDate(value.Trim(row[0])) || !strings.Contains(row[0], ":") {
			return ""
		}
	}
	return fmt.Sprintf("the first column is called %q and holds dates with time", value.Squeeze(h.rows[0][0]))
}

// timestamps are what Google Forms calls its first column, by language, as key
// gives it.
var timestamps = [...]string{
	"timestamp", "zeitstempel", "marcatemporal", "horodateur", "horodatage", "carimbodedatahora",
	"informazionicronologiche", "tijdstempel", "tidsstämpel", "tidsstempel", "tidsmerke", "aikaleima",
	"sygnaturaczasowa", "časovérazítko", "zamandamgası", "отметкавремени", "タイムスタンプ", "时间戳记", "時間戳記", "타임스탬프",
}
