package survey

import (
	"regexp"
	"slices"
	"strings"
	"verbatim/internal/value"
)

// markMeta marks the columns that the platform adds to the answers.
func markMeta(columns []column, platform string) {
	ids := make([]string, len(columns))
	for i, c := range columns {
		ids[i] = c.id
	}
	for i := range columns {
		c := &columns[i]
		c.codes = platform == koboToolbox || platform == odk
		c.typed = c.typed || c.isTyped(platform)
		c.idName = idName.MatchString(c.id) || idName.MatchString(c.question)
		c.contact = slices.Contains(anyMeta[:], key(part(c.text())))
		c.dated = isDateName(c.id) || isDateName(c.header) || isDateName(c.question)
		c.meta = platform == qualtrics && isTextIQ(c.id, ids) || isMetaName(c.id, platform) || !c.labelled() && isMetaName(c.header, platform) || i == 0 && (c.question == "" || isPlaceholder(c.header))
	}
}

// labelled says that the header is but a label under another column's question:
// "Phone" may be one of the options.
func (c *column) labelled() bool { return c.label != "" && key(c.header) == key(c.label) }

// idName knows names of columns of ids: "Contribution Id", "order_no", "CaseID".
var idName = regexp.MustCompile(`(?:^|[\s_.-])(?i:id|uuid|guid|token|nr|no|reference|ref)\.?$|[a-z]I[dD]$|(?i:nr|nummer)\.?$`)

// part gives the last part of a text that has several: "Contact - Phone".
func part(text string) string {
	if at := strings.LastIndex(text, " - "); at >= 0 {
		return text[at+3:]
	}
	return ""
}

// isDateName knows names of columns that hold dates. It is asked where a
// spreadsheet may have made numbers of them.
func isDateName(name string) bool {
	k := key(name)
	if len(k) > 40 || strings.Contains(k, "interview") {
		return false
	}
	for _, part := range [...]string{"date", "timestamp", "zeitstempel", "datum", "fecha", "horodat"} {
		if strings.HasPrefix(k, part) || strings.HasSuffix(k, part) {
			return true
		}
	}
	return strings.HasSuffix(k, "time") && k != "time"
}

// isMetaName knows the names of columns that say something about the response.
func isMetaName(name, platform string) bool {
	k := key(name)
	for _, m := range anyMeta {
		if k == m {
			return true
		}
	}
	if platform == redcap && (strings.HasSuffix(k, "complete") || strings.HasSuffix(k, "timestamp")) {
		return true
	}
	if derived(name, platform) || isPersonName(k) || platform == koboToolbox && strings.HasPrefix(value.Trim(name), "_") {
		return true
	}
	for _, p := range platformMeta {
		if p.platform == platform {
			for _, m := range p.names {
				if k == m {
					return true
				}
			}
		}
	}
	return false
}

// isTextIQ knows the ids of columns in which Qualtrics says what it makes of an
// answer: "Q1 - Topics", "Q1 - Sentiment Score" beside Q1, one of ids. They are
// the only ones with spaces inside.
func isTextIQ(id string, ids []string) bool {
	answer, made, ok := strings.Cut(id, " - ")
	if !ok || !slices.Contains(ids, answer) {
		return false
	}
	for _, field := range [...]string{"Topic", "Parent Topic", "Sentiment", "Actionability", "Effort", "Emotion", "Language", "Translated"} {
		if strings.HasPrefix(made, field) {
			return true
		}
	}
	return false
}

// derived knows columns that the platform makes of the answers to a question:
// points and the graders' feedback. They are nothing that the respondent said.
func derived(name, platform string) bool {
	switch platform {
	case microsoftForms:
		return strings.HasPrefix(name, "Points - ") || strings.HasPrefix(name, "Feedback - ")
	case googleForms:
		return strings.HasSuffix(name, " [Score]") || strings.HasSuffix(name, " [Feedback]")
	}
	return false
}

// A question may be called anything, so a list of names can err: what is a
// platform's own word ("Status", "Language") counts only where the platform was
// recognised, and what people also ask for ("Country", "Age") counts nowhere
// else. Ids, times, addresses and names of people are metadata everywhere: they
// are not to be counted or shown by accident.

