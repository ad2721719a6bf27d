package survey

import (
	"context"
	"errors"
	"strings"
	"testing"
)

// What stands in a header beside the text of its question picks it too.
func TestSelectByPartOfHeader(t *testing.T) {
	const csv = "id,Need #1:What do you need most?,Need #2:What do you need most?,Wish #1:What would be nice?,Wish #2:What would be nice?\n" +
		"1,more time for the work,a quiet room,longer breaks,plants in the hall\n2,better tools than now,clear goals,free fruit for all,\n3,some trust from above,,a garden,\n"
	e, err := Open(context.Background(), []Input{Stream("-", strings.NewReader(csv))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if q, err := e.Select("wish #"); err != nil || len(q.Columns) != 2 || q.Columns[0] != 4 {
		t.Errorf("wish #: %+v, %v", q.Columns, err)
	}
	var several *SelectError
	if _, err := e.Select("#1"); !errors.As(err, &several) || !several.Several || len(several.Candidates) != 2 {
		t.Errorf("#1: %v", err)
	}
}
