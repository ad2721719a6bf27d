package cli

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/schema"
)

// newSchemaCommand prints the schema of a document, or lists the documents.
func newSchemaCommand(s *Streams) *cobra.Command {
	var output string
	c := command("schema", cobra.ArbitraryArgs, func(_ *cobra.Command, names []string) error {
		return runSchema(s, names, output)
	})
	c.Flags().VarP((*oneFile)(&output), "output", "o", "write to `FILE` (.json) instead of standard output")
	for _, d := range schema.Documents() {
		c.ValidArgs = append(c.ValidArgs, cobra.CompletionWithDesc(d.Name, d.About))
	}
	return c
}

// runSchema writes the schema of the one document that is named, or what documents there are.
func runSchema(s *Streams, names []string, output string) error {
	var known []string
	var list, text []byte
	for _, d := range schema.Documents() {
		about, _, _ := strings.Cut(d.About, ". ")
		known, list = append(known, d.Name), fmt.Appendf(list, "%-10s %s\n", d.Name, strings.TrimSuffix(about, "."))
		if slices.Contains(names, d.Name) {
			text = d.Text()
		}
	}
	extension := strings.ToLower(filepath.Ext(output))
	switch {
	case len(names) == 0 && output == "":
		return s.Write(outfile.File{Path: "-", Data: list})
	case len(names) != 1:
		return &notice.UsageError{Where: "schema", What: fmt.Sprintf("%d documents are named, not one", len(names)), Hint: "verbatim schema lists them"}
	case text == nil:
		return &notice.UsageError{Where: "schema", What: "unknown document " + prose.Quoted(names[0]), Hint: nearestOr(names[0], known)}
	case extension != "" && extension != ".json":
		return &notice.UsageError{Where: output, What: "a schema is no " + extension + " file", Hint: "use .json"}
	}
	return s.Write(outfile.File{Path: cmp.Or(output, "-"), Data: text})
}

// nearestOr is the hint for a mistyped name: the nearest that is known or, if none is near, all.
func nearestOr(mistyped string, known []string) string {
	if near := nearest(mistyped, known); near != "" {
		return "did you mean verbatim schema " + near + "?"
	}
	return "there are " + strings.Join(known, ", ")
}
