package cli

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"verbatim/internal/notice"
	"verbatim/internal/render"
	"verbatim/internal/report"
)

// A rule says when a flag is refused beside the others of a call: it would change nothing, and say
// nothing, or it contradicts another.
type rule struct {
	command string   // that has the rule; "" is every command with the flag
	flags   []string // that are refused, each of them
	value   string   // with this value; "" is any
	when    condition
	what    string // the error
	hint    string
}

// A condition is one on the flags of a call.
type condition func(*pflag.FlagSet) bool

// rules are all the pairs of flags that are refused. A pair of which the order or the values of
// texts have to be looked at is in the check of its command. Flags that have a meaning beside a
// default (--seed), or that allow or forbid something (--allow-names, --redact), need no other.
var rules = []rule{
	{"", []string{"population"}, "", without("intervals"), "changes nothing without --intervals", "add --intervals"},
	{"", []string{"theme"}, "", without("themes"), "changes nothing without --themes", "add --themes FILE"},
	{"chart", []string{"color-by"}, "theme", with("by"), "changes nothing with --by, whose symbols stand for groups", leaveOne},
	{"", []string{"hash"}, "", not(writes(report.DocumentFormats, report.JSON)), "changes nothing without JSON", "add --format json or -o FILE.json"},
	{"", []string{"compact"}, "", not(writesJSON), "changes nothing without JSON", "add --format json or -o FILE.json"},
	{"tally", []string{"empty-ok"}, "", with("explain", "suggest-merges"), "changes nothing with --explain and --suggest-merges, which need answers", leaveOne},
	{"compare", []string{"as", "size", "title", "text-lang", "palette", "background", "any-color", "font", "system-fonts", "no-title", "no-caption", "dpi", "alt"}, "", not(draws("")),
		"changes nothing without a picture", "add -o FILE" + render.Formats()[0].Extension},
	{"compare", []string{"format"}, "", drawsAll, "changes nothing in a picture", "add -o FILE.json, or leave it out"},
	{"report", []string{"figures"}, "", not(writes(report.ReportFormats, report.Markdown)), "changes nothing without Markdown", "add -o FILE.md"},
	{"report", []string{"logo"}, "", not(writes(report.ReportFormats, report.HTML)), "changes nothing without HTML", "add -o FILE.html"},
	{"report", []string{"accent"}, "", both(not(writes(report.ReportFormats, report.HTML)), without("figures")), "changes nothing without HTML or --figures", "add -o FILE.html"},
	{"report", []string{"questions", "exclude"}, "", with("question"), "-q has picked the question", leaveOne},
	{"report", []string{"palette"}, "", not(writes(report.ReportFormats, report.HTML)), "changes nothing without HTML", "add -o FILE.html"},
	{"", []string{"dpi"}, "", not(either(draws(".png"), draws(".pdf"))), "changes nothing without a PNG or a PDF", "add -o FILE.png or -o FILE.pdf"},
	{"", []string{"any-color"}, "", without("palette", "background"), "changes nothing without --palette or --background", "add one of them"},

	{"", []string{"title"}, "", with("no-title"), "is not written with --no-title", leaveOne},
	{"", []string{"split"}, "", with("whole"), "an answer is one term or, without --whole, a list of them", leaveOne},
	{"", asWords, "", with("whole"), "changes nothing with --whole, which counts answers as they are written", leaveOne},
	{"", asWords, "", with("split"), "changes nothing with --split, which counts items as they are written", leaveOne},
	{"quotes", []string{"seed"}, "", is("sample", "0"), "changes nothing with --sample 0, which shows all answers", leaveOne},
	{"code", []string{"set-aside"}, "", always, "changes nothing, since coded data rank no terms", "leave it out"},
	{"code", []string{"text"}, "", with("suppress"), "would show what single people wrote", leaveOne},
	{"chart", []string{"of"}, "themes", both(with("suppress"), is("count", "mentions")), "with --suppress their mentions are withheld", "leave --count mentions out"},
	{"chart", []string{"intervals"}, "", is("count", "mentions"), "intervals are of shares of people, not of mentions", "leave --count mentions out"},
	{"tally", []string{"explain"}, "", writes(report.DocumentFormats, report.Excel), "is told in sentences, not in a workbook", "write it to .txt or .json"},
	{"tally", []string{"explain"}, "", with("suggest-merges"), "not together with --suggest-merges", leaveOne},
	{"tally", []string{"suppress"}, "", with("explain", "suggest-merges"), "would be undone by --explain and --suggest-merges, which look at single answers", leaveOne},
	{"tally", []string{"mask"}, "", with("explain", "suggest-merges"), "would be undone by --explain and --suggest-merges, which show words as they are written", leaveOne},
	{"cloud", []string{"engine"}, "wordclouds", either(with("rotate"), not(is("shape", "rectangle"))), "it knows neither --rotate nor --shape", "use the engine exact"},
}

// surveyRules are those of runs over surveys: tallies have the themes that they were counted with.
var surveyRules = []rule{
	{"", []string{"color-by"}, "theme", without("themes"), "changes nothing without --themes", "add --themes FILE"},
	{"", []string{"of"}, "themes", without("themes"), "changes nothing without --themes", "add --themes FILE"},
}

