package study

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/survey"
	"verbatim/internal/term"
)

// decidedSchema is the value of a list's Schema.
const decidedSchema = "verbatim/decisions/v1"

// A DecisionList is the document of --decisions, verbatim/decisions/v1: what the answers to each
// of some questions decided. A count that takes its decisions from there neither looks for them
// nor doubts them, so all counts with one list read words alike:
//
//	tally whole.csv  ─ made ──▶ decisions.json ─┬─ replayed ─▶ tally part-1.csv ─┐
//	                                            └─ replayed ─▶ tally part-2.csv ─┴─ merge ─▶ the whole
type DecisionList struct {
	Schema  string    `json:"schema"`
	Decided []Decided `json:"decided"`

	name string // of the file, for messages
}

// Decided is what was decided for one question, and under which options.
type Decided struct {
	Question Decision `json:"question"`
	Options  choices  `json:"options"`
	Decisions
}

// A Decision is the question that something was decided for. Its columns may stand elsewhere in
// another file.
type Decision struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

// choices are the options that decisions depend on. Under others they would be untrue.
type choices struct {
	NoStem         bool     `json:"no_stem"`
	NoStopwords    bool     `json:"no_stopwords"`
	SetAside       []string `json:"set_aside"` // kinds, sorted
	Keep           []string `json:"keep"`
	Drop           []string `json:"drop"`
	Whole          bool     `json:"whole"`
	Split          string   `json:"split"`
	Phrase         []string `json:"phrase"`
	KeepNonanswers bool     `json:"keep_nonanswers"`
	Stopwords      string   `json:"stopwords"` // SHA-256 of the list; "" is none
	Synonyms       string   `json:"synonyms"`
}

// choices are those of a run.
func (r *run) choices() choices {
	o := &r.opt
	listed := func(l []string) []string { return append([]string{}, l...) } // never null
	c := choices{NoStem: o.NoStem, NoStopwords: o.NoStopwords, SetAside: slices.Sorted(slices.Values(listed(r.aside))), Keep: listed(o.Keep), Drop: listed(o.Drop),
		Whole: o.Whole, Split: o.Split, Phrase: listed(o.Phrase), KeepNonanswers: o.KeepNonanswers}
	for _, l := range o.Lists {
		switch l.Flag {
		case "stopwords":
			c.Stopwords = l.SHA256
		case "synonyms":
			c.Synonyms = l.SHA256
		}
	}
	return c
}

// isOf reports whether decisions are of a question.
func (d *Decided) isOf(q survey.Question) bool { return d.Question == Decision{q.ID, q.Text} }

// Add adds the decisions of a count. A question that is there already keeps its own.
func (l *DecisionList) Add(c *Count) {
	l.Schema = decidedSchema
	if !slices.ContainsFunc(l.Decided, func(d Decided) bool { return d.isOf(c.Question) }) {
		l.Decided = append(l.Decided, Decided{Decision{c.Question.ID, c.Question.Text}, c.run.choices(), c.run.decisions})
	}
}

// Text is the list as it is written.
func (l *DecisionList) Text() ([]byte, error) {
	var text bytes.Buffer
	w := json.NewEncoder(&text)
	w.SetEscapeHTML(false)
	w.SetIndent("", "  ")
	err := w.Encode(l)
	return text.Bytes(), err
}

// ReadDecisions reads a list of decisions. Name is its name in messages. An error is a
// *notice.InputError. A key that is unknown here is refused, since it may be a decision that this
// program would not follow.
func ReadDecisions(name string, text []byte) (*DecisionList, error) {
	refuse := func(what string, args ...any) (*DecisionList, error) {
		return nil, &notice.InputError{Name: name, What: fmt.Sprintf(what, args...), Hint: "--decisions writes one where there is no such file"}
	}
	l := &DecisionList{name: name}
	r := json.NewDecoder(bytes.NewReader(text))
	r.DisallowUnknownFields()
	var head struct{ Schema string }
	if err := json.Unmarshal(text, &head); err != nil {
		return refuse("is no list of decisions in JSON: %v", err)
	}
	if head.Schema != decidedSchema {
		return refuse("the schema is %q, not %q", head.Schema, decidedSchema)
	}
	if err := r.Decode(l); err != nil {
		return refuse("is damaged: %v", err)
	}
	for _, d := range l.Decided {
		if err := d.check(); err != nil {
			return refuse("%q: %v", d.Question.Text, err)
		}
	}
	return l, nil
}

// check refuses languages that nothing can be read in.
func (d *Decided) check() error {
	_, err := term.LanguageOf(d.Language)
	for _, s := range d.Detected.Others {
		_, unknown := term.LanguageOf(s.Code)
		err = cmp.Or(err, unknown)
	}
	if err == nil && d.Detected.Code != "" && d.Detected.Code != d.Language {
		err = fmt.Errorf("the language is %q, and was detected as %q", d.Language, d.Detected.Code)
	}
	return err
}

// of gives the decisions for the question of a run. It refuses those that were made with other
// options, which would be untrue.
func (l *DecisionList) of(r *run) (Decisions, error) {
	i := slices.IndexFunc(l.Decided, func(d Decided) bool { return d.isOf(r.question) })
	if i < 0 {
		return Decisions{}, &notice.InputError{Name: l.name, What: "has no decisions for " + quoted(r.question.Text),
			Hint: "it has them for " + l.questions() + "; another file takes those of another question"}
	}
	d := l.Decided[i]
	var differ []string
	if lang := r.terms.Lang; lang != nil && lang.Code != d.Language {
		differ = append(differ, fmt.Sprintf("language is %q there, not %q", d.Language, lang.Code))
	}
	theirs, ours := reflect.ValueOf(d.Options), reflect.ValueOf(r.choices())
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
func (l *DecisionList) questions() string {
	var names []string
	for _, d := range l.Decided {
		names = append(names, quoted(d.Question.Text))
	}
	return cmp.Or(strings.Join(names, ", "), "no question")
}
