package study

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"verbatim/internal/decision"
	"verbatim/internal/lang"
	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/term"
)

// Options are the choices that shape a count: what is read, who is counted, what a
// term is, and what stays private. Each is named after its flag, and a document
// holds them as they were given; a column is any selector that picks one. The zero
// value counts every respondent and ranks all words by people; Default is what
// the program does unless flags say otherwise.
type Options struct {
	Reading `json:"-"`

	// What ranks the terms, and where their list ends.
	Count    tally.Count `json:"count"`     // "" is people
	MinCount int         `json:"min_count"` // terms with a lower count are not listed
	Top      int         `json:"top"`       // at most this many terms are listed; 0: all

	// What a term is.
	Lang           string   `json:"-"` // code of ISO 639-1; "" or auto: found by the answers
	NoStem         bool     `json:"no_stem"`
	NoStopwords    bool     `json:"no_stopwords"`
	Stopwords      string   `json:"stopwords"`       // file of more stop words, one a line
	SetAside       string   `json:"set_aside"`       // kinds of words that are not ranked: filler, echo, subject; "" and none: no kind
	Keep           []string `json:"keep"`            // words never dropped, stemmed or set aside
	Drop           []string `json:"drop"`            // words never counted
	Whole          bool     `json:"whole"`           // the whole answer is one term
	Words          bool     `json:"words,omitempty"` // the words of the options of a single choice are terms, not the options
	Split          string   `json:"split"`           // the separator of answers that are lists of terms; \n is a line end
	Phrase         []string `json:"phrase"`          // words that are one term if they are together
	Phrases        Phrases  `json:"phrases"`         // so are phrases found by association, or those of a file
	Synonyms       string   `json:"synonyms"`        // CSV file with the header from,to
	Themes         string   `json:"themes"`          // CSV file with the header theme,term
	KeepNonanswers bool     `json:"keep_nonanswers"`
	Mask           string   `json:"mask,omitempty"` // file of words that are covered in what is shown, one a line

	// Who is counted, and how the people are grouped and weighted.
	Finished   bool     `json:"finished"`       // not tests, previews and unfinished responses
	Where      []string `json:"where"`          // COLUMN=VALUE or COLUMN!=VALUE; all must hold
	By         string   `json:"by"`             // column of the groups; "" is none
	Bins       string   `json:"bins,omitempty"` // where a column of numbers is cut: that of the question, else that of the groups
	Weight     string   `json:"weight"`         // column of the weights; "" is none
	ID         string   `json:"id,omitempty"`   // column of the ids; rows of one id are one respondent; "": each row is one
	ShowIDs    bool     `json:"-"`              // ids are shown, and do not only say which rows are one respondent
	Intervals  bool     `json:"intervals"`
	Population int      `json:"population"` // people, for the intervals; 0: not finite

	// What stays private.
	Redact    bool `json:"redact"`   // personal data is replaced before anything is counted; in whole answers it is anyway …
	Addresses bool `json:"-"`        // … unless this is set
	Suppress  int  `json:"suppress"` // people that have to have said what is shown; 0: anybody
	// AllowNames counts a question that holds names or addresses of respondents.
	AllowNames bool `json:"-"`

	// Lists are the contents of the files named above, once they have been read.
	Lists []List `json:"lists,omitempty"`

	// Decided has decisions to count by; nil: they are made from the answers.
	Decided *decision.List `json:"-"`

	// Unordered is for outputs that do not need the order of a closed question's options.
	Unordered bool `json:"-"`

	Workers int `json:"-"` // 0: as many as there are cores; the result does not depend on it
}

// Reading overrides how the files are read; "" is as detected.
type Reading struct {
	Platform   string // one of survey.Platforms
	Encoding   string // of survey.Encodings, by any of its names
	Delimiter  string // one character, or tab
	HeaderRows string // a number; 0: the first row is a respondent
	Sheet      string // of a workbook: its name, or its number from 1
	// RepairEncoding undoes an encoding that was applied twice ("Ã¼" for "ü").
	RepairEncoding bool
}

