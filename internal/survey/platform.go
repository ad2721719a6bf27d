package survey

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/personal"
	"verbatim/internal/value"
)

// A platform is all that is known of one survey platform: a file in platforms/, whose
// README.md says what each section is for. The fields have the names of the sections.
type platform struct {
	name string
	base *platform // what holds of any table

	// How an export is recognised (recognise.go).
	signs       []sign
	twoInRow    value.Names // [two in a row]
	firstColumn value.Names // [first column]

	// What the header rows say (header.go).
	labels         value.Names    // what stands under a question of one column
	labelsSaid     string         // the same, as they are said
	ids            []string       // columns that no respondent leaves blank
	dated          []string       // columns that always hold a date
	rowForMachines value.Patterns // cells of a header row that nobody is to read
	leftOut        []string       // [left out of texts]

	// What its columns are (meta.go).
	metadata         value.Names
	asWritten        value.Patterns // [metadata as written]
	madeOfAnswers    []string
	typed            value.Patterns // ids of columns that people type into
	typedHeaders     value.Patterns
	typedLabels      value.Names
	typedForMachines value.Patterns

	// What its cells say (reading.go, state.go).
	submitted            value.Names // the columns that are blank while a response is not finished
	ifUnfinished, ifTest []stateRule
	missing              []string
	missingAmongFew      []string // the same, in columns of a few answers that all come again
	option               []string // forms of headers of boxes
	boxes                []string // the same, of forms that nothing else has
	notShown             []string
	tokens               *strings.Replacer // [tokens], read where tabs are the delimiter; nil: none

	habits value.Set // what it does throughout a file
}

// platformSections are all sections that a platform's file may have, and all entries
// of [habits].
var platformSections = [...]string{
	"order", "signs", "two in a row", "first column", "labels", "ids", "dated", "row for machines", "left out of texts",
	"metadata", "metadata as written", "made of answers", "typed", "typed headers", "typed labels", "typed for machines",
	"submitted", "unfinished", "test", "missing", "missing among few", "not shown", "tokens", "option", "boxes",
	"habits: codes with spaces",          // ticked options may be codes in one cell, with spaces between
	"habits: code before text",           // headers are "code. text"
	"habits: other is typed",             // a column or option called Other holds what people typed
	"habits: apostrophe before formulas", // one stands before what a spreadsheet would run
	"habits: quotes where shown",         // a blank cell has quotes where the question was shown
}

// generic is the name of what holds of any table.
const generic = "generic"

// newPlatform reads the text of a platform's file. It panics where that has a mistake, and names the line.
func newPlatform(name, text string, base *platform) *platform {
	lists := value.Lists("platforms/"+name+".txt", text, platformSections[:]...)
	list := lists.List
	named := func(section string) value.Names { return value.NewNames(list(section)) }
	for _, rule := range slices.Concat(lists["unfinished"], lists["test"]) {
		column, _, _ := strings.Cut(rule[0], ": ")
		lists["metadata"] = append(lists["metadata"], []string{column}) // what tells of the state is no answer
	}
	p := &platform{
		name: name, base: base,
		signs: newSigns(lists["signs"]), twoInRow: named("two in a row"), firstColumn: named("first column"),
		labels: named("labels"), labelsSaid: `"` + strings.Join(list("labels"), `" or "`) + `"`,
		ids: list("ids"), dated: list("dated"), rowForMachines: list("row for machines"), leftOut: list("left out of texts"),
		metadata: named("metadata"), asWritten: list("metadata as written"), madeOfAnswers: list("made of answers"),
		typed: list("typed"), typedHeaders: list("typed headers"), typedLabels: named("typed labels"), typedForMachines: list("typed for machines"),
		submitted: named("submitted"), ifUnfinished: newStateRules(lists["unfinished"]), ifTest: newStateRules(lists["test"]),
		missing: slices.Concat(list("missing"), list("missing among few")), missingAmongFew: list("missing among few"), option: list("option"), boxes: list("boxes"), notShown: list("not shown"), habits: lists.Set("habits"),
	}
	// "{tab} \t" is a token and its character; a test reads them all.
	if pairs, _ := strconv.Unquote(`"` + strings.Join(list("tokens"), " ") + `"`); pairs != "" {
		p.tokens = strings.NewReplacer(strings.Split(pairs, " ")...)
	}
	if p.submitted.Some() {
		p.ifUnfinished = append(p.ifUnfinished, stateRule{columns: p.submitted, values: append([]string{""}, p.notShown...)})
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

// A stateRule says what one of the platform's own columns tells of the state. A
// line of its file is "column: value, value"; a value may be "<100".
type stateRule struct {
	columns value.Names
	values  []string // in lower case; "" is a blank cell
	below   int      // or a number below this; 0: none
}

// newStateRules reads the lines of a section.
func newStateRules(lines [][]string) (out []stateRule) {
	for _, line := range lines {
		name, first, _ := strings.Cut(line[0], ": ")
		rule := stateRule{columns: value.NewNames([]string{name})}
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

// fits reports whether a value, in lower case, is what the rule is about.
func (r stateRule) fits(v string) bool {
	if r.below > 0 {
		n, err := strconv.Atoi(v)
		return err == nil && n < r.below
	}
	return slices.Contains(r.values, v)
}

// isMeta knows the names of columns that say something about response or respondent.
func (p *platform) isMeta(name string) bool { return p.adds(name) || personal.Asks(name) }

// adds knows the names of the columns that platforms add to the answers, and of those
// that the platform makes of the answers to a question, as points.
func (p *platform) adds(name string) bool { return p.hasName(name) || p.base.hasName(name) }

// hasName reports whether the platform's file has the name of a column, be it with a
// remark behind it: "Name (optional)".
func (p *platform) hasName(name string) bool {
	k := value.Key(name)
	bare, _, remark := strings.Cut(name, " (")
	return p.metadata.Has(k) || remark && p.metadata.Has(value.Key(bare)) || p.firstColumn.Has(k) || p.twoInRow.Has(k) || p.submitted.Has(k) || p.asWritten.Fit(value.Trim(name))
}
