package workbook

import (
	"encoding/csv"
	"os"
	"testing"
)

func TestDump(t *testing.T) {
	f, err := os.Open(os.Getenv("DUMP"))
	if err != nil {
		t.Skip()
	}
	st, _ := f.Stat()
	b, err := Open(f, st.Size(), f.Name())
	if err != nil {
		t.Fatal(err)
	}
	for i, s := range b.Sheets() {
		out, _ := os.Create(os.Getenv("OUT") + "-" + s.Name + ".csv")
		w := csv.NewWriter(out)
		t.Logf("%+v", s)
		for row, err := range b.Rows(i) {
			if err != nil {
				t.Fatal(err)
			}
			w.Write(row.Cells)
		}
		w.Flush()
		out.Close()
	}
}
