package survey

import (
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/evidence"
	"verbatim/internal/survey/platforms"
)

// A boxed survey is the columns of a file, and which of them are the boxes of one choice
// each: "1-3", "5-7,9".
type boxed struct {
	file     string
	columns  []column
	cells    *sampled
	platform *platforms.Platform
	want     []string
}

// TestFitBoxes holds the boxes that are found against testdata/labels.txt, and judges each
// file by weights fitted without it.
func TestFitBoxes(t *testing.T) {
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("VERBATIM_FULL is not set")
	}
	surveys, invented := readBoxed(t), inventBoxed(t)
	all := boxExamples(append(slices.Clone(invented), surveys...))
	ofAll := fit(all)
	t.Logf("boxes: %d examples, weights %.2f", len(all), ofAll)
	now, held, borders := newConfusion(), newConfusion(), newConfusion()
	for _, s := range invented {
		s.judge(t, borders, boxesByWeight)
	}
	for _, s := range surveys {
		s.judge(t, now, boxesByWeight)
		without := fit(slices.DeleteFunc(slices.Clone(all), func(e example) bool { return e.file == s.file }), ofAll...)
		s.judge(t, held, func(g *boxGroup) (bool, string) {
			_, why := boxesByWeight(g)
			return dot(without, evidence.Values(g.features())) >= 0, why
		})
	}
	t.Logf("of what tests invent:\n%s\nof the files, as it stands:\n%s\njudged without the file:\n%s", borders, now, held)
	if held.right() < leastRight {
		t.Errorf("%.1f %% right without the file, want %d", held.right(), leastRight)
	}
	if borders.right() < 100 {
		t.Errorf("%.1f %% right of what tests invent", borders.right())
	}
}

// judge counts the choices that are there and that are found, and the groups of columns that are neither.
func (s boxed) judge(t *testing.T, c *confusion, is boxJudge) {
	groups, weighed := map[string][]int{}, map[string]bool{}
	var order, found []string
	for _, f := range findBoxes(slices.Clone(s.columns), s.cells, s.platform, func(g *boxGroup) (bool, string) {
		yes, why := is(g)
		key := numbersOf(g.columns)
		if groups[key] == nil {
			groups[key] = g.columns
			order = append(order, key)
		}
		members := numbersOf(g.members)
		weighed[members] = weighed[members] || yes
		if yes && len(g.members) > 1 != slices.Contains(s.want, members) {
			t.Logf("%s: %q, columns %s of %s, judged boxes: %v; %s", s.file, g.text, members, key, yes, why)
		}
		return yes, why
	}) {
		found = append(found, numbersOf(f.members))
	}
	boxes := map[int]bool{}
	for i, column := range s.columns {
		for _, numbers := range slices.Concat(s.want, found) {
			boxes[i] = boxes[i] || holdsNumber(numbers, column.number)
		}
	}
	for _, numbers := range s.want {
		verdict := "apart"
		if slices.Contains(found, numbers) {
			verdict = "boxes"
		} else {
			t.Logf("%s: %q, columns %s are boxes, and not found", s.file, s.columns[0].fullText(), numbers)
		}
		c.add("boxes", verdict, verdict == "apart" || weighed[numbers])
	}
	for _, numbers := range found {
		if !slices.Contains(s.want, numbers) {
			c.add("apart", "boxes", true)
		}
	}
	for _, key := range order {
		if !slices.ContainsFunc(groups[key], func(i int) bool { return boxes[i] }) {
			c.add("apart", "apart", true)
		}
	}
}

// numbersOf names columns by their numbers.
func numbersOf(places []int) string {
	if len(places) == 0 {
		return ""
	}
	var numbers []int
	for _, i := range places {
		numbers = append(numbers, i+1)
	}
	return byNumber(numbers)[1:]
}

// holdsNumber reports whether a column is one of "5-7,9".
func holdsNumber(numbers string, n int) bool {
	return slices.ContainsFunc(strings.Split(numbers, ","), func(part string) bool {
		first, last, ok := span(part)
		return ok && first <= n && n <= last
	})
}

// boxExamples gives the groups that the decision is fitted on: choices, each by the first cut that has all of its boxes, and
// other columns by all cuts. What has some boxes of a choice tells nothing.
func boxExamples(surveys []boxed) (out []example) {
	for _, s := range surveys {
		weight := 1.0
		if s.file == "" {
			weight = 2
		}
		seen := map[string]bool{}
		findBoxes(slices.Clone(s.columns), s.cells, s.platform, func(g *boxGroup) (bool, string) {
			yes := slices.Contains(s.want, numbersOf(g.members))
			some := slices.ContainsFunc(g.columns, func(i int) bool {
				return slices.ContainsFunc(s.want, func(numbers string) bool { return holdsNumber(numbers, i+1) })
			})
			key := fmt.Sprint(g.columns, g.features())
			if (yes || !some) && !seen[key] {
				seen[key] = true
				out = append(out, example{s.file, evidence.Values(g.features()), yes, weight})
			}
			return yes, ""
		})
	}
	return out
}

