package survey

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"verbatim/internal/evidence"
	"verbatim/internal/kind"
)

// A boxed survey is the columns of a file, and which of them are the boxes of one choice
// each: "1-3", "5-7,9".
type boxed struct {
	file     string
	columns  []column
	profiles []*kind.Profile
	platform *platform
	want     []string
}

// TestFitBoxes holds the boxes that are found against testdata/labels.txt, and judges each
// file by weights fitted without it.
func TestFitBoxes(t *testing.T) {
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
	for _, f := range findBoxes(slices.Clone(s.columns), s.profiles, s.platform, func(g *boxGroup) (bool, string) {
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
		findBoxes(slices.Clone(s.columns), s.profiles, s.platform, func(g *boxGroup) (bool, string) {
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
	return boxed{name, h.columns, cells.profiles, h.platform, want}
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
	return out
}

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
	{"eight remarks that one wrote", "id," + labelled10 + "\na,,,\nb,,,\nc,,,\nx,Clerk,Cook,Nurse,Baker,Painter,Teacher,Smith,Clown,,\n", "%d,,,,,,,,,,", nil},
	{"different questions with yes and no", "Q2_1,Q2_2,Q3\nDo you smoke?,Are you married?,Why?\n", "<Yes|No>,<No|Yes|Yes>,because of %d", nil},
	{"a question and its reason", "id,Will you come back?,,Why?\n,Response,If not please explain,\n", "%d,<Yes|No>,<|it was too far for number %d>,because of %d", nil},
	{"nobody answered", "id,Pets? [Cat],Pets? [Dog],Why?\n", "%d,,,because of %d", nil},
	{"nobody answered, under a header of options", "id,Which pets do you have?,,,Why?\n,Cat,Dog,Fish,\n", "%d,,,,because of %d", nil},
	{"typed words", "id,Name three [1],Name three [2],Name three [3]\n", "%d,the sea of %d,a cat of %d,<|quiet %d>", nil},
	{"a wide grid with one answer throughout", "id," + labelled10 + "\n", "%d" + strings.Repeat(",<Good|>", 10), nil},
	{"a wide grid with one answer in each row", "id," + labelled10 + "\n", "%d" + strings.Repeat(",<Good||>,<Fair|>", 5), nil},
	{"a wide grid with some rows of one answer", "id," + labelled10 + "\n", "%d" + strings.Repeat(",Good,<Fair|Bad>", 5), nil},
	{"a wide grid with rows of yes and no", "id," + labelled10 + "\n", "%d,<Yes|No>,<No|Yes>" + strings.Repeat(",<Fair|Bad>", 8), nil},
	{"a wide grid of yes and no with one of several", "id," + labelled10 + "\n", "%d" + strings.Repeat(",<Yes|No>", 8) + ",<Fair|Bad>,<Bad|Fair>", nil},
	{"a wide grid, empty but for a row", "id," + labelled10 + "\n", "%d" + strings.Repeat(",", 9) + ",<Fair|Bad>", nil},
	{"many texts that no header says", "id,Which?" + strings.Repeat(",", 10) + ",Why?\n", "%d,<A|>,<B|>,<C|>,<D|>,<E|>,<F|>,<G|>,<H|>,<I|>,<J|>,,because of %d", []string{"2-12"}},
	{"the same from a row of options", "id,Which?" + strings.Repeat(",", 9) + ",Why?\n," + options10 + ",\n", "%d,<A1|>,<B1|>,<C1|>,<D1|>,<E1|>,<F1|>,<G1|>,<H1|>,<I1|>,<J1|>,because of %d", []string{"2-11"}},
	{"many ones and zeros", "id," + labelled10 + "\n", "%d" + strings.Repeat(",<1|0>", 10), []string{"2-11"}},
	{"many options and an odd column", "id,Pets? [Cat],Pets? [Dog],Pets? [Fish],Pets? [Hen],Pets? [Cow],Pets? [Pig],Pets? [Size]\n", "%d,<Cat|>,<Dog|>,<Fish|>,<Hen|>,<Cow|>,<Pig|>,<Big|Small>", []string{"2-7"}},
	{"three remarks that one wrote each", "id,Position - now,Position - before,Position - then\na,,,\nb,,,\nc,,,\nx,Clerk,Cook,Nurse\n", "%d,,,", nil},
}

// labelled10 are the headers of ten columns of one question, options10 the options alone.
const (
	labelled10 = "Do [A1],Do [B1],Do [C1],Do [D1],Do [E1],Do [F1],Do [G1],Do [H1],Do [I1],Do [J1]"
	options10  = "A1,B1,C1,D1,E1,F1,G1,H1,I1,J1"
)

// fewBorders are the same of as few respondents as there may be.
var fewBorders = []boxBorder{
	{"ones and zeros", "id,Pets? [Cat],Pets? [Dog],Why?\n", "%d,1,0,because of %d", []string{"2-3"}},
	{"codes of REDCap without its other columns", "id,pets___1,pets___2,pets___3,why\n", "%d,1,0,0,because of %d", []string{"2-4"}},
	{"options in the cells", "id,Pets? - Cat,Pets? - Dog,Pets? - Cow\n", "%d,Cat,Dog,", []string{"2-4"}},
	{"options under a question", "id,Which pets do you have?,,,Why?\n,Cat,Dog,Fish,\n", "%d,,Dog,,because of %d", []string{"2-4"}},
	{"a grid of words", "id,Rate [Speed],Rate [Cost],Rate [Staff]\n", "%d,<Good|Bad>,<Good|Fair|Bad>,<Bad|Fair>", nil},
}
