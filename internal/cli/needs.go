package cli

import (
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"verbatim/internal/notice"
	"verbatim/internal/render"
	"verbatim/internal/report"
)

// A need is what a flag refines. Without that the flag would change nothing, and say nothing.
type need struct {
	command string   // that has the need; "" is every command with the flag
	flags   []string // each of them needs it
	value   string   // of the flag that needs it; "" is any
	of      string   // what is refined, as the error names it
	met     func(f *pflag.FlagSet) bool
	add     string // what the hint says to add
}

// needs are the flags that only refine what another flag asks for. Those that have a meaning beside a default (--seed), or
// that allow or forbid something (--allow-names, --redact, --suppress), are not among them.
var needs = []need{
	{"", []string{"population"}, "", "--intervals", given("intervals"), "--intervals"},
	{"", []string{"theme"}, "", "--themes", given("themes"), "--themes FILE"},
	{"", []string{"of", "color-by"}, "theme", "--themes", given("themes"), "--themes FILE"},
	{"", []string{"of"}, "themes", "--themes", given("themes"), "--themes FILE"},
	{"", []string{"hash"}, "", "JSON", writes(report.JSON, ".json"), "--format json or -o FILE.json"},
	{"compare", []string{"size", "title", "palette", "background", "any-color", "font", "system-fonts", "no-caption", "dpi", "alt"}, "",
		"a picture", pictured, "-o FILE" + render.Formats()[0].Extension},
	{"report", []string{"palette"}, "", "HTML", writes(report.HTML, ".html", ".htm", "-"), "-o FILE.html"},
	{"", []string{"dpi"}, "", "a PNG", writes("", ".png", "-"), "-o FILE.png"},
	{"", []string{"any-color"}, "", "--palette or --background", given("palette", "background"), "one of them"},
}

// checkNeeds refuses, before anything is read, a flag that would change nothing.
func checkNeeds(c *cobra.Command) error {
	f := c.Flags()
	for _, n := range needs {
		for _, name := range n.flags {
			flag := f.Lookup(name)
			concerned := isOn(flag) && (n.command == "" || n.command == c.Name()) && (n.value == "" || n.value == flag.Value.String())
			if concerned && !n.met(f) {
				return &notice.UsageError{Where: strings.TrimSpace("--" + name + " " + n.value), What: "changes nothing without " + n.of, Hint: "add " + n.add}
			}
		}
	}
	return nil
}

// given is met by any of a few flags.
func given(names ...string) func(*pflag.FlagSet) bool {
	return func(f *pflag.FlagSet) bool {
		return slices.ContainsFunc(names, func(name string) bool { return isOn(f.Lookup(name)) })
	}
}

// isOn reports whether a flag is given, and neither empty nor false.
func isOn(flag *pflag.Flag) bool {
	return flag != nil && flag.Changed && flag.Value.String() != "" && flag.Value.String() != "false"
}

// writes is met by --format, or by an output with one of these endings. "-" is the ending of standard output as it is
// without --format.
func writes(format report.Format, endings ...string) func(*pflag.FlagSet) bool {
	return func(f *pflag.FlagSet) bool {
		asked := ""
		if flag := f.Lookup("format"); flag != nil {
			asked = flag.Value.String()
		}
		return asked != "" && asked == string(format) || slices.ContainsFunc(outputsOf(f), func(path string) bool {
			if path == "-" {
				return asked == "" && slices.Contains(endings, path)
			}
			return slices.Contains(endings, strings.ToLower(filepath.Ext(path)))
		})
	}
}

// pictured is met by an output that is to be drawn.
func pictured(f *pflag.FlagSet) bool { return slices.ContainsFunc(outputsOf(f), isPicture) }

// outputsOf lists the outputs that are named; without any it is standard output.
func outputsOf(f *pflag.FlagSet) []string {
	paths, err := f.GetStringArray("output")
	if err != nil { // of a command with one output
		paths = []string{f.Lookup("output").Value.String()}
	}
	if len(paths) == 0 || paths[0] == "" {
		return []string{"-"}
	}
	return paths
}
