package term

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed lang/*.txt lang/stop/??.txt
var lists embed.FS

// readSections reads a file of lang/ and hands on each entry line with the
// section that it is in. All files there have this one form:
//
//	# a comment, up to the end of the line
//	[stop]                   ◀─ begins a section
//	the, and, of             ◀─ entries, one or several on a line
//	[apart]
//	policy: policies         ◀─ in some sections a key and its entries
//
// lang/README.md says what each section means. An error names the file and the
// line. A take that returns fs.SkipAll ends the reading.
func readSections(files fs.FS, name string, take func(section, line string) error) error {
	text, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	section, number := "", 0
	for line := range strings.Lines(string(text)) {
		number++
		line, _, _ = strings.Cut(line, "#")
		line = strings.TrimSpace(line)
		switch {
		case line == "":
			continue
		case line[0] == '[':
			section, err = sectionName(line)
		default:
			err = take(section, line)
		}
		if err == fs.SkipAll {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s:%d: %w", name, number, err)
		}
	}
	return nil
}

// sectionName is the name in a line "[name]".
func sectionName(line string) (string, error) {
	name, ok := strings.CutSuffix(line[1:], "]")
	if !ok {
		return "", fmt.Errorf("section without an end: %q", line)
	}
	return name, nil
}

// eachEntry calls take for each entry of a line. A comma at the end of a line is
// no entry.
func eachEntry(line string, take func(entry string) error) error {
	for more := true; more; {
		var entry string
		entry, line, more = strings.Cut(line, ",")
		if entry = strings.TrimSpace(entry); entry == "" {
			continue
		}
		if err := take(entry); err != nil {
			return err
		}
	}
	return nil
}

// entriesOf are the entries of a line.
func entriesOf(line string) (entries []string) {
	eachEntry(line, func(entry string) error { entries = append(entries, entry); return nil })
	return entries
}

// keyed cuts a line "key: entries".
func keyed(line string) (key, entries string, err error) {
	key, entries, ok := strings.Cut(line, ":")
	if !ok {
		return "", "", fmt.Errorf("no colon after the key in %q", line)
	}
	return strings.TrimSpace(key), strings.TrimSpace(entries), nil
}
