package rows

import (
	"strings"
	"testing"
)

// Only what R writes has the names of rows in a column without a header.
func TestNamesOfRows(t *testing.T) {
	known := Known{Meta: func(name string) bool { return name == "id" }}
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"numbers without quotes", "\"age\",\"Why?\"\n\"1\",20,\"time\"\n\"2\",31,\"luck\"\n\"3\",20,\"trust\"\n", true},
		{"an id behind the name", "\"id\",\"Why?\"\n\"1\",101,\"time\"\n\"2\",102,\"luck\"\n\"3\",103,NA\n", true},
		{"names of people", "\"age\",\"Why?\"\n\"Ann\",20,\"time\"\n\"Bob\",31,\"luck\"\n\"Cal\",20,\"trust\"\n", true},
		{"texts only", "\"team\",\"Why?\"\n\"1\",\"red\",\"time\"\n\"2\",\"red\",\"luck\"\n\"3\",\"blue\",\"trust\"\n", true},
		{"a remark behind all-quoted ids", "\"id\",\"Why?\"\n\"1\",\"time\",\"seen\"\n\"2\",\"luck\",\"seen\"\n\"3\",\"trust\",\"no\"\n", false},
		{"a remark behind ids", "id,Why?\n1,time,seen\n2,luck,seen\n3,trust,no\n", false},
		{"a comma at each end", "\"age\",\"Why?\"\n\"1\",\"time\",\n\"2\",\"luck\",\n\"3\",\"trust\",\n", false},
		{"some rows only", "\"age\",\"Why?\"\n\"1\",20,\"time\"\n\"2\",31\n\"3\",20,\"trust\"\n\"4\",20,\"x\"\n", false},
		{"a name twice", "\"age\",\"Why?\"\n\"1\",20,\"time\"\n\"1\",31,\"luck\"\n\"3\",20,\"trust\"\n", false},
		{"a header for each column", "\"id\",\"Why?\"\n\"1\",\"time\"\n\"2\",\"luck\"\n\"3\",NA\n", false},
		{"two rows", "\"age\",\"Why?\"\n\"1\",20,\"time\"\n\"2\",31,\"luck\"\n", false},
	} {
		s, err := Detect(Stream("a.csv", strings.NewReader(c.text)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.NamesRows(0, known); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// Only R leaves a mark without quotes where it puts quotes around all texts.
func TestMarksWithoutQuotes(t *testing.T) {
	for text, want := range map[string]bool{
		"\"\",\"Why?\",\"on\"\n\"1\",\"time\",2026-01-02\n\"2\",NA,1e+05\n\"3\",\"luck\",TRUE\n\"4\",\"trust\",NA\n": true,
		"\"id\",\"Why?\"\n1,\"time\"\n2,\"NA\"\n3,\"luck\"\n4,\"trust\"\n":                                           false,
		"\"id\",\"Why?\"\n1,\"time\"\n2,NA\n3,\"luck\"\n4,trust\n5,\"sun\"\n":                                        false,
		"id,Why?\n1,\"time\"\n2,NA\n3,\"luck\"\n4,\"trust\"\n":                                                       false,
		"\"id\",\"Why?\"\n1,\"time\"\n2,\n3,\"luck\"\n4,\"trust\"\n":                                                 false,
	} {
		s, err := Detect(Stream("a.csv", strings.NewReader(text)), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := s.LeavesBare(0, []string{"NA", "TRUE"}); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
