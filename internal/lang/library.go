package lang

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A library is the languages of a folder of lists: each file words/CODE.txt that
// begins with a section "language" is one, so that a language is added by adding
// its file. Their lists are read when they are first asked for: most runs need one
// language or two.
type library struct {
	files fs.FS
	heads map[string]Language                  // by code: what the section "language" says
	load  map[string]func() (*Language, error) // by all codes that mean a language

	others func() *atlas // read when it is first asked for
}

// builtin are the languages that are part of the program.
var builtin = sync.OnceValue(func() *library { return newLibrary(lists) })

// newLibrary reads the heads of all languages. A head that cannot be
// read gives its error when the language is asked for.
func newLibrary(files fs.FS) *library {
	lib := &library{files: files, heads: make(map[string]Language), load: make(map[string]func() (*Language, error))}
	lib.others = sync.OnceValue(func() *atlas {
		others, err := readAtlas(files)
		if err != nil {
			panic(err) // the file is part of the program, and a test reads it
		}
		return others
	})
	names, _ := fs.Glob(files, "words/*.txt") // the pattern is right
	for _, name := range names {
		head, err := readHead(files, name)
		switch {
		case err != nil:
			lib.load[head.Code] = func() (*Language, error) { return nil, err }
		case head.Name == "": // lists of something else
		default:
			lib.enter(head)
		}
	}
	return lib
}

// enter adds a language, unless its dictionary is not in this build.
func (lib *library) enter(head Language) {
	lib.heads[head.Code] = head
	if head.dictionary != "" && head.segment == nil {
		return
	}
	load := sync.OnceValues(func() (*Language, error) { return lib.read(head) })
	for _, code := range append([]string{head.Code}, head.also...) {
		lib.load[code] = load
	}
}

// read reads the lists of a language, and the grammar of the common non-answers.
func (lib *library) read(head Language) (*Language, error) {
	head.lexicon = newLexicon()
	r := &listReader{files: lib.files, lang: &head}
	if err := r.both(); err != nil {
		return nil, err
	}
	if head.Code != Common {
		r.wanted = func(section string) bool { return phraseSections[section] != 0 }
		if err := r.file(Common); err != nil {
			return nil, err
		}
	}
	r.finish()
	return &head, nil
}

// readHead reads the section "language" at the beginning of a file: lines "key:
// value". Without one the language has no name.
func readHead(files fs.FS, name string) (Language, error) {
	head := Language{Code: strings.TrimSuffix(path.Base(name), ".txt"), stemmer: unstemmed}
	err := readSections(files, name, func(section, line string) error {
		if section != "language" {
			return fs.SkipAll
		}
		key, value, err := keyed(line)
		if err != nil {
			return err
		}
		return head.set(key, value)
	})
	return head, err
}

// set applies a line of the section "language".
func (l *Language) set(key, value string) error {
	switch key {
	case "name":
		l.Name = value
	case "also":
		l.also = entriesOf(value)
	case "vowels":
		l.suffixes.Vowels = value
	case "stemmer":
		stemmer, ok := stemmers[value]
		if !ok {
			return fmt.Errorf("no stemmer %q; there are %s", value, strings.Join(slices.Sorted(maps.Keys(stemmers)), ", "))
		}
		l.stemmer = stemmer
	case "dictionary":
		l.dictionary = value
		l.segment, l.stemmer = dictionaryOf(value)
	case "fold":
		return setPairs(&l.folding, key, value)
	case "own letters":
		l.ownLetters = value
	case "two letters":
		return setPairs(&l.twoLetters, key, value)
	case "writing":
		return eachEntry(value, l.setWriting)
	default:
		return fmt.Errorf("unknown key %q", key)
	}
	return nil
}

// setPairs reads pairs "letters=letters", in which \u stands for a code as in Go.
func setPairs(pairs *[][2]string, key, value string) error {
	value, err := strconv.Unquote(`"` + value + `"`)
	if err != nil {
		return fmt.Errorf("%s: %w", key, err)
	}
	return eachEntry(value, func(entry string) error {
		from, to, ok := strings.Cut(entry, "=")
		if !ok {
			return fmt.Errorf("no = in %s %q", key, entry)
		}
		*pairs = append(*pairs, [2]string{from, to})
		return nil
	})
}

// setWriting sets a peculiarity of the writing of the language.
func (l *Language) setWriting(habit string) error {
	habits := map[string]*bool{
		"optional accents": &l.optionalAccents, "apostrophe before endings": &l.apostropheEndings, "capital nouns": &l.CapitalNouns, "foreign accents": &l.foreignAccents,
	}
	set, ok := habits[habit]
	if !ok {
		return fmt.Errorf("unknown habit of writing %q", habit)
	}
	*set = true
	return nil
}

// A LanguageError says that answers in a language cannot be analysed.
type LanguageError struct{ Lang string }

// Error names the language.
func (e *LanguageError) Error() string { return fmt.Sprintf("language %q is not supported", e.Lang) }

// LanguageOf returns the language of an ISO 639-1 code, in small or capital letters.
// "nb" and "nn" are "no". If the language is not supported, the error is a
// *LanguageError.
func LanguageOf(code string) (*Language, error) { return builtin().languageOf(code) }

// languageOf is LanguageOf among the languages of the library.
func (lib *library) languageOf(code string) (*Language, error) {
	load, ok := lib.load[strings.ToLower(code)]
	if !ok {
		return nil, &LanguageError{Lang: code}
	}
	return load()
}

// mainCode is the code that a code means: "no" for "nn".
func (lib *library) mainCode(code string) string {
	for main, head := range lib.heads {
		if slices.Contains(head.also, code) {
			return main
		}
	}
	return code
}

// Languages returns the codes of the languages that are supported, sorted.
func Languages() []string { return builtin().codes() }

// codes are Languages of the library.
func (lib *library) codes() (codes []string) {
	for _, code := range slices.Sorted(maps.Keys(lib.heads)) {
		if lib.load[code] != nil && code != Unknown {
			codes = append(codes, code)
		}
	}
	return codes
}

// DictionaryTag is the build tag with which Chinese and Japanese are cut into words,
// by dictionary.
const DictionaryTag = "cjk"

// HasDictionary reports whether the build with DictionaryTag knows the words of a
// language that is written without spaces.
func HasDictionary(code string) bool { return builtin().heads[code].dictionary != "" }

// topics are the languages of each word of the lists. Where people leave accents out, the words without them are
// there, too.
func (lib *library) topics() (map[string][]string, error) {
	topics := make(map[string][]string, 2048)
	return topics, readSections(lib.files, topicsFile, func(_, line string) error {
		code, words, err := keyed(line)
		if head := lib.heads[code]; head.optionalAccents {
			words += ", " + withoutAccents(words)
		}
		for word := range strings.SplitSeq(words, ", ") {
			topics[word] = append(topics[word], code)
		}
		return err
	})
}

// IsUnspaced reports whether a language, by its ISO 639-1 code, is written without
// spaces between words, so that only a dictionary can separate them.
func IsUnspaced(code string) bool { return slices.Contains(builtin().others().unspaced, code) }

// NameOf is the English name of a language, supported or not: its code where the
// program knows no name.
func NameOf(code string) string {
	lib := builtin()
	return cmp.Or(lib.heads[code].Name, lib.others().names[code], code)
}
