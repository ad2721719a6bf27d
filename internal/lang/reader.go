package lang

import (
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"
)

// wordSections says what an entry of each section with words makes of its word.
var wordSections = map[string]Trait{
	"stop": Stop, "content": Content, "filler": filler, "filler as it is": fillerForm, "vague": filler | vague, "vague as it is": fillerForm | vague, "broad": filler | broad, "broad as it is": fillerForm | broad, "frame": frame, "negator": negWord, "lack": NegLack,
	"link": Link, "between": Between, "denies a thing": DeniesThing, "after a thing": AfterThing, "negator after": NegAfter, "correlative": NegBoth, "correlative in pairs": NegPaired, "adversative": Adversative,
	"negator either": NegEither, "elided": Elided, "undivided": undivided, "acronym": acronym,
}

// phraseSections are those of the grammar of non-answers.
var phraseSections = map[string]part{
	"padding": padding, "courtesy": courtesy, "alone": alone, "non-response": nonResponse, "nil": nilAnswer,
}

// suffixSections are the steps in which rules are applied to the end of a word. They stand
// above the section "together", which holds stems.
var suffixSections = []string{"suffix", "suffix 2", "suffix 3"}

// A listReader fills a language with what its lists say.
type listReader struct {
	files   fs.FS
	lang    *Language
	wanted  func(section string) bool // nil: all sections
	endings []string                  // second endings, as patterns, for the pairings that follow
}

// newLexicon is an empty lexicon.
func newLexicon() lexicon {
	return lexicon{
		words: make(map[string]Trait, 512), stems: make(map[string]Trait), someFill: make(map[string]string), keys: make(map[string]string), accented: make(map[string]string), joined: make(map[string]string),
		keepEnding: make(map[string]bool), phrases: make(map[string]part), firsts: make(map[string]int), spoken: make(map[string]bool),
	}
}

// both reads the published stop list of a language, where there is one, and ours.
func (r *listReader) both() error {
	published := "stop/" + r.lang.Code
	if _, err := fs.Stat(r.files, "words/"+published+".txt"); err == nil {
		if err := r.file(published); err != nil {
			return err
		}
	}
	return r.file(r.lang.Code)
}

// file reads a file of words/.
func (r *listReader) file(name string) error {
	return readSections(r.files, "words/"+name+".txt", r.line)
}

// line reads a line of a section.
func (r *listReader) line(section, line string) error {
	if section == "language" || r.wanted != nil && !r.wanted(section) {
		return nil
	}
	switch section {
	case "apart":
		return r.group(line, r.lang.keys, func(form string) string { return form })
	case "accented":
		return r.group(line, r.lang.accented, func(form string) string { return form })
	case "together":
		return r.group(line, r.lang.joined, r.lang.root)
	case "pairing":
		p, err := newPairing(line, r.endings)
		r.lang.pairings = append(r.lang.pairings, p)
		return err
	}
	return eachEntry(line, func(entry string) error { return r.entry(section, entry) })
}

// entry reads one entry of a section.
func (r *listReader) entry(section, entry string) error {
	if t, ok := wordSections[section]; ok {
		return r.word(entry, t)
	}
	if p, ok := phraseSections[section]; ok {
		r.phrase(entry, p)
		return nil
	}
	l := r.lang
	if step := slices.Index(suffixSections, section) + 1; step > 0 {
		return l.suffixes.Add(step, entry)
	}
	switch section {
	case "contraction":
		l.contractions = append(l.contractions, entry)
	case "clitic":
		l.clitics = append(l.clitics, entry)
	case "no negation":
		r.affirm(l.Fold(entry))
	case "second ending":
		r.endings = append(r.endings, entry)
	case "pairing sign":
		l.pairSigns += entry
	case "keep ending":
		l.keepEnding[entry] = true
	case "spelling", "spelling ending":
		s, err := newSpelling(section, entry)
		l.spellings = append(l.spellings, s)
		return err
	default:
		return fmt.Errorf("entry %q in unknown section %q", entry, section)
	}
	return nil
}

// word reads a word that has the trait or, after a -, an ending of such words.
func (r *listReader) word(entry string, t Trait) error {
	ending, isEnding := strings.CutPrefix(entry, "-")
	switch {
	case isEnding && t == Content:
		r.lang.nouns = append(r.lang.nouns, ending)
	case isEnding && t == negWord:
		r.lang.negations = append(r.lang.negations, ending)
	case strings.Contains(entry, " "):
		return fmt.Errorf("more than a word: %q", entry)
	default:
		r.mark(entry, t)
	}
	return nil
}

