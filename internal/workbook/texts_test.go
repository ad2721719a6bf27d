package workbook

import (
	"strings"
	"testing"
)

// Shared texts come back as they were, also where one block ends and the next begins.
func TestTexts(t *testing.T) {
	all := new(texts)
	want := []string{"", "a", strings.Repeat("b", maxText), "", "ü"}
	for range 3 {
		want = append(want, want...)
	}
	for _, s := range want {
		if err := all.add([]byte(s)); err != nil {
			t.Fatal(err)
		}
	}
	all.seal()
	if len(all.blocks) < 2 {
		t.Error("all texts are in one block")
	}
	for i, s := range want {
		if got, ok := all.text(i); !ok || got != s {
			t.Errorf("text %d: got %d bytes, want %d", i, len(got), len(s))
		}
	}
	if _, ok := all.text(len(want)); ok {
		t.Error("a text behind the last")
	}
}

// Both the number of shared texts and their bytes are bounded.
func TestTextLimits(t *testing.T) {
	for _, c := range []struct {
		texts *texts
		want  string
	}{
		{&texts{starts: make([]uint32, maxTexts)}, "more than 16 million shared texts"},
		{&texts{blocks: make([]string, maxKept/blockSize)}, "more than 400 MiB of shared texts"},
	} {
		if err := c.texts.add([]byte("a")); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}
