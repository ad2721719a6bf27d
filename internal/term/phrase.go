package term

import (
	"fmt"
	"strings"
)

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

// learnPhrases builds the trie from the options. A synonym of several words is
// a phrase with another key.
func (a *Analyzer) learnPhrases() phraseTrie {
	trie := phraseTrie{root: make(map[string]*phraseNode), single: make(map[string]target)}
	for i, p := range a.opt.Phrases {
		keys := a.keysOf(p)
		trie.add(keys, target{key: strings.Join(keys, " "), entries: []Entry{{ListPhrases, i}}})
	}
	for i, s := range a.opt.Synonyms {
		from, to := a.synonymKeys(s.From), target{strings.Join(a.synonymKeys(s.To), " "), s.To, []Entry{{ListSynonyms, i}}}
		switch len(from) {
		case 0:
		case 1:
			trie.single[from[0]] = to
		default:
			trie.add(from, to)
		}
	}
	return trie
}

// synonymKeys are the keys of the words of a synonym, or of the answer that it is.
func (a *Analyzer) synonymKeys(text string) []string {
	if a.opt.Whole || a.opt.Split != "" {
		return []string{a.fold(normalise(text))}
	}
	return a.keysOf(text)
}

// countedAs are the keys that the words of a text count under in an answer, by
// way of the synonyms and phrases that are in it.
func (a *Analyzer) countedAs(text string) (keys []string) {
	var tokens []Token
	for _, key := range a.synonymKeys(text) {
		if to, ok := a.phrases.single[key]; ok {
			key = to.key
		}
		tokens = append(tokens, Token{Word: &Word{Key: key}})
	}
	for len(tokens) > 0 {
		n, as := a.phrases.longest(tokens, "")
		if n == 0 {
			n, as.key = 1, tokens[0].Key
		}
		keys, tokens = append(keys, as.key), tokens[n:]
	}
	return keys
}

// checkSynonyms refuses synonyms that contradict each other once words of one
// stem are one: of a word that goes to two others, or to one that is sent on.
func (a *Analyzer) checkSynonyms() error {
	sent := make(map[string]Synonym)
	for _, s := range a.opt.Synonyms {
		from := strings.Join(a.synonymKeys(s.From), " ")
		if o, ok := sent[from]; ok && strings.Join(a.synonymKeys(s.To), " ") != strings.Join(a.synonymKeys(o.To), " ") {
			return &ListError{s.Line, fmt.Sprintf("%q is counted like %q, which line %d sends to %q", s.From, o.From, o.Line, o.To)}
		}
		sent[from] = s
	}
	for _, s := range a.opt.Synonyms {
		to := strings.Join(a.synonymKeys(s.To), " ")
		if o, ok := sent[to]; ok && strings.Join(a.synonymKeys(o.To), " ") != to {
			return &ListError{s.Line, fmt.Sprintf("%q goes to %q, which line %d sends on to %q", s.From, s.To, o.Line, o.To)}
		}
	}
	return nil
}

// keysOf are the keys of the words of a phrase, without the article that its
// first word may have before it: "l'argent" is "argent".
func (a *Analyzer) keysOf(phrase string) []string {
	text := normalise(phrase)
	var keys []string
	for _, p := range a.withoutArticle(text, a.pieces(text)) {
		keys = append(keys, a.key(a.folded(text[p.start:p.end])))
	}
	return keys
}

// entry is a word of the options as it is met in answers.
func (a *Analyzer) entry(word string) string {
	text := normalise(word)
	if a.opt.Whole || a.opt.Split != "" {
		return a.fold(text)
	}
	if pieces := a.withoutArticle(text, a.pieces(text)); len(pieces) == 1 {
		return a.folded(text[pieces[0].start:pieces[0].end])
	}
	return a.fold(text)
}

func (t *phraseTrie) add(keys []string, as target) {
	nodes := t.root
	var node *phraseNode
	for _, k := range keys {
		if nodes[k] == nil {
			nodes[k] = &phraseNode{next: make(map[string]*phraseNode)}
		}
		node = nodes[k]
		nodes = node.next
	}
	if node == nil {
		return // nothing but white space
	}
	if node.as.key == as.key {
		as.entries = append(node.as.entries, as.entries...)
	}
	node.as = as
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
		if node == nil || i > 0 && tokens[i].clause {
			break
		}
		if node.as.key != "" {
			n, as = i+1, node.as
		}
		nodes = node.next
	}
	return n, as
}

// joinPhrases makes one token of each phrase, the longest from the left.
func (a *Analyzer) joinPhrases(answer string) {
	if len(a.phrases.root) == 0 {
		return
	}
	out := a.tokens[:0]
	for i := 0; i < len(a.tokens); {
		n, as := a.phrases.longest(a.tokens[i:], answer)
		a.meet(as.entries)
		if n == 0 {
			out = append(out, a.tokens[i])
			i++
			continue
		}
		first, last := a.tokens[i], a.tokens[i+n-1]
		out = append(out, Token{
			Word:  a.phraseWord(answer[first.Start:last.End], as),
			Start: first.Start, End: last.End, Parts: n, clause: first.clause,
		})
		i += n
	}
	a.tokens = out
}

// phraseWord is the word for a phrase as written.
func (a *Analyzer) phraseWord(written string, as target) *Word {
	form := strings.Join(strings.Fields(written), " ")
	name := form + "\x00" + as.key // a phrase is no single word of the same letters
	return a.known(a.words, name, func(name string) *Word {
		form := name[:len(form)] // not a piece of the answer, which must not stay alive
		return &Word{Form: form, Key: as.key, Label: as.label, folded: a.fold(form)}
	})
}
