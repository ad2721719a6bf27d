//go:build ignore

// Net runs every command of a built program on every survey at hand and keeps
// what comes out, so that a change of structure can be told from a change of
// results:
//
//	go build -o /tmp/verbatim ./cmd/verbatim
//	go run .ci/net.go [-only NAME,...] [-workers N] /tmp/verbatim /tmp/new
//	diff /tmp/old/figures.txt /tmp/new/figures.txt
//
// The folder gets each output, and two lists with a hash a line: whole.txt of
// every output as it is, figures.txt of the numbers and terms in the JSON, and
// of the coded rows, alone.
package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// A run is one call of the program.
type run struct {
	name string   // of the folder that takes its outputs
	args []string // OUT in them stands for that folder
}

// A question is what inspect says of one, as far as it matters here.
type question struct {
	Columns  []int
	Select   string
	Kind     string
	Distinct int
}

func main() {
	log.SetFlags(0)
	only := flag.String("only", "", "parts of the names of surveys, with commas between; empty: all")
	workers := flag.Int("workers", 2, "runs at a time")
	flag.Parse()
	if flag.NArg() != 2 {
		log.Fatal("usage: go run .ci/net.go [-only NAME,...] PROGRAM FOLDER")
	}
	program, folder := flag.Arg(0), flag.Arg(1)
	n := &net{program: program, folder: folder, whole: map[string]string{}, figures: map[string]string{}}
	var surveys []string
	for _, pattern := range []string{"testdata/*.csv", "testdata/exports/*", "../shared/surveys/*.[ct]sv"} {
		found, err := filepath.Glob(pattern)
		if err != nil {
			log.Fatal(err)
		}
		surveys = append(surveys, found...)
	}
	surveys = slices.DeleteFunc(surveys, func(s string) bool {
		return strings.Contains(s, "themes") || strings.HasSuffix(s, ".md") || !named(s, *only)
	})
	jobs := make(chan string)
	var wait sync.WaitGroup
	for range *workers {
		wait.Go(func() {
			for survey := range jobs {
				n.survey(survey)
			}
		})
	}
	for _, survey := range surveys {
		jobs <- survey
	}
	close(jobs)
	wait.Wait()
	n.write("whole.txt", n.whole)
	n.write("figures.txt", n.figures)
}

// named reports whether a survey has one of the parts in its name.
func named(survey, parts string) bool {
	for part := range strings.SplitSeq(parts, ",") {
		if strings.Contains(survey, part) {
			return true
		}
	}
	return false
}

// A net takes what the runs give.
type net struct {
	program, folder string
	mu              sync.Mutex
	whole, figures  map[string]string // hash by output
}

// survey runs all there is for one file.
func (n *net) survey(file string) {
	name := filepath.Base(file)
	out := n.run(run{name + "/inspect", []string{"inspect", file, "-o", "OUT/inspect.json", "--samples", "2"}})
	n.run(run{name + "/inspect-table", []string{"inspect", file}})
	var seen struct{ Questions []question }
	if raw, err := os.ReadFile(filepath.Join(out, "inspect.json")); err == nil {
		if err := json.Unmarshal(raw, &seen); err != nil {
			log.Fatal(file, ": ", err)
		}
	}
	by := groupColumn(seen.Questions)
	for _, suppress := range []string{"0", "5"} {
		var several []string
		for _, q := range seen.Questions {
			if q.Kind != "open" {
				continue
			}
			several = append(several, "-q", q.Select)
			n.question(file, fmt.Sprintf("%s/%d/%s", name, q.Columns[0], suppress), q.Select, by, suppress)
		}
		base := append([]string{"report", file, "--suppress", suppress}, several[:min(len(several), 8)]...)
		if by != "" {
			base = append(base, "--by", by)
		}
		for _, format := range []string{"html", "md", "json"} {
			n.run(run{fmt.Sprintf("%s/report/%s/%s", name, suppress, format), append(slices.Clone(base), "-o", "OUT/report."+format)})
		}
	}
}

