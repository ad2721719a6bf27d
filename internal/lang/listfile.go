package lang

import (
	"embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"verbatim/internal/value"
)

//go:embed words/*.txt words/stop/??.txt
var lists embed.FS

// readSections reads a file of words/ as value.ReadSections does. In some sections a
// line is a key and its entries:
//
//	[apart]
//	policy: policies
//
// words/README.md says what each section means.
func readSections(files fs.FS, name string, take func(section, line string) error) error {
	file, err := files.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	return value.ReadSections(name, file, take)
}

// eachEntry calls take for each entry of a line.
func eachEntry(line string, take func(entry string) error) error {
	for _, entry := range entriesOf(line) {
		if err := take(entry); err != nil {
			return err
		}
	}
	return nil
}

// entriesOf are the entries of a line; two commas hold none between them.
func entriesOf(line string) []string {
	return slices.DeleteFunc(value.Entries(line), func(entry string) bool { return entry == "" })
}

// keyed cuts a line "key: entries".
func keyed(line string) (key, entries string, err error) {
	key, entries, ok := strings.Cut(line, ":")
	if !ok {
		return "", "", fmt.Errorf("no colon after the key in %q", line)
	}
	return strings.TrimSpace(key), strings.TrimSpace(entries), nil
}
