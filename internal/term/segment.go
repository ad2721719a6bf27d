package term

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
