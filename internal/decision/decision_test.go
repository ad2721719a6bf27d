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
		{"the name of the survey", "What hinders you at Acme?", "the lifts at Acme\nAcme is far\nslow lifts\nlong ways at Acme", "hinders Acme", ""},
		{"what a platform adds", "Which games do you play? - Other - Text", "text adventures\nchess\na text adventure", "games play", ""},
		{"examples in brackets", "What is your role (e.g. nurse, cook)?", "nurse\nhead nurse on the third floor\ncook", "role", ""},
		{"one word for two", "How does open source help you?", "we use open-source tools that all of our teams share now", "open source help open-source", ""},
		{"two words for one", "Habits-Adopted", "I have adopted unit tests for all of my programs here", "Habits-Adopted Adopted", ""},
		{"said by one in thirty", "What could the library offer?", strings.Repeat("longer days\n", 40) + "a large library\na new library", "library offer", ""},
	} {
		d := found(t, tt.question, tt.answers)
		var answers []string
		for _, u := range d.Uses {
			if u.As == AsAnswer && slices.Contains(strings.Fields(tt.question), strings.Trim(u.Word, "?")) || u.As == AsAnswer && strings.Contains(tt.question, u.Word) {
				answers = append(answers, u.Word)
			}
		}
		echo := slices.DeleteFunc(slices.Clone(d.Echo), func(w string) bool { return !strings.Contains(" "+tt.echo+" ", " "+w+" ") })
		if got := strings.Join(echo, " "); got != tt.echo || strings.Join(answers, " ") != tt.answer {
			t.Errorf("%s: echo %q, answers %q, want %q and %q; in all %q", tt.name, got, answers, tt.echo, tt.answer, d.Echo)
		}
		for _, w := range strings.Fields(tt.answer) {
			if slices.Contains(d.Echo, w) {
				t.Errorf("%s: %q is an echo", tt.name, w)
			}
		}
	}
}

// A filler is an answer where most who say it say just that; a vague word needs a third.
func TestFillersThatAnswer(t *testing.T) {
	for _, tt := range []struct{ name, answers, want string }{
		{"alone and in lists", "Great\ngreat, warm\ngreat and friendly\ncold", "great"},
		{"in sentences", "a great team of nurses and cooks\nit works great for all of our people here\ngreat", ""},
		{"vague beside fillers", "lack of time\nno time\nthe time that all of these meetings take from us\nmeetings", "time"},
		{"vague in sentences", "I spend all my time in meetings with the board\nevery time we ask them they are late\ntime to go to the doctor\ntime", ""},
		{"a word between commas", "the rules are, for example, never written down\nexample", "exampl"},
		{"denied", "not good\nnot good", ""},
	} {
		d := found(t, "Anything else?", tt.answers)
		got := slices.DeleteFunc(slices.Clone(d.Answers), func(key string) bool { return key == "lack" })
		if strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// A capital at the beginning of an answer is no evidence of a name, unless other words have none there.
func TestCapitals(t *testing.T) {
	for _, tt := range []struct{ name, answers, want string }{
		{"all begin so", "Trust\nOpenness\nTrust in people\nPatience\nCourage\nTrust", ""},
		{"one begins so", "trust\nopenness\npatience\ncourage\nlight\nwarmth\nOslo\nOslo\nOslo\ncalm", "oslo"},
		{"inside sentences", "we moved to Oslo\nWe like the sea\nThe sea is near", "oslo"},
		{"inside, now and then", "we need more Trust\nwe need trust\nwe want trust\nmore trust", ""},
	} {
		if got := found(t, "Anything else?", tt.answers).Writing.Capitals; strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}
