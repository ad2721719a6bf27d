// Package cli is the command line: it turns arguments into calls of the other
// packages, and what they return into outputs, messages and an exit status.
//
// One command is one file: an options struct, a constructor that binds the
// flags, and a short run function that reads like a table of contents.
package cli

import (
	"cmp"
	"context"
	"errors"
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/internal/console"
	"verbatim/internal/manual"
	"verbatim/internal/notice"
	"verbatim/internal/outfile"
	"verbatim/internal/prose"
)

// Streams are what a run may read and write besides files.
type Streams = console.Streams

// Run is the one way into the program:
//
//	arguments ─▶ root ─▶ command ─▶ outputs, messages ─▶ exit status
//
// Run executes the program with the given arguments (without its name) and
// returns the exit status. Errors are written to s.Err, as one line and a hint.
func Run(ctx context.Context, args []string, s Streams) int {
	out := &stickyWriter{w: s.Out}
	s.Out = out
	root := newRootCommand(&s)
	root.SetArgs(args)
	root.SetIn(s.In)
	root.SetErr(s.Err)
	err := root.ExecuteContext(ctx)
	if err == nil && out.err != nil {
		err = outfile.Failed("-", out.err) // help, of which cobra ignores errors of writing
	}
	if err == nil {
		return statusDone
	}
	return fail(ctx, &s, err)
}

// stickyWriter remembers the first error of writing.
type stickyWriter struct {
	w   io.Writer
	err error
}

// Write passes on to the writer behind it, and keeps the first error.
func (s *stickyWriter) Write(p []byte) (int, error) {
	n, err := s.w.Write(p)
	s.err = cmp.Or(s.err, err)
	return n, err
}

// newRootCommand lists every command: this is the one place to look for them.
func newRootCommand(s *Streams) *cobra.Command {
	var showVersion bool // cobra's own flag is for a template, which report/markup.go says why to avoid
	root := command("verbatim", cobra.ArbitraryArgs, func(c *cobra.Command, args []string) error {
		if showVersion {
			return s.Write(outfile.File{Path: "-", Data: []byte(versionLine())})
		}
		return unknownCommand(c, args)
	})
	root.DisableFlagsInUseLine, root.SilenceErrors, root.SilenceUsage = true, true, true
	root.SetOut(s.Out) // first: the commands of completion keep it
	root.SuggestionsMinimumDistance = 2
	root.Flags().BoolVarP(&showVersion, "version", "v", false, "version for verbatim")
	root.SetFlagErrorFunc(flagError)
	root.AddCommand(newInspectCommand(s), newTallyCommand(s), newCloudCommand(s), newChartCommand(s), newCompareCommand(s),
		newQuotesCommand(s), newCodeCommand(s), newReportCommand(s), newMergeCommand(s), newSchemaCommand(s), newDocsCommand(s), newVersionCommand(s))
	root.AddCommand(topicCommands()...)
	root.SetHelpCommand(newHelpCommand(root))
	completeFlags(root)
	root.InitDefaultCompletionCmd()
	if completion, _, err := root.Find([]string{"completion"}); err == nil {
		completion.Use, completion.Example = "completion SHELL", "  verbatim completion bash"
		completion.Args, completion.RunE = cobra.ArbitraryArgs, unknownShell
		for _, shell := range completion.Commands() {
			shell.Args = noArgs
			shell.Example = "  " + shell.CommandPath()
		}
	}
	manual.Read(groupsText).SetHelp(root, min(s.Width("-"), 100))
	return root
}

// unknownCommand is the error of arguments that are not a command.
func unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	hint := "see verbatim --help"
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		hint = "did you mean verbatim " + near[0] + "?"
	}
	return &notice.UsageError{What: "unknown command " + prose.Quoted(args[0]), Hint: hint}
}

// flagError says what is wrong with a flag, and names the nearest one if it is
// mistyped.
func flagError(c *cobra.Command, err error) error {
	if wrong, ok := errors.AsType[*notice.UsageError](err); ok { // of a choice
		return wrong
	}
	what, _, _ := strings.Cut(err.Error(), ": strconv.") // the rest is Go's
	hint := "see " + c.CommandPath() + " --help"
	if unknown, ok := errors.AsType[*pflag.NotExistError](err); ok {
		if near := nearestFlag(c, unknown.GetSpecifiedName()); near != "" {
			hint = "did you mean --" + near + "?"
		}
	}
	return &notice.UsageError{What: what, Hint: hint}
}

// nearestFlag is the flag of a command whose name is nearest to a mistyped one; "" if none is near.
func nearestFlag(c *cobra.Command, mistyped string) string {
	var names []string
	c.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	return nearest(mistyped, names)
}

// nearest is the name that takes the fewest edits to become a mistyped one, at most three and not of
// the first letter; "" if there is none. Cobra measures the distance between names of commands, so
// the names are given to it as such.
func nearest(mistyped string, names []string) string {
	all := new(cobra.Command)
	for _, name := range names {
		all.AddCommand(&cobra.Command{Use: name, Run: func(*cobra.Command, []string) {}})
	}
	for all.SuggestionsMinimumDistance = 1; all.SuggestionsMinimumDistance <= 3; all.SuggestionsMinimumDistance++ {
		for _, near := range all.SuggestionsFor(mistyped) {
			if near[0] == mistyped[0] {
				return near
			}
		}
	}
	return ""
}

// newHelpCommand shows the help of a command. A name that is not a command is an
// error.
func newHelpCommand(root *cobra.Command) *cobra.Command {
	return command("help", cobra.ArbitraryArgs, func(_ *cobra.Command, args []string) error {
		c, rest, err := root.Find(args)
		if err != nil || len(rest) > 0 {
			return unknownCommand(root, args)
		}
		return c.Help()
	})
}

// unknownShell is the error of verbatim completion without a known shell.
func unknownShell(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return c.Help()
	}
	return &notice.UsageError{Where: "completion", What: "unknown shell " + prose.Quoted(args[0]), Hint: "use bash, zsh, fish or powershell"}
}
