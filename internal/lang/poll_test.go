package lang

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// survey is so many answers in each of some languages, of a few texts that come again and again.
func survey(spec map[string]int) (answers []string) {
	for _, code := range []string{"en", "de", "fr", "nn", "pl", "cs", "uk", "ru", "th", "el"} {
		texts := strings.Split(answersIn[code], "|")
		for i := range spec[code] {
			answers = append(answers, texts[i%len(texts)])
		}
	}
	return answers
}

// The language of most answers is that of the survey, however few texts they are. Other languages are
// named with their shares, supported or not.
func TestMostAnswersDecide(t *testing.T) {
	d := newDetector(builtin())
	for _, tt := range []struct {
		name string
		spec map[string]int
		want Detection
	}{
		{"a script of one language", map[string]int{"th": 35, "en": 5}, Detection{Code: Unknown, Unsupported: "th"}},
		{"just over half", map[string]int{"el": 21, "en": 20}, Detection{Code: Unknown, Unsupported: "el"}},
		{"just under half", map[string]int{"el": 20, "en": 22}, Detection{Code: "en", Sure: true, Unread: []Share{{Code: "el", Share: 20.0 / 42, Answers: 20}}}},
		{"the same script", map[string]int{"pl": 24, "de": 16}, Detection{Code: Unknown, Unsupported: "pl"}},
		{"the same alphabet", map[string]int{"ru": 16, "uk": 4}, Detection{Code: "ru", Sure: true, Unread: []Share{{Code: "uk", Share: 0.1, Answers: 2}}}},
		{"one in eight", map[string]int{"en": 35, "cs": 5}, Detection{Code: "en", Sure: true, Unread: []Share{{Code: "cs", Share: 0.125, Answers: 5}}}},
		{"too few to tell", map[string]int{"en": 99, "cs": 1}, Detection{Code: "en", Sure: true}},
		{"none has half", map[string]int{"fr": 20, "de": 16, "en": 10}, Detection{Code: "fr", Sure: true, Others: []Share{{Code: "de", Share: 16.0 / 46, Answers: 16}, {Code: "en", Share: 10.0 / 46, Answers: 10}}}},
		{"supported and not", map[string]int{"en": 28, "de": 8, "cs": 4}, Detection{Code: "en", Sure: true, Others: []Share{{Code: "de", Share: 0.2, Answers: 8}}, Unread: []Share{{Code: "cs", Share: 0.1, Answers: 4}}}},
	} {
		if got := d.detect("", slices.Values(survey(tt.spec))); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%s: got %+v, want %+v", tt.name, got, tt.want)
		}
	}
}

// Ten answers make a language one of the survey, or a twentieth of all.
func TestJoins(t *testing.T) {
	for _, tt := range []struct {
		answers, of int
		want        bool
	}{{4, 100, false}, {5, 100, true}, {10, 100, true}, {9, 600, false}, {10, 600, true}, {2, 41, false}, {2, 40, true}} {
		if s := (Share{Code: "de", Share: float64(tt.answers) / float64(tt.of), Answers: tt.answers}); s.Joins() != tt.want {
			t.Errorf("%d of %d: got %t", tt.answers, tt.of, !tt.want)
		}
	}
}

// Of answers to all questions, those languages are spoken that ten long answers are clearly in.
func TestSpoken(t *testing.T) {
	for _, tt := range []struct {
		spec map[string]int
		want []Share
	}{
		{map[string]int{"fr": 9}, nil},
		{map[string]int{"fr": 30, "de": 9}, []Share{{Code: "fr", Elsewhere: 30}}},
		{map[string]int{"fr": 30, "de": 10, "pl": 40}, []Share{{Code: "fr", Elsewhere: 30}, {Code: "de", Elsewhere: 10}}},
	} {
		if got := Spoken(slices.Values(survey(tt.spec))); !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%v: got %+v, want %+v", tt.spec, got, tt.want)
		}
	}
}
