package cli

import (
	"slices"
	"testing"

	"github.com/spf13/cobra"
)

// Each rule is about flags that a command has: a typing error there would refuse nothing.
func TestRules(t *testing.T) {
	commands := newRootCommand(&Streams{}).Commands()
	for _, n := range slices.Concat(rules, surveyRules, tallyRules) {
		for _, name := range n.flags {
			if !slices.ContainsFunc(commands, func(c *cobra.Command) bool {
				return (n.command == "" || n.command == c.Name()) && c.Flags().Lookup(name) != nil
			}) {
				t.Errorf("no command %s has the flag --%s", n.command, name)
			}
		}
	}
}
