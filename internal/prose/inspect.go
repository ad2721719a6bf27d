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
		when(true, "%s, %s, %s, %s, %s", in.Platform, encoding, writing(in), Count(in.HeaderRows, "header row"), Count(in.Columns, "column")),
		when(true, "%s: %s, %s", Count(in.Rows, "row"), Count(in.Respondents, "respondent"), Count(in.BlankRows, "blank row")),
		when(unfinished != "", "of the respondents: %s", unfinished),
		Texts(in.Evidence, func(e string) string { return "because " + Plain(e) }))
}

// writing names how the cells are written: the delimiter as people name it, or what the table came
// out of.
func writing(in *survey.Inspection) string {
	kinds := map[string]string{"xlsx": "Excel workbook", "sav": "SPSS data file", "json": "JSON"}
	if in.Container != "" {
		return kinds[in.Container]
	}
	signs := map[survey.Delimiter]string{',': "comma", ';': "semicolon", '\t': "tab", '|': "bar"}
	return cmp.Or(signs[in.Delimiter], say("%q", in.Delimiter.String())) + "-separated"
}
