package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"verbatim/internal/licence"
	"verbatim/internal/outfile"
	"verbatim/internal/typeface"
)

// newVersionCommand prints the version. The licences of linked modules ask for
// their notices to go with every copy of the program, so the binary holds them.
func newVersionCommand(s *Streams) *cobra.Command {
	var fonts, licences bool
	c := command("version", noArgs, func(*cobra.Command, []string) error {
		text := versionLine()
		if fonts {
			ofFonts, err := fontLicences()
			if err != nil {
				return err
			}
			text += "\n" + ofFonts
		}
		if licences {
			text += "\n" + licence.Notices()
		}
		return s.Write(outfile.File{Path: "-", Data: []byte(text)})
	})
	c.Flags().BoolVar(&fonts, "fonts", false, "print the copyright and licence of each embedded font")
	c.Flags().BoolVar(&licences, "licences", false, "print the licences and notices of all linked modules, whole")
	return c
}

// versionLine is the module's version as it was built, with Go's and the system.
func versionLine() string {
	number := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		number = info.Main.Version
	}
	return fmt.Sprintf("verbatim %s %s %s/%s\n", number, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// fontLicences lists the embedded fonts, each once, with what their files say
// of themselves.
func fontLicences() (string, error) {
	var out []string
	for _, weight := range []typeface.Weight{typeface.Bold, typeface.Regular} {
		chain, err := typeface.Embedded(weight)
		if err != nil {
			return "", err
		}
		for _, f := range chain.Fonts() {
			licence, err := f.Licence()
			if err != nil {
				return "", err
			}
			if about := f.Name + "\n" + licence + "\n"; !slices.Contains(out, about) {
				out = append(out, about)
			}
		}
	}
	return strings.Join(out, "\n"), nil
}
