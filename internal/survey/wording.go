package survey

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"verbatim/internal/value"
)

// Whether answers were chosen or typed shows in how they are worded. A form
// writes an option in one way only and offers a few dozen of them; people spell
// one word in many ways, and go on finding new ones however many were asked:
//
//	chosen                        typed
//	Germany  Germany  France      trust  Trust  TRUST!  openness
//	Agree    Neutral  Agree       people who listen
//
// Answers that only say that there is none ("no", "n/a") are of neither kind, and
// set apart: most people write them under "Any other comments?".

// A wording sums up how the answers of a profile are worded. Answers that differ
// in case and marks only are one text.
type wording struct {
	answers  int  // none of them a non-answer
	texts    int  // distinct ones
	once     int  // of these, those given once
	long     int  // of these, those of four words or more
	variants int  // texts written in two ways or more
	labels   int  // answers that are labels of a scale: "Agree", "Prefer not to say"
	titled   bool // all begin as labels do, with a capital or a digit
}

// wording looks at the answers that the kind is judged from.
func (p *profile) wording() wording {
	w := wording{titled: true}
	type spelled struct{ count, ways int }
	texts := make(map[string]spelled, len(p.values))
	for _, answer := range p.values {
		v, n := answer.value, answer.count
		text := v
		if len(v) <= longest { // longer ones are neither marks nor labels, nor twice the same
			k := key(v)
			if isNonAnswer(k) && (k != "" || isStroke(v)) {
				continue
			}
			if text = folded(v); isScaleLabel(k) {
				w.labels += n
			}
		}
		texts[text] = spelled{texts[text].count + n, texts[text].ways + 1}
		w.answers += n
		first, _ := utf8.DecodeRuneInString(v)
		w.titled = w.titled && (unicode.IsUpper(first) || unicode.IsDigit(first))
		if n == 1 && value.CountWords(v) >= 4 {
			w.long++
		}
	}
	for _, text := range texts {
		if text.count == 1 {
			w.once++
		}
		if text.ways > 1 {
			w.variants++
		}
	}
	w.texts = len(texts)
	return w
}

// longest is the length in bytes up to which answers are compared by their words
// and not by their bytes.
const longest = 60

// folded gives an answer without case and without the marks around it. Those
// inside count: B+ is not B, nor C++ C.
func folded(answer string) string {
	return strings.ToLower(strings.Trim(answer, " .,;:!?…\"'“”‘’"))
}

// isStroke knows the marks that people make for nothing: "-", "??".
func isStroke(answer string) bool { return strings.Trim(answer, "-–—.,?!/…_* ") == "" }

// isNonAnswer knows answers, as key gives them, that only say that there is none.
func isNonAnswer(k string) bool {
	if len(k) > 24 {
		return false
	}
	switch k {
	case "", "na", "nan", "null", "no", "none", "nope", "nothing", "nil", "nothanks", "nothankyou", "nocomment", "nocomments", "nothingreally", "notreally", "notatthemoment", "notapplicable", "noneoftheabove",
		"nein", "keine", "kein", "keiner", "nichts", "ka", "keineangabe", "keineangaben", "keineanmerkungen", "keinekommentare",
		"non", "rien", "aucun", "aucune", "ras", "sansavis", "nada", "ninguno", "ninguna", "ningún", "nenhum", "nenhuma", "não", "nessuno", "nessuna", "niente", "nee", "geen", "niets", "nej", "inget", "нет", "ничего", "特になし", "なし", "无", "没有":
		return true
	}
	return false
}

// isScaleLabel knows answers, as key gives them, that hardly anybody types: the
// points of scales, and the way out of a question.
func isScaleLabel(k string) bool {
	if len(k) > 48 {
		return false
	}
	switch k {
	case "agree", "disagree", "stronglyagree", "stronglydisagree", "somewhatagree", "somewhatdisagree", "neitheragreenordisagree", "neutral", "tendtoagree", "tendtodisagree",
		"satisfied", "dissatisfied", "verysatisfied", "verydissatisfied", "neithersatisfiednordissatisfied", "verylikely", "veryunlikely", "likely", "unlikely", "veryimportant", "notimportant", "notatallimportant", "somewhatimportant",
		"never", "rarely", "sometimes", "often", "always", "daily", "weekly", "monthly", "yearly", "prefernottosay", "prefernottoanswer", "dontknowornotsure",
		"stimmezu", "stimmenichtzu", "stimmevollzu", "stimmeeherzu", "stimmeehernichtzu", "stimmevollundganzzu", "stimmegarnichtzu", "stimmeüberhauptnichtzu", "trifftzu", "trifftnichtzu", "trifftvollzu", "triffteherzu", "trifftehernichtzu", "trifftgarnichtzu", "teilsteils", "zufrieden", "unzufrieden", "sehrzufrieden", "sehrunzufrieden", "nie", "selten", "manchmal", "oft", "immer", "täglich", "wöchentlich", "monatlich",
		"daccord", "pasdaccord", "toutàfaitdaccord", "plutôtdaccord", "plutôtpasdaccord", "pasdutoutdaccord", "nidaccordnipasdaccord", "satisfait", "trèssatisfait", "insatisfait", "jamais", "rarement", "parfois", "souvent", "toujours",
		"deacuerdo", "endesacuerdo", "muydeacuerdo", "muyendesacuerdo", "totalmentedeacuerdo", "totalmenteendesacuerdo", "nideacuerdoniendesacuerdo", "satisfecho", "muysatisfecho", "nunca", "raravez", "aveces", "siempre", "prefieronodecirlo",
		"concordo", "discordo", "concordototalmente", "discordototalmente", "concordoparcialmente", "nemconcordonemdiscordo", "satisfeito", "muitosatisfeito", "raramente", "àsvezes", "sempre", "prefironãodizer",
		"daccordo", "indisaccordo", "eens", "oneens", "helemaaleens", "helemaaloneens", "soms", "vaak", "altijd", "nooit":
		return true
	}
	return false
}
