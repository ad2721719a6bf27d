package term

import (
	"regexp"
	"slices"
	"strings"
)

// People write two forms of one word at once, the second as an ending after a
// sign: of both genders, or of one and of many. The split sees several words
// there, of which the ending is none:
//
//	Mitarbeiter:innen  ─▶ Mitarbeiter │ innen  ─▶ one token, counted as "mitarbeiterinnen"
//	trabajadores(as)   ─▶ trabajadores │ as    ─▶ one token, counted as "trabajadores"
//	salarié·e·s        ─▶ salarié·e·s          ─▶ counted as "salariés"
//	tod@s, tutt*       ─▶ tod │ s, tutt        ─▶ counted as "todos", "tutti"
//
// The token covers all that is written. Signs and endings differ by language, so
// each has patterns of its own. Endings are few, and in small letters: "SAS/R"
// and "facile/rapide" are two words each.

// A pairing is a way of writing two forms of a word as one.
type pairing struct {
	form *regexp.Regexp // from the beginning of the word on; its first group is all of it
	as   string         // what it is counted as: a template of the other groups
}

// Second endings of the languages that have many.
const (
	frenchEndings  = `(?:[tnlsv]?es?|[tn]?rices?|t?euses?|[iè]?[eè]res?|[nl]nes?|lles?|i?ennes?|i?ves?|esses?|fes?|ches?)`
	iberianEndings = `(?:[ao]s?|es?|[nd]?[oe]?r?as?|esas?|ã[os]?|ões|s)`
	italianEndings = `(?:[aeio]|h?e|c?he|ghe|t?rici|t?rice|ess[ae])`
)

// pairingTable has the patterns by language; W is a word of two letters or more.
var pairingTable = []struct{ codes, form, as string }{
	{"de", `(W)(?:[:*_·•]|/-?)(in|innen[\pL-]*|Innen)`, "$2$3"},
	{"de", `(W)\.(innen)`, "$2$3"},
	{"de", `(W)\((in|innen)\)`, "$2$3"},
	{"de", `(W)\((inn)\)(en)`, "$2$3$4"},
	{"de", `(W[^aeiouäöü])(?:[:*_·]|/-?)(e)`, "$2$3"}, // ein/e
	{"de", `(We)(?:[:*_·]|/-?)([rnms])`, "$2$3"},      // jede:r
	{"de", `(W)\(([ensr]|en|er|es)\)`, "$2$3"},        // Prozess(e)

	{"fr", `(W)[·•.*/-]` + frenchEndings + `(?:[·•.*/-](s))?`, "$2$3"},
	{"fr", `(W)\(-?` + frenchEndings + `\)(?:-?(s)|\((s)\))?`, "$2$3$4"},
	{"fr", `(W)\((?:s|x|nt)\)`, "$2"},

	{"es pt", `(Wor)@(s?)`, "${2}e$3"},
	{"es pt", `(W)@(s?)`, "${2}o$3"},
	{"es pt", `(W[^aeiouáéíóúãõ])[*x](s)`, "${2}o$3"},
	{"es pt", `([oaOA]|W)/` + iberianEndings + `(?:/(s)|\((s)\))?`, "$2$3$4"},
	{"es pt", `([oaOA]|W)\(` + iberianEndings + `\)(?:/?(s)|\((s)\))?`, "$2$3$4"},

	{"it", `(W[^aeiouàèéìòù])[*@ə]`, "${2}i"},
	{"it", `(W)/` + italianEndings, "$2"},
	{"it", `(W)\(` + italianEndings + `\)`, "$2"},

	{"en", `(W)/s`, "$2"},
	{"en nl", `(W)\((?:e?s|en?|in|n)\)`, "$2"},
	{"da no sv", `(W)\((?:e?n|e?r|e?s|e?t|e|or|ar)\)`, "$2"},
}

// pairingsOf are the pairings of a language, in the order in which they are tried.
func pairingsOf(code string) (list []pairing) {
	for _, row := range pairingTable {
		if strings.Contains(row.codes, code) {
			form := strings.ReplaceAll(row.form, "W", `\pL[\pL\pM\d-]*?[\pL\pM]`)
			list = append(list, pairing{regexp.MustCompile(`^(` + form + `)(?:[^\pL\pM\d]|$)`), row.as})
		}
	}
	return list
}

// paired is where the word from start to end stops, with its second ending, and
// the word that it is counted as. Where there is no such ending that is end, and
// the word itself.
func (l *Language) paired(text string, start, end int) (stop int, as string) {
	if start == 0 || text[start-1] != '*' { // *word* is stress
		for _, p := range l.pairings {
			m := p.form.FindStringSubmatchIndex(text[start:])
			if m != nil && start+m[3] >= end {
				return start + m[3], string(p.form.ExpandString(nil, p.as, text[start:], m))
			}
		}
	}
	return end, text[start:end]
}

// single is a raw word with one ending, where it is written with two.
func (l *Language) single(raw string) string {
	if strings.IndexFunc(raw, isPairSign) < 0 {
		return raw
	}
	_, as := l.paired(raw, 0, len(raw))
	return as
}

// mayPair tells whether the word that ends at end may have a second ending.
func mayPair(text string, end int) bool {
	return end < len(text) && strings.IndexByte(pairSigns, text[end]) >= 0
}

// pairSigns are the first bytes of the signs between a word and its second
// ending, the commonest first.
const pairSigns = "(/:*@-\xc2\xe2"

// mayPairs tells whether some word of a text may have a second ending: few do.
func (l *Language) mayPairs(text string) bool {
	signs := pairSigns
	if l.Code == "en" {
		signs = pairSigns[:2]
	}
	return len(l.pairings) > 0 && slices.ContainsFunc([]byte(signs), func(sign byte) bool { return strings.IndexByte(text, sign) >= 0 })
}

// isPairSign tells whether a character within a word may be what two endings are
// written with.
func isPairSign(r rune) bool {
	return r == 'x' || r == 'ə' || strings.ContainsRune(":*_·•./-(@", r)
}
