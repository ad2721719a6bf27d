// Package evidence decides by weights: whether a row is a header or a respondent,
// whether a question is open, whether answers fall into options, whether columns are boxes.
package evidence

import (
	_ "embed"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"

	"verbatim/internal/value"
)

// Decisions on evidence. What is seen is put into whole numbers
// (features); each is held against its centre, a middling case, and weighs so much
// for or against; the sum decides, and the heaviest features are the evidence in
// words:
//
//	feature   of the column   centre   weight
//	once                 19        7     × 32  =   384   61 of 64 answers were given once
//	length               22       14     × 22  =   176   9 words on average
//	titled                1        1     ×-223 =     0   all begin with a capital
//	…
//	bias                                        =  -833
//
// A sum of 0 or more is a yes: open.
//
// The weights stand in weights.txt. They are fitted on the labelled columns of
// survey/testdata/labels.txt by
//
//	UPDATE=1 go test -run TestFit ./internal/survey

//go:embed weights.txt
var weightsText string

// A weighing is one decision's table of weights.
type weighing struct {
	bias    int
	weights []weight
}

// A weight is what one feature counts for.
type weight struct {
	name           string
	weight, centre int
}

// fitted reads the tables once.
var fitted = sync.OnceValue(func() map[string]weighing {
	out := map[string]weighing{}
	for decision, lines := range value.Lists("evidence/weights.txt", weightsText) {
		var w weighing
		for _, line := range lines {
			var f weight
			_, err := fmt.Sscan(line[0], &f.name, &f.weight, &f.centre)
			switch {
			case f.name == "bias":
				w.bias = f.weight
			case err != nil:
				panic(err) // a test reads the file
			default:
				w.weights = append(w.weights, f)
			}
		}
		out[decision] = w
	}
	return out
})

// A Feature is one number that was seen, and how to say it.
type Feature struct {
	name  string // as in weights.txt
	value int
	// says is the sentence; features of one sentence weigh together. Empty: the
	// feature is not said.
	says string
}

// New gives a feature: its name in weights.txt, its value, and the sentence that says
// it, which is empty where the feature is not to be said.
func New(name string, value int, says string) Feature { return Feature{name, value, says} }

// Values gives the numbers alone, for fitting weights to them.
func Values(features []Feature) (out []int) {
	for _, f := range features {
		out = append(out, f.value)
	}
	return out
}

// score gives the sum over features. They come in the order of the weights: a list
// that has other names than weights.txt is a mistake of the program, and panics.
func (w weighing) score(features []Feature) int {
	sum := w.bias
	for i, f := range features {
		if len(features) != len(w.weights) || w.weights[i].name != f.name {
			panic(fmt.Sprintf("feature %d, %q, is not in this place of weights.txt", i+1, f.name))
		}
		sum += w.weights[i].weight * (f.value - w.weights[i].centre)
	}
	return sum
}

// said is the number of sentences that are given for a verdict, and against it.
const said = 3

// Decide holds the features against the weights of a decision. why says, behind a
// lead, which of them decided, and which speak against it: ", because …; against: …". The odds
// are those of a yes, as a logarithm in hundredths: 0 or more is a yes.
func Decide(decision string, features []Feature, lead string) (odds int, why string) {
	w := fitted()[decision]
	odds = w.score(features)
	return odds, w.why(odds >= 0, features, lead)
}

// why gives the heaviest features in words.
func (w weighing) why(yes bool, features []Feature, lead string) (out string) {
	type ground struct {
		says string
		sum  int
	}
	var grounds []ground
	for i, f := range features {
		sum := w.weights[i].weight * (f.value - w.weights[i].centre)
		if !yes {
			sum = -sum
		}
		at := slices.IndexFunc(grounds, func(g ground) bool { return g.says == f.says })
		switch {
		case f.says == "":
		case at < 0:
			grounds = append(grounds, ground{f.says, sum})
		default:
			grounds[at].sum += sum
		}
	}
	for _, side := range []struct {
		sign int
		lead string
	}{{1, lead}, {-1, "; against: "}} {
		slices.SortStableFunc(grounds, func(a, b ground) int { return side.sign * (b.sum - a.sum) })
		lead := side.lead
		for _, g := range grounds[:min(said, len(grounds))] {
			if side.sign*g.sum > 0 {
				out += lead + g.says
				lead = ", "
			}
		}
	}
	return out
}

// Quarters gives the logarithm to base 2 in quarters, rounded down along straight
// lines between the powers: whole numbers, the same on every machine.
func Quarters(n int) int {
	if n < 1 {
		return 0
	}
	whole := bits.Len(uint(n)) - 1
	return 4*whole + (n<<2>>whole)&3
}

// Twentieths gives n of all in twentieths, rounded down.
func Twentieths(n, all int) int { return 20 * n / max(all, 1) }

// Mark is 1 for what is so.
func Mark(so bool) int {
	if so {
		return 1
	}
	return 0
}

// Of says "3 of 60 answers were given once"; "none of 60", nothing where there are
// none or but one. What is
// a noun in the plural and a verb in the past, "were" being the only one with a singular.
func Of(n, all int, what string) string {
	noun, verb, _ := strings.Cut(what, " ")
	rest, were := strings.CutPrefix(verb, "were ")
	switch {
	case all < 2 && n == 0:
		return ""
	case n == 0:
		return fmt.Sprintf("none of %d %s %s", all, noun, verb)
	case all == 1:
		noun = strings.TrimSuffix(noun, "s")
	}
	if were && n == 1 {
		verb = "was " + rest
	}
	return fmt.Sprintf("%d of %d %s %s", n, all, noun, verb)
}

// Some says the same, and nothing where it is so of none.
func Some(n, all int, what string) string {
	if n == 0 {
		return ""
	}
	return Of(n, all, what)
}

// Is says a sentence, or that it is not so.
func Is(so bool, sentence string) string {
	if so {
		return sentence
	}
	return "not " + sentence
}
