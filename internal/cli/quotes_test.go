package cli_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"verbatim/internal/cli"
)

// What was asked for is bold on a terminal, unless the person wants no such
// thing or the output goes elsewhere; an answer can set nothing.
func TestMarksOnTerminal(t *testing.T) {
	const bold = "\x1b[1;4mtrust\x1b[22;24m"
	in := "id,What matters?\n1,all of our \x1b[31m trust here\n"
	for _, tt := range []struct {
		name            string
		flags           string
		terminal, plain bool
		want            string
	}{
		{"terminal", "", true, false, bold},
		{"no terminal", "", false, false, "«trust»"},
		{"NO_COLOR", "", true, true, "«trust»"},
		{"--no-color", "--no-color", true, false, "«trust»"},
		{"another format", "--format markdown", true, false, "**trust**"},
	} {
		var out, messages bytes.Buffer
		args := append([]string{"quotes", "-", "trust", "-q", "2", "--lang", "en"}, strings.Fields(tt.flags)...)
		status := cli.Run(context.Background(), args, cli.Streams{In: strings.NewReader(in), Out: &out, Err: &messages, OutIsTerminal: tt.terminal, NoColor: tt.plain})
		if status != 0 || !strings.Contains(out.String(), tt.want) {
			t.Errorf("%s: status %d, %q %q", tt.name, status, out.String(), messages.String())
		}
		if rest := strings.ReplaceAll(out.String(), bold, ""); strings.Contains(rest, "\x1b") {
			t.Errorf("%s: %q", tt.name, rest)
		}
	}
}
