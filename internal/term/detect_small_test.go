package term

import (
	"strings"
	"testing"
)

// Small surveys, of three to eight short answers. Where nothing tells another
// language they are taken for English.
var smallSurveys = map[string][]string{
	"en": {
		"team|boss|salary|parking|canteen",
		"super team|nice boss|good vibes|home office|salary|pizza|free coffee|team lunch",
		"thanks a lot team|pay|parking",
		"team|team spirit|pizza",
		"team|team|team|pay",
		"data|team|management|meetings",
		"more pay|better food|parking",
		"communication|transparency|trust|openness",
		"flexible|salary|bonus|job security",
		"no comment|stress|office|parking",
		"location|people|culture|salary|the menu",
		"den of thieves|pay|parking|boss",
		"total chaos|no plan|salary|boss",
		"manager|HR|salary|status|overtime",
		"home|food|menu|salad bar|music|radio",
		"nice people|non stop|pay|fun|super",
		"per diem|bonus|pro rata pay|via email",
		"war|cost|die hard fans|fast food",
		"Python|R|SQL|Excel",
		"price|service|staff|taste",
		"fine|good|bad|ok|great|super",
		"time|money|space|plan|team work",
		"art|music|sport|drama|tag",
		"man hours|mail|ham|van pool",
		"fire alarm|era|den|as is",
		"team events|management|office|IT",
		"Gen Z|salary|boss|ad hoc tasks",
		"a la carte menu|et al|status quo|pay",
		"care|want more pay|see boss|go home",
	},
	"de": {
		"Gehalt|Kollegen und Chef|zu wenig Zeit",
		"gutes Team|nette Kollegen|mehr Gehalt",
		"Kantine ist schlecht|Parkplatz|mehr Lohn|Team",
		"das Team|die Arbeit|der Lohn",
		"Bezahlung|Wertschätzung|Arbeitszeiten|Kommunikation",
		"Team|Chef|Gehalt|Parkplätze|Kantine|nette Leute",
		"bessere Kommunikation|mehr Personal|weniger Stress",
		"der Chef|die Kantine|das Essen",
		"mehr Freizeit|kürzere Wege|Arbeitsklima",
	},
	"fr": {
		"salaire|les collègues|plus de temps",
		"bonne ambiance|l'équipe|le salaire",
		"la cantine est chère|parking|le chef",
		"le chef|la cantine|le salaire",
		"horaires|ambiance|le travail d'équipe",
		"meilleure communication|pas assez de personnel|stress",
	},
	"es": {
		"el salario|los compañeros|más tiempo",
		"buen ambiente|el equipo|el sueldo",
		"la comida es cara|aparcamiento|jefe",
		"mejor comunicación|más personal|menos estrés",
		"el jefe|la comida|el sueldo",
		"horarios|ambiente|el trabajo en equipo",
	},
	"pt": {
		"o salário|os colegas|mais tempo",
		"bom ambiente|a equipe|não tem estacionamento",
		"melhor comunicação|mais pessoal|menos estresse",
	},
	"it": {
		"lo stipendio|i colleghi|più tempo",
		"buon ambiente|il gruppo|lo stipendio",
		"migliore comunicazione|più personale|meno stress",
	},
	"nl": {
		"het salaris|goede collega's|meer tijd",
		"leuk team|de sfeer|het salaris",
		"betere communicatie|meer personeel|minder stress",
		"fijne collega's|geen parkeerplaats|het eten",
	},
	"sv": {
		"lönen|bra kollegor|mer tid",
		"bättre kommunikation|mer personal|mindre stress",
		"trevliga kollegor och chef|inte tillräckligt med tid",
	},
	"da": {
		"lønnen|gode kolleger|mere tid",
		"bedre kommunikation|mere personale|ikke nok tid",
	},
	"no": {
		"lønnen|hyggelige kolleger|mer tid|ikke nok folk",
		"bedre kommunikasjon|mer personale|ikke nok tid",
	},
	"fi": {
		"palkka|hyvät työkaverit|enemmän aikaa",
		"parempi viestintä|lisää henkilökuntaa|kiire",
	},
	"hu": {
		"a fizetés|jó kollégák|több idő",
		"jobb kommunikáció|több ember|kevesebb stressz",
	},
	"tr": {
		"maaş|iyi arkadaşlar|daha fazla zaman",
		"daha iyi iletişim|yemek ve ulaşım|çok stres",
	},
	"ro": {
		"salariul|colegii și șeful|mai mult timp",
		"o comunicare mai bună|mai mult personal|parcare",
	},
	"ru": {"зарплата|коллеги|больше времени"},
	"ga": {"an tuarastal|tá na daoine go deas|níos mó ama"},
}

func TestDetectSmall(t *testing.T) {
	p := newProfile(builtin())
	for code, list := range smallSurveys {
		for _, answers := range list {
			if got := p.detect(strings.SplitSeq(answers, "|")); got.Code != code {
				t.Errorf("%s: %q: got %+v", code, answers, got)
			}
		}
	}
}
