package term

import (
	"fmt"
	"slices"
	"unicode"
)

// othersFile is what is known of the languages that are not supported.
const othersFile = "lang/other.txt"

// A script is a writing system that tells its language alone.
type script struct {
	table *unicode.RangeTable
	code  string
}

// readScripts reads the section "script" of othersFile. The file is part of the program and
// a test reads it, so that an error matters there only.
func readScripts(lib *library) (list []script, err error) {
	err = readSections(lib.files, othersFile, func(section, line string) error {
		if section != "script" {
			return nil
		}
		code, names, err := keyed(line)
		if err != nil {
			return err
		}
		return eachEntry(names, func(name string) error {
			table, ok := unicode.Scripts[name]
			if !ok {
				return fmt.Errorf("no script %q", name)
			}
			list = append(list, script{table, code})
			return nil
		})
	})
	return list, err
}

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

// IsUnspaced reports whether a language, by its ISO 639-1 code, is written without
// spaces between words, so that only a dictionary can separate them.
func IsUnspaced(code string) bool {
	unspaced := false
	readSections(lists, othersFile, func(section, line string) error {
		unspaced = unspaced || section == "unspaced" && slices.Contains(entriesOf(line), code)
		return nil
	})
	return unspaced
}

// NameOf is the English name of a language, supported or not: its code where the
// program knows no name.
func NameOf(code string) string {
	if head, ok := builtin().heads[code]; ok {
		return head.Name
	}
	name := code
	readSections(lists, othersFile, func(section, line string) error {
		if key, value, err := keyed(line); err == nil && section == "name" && key == code {
			name = value
		}
		return nil
	})
	return name
}