// newBoxed looks at the columns of a file.
func newBoxed(t *testing.T, name string, in Input, opt Options, want []string) boxed {
	h, err := readHead(in, opt)
	if err != nil {
		t.Fatal(err)
	}
	cells := newAnswers([]*head{h}, plainReading(rune(h.dialect.Delimiter), h.platform))
	return boxed{name, h.columns, cells, h.platform, want}
}

// readBoxed reads the labelled files.
func readBoxed(t *testing.T) (out []boxed) {
	want := map[string][]string{}
	var files []string
	for file, line := range labels(t) {
		if !slices.Contains(files, file) {
			files = append(files, file)
		}
		if numbers, ok := strings.CutPrefix(line, "boxes "); ok {
			want[file] = strings.Fields(numbers)
		}
	}
	for _, file := range files {
		out = append(out, newBoxed(t, file, File(pathOf(t, file)), Options{}, want[file]))
	}
	return out
}

// severalColumns are the columns of a closed question in what a shape has to be.
var severalColumns = regexp.MustCompile(`\[(\d+ [\d ]+)\](?:multiple|single)`)

// inventBoxed gives the files that tests invent, the borders that boxes have.
func inventBoxed(t *testing.T) (out []boxed) {
	add := func(text string, opt Options, want []string) {
		out = append(out, newBoxed(t, "", Stream("-", strings.NewReader(text)), opt, want))
	}
	for _, c := range shapes {
		add(c.text, c.opt, closedColumns(c.want))
	}
	for _, c := range besideText {
		add(c.text, Options{}, closedColumns(c.want))
	}
	for _, c := range boxBorders {
		for _, n := range []int{12, 60} {
			add(c.header+table(n, c.row), Options{}, c.want)
		}
	}
	for _, c := range fewBorders {
		for _, n := range []int{2, 3} {
			add(c.header+table(n, c.row), Options{}, c.want)
		}
	}
	for i := range 100 {
		r := rand.New(rand.NewPCG(uint64(i), 9))
		text, _ := drawnGrid(r)
		add(text, Options{}, nil)
		text, n := drawnBoxes(r)
		add(text, Options{}, []string{fmt.Sprintf("2-%d", n+1)})
	}
	return out
}

// drawnGrid gives a grid of few respondents, who agree in some rows, and its number of rows.
func drawnGrid(r *rand.Rand) (string, int) {
	scale := [][]string{{"Good", "Fair", "Bad"}, {"Never", "Rarely", "Often", "Always"}, {"Agree", "Neutral", "Disagree"}, {"1", "2", "3", "4", "5"}, {"Daily", "Weekly", "Monthly"}}[r.IntN(5)]
	rows, n, dissent := 2+r.IntN(9), 4+r.IntN(20), 2+r.IntN(7)
	var b strings.Builder
	b.WriteString("id,Rate [" + strings.Join(options[:rows], "],Rate [") + "],Why?\n")
	favoured := make([]int, rows)
	for i := range favoured {
		favoured[i] = r.IntN(len(scale))
	}
	for i := range n {
		fmt.Fprintf(&b, "%d", i)
		for _, at := range favoured {
			if r.IntN(dissent) == 0 {
				at = r.IntN(len(scale))
			}
			b.WriteString("," + scale[at])
		}
		fmt.Fprintf(&b, ",because of %d\n", i)
	}
	return b.String(), rows
}

// drawnBoxes gives boxes of few respondents, and their number.
func drawnBoxes(r *rand.Rand) (string, int) {
	boxes, n, marks := 3+r.IntN(8), 6+r.IntN(20), r.IntN(3)
	var b strings.Builder
	b.WriteString("id,Which? [" + strings.Join(options[:boxes], "],Which? [") + "],Why?\n")
	if marks == 2 {
		b.Reset()
		b.WriteString("id,Which?" + strings.Repeat(",", boxes-1) + ",Why?\n")
	}
	for i := range n {
		fmt.Fprintf(&b, "%d", i)
		for k, option := range options[:boxes] {
			b.WriteByte(',')
			if i%boxes == k || r.IntN(3) == 0 {
				b.WriteString([]string{"Yes", option, "a " + option}[marks])
			}
		}
		fmt.Fprintf(&b, ",because of %d\n", i)
	}
	return b.String(), boxes
}

// options are the names of options and of rows.
var options = []string{"Speed", "Cost", "Staff", "Light", "Heat", "Doors", "Lifts", "Desks", "Plants", "Noise"}

