package survey

import (
	"context"
	"fmt"
	"os"
	"testing"
)

func TestLook(t *testing.T) {
	path := os.Getenv("LOOK")
	if path == "" {
		t.Skip("LOOK is not set")
	}
	e, err := Open(context.Background(), []Input{File(path)}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	in, err := e.Inspect(context.Background(), InspectOptions{})
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("%s %s bom=%v %q hr=%d cols=%d rows=%d blank=%d resp=%d complete=%v\n", in.Platform, in.Encoding, in.BOM, in.Delimiter, in.HeaderRows, in.Columns, in.Rows, in.BlankRows, in.Respondents, e.Complete)
	for _, s := range in.Evidence {
		fmt.Println("  #", s)
	}
	for i, w := range in.Warnings {
		if i < 10 {
			fmt.Println("  !", w)
		}
	}
	fmt.Println(len(in.Warnings), "warnings")
	for _, q := range in.Questions {
		text := []rune(q.Text)
		if len(text) > 70 {
			text = append(text[:45], append([]rune("…"), text[len(text)-25:]...)...)
		}
		sel := []rune(q.Select)
		if len(sel) > 20 {
			sel = sel[:20]
		}
		fmt.Printf("%v %s a=%d d=%d w=%.1f sep=%q sel=%q id=%.12q %s\n", q.Columns, q.Kind, q.Answered, q.Distinct, q.MeanWords, q.Separator, string(sel), q.ID, string(text))
	}
}
