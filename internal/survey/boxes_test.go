package survey

import (
	"fmt"
	"strings"
	"testing"
)

// besideText are boxes with another column beside them, and grids.
var besideText = []struct{ name, text, want string }{
	{"Alchemer", "Response ID,Time Started,Date Submitted,Maps:Which?,Comics:Which?,Other - Write In (Required):Which?\n" +
		table(12, "%d,2026-01-01 10:00:00,2026-01-01 10:00:00,<Maps|>,<|Comics|Comics>,<|the roof>"), "[4 5]multiple [6]open"},
	{"a text that is not called other", "Response ID,Time Started,Date Submitted,Maps:Which?,Comics:Which?,Poems:Which?,If any:Which?\n" +
		table(12, "%d,2026-01-01 10:00:00,2026-01-01 10:00:00,<Maps|>,<|Comics|Comics>,<Poems||>,<|the roof|lockers||lockers>"), "[4 5 6]multiple [7]single"},
	{"options called like contacts", "Respondent ID,Collector ID,How may we reach you?,,,\n,,Letter,Phone,Email,Address\n" +
		table(12, "%d,7,<Letter|>,<|Phone|Phone>,<Email||>,<Address||>"), "[3 4 5 6]multiple"},
	{"the same without the question", "#,Letter,Phone,Email,Address,Submit Date (UTC),Network ID\n" +
		table(12, "ab%d,<Letter|>,<|Phone|Phone>,<Email|||>,<Address||||>,2026-01-01 10:00:00,a%d"), "[1]meta [2 3 4 5]multiple [6]meta [7]meta"},
	{"as R writes headers", "id,Which.fruit...Apple.,Which.fruit...Pear.,Why.\n" + table(12, "%d,<1|0|NA>,<0|1>,because of %d"), "[2 3]multiple [4]open"},
	{"with a line between", "id,fruit_apple,fruit_green_pear,age_group\n" + table(12, "%d,<TRUE|FALSE|NA>,<FALSE|TRUE>,<20|30>"), "[2 3]multiple [4]number"},
	{"a grid, as R writes headers", "id,Rate..Speed.,Rate..Cost.\n" + table(12, "%d,<Good|Bad>,<Good|Good|Bad>"), "[2]single [3]single"},
	{"a grid", "id,,,Rate [Speed],Rate [Cost]\n" + table(12, "%d,,,<Good|Bad>,<Good|Good|Bad>"), "[4]single [5]single"},
}

// A column of another sort beside the boxes does not spoil them.
func TestBoxesBesideText(t *testing.T) {
	for _, c := range besideText {
		if got := shape(t, openText(t, c.text, Options{})); !strings.HasSuffix(got, c.want) {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// An option may be called like a mark for a box that is not ticked.
func TestOptionsCalledNo(t *testing.T) {
	cases := []struct {
		name, text string
		question   int // place in the questions
		want       string
		answered   int
	}{
		{"yes and no", "Respondent ID,Collector ID,Do you own a card?,,Why?\n,,Yes,No,Open-Ended Response\n" + table(20, "%d,7,<Yes,|,No>,reason number %d"),
			2, "[3 4]single", 20},
		{"three respondents", "Respondent ID,Collector ID,Do you own a card?,,Why?\n,,Yes,No,Open-Ended Response\n" + table(3, "%d,7,<Yes,|,No>,reason number %d"),
			2, "[3 4]multiple", 3},
		{"none of it", "Respondent ID,Collector ID,How many?,,,Why?\n,,0,1 to 2,3 or more,Open-Ended Response\n" + table(30, "%d,7,<0,,|,1 to 2,|,,3 or more>,reason number %d"),
			2, "[3 4 5]single", 30},
		{"flattened", "id,Do you? - Yes,Do you? - No,Do you? - N/A\n" + table(20, "%d,<Yes,,|,No,|,,N/A|,,>"), 1, "[2 3 4]single", 15},
		{"codes with a zero", "record_id,a___0,a___1,form_complete\n" + table(20, "%d,0,<0|1>,2"), 1, "[2 3]single", 10},
		{"yes or no for each", "id,Which? [Yes],Which? [No]\n" + table(20, "%d,<Yes|No>,<No|Yes|Yes>"), 1, "[2 3]multiple", 16},
	}
	for _, c := range cases {
		q := openText(t, c.text, Options{}).Questions[c.question]
		if got := fmt.Sprint(q.Columns, q.Kind); got != c.want || q.Answered != c.answered {
			t.Errorf("%s: %s answered by %d, want %s by %d", c.name, got, q.Answered, c.want, c.answered)
		}
	}
}
