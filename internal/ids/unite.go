package ids

import (
	"slices"
	"strings"

	"verbatim/internal/survey"
)

// A Waiting has the rows of ids that come again, by hash, in the order of the export, until all of them are
// there.
type Waiting map[uint64][]survey.Response

// RowsOf says how many rows an id has that comes again, by its hash.
type RowsOf map[uint64]int

// Unite makes one respondent of all rows of an id. Those of an id that is not complete yet wait.
func (n RowsOf) Unite(b *survey.Batch, waiting Waiting, idOf func(*survey.Response) string) {
	if len(n) == 0 {
		return
	}
	rows := b.Responses
	b.Responses = rows[:0] // nobody comes before their rows, so this stays behind the rows that are read
	for i := range rows {
		h := Hash(idOf(&rows[i]))
		all := n[h]
		if all == 0 {
			b.Responses = append(b.Responses, rows[i])
			continue
		}
		known := waiting[h]
		if known == nil {
			known = make([]survey.Response, 0, all)
		}
		known = append(known, copied(rows[i]))
		if len(known) < all {
			waiting[h] = known
			continue
		}
		delete(waiting, h)
		for _, same := range Apart(known, idOf) {
			b.Responses = append(b.Responses, United(same))
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

// Apart puts rows with the same text together, in the order of the first of each.
func Apart(rows []survey.Response, text func(*survey.Response) string) (parts [][]survey.Response) {
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

// United makes one respondent of some rows, in the place of the first.
func United(rows []survey.Response) survey.Response {
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
