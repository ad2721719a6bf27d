package report

import (
	"strings"
	"unicode/utf16"

	"verbatim/internal/prose"
	"verbatim/internal/study"
)

// An answer may be quoted for several terms, but is on the page only once: as data, from which the
// script makes the quotes for the term that a reader chooses.
//
//	answers  ["line 5", "Trust, and open books"]  …
//	terms    trust: [0, 0, 5]    books: [0, 16, 21]  …     answer, and where the term begins and ends in it
//
// At first, with or without a script, a reader sees one answer for each of the first terms.

// pageQuotes are the quotes of a question.
type pageQuotes struct {
	First []pageQuote
	Data  quoteData
	Note  string
	shown map[int]bool // answers that are on the page as text
}

// pageQuote is a quote that stands on the page as text. Key is its term as the data has it, and
// Term is the same, harmless.
type pageQuote struct {
	Key, Term, Source string
	Pieces            []study.Part
}

// quoteData is the data for the script. Positions are in UTF-16 units, as scripts count them.
type quoteData struct {
	Answers [][2]string        `json:"answers"` // source, text
	Terms   map[string][][]int `json:"terms"`   // by term: answer, then start and end of each match
	Counts  map[string]int     `json:"counts"`  // by term: answers that have it, quoted or not
	seen    map[[2]string]int  // index of an answer
}

// firstQuotes is how many quotes stand on the page as text. The script has all others.
const firstQuotes = 8

// pageQuotes prepares the quotes of a section; nil if there are none.
func (s *Section) pageQuotes() *pageQuotes {
	if len(s.Quotes) == 0 {
		return nil
	}
	p := &pageQuotes{shown: map[int]bool{}, Data: quoteData{Terms: map[string][][]int{}, Counts: map[string]int{}, seen: map[[2]string]int{}}}
	for _, d := range s.Quotes {
		p.take(d)
	}
	p.Note = prose.PageQuotes(&s.Tally.Options)
	return p
}

// take adds the quotes of a term. As text it shows the longest of them that is at most three lines
// long and not on the page yet: long answers say more about a term than short ones.
func (p *pageQuotes) take(d *Quotes) {
	const wall = 280 // letters, about three lines
	p.Data.Counts[d.Term] = d.Matches
	best, length := -1, 0
	for i := range d.Quotes {
		q := &d.Quotes[i]
		at, letters := p.Data.add(d.Term, d.source(*q), q.pieces), len([]rune(q.Answer))
		if letters > length && letters <= wall && !p.shown[at] {
			best, length = i, letters
		}
	}
	if best < 0 || len(p.First) == firstQuotes {
		return
	}
	q := &d.Quotes[best]
	p.shown[p.Data.Terms[d.Term][best][0]] = true
	p.First = append(p.First, pageQuote{d.Term, prose.Plain(d.Term), d.source(*q), q.pieces})
}

// add adds a quote and returns the index of its answer. Two answers with the same text and source
// are one: an answer is found again for each of its terms.
func (d *quoteData) add(term, source string, pieces []study.Part) int {
	var text strings.Builder
	var marks []int
	n := 0
	for _, p := range pieces {
		text.WriteString(p.Text)
		end := n + len(utf16.Encode([]rune(p.Text)))
		if p.Match && end > n {
			marks = append(marks, n, end)
		}
		n = end
	}
	answer := [2]string{source, text.String()}
	at, known := d.seen[answer]
	if !known {
		at = len(d.Answers)
		d.seen[answer] = at
		d.Answers = append(d.Answers, answer)
	}
	d.Terms[term] = append(d.Terms[term], append([]int{at}, marks...))
	return at
}
