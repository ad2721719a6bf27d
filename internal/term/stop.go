package term

import (
	"fmt"
	"strings"
)

// trait is a set of things that a language's lists say of a word.
type trait uint32

const (
	stop        trait = 1 << iota // a function word
	content                       // in Snowball's stop list, but a word of answers
	filler                        // a word of content that carries no answer
	fillerForm                    // a filler only in this form
	frame                         // a word that questions are made of
	negWord                       // see Negation
	negLack                       //
	negAfter                      //
	negBoth                       //
	link                          // "of" in "lack of"
	adversative                   // "but"
	elided                        // "l'"
	undivided                     // holds an apostrophe, but no elision
	telling                       // tells the language, no stop word
)

// A lexicon is what lang/CODE.txt and Snowball's list say, made ready for
// looking up.
type lexicon struct {
	words     map[string]trait  // by folded word
	stems     map[string]trait  // filler and frame, by stem
	keys      map[string]string // what a word is counted under where the stemmer would get it wrong
	joined    map[string]string // and what all words of a stem are
	spellings []spelling        // British to American
	keepIse   map[string]bool   // words in -ise that are written so on both sides
	affirming [][]string        // "not only": no negation
	phrases   map[string]part   // the grammar of non-answers
	hints     []string          // letters and, after a -, endings that tell the language
	firsts    map[string]int    // words of the longest phrase that begins with a word
	spoken    map[string]bool   // the words of its phrases
	elides    bool              // articles may lose their vowel: "l'homme"
}

// has tells whether the lists say all of this of a folded word.
func (l *Language) has(folded string, t trait) bool { return l.words[folded]&t != 0 }

// contracted are the endings that make a function word of whatever stands
// before them in English ("they're", "isn't", "we'd"); 's does so only after a
// stop word ("it's", "that's"), since "council's" is a possessive.
var contracted = []string{"n't", "'re", "'ve", "'ll", "'d", "'m"}

// IsStop tells whether a folded word is a stop word: a function word that
// answers to no question.
func (l *Language) IsStop(folded string) bool {
	if l.has(folded, stop) {
		return true
	}
	if l.Code != "en" || !strings.Contains(folded, "'") {
		return false
	}
	for _, ending := range contracted {
		if strings.HasSuffix(folded, ending) {
			return true
		}
	}
	owner, possessive := strings.CutSuffix(folded, "'s")
	return possessive && l.IsStop(owner)
}

// IsFiller tells whether a folded word, or another of its stem, carries no
// answer although it is no function word: "use", "things", "really".
func (l *Language) IsFiller(folded string) bool {
	return l.has(folded, fillerForm) || l.hasStem(folded, filler)
}

// IsFrame tells whether a folded word, or another of its stem, is one that
// questions are made of and answers repeat: "strength", "improve". It is an
// echo only where the question holds it too; that is for the caller to see.
func (l *Language) IsFrame(folded string) bool { return l.hasStem(folded, frame) }

func (l *Language) hasStem(folded string, t trait) bool {
	return l.has(folded, t) || l.stems[l.Stem(folded)]&t != 0
}

// Negation is how a word negates others of its clause.
type Negation uint8

// The kinds of negation.
const (
	NegNone        Negation = iota
	NegWord                 // negates what follows in its clause: "not", "without", "isn't"
	NegLack                 // does so when a link follows: "lack" with "of" (see IsLackLink)
	NegCorrelative          // goes on across the coordination: "neither open nor honest"
	NegAfter                // negates the word right before it: Turkish "değil", Tamil "இல்லை"
)

// Negator tells whether a folded word negates, and how.
func (l *Language) Negator(folded string) Negation {
	switch t := l.words[folded]; {
	case t&negBoth != 0:
		return NegCorrelative
	case t&negAfter != 0:
		return NegAfter
	case t&negLack != 0:
		return NegLack
	case t&negWord != 0, l.Code == "en" && strings.HasSuffix(folded, "n't"):
		return NegWord
	}
	return NegNone
}

// IsLackLink tells whether a folded word joins a NegLack to what is lacking:
// "of" in "lack of trust", "de" in "falta de tiempo".
func (l *Language) IsLackLink(folded string) bool { return l.has(folded, link) }

// IsAdversative tells whether a folded word ends a negation before it: "but".
func (l *Language) IsAdversative(folded string) bool { return l.has(folded, adversative) }

// NotNegation returns the number of folded words at the start of words that
// look like a negation together and are none ("not only", "no doubt"): 0 if
// there is no such thing.
func (l *Language) NotNegation(words []string) int {
	longest := 0
	for _, phrase := range l.affirming {
		if len(phrase) > longest && startsWith(words, phrase) {
			longest = len(phrase)
		}
	}
	return longest
}

func startsWith(words, phrase []string) bool {
	if len(words) < len(phrase) {
		return false
	}
	for i, word := range phrase {
		if words[i] != word {
			return false
		}
	}
	return true
}

// loadLexicon reads the lists of a language: Snowball's stop words, then ours.
// bleve (Apache 2.0) carries Snowball's lists (BSD) as Lucene has them, for
// Arabic and Romanian those of Jacques Savoy (BSD), for Turkish and Irish
// Lucene's own.
func loadLexicon(l *Language) (lexicon, error) {
	r := newListReader(l)
	r.snowball()
	if err := r.file(l.Code); err != nil {
		return lexicon{}, err
	}
	if l.Code != "en" {
		r.wanted = func(section string) bool { return grammarSections[section] != 0 }
		if err := r.file("en"); err != nil {
			return lexicon{}, err
		}
	}
	return r.finish(), nil
}

