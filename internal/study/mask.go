package study

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"

	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// A mask decides which words of a quote may be shown: those that enough people
// wrote, in whatever case, and that the suppressed tally does not withhold.
// Numbers and addresses are never shown, and of the signs between words only
// the usual ones.
//
//	"my boss yelled at 4 of us" ─▶ "my … … at … of us"
type mask struct {
	least  int
	people map[string]int // who wrote it, by word in small letters
	last   map[string]int // the respondent who did so last
	hidden func(*term.Word) bool
}

// newMask hides the words of terms that the suppressed tally does not show. Stop
// words are in no tally; for them the number of people who wrote them decides.
func newMask(t *tally.Tally, least int) *mask {
	shown := make(map[string]bool)
	for _, x := range t.Terms {
		shown[x.Stem] = true
	}
	for _, x := range t.SetAside {
		shown[x.Stem] = true
	}
	return &mask{least: least, people: make(map[string]int), last: make(map[string]int), hidden: func(w *term.Word) bool {
		return w.IsSign() || w.Kind == term.Counted && !shown[w.Key]
	}}
}

// learnMask goes through the answers for who writes which word, where disclosure
// control needs to know.
func (x *quoter) learnMask(ctx context.Context) error {
	if x.run.opt.Suppress == 0 {
		return nil
	}
	x.mask = newMask(x.count.Shown.Tally(), x.run.opt.Suppress)
	err := x.run.each(ctx, x.learn)
	x.person = 0
	return err
}

// learn counts who writes which word.
func (x *quoter) learn(r *survey.Response) {
	x.person++
	for _, answer := range r.Answers {
		_, tokens := x.read(answer)
		for i := range tokens {
			word := strings.ToLower(tokens[i].Form)
			if x.mask.last[word] != x.person && !x.mask.hidden(tokens[i].Word) {
				x.mask.last[word] = x.person
				x.mask.people[word]++
			}
		}
	}
}

// masked is a piece of an answer with "…" for each word that may not be shown.
func (m *mask) masked(text string, tokens []term.Token, start, end int) string {
	var out strings.Builder
	at := start
	first, _ := slices.BinarySearchFunc(tokens, start, func(t term.Token, start int) int { return cmp.Compare(t.Start, start) })
	for i := first; i < len(tokens) && tokens[i].End <= end; i++ {
		t := &tokens[i]
		out.WriteString(usualSigns(text[at:t.Start]))
		switch word := text[t.Start:t.End]; {
		case term.Spelled(word) != word:
			out.WriteString(term.Spelled(word))
		case m.hidden(t.Word) || m.people[strings.ToLower(t.Form)] < m.least:
			out.WriteString("…")
		default:
			out.WriteString(word)
		}
		at = t.End
	}
	out.WriteString(usualSigns(text[at:end]))
	return out.String()
}

// usualSigns leaves of what is between words what nobody is known by.
func usualSigns(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune(`.,;:!?'"()-`, r) {
			return r
		}
		return -1
	}, s)
}
