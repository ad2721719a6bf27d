package decision

import (
	"context"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/lang"
	"verbatim/internal/term"
)

// found are the decisions for a question and answers in English, one a line.
func found(t *testing.T, question, answers string) Decisions {
	t.Helper()
	english, err := lang.LanguageOf("en")
	if err != nil {
		t.Fatal(err)
	}
	d, err := Find(context.Background(), Sample{Question: question, Answers: strings.Split(answers, "\n")},
		Settings{Terms: term.Options{Lang: english, Filler: true}, Echo: true, Phrases: true})
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// What merely repeats the question is an echo, in any form; what answers it is none.
func TestEcho(t *testing.T) {
	for _, tt := range []struct{ name, question, answers, echo, answer string }{
		{"a verb, inflected", "What annoys you on the bus?", "the noise annoys me\nannoying talk\nI am annoyed by phones\nheat annoys all of us", "annoys bus", ""},
		{"nouns that restate", "How do you address safety concerns?", "we address safety concerns with a team that meets on Mondays and Fridays\nsafety concerns are addressed by our rules for all staff members\na safety board",
			"address safety concerns", ""},
		{"a noun with new words", "What are the strengths of the club?", "a friendly club\nstrong club\nstrengths: the small club\nthe club trainers", "strengths", "club"},
		{"things that are offered", "Do you prefer trams or ferries?", "trams\nferries\ntrams\nferries, trams\nI prefer ferries", "prefer", "trams ferries"},
		{"names that are offered", "Would you rather use Nomad or Kubernetes?", "Nomad\nKubernetes\nNomad\nKubernetes", "use", "Nomad Kubernetes"},
		{"the name of the survey", "What hinders you at Acme?", "the lifts at Acme\nAcme is remote\nbroken lifts\nqueues at Acme", "hinders Acme", ""},
		{"what a platform adds", "Which games do you play? - Other - Text", "text adventures\nchess\na text adventure", "games play Other", ""},
		{"examples in brackets", "What is your role (e.g. nurse, cook)?", "nurse\nhead nurse on the third floor\ncook", "role", ""},
		{"one word for two", "How does open source help you?", "we use open-source tools that all of our teams share now", "open source help open-source", ""},
		{"two words for one", "Habits-Adopted", "I have adopted unit tests for all of my programs here", "Habits-Adopted Adopted", ""},
		{"said by one alone", "What helps the club?", "club\nmoney", "helps club", ""},
		{"just that, by half", "What helps the club?", "club\nclub\nmoney of a club\nmoney for our club", "helps", "club"},
		{"a noun in sentences", "What helps the club?", "the club has more trainers than any town near us\nthe club lends boats to all children of our town\nboats", "helps club", ""},
		{"said by one in thirty", "What could the library offer?", strings.Repeat("longer days\n", 40) + "a quiet library\na bright library", "library offer", ""},
	} {
		d := found(t, tt.question, tt.answers)
		var answers []string
		for _, u := range d.Uses {
			if u.As == AsAnswer {
				answers = append(answers, u.Word)
			}
		}
		if echo, answer := strings.Join(d.Echo, " "), strings.Join(answers, " "); echo != tt.echo || answer != tt.answer {
			t.Errorf("%s: echo %q, answers %q, want %q and %q", tt.name, echo, answer, tt.echo, tt.answer)
		}
	}
}

// A filler is an answer where most who say it say just that; a vague word needs a third; a broad one a third,
// or three quarters in short clauses. One of several people is no evidence.
func TestFillersThatAnswer(t *testing.T) {
	for _, tt := range []struct{ name, answers, want string }{
		{"alone and in lists", "Great\ngreat, warm\ngreat and friendly\ncold", "great"},
		{"in sentences", "a great team of nurses and cooks\nit works great for all of our people here\ngreat", ""},
		{"vague beside fillers", "lack of time\nno time\nthe time that all of these meetings take from us\nmeetings", "time"},
		{"vague in sentences", "I spend all my time in meetings with the board\nevery time we ask them they are late\ntime to go to the doctor\ntime", ""},
		{"vague, and a third say just that", "lack of time\nno time\nthe time that all of these meetings take from us\nevery time we ask them they are late\nat the same time they tell us to wait\nfrom time to time we all meet there\nmeetings", "time"},
		{"vague, and one of two says just that", "lack of time\nthe time that all of these meetings take from us\nmeetings", ""},
		{"by one person, who says just that", "great\ncold", "great"},
		{"broad in sentences", "the software that we all use is slow on the old machines\nI open the software at noon and it hangs until one\nsoftware is bought, paid and then forgotten by all of us\nroofs", ""},
		{"broad in short clauses", "software is slow\nthe old software hangs\nwe share software\nthe software that we all use is slow on the old machines", "softwar"},
		{"broad, and a third say just that", "software\nbetter software\nI open the software at noon and it hangs until one\nthe software that we all use is slow on the old machines", "softwar"},
		{"broad beside vague", "support for software\nsupport for software\nroofs", "softwar"},
		{"beside a clause of four words", "great, they come by bus", "great"},
		{"beside a clause of five words", "great, they always come by bus", ""},
		{"a word between commas", "the rules are, for example, never posted\nexample", "exampl"},
		{"denied", "not good\nnot good", ""},
	} {
		d := found(t, "Anything else?", tt.answers)
		if strings.Join(d.Answers, " ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, d.Answers, tt.want)
		}
	}
}

// A capital at the beginning of an answer is no evidence of a name, unless other words have none there.
func TestCapitals(t *testing.T) {
	for _, tt := range []struct{ name, answers, want string }{
		{"all begin so", "Trust\nOpenness\nTrust in people\nPatience\nCourage\nTrust", ""},
		{"one begins so", "trust\nopenness\npatience\ncourage\nlight\nwarmth\nOslo\nOslo\nOslo\ncalm", "oslo"},
		{"inside sentences", "we moved to Oslo\nWe like the sea\nThe sea is near\nflats in Oslo\nwe miss Oslo", "oslo"},
		{"by two people", "we moved to Oslo\nWe like the sea\nThe sea is near\nflats in Oslo", ""},
		{"many names", "our Salt is slow\nso is Redis\nit was Flux that broke\nthe Salt is back\nnot Redis again\nwe stopped Flux\nand Kafka as well\nmore of Kafka\nwhy do we need Salt\nwho broke Redis\nto hell with Flux\nthen came Kafka", "flux kafka redis salt"},
		{"half begin so", "Trust\nOpenness\npatience\ncourage", ""},
		{"most words have one inside", "we visit Oslo or Hamar or Moss\nwe visit Hamar or Moss or Oslo\nwe visit Moss or Oslo or Hamar\nwe visit Oslo or Moss or Hamar", "hamar moss oslo"},
		{"inside, now and then", "we need more Trust\nwe need trust\nwe want trust\nmore trust", ""},
	} {
		if got := found(t, "Anything else?", tt.answers).Writing.Capitals; strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A subject runs through five open questions that seven people have answered: as a word of a third of
// the answers, or as a name in a third of the questions.
func TestSubject(t *testing.T) {
	english, err := lang.LanguageOf("en")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name                string
		questions, answered int
		text, answers, want string
	}{
		{"five questions", 5, 7, "What else?", "the ferry sank\na ferry is late\nrooms\nnoise\nheat", "ferry"},
		{"four questions", 4, 7, "What else?", "the ferry sank\na ferry is late\nrooms\nnoise\nheat", ""},
		{"six people", 5, 6, "What else?", "the ferry sank\na ferry is late\nrooms\nnoise\nheat", ""},
		{"fewer than a third", 5, 7, "What else?", "the ferry sank\na ferry is late\nrooms\nnoise\nheat\ncranes\nwaves", ""},
		{"one answer again and again", 5, 7, "What else?", "ferry\nferry\nferry\nrooms\nnoise\nheat", ""},
		{"a name in the questions", 5, 7, "What could Acme do for %d?", "rooms\nnoise\nheat\ncranes", "Acme"},
		{"a name in four questions", 4, 7, "What could Acme do for %d?", "rooms\nnoise\nheat\ncranes", ""},
	} {
		var open []Open
		for i := range tt.questions {
			open = append(open, Open{Text: strings.ReplaceAll(tt.text, "%d", strings.Repeat("x", i+1)), Answered: tt.answered,
				First: func() ([]string, error) { return strings.Split(tt.answers, "\n"), nil }})
		}
		d, err := Find(context.Background(), Sample{Open: open}, Settings{Terms: term.Options{Lang: english, Filler: true}, Subject: true})
		if err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(d.Subject, " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Many answers tell the language: those that come first may be names.
func TestLanguageOfManyAnswers(t *testing.T) {
	s := Sample{Answers: strings.Split(strings.Repeat("Oslo\n", 40)+strings.Repeat("nos gusta mucho la ciudad y el mar\n", 40)+"Oslo", "\n")}
	d, err := Find(context.Background(), s, Settings{Terms: term.Options{Filler: true}})
	if err != nil || d.Language != "es" {
		t.Errorf("%q, %v", d.Language, err)
	}
}

// A person who answers in several columns is one person.
func TestPersonsUse(t *testing.T) {
	english, _ := lang.LanguageOf("en")
	s := Sample{Question: "Anything else?", Answers: strings.Split("great\ngreat\ngreat\na great place to meet all the others\nsome great teams of nurses", "\n"), Persons: []int{1, 1, 1, 2, 3}}
	d, err := Find(context.Background(), s, Settings{Terms: term.Options{Lang: english, Filler: true}})
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(d.Uses, func(u Use) bool { return u.Word == "great" })
	if i < 0 || d.Uses[i].People != 3 || d.Uses[i].Just != 1 || d.Uses[i].As != AsFiller {
		t.Errorf("%+v", d.Uses)
	}
}