// Phrases says which phrases count as one term besides those of Options.Phrase: FoundPhrases,
// NoPhrases, or those of the file that it names, one a line. "" is NoPhrases.
type Phrases string

// The values of Phrases that name no file.
const (
	FoundPhrases Phrases = "found"
	NoPhrases    Phrases = "off"
)

// File is the file that phrases are listed in; "" is none.
func (p Phrases) File() string {
	if p == FoundPhrases || p == NoPhrases {
		return ""
	}
	return string(p)
}

// UnmarshalJSON also reads what older documents hold: whether found phrases are counted.
func (p *Phrases) UnmarshalJSON(text []byte) error {
	switch string(text) {
	case "true":
		*p = FoundPhrases
	case "false":
		*p = NoPhrases
	default:
		return json.Unmarshal(text, (*string)(p))
	}
	return nil
}

// A List identifies the contents of a file of words, synonyms or themes: tallies
// made with different lists do not add up.
type List struct {
	Flag   string `json:"flag"`
	SHA256 string `json:"sha256"`
}

// Default are the options of a command that is given no flags.
func Default() Options {
	return Options{Count: tally.Respondents, MinCount: 1, Phrases: FoundPhrases, SetAside: "filler,echo,subject", Lang: auto}
}

// auto means that the language is detected from the answers.
const auto = "auto"

// CheckPrivacy refuses, with a *notice.UsageError, a threshold that makes no sense.
func (o *Options) CheckPrivacy() error { return atLeast("--suppress", o.Suppress, 0) }

// CheckQuotes returns a *privacy.WithheldError under disclosure control: a quote is the words of one person.
func (o *Options) CheckQuotes() error {
	if o.Suppress == 0 {
		return nil
	}
	return &privacy.WithheldError{Where: "quotes", What: "are the words of single people, which --suppress withholds", Least: o.Suppress, Hint: "verbatim tally shows which words enough people said"}
}

// Check refuses, with a *notice.UsageError, values that make no sense in a count.
func (o *Options) Check() error {
	if err := cmp.Or(atLeast("--min-count", o.MinCount, 1), atLeast("--top", o.Top, 0), o.CheckPrivacy()); err != nil {
		return err
	}
	if strings.HasPrefix(string(o.Phrases), "-") { // --phrases was once a switch without a value
		return &notice.UsageError{Where: "--phrases", What: fmt.Sprintf("%q is no value", string(o.Phrases)), Hint: "use found, off, or a file with a phrase in each line"}
	}
	return cmp.Or(atLeast("--population", o.Population, 0), atLeast("--workers", o.Workers, 0))
}

// atLeast refuses a value of a flag below the least that makes sense.
func atLeast(flag string, value, least int) error {
	if value < least {
		return &notice.UsageError{Where: flag, What: fmt.Sprintf("%d is less than %d", value, least)}
	}
	return nil
}

// CheckPopulation refuses a population that is smaller than the number of people
// who gave an answer.
func (o *Options) CheckPopulation(valid int) error {
	if o.Population == 0 || o.Population >= valid {
		return nil
	}
	return &notice.UsageError{Where: "--population", What: fmt.Sprintf("%d is less than the %d people who gave an answer", o.Population, valid),
		Hint: "say how many people there are in all, asked or not"}
}

// Limits cut the list of terms.
func (o *Options) Limits() tally.Limits { return tally.Limits{MinCount: o.MinCount, Top: o.Top} }

// Files are the lists to be read.
func (o *Options) Files() []string {
	return slices.DeleteFunc([]string{o.Stopwords, o.Phrases.File(), o.Synonyms, o.Themes, o.Mask}, func(path string) bool { return path == "" })
}

// Withholds reports whether disclosure control is on: then nothing is told of single answers, as
// explanations and suggested merges do, nor how often a theme was mentioned.
func (o *Options) Withholds() bool { return o.Suppress > 0 }

