package term

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// DictionaryTag is the build tag with which Chinese and Japanese are cut into words,
// by dictionary.
const DictionaryTag = "cjk"

// HasDictionary tells whether the build with DictionaryTag knows the words of a
// language that is written without spaces.
func HasDictionary(code string) bool { return code == "zh" || code == "ja" }

// cutUp gives the words of a piece that is written without spaces, nil where it is
// one word or the language has no dictionary.
//
//	团队的沟通 ─▶ 团队 │ 的 │ 沟通
func (l *Language) cutUp(raw string, c class) []string {
	if l.segment == nil || c != classWord {
		return nil
	}
	if first, _ := utf8.DecodeRuneInString(raw); !unicode.In(first, unspacedScripts...) {
		return nil
	}
	words := l.segment(raw)
	if strings.Join(words, "") != raw {
		return nil // the dictionary has changed something: offsets would lie
	}
	return words
}
