package survey

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/kind"
)

// What machines made, or points at a person, is told by its form or its name, in
// whatever language.
func TestContactsAndCodesAreMetadata(t *testing.T) {
	r := drawnCodes()
	cases := []struct{ header, form string }{ // %d counts, %c is a letter
		{"Straße", "Gartenweg %d"}, {"Anschrift", "Am Markt %d in Bonn"}, {"Adresse", "%d rue du Port"},
		{"IBAN", "DE%d 3704 0044 0532 0130 00"}, {"Q1", "DE8%d 3704 0044 0532 0130 00"},
		{"Q1", "K-%d123/4"}, {"Q1", "#1234-%d"}, {"Q1", "K-AX 1%d"}, {"Q1", "A12345-%d"},
		{"Q1", "50,1%d34 / 6,1%d04"}, {"Q1", "53.0%d, -1.5%d"}, {"Q1", "@user_%dx"},
		{"Q1", "www.example.com/p%d"}, {"Q1", "example.org/p%d"}, {"Q1", "https://example.org/%d"},
		{"Firma", "Roth & Söhne %d"}, {"Unterschrift", "gez. Roth %d"}, {"氏名", "山田太郎%d"}, {"Apellidos", "Roth Silva %d"},
		{"Contribution Id", "%c"}, {"Q1", "x%cQzTb%d"}, {"Kundennr.", "%c"},
		{"Q1", "02:4%d:9a:11:ff:0e"}, {"Q1", "+49 221 12%d"},
	}
	for _, c := range cases {
		var b strings.Builder
		fmt.Fprintf(&b, "n\t%s\n", c.header)
		for i := range 30 {
			fmt.Fprintf(&b, "%d\t%s\n", i, strings.NewReplacer("%d", fmt.Sprint(10+i), "%c", r[i]).Replace(c.form))
		}
		if q := openText(t, b.String(), Options{}).Questions[1]; q.Kind != kind.Meta {
			t.Errorf("%s (%s) is %s", c.header, c.form, q.Kind)
		}
	}
}

// drawnCodes are tokens without a digit.
func drawnCodes() (out []string) {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	for i := range 30 {
		code := ""
		for k := range 9 {
			code += string(letters[(i*31+k*k*17+k*i)%len(letters)])
		}
		out = append(out, code)
	}
	return out
}

// The parts of a question for somebody's address, and a grid that rates them.
func TestContactBlock(t *testing.T) {
	text := "Respondent ID,Collector ID,Your contact details,,,Rate our,\n,,Name,Company,Phone Number,Name,Company\n" +
		table(12, "%d,7,Ann Bee%d,Bee %d Ltd,(020) 5501-10%d,<Good|Bad>,<1|2|3>")
	if got, want := shape(t, openText(t, text, Options{})), `surveymonkey ',' 2 12 [1]meta [2]meta [3]meta [4]meta [5]meta [6]single [7]number`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	words := "id,Q1,Q2,Q3\n" + table(20, "%d,<covid|flu|flue>%d and then some,<PostgreSQL|Oracle|MySQL> or reason %d,in 201%d all was <well|good>")
	if got, want := shape(t, openText(t, words, Options{})), `generic ',' 1 20 [1]meta [2]open [3]open [4]open`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestIsItemCode(t *testing.T) {
	for _, code := range []string{"Q1", "v3_1", "Q5_4_TEXT", "Q1.2_a", "_1", "äöü1", "Q1_é", "abcdefghijkl1"} {
		if !isItemCode(code) {
			t.Errorf("%q is no code", code)
		}
	}
	for _, text := range []string{"", "Q", "1", "Q1a", "Q1_", "Q1__2", "Q1.", "Q1-2", "Q1 2", "Q1_x y", "abcdefghijklm1"} {
		if isItemCode(text) {
			t.Errorf("%q is a code", text)
		}
	}
}