// words takes over the choices about the words of an answer, without those that
// need a file or the answers.
func (r *run) words() (err error) {
	o := &r.opt
	r.terms = term.Options{
		NoStem: o.NoStem, NoStopwords: o.NoStopwords, Whole: o.Whole, Split: strings.ReplaceAll(o.Split, `\n`, "\n"),
		KeepNonAnswers: o.KeepNonanswers, Keep: o.Keep, Drop: o.Drop, Phrases: slices.Clip(o.Phrase),
	}
	if r.aside, err = o.aside(); err == nil && o.Lang != "" && o.Lang != auto {
		r.terms.Lang, err = lang.LanguageOf(o.Lang)
	}
	return err
}

// asideKinds are the kinds of words that can be counted without being ranked:
// those that fill sentences, those of the question, and those of the whole survey.
var asideKinds = [...]string{"filler", "echo", "subject"}

// aside are the kinds that SetAside names.
func (o *Options) aside() (kinds []string, err error) {
	if o.SetAside == "none" || o.SetAside == "" {
		return nil, nil
	}
	for kind := range strings.SplitSeq(o.SetAside, ",") {
		if !slices.Contains(asideKinds[:], strings.TrimSpace(kind)) {
			return nil, &notice.UsageError{Where: "--set-aside", What: fmt.Sprintf("unknown kind %q", kind), Hint: "use filler, echo, subject or none"}
		}
		kinds = append(kinds, strings.TrimSpace(kind))
	}
	return kinds, nil
}

// Survey is the reading as package survey takes it. Names and signs are checked
// here, where the flags are known, so that package survey need not know of flags. An error is a
// *notice.UsageError.
func (o *Reading) Survey() (opt survey.Options, err error) {
	opt.Platform = strings.ToLower(o.Platform)
	if names := survey.Platforms(); opt.Platform != "" && !slices.Contains(names, opt.Platform) {
		return opt, &notice.UsageError{Where: "--platform", What: fmt.Sprintf("unknown name %q", opt.Platform), Hint: "use one of " + strings.Join(names, ", ")}
	}
	if opt.Encoding = survey.EncodingOf(o.Encoding); opt.Encoding == "" && o.Encoding != "" {
		return opt, &notice.UsageError{Where: "--encoding", What: fmt.Sprintf("unknown name %q", o.Encoding), Hint: "use one of " + strings.Join(survey.Encodings(), ", ")}
	}
	opt.RepairEncoding, opt.Sheet = o.RepairEncoding, o.Sheet
	if opt.Delimiter, err = o.delimiter(); err != nil || o.HeaderRows == "" {
		return opt, err
	}
	opt.HeaderRows, err = strconv.Atoi(o.HeaderRows)
	if err != nil || opt.HeaderRows < 0 || opt.HeaderRows > 9 {
		return opt, &notice.UsageError{Where: "--header-rows", What: fmt.Sprintf("%q is not a number from 0 to 9", o.HeaderRows)}
	}
	opt.NoHeader = opt.HeaderRows == 0
	return opt, nil
}

// delimiter reads the sign between cells; 0 leaves it to detection. It has to be
// one ASCII character that is neither a quote nor the end of a line, since those
// have a meaning of their own in CSV.
func (o *Reading) delimiter() (rune, error) {
	switch o.Delimiter {
	case "":
		return 0, nil
	case "tab", `\t`:
		return '\t', nil
	}
	r, n := utf8.DecodeRuneInString(o.Delimiter)
	if n != len(o.Delimiter) || r == '"' || r == '\n' || r == '\r' || r >= utf8.RuneSelf {
		return 0, &notice.UsageError{Where: "--delimiter", What: fmt.Sprintf("%q is not one character", o.Delimiter), Hint: "for example --delimiter ';' or --delimiter tab"}
	}
	return r, nil
}