// mark gives a word a trait. If people leave accents out, its form without accents
// gets it too.
func (r *listReader) mark(word string, t Trait) {
	folded, words := r.lang.Fold(word), r.lang.words
	words[folded] |= t
	if r.lang.optionalAccents {
		if bare := withoutAccents(folded); words[bare]&Content == 0 {
			words[bare] |= t
		}
	}
	words[r.lang.digraphs(folded)] |= t
}

// affirm reads words that together only look like a negation. "…" stands for words
// between them.
func (r *listReader) affirm(entry string) {
	if first, last, ok := strings.Cut(entry, " … "); ok {
		r.lang.Framing = append(r.lang.Framing, [2]string{first, last})
		return
	}
	words := strings.Fields(entry)
	if r.lang.Affirming == nil {
		r.lang.Affirming = make(map[string][][]string)
	}
	r.lang.Affirming[words[0]] = append(r.lang.Affirming[words[0]], words)
	r.lang.words[words[0]] |= Affirms
}

// group reads "key: form, form": the forms and the key itself are counted under the
// key. The table is looked up by the index of a form.
func (r *listReader) group(line string, table map[string]string, index func(string) string) error {
	key, forms, err := keyed(line)
	if err != nil {
		return err
	}
	key = r.lang.Fold(key)
	return eachEntry(key+","+forms, func(form string) error {
		form = r.lang.Fold(form)
		if old, ok := table[index(form)]; ok && old != key {
			return fmt.Errorf("%q is there twice, under %q and %q", form, old, key)
		}
		table[index(form)] = key
		return nil
	})
}

// phrase adds a phrase to the grammar of non-answers. If the list of the language and
// that of English both have it, the language decides, since it is read first.
func (r *listReader) phrase(text string, p part) {
	l := r.lang
	words := l.grammarWords(text)
	if len(words) == 0 {
		return // only signs, which markOnly handles
	}
	for _, word := range words {
		l.spoken[word] = true
	}
	key := strings.Join(words, " ")
	if _, ok := l.phrases[key]; !ok {
		l.phrases[key] = p
		l.firsts[words[0]] = max(l.firsts[words[0]], len(words))
	}
}

// leastStem is the least number of letters of a stem whose words are all fillers.
// Words with a shorter stem have nothing in common, and neither have the groups of the
// section "together" ("utiliza", "usuário"). English has short fillers ("use", "do"),
// and was reviewed without that limit.
const leastStem = 4

// finish computes what depends on the lists as a whole.
func (r *listReader) finish() {
	l := r.lang
	if len(l.pairings) > 0 && l.pairSigns == "" {
		l.pairSigns = pairSigns
	}
	if l.optionalAccents { // not for those below: they would be taken for another word
		for _, form := range slices.Sorted(maps.Keys(l.keys)) {
			if bare := withoutAccents(form); l.keys[bare] == "" {
				l.keys[bare] = l.keys[form]
			}
		}
	}
	maps.Copy(l.keys, l.accented)
	l.markDotted()
	reviewed, stemOf := make(map[string]bool), make(map[string]string) // stemming takes longest here
	for _, key := range l.joined {
		reviewed[key] = true
	}
	for word, t := range l.words {
		l.elides = l.elides || t&Elided != 0
		if t&Content != 0 {
			l.words[word] = t &^ Stop
		}
		switch {
		case t&(NegLack|NegAfter) != 0:
			l.words[word] |= filler // "lack" says nothing without what is lacking
		case t&(negWord|NegEither) != 0:
			l.words[word] |= fillerForm // nor does "missing"
		}
		if t &= filler | vague | broad | frame; t == 0 {
			continue
		}
		stem := l.Stem(word)
		stemOf[word] = stem
		if reviewed[stem] || l.Code != Common && utf8.RuneCountInString(stem) < leastStem {
			t &^= filler | vague | broad
		}
		if t != 0 {
			l.stems[stem] |= t
		}
	}
	l.markSomeFill(stemOf)
}

// markSomeFill notes a filler of each stem that has other words, too: the longest. The stems of most
// fillers are known.
func (l *Language) markSomeFill(stemOf map[string]string) {
	for word, t := range l.words {
		if t&(filler|fillerForm) == 0 {
			continue
		}
		stem, ok := stemOf[word]
		if !ok {
			stem = l.Stem(word)
		}
		if most := l.someFill[stem]; l.stems[stem]&filler == 0 && (len(word) > len(most) || len(word) == len(most) && word < most) {
			l.someFill[stem] = word
		}
	}
}

// markDotted marks the words that an abbreviation with dots begins with, so that most tokens need no
// other look: z and z.z in z.z.t.
func (l *Language) markDotted() {
	for _, word := range slices.Collect(maps.Keys(l.words)) {
		for i, r := range word {
			if r == '.' && l.Has(word, Stop|Content) {
				l.words[word[:i]] |= Dotted
			}
		}
	}
}