// anyMeta are names that mean the same everywhere, as key gives them.
var anyMeta = [...]string{
	"id", "uuid", "token", "respondentid", "responseid", "participantid", "submissionid", "collectorid", "sessionid", "recordid", "index", "row",
	"timestamp", "startdate", "enddate", "starttime", "endtime", "completiontime", "submitdate", "submissiondate", "datesubmitted", "timestarted", "recordeddate",
	"name", "fullname", "firstname", "lastname", "firstnamelastname", "surname", "familyname", "phone", "phonenumber", "telephone",
	"ip", "ipaddress", "email", "emailaddress", "useragent", "useremail",
	"vorname", "nachname", "vorundnachname", "emailadresse", "telefon", "telefonnummer",
	"nom", "prénom", "nometprénom", "adresseemail", "adressedemessagerie", "courriel", "téléphone",
	"nombre", "apellido", "apellidos", "nombreyapellidos", "nombrecompleto", "correoelectrónico", "direccióndecorreoelectrónico", "teléfono",
	"nome", "cognome", "sobrenome", "nomecompleto", "indirizzoemail", "endereçodeemail", "telefone", "telefono", "naam", "voornaam", "achternaam",
	"förnamn", "efternamn", "imię", "nazwisko", "氏名", "名前", "姓名", "имя", "фамилия", "familienname", "prénometnom", "apelido", "nomecognome",
	"handy", "handynummer", "mobilnummer", "mobilenumber", "telephonenumber", "celular", "móvil", "cellulare", "telefoonnummer", "電話番号",
	"address", "streetaddress", "homeaddress", "postaladdress", "street", "adresse", "anschrift", "straße", "strasse", "straßehausnummer", "rue", "dirección", "calle", "endereço", "rua", "indirizzo", "adres", "住所",
	"zip", "zipcode", "zippostalcode", "postcode", "postalcode", "plz", "postleitzahl", "codepostal", "códigopostal", "cep",
	"company", "companyname", "firma", "firmenname", "signature", "unterschrift", "assinatura", "iban",
	"имя", "фамилия", "фио", "телефон", "氏名", "お名前", "名前", "姓名", "이름", "성명",
}

// isPersonName knows questions for the respondent's own name and address, as key
// gives them: "What is your first and last name?", "Your e-mail (optional)".
func isPersonName(k string) bool {
	if len(k) > 60 {
		return false
	}
	for _, asked := range [...]string{"yourname", "yourfullname", "yourfirstname", "yourlastname", "yourfirstandlastname", "youremail", "yourphone", "yourtelephone", "youraddress",
		"ihrname", "ihreemail", "deinname", "votrenom", "votreemail", "votreadresseemail", "sunombre", "tunombre", "sucorreo", "tucorreo"} {
		for _, before := range [...]string{"", "whatis", "whats", "pleaseenter", "pleasegive", "enter"} {
			if rest, ok := strings.CutPrefix(k, before+asked); ok && !strings.HasPrefix(rest, "of") {
				return true
			}
		}
	}
	return false
}

// platformMeta are the names that only mean metadata where the platform writes
// them, as key gives them.
var platformMeta = [...]struct {
	platform string
	names    []string
}{
	{qualtrics, []string{"status", "progress", "durationinseconds", "finished", "recipientlastname", "recipientfirstname", "recipientemail",
		"externalreference", "externaldatareference", "locationlatitude", "locationlongitude", "locationaccuracy", "distributionchannel", "userlanguage",
		"responseset", "name", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9", "v10", "qrecaptchascore", "qrelevantidduplicate"}},
	{surveyMonkey, []string{"firstname", "lastname", "customdata1", "customdata", "language", "datecreated", "datemodified"}},
	{googleForms, append([]string{"username", "score"}, timestamps[:]...)},
	{microsoftForms, []string{"name", "startzeit", "fertigstellungszeit", "uhrzeitderletztenänderung", "heurededébut", "heuredefin",
		"horadeinicio", "horadefinalización", "oradiinizio", "oradicompletamento", "horadeinício", "horadeconclusão", "begintijd", "tijdvanvoltooien", "lastmodifiedtime", "totalpoints", "quizfeedback", "language"}},
	{limeSurvey, limeNames()},
	{typeform, []string{"", "networkid", "startdateutc", "submitdateutc", "stagedateutc", "responsetype", "tags", "ending"}},
	{koboToolbox, []string{"start", "end", "today", "deviceid", "username", "phonenumber", "metainstanceid", "metainstancename", "metarootuuid", "formhubuuid", "geolocation", "submissiontime", "validationstatus", "notes", "status", "submittedby", "version", "tags", "index", "xform", "xformidstring"}},
	{odk, []string{"start", "end", "today", "key", "submitterid", "submittername", "attachmentspresent", "attachmentsexpected", "status", "reviewstate", "deviceid", "edits", "formversion", "metainstanceid", "metainstancename", "instanceid", "instancename", "parentkey"}},
	{redcap, []string{"redcapeventname", "redcaprepeatinstrument", "redcaprepeatinstance", "redcapdataaccessgroup", "redcapsurveyidentifier", "eventname", "repeatinstrument", "repeatinstance", "dataaccessgroup", "surveyidentifier"}},
	{alchemer, []string{"status", "contactid", "legacycomments", "comments", "language", "referer", "extendedreferer", "extendeduseragent", "linkname", "longitude", "latitude", "country", "city", "stateregion", "postal"}},
}
