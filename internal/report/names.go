package report

import (
	"path/filepath"
	"slices"
	"strings"

	"verbatim/internal/notice"
)

// Names are what files are called in what is published, which tells no folder of the machine: by the last part of the
// path, and where several files share that, by as many more as tell them apart.
//
//	/home/ann/wave1/answers.csv  ─▶  wave1/answers.csv
//	/home/ann/wave2/answers.csv  ─▶  wave2/answers.csv
//	/home/ann/wave2/themes.csv   ─▶  themes.csv
type Names map[string]string

// NamesOf names files by their paths.
func NamesOf(paths []string) Names {
	alike := make(map[string][]string) // different paths by their last part
	for _, path := range paths {
		base := lastParts(path, 1)
		if !slices.ContainsFunc(alike[base], func(other string) bool { return filepath.Clean(path) == filepath.Clean(other) }) {
			alike[base] = append(alike[base], path)
		}
	}
	names := make(Names, len(paths))
	for _, path := range paths {
		n := 1
		for others := alike[lastParts(path, 1)]; n < 64 && !apart(others, n); n++ {
		}
		names[path] = lastParts(path, n)
	}
	return names
}

// apart tells whether the last n parts tell paths from each other.
func apart(paths []string, n int) bool {
	seen := make(map[string]bool)
	for _, path := range paths {
		seen[lastParts(path, n)] = true
	}
	return len(seen) == len(paths)
}

// lastParts is the end of a path: n parts of it, or all that it has.
func lastParts(path string, n int) string {
	parts := strings.Split(strings.Trim(filepath.ToSlash(filepath.Clean(path)), "/"), "/")
	return strings.Join(parts[max(0, len(parts)-n):], "/")
}

// Of is the name of a file; of one that was not named before, the last part of its path.
func (n Names) Of(path string) string {
	if name, known := n[path]; known || path == "" {
		return name
	}
	return lastParts(path, 1)
}

// All are the names of files.
func (n Names) All(paths []string) []string {
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = n.Of(path)
	}
	return names
}

// Warnings turns the warnings of a survey into those of a document, as Warnings does, with these names.
func (n Names) Warnings(ws []notice.Warning) []Warning {
	out := Warnings(ws)
	for i := range out {
		out[i].File = n.Of(out[i].File)
	}
	return out
}