// closedColumns gives the columns of the choices in what a shape has to be.
func closedColumns(want string) (out []string) {
	for _, m := range severalColumns.FindAllStringSubmatch(want, -1) {
		var places []int
		for _, number := range strings.Fields(m[1]) {
			first, _, _ := span(number)
			places = append(places, first-1)
		}
		out = append(out, numbersOf(places))
	}
	return out
}

// A boxBorder is a header, the form of a row, and the columns of the choices.
type boxBorder struct {
	name, header, row string
	want              []string
}

// boxBorders are groups of columns that are just boxes, and that just are not.
var boxBorders = []boxBorder{
	{"ones and zeros in brackets", "id,Pets? [Cat],Pets? [Dog],Why?\n", "%d,<0|1>,<1|0|0>,because of %d", []string{"2-3"}},
	{"yes and no behind a dash", "id,Pets? - Cat,Pets? - Dog,Pets? - Fish,Why?\n", "%d,<Yes|No>,<No|Yes|Yes>,<No|No|Yes|No>,because of %d", []string{"2-4"}},
	{"codes with ones alone", "id,Q5_1,Q5_2,Q5_3,Q6\n", "%d,<1|>,<|1|1>,<1||1|>,because of %d", []string{"2-4"}},
	{"options again in the cells", "id,Pets? - Cat,Pets? - Dog\n", "%d,<Cat|>,<|Dog|Dog>", []string{"2-3"}},
	{"one of them beside others that nobody ticked", "id,Which pets do you have?,,,Why?\n,Cat,Dog,Fish,\n", "%d,<Cat|>,,,because of %d", []string{"2-4"}},
	{"texts that no header says", "id,Which pets do you have?,,,Why?\n", "%d,<A cat|>,<|A dog|A dog>,<|A fish>,because of %d", []string{"2-4"}},
	{"an odd column among many", "id,Pets? [Cat],Pets? [Dog],Pets? [Fish],Pets? [Size]\n", "%d,<Cat|>,<|Dog|Dog>,<Fish|||Fish>,<Big|Small|Big>", []string{"2-4"}},
	{"typed text beside them", "id,Pets? [Cat],Pets? [Dog],Pets? [Other]\n", "%d,<Y|>,<|Y|Y>,<|a goat|||a hen number %d>", []string{"2-3"}},
	{"a grid of words", "id,Rate [Speed],Rate [Cost],Rate [Staff]\n", "%d,<Good|Bad>,<Good|Fair|Bad>,<Bad|Fair>", nil},
	{"a grid behind a dash", "id,Rate - Speed,Rate - Cost\n", "%d,<Good|Bad>,<Good|Fair|Bad>", nil},
	{"a grid of numbers", "id,Rate [Speed],Rate [Cost],Rate [Staff]\n", "%d,<1|2|3|4|5>,<4|5|1>,<5|2|3|2>", nil},
	{"a grid of two points", "id,Rate [Speed],Rate [Cost]\n", "%d,<1|2>,<2|1|1>", nil},
	{"a grid of which one row has one answer", "id,Rate [Speed],Rate [Cost],Rate [Staff]\n", "%d,Good,<Good|Fair|Bad>,<Bad|Fair>", nil},
	{"a grid with one answer throughout", "id,Rate [Speed],Rate [Cost],Rate [Staff]\n", "%d,<Good|>,<Good||>,<Good|Good||Good>", nil},
	{"a grid with a row of yes and no", "id,Rate [Speed],Rate [Cost],Rate [Used]\n", "%d,<Good|Bad>,<Good|Fair|Bad>,<Yes|No>", nil},
	{"a grid of yes, no and sometimes", "id,Do you use [Lift],Do you use [Stairs],Do you use [Door]\n", "%d,<Yes|No|Sometimes>,<Yes|No>,<Sometimes|No|Yes|No>", nil},
	{"a ranking", "id,Rank them,,,Why?\n,Cat,Dog,Fish,\n", "%d,<1|2|3>,<2|3|1>,<3|1|2|1>,because of %d", nil},
	{"two remarks that one wrote", "id,Position - now,Position - before\na,,,\nb,,,\nc,,,\nx,Clerk,Cook\n", "%d,,", nil},
	{"eight remarks that one wrote", strings.TrimSpace(tenColumns) + "\na,,,\nb,,,\nc,,,\nx,Clerk,Cook,Nurse,Baker,Painter,Teacher,Smith,Clown,,\n", "%d,,,,,,,,,,", nil},
	{"different questions with yes and no", "Q2_1,Q2_2,Q3\nDo you smoke?,Are you married?,Why?\n", "<Yes|No>,<No|Yes|Yes>,because of %d", nil},
	{"a question and its reason", "id,Will you come back?,,Why?\n,Response,If not please explain,\n", "%d,<Yes|No>,<|it was too far for number %d>,because of %d", nil},
	{"nobody answered", "id,Pets? [Cat],Pets? [Dog],Why?\n", "%d,,,because of %d", nil},
	{"nobody answered, under a header of options", "id,Which pets do you have?,,,Why?\n,Cat,Dog,Fish,\n", "%d,,,,because of %d", nil},
	{"two remarks that come again", "id,Position - now,Position - before\n", "%d,<Clerk|>,<Cook|>", nil},
	{"a grid of two rows on which all agree", "id,Rate [Speed],Rate [Cost],Why?\n", "%d,Good,Bad,because of %d", nil},
	{"a grid on which nearly all agree", "id,Rate [Speed],Rate [Cost],Rate [Staff],Rate [Light],Rate [Heat],Why?\n", "%d,Good,Bad,Good,Fair,<Good|Fair>,because of %d", nil},
	{"typed words", "id,Name three [1],Name three [2],Name three [3]\n", "%d,the sea of %d,a cat of %d,<|quiet %d>", nil},
	{"a wide grid with one answer throughout", tenColumns, "%d" + strings.Repeat(","+eleven("Good", ""), 10), nil},
	{"a wide grid with one answer in each row", tenColumns, "%d" + strings.Repeat(","+eleven("Good", "")+","+eleven("", "Fair"), 5), nil},
	{"a wide grid with some rows of one answer", tenColumns, "%d" + strings.Repeat(",Good,"+eleven("Fair", "Bad"), 5), nil},
	{"a wide grid with rows of yes and no", tenColumns, "%d" + strings.Repeat(","+eleven("Yes", "No"), 2) + strings.Repeat(","+eleven("Fair", "Bad"), 8), nil},
	{"a wide grid of yes and no with two of several", tenColumns, "%d" + strings.Repeat(","+eleven("Yes", "No"), 8) + strings.Repeat(","+eleven("Fair", "Bad"), 2), nil},
	{"a wide grid whose rows have one answer each, of the same few", tenColumns, "%d" + strings.Repeat(","+eleven("Good", ""), 3) + "," + eleven("", "Bad") + "," + eleven("Fair", "") + "," + eleven("", "Poor") + strings.Repeat(","+eleven("", "Good"), 4), nil},
	{"a grid whose rows have one answer each but one", tenColumns, "%d,Good,Bad,Fair,Poor," + eleven("Good", "Bad") + ",,,,,", nil},
	{"a wide grid, empty but for a row", tenColumns, "%d" + strings.Repeat(",", 9) + "," + eleven("Fair", "Bad"), nil},
	{"many texts that no header says", "id,Which?" + strings.Repeat(",", 10) + ",Why?\n", "%d" + each("A") + ",,because of %d", []string{"2-12"}},
	{"the same under a row of options", "id,Which?" + strings.Repeat(",", 9) + ",Why?\n," + strings.Join(options, ",") + ",\n", "%d" + each("A") + ",because of %d", []string{"2-11"}},
	{"many ones and zeros", tenColumns, "%d" + strings.Repeat(","+eleven("0", "1"), 10), []string{"2-11"}},
	{"many options and an odd column", strings.TrimSpace(tenColumns) + ",Do you like [Size]\n", "%d" + each("") + ",<Big|Small|Big>", []string{"2-11"}},
}

