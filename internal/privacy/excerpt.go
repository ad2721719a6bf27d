package privacy

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"verbatim/internal/segment"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// An Excerpt decides which words of a quote may be shown: those that enough people
// wrote, in whatever case, and that the suppressed tally does not withhold.
// Numbers and addresses are never shown, and of the signs between words only
// the usual ones.
//
//	"my boss yelled at 4 of us" ─▶ "my … … at … of us"
//
// A rare word may reveal who wrote a sentence as well as a name does. An Excerpt is
// learned from all answers before the first quote is shown.
type Excerpt struct {
	least   int                    // people
	writers map[string]*tally.Uses // by word in small letters
	hidden  func(*term.Word) bool
}

// NewExcerpt hides the words of terms that the suppressed tally does not show. Stop
// words are in no tally; for them the number of people who wrote them decides.
func NewExcerpt(t *tally.Tally, least int) *Excerpt {
	shown := make(map[string]bool)
	for _, x := range t.Terms {
		shown[x.Key()] = true
	}
	for _, x := range t.SetAside {
		shown[x.Key()] = true
	}
	return &Excerpt{least: least, writers: make(map[string]*tally.Uses), hidden: func(w *term.Word) bool {
		return w.IsSign() || w.Kind == term.Counted && !shown[w.Key]
	}}
}

// Learn records which words a person writes.
func (e *Excerpt) Learn(tokens []term.Token, person int) {
	for i := range tokens {
		if e.hidden(tokens[i].Word) {
			continue
		}
		word := strings.ToLower(tokens[i].Plain().Form)
		if e.writers[word] == nil {
			e.writers[word] = new(tally.Uses)
		}
		e.writers[word].Add(person)
	}
}

// Masked is a piece of an answer with "…" for each word that may not be shown.
func (e *Excerpt) Masked(text string, tokens []term.Token, start, end int) string {
	var out strings.Builder
	at := start
	first, _ := slices.BinarySearchFunc(tokens, start, func(t term.Token, start int) int { return cmp.Compare(t.Start, start) })
	for i := first; i < len(tokens) && tokens[i].End <= end; i++ {
		t := &tokens[i]
		out.WriteString(usualSigns(text[at:t.Start]))
		switch word := text[t.Start:t.End]; {
		case segment.Spelled(word) != word:
			out.WriteString(segment.Spelled(word))
		case e.mayShow(t):
			out.WriteString(word)
		default:
			out.WriteString("…")
		}
		at = t.End
	}
	out.WriteString(usualSigns(text[at:end]))
	return out.String()
}

// mayShow reports whether enough people wrote a word, and it is not hidden.
func (e *Excerpt) mayShow(t *term.Token) bool {
	writers := e.writers[strings.ToLower(t.Plain().Form)]
	return writers != nil && writers.People >= e.least && !e.hidden(t.Word)
}

// usualSigns keeps only the signs between words that identify nobody.
func usualSigns(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(`.,;:!?'"()-`, r) {
			return r
		}
		return -1
	}, s)
}
