// Package manual shows what a command is for: its help on a terminal, with its flags in groups, and its page of
// the manual, from the same texts.
package manual

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/internal/report"
)

// A Group is a part of the list of flags in the help of a command.
type Group struct {
	Title string
	Flags []string // in the order in which they are shown
}

// Groups are the groups of all commands. The first is of the flags that
// people use first, the most used first; these stand in another group, too.
type Groups []Group

// Read reads paragraphs of a title and the names of flags.
func Read(text string) (groups Groups) {
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		title, names, _ := strings.Cut(paragraph, "\n")
		groups = append(groups, Group{title, strings.Fields(names)})
	}
	return groups
}

// Of sorts the flags of a command into groups. A long list begins with the
// first ten of those that people use first. A flag that no group names stands in
// one of its own, which a test finds.
func (all Groups) Of(flags *pflag.FlagSet) (groups Groups) {
	var left []string
	flags.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			left = append(left, f.Name)
		}
	})
	most := 0
	if len(left) > 12 {
		most = 10
	}
	for _, g := range all {
		shown := Group{Title: g.Title}
		for _, name := range g.Flags {
			if i := slices.Index(left, name); i >= 0 && len(shown.Flags) < most {
				shown.Flags, left = append(shown.Flags, name), slices.Delete(left, i, i+1)
			}
		}
		groups, most = append(groups, shown), len(left)
	}
	groups = append(groups, Group{"Other flags", left})
	return slices.DeleteFunc(groups, func(g Group) bool { return len(g.Flags) == 0 })
}

// flagHelp lists the flags of a command in groups, wrapped to so many columns; 0
// is not wrapped.
func (all Groups) flagHelp(c *cobra.Command, columns int) string {
	var b strings.Builder
	for _, g := range all.Of(c.Flags()) {
		set := pflag.NewFlagSet("", pflag.ContinueOnError)
		set.SortFlags = false
		for _, name := range g.Flags {
			shown := *c.Flags().Lookup(name)
			if shown.Value.Type() == "bool" {
				shown.Value = struct{ pflag.Value }{shown.Value} // else pflag shows "[=true|false]"
			}
			set.AddFlag(&shown)
		}
		fmt.Fprintf(&b, "\n%s:\n%s", g.Title, set.FlagUsagesWrapped(columns))
	}
	return b.String()
}

// usage is what stands below the description in the help of a command.
func (all Groups) usage(c *cobra.Command, columns int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Usage:\n  %s\n", c.UseLine())
	if c.HasExample() {
		fmt.Fprintf(&b, "\nExamples:\n%s\n", c.Example)
	}
	list := func(title string, which func(*cobra.Command) bool) {
		for _, sub := range c.Commands() {
			if which(sub) {
				fmt.Fprintf(&b, "%s  %-*s %s\n", title, sub.NamePadding(), sub.Name(), sub.Short)
				title = ""
			}
		}
	}
	list("\nCommands:\n", (*cobra.Command).IsAvailableCommand)
	list("\nHelp topics (verbatim help TOPIC):\n", (*cobra.Command).IsAdditionalHelpTopicCommand)
	b.WriteString(all.flagHelp(c, columns))
	return b.String()
}

// SetHelp has all commands print their help in our form; columns is the width of
// the terminal, 0 where there is none. Examples are never wrapped, so that they
// can be copied.
func (all Groups) SetHelp(root *cobra.Command, columns int) {
	root.SetUsageFunc(func(c *cobra.Command) error {
		_, err := fmt.Fprint(c.OutOrStderr(), all.usage(c, columns))
		return err
	})
	root.SetHelpFunc(func(c *cobra.Command, _ []string) {
		c.InitDefaultHelpFlag()
		if c.IsAdditionalHelpTopicCommand() {
			fmt.Fprint(c.OutOrStdout(), c.Long)
			return
		}
		long := cmp.Or(c.Long, c.Short)
		if columns > 0 {
			long = wrapped(long, columns)
		}
		fmt.Fprintf(c.OutOrStdout(), "%s\n\n%s", strings.TrimSpace(long), all.usage(c, columns))
	})
}

// wrapped breaks the lines of a text anew, but for paragraphs that are indented.
func wrapped(text string, columns int) string {
	paragraphs := strings.Split(text, "\n\n")
	for i, p := range paragraphs {
		if !strings.Contains("\n"+p, "\n ") && !strings.Contains(p, "\t") { // commands are indented
			paragraphs[i] = report.Paragraphs(columns, []string{strings.ReplaceAll(p, "\n", " ")})
		}
	}
	return strings.Join(paragraphs, "\n\n")
}
