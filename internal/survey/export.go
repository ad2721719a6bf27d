package survey

import (
	"sync"

	"verbatim/internal/notice"
	"verbatim/internal/rows"
	"verbatim/internal/survey/platforms"
)

// An Export is a survey whose shape is known; its rows are not kept. It does not
// change any more, and its methods may be called in several goroutines, with one
// exception: a stream that is longer than what detection read can be read only
// once, by Blocks or by Inspect.
type Export struct {
	Dialect          // of the first file
	Files   []string // names, in the order given
	// Questions are in the order of their first columns; the counts are those of
	// the part that detection read.
	Questions []Question
	// Complete says that detection read everything, so the counts are final.
	Complete bool
	Warnings []notice.Warning

	platform *platforms.Platform
	files    []file
	columns  []column      // in the order of the file
	readings []reading     // by column: what its cells say
	states   []stateColumn // where the platform says whether a response is finished
	// tellsShown says that a blank cell shows whether the question was presented: a
	// quoted one was, one without quotes was not.
	tellsShown bool
	found      *sampled    // in the part that detection read; nil once settled
	judging    *sync.Mutex // of one question that was not judged before
	// indices find columns and questions by their names; questionAt has, by column,
	// the place of its question.
	indices    []index
	questionAt []int
}

// A file is one table of the export.
type file struct {
	table *rows.Table
	skip  int // records before the first respondent
	// footer is the line from which no record is a respondent; 0: none.
	footer int
}

// ends reports whether a record is below the respondents.
func (f file) ends(rec rows.Record) bool { return f.footer > 0 && rec.Line >= f.footer }

// Settled returns the export without the answers that questions are judged from,
// which take megabytes. It is for use after all questions have been selected:
// columns that Select unites later have no kind and no counts.
func (e *Export) Settled() *Export {
	settled := *e
	settled.found = nil
	return &settled
}

// answerIn returns the answer in a column, from 1, trimmed; "" if there is none.
// All code that counts answers calls it.
func (e *Export) answerIn(cells []rows.Cell, column int) string {
	return e.readings[column-1].answerOf(rows.At(cells, column))
}

// Answer is what a trimmed cell of a column says, as the answers of a question are read: the option of a
// ticked box, an answer, or "".
func (e *Export) Answer(column int, cell string) string { return e.readings[column-1].answerOf(cell) }

// wasNotShown reports whether the respondent was not shown the question.
func (e *Export) wasNotShown(cells []rows.Cell, columns []int) bool {
	return e.tellsShown && skipped(e.platform, cells, columns)
}
