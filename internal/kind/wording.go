package kind

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"verbatim/internal/value"
)

// The wording of answers shows whether they were chosen or typed. A form writes an
// option in one way only and offers a few dozen of them. People spell one word in
// many ways, and new words keep coming however many people answer:
//
//	chosen                        typed
//	Germany  Germany  France      trust  Trust  TRUST!  openness
//	Agree    Neutral  Agree       people who listen
//
// Answers that only say that there is none ("no", "n/a") are of neither kind and
// are counted separately: most people write them under "Any other comments?".

// A wording sums up how the answers of a profile are worded. Answers that differ
// only in case and marks are one text.
type wording struct {
	answers  int  // none of them a non-answer
	texts    int  // distinct texts
	once     int  // texts given once
	variants int  // texts written in two ways or more
	labels   int  // answers that are labels of a scale: "Agree", "Prefer not to say"
	titled   bool // all begin as labels do, with a capital or a digit
	letters  int  // in all answers together
	none     int  // non-answers, which are not among the answers
	digits   int  // answers with a digit
}

// wording looks at the answers that the kind is judged from.
func (p *Profile) wording() wording {
	w := wording{titled: true}
	type spelled struct{ count, ways int }
	texts := make(map[string]spelled, len(p.Values))
	for _, answer := range p.Values {
		v, n := answer.Value, answer.Count
		text := v
		if len(v) <= longest { // longer ones are neither marks nor labels, and hardly ever repeat
			k := value.Key(v)
			if isNonAnswer(k) && (k != "" || isStroke(v)) {
				w.none += n
				continue
			}
			// Marks that belong to a name count: B+ is not B, and C++ is not C.
			if text = strings.ToLower(strings.Trim(v, " .,;:!?…\"'“”‘’")); isScaleLabel(k) {
				w.labels += n
			}
		}
		texts[text] = spelled{texts[text].count + n, texts[text].ways + 1}
		w.answers += n
		w.letters += n * utf8.RuneCountInString(v)
		first, _ := utf8.DecodeRuneInString(v)
		w.titled = w.titled && (unicode.IsUpper(first) || unicode.IsDigit(first))
		if value.HasDigit(v) {
			w.digits += n
		}
	}
	for _, text := range texts {
		if text.count == 1 {
			w.once++
		}
		if text.ways > 1 {
			w.variants++
		}
	}
	w.texts = len(texts)
	return w
}

// longest is the length in bytes up to which answers are compared by their words.
// Longer ones are compared byte by byte.
const longest = 60
