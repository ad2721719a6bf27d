package value

import (
	"fmt"
	"testing"
)

func TestLists(t *testing.T) {
	got := Lists("a", "# a file\n[unit]\n# of time\nmin, mins,\nh\n\n[two words]\nyears old\n")
	if want := "map[two words:[[years old]] unit:[[min mins] [h]]]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
}
