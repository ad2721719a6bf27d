package survey

import (
	"embed"
	"slices"
	"strconv"
	"strings"
	"sync"
	"verbatim/internal/value"
)

// A platform is all that is known of one survey platform: a file in platforms/.
// The names of its fields are those of the file's sections.
type platform struct {
	name string
	base *platform // what holds of any table

	// How an export is recognised (recognise.go).
	signs       []sign
	twoInRow    names // [two in a row]
	firstColumn names // [first column]

	// What the header rows say (header.go).
	labels         names    // what stands under a question of one column
	ids            []string // as key gives them: columns that no respondent leaves blank
	dated          []string // columns that always hold a date
	rowForMachines patterns // cells of a header row that nobody is to read
	leftOut        []string // [left out of texts]

	// What its columns are (meta.go, typed.go).
	metadata         names
	asWritten        patterns // [metadata as written]
	madeOfAnswers    []string
	typed            patterns // ids of columns that people type into
	typedHeaders     patterns
	typedLabels      names
	typedForMachines patterns

	// What its cells say (reading.go, state.go).
	submitted        names // the columns that are blank while a response is not finished
	unfinished, test []stateRule
	missing          []string
	notShown         []string
	tokens           *strings.Replacer // [tokens], read where tabs are the delimiter

	// Habits.
	codesWithSpaces  bool // ticked options may be codes in one cell, with spaces between
	codeBeforeText   bool // headers are "code. text"
	optionFirst      bool // headers of boxes are "option:question"
	otherIsTyped     bool // a column or option called Other holds what people typed
	masksFormulas    bool // an apostrophe stands before what a spreadsheet would run
	quotesWhereShown bool // a blank cell has quotes where the question was shown
}

// Names of platforms that the code has to know: what any table is that no platform
// wrote.
const generic = "generic"

// platformNames are those of the files, in the order in which they are tried: the
// surest sign first.
var platformNames = [...]string{"qualtrics", "surveymonkey", "typeform", "odk", "kobotoolbox", "redcap",
	"microsoft-forms", "limesurvey", "alchemer", "google-forms", generic}

//go:embed platforms/*.txt
var platformFiles embed.FS

// Platforms lists the names that Options.Platform takes.
func Platforms() []string { return platformNames[:] }

// A catalogue is the platforms that an export may be from.
type catalogue []*platform

// knownPlatforms reads the files once.
var knownPlatforms = sync.OnceValue(func() (k catalogue) {
	file := func(name string) string {
		text, err := platformFiles.ReadFile("platforms/" + name + ".txt")
		if err != nil {
			panic(err) // a name without a file; a test reads them all
		}
		return string(text)
	}
	base := newPlatform(generic, file(generic), nil)
	for _, name := range platformNames[:len(platformNames)-1] {
		k = append(k, newPlatform(name, file(name), base))
	}
	return append(k, base)
})

// newPlatform reads the text of a platform's file.
func newPlatform(name, text string, base *platform) *platform {
	lists := value.Lists(text)
	list := func(section string) []string { return slices.Concat(lists[section]...) }
	named := func(section string) names { return newNames(list(section)) }
	p := &platform{
		name: name, base: base,
		signs: newSigns(lists["signs"]), twoInRow: named("two in a row"), firstColumn: named("first column"),
		labels: named("labels"), dated: list("dated"), rowForMachines: list("row for machines"), leftOut: list("left out of texts"),
		metadata: named("metadata"), asWritten: list("metadata as written"), madeOfAnswers: list("made of answers"),
		typed: list("typed"), typedHeaders: list("typed headers"), typedLabels: named("typed labels"), typedForMachines: list("typed for machines"),
		submitted: named("submitted"), unfinished: newStateRules(lists["unfinished"]), test: newStateRules(lists["test"]),
		missing: list("missing"), notShown: list("not shown"),
	}
	for _, id := range list("ids") {
		p.ids = append(p.ids, value.Key(id))
	}
	var pairs []string
	for _, entry := range list("tokens") {
		token, character, _ := strings.Cut(entry, " ")
		if character, err := strconv.Unquote(`"` + character + `"`); err == nil {
			pairs = append(pairs, token, character)
		}
	}
	p.tokens = strings.NewReplacer(pairs...)
	if p.submitted.some() {
		p.unfinished = append(p.unfinished, stateRule{columns: p.submitted, values: append([]string{""}, p.notShown...)})
	}
	if base == nil {
		p.base = p
	}
	habits := list("habits")
	p.codesWithSpaces = slices.Contains(habits, "codes with spaces")
	p.codeBeforeText = slices.Contains(habits, "code before text")
	p.optionFirst = slices.Contains(habits, "option before question")
	p.otherIsTyped = slices.Contains(habits, "other is typed")
	p.masksFormulas = slices.Contains(habits, "apostrophe before formulas")
	p.quotesWhereShown = slices.Contains(habits, "quotes where shown")
	return p
}

