package notice

import (
	"fmt"
	"testing"
)

func TestLogCountsWhatItDoesNotKeep(t *testing.T) {
	var log Log
	for i := range 100 {
		log.Add(Warning{Code: BadBytes, File: "a.csv", Line: i + 2, Message: fmt.Sprintf("%d bytes are not utf-8", i)})
		if i%10 == 0 {
			log.Add(Warning{Code: DamagedCell, File: "b.csv", Line: i + 2, Column: 3, Message: "#N/A is lost"})
		}
	}
	list := log.List()
	if len(list) != listed+10+1 {
		t.Fatalf("%d warnings", len(list))
	}
	if got, want := list[len(list)-1].String(), "a.csv: 80 more like this: 20 bytes are not utf-8"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := list[1].String(), "b.csv:2: column 3: #N/A is lost"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// Warnings that went through another log before are counted as many as they stand for.
func TestLogCountsWhatOthersCounted(t *testing.T) {
	var reader, all Log
	for i := range 100 {
		reader.Add(Warning{Code: BadRecord, File: "a.json", Line: i + 1, Message: "left out"})
	}
	all.Add(reader.List()...)
	all.Add(Warning{Code: BadRecord, File: "a.json", Message: "left out"})
	list := all.List()
	if got, want := list[len(list)-1].String(), "a.json: 81 more like this: left out"; len(list) != listed+1 || got != want {
		t.Errorf("%d warnings, the last: %s", len(list), got)
	}
}
