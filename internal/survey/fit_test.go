package survey

import (
	"fmt"
	"iter"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/kind"
)

// TestFit holds the verdicts on the labelled columns against testdata/labels.txt, and
// judges each survey by weights fitted without it. It needs all labelled files.
//
//	UPDATE=1 go test -run TestFit ./internal/survey
//
// (once more where the weights of header rows change, by which files are read) fits the
// weights anew on all of them and writes evidence/weights.txt. The fit is a
// logistic regression with a small penalty (ridge), by Newton's method; features are
// whole numbers, and so are the weights once they are rounded to hundredths.

const weightsFile = "../evidence/weights.txt"

// leastRight is the share of columns, in per cent, that weights fitted without their
// survey have to judge right.
const leastRight = 97

// A labelled column is a question of a labelled file, judged.
type labelled struct {
	file, want, separator string
	columns               int // how many it has
	got                   Kind
	tried                 []kind.Trial
	open                  []int
	text                  string
}

// An example is what one decision is fitted on.
type example struct {
	file     string
	features []int
	yes      bool
	weight   float64
}

func TestFit(t *testing.T) {
	questions := readLabelled(t)
	// What the tests of kinds invent is learned from, and not counted.
	open, several := examples(append(invent(t), questions...))
	if os.Getenv("UPDATE") != "" {
		writeWeights(t, map[string][]example{"several": several, "open": open, "header": headerExamples(append(inventHeaders(t), readHeaders(t)...)), "boxes": boxExamples(append(inventBoxed(t), readBoxed(t)...))})
		return // another run holds the verdicts against the labels
	}
	all := [2][]float64{fit(open), fit(several)}
	t.Logf("open: weights %.2f\nseveral: weights %.2f", all[0], all[1])
	now, held := newConfusion(), newConfusion()
	var files []string
	for _, q := range questions {
		if !slices.Contains(files, q.file) {
			files = append(files, q.file)
		}
	}
	for _, file := range files {
		others := func(e example) bool { return e.file == file }
		without := [2][]float64{fit(slices.DeleteFunc(slices.Clone(open), others), all[0]...), fit(slices.DeleteFunc(slices.Clone(several), others), all[1]...)}
		for _, q := range questions {
			if q.file != file {
				continue
			}
			now.add(q.want, string(q.got), q.weighed())
			verdict := q.judge(without[0], without[1])
			held.add(q.want, string(verdict), q.weighed())
			if string(verdict) != q.want || string(q.got) != q.want {
				t.Logf("%s: %.50q is %s, judged %s, without its survey %s", q.file, q.text, q.want, q.got, verdict)
			}
		}
	}
	t.Logf("as it stands:\n%s\njudged without the survey:\n%s", now, held)
	if held.right() < leastRight {
		t.Errorf("%.1f %% right without the survey, want %d", held.right(), leastRight)
	}
}

// weight makes up for the small number of what tests invent, which are the borders
// that a kind is to keep however many people are asked.
func (q labelled) weight() float64 {
	if q.file == "" {
		return 2
	}
	return 1
}

// weighed reports whether weights decided.
func (q labelled) weighed() bool { return len(q.tried) > 0 || q.open != nil }

// judge judges a question by other weights.
func (q labelled) judge(open, several []float64) Kind {
	if !q.weighed() {
		return q.got
	}
	for _, trial := range q.tried {
		if dot(several, trial.Features) >= 0 {
			return KindMultiple
		}
	}
	if q.open == nil || dot(open, q.open) >= 0 {
		return KindOpen
	}
	return KindSingle
}

// dot gives the score: the last weight is the bias.
func dot(w []float64, features []int) float64 {
	sum := w[len(features)]
	for i, f := range features {
		sum += w[i] * float64(f)
	}
	return sum
}

// examples gives what the two decisions are fitted on.
func examples(questions []labelled) (open, several []example) {
	for _, q := range questions {
		for _, trial := range q.tried {
			switch {
			case q.want == string(KindMultiple) && trial.Separator == q.separator:
				several = append(several, example{q.file, trial.Features, true, q.weight()})
			case q.want == string(KindOpen), q.want == string(KindSingle):
				several = append(several, example{q.file, trial.Features, false, q.weight()})
			}
		}
		// Several options that are not told apart are better read as one than as words.
		if q.open != nil && (q.want == string(KindOpen) || q.want == string(KindSingle) || q.want == string(KindMultiple)) {
			open = append(open, example{q.file, q.open, q.want == string(KindOpen), q.weight()})
		}
	}
	return open, several
}

// ridge keeps weights small where examples do not ask for more.
const ridge = 0.03

