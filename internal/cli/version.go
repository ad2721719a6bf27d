package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

func newVersionCommand(s *Streams) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  verbatim version",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			return s.write(output{path: "-", data: []byte("verbatim " + version() + "\n")})
		},
	}
}

// version is the module's version as it was built, with Go's and the system.
func version() string {
	number := "(devel)"
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		number = info.Main.Version
	}
	return fmt.Sprintf("%s %s %s/%s", number, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}
