package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/pflag"
)

// Flags that change no result, by design: they are about the run or its messages.
var aboutTheRun = []string{"workers", "quiet", "no-progress", "no-color", "github", "strict", "help", "output", "no-descriptions", "system-fonts"}

// tried says how each flag is given, after what has to be there for it to mean something. A row for
// one command stands before its name.
var tried = map[string]string{
	"platform": "--platform qualtrics", "inspect redact": "--samples 99 | --redact=false", "encoding": "--encoding windows-1252", "repair-encoding": "--repair-encoding", "delimiter": "--delimiter ;", "header-rows": "--header-rows 0",
	"finished": "--platform qualtrics --header-rows 1 | --finished", "where": "--where town=North", "id": "--id id", "weight": "--weight weight", "intervals": "--intervals", "population": "--intervals | --population 40",
	"lang": "--lang de", "stopwords": "--stopwords stop.txt", "no-stopwords": "--no-stopwords", "no-stem": "--no-stem", "set-aside": "--set-aside none", "keep": "--keep the", "quotes keep": "--lang en --sample 0 | --keep lamps", "quotes no-stem": "--lang en --sample 0 | --no-stem", "code no-stem": "--lang en | --no-stem", "drop": "--drop trust",
	"whole": "--whole", "split": "--split ,", "phrase": "--phrase street.lamps", "phrases": "--phrases off", "synonyms": "--synonyms synonyms.csv", "themes": "--themes themes.csv", "keep-nonanswers": "--keep-nonanswers",
	"count": "--id id | --count mentions", "merge count": "--count mentions", "top": "--top 2", "by": "--by town", "bins": "--by weight | --bins 2,3", "mask": "--mask mask.txt", "redact": "--redact", "quotes redact": "--redact=false", "code redact": "--redact=false", "report redact": "--redact=false",
	"allow-names": "-q Name | --allow-names", "suppress": "--suppress 9", "compact": "--format json | --compact", "compare compact": "-o x.json | --compact", "report compact": "-o x.json | --compact", "from-list": "--from-list nowhere.txt", "empty-ok": "--where town=Nowhere | --empty-ok", "code themes": "--themes other.csv", "question": "-q other", "hash": "--hash", "sheet": "--sheet 2", "csv-dialect": "--format csv | --csv-dialect excel", "text": "--text", "format": "--format json", "report format": "--format markdown",
	"explain": "--explain trust", "suggest-merges": "--suggest-merges merges.csv", "samples": "--samples 3", "decisions": "--decisions x.decisions",
	"as": "--as bars", "size": "--size 700x500", "title": "--title Words", "text-lang": "--text-lang fr", "scale": "--scale linear", "shape": "--shape ellipse", "palette": "--palette night", "color-by": "--color-by none", "background": "--background #eeeeff",
	"compare any-color": "--any-color", "any-color": "--palette #eeeeee | --any-color", "font": "--font none.ttf", "max-words": "--max-words 3", "rotate": "--rotate", "key": "--key", "no-title": "--no-title", "no-caption": "--no-caption", "dpi": "--dpi 300",
	"engine": "--engine wordclouds", "layout": "--layout layout.json", "alt": "--alt alt.txt", "of": "--themes themes.csv | --of themes", "compare by": "--by id", "min-count": "--min-count 9", "compare min-count": "--min-count 30", "inspect suppress": "--samples 99 | --suppress 9", "chart color-by": "--themes themes.csv | --color-by none",
	"sample": "--sample 1", "seed": "--sample 2 | --seed 9", "theme": "--themes themes.csv | --theme Safety", "width": "--width 5", "quotes": "--quotes", "figures": "-o x.md | --figures fig",
	"questions": "--questions 7", "exclude": "--exclude 7", "organisation": "--organisation Office", "date": "--date May", "logo": "--logo survey.csv", "accent": "--accent #006644",
}

// usual is how each command is called without the flag. Pictures and pages take long.
var usual, drawn = []string{
	"inspect survey.csv", "tally survey.csv -q 6", "tally survey.csv -q 6 --whole", "tally survey.csv -q 6 --split ;", "quotes survey.csv lamps -q 6 --lang en",
	"code survey.csv --themes themes.csv -q 6 --lang en", "compare survey.csv --by town -q 6 --lang en", "merge part.json other.json", "tally part.json other.json", "compare part.json other.json --by wave",
}, []string{"cloud survey.csv -q 6 -o x.svg -o x.png --size 400x300", "chart survey.csv -q 6 -o x.svg -o x.png", "compare survey.csv --by town -q 6 -o x.svg -o x.png", "report survey.csv -q 6 -o x.html"}

// asInTally are flags that a command takes so that it can be called as tally is, and that need not show.
var asInTally = map[string][]string{
	"quotes": {"phrases", "platform", "weight", "drop", "stopwords", "no-stopwords", "set-aside", "synonyms", "themes", "keep-nonanswers"},
	"tally":  {"platform"}, "code": {"platform", "drop", "weight", "keep", "stopwords", "no-stopwords"}, "compare": {"platform"}, "compare -o": {"themes"}, "cloud": {"platform"}, "chart": {"platform"}, "report": {"platform"},
}