// sections says what an entry of each plain section of a list is. The others
// are in entry.
var sections = map[string]trait{
	"stop": stop, "content": content, "filler": filler, "filler as it is": fillerForm, "frame": frame, "negator": negWord, "lack": negLack,
	"link": link, "negator after": negAfter, "correlative": negBoth, "adversative": adversative,
	"elided": elided, "undivided": undivided, "telling": telling,
}

// grammarSections are those of the grammar of non-answers.
var grammarSections = map[string]part{
	"padding": padding, "courtesy": courtesy, "alone": alone, "non-response": nonResponse, "nil": nilAnswer,
}

// A listReader reads lang/CODE.txt: entries between commas or on lines of
// their own, under "[section]" lines; # begins a comment.
type listReader struct {
	lang *Language
	lexicon
	section string
	wanted  func(section string) bool // nil: all sections
}

func newListReader(l *Language) *listReader {
	return &listReader{lang: l, lexicon: lexicon{
		words: make(map[string]trait, 512), stems: make(map[string]trait), keys: make(map[string]string), joined: make(map[string]string),
		keepIse: make(map[string]bool), phrases: make(map[string]part), firsts: make(map[string]int), spoken: make(map[string]bool),
	}}
}

// snowball reads the stop words that bleve carries.
func (r *listReader) snowball() {
	for line := range strings.Lines(string(r.lang.snowball)) {
		line, _, _ = strings.Cut(line, "|") // the rest is a comment
		line, _, _ = strings.Cut(line, "#")
		for word := range strings.FieldsSeq(line) {
			r.mark(word, stop)
		}
	}
}

func (r *listReader) file(code string) error {
	text, err := lists.ReadFile("lang/" + code + ".txt")
	if err != nil {
		return err
	}
	if err := r.text(string(text)); err != nil {
		return fmt.Errorf("lang/%s.txt:%w", code, err)
	}
	return nil
}

func (r *listReader) text(text string) error {
	number := 0
	for line := range strings.Lines(text) {
		number++
		if err := r.line(line); err != nil {
			return fmt.Errorf("%d: %w", number, err)
		}
	}
	return nil
}

func (r *listReader) line(text string) error {
	text, _, _ = strings.Cut(text, "#")
	text = strings.TrimSpace(text)
	if name, ok := strings.CutPrefix(text, "["); ok {
		r.section, ok = strings.CutSuffix(name, "]")
		if !ok {
			return fmt.Errorf("section without an end: %q", text)
		}
		return nil
	}
	if text == "" || r.wanted != nil && !r.wanted(r.section) {
		return nil
	}
	switch r.section {
	case "apart":
		return r.group(text, r.keys, func(form string) string { return form })
	case "together":
		return r.group(text, r.joined, r.lang.algorithm)
	}
	for entry := range strings.SplitSeq(text, ",") {
		if entry = strings.TrimSpace(entry); entry == "" {
			continue // a comma at the end of a line
		}
		if err := r.entry(entry); err != nil {
			return err
		}
	}
	return nil
}

// entry takes in one entry of the section that is being read.
func (r *listReader) entry(entry string) error {
	if t, ok := sections[r.section]; ok {
		if strings.Contains(entry, " ") {
			return fmt.Errorf("more than a word: %q", entry)
		}
		r.mark(entry, t)
		return nil
	}
	if p, ok := grammarSections[r.section]; ok {
		r.phrase(entry, p)
		return nil
	}
	switch r.section {
	case "no negation":
		r.affirming = append(r.affirming, strings.Fields(r.lang.Fold(entry)))
	case "hint":
		r.hints = append(r.hints, entry)
	case "keep -ise":
		r.keepIse[entry] = true
	case "spelling":
		from, to, ok := strings.Cut(entry, "=")
		if !ok {
			return fmt.Errorf("no = in spelling %q", entry)
		}
		r.spellings = append(r.spellings, newSpelling(from, to))
	default:
		return fmt.Errorf("entry %q in unknown section %q", entry, r.section)
	}
	return nil
}

// group reads "key: form, form": the forms, and the key itself, are counted
// under the key. What is looked up in the table is made of a form by index.
func (r *listReader) group(text string, table map[string]string, index func(string) string) error {
	key, forms, _ := strings.Cut(text, ":")
	key = r.lang.Fold(strings.TrimSpace(key))
	for form := range strings.SplitSeq(key+","+forms, ",") {
		form = r.lang.Fold(strings.TrimSpace(form))
		if form == "" {
			continue
		}
		if old, ok := table[index(form)]; ok && old != key {
			return fmt.Errorf("%q is there twice, under %q and %q", form, old, key)
		}
		table[index(form)] = key
	}
	return nil
}

// mark gives a word a trait, and its form without accents where people leave
// them out.
func (r *listReader) mark(word string, t trait) {
	folded := r.lang.Fold(word)
	r.words[folded] |= t
	if r.lang.bare {
		if bare := withoutAccents(folded); r.words[bare]&content == 0 {
			r.words[bare] |= t
		}
	}
}

// finish works out what depends on the lists as a whole.
func (r *listReader) finish() lexicon {
	l := *r.lang
	l.lexicon = r.lexicon
	for word, t := range r.words {
		r.elides = r.elides || t&elided != 0
		if t&content != 0 {
			r.words[word] = t &^ (stop | content)
		}
		if t&(negLack|negAfter) != 0 {
			r.words[word] |= filler // "lack" says nothing without what is lacking
		}
		if t&(filler|frame) != 0 {
			r.stems[l.Stem(word)] |= t & (filler | frame)
		}
	}
	return r.lexicon
}

// isAcronym tells whether a word, in capitals, is a name although it is a stop
// word in small letters: information technology, the United States.
func isAcronym(raw string) bool { return raw == "IT" || raw == "US" }
