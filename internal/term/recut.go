package term

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"

	"verbatim/internal/segment"
)

// split is the pass that cuts the text into pieces, where words begin and end.
func (a *Analyzer) split() {
	a.splitter.Twice = a.opt.Twice
	a.pieces = a.splitter.Split(a.text)
}

// recut is the pass that cuts the pieces into the words of the language:
//
//	l'homme          ─▶ l' │ homme          an article that has lost its vowel
//	Kolleg:innen     ◀─ Kolleg │ innen      a second ending (below)
//	团队的沟通        ─▶ 团队 │ 的 │ 沟通       what is written without spaces
func (a *Analyzer) recut() {
	if !a.lang.elides && !a.lang.mayPairs(a.text) && a.lang.segment == nil {
		return
	}
	a.cuts = a.cuts[:0]
	stop := 0 // of the last word with two endings
	for _, p := range a.pieces {
		switch {
		case p.Start < stop:
			continue // its second ending
		case stop > 0 && p.Clause:
			p.Clause = !blank(a.text[stop:p.Start]) // its sign ends no clause
		}
		stop = 0
		if p.Kind != segment.Word {
			a.cuts = append(a.cuts, p)
			continue
		}
		p = a.elided(p)
		if p.End < len(a.text) && strings.IndexByte(pairSigns, a.text[p.End]) >= 0 {
			if end, _ := a.lang.paired(a.text, p.Start, p.End); end > p.End {
				p.End, stop = end, end
			}
		}
		a.segments(p)
	}
	a.pieces = a.cuts
}

// blank reports whether there is nothing between two words but spaces and quotes.
func blank(between string) bool { return strings.Trim(between, " \t\v\f\"") == "" }

// elided adds the article at the beginning of a piece that has lost its vowel, and
// returns the rest of the piece.
func (a *Analyzer) elided(p segment.Piece) segment.Piece {
	if article, rest := a.lang.elision(a.text[p.Start:p.End]); article != "" {
		head := p
		head.End -= len(rest)
		a.cuts = append(a.cuts, head)
		p.Start, p.Clause = head.End, false
	}
	return p
}

// segments adds a piece, or its words where it is written without spaces.
func (a *Analyzer) segments(p segment.Piece) {
	for _, word := range a.lang.cutUp(a.text[p.Start:p.End]) {
		part := p
		part.End = part.Start + len(word)
		a.cuts = append(a.cuts, part)
		p.Start, p.Clause = part.End, false
	}
	if p.Start < p.End {
		a.cuts = append(a.cuts, p)
	}
}

// cutUp gives the words of a piece that is written without spaces, nil where it is
// one word or the language has no dictionary.
//
//	团队的沟通 ─▶ 团队 │ 的 │ 沟通
func (l *Language) cutUp(raw string) []string {
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

// piecesOf cuts a text of the options as answers are cut.
func (a *Analyzer) piecesOf(text string) []segment.Piece {
	a.text = text
	a.split()
	a.recut()
	return a.pieces
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

// single is a word with one ending, if it is written with two.
func (l *Language) single(raw string) string {
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
