package cli

import (
	"strings"
	"testing"

	"verbatim/internal/manual"

	"github.com/spf13/cobra"
)

// Every flag of every command stands in a group, and in one only; the groups
// name no flag that no command has.
func TestFlagGroups(t *testing.T) {
	known, groups := map[string]bool{}, manual.Read(groupsText)
	var visit func(c *cobra.Command)
	visit = func(c *cobra.Command) {
		c.InitDefaultHelpFlag()
		seen := map[string]bool{}
		for _, g := range groups.Of(c.Flags()) {
			if g.Title == "Other flags" {
				t.Errorf("%s: %q are in no group: write them into internal/cli/groups.txt", c.CommandPath(), g.Flags)
			}
			for _, name := range g.Flags {
				if seen[name] {
					t.Errorf("%s: --%s is shown twice", c.CommandPath(), name)
				}
				seen[name], known[name] = true, true
			}
		}
		for _, sub := range c.Commands() {
			visit(sub)
		}
	}
	root := newRootCommand(&Streams{})
	root.InitDefaultVersionFlag()
	visit(root)
	for _, g := range groups {
		for _, name := range g.Flags {
			if !known[name] {
				t.Errorf("no command has --%s, which internal/cli/groups.txt names", name)
			}
		}
	}
}

// Who adds a command and forgets its page is told which file to write.
func TestPageIsMissing(t *testing.T) {
	defer func() {
		if said, _ := recover().(string); !strings.Contains(said, "write internal/cli/help/words.txt") {
			t.Errorf("a command without a page: %q", said)
		}
	}()
	command("words", filesNeeded, nil)
}
