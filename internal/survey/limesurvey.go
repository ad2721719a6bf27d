package survey

import (
	"slices"
	"strings"
	"verbatim/internal/value"
)

// LimeSurvey writes its own columns as codes, or as texts in the language of the
// survey: "submitdate", "Date submitted", "Datum Abgeschickt".

// limeSubmitted are the names of the column that is blank while a response is
// not finished, as key gives them.
var limeSubmitted = [...]string{
	"submitdate", "datesubmitted", "datumabgeschickt", "datedesoumission", "fechadeenvío", "datadeenvio", "datadiinvio", "datainvio", "datumingestuurd", "ingestuurdop",
}

// limeOwn are names that hardly any other table has, as key gives them: the last
// page, the first language, the seed of random orders.
var limeOwn = [...]string{
	"lastpage", "startlanguage", "letzteseite", "startsprache", "zufallsstartwert", "dernièrepage", "languededépart", "têtedesérie",
	"últimapágina", "lenguajeinicial", "idiomainicial", "semilla", "línguainicial", "idiomadeinício", "semente", "ultimapagina", "linguainiziale", "linguadipartenza", "laatstepagina", "starttaal",
}

// limeOthers are the names of the other columns of its own, as key gives them.
var limeOthers = [...]string{
	"seed", "startdate", "datestamp", "ipaddr", "refurl", "datestarted", "datelastaction", "interviewtime", "completed",
	"antwortid", "datumgestartet", "datumletzteaktivität", "datumderletztenaktivität", "ipadresse", "weiterleitungsurl", "verweisurl",
	"iddelaréponse", "réponseid", "datedelancement", "datedeladernièreaction", "adresseip", "urlderéférence",
	"idderespuesta", "fechadeinicio", "fechadelaúltimaacción", "direcciónip", "urlreferente",
	"iddaresposta", "datadeinício", "datadaúltimaação", "endereçoip", "iddellarisposta", "idrisposta", "datadiinizio", "datadellultimaazione", "indirizzoip",
	"antwoordid", "idantwoord", "startdatum", "datumlaatsteactie", "ipadres",
}

// limeNames are all of them.
func limeNames() []string {
	return slices.Concat(limeSubmitted[:], limeOwn[:], limeOthers[:])
}

// isLimeSurvey knows two of its own columns in any of these languages, with or
// without codes before the texts, and else the codes of subquestions.
func isLimeSurvey(h headings) string {
	subquestion := func(n string) bool { return strings.Contains(n, "[SQ") || strings.Contains(n, "_SQ0") }
	for _, row := range h.rows {
		var found []string
		for _, name := range row {
			code, _, _ := strings.Cut(name, ". ")
			if k := key(code); slices.Contains(limeSubmitted[:], k) || slices.Contains(limeOwn[:], k) {
				found = append(found, value.Squeeze(name))
			}
		}
		if len(found) > 1 {
			return columnsNamed(found...)
		}
	}
	if h.count(subquestion) > 1 {
		return "columns named …[SQ001]"
	}
	return ""
}