// Names are compared as key gives them; one that begins with * is what the name
// ends in.
type names struct {
	exact map[string]bool
	ends  []string
}

func newNames(list []string) names {
	n := names{exact: map[string]bool{}}
	for _, name := range list {
		if end, ok := strings.CutPrefix(name, "*"); ok {
			n.ends = append(n.ends, value.Key(end))
		} else {
			n.exact[value.Key(name)] = true
		}
	}
	return n
}

func (n names) some() bool { return len(n.exact)+len(n.ends) > 0 }

// has reports whether a name, as key gives it, is one of them.
func (n names) has(k string) bool {
	return n.exact[k] || slices.ContainsFunc(n.ends, func(end string) bool { return strings.HasSuffix(k, end) })
}

// Patterns are texts as they are written, with * for any text.
type patterns []string

// fit reports whether a text is like one of them.
func (p patterns) fit(text string) bool {
	return slices.ContainsFunc(p, func(pattern string) bool { return glob([]rune(pattern), []rune(text)) })
}

// named gives the platform of a name; nil: there is none.
func (k catalogue) named(name string) *platform {
	for _, p := range k {
		if p.name == name {
			return p
		}
	}
	return nil
}

// What follows is asked of header cells before the platform is known, and so of
// all of them.

// isResponseLabel knows what stands under a question of one column.
func (k catalogue) isResponseLabel(cell string) bool {
	c := value.Key(cell)
	return c != "" && slices.ContainsFunc(k, func(p *platform) bool { return p.labels.has(c) })
}

// isForMachines knows the cells of a header row that nobody is to read.
func (k catalogue) isForMachines(cell string) bool {
	cell = strings.TrimSpace(cell)
	return slices.ContainsFunc(k, func(p *platform) bool { return p.rowForMachines.fit(cell) })
}

// isMade knows the ids of columns in which a platform says what it makes of an
// answer: "Q1 - Topics", "Q1 - Sentiment Score" beside Q1, one of ids.
func (k catalogue) isMade(id string, ids []string) bool {
	answer, made, ok := strings.Cut(id, " - ")
	if !ok || !slices.Contains(ids, answer) {
		return false
	}
	return slices.ContainsFunc(k, func(p *platform) bool {
		return slices.ContainsFunc(p.madeOfAnswers, func(field string) bool { return strings.HasPrefix(made, field) })
	})
}

// alwaysDated reports whether a platform fills the column of this name with dates.
func (k catalogue) alwaysDated(name string) bool {
	return slices.ContainsFunc(k, func(p *platform) bool { return slices.Contains(p.dated, name) })
}

// plainQuestion gives the text of a question without what platforms add to it.
func (k catalogue) plainQuestion(text string) string {
	for _, p := range k {
		for _, mark := range p.leftOut {
			text = strings.Replace(text, " "+mark, "", 1)
		}
	}
	return text
}

// isTypedLabel knows labels over what people type, and what machines are told of
// such columns.
func (k catalogue) isTypedLabel(label string) bool {
	return slices.ContainsFunc(k, func(p *platform) bool {
		return p.typedLabels.has(value.Key(label)) || p.rowForMachines.fit(strings.TrimSpace(label)) && p.typedForMachines.fit(label)
	})
}
