package cli

import (
	"cmp"
	"embed"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
)

// groupsText says in which group the help shows each flag of any command: paragraphs of a title and the names.
//
//go:embed groups.txt
var groupsText string

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
