package report

import (
	"path/filepath"
	"strings"

	"verbatim/internal/notice"
)

// Names are the names of files in published documents, by their paths. They must not reveal the
// folders of a machine, so a name is the last part of the path. If several files share it, their
// names have as many more parts as make them differ.
//
//	/home/ann/wave1/answers.csv  ─▶  wave1/answers.csv
//	/home/ann/wave2/answers.csv  ─▶  wave2/answers.csv
//	/home/ann/wave2/themes.csv   ─▶  themes.csv
type Names map[string]string

// NamesOf names files by their paths. It ends at 64 parts: paths that do not differ in that many
// are links or the like, and share a name.
func NamesOf(paths []string) Names {
	alike := make(map[string][]string) // different paths by their last part
	known := make(map[string]bool)
	for _, path := range paths {
		if clean := filepath.Clean(path); !known[clean] {
			known[clean] = true
			base := lastParts(path, 1)
			alike[base] = append(alike[base], path)
		}
	}
	lengths := make(map[string]int, len(alike)) // in parts
	for base, others := range alike {
		n := 1
		for ; n < 64 && !differ(others, n); n++ {
		}
		lengths[base] = n
	}
	names := make(Names, len(paths))
	for _, path := range paths {
		names[path] = lastParts(path, lengths[lastParts(path, 1)])
	}
	return names
}

// differ reports whether the last n parts tell paths from each other. They are paths of different
// files: one file may be given twice, by two paths, and has one name.
func differ(paths []string, n int) bool {
	seen := make(map[string]bool)
	for _, path := range paths {
		seen[lastParts(path, n)] = true
	}
	return len(seen) == len(paths)
}

// lastParts are the last n parts of a path, or all if it has fewer.
func lastParts(path string, n int) string {
	parts := strings.Split(strings.Trim(filepath.ToSlash(filepath.Clean(path)), "/"), "/")
	return strings.Join(parts[max(0, len(parts)-n):], "/")
}

// Of is the name of a file. A file that is not among the names, such as a list of words, goes by
// the last part of its path.
func (n Names) Of(path string) string {
	if name, known := n[path]; known || path == "" {
		return name
	}
	return lastParts(path, 1)
}

// Warnings turns warnings into their form in a document, with these names of files.
func (n Names) Warnings(ws []notice.Warning) []notice.Warning {
	out := Warnings(ws)
	for i := range out {
		out[i].File = n.Of(out[i].File)
	}
	return out
}
