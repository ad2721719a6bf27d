package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/internal/lang"
	"verbatim/internal/prose"
	"verbatim/internal/survey"
)

// Completion looks into the files that are named on the command line, as the shell
// asks for values of -q and --by. It gives up after a short time, so that a large
// file never makes the shell hang. Nothing is written to standard error, since it
// would appear in the middle of the typed line.

// encodings offers the encodings. Their list is read only now.
func encodings(*cobra.Command, []string, string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return survey.Encodings(), cobra.ShellCompDirectiveNoFileComp
}

// completeFlags tells the shell the values that flags take: words of a list, and
// the questions and columns of the files already named.
func completeFlags(c *cobra.Command) {
	words := func(list []string) cobra.CompletionFunc {
		return cobra.FixedCompletions(list, cobra.ShellCompDirectiveNoFileComp)
	}
	known := map[string]cobra.CompletionFunc{
		"platform": words(survey.Platforms()), "lang": words(append(lang.Languages(), "auto")), "palette": words(paletteNames()), "encoding": encodings,
		"question": questions(isOpen), "by": questions(isChoice), "weight": questions(isChoice), "id": questions(isChoice),
	}
	c.Flags().VisitAll(func(f *pflag.Flag) {
		complete := known[f.Name]
		if choice, ok := f.Value.(*choice); ok && !choice.free() {
			complete = words(choice.words)
		}
		if complete != nil {
			_ = c.RegisterFlagCompletionFunc(f.Name, complete) // fails only for a flag that is not there
		}
	})
	for _, sub := range c.Commands() {
		completeFlags(sub)
	}
}

// isOpen and isChoice report which questions the shell offers first: for -q those
// with answers to count, for --by and similar flags those that make groups.
func isOpen(q survey.Question) bool   { return q.Kind == survey.KindOpen }
func isChoice(q survey.Question) bool { return q.Kind == survey.KindSingle && len(q.Columns) == 1 }

// questions completes selectors of the files that are named, each with the
// question's text, the wanted ones first.
func questions(wanted func(survey.Question) bool) cobra.CompletionFunc {
	return func(c *cobra.Command, files []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
		list := selectors(c, files, begun, wanted)
		return list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// selectors lists the selectors that begin with the typed text. A file that cannot
// be read, or not quickly, has none.
func selectors(c *cobra.Command, files []string, begun string, wanted func(survey.Question) bool) []cobra.Completion {
	ctx, cancel := context.WithTimeout(cmp.Or[context.Context](c.Context(), context.Background()), 3*time.Second)
	defer cancel()
	var in []survey.Input
	for _, f := range files {
		if f != "-" {
			in = append(in, survey.File(f))
		}
	}
	if len(in) == 0 {
		return nil
	}
	export, err := survey.Open(ctx, in, survey.Options{})
	if err != nil {
		return nil
	}
	var first, rest []cobra.Completion
	for _, q := range export.Questions {
		s := selectorOf(export, q)
		if !strings.HasPrefix(s, begun) {
			continue
		}
		completion := cobra.CompletionWithDesc(s, fmt.Sprintf("%s (%s, %d answers)", prose.Plain(q.Text), q.Kind, q.Answered))
		if wanted(q) {
			first = append(first, completion)
		} else {
			rest = append(rest, completion)
		}
	}
	return append(first, rest...)
}

// selectorOf is the id of a question if that picks it and is one word, else its columns.
func selectorOf(e *survey.Export, q survey.Question) string {
	if q.ID != "" && !strings.ContainsAny(q.ID, " \t\n:'\"\\$`") {
		if found, err := e.Select(q.ID); err == nil && slices.Equal(found.Columns, q.Columns) {
			return q.ID
		}
	}
	return pick(q)
}
