package survey

import (
	"fmt"
	"testing"
)

func TestWarningLogCountsWhatItDoesNotKeep(t *testing.T) {
	var log WarningLog
	for i := range 100 {
		log.Add(Warning{"a.csv", i + 2, 0, fmt.Sprintf("%d bytes are not utf-8", i)})
		if i%10 == 0 {
			log.Add(Warning{"b.csv", i + 2, 3, "#N/A is lost"})
		}
	}
	list := log.List()
	if len(list) != warningLimit+10+1 {
		t.Fatalf("%d warnings", len(list))
	}
	if got, want := list[len(list)-1].String(), "a.csv: 80 more like this: 20 bytes are not utf-8"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := list[1].String(), "b.csv:2: column 3: #N/A is lost"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
