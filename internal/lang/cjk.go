//go:build cjk

package lang

import (
	"strings"
	"sync"

	"github.com/go-ego/gse"
	"github.com/ikawaha/kagome-dict/ipa"
	"github.com/ikawaha/kagome/v2/tokenizer"
)

// dictionaryOf finds a dictionary by the name that a language file calls it, and
// gives what cuts a text into words, and what gives a word's dictionary form. The
// dictionaries add 33 MB (gse) and 13 MB (kagome with IPA) to the program, so they
// are in the build with the tag cjk only; each is loaded when the first answer
// needs it.
func dictionaryOf(name string) (segment func(string) []string, base func(string) string) {
	switch name {
	case "chinese":
		return segmentChinese, unstemmed
	case "japanese":
		return segmentJapanese, japaneseBase
	}
	return nil, nil
}

// chinese is the segmenter. Its dictionary is part of the program, so that it cannot be broken.
var chinese = sync.OnceValue(func() *gse.Segmenter {
	s, err := gse.NewEmbed("zh")
	if err != nil {
		panic(err)
	}
	return &s
})

func segmentChinese(text string) []string { return chinese().Cut(text, true) }

// japanese is the tokenizer. Its dictionary is part of the program, too.
var japanese = sync.OnceValue(func() *tokenizer.Tokenizer {
	t, err := tokenizer.New(ipa.Dict(), tokenizer.OmitBosEos())
	if err != nil {
		panic(err)
	}
	return t
})

func segmentJapanese(text string) (parts []string) {
	for _, token := range japanese().Analyze(text, tokenizer.Search) {
		parts = append(parts, token.Surface)
	}
	return parts
}

// japaneseBase is the dictionary form of a word as it would be by itself, where
// that is one word: 透明 ─▶ 透明, 欲しかっ ─▶ 欲しい.
func japaneseBase(word string) string {
	tokens := japanese().Analyze(word, tokenizer.Normal)
	if len(tokens) != 1 {
		return word
	}
	base, ok := tokens[0].BaseForm()
	if !ok || strings.Trim(base, "*") == "" {
		return word
	}
	return base
}
