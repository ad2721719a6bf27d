package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

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
		pages, err := manualPages(c.Root(), dir)
		if err != nil {
			return err
		}
		return s.write(pages...)
	})
	c.Flags().StringVar(&dir, "man", "", "write the pages into the folder `DIR`")
	return c
}

// manualPages lists the page of a command and of all below it. They bear no date: the same program
// writes the same pages.
func manualPages(c *cobra.Command, dir string) ([]outfile.File, error) {
	c.DisableAutoGenTag = true
	header := &doc.GenManHeader{Section: "1", Source: "verbatim", Manual: "verbatim manual", Date: &time.Time{}}
	var page bytes.Buffer
	if err := doc.GenMan(c, header, &page); err != nil {
		return nil, err
	}
	const noDate = `"Jan 0001"`
	name := strings.ReplaceAll(c.CommandPath(), " ", "-") + ".1"
	pages := []outfile.File{{Path: filepath.Join(dir, name), Data: bytes.Replace(page.Bytes(), []byte(noDate), []byte(`""`), 1)}}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() && !sub.IsAdditionalHelpTopicCommand() {
			more, err := manualPages(sub, dir)
			if err != nil {
				return nil, err
			}
			pages = append(pages, more...)
		}
	}
	return pages, nil
}
