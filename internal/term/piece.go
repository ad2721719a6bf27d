package term

// pieces cuts a text into the words of the language, in order: what the split
// finds, and further
//
//	l'homme          ─▶ l' │ homme          an article that has lost its vowel
//	Kolleg:innen     ◀─ Kolleg │ innen      a second ending (see ending.go)
//	团队的沟通        ─▶ 团队 │ 的 │ 沟通       what is written without spaces
//
// Answers and what the options give go the same way, so that they meet. The
// slice is valid until the next call.
func (a *Analyzer) pieces(text string) []piece {
	found := a.splitter.split(text)
	if !a.lang.elides && !a.lang.mayPairs(text) && a.lang.segment == nil {
		return found
	}
	a.cuts = a.cuts[:0]
	stop := 0 // of the last word with two endings
	for _, p := range found {
		switch {
		case p.start < stop:
			continue // its second ending
		case stop > 0 && p.clause:
			p.clause = !blank(text[stop:p.start]) // its sign ends no clause
		}
		stop = 0
		if p.class != classWord {
			a.cuts = append(a.cuts, p)
			continue
		}
		p = a.elided(text, p)
		if mayPair(text, p.end) {
			if end, _ := a.lang.paired(text, p.start, p.end); end > p.end {
				p.end, stop = end, end
			}
		}
		a.segments(text, p)
	}
	return a.cuts
}

// blank tells whether words are on one line, with nothing between them.
func blank(between string) bool {
	for i := range len(between) {
		if k := byteKinds[between[i]]; k != kindSpace && k != kindQuote {
			return false
		}
	}
	return true
}

// elided adds the article that has lost its vowel at the beginning of a piece,
// and gives what is left.
func (a *Analyzer) elided(text string, p piece) piece {
	if !a.lang.elides {
		return p
	}
	if article, rest := a.lang.elision(text[p.start:p.end]); article != "" {
		head := p
		head.end -= len(rest)
		a.cuts = append(a.cuts, head)
		p.start, p.clause = head.end, false
	}
	return p
}

// withoutArticle leaves out the article that has lost its vowel before the first
// of several pieces.
func (a *Analyzer) withoutArticle(text string, pieces []piece) []piece {
	if len(pieces) > 1 && pieces[0].end == pieces[1].start && a.lang.has(a.fold(text[pieces[0].start:pieces[0].end]), elided) {
		return pieces[1:]
	}
	return pieces
}

// segments adds a piece, or its words where it is written without spaces.
func (a *Analyzer) segments(text string, p piece) {
	for _, word := range a.lang.cutUp(text[p.start:p.end], p.class) {
		part := p
		part.end = part.start + len(word)
		a.cuts = append(a.cuts, part)
		p.start, p.clause = part.end, false
	}
	if p.start < p.end {
		a.cuts = append(a.cuts, p)
	}
}
