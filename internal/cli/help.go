package cli

import (
	"cmp"
	"embed"
	"fmt"
	"slices"
	"strings"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/report"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// A flagGroup is a part of the list of flags in the help of a command.
type flagGroup struct {
	title string
	flags []string // in the order in which they are shown
}

// flagGroups says where each flag of any command stands in its help. The first
// ten that a command has of usedMost come first.
var flagGroups = []flagGroup{
	{"What is read", []string{"question", "platform", "encoding", "delimiter", "header-rows", "samples"}},
	{"Who is counted", []string{"where", "by", "weight", "id", "finished", "population", "intervals", "redact", "suppress"}},
	{"What a term is", []string{
		"lang", "themes", "theme", "synonyms", "phrase", "phrases", "split", "whole", "keep", "drop", "stopwords", "no-stopwords",
		"no-stem", "set-aside", "keep-nonanswers", "count", "min-count", "explain", "suggest-merges"}},
	{"The picture", []string{
		"size", "title", "scale", "shape", "palette", "color-by", "background", "any-color", "font", "system-fonts", "max-words",
		"of", "rotate", "key", "no-caption", "dpi", "engine"}},
	{"Outputs and messages", []string{
		"output", "format", "top", "layout", "alt", "quotes", "sample", "seed", "width", "man", "fonts", "licences", "hash",
		"strict", "quiet", "github", "no-progress", "no-color", "workers", "help", "version"}},
}

// usedMost are the flags that people use first, the most used first.
var usedMost = []string{
	"question", "output", "themes", "by", "where", "count", "top", "size", "title", "suppress", "lang", "phrase", "drop", "finished",
	"quotes", "sample", "id", "weight", "format",
}

// groupsOf sorts the flags of a command into groups with a title each. A flag
// that the table does not know stands in a group of its own, which a test finds.
func groupsOf(flags *pflag.FlagSet) []flagGroup {
	var left []string
	flags.VisitAll(func(f *pflag.Flag) {
		if !f.Hidden {
			left = append(left, f.Name)
		}
	})
	take := func(names []string, most int) (taken []string) {
		for _, name := range names {
			if i := slices.Index(left, name); i >= 0 && len(taken) < most {
				taken, left = append(taken, name), slices.Delete(left, i, i+1)
			}
		}
		return taken
	}
	var groups []flagGroup
	if len(left) > 12 {
		groups = append(groups, flagGroup{"Used most", take(usedMost, 10)})
	}
	for _, g := range flagGroups {
		groups = append(groups, flagGroup{g.title, take(g.flags, len(left))})
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
			set.AddFlag(c.Flags().Lookup(name))
		}
		// A switch is given without a value; the spaces keep the columns.
		const values = "[=true|false]"
		text := strings.ReplaceAll(set.FlagUsagesWrapped(columns), values, strings.Repeat(" ", len(values)))
		fmt.Fprintf(&b, "\n%s:\n%s", g.title, text)
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

// page reads the text of a command or topic.
func page(name string) string {
	text, err := pages.ReadFile("help/" + name + ".txt")
	if err != nil {
		panic(err) // it is embedded
	}
	return string(text)
}

// command makes a command that is described in its page.
func command(name string, args cobra.PositionalArgs, run func(*cobra.Command, []string) error) *cobra.Command {
	text, examples, _ := strings.Cut(page(name), "\n\nExamples:\n")
	head, long, _ := strings.Cut(text, "\n\n")
	use, short, _ := strings.Cut(head, "\n")
	return &cobra.Command{
		Use: use, Short: short, Long: strings.TrimSpace(long + "\n\n" + exitStatusHelp), Example: strings.TrimRight(examples, "\n"),
		Args: args, RunE: run,
	}
}

// noArgs refuses words after a command that takes none.
func noArgs(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return &notice.UsageError{Where: c.Name(), What: "takes no " + quoted(args[0]), Hint: "see " + c.CommandPath() + " --help"}
	}
	return nil
}

// filesNeeded checks that a command got at least one file.
func filesNeeded(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return &notice.UsageError{Where: c.Name(), What: "no file given", Hint: "usage: " + c.UseLine() + "; - reads standard input"}
	}
	for i, name := range args {
		if err := outfile.Distinct(name, args[:i]); err != nil {
			return &notice.UsageError{Where: name, What: "given twice", Hint: "each respondent would count twice"}
		}
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
