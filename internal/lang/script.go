package lang

import (
	"fmt"
	"io/fs"
	"unicode"
)

// othersFile is what is known of the languages that are not supported.
const othersFile = "words/other.txt"

// A script is a writing system that tells its language alone.
type script struct {
	table *unicode.RangeTable
	code  string
}

// An atlas is what is known of languages beyond the lists of those that are supported.
type atlas struct {
	names    map[string]string // in English, by code
	scripts  []script
	letters  map[string]string // that are in many words of a language, and in none of its kin, by code
	unspaced []string          // codes of those written without spaces
}

// readAtlas reads othersFile.
func readAtlas(files fs.FS) (*atlas, error) {
	a := &atlas{names: make(map[string]string), letters: make(map[string]string)}
	return a, readSections(files, othersFile, a.line)
}

// line reads a line of a section.
func (a *atlas) line(section, line string) error {
	if section == "unspaced" {
		a.unspaced = append(a.unspaced, entriesOf(line)...)
		return nil
	}
	code, value, err := keyed(line)
	switch {
	case err != nil:
		return err
	case section == "name":
		a.names[code] = value
		return nil
	case section == "letters":
		a.letters[code] = value
		return nil
	case section != "script":
		return fmt.Errorf("line %q in unknown section %q", line, section)
	}
	return eachEntry(value, func(name string) error {
		table, ok := unicode.Scripts[name]
		if !ok {
			return fmt.Errorf("no script %q", name)
		}
		a.scripts = append(a.scripts, script{table, code})
		return nil
	})
}

// topicsFile has words of answers that tell a language although their letters do not.
const topicsFile = "words/topics.txt"

// firstScript is the first character after those of the Latin script and its signs.
const firstScript = 0x370

// scriptOf is the language that the script of a word tells: "" for scripts of
// many languages, as Latin, Cyrillic and Arabic are.
func scriptOf(scripts []script, word string) string {
	code := ""
	for _, r := range word {
		if r < firstScript {
			return ""
		}
		for _, s := range scripts {
			if unicode.Is(s.table, r) {
				if s.code == "ja" {
					return s.code // Japanese mixes kana and Han
				}
				code = s.code
			}
		}
	}
	return code
}
