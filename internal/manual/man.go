package manual

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/internal/outfile"
)

// Pages lists the page of a command and of all below it. They bear no date: the same program
// writes the same pages.
func (all Groups) Pages(c *cobra.Command, dir string) []outfile.File {
	pages := []outfile.File{{Path: filepath.Join(dir, nameOf(c)+".1"), Data: []byte(all.page(c))}}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() && !sub.IsAdditionalHelpTopicCommand() {
			pages = append(pages, all.Pages(sub, dir)...)
		}
	}
	return pages
}

// nameOf is the name of a page: verbatim-cloud.
func nameOf(c *cobra.Command) string { return strings.ReplaceAll(c.CommandPath(), " ", "-") }

// page is the page of a command in the macros of man(7), with its flags in the groups of the help.
func (all Groups) page(c *cobra.Command) string {
	c.InitDefaultHelpFlag()
	var b strings.Builder
	name := nameOf(c)
	fmt.Fprintf(&b, ".TH \"%s\" \"1\" \"\" \"verbatim\" \"verbatim manual\"\n", strings.ToUpper(name))
	fmt.Fprintf(&b, ".SH NAME\n%s \\- %s\n.SH SYNOPSIS\n%s\n.SH DESCRIPTION\n", roff(name), roff(c.Short), roff(c.UseLine()))
	for paragraph := range strings.SplitSeq(strings.TrimSpace(cmp.Or(c.Long, c.Short)), "\n\n") {
		fmt.Fprintf(&b, ".PP\n%s\n", kept(paragraph))
	}
	if c.HasExample() {
		fmt.Fprintf(&b, ".SH EXAMPLES\n%s\n", kept(c.Example))
	}
	for _, g := range all.Of(c.Flags()) {
		fmt.Fprintf(&b, ".SH %s\n", strings.ToUpper(g.Title))
		for _, name := range g.Flags {
			b.WriteString(flagEntry(c.Flags().Lookup(name)))
		}
	}
	var other []string
	if c.HasParent() {
		other = append(other, nameOf(c.Parent()))
	}
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			other = append(other, nameOf(sub))
		}
	}
	fmt.Fprintf(&b, ".SH SEE ALSO\n%s(1)\n", roff(strings.Join(other, "(1), ")))
	return b.String()
}

// flagEntry is the entry of a flag: its names and what it takes, what it is for and what it is
// where it is not given. A text that speaks of a default is that of a flag whose own is empty.
func flagEntry(f *pflag.Flag) string {
	value, about := pflag.UnquoteUsage(f)
	if f.Value.Type() == "bool" {
		value = ""
	}
	if !slices.Contains([]string{"", "0", "[]", "false"}, f.DefValue) {
		about += " (default " + f.DefValue + ")"
	}
	names := "--" + f.Name
	if f.Shorthand != "" {
		names = "-" + f.Shorthand + ", " + names
	}
	return fmt.Sprintf(".TP\n.B %s\n%s\n", roff(strings.TrimSpace(names+" "+value)), roff(about))
}

// kept is a text for a page. What is indented keeps its lines.
func kept(text string) string {
	if strings.Contains("\n"+text, "\n ") {
		return ".nf\n" + roff(text) + "\n.fi"
	}
	return roff(text)
}

// roff is a text without what man takes for commands: backslashes, and dots and quotes at the
// beginning of a line. A hyphen stays one, so that a flag can be copied.
func roff(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "\n.", "\n\\&.", "\n'", "\n\\&'").Replace("\n" + text)
	return text[1:]
}
