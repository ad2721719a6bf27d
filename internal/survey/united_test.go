package survey

import "testing"

// Columns that somebody unites are named by what they have in common.
func TestTextOfUnitedColumns(t *testing.T) {
	e := openText(t, "id,What helps most? - At work,What helps most? - At home,First word,Second word,Why?,Adjective 1,Adjective 2\n"+
		table(12, "%d,reason %d,other %d,one%dx,two%dy,because %d,kind%dx,good%dy"), Options{})
	for selector, want := range map[string]string{
		"2-3":   "What helps most?",
		"4,6":   "First word … (and 1 more)",
		"4,x":   "",
		":4,6":  "First word … (and 1 more)",
		"2-6":   "What helps most? - At work … (and 4 more)",
		"What*": "What helps most?",
		":7-8":  "Adjective",
		":6":    "Why?",
	} {
		if q, err := e.Select(selector); err == nil && q.Text != want || err != nil && want != "" {
			t.Errorf("%s: %q, %v, want %q", selector, q.Text, err, want)
		}
	}
}