// groupColumn picks the first question that parts respondents into few groups.
func groupColumn(questions []question) string {
	for _, q := range questions {
		if q.Kind == "single" && 2 <= q.Distinct && q.Distinct <= 6 {
			return q.Select
		}
	}
	return ""
}

// question runs all there is for one open question.
func (n *net) question(file, name, q, by, suppress string) {
	call := func(what, command string, args ...string) string {
		full := append([]string{command, file, "-q", q, "--suppress", suppress}, args...)
		return n.run(run{name + "/" + what, full})
	}
	out := call("tally", "tally", "-o", "OUT/tally.json", "--top", "0", "--intervals")
	call("tally-table", "tally")
	call("tally-csv", "tally", "--format", "csv")
	call("tally-md", "tally", "--format", "markdown", "--count", "respondents")
	call("tally-found", "tally", "-o", "OUT/tally.json", "--phrases", "--set-aside", "none")
	call("tally-whole", "tally", "-o", "OUT/tally.json", "--whole", "--redact")
	call("tally-merges", "tally", "--suggest-merges", "OUT/merges.csv", "-o", "OUT/tally.json")
	call("cloud", "cloud", "-o", "OUT/cloud.png", "-o", "OUT/cloud.svg", "--layout", "OUT/layout.json", "--alt", "OUT/alt.txt")
	call("chart", "chart", "-o", "OUT/chart.png", "-o", "OUT/chart.svg")
	n.run(run{name + "/merge", []string{"merge", filepath.Join(out, "tally.json"), "-o", "OUT/merged.json"}})
	terms, themes := n.themes(out, name)
	if len(terms) > 0 {
		call("quotes", "quotes", terms[0], "-o", "OUT/quotes.json", "--sample", "6")
		call("quotes-table", "quotes", terms[0])
		call("explain", "tally", "--explain", terms[0], "--format", "json")
		call("themes", "tally", "--themes", themes, "-o", "OUT/tally.json")
		call("themes-chart", "chart", "--themes", themes, "--of", "themes", "-o", "OUT/chart.svg")
		call("code", "code", "--themes", themes, "-o", "OUT/coded.csv")
		call("code-table", "code", "--themes", themes, "--format", "table")
	}
	if by == "" {
		return
	}
	call("by", "tally", "--by", by, "-o", "OUT/tally.json")
	call("by-chart", "chart", "--by", by, "-o", "OUT/chart.svg")
	call("compare", "compare", "--by", by, "-o", "OUT/compare.json", "-o", "OUT/compare.svg")
	call("compare-table", "compare", "--by", by)
	if len(terms) > 0 {
		call("compare-themes", "compare", "--by", by, "--themes", themes, "-o", "OUT/compare.json")
	}
}

// themes makes a list of two themes of the first terms of a tally.
func (n *net) themes(out, name string) (terms []string, file string) {
	var tally struct{ Terms []struct{ Term string } }
	raw, err := os.ReadFile(filepath.Join(out, "tally.json"))
	if err != nil || json.Unmarshal(raw, &tally) != nil {
		return nil, ""
	}
	list := "theme,term\n"
	for i, t := range tally.Terms[:min(8, len(tally.Terms))] {
		terms = append(terms, t.Term)
		list += fmt.Sprintf("%s,\"%s\"\n", []string{"odd", "even"}[i%2], strings.ReplaceAll(t.Term, `"`, `""`))
	}
	file = filepath.Join(n.folder, name, "themes.csv")
	if err := os.WriteFile(file, []byte(list), 0o666); err != nil {
		log.Fatal(err)
	}
	return terms, file
}

