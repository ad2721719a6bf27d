package lang

import (
	"strings"
	"testing"
)

// Small surveys, of three to eight short answers.
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

// smallQuestions are what they were asked: "What should be different at work?"
var smallQuestions = map[string]string{
	"en": "What should be different at work?", "de": "Was soll bei der Arbeit anders werden?", "fr": "Que faut-il changer au travail ?",
	"es": "¿Qué debería cambiar en el trabajo?", "pt": "O que deveria mudar no trabalho?", "it": "Che cosa deve cambiare al lavoro?",
	"nl": "Wat moet er op het werk anders worden?", "sv": "Vad borde vara annorlunda på arbetet?", "da": "Hvad skulle være anderledes på arbejdet?",
	"no": "Hva burde være annerledes på jobben?", "fi": "Minkä pitäisi muuttua työpaikalla?", "hu": "Minek kellene másképp lennie a munkahelyen?",
	"ro": "Ce ar trebui schimbat la locul de muncă?", "tr": "İşyerinde ne değişmeli?", "ru": "Что следует изменить на работе?",
	"ar": "ما الذي يجب تغييره في العمل؟", "ga": "Cad ba chóir a athrú ag an obair?",
}

// Of a handful of words the question tells the language, and where they speak for another, it is not known.
// It is never taken for a third.
func TestDetectSmall(t *testing.T) {
	d := newDetector(builtin())
	right, all := 0, 0
	for code, list := range smallSurveys {
		for _, answers := range list {
			all++
			switch got := d.detect(smallQuestions[code], strings.SplitSeq(answers, "|")); got.Code {
			case code:
				right++
			case Unknown:
			default:
				t.Errorf("%s: %q: got %+v", code, answers, got)
			}
		}
	}
	if right*100 < all*90 {
		t.Errorf("%d of %d are told", right, all)
	}
}

// Where the header is no question, a few nouns are told by what people often write about; a
// question of two words is one.
func TestDetectTopics(t *testing.T) {
	d := newDetector(builtin())
	for _, test := range []struct{ question, answers, want string }{
		{"Q1", "Kita|Radwege|Busse|Spielplatz|Ampel|Bank", "de"},
		{"Q1", "bruit|arbres|securite|trottoirs|bus", "fr"},
		{"Q1", "ruído|calçadas|ônibus|árvores", "pt"},
		{"Q1", "cykelsti|træer|bænke|skole", "da"},
		{"Q1", "школы|мусор|пробки|парк", "ru"},
		{"Что мешает?", "театр|музей|река|мост|рынок", "ru"},
		{"Q1", "trees|bins|street lights", "en"},
		{"Q1", "друзья|деньги|дороги|мусор|больница", "ru"},
		{"Q1", "аптека|театр", ""}, // no topic, and too little: whatever it is, not sure
	} {
		got := d.detect(test.question, strings.SplitSeq(test.answers, "|"))
		if test.want == "" && got.Sure || test.want != "" && got.Code != test.want {
			t.Errorf("%q: %q: got %+v", test.question, test.answers, got)
		}
	}
}

// Kindred languages that share many words are told by letters that one of them alone has.
func TestDetectOwnLetters(t *testing.T) {
	d := newDetector(builtin())
	for answers, want := range map[string]string{
		"قیمت|کیفیت|سرعت|مشتری|هزینه|نظافت":                                                                    "fa",
		"قیمت|زمان|کارکنان|خدمات|کیفیت|سرعت":                                                                   "fa",
		"قیمت|کیفیت|خدمات|تنخواہ|عزت|کھانا":                                                                    "ur",
		"وقت|رویہ|منصوبہ|ٹیم|نظم|گاہک":                                                                         "ur",
		"добре|погано|нормально|дуже добре|так собі|чудово":                                                    "uk", // one letter in them is not Russian
		"безпека|транспорт|парки|світло|дороги|ями":                                                            "uk",
		"здраве|хора|пари|музика|спорт":                                                                        "bg",
		"لارې|برېښنا|ونې|پاکه هوا|ډاکټر|سړکونه|پوهنتون|ځوانان|کورونه|د اوبو نل|ښه معاش":                        "ps",
		"موږ په خپل ښار کې ډېرو ونو ته اړتیا لرو|د ښوونځي لاره ډېره خرابه ده|په روغتون کې باید نور ډاکټران وي": "ps",
		"خیابان\u200cها باید تمیزتر باشند|ما به پارک بیشتری نیاز داریم|کیفیت هوا خوب نیست":                     "fa",
	} {
		if got := d.detect("Q1", strings.SplitSeq(answers, "|")); got.Code != Unknown || got.Unsupported != want {
			t.Errorf("%s: got %+v, not %s", answers, got, want)
		}
	}
	if got := d.detect("Q1", strings.SplitSeq("السعر|الوقت|الجودة|الخدمات|الموظفون", "|")); got.Code != "ar" {
		t.Errorf("Arabic: got %+v", got)
	}
}
