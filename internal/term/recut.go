package term

import (
	"strings"

	"verbatim/internal/segment"
)

// cut is the pass that cuts the text into pieces, unless it is cut.
func (a *Analyzer) cut() {
	if a.pieces == nil {
		a.split()
		a.recut()
	}
}

// split is the step that cuts the text into pieces, where words begin and end.
func (a *Analyzer) split() {
	a.splitter.Twice = a.opt.Twice
	a.pieces = a.splitter.Split(a.text)
}

// recut is the step that cuts the pieces into the words of the language:
//
//	l'homme          ─▶ l' │ homme          an article that has lost its vowel
//	Kolleg:innen     ◀─ Kolleg │ innen      a second ending (below)
//	团队的沟通        ─▶ 团队 │ 的 │ 沟通       what is written without spaces
func (a *Analyzer) recut() {
	if !a.lang.Recuts(a.text) {
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
		if end := a.lang.PairedEnd(a.text, p.Start, p.End); end > p.End {
			p.End, stop = end, end
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
	if article, rest := a.lang.Elision(a.text[p.Start:p.End]); article != "" {
		head := p
		head.End -= len(rest)
		a.cuts = append(a.cuts, head)
		p.Start, p.Clause = head.End, false
	}
	return p
}

// segments adds a piece, or its words where it is written without spaces.
func (a *Analyzer) segments(p segment.Piece) {
	for _, word := range a.lang.CutUp(a.text[p.Start:p.End]) {
		part := p
		part.End = part.Start + len(word)
		a.cuts = append(a.cuts, part)
		p.Start, p.Clause = part.End, false
	}
	if p.Start < p.End {
		a.cuts = append(a.cuts, p)
	}
}

// piecesOf cuts a text of the options as answers are cut.
func (a *Analyzer) piecesOf(text string) []segment.Piece {
	a.text = text
	a.split()
	a.recut()
	return a.pieces
}
