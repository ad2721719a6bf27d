package decision

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/notice"
)

// listSchema is the value of a list's Schema.
const listSchema = "verbatim/decisions/v1"

// A List is the document of --decisions, verbatim/decisions/v1: what the answers to each
// of some questions decided. A count that takes its decisions from there neither looks for them
// nor doubts them, so all counts with one list read words alike:
//
//	tally whole.csv  ─ made ──▶ decisions.json ─┬─ replayed ─▶ tally part-1.csv ─┐
//	                                            └─ replayed ─▶ tally part-2.csv ─┴─ merge ─▶ the whole
type List struct {
	Schema  string    `json:"schema"`
	Decided []Decided `json:"decided"`

	name string // of the file, for messages
}

// Decided is what was decided for one question, and under which options.
type Decided struct {
	Question Question `json:"question"`
	Options  Choices  `json:"options"`
	Decisions
}

// A Question is what something was decided for. Its columns may stand elsewhere in another file, but
// those with equal headers stand in the same order.
type Question struct {
	ID      string `json:"id"`
	Text    string `json:"text"`
	Nth     int    `json:"nth"`     // which of the columns with this header is its first, from 1
	Columns int    `json:"columns"` // how many it has
}

// String names the question.
func (q Question) String() string {
	name := strconv.Quote(q.Text)
	if q.Nth > 1 || q.Columns > 1 {
		name += fmt.Sprintf(" (columns: %d; before them with the same header: %d)", q.Columns, q.Nth-1)
	}
	return name
}

// Choices are the options that decisions depend on. Under others they would be untrue.
type Choices struct {
	NoStem         bool     `json:"no_stem"`
	NoStopwords    bool     `json:"no_stopwords"`
	SetAside       []string `json:"set_aside"` // kinds, sorted
	Keep           []string `json:"keep"`
	Drop           []string `json:"drop"`
	Whole          bool     `json:"whole"`
	Words          bool     `json:"words"`
	Split          string   `json:"split"`
	Phrase         []string `json:"phrase"`
	Phrases        string   `json:"phrases"` // found, off, or the SHA-256 of a list
	KeepNonanswers bool     `json:"keep_nonanswers"`
	Stopwords      string   `json:"stopwords"` // SHA-256 of the list; "" is none
	Synonyms       string   `json:"synonyms"`
}

// Add adds what was decided for a question. One that is there already keeps its own.
func (l *List) Add(d Decided) {
	l.Schema = listSchema
	if l.at(d.Question) < 0 {
		l.Decided = append(l.Decided, d)
	}
}

// at is where the decisions of a question stand; -1 is nowhere.
func (l *List) at(q Question) int {
	return slices.IndexFunc(l.Decided, func(d Decided) bool { return d.Question == q })
}

// Text is the list as it is written.
func (l *List) Text() ([]byte, error) {
	var text bytes.Buffer
	w := json.NewEncoder(&text)
	w.SetEscapeHTML(false)
	w.SetIndent("", "  ")
	err := w.Encode(l)
	return text.Bytes(), err
}

// Read reads a list of decisions. Name is its name in messages. An error is a
// *notice.InputError. A key that is unknown here is refused, since it may be a decision that this
// program would not follow.
func Read(name string, text []byte) (*List, error) {
	refuse := func(what string, args ...any) (*List, error) {
		return nil, &notice.InputError{Name: name, What: fmt.Sprintf(what, args...), Hint: "--decisions writes one where there is no such file"}
	}
	l := &List{name: name}
	r := json.NewDecoder(bytes.NewReader(text))
	r.DisallowUnknownFields()
	var head struct{ Schema string }
	if err := json.Unmarshal(text, &head); err != nil {
		return refuse("is no list of decisions in JSON: %v", err)
	}
	if head.Schema != listSchema {
		return refuse("the schema is %q, not %q", head.Schema, listSchema)
	}
	if err := r.Decode(l); err != nil {
		return refuse("is damaged: %v", err)
	}
	for i := range l.Decided {
		d := &l.Decided[i]
		if err := d.check(); err != nil {
			return refuse("%v: %v", d.Question, err)
		}
	}
	return l, nil
}

// Of gives the decisions for a question. It refuses, with a *notice.InputError, those that were
// made with other options, which would be untrue. Lang is the code of the language that was asked
// for; "" is none.
func (l *List) Of(q Question, lang string, with Choices) (Decisions, error) {
	i := l.at(q)
	if i < 0 {
		return Decisions{}, &notice.InputError{Name: l.name, What: "has no decisions for " + q.String(),
			Hint: "it has them for " + l.questions() + "; another file takes those of another question"}
	}
	d := l.Decided[i]
	var differ []string
	if lang != "" && lang != d.Language {
		differ = append(differ, fmt.Sprintf("language is %q there, not %q", d.Language, lang))
	}
	theirs, ours := reflect.ValueOf(d.Options), reflect.ValueOf(with)
	for i := range ours.NumField() {
		a, b := theirs.Field(i).Interface(), ours.Field(i).Interface()
		if there, _ := json.Marshal(a); !reflect.DeepEqual(a, b) {
			here, _ := json.Marshal(b) // both are strings, lists of them, or bools
			differ = append(differ, fmt.Sprintf("%s is %s there, not %s", ours.Type().Field(i).Tag.Get("json"), there, here))
		}
	}
	if len(differ) > 0 {
		return Decisions{}, &notice.InputError{Name: l.name, What: "was decided with other options: " + strings.Join(differ, "; "), Hint: "give the same flags, or another file"}
	}
	return d.Decisions, nil
}

// questions names the questions of the list.
func (l *List) questions() string {
	var names []string
	for _, d := range l.Decided {
		names = append(names, d.Question.String())
	}
	return cmp.Or(strings.Join(names, ", "), "no question")
}
