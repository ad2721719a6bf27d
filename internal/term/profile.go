package term

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
)

// How evidence is weighed. A word that only one language has weighs 1.
const (
	maxLook    = 600 // bytes of an answer that are looked at
	answerCap  = 3.0 // evidence that one answer may give for a language: long ones must not outvote the rest
	mostNoted  = 50  // words of a language that are noted
	hintWeight = 0.4 // of a letter or ending that tells a language
)

// vocabularies are the words met that tell a language, by its code.
type vocabularies map[string]map[string]bool

func (v vocabularies) note(codes []string, word string) {
	for _, code := range codes {
		if v[code] == nil {
			v[code] = make(map[string]bool)
		}
		if len(v[code]) < mostNoted && !v[code][word] {
			v[code][strings.Clone(word)] = true // the answer must not stay alive
		}
	}
}

// scores is evidence by code of a language.
type scores map[string]float64

func (s scores) add(more scores) {
	for code, evidence := range more {
		s[code] += min(evidence, answerCap)
	}
}

// ranked are the codes by falling evidence, equal ones in order of the alphabet.
func (s scores) ranked() []string {
	codes := make([]string, 0, len(s))
	for code := range s {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, func(a, b string) int {
		switch {
		case s[a] > s[b]:
			return -1
		case s[a] < s[b]:
			return 1
		}
		return strings.Compare(a, b)
	})
	return codes
}

// A profile is what is known of all languages that may be met.
type profile struct {
	words     map[string][]string // the languages that have a word
	letters   map[rune][]string   // the languages that a letter tells
	endings   map[string][]string // and an ending of four bytes or more
	english   map[string]bool     // words that only look like another language's
	supported map[string]bool
	scripts   []script // that tell one language
	shared    []script // that several languages have: the one that a word is taken for which tells nothing else
}

// A script is a writing system, and the language that it tells.
type script struct {
	table *unicode.RangeTable
	code  string
}

// newProfile makes a profile: the work of some milliseconds, and a megabyte that
// need not stay while answers are counted. The lists are part of the program, and a
// test reads them all: what cannot be read is left out.
func newProfile(lib *library) *profile {
	p := &profile{
		words: make(map[string][]string, 4096), letters: make(map[rune][]string), endings: make(map[string][]string),
		english: make(map[string]bool), supported: make(map[string]bool),
	}
	words := make(map[string]trait, 512) // one for all languages: it is most of the work
	for _, code := range lib.codes() {
		clear(words)
		p.learn(lib, code, words)
	}
	readSections(lib.files, othersFile, p.other)
	return p
}

// learn takes in a language that is supported.
func (p *profile) learn(lib *library, code string, words map[string]trait) {
	l := lib.heads[code]
	l.words = words
	r := &listReader{files: lib.files, lang: &l, wanted: func(section string) bool {
		return wordSections[section]&(stop|telling|content|homograph) != 0 || section == "hint"
	}}
	if err := r.both(); err != nil {
		return
	}
	p.supported[code] = true
	alone := []string{code} // shared: append makes another of it
	for word, t := range words {
		if t&homograph != 0 {
			p.english[word] = true
		}
		switch {
		case t&(stop|telling) == 0, t&content != 0:
		case p.words[word] == nil:
			p.words[word] = alone
		default:
			p.words[word] = append(p.words[word], code)
		}
	}
	p.hint(code, r.hints)
}

// othersFile is what is known of the languages that are not supported.
const othersFile = "lang/other.txt"

// other takes in a line of othersFile.
func (p *profile) other(section, line string) error {
	if section == "unspaced" {
		return nil // for IsUnspaced
	}
	code, entries, err := keyed(line)
	if err != nil {
		return err
	}
	switch section {
	case "telling":
		for _, word := range entriesOf(entries) {
			p.words[word] = append(p.words[word], code)
		}
	case "hint":
		p.hint(code, entriesOf(entries))
	case "script":
		err = addScripts(&p.scripts, code, entries)
	case "shared script":
		err = addScripts(&p.shared, code, entries)
	default:
		err = fmt.Errorf("unknown section %q", section)
	}
	return err
}

// addScripts adds the scripts of a language, by their Unicode names.
func addScripts(list *[]script, code, names string) error {
	return eachEntry(names, func(name string) error {
		table, ok := unicode.Scripts[name]
		if !ok {
			return fmt.Errorf("no script %q", name)
		}
		*list = append(*list, script{table, code})
		return nil
	})
}

// hint notes the letters and endings that tell a language.
func (p *profile) hint(code string, hints []string) {
	for _, hint := range hints {
		if ending, ok := strings.CutPrefix(hint, "-"); ok {
			p.endings[ending] = append(p.endings[ending], code)
			continue
		}
		for _, letter := range hint {
			p.letters[letter] = append(p.letters[letter], code)
		}
	}
}

// score weighs one answer, and notes the words that tell a language.
func (p *profile) score(answer string, met vocabularies) scores {
	if len(answer) > maxLook {
		answer = answer[:maxLook]
	}
	answer = strings.ToLower(normalise(answer))
	s := make(scores)
	for word := range strings.FieldsFuncSeq(answer, func(r rune) bool { return !isWordRune(r) && r != '\'' }) {
		p.weigh(s, met, strings.Trim(word, "'"))
	}
	if len(s) == 0 {
		p.guess(s, answer)
	}
	return s
}

// guess takes an answer without any known word for the supported one of the
// languages that share its script.
func (p *profile) guess(s scores, answer string) {
	for _, letter := range answer {
		for _, shared := range p.shared {
			if letter >= firstScript && unicode.Is(shared.table, letter) {
				s[shared.code] = hintWeight
			}
		}
	}
}

// weigh adds what one word tells.
func (p *profile) weigh(s scores, met vocabularies, word string) {
	if code := p.scriptOf(word); code != "" {
		s.give([]string{code}, 1)
		met.note([]string{code}, word)
		return
	}
	s.give(p.words[word], 1)
	met.note(p.words[word], word)
	for _, letter := range word {
		if letter >= 0x80 {
			s.give(p.letters[letter], hintWeight)
		}
	}
	for i := range word {
		if n := len(word) - i; i >= 3 && n >= 2 && n <= 8 {
			s.give(p.endings[word[i:]], hintWeight)
		}
	}
}

// give shares evidence between languages.
func (s scores) give(codes []string, weight float64) {
	for _, code := range codes {
		s[code] += weight / float64(len(codes))
	}
}

// firstScript is the first character after those of the Latin script and its signs.
const firstScript = 0x370

// scriptOf names the language of a word by its script, where there is one
// language that is mostly written in it: "" for Latin, Cyrillic and Arabic.
func (p *profile) scriptOf(word string) string {
	code := ""
	for _, r := range word {
		if r < firstScript {
			return ""
		}
		for _, s := range p.scripts {
			if unicode.Is(s.table, r) {
				if s.code == "ja" {
					return s.code // kana among Han
				}
				code = s.code
			}
		}
	}
	return code
}

// IsUnspaced reports whether a language, by its ISO 639-1 code, is written
// without spaces between words, so that they cannot be told apart without a
// dictionary.
func IsUnspaced(code string) bool {
	unspaced := false
	readSections(lists, othersFile, func(section, line string) error {
		unspaced = unspaced || section == "unspaced" && slices.Contains(entriesOf(line), code)
		return nil
	})
	return unspaced
}