// run makes one call, keeps its outputs and notes their hashes. It returns the
// folder of the outputs.
func (n *net) run(r run) string {
	out := filepath.Join(n.folder, r.name)
	if err := os.MkdirAll(out, 0o777); err != nil {
		log.Fatal(err)
	}
	args := slices.Clone(r.args)
	for i := range args {
		args[i] = strings.Replace(args[i], "OUT/", out+"/", 1)
	}
	c := exec.Command(n.program, args...)
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	err := c.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		log.Fatal(err)
	}
	fmt.Fprintf(&stderr, "status %d\n", c.ProcessState.ExitCode())
	hide := strings.NewReplacer(n.folder, "FOLDER", n.program, "PROGRAM")
	n.keep(out, "stdout", []byte(hide.Replace(stdout.String())))
	n.keep(out, "stderr", []byte(hide.Replace(stderr.String())))
	files, err := os.ReadDir(out)
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range files {
		if f.IsDir() || f.Name() == "stdout" || f.Name() == "stderr" || f.Name() == "figures" || f.Name() == "themes.csv" {
			continue
		}
		content, err := os.ReadFile(filepath.Join(out, f.Name()))
		if err != nil {
			log.Fatal(err)
		}
		n.note(n.whole, filepath.Join(r.name, f.Name()), codes.ReplaceAll(content, nil))
		switch {
		case f.Name() == "coded.csv":
			n.note(n.figures, filepath.Join(r.name, f.Name()), content)
		case strings.HasSuffix(f.Name(), ".json") && !strings.HasPrefix(f.Name(), "layout") && !strings.HasPrefix(f.Name(), "inspect"):
			figures := figuresOf(content)
			if err := os.WriteFile(filepath.Join(out, "figures"), figures, 0o666); err != nil {
				log.Fatal(err)
			}
			n.note(n.figures, filepath.Join(r.name, f.Name()), figures)
		}
	}
	return out
}

// codes are what warnings got in JSON after the first outputs were kept.
var codes = regexp.MustCompile(`(?m)^ *"code": "[a-z_]+",\n`)

// keep writes one of the two streams and notes it.
func (n *net) keep(out, name string, content []byte) {
	if err := os.WriteFile(filepath.Join(out, name), content, 0o666); err != nil {
		log.Fatal(err)
	}
	rel, _ := filepath.Rel(n.folder, out)
	n.note(n.whole, filepath.Join(rel, name), content)
}

func (n *net) note(list map[string]string, name string, content []byte) {
	n.mu.Lock()
	defer n.mu.Unlock()
	list[name] = fmt.Sprintf("%.16x", sha256.Sum256(content))
}

func (n *net) write(name string, list map[string]string) {
	var out bytes.Buffer
	for _, key := range slices.Sorted(maps.Keys(list)) {
		fmt.Fprintf(&out, "%s  %s\n", list[key], key)
	}
	if err := os.WriteFile(filepath.Join(n.folder, name), out.Bytes(), 0o666); err != nil {
		log.Fatal(err)
	}
}

// figuresOf lists what a document says in numbers, and of which terms, groups
// and themes it says so: a line each, in the order of the document.
func figuresOf(document []byte) []byte {
	var value any
	decoder := json.NewDecoder(bytes.NewReader(document))
	decoder.UseNumber()
	if err := decoder.Decode(&value); err != nil {
		log.Fatal(err)
	}
	var out bytes.Buffer
	figures(&out, "", value)
	return out.Bytes()
}

// words are the keys whose strings belong to the figures.
var words = []string{"term", "stem", "form", "theme", "value", "higher_in", "reason", "language", "match", "id"}

// others are the keys that hold no figures.
var others = []string{"warnings", "options", "source", "evidence", "layout", "picture", "pictures", "cloud", "chart"}

func figures(out *bytes.Buffer, path string, value any) {
	switch v := value.(type) {
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if text, ok := v[key].(string); ok && slices.Contains(words, key) {
				fmt.Fprintf(out, "%s.%s %s\n", path, key, text)
			} else if !slices.Contains(others, key) {
				figures(out, path+"."+key, v[key])
			}
		}
	case []any:
		for i, item := range v {
			figures(out, fmt.Sprintf("%s[%d]", path, i), item)
		}
	case json.Number, bool, nil:
		fmt.Fprintf(out, "%s %v\n", path, v)
	}
}
