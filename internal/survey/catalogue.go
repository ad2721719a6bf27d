package survey

import (
	"embed"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"verbatim/internal/rows"
	"verbatim/internal/value"
)

//go:embed platforms/*.txt
var platformFiles embed.FS

// Platforms lists the names that Options.Platform takes. Every start of the program needs them.
var Platforms = sync.OnceValue(func() []string { return platformNames(platformFiles) })

// platformNames lists the files in platforms/ in the order in which they are tried, which their
// [order] gives: the surest sign first, and last what holds of any table.
func platformNames(files fs.FS) (names []string) {
	order := map[string]string{}
	paths, _ := fs.Glob(files, "platforms/*.txt")
	for _, path := range paths {
		name := strings.TrimSuffix(path[len("platforms/"):], ".txt")
		_, order[name], _ = strings.Cut(platformText(files, name), "[order]\n")
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int { return strings.Compare(order[a], order[b]) })
	return names
}

func platformText(files fs.FS, name string) string {
	text, _ := fs.ReadFile(files, "platforms/"+name+".txt")
	return string(text)
}

// A catalogue is the platforms that an export may be from.
type catalogue []*platform

// knownPlatforms reads the files once.
var knownPlatforms = sync.OnceValue(func() catalogue { return newCatalogue(platformFiles) })

// newCatalogue panics where a file has a mistake: TestPlatformFiles names them all.
func newCatalogue(files fs.FS) (k catalogue) {
	base := newPlatform(generic, platformText(files, generic), nil)
	for _, name := range platformNames(files) {
		k = append(k, newPlatform(name, platformText(files, name), base))
	}
	return k
}

// byName gives the platform of a name; nil: there is none.
func (k catalogue) byName(name string) *platform {
	for _, p := range k {
		if p.name == name {
			return p
		}
	}
	return nil
}

// What follows is asked of header cells before the platform is known, and so of all of them.

// isResponseLabel knows what stands under a question of one column.
func (k catalogue) isResponseLabel(cell string) bool {
	c := value.Key(cell)
	return c != "" && slices.ContainsFunc(k, func(p *platform) bool { return p.labels.Has(c) })
}

// titles is what shows that a record is no title above the header.
func (k catalogue) titles() rows.Known {
	return rows.Known{Label: k.isResponseLabel, Meta: k.byName(generic).isMeta}
}

// isForMachines knows the cells of a header row that nobody is to read.
func (k catalogue) isForMachines(cell string) bool {
	cell = strings.TrimSpace(cell)
	return slices.ContainsFunc(k, func(p *platform) bool { return p.rowForMachines.Fit(cell) })
}

// isMade knows the ids of columns in which a platform says what it makes of an
// answer: "Q1 - Topics", "Q1 - Sentiment Score" beside Q1, one of ids.
func (k catalogue) isMade(id string, ids []string) bool {
	answer, made, ok := strings.Cut(id, " - ")
	// The ids come last: there may be thousands, and few columns have such a name.
	return ok && slices.ContainsFunc(k, func(p *platform) bool {
		return slices.ContainsFunc(p.madeOfAnswers, func(field string) bool { return strings.HasPrefix(made, field) })
	}) && slices.Contains(ids, answer)
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
	key := value.Key(label)
	return slices.ContainsFunc(k, func(p *platform) bool {
		return p.typedLabels.Has(key) || p.rowForMachines.Fit(strings.TrimSpace(label)) && p.typedForMachines.Fit(label)
	})
}
