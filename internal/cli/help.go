package cli

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
	"verbatim/internal/report"
)

// A flagGroup is a part of the list of flags in the help of a command.
type flagGroup struct {
	title string
	flags []string // in the order in which they are shown
}

// groupsText says in which group the help shows each flag of any command:
// paragraphs of a title and the names.
//
//go:embed groups.txt
var groupsText string

// flagGroups are the groups of all commands. The first is of the flags that
// people use first, the most used first; these stand in another group, too.
func flagGroups() (groups []flagGroup) {
	for paragraph := range strings.SplitSeq(groupsText, "\n\n") {
		title, names, _ := strings.Cut(paragraph, "\n")
		groups = append(groups, flagGroup{title, strings.Fields(names)})
	}
	return groups
}

// groupsOf sorts the flags of a command into groups. A long list begins with the
// first ten of those that people use first. A flag that no group names stands in
// one of its own, which a test finds.
func groupsOf(flags *pflag.FlagSet) (groups []flagGroup) {
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
	for _, g := range flagGroups() {
		shown := flagGroup{title: g.title}
		for _, name := range g.flags {
			if i := slices.Index(left, name); i >= 0 && len(shown.flags) < most {
				shown.flags, left = append(shown.flags, name), slices.Delete(left, i, i+1)
			}
		}
		groups, most = append(groups, shown), len(left)
	}
	groups = append(groups, flagGroup{"Other flags", left})
	return slices.DeleteFunc(groups, func(g flagGroup) bool { return len(g.flags) == 0 })
}

// flagHelp lists the flags of a command in groups, wrapped to so many columns; 0
// is not wrapped.
func flagHelp(c *cobra.Command, columns int) string {
	var b strings.Builder
	for _, g := range groupsOf(c.Flags()) {
		set := pflag.NewFlagSet("", pflag.ContinueOnError)
		set.SortFlags = false
		for _, name := range g.flags {
			shown := *c.Flags().Lookup(name)
			if shown.Value.Type() == "bool" {
				shown.Value = struct{ pflag.Value }{shown.Value} // else pflag shows "[=true|false]"
			}
			set.AddFlag(&shown)
		}
		fmt.Fprintf(&b, "\n%s:\n%s", g.title, set.FlagUsagesWrapped(columns))
	}
	return b.String()
}

// usage is what stands below the description in the help of a command.
func usage(c *cobra.Command, columns int) string {
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
	b.WriteString(flagHelp(c, columns))
	return b.String()
}

// setHelp has all commands print their help in our form; columns is the width of
// the terminal, 0 where there is none. Examples are never wrapped, so that they
// can be copied.
func setHelp(root *cobra.Command, columns int) {
	root.SetUsageFunc(func(c *cobra.Command) error {
		_, err := fmt.Fprint(c.OutOrStderr(), usage(c, columns))
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
		fmt.Fprintf(c.OutOrStdout(), "%s\n\n%s", strings.TrimSpace(long), usage(c, columns))
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

// pages are the texts of the help, one file for each command and topic.
//
// A topic begins with its title. A command begins with its usage and what it does
// in a line, and ends with its examples:
//
//	cloud FILE... -o FILE
//	Draw a word cloud, each word sized by how often it appears
//
//	cloud draws the terms of one question. …
//
//	Examples:
//	  verbatim cloud testdata/partnerships.csv -o cloud.png
//
// TestTopics and TestExamples run the commands that they show.
//
//go:embed help/*.txt
var pages embed.FS

// page reads the text of a command or topic. A new one begins with its text.
func page(name string) string {
	text, err := pages.ReadFile("help/" + name + ".txt")
	if err != nil {
		panic("help has no " + name + ": write internal/cli/help/" + name + ".txt")
	}
	return string(text)
}

// command makes a command that is described in its page.
func command(name string, args cobra.PositionalArgs, run func(*cobra.Command, []string) error) *cobra.Command {
	text, examples, _ := strings.Cut(page(name), "\n\nExamples:\n")
	head, long, _ := strings.Cut(text, "\n\n")
	use, short, _ := strings.Cut(head, "\n")
	return &cobra.Command{
		Use: use, Short: short, Long: cmp.Or(long, short+".") + "\n\n" + exitStatusHelp, Example: strings.TrimRight(examples, "\n"),
		Args: args, RunE: run, PreRunE: func(c *cobra.Command, _ []string) error { return checkRules(c.Flags(), rules, isGiven) },
	}
}

// noArgs refuses words after a command that takes none.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return &notice.UsageError{Where: c.Name(), What: "takes no " + prose.Quoted(args[0]), Hint: "see " + c.CommandPath() + " --help"}
	}
	return nil
}

// filesNeeded checks that a command got at least one file.
func filesNeeded(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return &notice.UsageError{Where: c.Name(), What: "no file given", Hint: "usage: " + c.UseLine() + "; - reads standard input"}
	}
	return givenOnce(args)
}

// givenOnce refuses a file that is given twice.
func givenOnce(files []string) error {
	if name := outfile.Repeated(files); name != "" {
		return &notice.UsageError{Where: name, What: "given twice", Hint: "each respondent would count twice"}
	}
	return nil
}

// topicCommands makes a command without a function of each topic, which is what
// cobra takes for a help topic. The topic on merging is the help of merge.
func topicCommands() (list []*cobra.Command) {
	for _, name := range []string{"counting", "formats", "privacy", "status"} {
		text := page(name)
		title, _, _ := strings.Cut(text, "\n")
		list = append(list, &cobra.Command{Use: name, Short: title, Long: text})
	}
	return list
}
