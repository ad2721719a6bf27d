package survey

import (
	"strings"
	"testing"
)

// What stands above the header, or to the right of it.
func TestAboveTheHeader(t *testing.T) {
	text := "id,Why?,x\n" + table(12, "%d,because of %d,<a|b>")
	plain := `generic ',' 1 12 [1]meta [2]open [3]single`
	told := strings.ReplaceAll(text, ",", ";")
	cases := []struct {
		name, text string
		opt        Options
		want       string
	}{
		{"a title", "Visitors\n\n" + text, Options{}, plain},
		{"a title and no empty line", "Visitors\n" + text, Options{}, plain},
		{"a title with delimiters", "Visitors,,\n,,\n" + text, Options{}, plain},
		{"two titles over an id", "Visitors,,\nof 2024,,\n" + text, Options{}, plain},
		{"header rows asked for", "Visitors,,\n" + text, Options{HeaderRows: 1}, `generic ',' 1 13 [1]number [2]open [3]single`},
		{"titles counted", "Visitors,,\n\n" + text, Options{HeaderRows: 2}, strings.Replace(plain, " 1 ", " 2 ", 1)},
		{"an empty line in front", "\n \n" + text, Options{}, plain},
		{"a title with a comma", "Visitors, once more\n" + text, Options{}, plain},
		{"and an empty line", "Visitors, once more\n\n" + text, Options{}, plain},
		{"two titles, and empty lines", "Visitors\nDate: 1 March 2025, 10:00\n\n\n" + text, Options{}, plain},
		{"an empty line among header rows", "Respondent ID,Collector ID,Why?\n\n,,Open-Ended Response\n" + table(12, "%d,7,because of %d"), Options{}, `surveymonkey ',' 2 12 [1]meta [2]meta [3]open`},
		{"the same, counted", "Respondent ID,Collector ID,Why?\n\n,,Open-Ended Response\n" + table(12, "%d,7,because of %d"), Options{HeaderRows: 2}, `surveymonkey ',' 2 12 [1]meta [2]meta [3]open`},
		{"a delimiter told to Excel, in quotes", "\"sep=;\"\n" + told, Options{}, strings.Replace(plain, "','", "';'", 1)},
		{"and saved again", "sep=;;\n" + told, Options{}, strings.Replace(plain, "','", "';'", 1)},
		{"and overridden", "sep=;\n" + text, Options{Delimiter: ','}, plain},
		{"on an old Mac", strings.ReplaceAll("sep=;\n"+told, "\n", "\r"), Options{}, strings.Replace(plain, "','", "';'", 1)},
		{"a question over dropped blank cells", "Which?\nApple,Pear,Response\n" + table(12, "<Apple|>,<Pear||>,word %d"), Options{},
			`surveymonkey ',' 2 12 [1 2]multiple [3]open`},
		{"columns without a name", "id,Why?\n" + table(12, "%d,because of %d,<a|b>,and %d"), Options{}, `generic ',' 1 12 [1]meta [2]open [3]single [4]open`},
		{"rows of which most are dropped", "id,Why?,x\n" + table(9, "%d") + "10,because of it\n", Options{}, `generic ',' 1 10 [1]meta [2]open [3]empty`},
		{"quarters over quarters", "Since,Why?\n" + strings.Repeat("Q3 2024,because of it\nQ1 2023,since we like it so\n2024-Q2,no idea\n", 5), Options{}, `generic ',' 1 15 [1]date [2]single`},
		{"a comma without quotes", "id,Why?\n1,this\n2,this, that, other\n3,one\n4,two, three\n5,six\n6,five, four, three\n7,a\n8,b\n", Options{}, `generic ',' 1 8 [1]meta [2]open`},
	}
	for _, c := range cases {
		e := openText(t, c.text, c.opt)
		if got := shape(t, e); got != c.want {
			t.Errorf("%s: %s, want %s; %q", c.name, got, c.want, e.Evidence)
		}
	}
}

// Answers in one column, with no other beside it, are kept whole.
func TestOneColumn(t *testing.T) {
	for _, text := range []string{
		"What do you think?\nI like it\nwell, yes\nno; or\nmaybe, or not, ever\n",
		"Why?\ngood, cheap\nfast, kind\nnew, old\n\"big, small\"\n",
		"Why, or why not?\nfast\nslow\nno\nwell, it depends\n",
		"Why?\na, b; c\td | e\nfast\n",
	} {
		e := openText(t, text, Options{})
		got := responses(t, e, Query{Columns: []int{1}})
		lines := strings.Split(strings.TrimSpace(text), "\n")[1:]
		for i, r := range got.Responses {
			if want := strings.Trim(lines[i], `"`); len(r.Answers) != 1 || r.Answers[0] != want {
				t.Errorf("%q is read as %q", want, r.Answers)
			}
		}
		if len(got.Responses) != len(lines) || len(got.Warnings) > 0 {
			t.Errorf("%q: %d responses, %v", text, len(got.Responses), got.Warnings)
		}
	}
}