// effectSurvey is an export of which every part matters to one flag at least.
func effectSurvey() string {
	var b strings.Builder
	b.WriteString("id,town,weight,Name,Finished,What would help you most in the evenings?,What other things would help you?\n")
	answers := []string{
		"trust in the street lamps", "I trust the street lamps and the police", "more lamps, better buses", "buses", "n/a", "good", "time", "lamp", "café; lamps", "keine Angabe", "a lamp",
		"lamps of ada@example.org", "not trusting buses", "openness; trust, openness, openness, openness and openness", "more street lamps please", "n/a", "trust", "help with shelters for the evenings",
	}
	for i := range 162 {
		answer := answers[i*7%len(answers)]
		if i%5 == 2 {
			answer = fmt.Sprintf("lamps and benches %c%c", 'a'+i/26, 'a'+i%26) // so that the question is open
		}
		fmt.Fprintf(&b, "%d,%s,%d,%s %s,%s,\"%s\",\"we would like caf\u00c3\u00a9s and parks number %c%c\"\n", i/9*9+i%9/2, []string{"North", "South"}[i%7/4], 1+i%3,
			[]string{"Maria", "John", "Peter", "Anna"}[i%4], []string{"Smith", "Jones", "Miller"}[i%3], []string{"True", "False"}[i%11/9], answer, 'a'+i/26, 'a'+i%26)
	}
	return b.String()
}

// No flag is accepted and then ignored: each changes what its command writes, or the run fails.
func TestEachFlagHasAnEffect(t *testing.T) {
	t.Chdir(t.TempDir())
	for name, text := range map[string]string{
		"survey.csv": effectSurvey(), "more.csv": effectSurvey() + "999,North,1,Ann Lee,True,trust,parks\n", "stop.txt": "lamps\nbuses\n", "mask.txt": "lamp\n", "synonyms.csv": "from,to\nbuses,trust\n",
		"themes.csv": "theme,term\nSafety,lamp\nSafety,trust\nTransport,buses\n", "other.csv": "theme,term\nTrust,trust\n",
	} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	written(t, "tally survey.csv -o part.json -q 6")
	written(t, "tally more.csv -o other.json -q 6")
	calls := usual
	if os.Getenv("VERBATIM_FULL") != "" {
		calls = slices.Concat(usual, drawn)
	}
	root, before := newRootCommand(&Streams{}), map[string]string{}
	for _, call := range calls {
		c, _, err := root.Find(strings.Fields(call))
		if err != nil {
			t.Fatal(err)
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if slices.Contains(aboutTheRun, f.Name) || slices.Contains(asInTally[c.Name()], f.Name) || strings.Contains(call, " -o ") && slices.Contains(asInTally[c.Name()+" -o"], f.Name) || strings.Contains(call, "--"+f.Name+" ") && f.Name != "themes" || strings.HasSuffix(call, "--"+f.Name) || f.Name == "redact" && (strings.HasSuffix(call, "--whole") || strings.Contains(call, "--split")) { // on there anyway
				return
			}
			there, given, found := strings.Cut(cmp.Or(tried[c.Name()+" "+f.Name], tried[f.Name]), " | ")
			if !found {
				there, given = "", there
			}
			if tallies := strings.Contains(call, " part.json"); tallies && f.Name == "empty-ok" {
				return // these are not empty
			} else if tallies && there != "--intervals" && !strings.HasPrefix(there, "--format") {
				there = "" // which a tally refuses
			}
			whole := strings.TrimSpace(call + " " + there)
			if before[whole] == "" {
				if before[whole] = written(t, whole); there == "" && !strings.Contains(before[whole], "status 0") {
					t.Errorf("verbatim %s: %s", whole, before[whole])
				}
			}
			if given == "" || written(t, whole+" "+given) == before[whole] {
				t.Errorf("verbatim %s: --%s (%s) changes nothing", whole, f.Name, given)
			}
		})
	}
}

// written is the status of a call, and all that it writes.
func written(t *testing.T, call string) string {
	t.Helper()
	args := strings.Fields(call)
	for i := range args {
		args[i] = strings.ReplaceAll(args[i], "street.lamps", "street lamps")
	}
	var out bytes.Buffer
	fmt.Fprintln(&out, "status", Run(t.Context(), args, Streams{In: strings.NewReader(""), Out: &out, Err: &out}))
	files, _ := filepath.Glob("x.*")
	for _, name := range append(files, "alt.txt", "layout.json", "merges.csv") {
		if text, err := os.ReadFile(name); err == nil {
			fmt.Fprintf(&out, "%s %s\n", name, text)
			_ = os.Remove(name)
		}
	}
	return out.String()
}