// tallyRules are those of runs over tallies: what would have to be known of answers is refused, given or denied.
var tallyRules = []rule{
	{"", []string{"question", "questions", "exclude"}, "", always, "a tally is of one question", "leave it out"},
	{"", []string{"platform", "encoding", "repair-encoding", "delimiter", "header-rows", "sheet"}, "", always, "is about reading a survey, and a tally was counted from one", atTheCount},
	{"", []string{"finished", "where", "id", "weight", "bins", "allow-names"}, "", always, "is about single respondents, and a tally has only their number", atTheCount},
	{"", slices.Concat(asWords, []string{"lang", "keep", "drop", "whole", "split", "keep-nonanswers", "synonyms", "decisions"}), "", always, "is about the words of answers, and a tally has its terms already", atTheCount},
	{"", []string{"themes"}, "", always, "themes are counted in answers; a tally has those that it was counted with", atTheCount},
	{"", []string{"redact", "mask", "hash"}, "", always, "is done where answers are read, and a tally has none", atTheCount},
	{"", []string{"explain", "suggest-merges", "quotes"}, "", always, "needs the answers, and a tally has only counts", "give the survey that it was counted from"},
}

// asWords are the flags on the words of an answer.
var asWords = []string{"no-stem", "no-stopwords", "stopwords", "phrase", "phrases", "set-aside"}

const leaveOne = "leave one of them out"

// atTheCount is the hint for what cannot be changed of a tally any more.
const atTheCount = "give it to verbatim tally, with the survey"

// checkRules refuses flags that do not go together, before anything is read or, where the kind of the files matters,
// when their first bytes are.
func checkRules(f *pflag.FlagSet, rules []rule, given func(*pflag.Flag) bool) error {
	for _, r := range rules {
		if cmp.Or(r.command, f.Name()) != f.Name() {
			continue
		}
		for _, name := range r.flags {
			if flag := f.Lookup(name); given(flag) && (r.value == "" || r.value == flag.Value.String()) && r.when(f) {
				return &notice.UsageError{Where: strings.TrimSpace("--" + name + " " + r.value), What: r.what, Hint: r.hint}
			}
		}
	}
	return nil
}

// with holds if any of a few flags is given.
func with(names ...string) condition {
	return func(f *pflag.FlagSet) bool {
		return slices.ContainsFunc(names, func(name string) bool { return isGiven(f.Lookup(name)) })
	}
}

// without holds if none of them is.
func without(names ...string) condition { return not(with(names...)) }

// isChanged reports whether a flag is given, whatever its value.
func isChanged(flag *pflag.Flag) bool { return flag != nil && flag.Changed }

// isGiven reports whether a flag is given, and neither empty, false nor 0.
func isGiven(flag *pflag.Flag) bool {
	return flag != nil && flag.Changed && !slices.Contains([]string{"", "false", "0"}, flag.Value.String())
}

// is holds if a flag has a value, given or not.
func is(name, value string) condition {
	return func(f *pflag.FlagSet) bool { return f.Lookup(name).Value.String() == value }
}

func always(*pflag.FlagSet) bool { return true }

func not(c condition) condition { return func(f *pflag.FlagSet) bool { return !c(f) } }

func both(a, b condition) condition { return func(f *pflag.FlagSet) bool { return a(f) && b(f) } }

func either(a, b condition) condition { return func(f *pflag.FlagSet) bool { return a(f) || b(f) } }

// writes holds if --format or the name of an output asks for one of the formats. Standard output
// has the first of them, unless --format says another.
func writes(formats func() report.Formats, format report.Format) condition {
	return func(f *pflag.FlagSet) bool {
		var asked report.Format
		if flag := f.Lookup("format"); flag != nil {
			asked = report.Format(flag.Value.String())
		}
		usual := cmp.Or(asked, report.Format(formats().Names()[0]))
		return asked == format || slices.ContainsFunc(outputsOf(f), func(path string) bool { return cmp.Or(formats().Of(path), usual) == format })
	}
}

// writesJSON holds if a document of any kind is written as JSON.
func writesJSON(f *pflag.FlagSet) bool {
	formats := map[string]func() report.Formats{"report": report.ReportFormats, "code": report.CodedFormats}[f.Name()]
	if formats == nil {
		formats = report.DocumentFormats
	}
	return writes(formats, report.JSON)(f)
}

// draws holds if an output is a picture with this ending; "" is any.
func draws(extension string) condition {
	return func(f *pflag.FlagSet) bool {
		return slices.ContainsFunc(outputsOf(f), func(path string) bool { return isDrawn(f, path, extension) })
	}
}

// drawsAll holds if every output is a picture.
func drawsAll(f *pflag.FlagSet) bool {
	return !slices.ContainsFunc(outputsOf(f), func(path string) bool { return !isDrawn(f, path, "") })
}

func isDrawn(f *pflag.FlagSet, path, extension string) bool {
	format, ok := render.FormatOf(path)
	isDocument := path == "-" && f.Lookup("format") != nil
	return ok && !isDocument && (extension == "" || extension == format.Extension)
}

// outputsOf lists the outputs that are named; without any it is standard output.
func outputsOf(f *pflag.FlagSet) []string {
	paths, err := f.GetStringArray("output")
	if err != nil { // of a command with one output
		paths = []string{f.Lookup("output").Value.String()}
	}
	if len(paths) == 0 || paths[0] == "" {
		return []string{"-"}
	}
	return paths
}
