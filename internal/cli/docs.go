package cli

import (
	"os"

	"github.com/spf13/cobra"

	"verbatim/internal/manual"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
)

// newDocsCommand writes manual pages from the same texts as the help, so that
// the two cannot differ. Pages are written like every other output: all of them
// or none.
func newDocsCommand(s *Streams) *cobra.Command {
	var dir string
	c := command("docs", noArgs, func(c *cobra.Command, _ []string) error {
		if dir == "" {
			return &notice.UsageError{Where: "docs", What: "no folder given", Hint: "for example verbatim docs --man man1"}
		}
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return outfile.Failed(dir, err)
		}
		return s.Write(manual.Read(groupsText).Pages(c.Root(), dir)...)
	})
	c.Flags().StringVar(&dir, "man", "", "write the pages into the folder `DIR`")
	return c
}
