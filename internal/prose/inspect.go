package prose

import (
	"cmp"
	"slices"

	"verbatim/internal/survey"
	"verbatim/internal/tally"
)

// Inspection says how an export was read, how many people are in it, and why it was read so. It is
// a list of facts in lines and not of sentences; name gives the published names of files.
//
//	survey.csv: 20142 bytes
//	limesurvey, utf-8, comma-separated, 1 header row, 12 columns
//	61 rows: 60 respondents, 1 blank row
//	of the respondents: 2 unfinished
//	because columns named id, submitdate, lastpage
func Inspection(in *survey.Inspection, name func(path string) string) []string {
	var files []string
	for _, f := range in.Files {
		files = append(files, Plain(name(f.Name))+": "+Count(int(f.Bytes), "byte"))
	}
	encoding := in.Encoding + clause(in.BOM, " with a byte order mark")
	unfinished := parts([]part{{tally.Figure(in.Unfinished), "unfinished", "unfinished"}, {tally.Figure(in.Tests), "test or preview", "tests or previews"}})
	return slices.Concat(files,
		when(true, "%s, %s, %s-separated, %s, %s", in.Platform, encoding, delimiterName(in.Delimiter), Count(in.HeaderRows, "header row"), Count(in.Columns, "column")),
		when(true, "%s: %s, %s", Count(in.Rows, "row"), Count(in.Respondents, "respondent"), Count(in.BlankRows, "blank row")),
		when(unfinished != "", "of the respondents: %s", unfinished),
		Texts(in.Evidence, func(e string) string { return "because " + Plain(e) }))
}

// delimiterName names a delimiter as people do; any other is quoted.
func delimiterName(d survey.Delimiter) string {
	return cmp.Or(map[survey.Delimiter]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "bar"}[d], say("%q", string(d)))
}
