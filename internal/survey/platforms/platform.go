package platforms

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/personal"
	"verbatim/internal/value"
)

// A Platform is all that is known of one survey platform: a file beside this one, whose
// README.md says what each section is for. The fields have the names of the sections.
type Platform struct {
	Name string
	Base *Platform // what holds of any table

	// How an export is recognised (recognise.go).
	signs       []sign
	twoInRow    value.Names // [two in a row]
	firstColumn value.Names // [first column]

	// What the header rows say (survey/header.go).
	labels         value.Names    // what stands under a question of one column
	labelsSaid     string         // the same, as they are said
	IDs            []string       // columns that no respondent leaves blank
	dated          []string       // columns that always hold a date
	rowForMachines value.Patterns // cells of a header row that nobody is to read
	leftOut        []string       // [left out of texts]

	// What its columns are (survey/meta.go).
	Metadata         value.Names
	asWritten        value.Patterns // [metadata as written]
	MadeOfAnswers    []string
	Typed            value.Patterns // ids of columns that people type into
	TypedHeaders     value.Patterns
	typedLabels      value.Names
	typedForMachines value.Patterns

	// What its cells say (survey/reading.go, state.go).
	submitted            value.Names // the columns that are blank while a response is not finished
	IfUnfinished, IfTest []StateRule
	Missing              []string
	MissingAmongFew      []string // the same, in columns of a few answers that all come again
	Option               []string // forms of headers of boxes
	Boxes                []string // the same, of forms that nothing else has
	NotShown             []string
	Tokens               *strings.Replacer // [tokens], read where tabs are the delimiter; nil: none

	Habits value.Set // what it does throughout a file
}

// sections are all sections that a platform's file may have, and all entries
// of [habits].
var sections = [...]string{
	"order", "signs", "two in a row", "first column", "labels", "ids", "dated", "row for machines", "left out of texts",
	"metadata", "metadata as written", "made of answers", "typed", "typed headers", "typed labels", "typed for machines",
	"submitted", "unfinished", "test", "missing", "missing among few", "not shown", "tokens", "option", "boxes",
	"habits: codes with spaces",          // ticked options may be codes in one cell, with spaces between
	"habits: code before text",           // headers are "code. text"
	"habits: other is typed",             // a column or option called Other holds what people typed
	"habits: apostrophe before formulas", // one stands before what a spreadsheet would run
	"habits: quotes where shown",         // a blank cell has quotes where the question was shown
}

// Generic is the name of what holds of any table.
const Generic = "generic"

// newPlatform reads the text of a platform's file. It panics where that has a mistake, and names the line.
func newPlatform(name, text string, base *Platform) *Platform {
	lists := value.Lists("platforms/"+name+".txt", text, sections[:]...)
	list := lists.List
	named := func(section string) value.Names { return value.NewNames(list(section)) }
	for _, rule := range slices.Concat(lists["unfinished"], lists["test"]) {
		column, _, _ := strings.Cut(rule[0], ": ")
		lists["metadata"] = append(lists["metadata"], []string{column}) // what tells of the state is no answer
	}
	p := &Platform{
		Name: name, Base: base,
		signs: newSigns(lists["signs"]), twoInRow: named("two in a row"), firstColumn: named("first column"),
		labels: named("labels"), labelsSaid: `"` + strings.Join(list("labels"), `" or "`) + `"`,
		IDs: list("ids"), dated: list("dated"), rowForMachines: list("row for machines"), leftOut: list("left out of texts"),
		Metadata: named("metadata"), asWritten: list("metadata as written"), MadeOfAnswers: list("made of answers"),
		Typed: list("typed"), TypedHeaders: list("typed headers"), typedLabels: named("typed labels"), typedForMachines: list("typed for machines"),
		submitted: named("submitted"), IfUnfinished: newStateRules(lists["unfinished"]), IfTest: newStateRules(lists["test"]),
		Missing: slices.Concat(list("missing"), list("missing among few")), MissingAmongFew: list("missing among few"), Option: list("option"), Boxes: list("boxes"), NotShown: list("not shown"), Habits: lists.Set("habits"),
	}
	// "{tab} \t" is a token and its character; a test reads them all.
	if pairs, _ := strconv.Unquote(`"` + strings.Join(list("tokens"), " ") + `"`); pairs != "" {
		p.Tokens = strings.NewReplacer(strings.Split(pairs, " ")...)
	}
	if p.submitted.Some() {
		p.IfUnfinished = append(p.IfUnfinished, StateRule{Columns: p.submitted, values: append([]string{""}, p.NotShown...)})
	}
	return p
}

