package container

import (
	"reflect"
	"testing"

	"verbatim/internal/workbook"
)

// Which sheet of a workbook is read.
func TestSheets(t *testing.T) {
	var (
		data    = workbook.Sheet{Name: "Data", Table: true, Rows: 9, Columns: 4}
		lists   = workbook.Sheet{Name: "Lists", Table: true, Columns: 2}
		prose   = workbook.Sheet{Name: "README", Table: true, Rows: 5, Columns: 1}
		hidden  = workbook.Sheet{Name: "Raw", Table: true, Rows: 9, Columns: 4, Hidden: true}
		hidden2 = workbook.Sheet{Name: "Raw 2", Table: true, Rows: 9, Columns: 4, Hidden: true}
		header  = workbook.Sheet{Name: "Header", Rows: 1, Columns: 4}
		empty   = workbook.Sheet{Name: "Sheet 3"}
		lower   = workbook.Sheet{Name: "data", Table: true, Rows: 9, Columns: 4}
	)
	const several = "x: is a workbook with several tables"
	for _, c := range []struct {
		sheets  []workbook.Sheet
		asked   string
		want    string   // the sheet, or the error
		choices []string // or what has to be known
	}{
		{[]workbook.Sheet{empty, data}, "", "Data", nil},
		{[]workbook.Sheet{prose}, "", "README", nil},
		{[]workbook.Sheet{prose, data, hidden}, "", "Data", []string{"passed over, as it is one column: README"}},
		{[]workbook.Sheet{hidden, empty}, "", "Raw", nil},
		{[]workbook.Sheet{empty, header}, "", "Header", nil},
		{[]workbook.Sheet{empty}, "", "x: " + noTable, nil},
		{[]workbook.Sheet{data, lists, hidden, prose}, "", several, []string{"--sheet Data rows: 9, columns: 4", "--sheet Lists columns: 2", "--sheet README rows: 5, columns: 1"}},
		{[]workbook.Sheet{hidden, hidden2}, "", several, []string{"--sheet Raw rows: 9, columns: 4", "--sheet 'Raw 2' rows: 9, columns: 4"}},
		{[]workbook.Sheet{data, hidden}, "raw", "Raw", nil},
		{[]workbook.Sheet{data, lower}, "data", "data", nil},
		{[]workbook.Sheet{data, lower}, "Data", "Data", nil},
		{[]workbook.Sheet{data, lower}, "2", "data", nil},
		{[]workbook.Sheet{data, empty}, "3", "x: the workbook has no sheet \"3\"", []string{"--sheet Data rows: 9, columns: 4"}},
		{[]workbook.Sheet{data, empty}, "sheet 3", "x: the sheet Sheet 3 is empty", nil},
		{[]workbook.Sheet{data, header}, "header", "Header", nil},
	} {
		at, why, err := file{name: "x"}.chooseSheet(c.sheets, c.asked)
		got := c.sheets[at].Name
		if err != nil {
			got = err.Error()
			why = choicesOf(err)
		}
		if got != c.want || !reflect.DeepEqual(why, c.choices) {
			t.Errorf("%v, %q: %q %q, want %q %q", c.sheets, c.asked, got, why, c.want, c.choices)
		}
	}
}
