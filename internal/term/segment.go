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

// segments adds the words of a piece that is written without spaces, where the
// language has a dictionary; false where it is one word.
//
//	团队的沟通 ─▶ 团队 │ 的 │ 沟通
func (a *Analyzer) segments(answer string, p piece, shouted bool) bool {
	if a.lang.segment == nil || p.class != classWord {
		return false
	}
	raw := answer[p.start:p.end]
	if first, _ := utf8.DecodeRuneInString(raw); !unicode.In(first, unspacedScripts...) {
		return false
	}
	words := a.lang.segment(raw)
	if strings.Join(words, "") != raw {
		return false // the dictionary has changed something: offsets would lie
	}
	for _, word := range words {
		part := p
		part.end = part.start + len(word)
		a.add(answer, part, shouted)
		p.start, p.clause = part.end, false
	}
	return true
}