// tenColumns is the header of ten columns of one question.
var tenColumns = "id,Do you like [" + strings.Join(options, "],Do you like [") + "]\n"

// eleven is a choice of so many parts that it is no pattern in a row of ten columns.
func eleven(parts ...string) string {
	var all []string
	for i := range 11 {
		all = append(all, parts[i*i%11%len(parts)])
	}
	return "<" + strings.Join(all, "|") + ">"
}

// each has a box for each option, with a text before it.
func each(before string) (row string) {
	for _, option := range options {
		row += "," + eleven("", strings.TrimSpace(before+" "+option))
	}
	return row
}

// fewBorders are the same of as few respondents as there may be.
var fewBorders = []boxBorder{
	{"ones and zeros", "id,Pets? [Cat],Pets? [Dog],Why?\n", "%d,1,0,because of %d", []string{"2-3"}},
	{"codes of REDCap without its other columns", "id,pets___1,pets___2,pets___3,why\n", "%d,1,0,0,because of %d", []string{"2-4"}},
	{"options in the cells", "id,Pets? - Cat,Pets? - Dog,Pets? - Cow\n", "%d,Cat,Dog,", []string{"2-4"}},
	{"options under a question", "id,Which pets do you have?,,,Why?\n,Cat,Dog,Fish,\n", "%d,,Dog,,because of %d", []string{"2-4"}},
	{"a grid of words", "id,Rate [Speed],Rate [Cost],Rate [Staff]\n", "%d,<Good|Bad>,<Good|Fair|Bad>,<Bad|Fair>", nil},
}
