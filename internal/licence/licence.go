// Package licence holds the licences and notices of everything that is linked into verbatim. They ask to be passed on
// with the program, whole.
//
// The text is made by the test of this package. Where it fails, a module has come, gone or changed its terms:
//
//	UPDATE=1 go test ./internal/licence
package licence

import (
	_ "embed"
	"slices"
	"strings"
)

// stored has each text once, below the names of all that it belongs to:
//
//	=== golang.org/x/image
//	=== golang.org/x/text
//
//	Copyright 2009 The Go Authors.
//	…
//
//go:embed notices.txt
var stored string

// nameMark begins a line with a name; no line of a licence begins with it.
const nameMark = "=== "

// Notices gives the licences and notices of Go's library and of every module that a build of verbatim links on any
// system, with or without the dictionaries of -tags cjk: in the order of their names, each below its name.
func Notices() string {
	var notices, names []string
	var text strings.Builder
	finish := func() {
		for _, name := range names {
			notices = append(notices, name+"\n\n"+strings.Trim(text.String(), "\n")+"\n")
		}
		names = nil
		text.Reset()
	}
	for line := range strings.Lines(stored) {
		name, isName := strings.CutPrefix(line, nameMark)
		if isName && text.Len() > 0 {
			finish()
		}
		if isName {
			names = append(names, strings.TrimSpace(name))
		} else {
			text.WriteString(line)
		}
	}
	finish()
	slices.Sort(notices)
	return strings.Join(notices, "\n"+strings.Repeat("-", 80)+"\n\n")
}
