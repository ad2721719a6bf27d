package survey

import (
	"fmt"
	"strings"
	"testing"

	"verbatim/internal/kind"
)

// few are answers of a few people to one question, separated by bars.
var few = []struct {
	header, answers string
	want            Kind
}{
	{"Name the key ingredient", "trust|openness|clarity|time|money|people|trust|patience|trust|honesty|trust|leadership|goals|trust|listening|respect|trust|courage|trust|trust", KindOpen},
	{"What one word describes us?", "helpful|slow|friendly|slow|helpful|good|friendly|helpful|expensive|good|helpful|kind", KindOpen},
	{"The key?", "trust|Time|Trust|goals|trust|money|people|trust", KindOpen},
	{"Please explain", "too noisy|too noisy", KindOpen},
	{"Why?", "price", KindOpen},
	{"Comments", "nice|too long|nice|ok", KindOpen},
	{"Role", "Manager|Analyst|Clerk|Manager|Director|Analyst", KindSingle},
	{"Do you agree?", "Agree|Neutral|Disagree|Agree|Strongly agree|Agree|Strongly disagree", KindSingle},
	{"Country", "UK|US|UK|FR|UK|US|UK|UK", KindSingle},
	{"What grade?", "A-|B+|B|A|B-|C|B+|A-|B|C+|B|A", KindSingle},
	{"Age group", "18-24|25-34|35-44|18-24|65+|25-34|45-54|18-24", KindSingle},
	{"Which version?", "1.16.0|0.19.2|1.16.0|0.19.2|0.20.1|0.20.1|0.20.1", KindSingle},
	{"Contact", "+44 20 7946 0958|+44 20 7946 0151|020 7946 0022|(020) 7946 0333|+44 7700 900111|+44 7700 900222|07700 900333|07700 900444", kind.Meta},
	{"Where?", "SW1A 1AA|M1 1AE|B33 8TH|CR2 6XH|DN55 1PT|EC1A 1BB|W1A 0AX|L1 8JQ", kind.Meta},
	{"Place", "51.5 -0.12 0 0|51.6 -0.13 0 0|51.7 -0.14 0 0|51.8 -0.15 0 0|51.9 -0.16 0 0|52.1 -0.17 0 0|52.2 -0.2 0 0|52.3 -0.1 0 0", kind.Meta},
	{"Upload", "https://example.org/a|https://example.org/b", kind.Meta},
	{"How to reach you?", "ann@example.org|bob@example.org", kind.Meta},
	{"What is your first and last name?", "Ann Bee|Cy Dee|Ed Eff", kind.Meta},
	{"Nombre", "Ana|Luis|Eva", kind.Meta},
	{"What is your name of choice for the hall?", "The Old Nest|The Big Barn|The Old Forge", KindOpen},
	{"How long?", "12 min|20 min|1 hour|45 minutes|5 min|10 min", kind.Number},
	{"How long?", "2h 05m|1h30|45m|1 hr 20 min|1h|2h 10m", kind.Number},
	{"Day", "20240103|20240215|20231130|20240103", kind.Date},
	{"Week", "2024-W03|2024-W04|2024-W12|2024-W03", kind.Date},
	{"Month", "January 2024|March 2024|January 2024|May 2024", kind.Date},
	{"When?", "Sun Nov 22 2026 18:38:29 GMT+0000 (Coordinated Universal Time)|Mon Nov 23 2026 09:05:11 GMT+0000 (Coordinated Universal Time)", kind.Date},
	{"When then?", "2026/09/27 3:00:00 午後 GMT+9|2026/09/28 3:00:00 午前 GMT+9", kind.Date},
	{"And then?", "22. November 2026 10:05 MEZ|3. Dezember 2026 11:00 MEZ", kind.Date},
	{"Codes", "1,3,5,7|1,3|3,5|1,5,7|3|5,7|1|3,7|1,3,5", KindMultiple},
	{"Your biggest obstacle?", "Getting started|Learning the editor|Getting started|Texts are not in my language|Learning the editor|Getting started|Syntax", KindSingle},
	// Files that were joined write an option in two cases; people also add words of their own, or marks.
	{"Region", strings.Repeat("north|south|east|", 6) + strings.Repeat("North|South|East|", 5) + "North", KindSingle},
	{"Team", strings.Repeat("hr|Sales|", 6) + strings.Repeat("HR|sales|", 5) + "IT|IT", KindSingle},
	{"Team", strings.Repeat("trust|Time|", 6) + strings.Repeat("Trust|time|", 5) + "luck", KindOpen},
	{"Team", strings.Repeat("trust|Time|", 6) + strings.Repeat("Trust|time|", 5) + "time!", KindOpen},
	// Small surveys: words that people type differ from the labels of a choice.
	{"Q1", "staff|quiet|the books|wifi|garden|staff|cafe|books", KindOpen},
	{"Q1", "parking|noise|parking|none|heating||toilets|queue", KindOpen},
	{"Q1", "Secondary school|Further education|Master's degree|Doctorate|Bachelor's degree|Prefer not to say|No formal qualification|Secondary school", KindSingle},
	{"Q1", "Often|Never", KindSingle},
	{"Q1", "Neither agree nor disagree", KindSingle},
	{"Q1", "Weder noch, ehrlich gesagt|Stimme eher nicht zu", KindSingle},
	{"Q1", "I like the quiet rooms|More of the same please", KindOpen},
	{"Which?", "Bus;Train;|Bus;|Bus;Train;|Bus;|Bus;Train;|Bus;Train;", KindMultiple},
}

