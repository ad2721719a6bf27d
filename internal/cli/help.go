package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/report"
)

// fitHelp sets the help of all commands for a terminal of so many columns. Examples stay as they are, to be copied.
func fitHelp(root *cobra.Command, columns int) {
	root.SetUsageTemplate(strings.ReplaceAll(root.UsageTemplate(), ".FlagUsages", fmt.Sprintf(".FlagUsagesWrapped %d", columns)))
	rewrap(root, columns)
}

// rewrap breaks the lines of what is said of a command, and of those below it, anew.
func rewrap(c *cobra.Command, columns int) {
	paragraphs := strings.Split(c.Long, "\n\n")
	for i, p := range paragraphs {
		if !strings.Contains("\n"+p, "\n ") && !strings.Contains(p, "\t") { // commands are indented
			paragraphs[i] = report.Paragraphs(columns, []string{strings.ReplaceAll(p, "\n", " ")})
		}
	}
	c.Long = strings.Join(paragraphs, "\n\n")
	for _, below := range c.Commands() {
		rewrap(below, columns)
	}
}
