// Package notice holds what any part of the program may hand up to the person
// who runs it: warnings, which travel with a result, and input errors, which
// end a run. Programs go by the code of a warning; its sentence is only printed.
package notice

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// A Code names a kind of warning. Codes are a contract with scripts, which find
// them in the JSON: a new kind gets a new code, and none is ever renamed.
type Code string

// Warnings about the bytes and cells of a file.
const (
	BadBytes        Code = "bad_bytes"        // bytes that do not fit the encoding
	NULBytes        Code = "nul_bytes"        // NUL bytes, which are left out
	StrayQuote      Code = "stray_quote"      // a quote that is never closed
	SurplusCells    Code = "surplus_cells"    // a record with more cells than the header
	DamagedCell     Code = "damaged_cell"     // a cell that a spreadsheet has changed
	EncodingAgainst Code = "encoding_against" // an encoding was asked for that the file contradicts
	EncodingUnsure  Code = "encoding_unsure"  // another encoding is nearly as likely as the one that was read
	DelimiterUnsure Code = "delimiter_unsure" // no delimiter is found, but a sign stands equally often in every line
	LostCharacters  Code = "lost_characters"  // characters that were lost before: U+FFFD, or question marks inside words
	EncodedTwice    Code = "encoded_twice"    // text that was encoded twice, and is read as it stands
	EncodedOnce     Code = "encoded_once"     // text that was encoded twice, and has been repaired
	HeaderAnswers   Code = "header_answers"   // a header row or a title may be an answer
	RepeatedHeader  Code = "repeated_header"  // a header row in the middle of the answers
	Footer          Code = "footer"           // rows below the answers that are no respondents
	MissingCode     Code = "missing_code"     // a number that is taken for no answer
	ColumnOrder     Code = "column_order"     // a file has the columns of the first in another order
	LongFormat      Code = "long_format"      // a row is an answer, and not a respondent
	RowsWithheld    Code = "rows_withheld"    // disclosure control keeps back warnings that quote cells
	BadRecord       Code = "bad_record"       // a line of NDJSON that is broken, and is left out
	RepeatedKey     Code = "repeated_key"     // a row of JSON that has a key twice
	LateColumn      Code = "late_column"      // a key of JSON that comes first below the part in which columns are found
	NumberedList    Code = "numbered_list"    // a list of JSON that holds objects: each place in it is columns
	HiddenCells     Code = "hidden_cells"     // rows, columns or a sheet that a workbook hides, and that are read
	ErrorCells      Code = "error_cells"      // cells of a workbook without a value, which are read as blank
	RoundedCells    Code = "rounded_cells"    // cells of a workbook that show fewer digits than are stored, and are read so
	UnreadRecord    Code = "unread_record"    // a part of a file's description of itself that cannot be read
)

// Warnings about the answers, and about lists of words that were given.
const (
	UnmatchedEntry  Code = "unmatched_entry"     // an entry of a list or flag that no answer has
	FewAnswers      Code = "few_answers"         // the base is small
	VariedAnswers   Code = "varied_answers"      // a ranking of terms does not mean much
	TalkativePerson Code = "talkative_person"    // one person supplies many mentions
	HeavyPerson     Code = "heavy_person"        // one person carries much of the weight
	RepeatedTerms   Code = "repeated_terms"      // the same people repeat a term
	HeldKeys        Code = "held_keys"           // runs of keys are set aside
	OtherLanguages  Code = "other_languages"     // answers in languages whose stop words are counted
	UnknownLanguage Code = "unknown_language"    // no stop words are left out, and nothing is stemmed
	DecidedByPart   Code = "decided_by_part"     // a stream is too long to decide by all of it
	OptionsAsWords  Code = "options_as_words"    // what may be a choice among options is counted by its words
	NumbersAsWords  Code = "numbers_as_words"    // of a column of numbers, only words are counted
	NoNumber        Code = "no_number"           // cells of a column of numbers are in no bin
	OneBox          Code = "one_box"             // of the boxes of a multiple choice only one is counted
	MissingIDs      Code = "missing_ids"         // respondents without an id
	IDSpellings     Code = "id_spellings"        // ids that differ only in noughts
	SharedIDs       Code = "shared_ids"          // rows are united by what may be no id
	SeveralGroups   Code = "several_groups"      // respondents with rows in several groups
	UnitedGroups    Code = "united_groups"       // values of groups that are written in several ways are one
	RedactedGroups  Code = "redacted_groups"     // addresses in the values of groups are replaced
	RepeatedPart    Code = "repeated_part"       // a part of a merge seems to be given twice
	GroupsWithheld  Code = "groups_withheld"     // groups are withheld, so they are not compared
	QuotesWithheld  Code = "quotes_withheld"     // quotes are withheld, since each is the words of one person
	CutCells        Code = "cut_cells"           // texts are longer than a cell of the workbook that is written
	LongWord        Code = "long_word"           // a word is so long that it keeps all others of a picture small
	NotDrawn        Code = "word_not_drawn"      // a word found no place or has no glyph
	SmallWords      Code = "small_words"         // words that are hard to read
	NoGlyph         Code = "label_without_glyph" // a label has a character without a glyph
)

