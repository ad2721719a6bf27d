package rows

import (
	"context"
	"strings"
	"testing"

	"verbatim/internal/notice"
)

// The header of another export in the middle is no respondent. The same answers are.
func TestRepeatedHeader(t *testing.T) {
	const two = "Q1,Q2\nWhy?,How old?\nlight,20\nnoise,30\n"
	for _, test := range []struct {
		name, text string
		header     int
		want       int // records below the header
		repeated   int
	}{
		{"once", "id,Why?\n1,light\n2,noise\n", 1, 2, 0},
		{"in the middle", "id,Why?\n1,light\nid,Why?\n2,noise\n", 1, 2, 1},
		{"with its mark", "id,Why?\n1,light\n\ufeffid,Why?\n2,noise\n", 1, 2, 1},
		{"two rows", two + two, 2, 4, 2},
		{"three files", strings.Repeat("id,Why?\r\n1,light\r\n", 3), 1, 3, 2},
		{"answers that others give, too", "books,staff\nbooks,noise\nhall,staff\nbooks,staff\n", 1, 3, 0},
		{"one column", "Comments\nlight\nComments\n", 1, 2, 0},
		{"numbers", "3,light\n4,noise\n3,light\n", 1, 2, 0},
		{"no header", "id,Why?\n1,light\nid,Why?\n", 0, 3, 0},
	} {
		s := sampleOf(t, test.text)
		s.SetHeader(test.header)
		sampled, read, warned := 0, 0, 0
		for range s.Records() {
			sampled++
		}
		for block, err := range s.Table.Blocks(context.Background(), test.header) {
			if err != nil {
				t.Fatal(err)
			}
			read += len(block.Records)
			for _, w := range block.Warnings {
				if w.Code == notice.RepeatedHeader && w.Line > test.header {
					warned++
				}
			}
		}
		if sampled-test.header != test.want || read != test.want || warned != test.repeated {
			t.Errorf("%s: %d records in the sample, %d in blocks, %d warnings; want %d and %d", test.name, sampled-test.header, read, warned, test.want, test.repeated)
		}
	}
}

// Parts with their columns in different orders are refused. An answer that has the same
// words is none.
func TestReorderedHeader(t *testing.T) {
	for text, refused := range map[string]string{
		"id,Where?,Why?\n1,hall,light\nid,Why?,Where?\n2,noise,yard\n":                        "line 3",
		"id,a,Where?,Why?\n1,2,hall,light\n3,4,hall,more\nid,a,Why?,Where?\n2,5,noise,yard\n": "line 4",
		"id,Where?,Why?\n1,hall,light\n2,Why?,Where?\n":                                       "",
		"one,two\nhall,yard\nyard,hall\n":                                                     "",
	} {
		s := sampleOf(t, text)
		s.SetHeader(1)
		var failed error
		for _, err := range s.Table.Blocks(context.Background(), 1) {
			failed = err
		}
		if (failed != nil) != (refused != "") || failed != nil && !strings.Contains(failed.Error(), refused) {
			t.Errorf("%.40q: %v, want %q", text, failed, refused)
		}
	}
}
