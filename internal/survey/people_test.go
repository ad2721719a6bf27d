package survey

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/survey/platforms"
)

// givenNames and familyNames make up names of people.
var (
	givenNames  = strings.Fields("Anna Tom Karim Heidi Pierre Sunil Ngozi Mehmet Ingrid Pavel Lucía Kaisa")
	familyNames = strings.Fields("Weaver Stone Lane Quist Marsh Rivers Holt Frost Vance Penn Drake Moss Thorn Flint Crane Birch")
)

// personAt returns the full name of a respondent; a few thousand differ.
func personAt(i int) string {
	n := len(givenNames)
	return fmt.Sprintf("%s %s-%s", givenNames[i%n], familyNames[i/n%16], familyNames[i/n/16%16])
}

// exportOf opens an export of n respondents with a column of cells and one of answers.
func exportOf(t *testing.T, n int, header string, cell func(int) string) *Export {
	t.Helper()
	var text strings.Builder
	fmt.Fprintf(&text, "id;%s;Why do you come?\n", header)
	for i := range n {
		fmt.Fprintf(&text, "%d;%s;because of reason %d and others\n", i+1, cell(i), i%97)
	}
	return openText(t, text.String(), Options{})
}

// A column of people is withheld however many answer, and one that only sounds so is
// counted.
func TestPersonalColumns(t *testing.T) {
	oneOf := func(texts ...string) func(int) string { return func(i int) string { return texts[i%len(texts)] } }
	for _, test := range []struct {
		header   string
		n        int
		cell     func(int) string
		personal bool
		kind     Kind
	}{
		{"Participant", 30, personAt, true, "meta"},
		{"Participant", 3000, personAt, true, "meta"},
		{"Participant", 10000, personAt, true, "meta"},
		{"Q10", 3000, personAt, true, "meta"},
		{"Name", 3000, personAt, true, "meta"},
		{"First name", 200, oneOf(givenNames...), true, "meta"},
		{"Q10", 40, func(i int) string { return fmt.Sprintf("+49 17%d %d", i%10, 1053423+i*7919) }, true, "meta"},
		{"Q10", 40, func(i int) string { return fmt.Sprintf("0160%d", 1053423+i*7919) }, true, "meta"},
		{"Q10", 40, func(i int) string { return fmt.Sprintf("415-555-%04d", 100+i*13) }, true, "meta"},
		{"Your phone", 40, func(i int) string { return fmt.Sprint(30901820 + i*7919) }, true, "meta"},
		{"Q1", 40, func(i int) string { return fmt.Sprint("Respondent ", i+1) }, true, "meta"},
		{"Household member 1;Household member 2", 40, func(i int) string { return personAt(i) + ";" + personAt(i+50) }, true, "meta"},
		{"Date of birth", 40, func(i int) string { return fmt.Sprintf("%02d/%02d/19%02d", i%28+1, i%12+1, 40+i) }, true, "date"},
		{"Postcode", 60, oneOf("50667", "24937", "07743"), true, "meta"},
		{"Phone or e-mail?", 40, oneOf("phone", "e-mail"), false, KindSingle},
		{"Name", 40, oneOf("Alpha", "Beta", "Gamma"), false, KindSingle},
		{"Name a person who helps you", 40, personAt, false, KindOpen},
		{"Handy", 40, oneOf("yes", "no"), false, KindSingle},
	} {
		e := exportOf(t, test.n, test.header, test.cell)
		q, err := e.Select("2")
		if err != nil || q.Personal != test.personal || q.Kind != test.kind {
			t.Errorf("%s, %d rows: personal %v, %s, %v", test.header, test.n, q.Personal, q.Evidence, err)
		}
	}
}

// Columns that somebody unites with one of names are names.
func TestUnitedWithNames(t *testing.T) {
	e := exportOf(t, 40, "Participant", personAt)
	for selectors, want := range map[string]bool{"2": true, "3": false, "2 3": true, "1 2 3": true, "1 3": false} {
		if q, err := e.Select(strings.Fields(selectors)...); err != nil || q.Personal != want {
			t.Errorf("-q %s: personal %v, %v", selectors, q.Personal, err)
		}
	}
}

// Words of headers that ask for names are in package personal alone.
func TestNamesAreInOneList(t *testing.T) {
	p := platforms.Known().ByName(platforms.Generic)
	for _, name := range []string{"Name", "Vorname", "E-mail", "氏名", "ФИО", "Handy", "Street address"} {
		if p.Adds(name) || !p.IsMeta(name) {
			t.Errorf("%q is in two lists or in none", name)
		}
	}
}