// A Warning is trouble in the data that did not stop a run.
type Warning struct {
	Code    Code   `json:"code,omitempty"`   // empty in documents older than codes
	File    string `json:"file,omitempty"`   // name of the input; empty: of no file
	Line    int    `json:"line,omitempty"`   // physical line, from 1; 0: does not apply
	Column  int    `json:"column,omitempty"` // from 1; 0: does not apply
	Message string `json:"message"`          // lower case, no full stop; in a document with its hint
	Hint    string `json:"-"`                // what whoever runs the program can do about it; may be empty
	More    int    `json:"-"`                // above 0: stands for so many warnings like Message that are not listed
}

// Text is the message with its hint.
func (w Warning) Text() string {
	text := w.Message
	if w.More > 0 {
		text = fmt.Sprintf("%d more like this: %s", w.More, w.Message)
	}
	if w.Hint != "" {
		text += "; " + w.Hint
	}
	return text
}

// String gives "file:line: column: text", without what does not apply.
func (w Warning) String() string {
	if w.File == "" {
		return w.Text()
	}
	place := w.File
	if w.Line > 0 {
		place += fmt.Sprintf(":%d", w.Line)
	}
	if w.Column > 0 {
		place += fmt.Sprintf(": column %d", w.Column)
	}
	return place + ": " + w.Text()
}

// QuotesCells reports whether a warning may hold what one respondent wrote: it is
// about a row, stands for such warnings, or comes from a document that is older
// than codes.
func (w Warning) QuotesCells() bool {
	switch w.Code {
	case BadBytes, NULBytes, StrayQuote, SurplusCells, DamagedCell, HeaderAnswers, "":
		return true
	}
	return w.Line > 0
}

// An InputError says that an input cannot be used: it is missing, a directory,
// unreadable, empty, not text, or does not fit the files before it. It is exit
// status 3.
type InputError struct {
	Name string // of the input, as the user wrote it
	What string // what is wrong: "is a directory"
	Hint string // what to do about it; may be empty
	Err  error  // the cause; may be nil
}

// Error gives "name: what".
func (e *InputError) Error() string { return e.Name + ": " + e.What }

// Unwrap gives the cause, so that errors.Is(err, fs.ErrNotExist) works.
func (e *InputError) Unwrap() error { return e.Err }

// Cause is an error of a file without the name of the file, which an InputError
// tells already.
func Cause(err error) string {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err.Error()
	}
	return err.Error()
}

// A UsageError says that a call cannot be carried out as it stands: a choice
// contradicts another, or does not fit the data. It is exit status 2.
type UsageError struct {
	Where string // the flag, or the command
	What  string
	Hint  string // may be empty
}

// Error gives "where: what".
func (e *UsageError) Error() string { return joined(e.Where, e.What) }

// A ChoiceError says that one of several has to be chosen. It is exit status 2.
type ChoiceError struct {
	Where   string // the file
	What    string
	Choices []Choice
}

// A Choice is one of several.
type Choice struct {
	Typed string // as it is typed in a shell
	About string // what helps to choose; may be empty
}

// Error gives "where: what".
func (e *ChoiceError) Error() string { return joined(e.Where, e.What) }

// A NothingError says that no answer or term is left to count or show. It is
// exit status 4.
type NothingError struct {
	Where string // the files; may be empty
	What  string
	Hint  string // may be empty
}

// Error gives "where: what".
func (e *NothingError) Error() string { return joined(e.Where, e.What) }

// joined gives "where: what", or what alone.
func joined(where, what string) string { return strings.TrimPrefix(where+": "+what, ": ") }

// ShellQuoted writes a word so that it can be pasted into a shell.
func ShellQuoted(s string) string {
	const safe = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_:.,"
	if s != "" && strings.Trim(s, safe) == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// listed is the number of warnings of one kind that a log keeps for each file.
const listed = 20

// A Log keeps warnings: the first 20 of each code in each file, and the number
// of the others, so that a million bad rows take no memory. The zero value is
// empty.
type Log struct {
	kept   []Warning
	counts map[kind]int // of those that are kept
	excess []Warning    // the first of each kind that was not kept, with the number of them
	places map[kind]int // in excess, from 1
}

// A kind is what warnings are counted by.
type kind struct {
	file string
	code Code
}

// Add keeps or counts warnings. One that stands for others, as the last ones of a List do, counts as all of them.
func (l *Log) Add(warnings ...Warning) {
	if l.counts == nil && len(warnings) > 0 {
		l.counts = map[kind]int{}
	}
	for _, w := range warnings {
		k := kind{w.File, w.Code}
		if w.More == 0 && l.counts[k] < listed {
			l.counts[k]++
			l.kept = append(l.kept, w)
			continue
		}
		l.exceed(k, w)
	}
}

// exceed counts a warning that is not kept.
func (l *Log) exceed(k kind, w Warning) {
	if l.places == nil {
		l.places = map[kind]int{}
	}
	if l.places[k] == 0 {
		l.excess = append(l.excess, Warning{Code: w.Code, File: w.File, Message: w.Message, Hint: w.Hint})
		l.places[k] = len(l.excess)
	}
	l.excess[l.places[k]-1].More += max(1, w.More)
}

// List gives the warnings in the order they came in, then one for each kind of
// which there were more.
func (l *Log) List() []Warning {
	return append(append([]Warning(nil), l.kept...), l.excess...)
}
