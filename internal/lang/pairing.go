package lang

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"verbatim/internal/segment"
)

// Recuts reports whether the pieces of a text may not be words: an article that has lost its
// vowel or a second ending is in it, or words that only a dictionary separates. Few are.
func (l *Language) Recuts(text string) bool {
	return l.elides || l.segment != nil || l.mayPairs(text)
}

// CutUp gives the words of a piece that is written without spaces, nil where it is
// one word or the language has no dictionary.
//
//	团队的沟通 ─▶ 团队 │ 的 │ 沟通
func (l *Language) CutUp(raw string) []string {
	if l.segment == nil {
		return nil
	}
	if !segment.IsUnspaced(raw) {
		return nil
	}
	words := l.segment(raw)
	if strings.Join(words, "") != raw {
		return nil // the dictionary has changed something: offsets would lie
	}
	return words
}

// People write two forms of one word at once, the second as an ending after a sign:
// both genders, or singular and plural. The split cuts such a word into several,
// although the ending is not a word:
//
//	Mitarbeiter:innen  ─▶ Mitarbeiter │ innen  ─▶ one token, counted as "mitarbeiterinnen"
//	trabajadores(as)   ─▶ trabajadores │ as    ─▶ one token, counted as "trabajadores"
//	salarié·e·s        ─▶ salarié·e·s          ─▶ counted as "salariés"
//	tod@s, tutt*       ─▶ tod │ s, tutt        ─▶ counted as "todos", "tutti"
//
// One token covers the whole. Signs and endings differ by language, so each language
// lists its own patterns. They have few endings, in lower case: "SAS/R" and
// "facile/rapide" are two words each.

// newPairing reads "pattern => template". W in the pattern is a word of two letters
// or more, E any of the second endings.
func newPairing(line string, endings []string) (pairing, error) {
	form, as, ok := strings.Cut(line, "=>")
	if !ok {
		return pairing{}, fmt.Errorf("no => in pairing %q", line)
	}
	form = strings.ReplaceAll(strings.TrimSpace(form), "E", "(?:"+strings.Join(endings, "|")+")")
	form = strings.ReplaceAll(form, "W", `\pL[\pL\pM\d-]*?[\pL\pM]`)
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^(` + form + `)(?:[^\pL\pM\d]|$)`) })
	return pairing{compiled, strings.TrimSpace(as)}, nil
}

// PairedEnd is the end of the word from start to end with its second ending, if it has one.
func (l *Language) PairedEnd(text string, start, end int) int {
	if end == len(text) || strings.IndexByte(pairSigns, text[end]) < 0 {
		return end
	}
	end, _ = l.paired(text, start, end)
	return end
}

// paired is the end of the word from start to end if its second ending is taken to
// it, and the word that it is counted as. Without such an ending these are end, and
// the word as it is written.
func (l *Language) paired(text string, start, end int) (stop int, as string) {
	if start == 0 || text[start-1] != '*' { // *word* is stress
		for _, p := range l.pairings {
			m := p.form().FindStringSubmatchIndex(text[start:])
			if m != nil && start+m[3] >= end {
				return start + m[3], string(p.form().ExpandString(nil, p.as, text[start:], m))
			}
		}
	}
	return end, text[start:end]
}

// Single is a word with one ending, if it is written with two.
func (l *Language) Single(raw string) string {
	if strings.IndexFunc(raw, isPairSign) < 0 {
		return raw
	}
	_, as := l.paired(raw, 0, len(raw))
	return as
}

// pairSigns are the first bytes of the signs between a word and its second ending,
// the most frequent first.
const pairSigns = "(/:*@-\xc2\xe2"

// mayPairs reports whether some word of a text may have a second ending: few do.
func (l *Language) mayPairs(text string) bool {
	return slices.ContainsFunc([]byte(l.pairSigns), func(sign byte) bool { return strings.IndexByte(text, sign) >= 0 })
}

// isPairSign reports whether two endings may be written with this character.
func isPairSign(r rune) bool {
	return r == 'x' || r == 'ə' || strings.ContainsRune(":*_·•./-(@", r)
}
