package kind

import (
	"fmt"
	"testing"
)

func TestSplittingKeepsParenthesesTogether(t *testing.T) {
	s := Splitting{Separator: ", "}
	if got := fmt.Sprintf("%q", s.Split("Crime, Poetry (old, new), a (b, c")); got != `["Crime" "Poetry (old, new)" "a (b" "c"]` {
		t.Error(got)
	}
}
