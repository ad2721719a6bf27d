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

// Of the questions that a part of a text fits, those that are counted most often come first.
func TestSelectNamesOpenQuestionsFirst(t *testing.T) {
	const csv = "How old is your bicycle?,What would you mend on your bicycle?\n4,the brakes and the old lamp\n9,nothing but the saddle\n12,its chain is rusty\n7,both of the tyres need air\n"
	e, err := Open(context.Background(), []Input{Stream("-", strings.NewReader(csv))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	var several *SelectError
	if _, err := e.Select("bicycle"); !errors.As(err, &several) || several.Candidates[0].Kind != KindOpen || several.Candidates[1].Kind == KindOpen {
		t.Errorf("%v: %+v", err, several)
	}
}
