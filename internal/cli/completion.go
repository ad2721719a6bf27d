package cli

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"verbatim/internal/layout"
	"verbatim/internal/prose"
	"verbatim/internal/render"
	"verbatim/internal/survey"
	"verbatim/internal/term"
)

// Completion looks into the files that are named on the command line, as the
// shell asks for values of -q and --by. It gives up after a short time, so that
// a large file never makes the shell hang.

// completeFlags teaches the shell the values that flags take: fixed ones, and the questions and columns of the files that
// are named on the command line already.
// completeFlag registers the values of one flag, if the command has it.
func completeFlags(c *cobra.Command) {
	var scales, palettes []cobra.Completion
	for _, s := range layout.Scales() {
		scales = append(scales, string(s))
	}
	for _, p := range render.Palettes() {
		palettes = append(palettes, p.Name)
	}
	fixed := map[string][]cobra.Completion{
		"platform": survey.Platforms(), "encoding": survey.Encodings(), "lang": append(term.Languages(), "auto"),
		"count": {"mentions", "respondents"}, "format": {"table", "csv", "json", "markdown"},
		"scale": scales, "palette": palettes, "engine": {"exact", "wordclouds"}, "color-by": {"size", "theme", "none"},
	}
	for flag, values := range fixed {
		completeFlag(c, flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
	completeFlag(c, "question", completeQuestions)
	for _, flag := range []string{"by", "weight", "id"} {
		completeFlag(c, flag, completeColumns)
	}
	for _, sub := range c.Commands() {
		completeFlags(sub)
	}
}

func completeFlag(c *cobra.Command, flag string, f cobra.CompletionFunc) {
	if c.Flags().Lookup(flag) != nil {
		_ = c.RegisterFlagCompletionFunc(flag, f) // fails only for a flag that is not there
	}
}

// completeQuestions lists what -q takes: the open questions of the files first.
func completeQuestions(c *cobra.Command, files []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return complete(c, files, begun, func(q survey.Question) bool { return q.Kind == survey.KindOpen })
}

// completeColumns lists what --by and its like take: choices among options first.
func completeColumns(c *cobra.Command, files []string, begun string) ([]cobra.Completion, cobra.ShellCompDirective) {
	return complete(c, files, begun, func(q survey.Question) bool { return q.Kind == survey.KindSingle && len(q.Columns) == 1 })
}

// complete lists selectors that begin as typed, each with the question's text, the wanted ones first. A file that cannot
// be read, or not soon, completes nothing.
func complete(c *cobra.Command, files []string, begun string, wanted func(survey.Question) bool) ([]cobra.Completion, cobra.ShellCompDirective) {
	ctx, cancel := context.WithTimeout(cmp.Or[context.Context](c.Context(), context.Background()), 3*time.Second)
	defer cancel()
	var in []survey.Input
	for _, f := range files {
		if f != "-" {
			in = append(in, survey.File(f))
		}
	}
	if len(in) == 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	export, err := survey.Open(ctx, in, survey.Options{})
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var list []cobra.Completion
	questions := slices.Clone(export.Questions)
	slices.SortStableFunc(questions, func(a, b survey.Question) int {
		switch {
		case wanted(a) == wanted(b):
			return 0
		case wanted(a):
			return -1
		}
		return 1
	})
	for _, q := range questions {
		if s := selectorOf(export, q); strings.HasPrefix(s, begun) {
			list = append(list, cobra.CompletionWithDesc(s, fmt.Sprintf("%s (%s, %d answers)", prose.Plain(q.Text), q.Kind, q.Answered)))
		}
	}
	return list, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// selectorOf is the id of a question where that picks it and is one word, else its columns.
func selectorOf(e *survey.Export, q survey.Question) string {
	if q.ID != "" && !strings.ContainsAny(q.ID, " \t\n:'\"\\$`") {
		if found, err := e.Select(q.ID); err == nil && slices.Equal(found.Columns, q.Columns) {
			return q.ID
		}
	}
	return pick(q)
}
