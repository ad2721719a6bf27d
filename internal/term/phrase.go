package term

import (
	"strings"
	"unicode"

	"verbatim/internal/lang"
)

// joinTwins is the pass that makes one token, the word itself, of a word that is written with
// spaces: "power point".
func (a *Analyzer) joinTwins() {
	a.joinTokens(&a.twins, func(row []Token, as target) *Word {
		form := Written(row, a.text)
		return a.known(form+twinMark+a.tongue, func(string) *Word {
			w := *a.classify(as.label)
			w.Form = strings.Clone(form) // not a piece of the answer, which must not stay alive
			return &w
		})
	})
}

// twinMark stands after a word that is written with spaces, where words are looked up.
const twinMark = "\x00twin"

// joinPhrases is the pass that makes one token of each phrase, the longest from the
// left.
func (a *Analyzer) joinPhrases() { a.joinTokens(&a.phrases, a.phraseWord) }

// joinTokens makes one token, with the word that is given, of each row of tokens in a trie.
func (a *Analyzer) joinTokens(trie *phraseTrie, word func(row []Token, as target) *Word) {
	if len(trie.root) == 0 {
		return
	}
	out := a.tokens[:0]
	for i := 0; i < len(a.tokens); {
		n, as := trie.longest(a.tokens[i:], a.text)
		a.meet(as.entries)
		if n == 0 {
			out = append(out, a.tokens[i])
			i++
			continue
		}
		row := a.tokens[i : i+n]
		joined := Token{Word: word(row, as), Start: row[0].Start, End: row[n-1].End, Opens: row[0].Opens}
		for j := range row {
			joined.Parts += row[j].Parts
		}
		a.met |= joined.hints
		out = append(out, joined)
		i += n
	}
	a.tokens = out
}

// Written is how tokens of a text are written together, with single spaces and without signs
// that only stand around a word: "_markdown_  words" is "markdown words".
func Written(tokens []Token, text string) string {
	apart := func(i int) bool { // by more than a space
		between := text[tokens[i-1].End:tokens[i].Start]
		return between != " " && strings.ContainsFunc(between, unicode.IsSpace)
	}
	i := 1
	for i < len(tokens) && !apart(i) {
		i++
	}
	if i == len(tokens) { // nearly always
		return text[tokens[0].Start:tokens[i-1].End]
	}
	var out strings.Builder
	for i, t := range tokens {
		if i > 0 {
			between := text[tokens[i-1].End:t.Start] // nothing in l'argent, a sign in and/or
			if strings.ContainsFunc(between, unicode.IsSpace) {
				between = " "
			}
			out.WriteString(between)
		}
		out.WriteString(text[t.Start:t.End])
	}
	return out.String()
}

// phraseWord is the word of a phrase as it is written.
func (a *Analyzer) phraseWord(row []Token, as target) *Word {
	form := Written(row, a.text)
	name := form + "\x00" + as.key // a phrase differs from a single word of the same letters
	return a.known(name, func(string) *Word { return a.newPhrase(form, as) })
}

// newPhrase makes the word of a phrase.
func (a *Analyzer) newPhrase(form string, as target) *Word {
	form = strings.Clone(form) // not a piece of the answer, which must not stay alive
	folded := a.lang.Fold(form)
	return &Word{Form: form, Key: as.key, Label: as.label, Folded: folded, traits: a.lang.Traits(folded) & lang.Affirms}
}

// joinFound is the pass that makes one token of each phrase that was found, after those that the user gave.
func (a *Analyzer) joinFound() { a.joinTokens(&a.found, a.foundWord) }

// foundWord is the word of a phrase that was found, with the words that it takes. Their places are those in
// the text as it stands, so it has a word for each way to space it, and for each language to read it in.
func (a *Analyzer) foundWord(row []Token, as target) *Word {
	start := row[0].Start
	return a.known(a.text[start:row[len(row)-1].End]+"\x00found\x00"+as.key+a.tongue, func(string) *Word {
		w := a.newPhrase(Written(row, a.text), as)
		for _, t := range row {
			if t.Kind == Number { // a theme may list a phrase with one
				t.Word = a.known(a.text[t.Start:t.End]+"\x00digits", func(name string) *Word { return &Word{Kind: Number, Key: name[:t.End-t.Start]} })
			}
			t.Start, t.End = t.Start-start, t.End-start
			w.taken = append(w.taken, t)
		}
		return w
	})
}

// phraseTrie finds phrases and synonyms in a row of tokens. Its steps are the
// keys of words, so that a phrase is found in any of its forms, and numbers as
// they are written:
//
//	quid ─▶ pro ─▶ quo •
//	align ─▶ of ─▶ interest •
//	4 ─▶ day ─▶ week •
type phraseTrie struct {
	root   map[string]*phraseNode
	single map[string]target // synonyms of one word, by key
}

// A phraseNode is where a row of keys has led so far.
type phraseNode struct {
	next map[string]*phraseNode
	as   target // where a phrase ends here
}

// target is what a phrase or synonym is counted under.
type target struct {
	key   string
	label string // as the user writes it; "" is the most frequent form

	entries []Entry // that it is from
}

// add enters a row of keys. What is entered twice keeps the entries of both.
func (t *phraseTrie) add(keys []string, as target) {
	nodes := t.root
	var node *phraseNode
	for _, k := range keys {
		if to, ok := t.single[k]; ok {
			k = to.key
		}
		if nodes[k] == nil {
			nodes[k] = &phraseNode{next: make(map[string]*phraseNode)}
		}
		node = nodes[k]
		nodes = node.next
	}
	if node == nil {
		return // only white space
	}
	if node.as.key == as.key {
		as.entries = append(node.as.entries, as.entries...)
	}
	node.as = as
}

// join is a row of keys as the trie counts them.
func (t *phraseTrie) join(row []string) (keys []string) {
	tokens := make([]Token, len(row))
	for i, key := range row {
		tokens[i] = Token{Word: &Word{Key: key}}
	}
	for len(tokens) > 0 {
		n, as := t.longest(tokens, "")
		if n == 0 {
			n, as.key = 1, tokens[0].Key
		}
		keys, tokens = append(keys, as.key), tokens[n:]
	}
	return keys
}

// longest is the number of tokens, from the first on, that make a phrase, and
// its key; 0 where none begins here. A phrase does not reach over the end of a
// clause.
func (t *phraseTrie) longest(tokens []Token, answer string) (n int, as target) {
	nodes := t.root
	for i := range tokens {
		step := tokens[i].Key
		if tokens[i].Kind == Number {
			step = answer[tokens[i].Start:tokens[i].End]
		}
		node := nodes[step]
		if node == nil || i > 0 && tokens[i].Opens {
			break
		}
		if node.as.key != "" {
			n, as = i+1, node.as
		}
		nodes = node.next
	}
	return n, as
}