// fit gives the weights that make the examples likeliest, the bias last. It begins with the weights that are given: those
// of nearly the same examples are soon right.
func fit(examples []example, start ...float64) []float64 {
	if len(examples) == 0 {
		return nil
	}
	n := len(examples[0].features) + 1
	w := make([]float64, n)
	copy(w, start)
	for range 40 {
		gradient, hessian := make([]float64, n), make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			if i < n-1 {
				gradient[i], hessian[i][i] = -ridge*w[i]*float64(n), ridge*float64(n)
			} else {
				hessian[i][i] = 1e-6
			}
		}
		x := make([]float64, n)
		for _, e := range examples {
			for i, f := range e.features {
				x[i] = float64(f)
			}
			x[n-1] = 1
			p := 1 / (1 + math.Exp(-dot(w, e.features)))
			y := 0.0
			if e.yes {
				y = 1
			}
			for i := range x {
				if x[i] == 0 {
					continue
				}
				gradient[i] += e.weight * (y - p) * x[i]
				for j, h := range hessian[i] {
					hessian[i][j] = h + e.weight*p*(1-p)*x[i]*x[j]
				}
			}
		}
		step, longest := solve(hessian, gradient), 0.0
		for i := range w {
			w[i] += step[i]
			longest = max(longest, math.Abs(step[i]))
		}
		if longest < 1e-6 {
			break
		}
	}
	return w
}

// solve solves a system of linear equations by Gaussian elimination.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for c := range n {
		pivot := c
		for r := c; r < n; r++ {
			if math.Abs(a[r][c]) > math.Abs(a[pivot][c]) {
				pivot = r
			}
		}
		a[c], a[pivot], b[c], b[pivot] = a[pivot], a[c], b[pivot], b[c]
		for r := c + 1; r < n; r++ {
			f := a[r][c] / a[c][c]
			for k := c; k < n; k++ {
				a[r][k] -= f * a[c][k]
			}
			b[r] -= f * b[c]
		}
	}
	x := make([]float64, n)
	for c := n - 1; c >= 0; c-- {
		x[c] = b[c]
		for k := c + 1; k < n; k++ {
			x[c] -= a[c][k] * x[k]
		}
		x[c] /= a[c][c]
	}
	return x
}

// A confusion counts what was judged as what, of the questions that weights decide
// on and of all.
type confusion struct {
	counts, all map[[2]string]int
}

func newConfusion() *confusion { return &confusion{map[[2]string]int{}, map[[2]string]int{}} }

func (c *confusion) add(want, got string, byWeights bool) {
	c.all[[2]string{want, got}]++
	if byWeights {
		c.counts[[2]string{want, got}]++
	}
}

// right gives the share of verdicts that are right, in per cent, of those that
// weights decide on.
func (c *confusion) right() float64 { return share(c.counts) }

func share(counts map[[2]string]int) float64 {
	right, all := 0, 0
	for pair, n := range counts {
		all += n
		if pair[0] == pair[1] {
			right += n
		}
	}
	return 100 * float64(right) / float64(all)
}

func (c *confusion) String() string {
	var b strings.Builder
	for _, table := range []struct {
		name   string
		counts map[[2]string]int
	}{{"by weights", c.counts}, {"all", c.all}} {
		fmt.Fprintf(&b, "%s: %.1f %% right\n", table.name, share(table.counts))
		for _, pair := range slices.SortedFunc(maps.Keys(table.counts), func(a, b [2]string) int { return strings.Compare(a[0]+a[1], b[0]+b[1]) }) {
			fmt.Fprintf(&b, "  %-8s judged %-8s %d\n", pair[0], pair[1], table.counts[pair])
		}
	}
	return b.String()
}

// labels gives the lines of testdata/labels.txt, each with the file it is about.
func labels(t *testing.T) iter.Seq2[string, string] {
	text, err := os.ReadFile("testdata/labels.txt")
	if err != nil {
		t.Fatal(err)
	}
	return func(yield func(file, line string) bool) {
		file := ""
		for line := range strings.Lines(string(text)) {
			switch line = strings.TrimSpace(line); {
			case line == "" || line[0] == '#':
			case line[0] == '[':
				file = strings.Trim(line, "[]")
			case !yield(file, line):
				return
			}
		}
	}
}

