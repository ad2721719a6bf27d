// Package platforms is what is known of survey platforms: a file NAME.txt for each, which the README.md beside
// it describes. Adding a platform is adding its file.
package platforms

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"verbatim/internal/value"
)

// Files are the files of all platforms, by their names.
//
//go:embed *.txt
var Files embed.FS

// Names lists the names of all platforms. Every start of the program needs them.
var Names = sync.OnceValue(func() []string { return namesIn(Files) })

// namesIn lists the files in the order in which they are tried, which their
// [order] gives: the surest sign first, and last what holds of any table.
func namesIn(files fs.FS) (names []string) {
	order := map[string]string{}
	paths, _ := fs.Glob(files, "*.txt")
	for _, path := range paths {
		name := strings.TrimSuffix(path, ".txt")
		_, order[name], _ = strings.Cut(text(files, name), "[order]\n")
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(order[a], order[b]) })
	return names
}

// text is the file of a platform; "" without one.
func text(files fs.FS, name string) string {
	data, _ := fs.ReadFile(files, name+".txt")
	return string(data)
}

// A List is the platforms that an export may be from.
type List []*Platform

// Known reads the files once.
var Known = sync.OnceValue(func() List { return Read(Files) })

// Read panics where a file has a mistake: TestPlatformFiles names them all.
func Read(files fs.FS) (k List) {
	base := newPlatform(Generic, text(files, Generic), nil)
	for _, name := range namesIn(files) {
		k = append(k, newPlatform(name, text(files, name), base))
	}
	return k
}

// ByName gives the platform of a name; nil: there is none.
func (k List) ByName(name string) *Platform {
	for _, p := range k {
		if p.Name == name {
			return p
		}
	}
	return nil
}

// What follows is asked of header cells before the platform is known, and so of all of them.

// IsResponseLabel knows what stands under a question of one column.
func (k List) IsResponseLabel(cell string) bool {
	c := value.Key(cell)
	return c != "" && slices.ContainsFunc(k, func(p *Platform) bool { return p.labels.Has(c) })
}

// IsForMachines knows the cells of a header row that nobody is to read.
func (k List) IsForMachines(cell string) bool {
	cell = strings.TrimSpace(cell)
	return slices.ContainsFunc(k, func(p *Platform) bool { return p.rowForMachines.Fit(cell) })
}

// IsMade knows the ids of columns in which a platform says what it makes of an
// answer: "Q1 - Topics", "Q1 - Sentiment Score" beside Q1, one of ids.
func (k List) IsMade(id string, ids []string) bool {
	answer, made, ok := strings.Cut(id, " - ")
	// The ids come last: there may be thousands, and few columns have such a name.
	return ok && slices.ContainsFunc(k, func(p *Platform) bool {
		return slices.ContainsFunc(p.MadeOfAnswers, func(field string) bool { return strings.HasPrefix(made, field) })
	}) && slices.Contains(ids, answer)
}

// AlwaysDated reports whether a platform fills the column of this name with dates.
func (k List) AlwaysDated(name string) bool {
	return slices.ContainsFunc(k, func(p *Platform) bool { return slices.Contains(p.dated, name) })
}

// PlainQuestion gives the text of a question without what platforms add to it.
func (k List) PlainQuestion(text string) string {
	for _, p := range k {
		for _, mark := range p.leftOut {
			text = strings.Replace(text, " "+mark, "", 1)
		}
	}
	return text
}

// IsTypedLabel knows labels over what people type, and what machines are told of
// such columns.
func (k List) IsTypedLabel(label string) bool {
	key := value.Key(label)
	return slices.ContainsFunc(k, func(p *Platform) bool {
		return p.typedLabels.Has(key) || p.rowForMachines.Fit(strings.TrimSpace(label)) && p.typedForMachines.Fit(label)
	})
}
