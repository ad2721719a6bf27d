package survey

import (
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"verbatim/internal/evidence"
	"verbatim/internal/rows"
)

// A labelledTop is the first rows of a file, and how many of them are header rows.
type labelledTop struct {
	file string
	rows [][]string
	want int
}

// TestFitHeader holds the number of header rows against testdata/labels.txt, of each
// file as it is and without its header rows, and judges each file by weights fitted
// without it.
func TestFitHeader(t *testing.T) {
	if os.Getenv("VERBATIM_FULL") == "" {
		t.Skip("VERBATIM_FULL is not set")
	}
	tops, invented := readHeaders(t), inventHeaders(t)
	all := headerExamples(append(slices.Clone(invented), tops...))
	ofAll := fit(all)
	t.Logf("header: weights %.2f", ofAll)
	k, now, held := Options{}.known(), newConfusion(), newConfusion()
	var without []float64
	for i, top := range tops {
		if i == 0 || tops[i-1].file != top.file {
			without = fit(slices.DeleteFunc(slices.Clone(all), func(e example) bool { return e.file == top.file }), ofAll...)
		}
		byWeights := false
		got, _, _ := k.headerRows(top.rows, weighed)
		verdict, _, why := k.headerRows(top.rows, func(features []evidence.Feature) (bool, string) {
			byWeights = true
			_, why := weighed(features)
			return dot(without, evidence.Values(features)) >= 0, why
		})
		now.add(strconv.Itoa(top.want), strconv.Itoa(got), byWeights)
		held.add(strconv.Itoa(top.want), strconv.Itoa(verdict), byWeights)
		if verdict != top.want || got != top.want {
			t.Logf("%s: %.60q: %d header rows, judged %d, without this file %d: %s", top.file, top.rows[0], top.want, got, verdict, why)
		}
	}
	t.Logf("as it stands:\n%s\njudged without the file:\n%s", now, held)
	if held.right() < leastRight {
		t.Errorf("%.1f %% right without the file, want %d", held.right(), leastRight)
	}
}

// headerExamples gives the rows that the decision is fitted on: header rows, and the
// first respondent.
func headerExamples(tops []labelledTop) (out []example) {
	k := Options{}.known()
	for _, top := range tops {
		weight := 1.0
		if top.file == "" {
			weight = 2
		}
		// A survey that four people have answered is to be read alike.
		for _, rows := range [][][]string{top.rows, top.rows[:min(top.want+4, len(top.rows))]} {
			for i := range min(top.want+1, len(rows)) {
				out = append(out, example{top.file, evidence.Values(k.compare(rows, i).features(i)), i < top.want, weight})
			}
		}
	}
	return out
}

// readHeaders gives the top of each labelled file with its header rows, and without.
func readHeaders(t *testing.T) (out []labelledTop) {
	for file, line := range labels(t) {
		number, isHeader := strings.CutPrefix(line, "header ")
		if !isHeader {
			continue
		}
		want, err := strconv.Atoi(number)
		if err != nil {
			t.Fatalf("%s: %q", file, line)
		}
		sample, err := rows.Detect(File(pathOf(t, file)), rows.Options{})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, tops(file, sample, want)...)
	}
	return out
}

// tops gives the first rows of a sample as they are and without its header rows.
func tops(file string, sample rows.Sample, want int) []labelledTop {
	skip, _, _ := sample.Above(Options{}.known().titles(), sample.Table.Width)
	lines, _ := sample.First(skip, headerSample)
	out := []labelledTop{{file, lines, want}}
	if want > 0 && len(lines) > want+3 {
		out = append(out, labelledTop{file, lines[want:], 0})
	}
	return out
}

// inventHeaders gives the files that tests of headers invent.
func inventHeaders(t *testing.T) (out []labelledTop) {
	add := func(text string, want int) {
		sample, err := rows.Detect(Stream("-", strings.NewReader(text)), rows.Options{})
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, tops("", sample, want)...)
	}
	for _, c := range shapes {
		if c.opt.HeaderRows == 0 {
			fields := strings.SplitAfterN(c.want, "' ", 2)
			number, _, _ := strings.Cut(fields[1], " ")
			want, err := strconv.Atoi(number)
			if err != nil {
				t.Fatal(c.want)
			}
			add(c.text, want)
		}
	}
	for _, c := range answeredHeaders {
		add(c.text, map[bool]int{true: 0, false: 1}[c.answered])
	}
	return out
}