// readLabelled judges the labelled files. A question has the label of its first
// column.
func readLabelled(t *testing.T) (out []labelled) {
	var opened string
	var e *Export
	for file, line := range labels(t) {
		want, rest, _ := strings.Cut(line, " ")
		if want == "header" || want == "boxes" {
			continue
		}
		if file != opened {
			opened, e = file, openLabelled(t, file)
		}
		separator := ""
		if quoted, err := strconv.QuotedPrefix(rest); err == nil {
			separator, _ = strconv.Unquote(quoted)
			rest = rest[len(quoted):]
		}
		for _, part := range strings.Fields(rest) {
			first, last, ok := span(part)
			if !ok {
				t.Fatalf("%s: %q", file, line)
			}
			for _, q := range e.Questions {
				if q.Columns[0] >= first && q.Columns[0] <= max(first, last) {
					out = append(out, labelled{file: file, want: want, separator: separator, got: q.Kind, columns: len(q.Columns), tried: q.verdict.Tried, open: q.verdict.Seen, text: q.Text})
				}
			}
		}
	}
	return out
}

// invent gives the columns that tests of kinds invent.
func invent(t *testing.T) (out []labelled) {
	add := func(q Question, want Kind) {
		out = append(out, labelled{want: string(want), separator: q.Separator, got: q.Kind, tried: q.verdict.Tried, open: q.verdict.Seen, text: q.Text})
	}
	for _, c := range few {
		add(openText(t, answersTo(c.header, c.answers), Options{}).Questions[1], c.want)
	}
	for _, c := range vocabularies() {
		for _, n := range []int{150, 300, 1000, 3000} {
			add(openText(t, "n,Q1\n"+drawn(n, c.words, c.fall, c.write), Options{}).Questions[1], c.want)
		}
	}
	for _, c := range shapes {
		e := openText(t, c.text, c.opt)
		for _, part := range strings.Split(c.want, "[")[1:] {
			columns, want, _ := strings.Cut(strings.TrimSpace(part), "]")
			for _, q := range e.Questions {
				if strings.Trim(fmt.Sprint(q.Columns), "[]") == columns {
					add(q, Kind(want))
				}
			}
		}
	}
	add(openText(t, typedLists(), Options{}).Questions[1], KindOpen)
	for _, n := range []int{200} {
		add(openText(t, sentences(n), Options{}).Questions[1], KindOpen)
	}
	for _, q := range openText(t, ranking(), Options{}).Questions[1:] {
		add(q, KindSingle)
	}
	for i, q := range openText(t, workshop(), Options{}).Questions {
		add(q, []Kind{kind.Meta, KindSingle, KindSingle, KindSingle, KindOpen}[i])
	}
	return out
}

// openLabelled opens a labelled file.
func openLabelled(t *testing.T, name string) *Export {
	e, err := Open(t.Context(), []Input{File(pathOf(t, name))}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// pathOf gives the path of a labelled file; the test is skipped where it is not there.
func pathOf(t *testing.T, name string) string {
	path := filepath.Join("../..", name)
	shared := os.Getenv("VERBATIM_SURVEYS")
	if shared == "" {
		shared = "../../../shared/surveys"
	}
	if rest, ok := strings.CutPrefix(name, "surveys/"); ok {
		path = filepath.Join(shared, rest)
	} else if strings.HasPrefix(name, "cases/") {
		path = filepath.Join(shared, "..", name)
	}
	if _, err := os.Stat(path); err != nil {
		t.Skipf("%s is not there", name)
	}
	return path
}

// writeWeights writes the weights in hundredths, and the mean of each feature as its
// centre, under the names that the file has.
func writeWeights(t *testing.T, decisions map[string][]example) {
	t.Helper()
	old, err := os.ReadFile(weightsFile)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	var rows []string
	for line := range strings.Lines(string(old)) {
		name := strings.Fields(line)
		switch {
		case len(name) == 0:
			b.WriteString("\n")
		case line[0] == '#':
			b.WriteString(line)
		case line[0] == '[':
			b.WriteString(line)
			rows = weightRows(decisions[strings.Trim(line, "[]\n")])
		case name[0] == "bias":
			fmt.Fprintf(&b, "bias %s\n", rows[len(rows)-1])
		default:
			fmt.Fprintf(&b, "%s %s\n", name[0], rows[0])
			rows = rows[1:]
		}
	}
	if err := os.WriteFile(weightsFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// weightRows gives weight and centre of each feature, and the bias last.
func weightRows(examples []example) (rows []string) {
	w := fit(examples)
	bias := 100 * w[len(w)-1]
	for i := range w[:len(w)-1] {
		sum := 0
		for _, e := range examples {
			sum += e.features[i]
		}
		centre := math.Round(float64(sum) / float64(len(examples)))
		rows = append(rows, fmt.Sprintf("%.0f %.0f", 100*w[i], centre))
		bias += math.Round(100*w[i]) * centre
	}
	return append(rows, fmt.Sprintf("%.0f", bias))
}
