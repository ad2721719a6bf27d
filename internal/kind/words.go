package kind

import (
	_ "embed"
	"strings"
	"sync"

	"verbatim/internal/value"
)

//go:embed words.txt
var wordsText string

// A vocabulary holds the lists of words.txt; comments there explain each list.
type vocabulary struct{ ticked, notTicked, notAvailable, nonAnswers, scale value.Set }

// words reads the lists once.
var words = sync.OnceValue(func() vocabulary {
	lists := value.Lists("kind/words.txt", wordsText)
	return vocabulary{lists.Set("ticked"), lists.Set("not ticked"), lists.Set("not available"), lists.Set("non-answer"), lists.Set("scale")}
})

// IsOff reports whether a value is a mark for a box that is not ticked.
func IsOff(v string) bool { return len(v) <= 24 && words().notTicked[strings.ToLower(v)] }

// IsOn reports whether a value is a mark for a ticked box.
func IsOn(v string) bool { return len(v) <= 24 && words().ticked[strings.ToLower(v)] }

// isMark reports whether a value is a mark of either.
func isMark(v string) bool { return IsOn(v) || IsOff(v) }

// IsNotAvailable reports whether a cell holds what statistics programs write for a
// missing value, often in whole columns. It says nothing about the kind of the
// other answers.
func IsNotAvailable(cell string) bool { return len(cell) <= 4 && words().notAvailable[cell] }

// isNonAnswer reports whether an answer, as value.Key writes it, only says that
// there is none.
func isNonAnswer(k string) bool { return k == "" || len(k) <= 24 && words().nonAnswers[k] }

// isStroke reports whether an answer consists of the marks that people make for
// nothing: "-", "??".
func isStroke(answer string) bool { return strings.Trim(answer, "-–—.,?!/…_* ") == "" }

// isScaleLabel reports whether an answer, as value.Key writes it, is one that
// hardly anybody types: a point of a scale, or a way out of a question.
func isScaleLabel(k string) bool { return len(k) <= 48 && words().scale[k] }
