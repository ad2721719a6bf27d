package decision

import (
	"context"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// A survey in Portuguese, English and a little German: what is answered to its other questions.
var spoken = map[string][]string{
	"pt": {"as aulas são longas demais para as crianças", "não gosto da comida que servem aqui", "o professor explica tudo muito bem", "queria mais livros na nossa biblioteca"},
	"en": {"the classes are too long for the children", "they should open the library on weekends", "our teacher explains everything very well", "there is not enough room for all of us"},
	"de": {"das Essen ist leider nicht besonders gut", "wir brauchen mehr Bücher in der Bibliothek"},
}

// otherQuestion is an open question with so many answers in each of some languages.
func otherQuestion(each map[string]int) Open {
	var answers []string
	for _, code := range []string{"pt", "en", "de"} {
		for i := range each[code] {
			answers = append(answers, spoken[code][i%len(spoken[code])])
		}
	}
	return Open{Text: "What else?", Answered: len(answers), First: func() ([]string, error) { return answers, nil }}
}

// Few answers in several languages are read in those of the whole survey. One that hardly anybody writes is none
// of them, and one that no answer is read in is none of the question.
func TestLanguagesOfTheSurvey(t *testing.T) {
	both := []Open{otherQuestion(map[string]int{"pt": 20, "en": 20})}
	for _, tt := range []struct {
		name    string
		open    []Open
		answers string
		want    string // the language, and others that answers are read in
		terms   string
	}{
		{"alone", nil, "the new gym\nbooks for children\nmeu caderno de casa", "en", "new gym books children meu caderno de casa"},
		{"in one of two", both, "the new gym\nbooks for children\nmeu caderno de casa", "en pt", "new gym books children caderno casa"},
		{"a word that is no answer", both, "the new gym\nbooks for children\nnenhum", "en pt", "new gym books children"},
		{"all in one", both, "the new gym\nbooks for children\nteam sports", "en", "new gym books children team sports"},
		{"few elsewhere", []Open{otherQuestion(map[string]int{"pt": 9, "en": 20})}, "the new gym\nmeu caderno de casa", "en", "new gym meu caderno de casa"},
		{"ten in all", []Open{otherQuestion(map[string]int{"de": 5, "en": 20}), otherQuestion(map[string]int{"de": 5})}, "the new gym\nbooks for children\nzu wenig Platz in der Halle", "en de", "new gym books children platz halle"},
		{"a neighbour of those spoken", both, "videos\nmúsica\ntipos de música\ncomo abrir la puerta", "pt", "videos música tipos música abrir puerta"},
	} {
		d, err := Find(context.Background(), Sample{Question: "q1", Answers: strings.Split(tt.answers, "\n"), Open: tt.open}, Settings{})
		if err != nil {
			t.Fatal(err)
		}
		var opt term.Options
		if err := d.Apply(&opt); err != nil {
			t.Fatal(err)
		}
		got := []string{d.Language}
		for _, l := range opt.Others {
			got = append(got, l.Code)
		}
		if terms := termsOf(t, opt, tt.answers); strings.Join(got, " ") != tt.want || terms != tt.terms {
			t.Errorf("%s: got %v, %s", tt.name, got, terms)
		}
	}
}

// termsOf are the words of answers that are counted, in small letters.
func termsOf(t *testing.T, opt term.Options, answers string) string {
	t.Helper()
	a, err := term.New(opt)
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for answer := range strings.SplitSeq(answers, "\n") {
		tokens, class := a.Answer(answer)
		for _, x := range slices.Clone(tokens) {
			if x.Kind == term.Counted && class == lang.Substantive {
				words = append(words, strings.ToLower(x.Form))
			}
		}
	}
	return strings.Join(words, " ")
}