// answersTo writes answers, separated by bars, as a file.
func answersTo(header, answers string) string {
	var b strings.Builder
	fmt.Fprintf(&b, "n\t%s\n", header)
	for i, a := range strings.Split(answers, "|") {
		fmt.Fprintf(&b, "%d\t%s\n", i+1, a)
	}
	return b.String()
}

func TestKindsOfFewAnswers(t *testing.T) {
	for _, c := range few {
		if q := openText(t, answersTo(c.header, c.answers), Options{}).Questions[1]; q.Kind != c.want {
			t.Errorf("%s (%s) is %s, want %s; %s", c.header, c.answers, q.Kind, c.want, q.Evidence)
		}
	}
}

// Several words each, numbered: one question even where they come again.
func TestNumberedWords(t *testing.T) {
	words := strings.Fields("kind calm old new slow fast dear cheap good bad loud warm trust trust trust")
	var b strings.Builder
	b.WriteString("id,What is the first word that comes to mind?,What is the second word that comes to mind?,What is the third word that comes to mind?\n")
	for i := range 25 {
		fmt.Fprintf(&b, "%d,%s,%s,%s\n", i, words[i*7%15], words[(i*4+i/3)%15], words[(i*11+i/5)%15])
	}
	if got, want := shape(t, openText(t, b.String(), Options{})), `generic ',' 1 25 [1]meta [2 3 4]open`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	ranks := strings.Fields("Price Speed Colour Size Weight")
	b.Reset()
	b.WriteString("id,Rank 1,Rank 2,Rank 3\n")
	for i := range 25 {
		fmt.Fprintf(&b, "%d,%s,%s,%s\n", i, ranks[i%5], ranks[(i+1+i/5)%5], ranks[(i+2+i/5)%5])
	}
	if got, want := shape(t, openText(t, b.String(), Options{})), `generic ',' 1 25 [1]meta [2]single [3]single [4]single`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// typedLists are lists with favourites, and much that nobody else names.
func typedLists() string {
	tools := strings.Fields("saw drill vice")
	var b strings.Builder
	b.WriteString("id\tWhich tools?\n")
	for i := range 30 {
		fmt.Fprintf(&b, "%d\t%s, %s, own%c\n", i, tools[i%3], tools[(i+1+i/10)%3], 'a'+rune(i))
	}
	return b.String()
}

func TestTypedListsAreNoChoice(t *testing.T) {
	if got, want := shape(t, openText(t, typedLists(), Options{})), `generic '\t' 1 30 [1]meta [2]open`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	grid := "id,Rate - Speed,Rate - Cost,Rate - Help,Why?\n" + table(12, "%d,Good,Good,Good,reason %d")
	if got, want := shape(t, openText(t, grid, Options{})), `generic ',' 1 12 [1]meta [2]single [3]single [4]single [5]open`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
