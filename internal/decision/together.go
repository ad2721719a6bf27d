package decision

import (
	"slices"
	"strings"

	"verbatim/internal/lang"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// A Together looks for words that were asked for as one and are no term: "software engineer". It sees each
// answer as rows of words, whatever phrases have them.
type Together struct {
	row, back []string       // their keys
	counted   map[string]int // the place in said, by key
	said      []tally.Uses
	uses      tally.Uses
	reverse   tally.Uses
	answered  tally.Uses
	tokens    int
}

// NewTogether looks for the tokens of what was asked for.
func NewTogether(tokens []term.Token) *Together {
	t := &Together{counted: make(map[string]int)}
	for i := range tokens {
		key := tokens[i].Plain().Key
		t.row = append(t.row, key)
		if _, ok := t.counted[key]; !ok && tokens[i].Kind == term.Counted {
			t.counted[key] = len(t.said)
			t.said = append(t.said, tally.Uses{})
		}
	}
	t.back = slices.Clone(t.row)
	slices.Reverse(t.back)
	return t
}

// Look looks in an answer of a person.
func (t *Together) Look(tokens []term.Token, class lang.Class, person int) {
	if class != lang.Substantive {
		return
	}
	t.answered.Add(person)
	var clause []string
	for i := range tokens {
		if tokens[i].Opens {
			clause = t.end(clause, person)
		}
		keys := strings.Fields(tokens[i].Plain().Key)
		for _, key := range keys {
			if at, ok := t.counted[key]; ok {
				t.said[at].Add(person)
			}
		}
		t.tokens += len(keys)
		clause = append(clause, keys...)
	}
	t.end(clause, person)
}

// end looks in a clause, and empties it.
func (t *Together) end(clause []string, person int) []string {
	for i := 0; i+len(t.row) <= len(clause); i++ {
		switch at := clause[i : i+len(t.row)]; {
		case slices.Equal(at, t.row):
			t.uses.Add(person)
		case slices.Equal(at, t.back):
			t.reverse.Add(person)
		}
	}
	return clause[:0]
}

// Found is what was found, nil if nobody wrote the words together. Phrases says whether phrases are
// looked for.
func (t *Together) Found(phrases bool) *tally.Together {
	if t == nil || t.uses.People == 0 || len(t.said) == 0 {
		return nil
	}
	f := &tally.Together{People: t.uses.People, Mentions: t.uses.Mentions, Back: t.reverse.People, Said: t.said, Answered: t.answered.People, Tokens: t.tokens}
	f.Rarest = t.said[0].People
	for _, u := range t.said {
		f.Rarest, f.Commonest = min(f.Rarest, u.People), max(f.Commonest, u.People)
	}
	if fails := Unmet(f); phrases {
		f.Fails = fails
	}
	return f
}
