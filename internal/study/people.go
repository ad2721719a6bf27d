package study

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"verbatim/internal/notice"
	"verbatim/internal/privacy"
	"verbatim/internal/survey"
	"verbatim/internal/tally"
	"verbatim/internal/value"
)

// In the long format a respondent has several rows, in any order and perhaps in several files. With --id the
// rows of one id are one respondent, before anything is counted, so that no later stage has to know of rows:
//
//	respondent  question  answer
//	7           Why?      trust      ─┐
//	8           Why?      time        │  8: time
//	7           Where?    at home    ─┴▶ 7: trust; at home
//
// A reading of the ids alone finds those that come again. Later readings hold back the rows of these until the
// last one is there, which is where the respondent comes. So memory grows with the people that have several
// rows, and by about 18 bytes for each row: 8, with what a list that grows by a quarter keeps beside it; by
// three times as much where the id has noughts to spare. Where no id comes again, rows pass as they do without
// --id. Ids are texts: 5 and 005 are two, which is told.

// enrol finds the ids that come again, of the rows that the conditions keep.
func (r *run) enrol(ctx context.Context) error {
	if !r.named() {
		return nil
	}
	if !r.rereadable {
		return &notice.InputError{Name: "-", What: "is too long to be read twice, for --id", Hint: "write it to a file first"}
	}
	// Only a hash is kept of each row. Ids that share one wait for each other, and are told apart when they are
	// united.
	var hashes []uint64
	var padded []spelling
	var d decoder
	q, blank := r.query(), 0
	q.Columns = r.id.Columns // a mark for missing is no id
	for block, err := range r.export.Blocks(ctx, q) {
		if err != nil {
			return err
		}
		batch, err := r.kept(block, &d)
		if err != nil {
			return err
		}
		for i := range batch.Responses {
			if x := &batch.Responses[i]; len(x.Answers) > 0 {
				id := r.idOf(x)
				hashes = append(hashes, hashOf(id))
				if plain := plainID(id); plain != id {
					padded = append(padded, spelling{hashOf(plain), hashOf(id)})
				}
			} else {
				blank++
			}
		}
	}
	slices.Sort(hashes)
	r.rowsOf = make(map[uint64]int)
	for i, h := range hashes {
		if i > 0 && hashes[i-1] == h {
			r.rowsOf[h] = max(2, r.rowsOf[h]+1)
		}
	}
	r.warnOfIDs(len(hashes), blank, spelledApart(hashes, padded))
	return nil
}

// A spelling is an id with noughts that its number does without, as the hashes of both.
type spelling struct{ plain, id uint64 }

// plainID is an id of digits without noughts in front and without decimals that are noughts, as spreadsheets
// add and drop them; any other id as it is.
func plainID(id string) string {
	whole, decimals, _ := strings.Cut(id, ".")
	if whole == "" || strings.Trim(whole, "0123456789") != "" || strings.Trim(decimals, "0") != "" {
		return id
	}
	return cmp.Or(strings.TrimLeft(whole, "0"), "0")
}

// spelledApart counts the numbers that are ids in two spellings or more. hashes are those of all ids, sorted.
func spelledApart(hashes []uint64, padded []spelling) (n int) {
	slices.SortFunc(padded, func(a, b spelling) int { return cmp.Or(cmp.Compare(a.plain, b.plain), cmp.Compare(a.id, b.id)) })
	for from := 0; from < len(padded); {
		first, to := padded[from], from
		for to < len(padded) && padded[to].plain == first.plain {
			to++
		}
		if _, plain := slices.BinarySearch(hashes, first.plain); plain || padded[to-1].id != first.id {
			n++
		}
		from = to
	}
	return n
}

// hashOf is the hash of an id (FNV-1a), the same in every run.
func hashOf(id string) uint64 {
	h := uint64(0xcbf29ce484222325)
	for i := range len(id) {
		h = (h ^ uint64(id[i])) * 0x100000001b3
	}
	return h
}

// warnOfIDs warns where uniting rows by their ids may not be what is meant.
func (r *run) warnOfIDs(rows, blank, spelled int) {
	warn := func(code notice.Code, format string, args ...any) {
		r.warned = append(r.warned, notice.Warning{Code: code, File: r.export.Files[0], Column: r.id.Columns[0], Message: fmt.Sprintf(format, args...)})
	}
	if spelled > 0 {
		warn(notice.IDSpellings, "numbers that are ids in two spellings, such as 5 and 5.0 or 005: %d; each spelling is counted as a respondent", spelled)
	}
	if len(r.rowsOf) == 0 {
		return
	}
	if blank > 0 {
		warn(notice.MissingIDs, "rows without an id: %d; each is counted as a respondent", blank)
	}
	if k := r.id.Kind; k == survey.KindSingle || k == survey.KindMultiple {
		warn(notice.SharedIDs, "%q looks like a question, and not like ids: its %d values are counted as the ids of %d rows", r.id.Text, r.id.Distinct, rows)
	}
}

// aboutFiles are the warnings about the files. A count of people by their ids has no need of one that rows are
// answers.
func (r *run) aboutFiles() []notice.Warning {
	isKnown := func(w notice.Warning) bool { return w.Code == notice.LongFormat && r.named() }
	return slices.DeleteFunc(slices.Clone(r.export.Warnings), isKnown)
}

// A waitingRoom has the rows of ids that come again, by hash, in the order of the export, until all of them are
// there.
type waitingRoom map[uint64][]survey.Response

