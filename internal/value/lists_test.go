package value

import (
	"fmt"
	"strings"
	"testing"
)

func TestLists(t *testing.T) {
	got := Lists("a", "# a file\n[unit]\n# of time\nmin, mins,\nh\n\n[two words]\nyears old\n")
	if want := "map[two words:[[years old]] unit:[[min mins] [h]]]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}

// A section that holds nothing is a mistake, at the end too.
func TestEmptySection(t *testing.T) {
	for _, text := range []string{"[a]\n# nothing\n[b]\nc\n", "[a]\nb\n[c]", "[a]\nb\n[c]\n"} {
		if err := ReadSections("a", strings.NewReader(text), func(string, string) error { return nil }); err == nil {
			t.Errorf("%q is read", text)
		}
	}
}
