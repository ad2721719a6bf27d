package term

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// split is the pass that cuts the text into pieces, where words begin and end.
func (a *Analyzer) split() { a.pieces = a.splitter.split(a.text) }

// recut is the pass that cuts the pieces into the words of the language:
//
//	l'homme          ─▶ l' │ homme          an article that has lost its vowel
//	Kolleg:innen     ◀─ Kolleg │ innen      a second ending (see ending.go)
//	团队的沟通        ─▶ 团队 │ 的 │ 沟通       what is written without spaces
func (a *Analyzer) recut() {
	if !a.lang.elides && !a.lang.mayPairs(a.text) && a.lang.segment == nil {
		return
	}
	a.cuts = a.cuts[:0]
	stop := 0 // of the last word with two endings
	for _, p := range a.pieces {
		switch {
		case p.start < stop:
			continue // its second ending
		case stop > 0 && p.clause:
			p.clause = !blank(a.text[stop:p.start]) // its sign ends no clause
		}
		stop = 0
		if p.class != classWord {
			a.cuts = append(a.cuts, p)
			continue
		}
		p = a.elided(p)
		if mayPair(a.text, p.end) {
			if end, _ := a.lang.paired(a.text, p.start, p.end); end > p.end {
				p.end, stop = end, end
			}
		}
		a.segments(p)
	}
	a.pieces = a.cuts
}

// blank reports whether there is nothing between two words but spaces and quotes.
func blank(between string) bool {
	for i := range len(between) {
		if k := byteKinds[between[i]]; k != kindSpace && k != kindQuote {
			return false
		}
	}
	return true
}

// elided adds the article at the beginning of a piece that has lost its vowel, and
// returns the rest of the piece.
func (a *Analyzer) elided(p piece) piece {
	if !a.lang.elides {
		return p
	}
	if article, rest := a.lang.elision(a.text[p.start:p.end]); article != "" {
		head := p
		head.end -= len(rest)
		a.cuts = append(a.cuts, head)
		p.start, p.clause = head.end, false
	}
	return p
}

// segments adds a piece, or its words where it is written without spaces.
func (a *Analyzer) segments(p piece) {
	for _, word := range a.lang.cutUp(a.text[p.start:p.end], p.class) {
		part := p
		part.end = part.start + len(word)
		a.cuts = append(a.cuts, part)
		p.start, p.clause = part.end, false
	}
	if p.start < p.end {
		a.cuts = append(a.cuts, p)
	}
}

// cutUp gives the words of a piece that is written without spaces, nil where it is
// one word or the language has no dictionary.
//
//	团队的沟通 ─▶ 团队 │ 的 │ 沟通
func (l *Language) cutUp(raw string, c class) []string {
	if l.segment == nil || c != classWord {
		return nil
	}
	if first, _ := utf8.DecodeRuneInString(raw); !unicode.In(first, unspacedScripts...) {
		return nil
	}
	words := l.segment(raw)
	if strings.Join(words, "") != raw {
		return nil // the dictionary has changed something: offsets would lie
	}
	return words
}

// piecesOf cuts a text of the options as answers are cut.
func (a *Analyzer) piecesOf(text string) []piece {
	a.text = text
	a.split()
	a.recut()
	return a.pieces
}
