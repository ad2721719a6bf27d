package container

import (
	"archive/zip"
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"verbatim/internal/charset"
	"verbatim/internal/notice"
)

// Which member of an archive holds the table shows in the ending of its name, as long as it is not opened.

// ranks are endings of the names of members that may be tables, the most likely first: data, what may be
// a text of any kind, and files of other programs, which are refused by name. A member with none of
// them comes last; one of others is no candidate.
var ranks = [...][]string{
	strings.Fields(".csv .tsv .tab .xlsx .xlsm .sav .zsav .json .ndjson .jsonl .gz .zip"),
	append(strings.Fields(".txt .dat"), ""),
	strings.Fields(".xls .xlsb .ods .por .dta .sas7bdat .xpt .parquet .tar .tgz .bz2 .xz .7z .rar .db .sqlite .rds .rda"),
}

// others are endings of what is no table: pictures, documents, pages, sound, programs.
var others = strings.Fields(".png .jpg .jpeg .gif .svg .webp .heic .tif .tiff .bmp .pdf .doc .docx .odt .rtf .ppt .pptx" +
	" .html .htm .css .js .md .xml .xsd .mp3 .mp4 .m4a .wav .ogg .mov .avi .webm .r .py .sps .do .sas .sh .bat .exe")

// rank is the place of a name among the candidates, from 0; -1 for what is none.
func rank(name string) int {
	ending := strings.ToLower(path.Ext(name))
	if slices.Contains(others, ending) {
		return -1
	}
	if at := slices.IndexFunc(ranks[:], func(endings []string) bool { return slices.Contains(endings, ending) }); at >= 0 {
		return at
	}
	return len(ranks)
}

// A member is a file in an archive.
type member struct {
	*zip.File
	path   string // its name in UTF-8
	passed int    // files that are passed over for it
	twins  int    // members of the same name before it
}

// membersOf lists the files of an archive, without what a system or a packer wrote for itself. Of those
// with one name the last counts, as it does for who unpacks the archive.
func membersOf(archive *zip.Reader) (all []member) {
	places := map[string]int{} // in all
	for _, f := range archive.File {
		m := member{File: f, path: pathOf(f)}
		if m.isHousekeeping() {
			continue
		}
		at, twin := places[m.path]
		if twin {
			m.twins = all[at].twins + 1
			all[at] = m
			continue
		}
		places[m.path] = len(all)
		all = append(all, m)
	}
	return all
}

// pathOf is the name of a member. One that is not in UTF-8, and does not claim to be, is in the code page of DOS.
func pathOf(f *zip.File) string {
	const utf8Flag = 1 << 11 // bit 11 of the flags: "language encoding" in the description of zip
	if utf8.ValidString(f.Name) || f.Flags&utf8Flag != 0 {
		return f.Name
	}
	return charset.Decoder("ibm437")(f.Name)
}

// isHousekeeping reports whether a member is a folder, or what a system or a packer wrote for itself.
func (m member) isHousekeeping() bool {
	return strings.HasSuffix(m.path, "/") || strings.HasPrefix(m.path, "__MACOSX/") || strings.HasPrefix(path.Base(m.path), ".")
}

// isEncrypted reports whether a password is needed for a member.
func (m member) isEncrypted() bool { return m.Flags&1 != 0 }

// evidence is what has to be known of the choice of a member.
func (m member) evidence() []string {
	lines := []string{"read from the archive: " + m.path}
	if m.twins > 0 {
		lines = append(lines, "the archive has this name more than once: the last one is read")
	}
	if m.passed > 0 {
		lines = append(lines, fmt.Sprintf("passed over in the archive, as no tables by their names: %d", m.passed))
	}
	return lines
}

// choose finds the member that is asked for, or else the only one of the most likely. rest is what is asked for
// within it.
func (f file) choose(members []member, asked string) (found member, rest string, err error) {
	if found, rest, ok := named(members, asked); ok {
		return found, rest, nil
	}
	candidates := likely(members)
	switch {
	case len(members) == 0:
		err = f.refuse("", "is an archive with nothing in it")
	case len(candidates) == 0:
		err = f.refuse("is this the whole export?", "is an archive that holds no table of answers")
	case !slices.ContainsFunc(candidates, func(m member) bool { return !m.isEncrypted() }):
		err = f.refuse(withPassword, isEncrypted)
	case asked == "" && len(candidates) == 1:
		found = candidates[0]
		found.passed = len(members) - 1
	default:
		err = f.memberChoice(candidates, asked)
	}
	return found, "", err
}

// named finds the member with which a path begins; of several, the one with the longest name.
func named(members []member, path string) (found member, rest string, ok bool) {
	for _, m := range members {
		after, begins := strings.CutPrefix(path, m.path)
		if begins && (after == "" || after[0] == '!') && len(m.path) > len(found.path) {
			found, rest, ok = m, strings.TrimPrefix(after, "!"), true
		}
	}
	return found, rest, ok
}

// likely are the members of the best rank.
func likely(members []member) (best []member) {
	for at := 0; at <= len(ranks) && best == nil; at++ {
		for _, m := range members {
			if rank(m.path) == at {
				best = append(best, m)
			}
		}
	}
	return best
}

// memberChoice lists the candidates as they are named behind the archive. Behind standard input none can be.
func (f file) memberChoice(candidates []member, asked string) error {
	if root, _, _ := strings.Cut(f.path, "!"); root == "-" {
		hint := "save it as a file, and name one behind it: " + notice.ShellQuoted("export.zip"+strings.TrimPrefix(f.path, "-")+"!"+candidates[0].path)
		return &notice.UsageError{Where: f.name, What: "is an archive of several tables, and on standard input none can be named", Hint: hint}
	}
	choice := &notice.ChoiceError{Where: f.name, What: "is an archive of several tables"}
	if asked != "" {
		choice.What = "the archive has no such file"
	}
	for _, m := range candidates {
		choice.Choices = append(choice.Choices, notice.Choice{Typed: notice.ShellQuoted(f.path + "!" + m.path)})
	}
	return choice
}