// How a platform is recognised. Its file has one sign a line, the parts of which
// must all be there:
//
//	Respondent ID, Collector ID                   columns of these names
//	1 *_complete|Complete?, record_id             and so many cells like one of these
//	2 *[SQ*|*_SQ0* = columns named …[SQ001]       and what to say of it
//
// Other sections are signs too: [labels] in one of several header rows, two names
// of [two in a row], and the name of the [first column] over dates with times.

// A sign is one line of them.
type sign struct {
	columns  []string
	cells    []cellSign
	evidence string
}

// A cellSign asks for at least so many header cells.
type cellSign struct {
	least int
	like  value.Patterns
}

// newSigns reads the section of signs.
func newSigns(lines [][]string) (out []sign) {
	for _, line := range lines {
		var s sign
		for _, part := range line {
			if s.evidence != "" { // it has commas inside
				s.evidence += ", " + part
				continue
			}
			part, evidence, _ := strings.Cut(part, " = ")
			s.evidence = evidence
			count, like, _ := strings.Cut(part, " ")
			if n, err := strconv.Atoi(count); err == nil && like != "" {
				s.cells = append(s.cells, cellSign{n, strings.Split(like, "|")})
			} else {
				s.columns = append(s.columns, part)
			}
		}
		s.evidence = cmp.Or(s.evidence, columnsNamed(s.columns))
		out = append(out, s)
	}
	return out
}

// columnsNamed is the evidence of most signs.
func columnsNamed(names []string) string { return "columns named " + strings.Join(names, ", ") }

// A StateRule says what one of the platform's own columns tells of the state. A
// line of its file is "column: value, value"; a value may be "<100".
type StateRule struct {
	Columns value.Names
	values  []string // in lower case; "" is a blank cell
	below   int      // or a number below this; 0: none
}

// newStateRules reads the lines of a section.
func newStateRules(lines [][]string) (out []StateRule) {
	for _, line := range lines {
		name, first, _ := strings.Cut(line[0], ": ")
		rule := StateRule{Columns: value.NewNames([]string{name})}
		for _, v := range append([]string{first}, line[1:]...) {
			if n, err := strconv.Atoi(strings.TrimPrefix(v, "<")); err == nil && v[0] == '<' {
				rule.below = n
			} else {
				rule.values = append(rule.values, v)
			}
		}
		out = append(out, rule)
	}
	return out
}

// Fits reports whether a value, in lower case, is what the rule is about.
func (r StateRule) Fits(v string) bool {
	if r.below > 0 {
		n, err := strconv.Atoi(v)
		return err == nil && n < r.below
	}
	return slices.Contains(r.values, v)
}

// IsMeta knows the names of columns that say something about response or respondent.
func (p *Platform) IsMeta(name string) bool { return p.Adds(name) || personal.Asks(name) }

// Adds knows the names of the columns that platforms add to the answers, and of those
// that the platform makes of the answers to a question, as points.
func (p *Platform) Adds(name string) bool { return p.hasName(name) || p.Base.hasName(name) }

// hasName reports whether the platform's file has the name of a column, be it with a
// remark behind it: "Name (optional)".
func (p *Platform) hasName(name string) bool {
	k := value.Key(name)
	bare, _, remark := strings.Cut(name, " (")
	return p.Metadata.Has(k) || remark && p.Metadata.Has(value.Key(bare)) || p.firstColumn.Has(k) || p.twoInRow.Has(k) || p.submitted.Has(k) || p.asWritten.Fit(value.Trim(name))
}
