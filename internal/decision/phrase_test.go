package decision_test

import (
	"context"
	"strings"
	"testing"

	"verbatim/internal/decision"
	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// found decides for answers, each as often as the number before it says.
func found(t *testing.T, code string, answers ...string) decision.Decisions {
	t.Helper()
	l, err := lang.LanguageOf(code)
	if err != nil {
		t.Fatal(err)
	}
	s := decision.Sample{Question: "What are your biggest pain points?"}
	for _, a := range answers {
		n := 0
		for a[0] >= '0' && a[0] <= '9' {
			n, a = 10*n+int(a[0]-'0'), a[1:]
		}
		for range max(1, n) {
			s.Answers = append(s.Answers, strings.TrimSpace(a))
		}
	}
	d, err := decision.Find(context.Background(), s, decision.Settings{Terms: term.Options{Lang: l, Filler: true}, Phrases: true, Echo: true})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// other answers, so that nothing is in all of them.
var others = []string{"60 rent", "60 noise", "60 buses", "60 litter"}

func TestFindPhrases(t *testing.T) {
	for _, tt := range []struct {
		name, code    string
		counted, hint string
		answers       []string
	}{
		{"two words", "en", "climate change", "", []string{"4 climate change", "a change of climate", "5 the climate change we see"}},
		{"a function word inside", "en", "quid pro quo", "", []string{"4 quid pro quo", "2 the quid pro quo we had"}},
		{"three words", "en", "post traumatic stress", "", []string{"6 post traumatic stress"}},
		{"the longer one is rare", "en", "climate change", "", []string{"8 climate change", "3 climate change policy", "4 policy"}},
		{"four words", "en", "hand foot mouth disease", "", []string{"6 hand foot mouth disease"}},
		{"the longer one is rarer, but takes from no word", "en", "water pipe", "", []string{"7 water pipe", "5 water pipe repair"}},
		{"a longer one ends within", "en", "water pipe", "", []string{"4 mend the water pipe", "4 water pipe"}},
		{"a longer one has a function word", "en", "water pipe", "", []string{"5 water pipe is rusty", "4 water pipe"}},
		{"both", "en", "climate change denial, climate change", "", []string{"31 climate change denial", "30 climate change", "6 climate", "5 change"}},
		{"too few without the longer one", "en", "climate change denial", "", []string{"31 climate change denial", "3 climate change", "6 climate", "5 change"}},
		{"not cohesive without the longer one", "en", "climate change denial", "", []string{"20 climate change denial", "6 climate change", "9 climate", "8 change"}},
		{"two people", "en", "", "", []string{"2 climate change"}},
		{"one in a hundred", "en", "", "", []string{"3 climate change", "400 roofs"}},
		{"over a clause", "en", "", "", []string{"6 climate, change"}},
		{"an answer that goes on", "en", "", "", []string{"6 climate\nchange"}},
		{"not cohesive", "en", "", "", []string{"3 climate change", "4 climate", "9 change"}},
		{"a head word", "en", "", "mutual trust", []string{"4 mutual trust", "20 trust", "20 rooms"}},
		{"a list", "en", "", "", []string{"5 bread and butter", "4 butter and bread"}},
		{"a name with a filler", "en", "new york", "", []string{"4 I like New York rents", "19 something new", "a new house"}},
		{"a name of the question", "en", "", "", []string{"9 Pain Points"}},
		{"a filler that people say alone", "en", "", "good houses", []string{"4 good houses", "12 something good"}},
		{"vague fillers that say something together", "en", "hard work", "", []string{"5 hard work", "3 it is hard", "9 they work"}},
		{"fillers, and none is vague", "en", "", "", []string{"5 like to see it", "9 they like roofs", "8 like trees"}},
		{"vague fillers, but few say the rarer one so", "en", "", "", []string{"4 hard work", "7 it is hard", "9 they work"}},
		{"denied within", "en", "", "", []string{"6 roofs not walls"}},
		{"denied", "en", "code refactoring", "", []string{"6 no code refactoring"}},
		{"denied with its negator", "en", "", "", []string{"6 missing roofs"}},
		{"again and again", "en", "", "", []string{"6 bla bla"}},
		{"Spanish", "es", "salud mental", "", []string{"6 salud mental", "3 la salud mental de los jóvenes", "4 vivienda"}},
	} {
		d := found(t, tt.code, append(tt.answers, others...)...)
		var counted, hints []string
		for _, p := range d.Phrases {
			if p.Counted {
				counted = append(counted, p.Phrase)
			} else {
				hints = append(hints, p.Phrase)
			}
		}
		if c, h := strings.Join(counted, ", "), strings.Join(hints, ", "); c != tt.counted || h != tt.hint {
			t.Errorf("%s: counted %q, hints %q; want %q and %q", tt.name, c, h, tt.counted, tt.hint)
		}
	}
}

// Answers of one person are of one person.
func TestPhrasesByPeople(t *testing.T) {
	l, _ := lang.LanguageOf("en")
	s := decision.Sample{Answers: []string{"climate change", "climate change", "climate change", "rent", "noise", "buses"}, Persons: []int{1, 1, 1, 2, 3, 4}}
	d, err := decision.Find(context.Background(), s, decision.Settings{Terms: term.Options{Lang: l}, Phrases: true})
	if err != nil || len(d.Phrases) > 0 {
		t.Errorf("%+v, %v", d.Phrases, err)
	}
}

func TestFindTwins(t *testing.T) {
	for _, tt := range []struct {
		name    string
		answers []string
		want    string // "spaced=word", sorted
	}{
		{"in one piece", []string{"open source", "opensource"}, "open source=opensource"},
		{"with a hyphen only", []string{"open source", "open-source"}, "open source=opensource"},
		{"a capital", []string{"Power Point", "PowerPoint"}, "power point=powerpoint"},
		{"a letter that is marked", []string{"e mail", "e-mail"}, "e mail=email"},
		{"a capital after capitals", []string{"R Studio", "RStudio"}, "r studio=rstudio"},
		{"function words that are marked", []string{"face to face", "face-to-face"}, "face to face=facetoface"},
		{"four words", []string{"state of the art", "state-of-the-art"}, "state of the art=stateoftheart"},
		{"a function word that nobody marks", []string{"over time", "overtime"}, ""},
		{"nothing but function words and filler", []string{"up to", "up-to"}, ""},
		{"a number", []string{"covid 19", "covid19"}, "covid 19=covid19"},
		{"another form", []string{"data sets", "a dataset"}, "data sets=dataset"},
		{"nobody writes it in one", []string{"open source", "open sauce"}, ""},
		{"over a clause", []string{"open, source", "opensource"}, ""},
		{"short parts", []string{"me an", "mean"}, ""},
		{"a slip", []string{"goodrooms", "good rooms", "9 rooms"}, ""},
		{"no slip", []string{"2 goodrooms", "good rooms", "9 rooms"}, "good rooms=goodrooms"},
		{"a site", []string{"kayak.com", "Kayak"}, "kayak.com=kayak"},
		{"a site of a country", []string{"amazon.co.uk", "Amazon"}, "amazon.co.uk=amazon"},
		{"a site without a name", []string{"kayak.com", "canoe"}, ""},
		{"a file", []string{"setup.py", "setup"}, ""},
	} {
		var got []string
		twins := found(t, "en", tt.answers...).Twins
		for spaced, word := range twins {
			got = append(got, spaced+"="+word)
		}
		if text := strings.Join(got, ", "); text != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, text, tt.want)
		}
	}
}