// unite makes one respondent of all rows of an id. Those of an id that is not complete yet go to the waiting
// room.
func (r *run) unite(b *survey.Batch, waiting waitingRoom) {
	if len(r.rowsOf) == 0 {
		return
	}
	rows := b.Responses
	b.Responses = rows[:0] // nobody comes before their rows, so this stays behind the rows that are read
	for i := range rows {
		h := hashOf(r.idOf(&rows[i]))
		n := r.rowsOf[h]
		if n == 0 {
			b.Responses = append(b.Responses, rows[i])
			continue
		}
		all := waiting[h]
		if all == nil {
			all = make([]survey.Response, 0, n)
		}
		all = append(all, copied(rows[i]))
		if len(all) < n {
			waiting[h] = all
			continue
		}
		delete(waiting, h)
		for _, same := range apart(all, r.idOf) {
			b.Responses = append(b.Responses, united(same))
		}
	}
}

// copied is a response with texts of its own: those of a block keep all of it in memory.
func copied(x survey.Response) survey.Response {
	for _, cells := range []*[]string{&x.Answers, &x.Extra} {
		*cells = slices.Clone(*cells)
		for i, cell := range *cells {
			(*cells)[i] = strings.Clone(cell)
		}
	}
	return x
}

// apart puts rows with the same text together, in the order of the first of each.
func apart(rows []survey.Response, text func(*survey.Response) string) (parts [][]survey.Response) {
	alike := 1 // of the first rows: usually all
	for alike < len(rows) && text(&rows[alike]) == text(&rows[0]) {
		alike++
	}
	parts = append(parts, rows[:alike:alike])
	places := map[string]int{text(&rows[0]): 0}
	for i := alike; i < len(rows); i++ {
		at, known := places[text(&rows[i])]
		if !known {
			at, parts = len(parts), append(parts, nil)
			places[text(&rows[i])] = at
		}
		parts[at] = append(parts[at], rows[i])
	}
	return parts
}

// united makes one respondent of some rows, in the place of the first.
func united(rows []survey.Response) survey.Response {
	all := rows[0]
	if len(rows) == 1 {
		return all
	}
	all.Rows, all.Answers = rows, nil
	for _, row := range rows {
		all.Answers = append(all.Answers, row.Answers...)
	}
	return all
}

// weightOf is the weight of a respondent. Rows that leave it blank take that of the others, and rows that
// differ are refused: no rule would say which of them is right.
func (r *run) weightOf(x *survey.Response) (weight tally.Weight, err error) {
	var found *survey.Response
	for row := range x.EachRow {
		if r.weightCell(row) == "" {
			continue
		}
		w, err := r.weightIn(row)
		if err != nil {
			return 0, err
		}
		if found != nil && w != weight {
			return 0, &notice.InputError{Name: row.File, What: fmt.Sprintf("%s %d: the weight is not that of %[1]s %[3]d, of the same respondent", r.export.Unit(), row.Line, found.Line),
				Hint: "all rows of an id need the same weight; --where leaves rows out"}
		}
		found, weight = row, w
	}
	if found == nil {
		return r.weightIn(x)
	}
	return weight, nil
}

// weightIn is the weight in a row.
func (r *run) weightIn(row *survey.Response) (tally.Weight, error) {
	cell := r.weightCell(row)
	if n, ok := value.Number(cell); ok && r.export.Dialect.Container != "" && strings.Contains(cell, ",") && !strings.HasSuffix(cell, "%") {
		cell = strconv.FormatFloat(n, 'f', -1, 64) // shown with thousands; in CSV "1,234" may have a decimal comma
	}
	weight, err := tally.ParseWeight(cell)
	if err != nil {
		err = &notice.InputError{Name: row.File, What: fmt.Sprintf("%s %d: %v", r.export.Unit(), row.Line, err),
			Hint: "every respondent needs a weight of 0 or more; --where leaves respondents out"}
	}
	return weight, err
}

// groupOf is the group of a respondent: the value of all rows that are not blank. It is not one if there are
// several.
func (r *run) groupOf(x *survey.Response) (value string, isOne bool) {
	for row := range x.EachRow {
		cell := r.groupCell(row)
		if value != "" && cell != "" && cell != value {
			return "", false
		}
		if cell != "" {
			value = cell
		}
	}
	return value, true
}

// inSeveralGroups warns of respondents whose rows are in several groups, as they are where --by is the column
// of the questions. It refuses them under disclosure control, which goes by groups that add up to the whole.
func (r *run) inSeveralGroups() error {
	people := 0
	for _, w := range r.workers {
		people += w.inSeveral
	}
	switch {
	case people == 0:
		return nil
	case r.opt.Withholds():
		return &notice.UsageError{Where: "--suppress", What: "some respondents have rows in several groups of " + quoted(r.by.Text),
			Hint: "leave out --by, or pick the rows of one group with --where"}
	}
	r.warned = append(r.warned, notice.Warning{Code: notice.SeveralGroups,
		Message: fmt.Sprintf("respondents with rows in several groups of %q: %d; each is counted in all of these, so the groups have more people than the whole, and a test takes them for different people", r.by.Text, people)})
	return nil
}

// addressesOfGroups refuses groups whose values hold addresses or numbers of people, and warns where these were
// replaced.
func (r *run) addressesOfGroups() error {
	var shown privacy.Redactor
	var replaced privacy.Redactions
	if r.bins.ofGroups() {
		return nil
	}
	for _, w := range r.workers {
		replaced.Add(w.decoder.labels.Found)
		for value := range w.groups {
			shown.Redact(value)
		}
	}
	if shown.Found.Addresses() && !r.opt.AllowNames {
		return &NamesError{Files: r.export.Files, Flag: "--by", Text: r.by.Text}
	}
	if replaced != (privacy.Redactions{}) {
		r.warned = append(r.warned, notice.Warning{Code: notice.RedactedGroups,
			Message: fmt.Sprintf("addresses and numbers of people in the groups of %q are replaced; groups that differ in nothing else are one", r.by.Text)})
	}
	return nil
}
