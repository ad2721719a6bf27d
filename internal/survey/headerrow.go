package survey

import (
	"verbatim/internal/evidence"
	"verbatim/internal/kind"
	"verbatim/internal/survey/platforms"
	"verbatim/internal/value"
	"verbatim/internal/wording"
)

// Is a row a header row or a respondent? It is compared with the rows below it,
// column by column:
//
//	id   Which?   Why?                         a word over numbers, a question
//	1    Apple    I like how open we are     ← a number over numbers, a text that
//	2    Pear     More time for our pupils     comes again, a sentence over sentences
//	3    Apple    The team is what keeps me    that asks for nothing
//
// Nothing proves that the first row is not a header. It stays one, with a warning.

// A comparison counts what the cells of a row show when they are compared with the
// columns below.
type comparison struct {
	filled, blank int
	columns       int // columns below that hold numbers or dates
	words, values int // of the cells over them: words, and numbers or dates
	dates         int // of the cells over dates, those that are one
	amounts       int // of the cells over numbers, those that come again
	boxes, ticked int // columns below with one text, and the cells over them that say it
	texts, again  int // columns below with texts, and the cells over them that come again
	statements    int // sentences over sentences that ask for nothing; a single one counts only if it is told
	told          int // of these, those that sound like a respondent's (isTold)
	shorter       int // cells over texts that have more than twice as many words
	questions     int // cells that end as questions do, or ask for words
	names         int // names of columns about the response
	continued     int // filled cells under blank ones
	twice         int // texts that come twice in the row
}

// compare compares rows[i] with the rows below it.
func (k catalogue) compare(rows [][]string, i int) (s comparison) {
	before := map[string]bool{}
	for c, text := range rows[i] {
		if text = value.Trim(text); text == "" {
			s.blank++
			continue
		}
		s.filled++
		if before[text] {
			s.twice++
		}
		before[text] = true
		if i > 0 && (c >= len(rows[i-1]) || value.IsBlank(rows[i-1][c])) {
			s.continued++
		}
		if wording.EndsAsQuestion(text) || wording.WantsWords(text) || wording.AsksForWords(text) {
			s.questions++
		}
		if k.ByName(platforms.Generic).IsMeta(text) || wording.IsPlaceholder(text) {
			s.names++
		}
		below := kind.NewProfile()
		for _, row := range rows[i+1:] {
			if c < len(row) {
				below.Add(value.Trim(row[c]))
			}
		}
		s.addCell(text, below)
	}
	if i > 0 && s.values > 0 && s.words == 0 {
		s.questions = 0 // below a header, a number over numbers is a respondent's: so is the question beside it
	}
	if s.statements == s.filled && s.told == 0 {
		s.statements = 0 // a question may be put as a heading
	}
	return s
}

// addCell compares a cell with the column below it.
func (s *comparison) addCell(text string, below *kind.Profile) {
	switch {
	case below.Answered < 2:
	case below.MostlyNumbers() || below.MostlyDates():
		s.columns++
		if value.IsNumber(text) || value.IsDate(text) || below.MostlyDates() && value.IsPeriod(text) { // "Q3 2024" may stand over figures
			s.values++
			s.dates += evidence.Mark(below.MostlyDates() && value.IsDate(text))
			s.amounts += evidence.Mark(below.MostlyNumbers() && below.Has(text))
		} else if !kind.IsNotAvailable(text) {
			s.words++
		}
	case below.IsBox():
		s.boxes++
		if repeats(text, below.Values[0].Value) {
			s.ticked++
		}
	default:
		s.texts++
		words := float64(value.CountWords(text))
		switch {
		case below.Has(text):
			s.again++
		case below.MeanWords() >= wording.FewestWords && wording.IsStatement(text):
			s.statements++
			if wording.IsTold(text) {
				s.told++
			}
		case words*2 < below.MeanWords():
			s.shorter++
		}
	}
}

// features returns those by which rows[i] is judged to be a header row or not.
func (s comparison) features(i int) []evidence.Feature {
	words := evidence.Of(s.words, s.columns, "cells above numbers or dates held words")
	ticked := evidence.Of(s.ticked, s.boxes, "cells named the option of their column")
	again := evidence.Of(s.again, s.texts, "texts came again below")
	return []evidence.Feature{
		evidence.New("first", evidence.Mark(i == 0), ""),
		evidence.New("words", evidence.Quarters(s.words+1), words),
		evidence.New("values", evidence.Quarters(s.values+1), words),
		evidence.New("values-share", evidence.Twentieths(s.values, s.columns), words),
		evidence.New("ticked", evidence.Twentieths(s.ticked, s.boxes), ticked),
		evidence.New("boxes", evidence.Quarters(min(s.ticked, 8)+1), ticked),
		evidence.New("again", evidence.Twentieths(s.again, s.texts), again),
		evidence.New("again-many", evidence.Quarters(s.again+1), again),
		evidence.New("questions", evidence.Twentieths(s.questions, s.filled), evidence.Of(s.questions, s.filled, "cells were questions or requests")),
		evidence.New("statements", evidence.Twentieths(s.statements, s.texts), evidence.Some(s.statements, s.texts, "texts were sentences above others that ask nothing")),
		evidence.New("told", evidence.Mark(s.told > 0), evidence.Some(s.told, s.texts, "texts were in the first person")),
		evidence.New("shorter", evidence.Twentieths(s.shorter, s.texts), evidence.Of(s.shorter, s.texts, "texts were much shorter than those below")),
		evidence.New("names", evidence.Twentieths(s.names, s.filled), evidence.Of(s.names, s.filled, "cells had the name of a column that platforms add")),
		evidence.New("continued", evidence.Twentieths(s.continued, s.filled), evidence.Some(s.continued, s.filled, "cells stood under blank ones")),
		evidence.New("twice", evidence.Twentieths(s.twice, s.filled), evidence.Some(s.twice, s.filled, "cells came twice in the row")),
	}
}

// headerSigns counts what shows that a row, below a header row, is another: it goes on under
// blank cells, has options over boxes or names over values, asks where the row above does not,
// or one of the two is a row of codes. A text that is only shorter than the answers below may
// be the shortest answer, as one word with a mark ("Parking:"); one word over numbers an answer.
func headerSigns(row, above []string, s, sAbove comparison) int {
	n := s.ticked + s.continued
	if sAbove.questions == 0 {
		asks := func(c string) bool {
			return value.CountWords(c) > 1 || wording.WantsWords(c) || wording.AsksForWords(c)
		}
		n += s.words + min(s.questions, countCells(row, asks))
	} else if s.words > 1 {
		n += s.words
	}
	if s.names > 1 {
		n += s.names
	}
	if numberedCodes(above) || numberedCodes(row) {
		n += len(row)
	}
	return n
}

// comesAgain reports whether a first row that looks like a respondent proves to be one:
// it has numbers and dates over all columns of them, and a text that comes again, or a date
// and a number that does.
func (k catalogue) comesAgain(rows [][]string) bool {
	s := k.compare(rows, 0)
	again := s.again > 0 && s.again*2 >= s.texts || s.dates > 0 && s.amounts > 0
	return s.columns > 0 && s.words == 0 && again && s.questions == 0 && s.names == 0
}

// isItem reports whether the first line of a list of answers is one of them. A header asks
// for something, names it, or is much shorter.
func (k catalogue) isItem(rows [][]string) bool {
	s := k.compare(rows, 0)
	return len(rows) > leastBelow && s.questions+s.names+s.shorter == 0
}
