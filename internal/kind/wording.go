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
	small    int  // answers that begin with a small letter
	letters  int  // in all answers together
	none     int  // non-answers, which are not among the answers
	digits   int  // answers with a digit
}

// wording looks at the answers that the kind is judged from.
func (p *Profile) wording() wording {
	w := wording{titled: true}
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
		first, _ := utf8.DecodeRuneInString(v)
		titled := unicode.IsUpper(first) || unicode.IsDigit(first)
		t, known := texts[text]
		if !known {
			t = spelled{first: v, small: true}
		}
		texts[text] = spelled{t.count + n, t.ways + 1, t.first, t.marked || !strings.EqualFold(t.first, v), t.small && !titled}
		w.answers += n
		w.letters += n * utf8.RuneCountInString(v)
		w.titled = w.titled && titled
		if value.HasDigit(v) {
			w.digits += n
		}
		if unicode.IsLower(first) {
			w.small += n
		}
	}
	w.spellings(texts)
	return w
}

// spelled is how a text is written.
type spelled struct {
	count, ways int
	first       string
	marked      bool // two ways differ in more than case
	small       bool // no way begins with a capital or a digit
}

// spellings counts the texts by how they are written.
func (w *wording) spellings(texts map[string]spelled) {
	w.texts = len(texts)
	marked, small, recased := 0, 0, 0
	for _, text := range texts {
		switch {
		case text.count == 1:
			w.once++
		case text.marked:
			marked++
		case text.ways > 1:
			recased++
		}
		if text.small {
			small++
		}
	}
	w.variants = marked + recased
	// A few options in two cases are those of files that were joined: nobody adds one, or a mark.
	if recased > 0 && w.once+marked == 0 && len(texts) <= mostRecased {
		w.variants, w.titled = 0, small == 0
	}
}

// longest is the length in bytes up to which answers are compared by their words.
// Longer ones are compared byte by byte.
const longest = 60

// mostRecased is how many options there may be of which some are written in two cases.
const mostRecased = 20
