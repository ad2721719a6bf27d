package survey

// Kinds are judged from the answers, never from the place of the column, and
// from its name only where the platform's own columns are concerned (meta.go).
// The forms of the answers decide first (numbers, dates, ids), then whether
// they fall into options, and last whether they repeat themselves.

// A Kind says what sort of question it is, judged from the answers.
type Kind string

// The kinds, as the interface spells them.
const (
	KindOpen     Kind = "open"     // answered in the respondents' own words
	KindSingle   Kind = "single"   // one of a few answers
	KindMultiple Kind = "multiple" // any of a few answers
	KindNumber   Kind = "number"
	KindDate     Kind = "date"
	KindMeta     Kind = "meta"  // about the response, not an answer: ids, times, addresses
	KindEmpty    Kind = "empty" // nobody answered
)

// A hint is what is known of a question beside its answers.
type hint struct {
	// asked says that the header calls for an answer in words; it tips the scales
	// where there are too few answers to tell.
	asked bool
	// codes says that the platform writes the codes of ticked options into one
	// cell with spaces between.
	codes bool
}

// judge tells the kind of a question from its answers, and how the options of a
// multiple choice lie in one cell.
func (p *profile) judge(h hint) (Kind, splitting) {
	switch {
	case p.answered == 0:
		return KindEmpty, splitting{}
	case p.mostly(p.numbers):
		return KindNumber, splitting{}
	case p.mostly(p.dates), p.mostly(p.numbers+p.dates) && p.dates > p.numbers:
		return KindDate, splitting{} // a spreadsheet may have made numbers of some
	case p.mostly(p.numbers + p.dates):
		return KindNumber, splitting{}
	case p.looksLikeIDs():
		return KindMeta, splitting{}
	}
	if s, ok := p.findSplitting(h.codes); ok {
		return KindMultiple, s
	}
	// Codes that come again are no words: versions, areas.
	if !p.share(isCode) && p.isOpen(h.asked) {
		return KindOpen, splitting{}
	}
	return KindSingle, splitting{}
}

// isOpen says that the answers are the respondents' own words: the next answer
// would likely be one that nobody gave before. By Good and Turing the chance of
// that is the share of answers that were given once. A choice among few answers
// repeats itself, a free answer hardly, and the fewer answers there are the
// more of them must be new to tell.
func (p *profile) isOpen(asked bool) bool {
	once, n := float64(p.singletons()), float64(p.seen-p.notAvailable())
	switch {
	case asked && (n < 4 || once >= 0.25*n || p.distinct() >= 5 && float64(p.distinct()) >= 0.25*n):
		return true
	case n >= 4 && once >= 0.2*n && p.distinct() >= 5 && p.spelledTwice():
		return true
	case n < 4:
		return once == n && p.meanWords() >= 3
	case float64(p.longSingletons()) >= max(8, 0.15*n):
		return true // "any comments?", to which most people said no
	}
	return once >= newness(n, p.meanWords())*n
}

// spelledTwice says that two answers differ in nothing but case or marks, "Trust"
// and "trust.": people write a word in several ways, forms write an option in one.
func (p *profile) spelledTwice() bool {
	seen := make(map[string]bool, len(p.values))
	for v := range p.values {
		k := key(v)
		if k != "" && seen[k] {
			return true
		}
		seen[k] = true
	}
	return false
}

// longSingletons counts the answers of four words or more that were given once.
func (p *profile) longSingletons() (n int) {
	for v, count := range p.values {
		if count == 1 && countWords(v) >= 4 {
			n++
		}
	}
	return n
}

// notAvailable counts the answers that only say that there is none: whole
// columns are filled with them by programs for statistics, and they say nothing
// about the kind of the others.
func (p *profile) notAvailable() (n int) {
	for _, v := range [...]string{"NA", "N/A", "n/a", "na", "NaN", "nan", "NULL", "null", "None", "#N/A", "-", "."} {
		n += p.values[v]
	}
	return n
}

// isNotAvailable says that a cell is one of those that notAvailable counts.
func isNotAvailable(cell string) bool {
	if len(cell) > 4 {
		return false
	}
	switch cell {
	case "NA", "N/A", "n/a", "na", "NaN", "nan", "NULL", "null", "#N/A", "-", ".":
		return true
	}
	return false
}

// newness is the share of answers given once from which a question is open: a
// third of thirty or more answers, seven tenths of ten or fewer (nine tenths if
// they are single words, which a few choices are too), and a straight line
// between.
func newness(n, words float64) float64 {
	const few, many, atMany = 10, 30, 0.33
	atFew := 0.7
	if n < few && words < 2.5 {
		atFew = 0.9
	}
	switch {
	case n <= few:
		return atFew
	case n >= many:
		return atMany
	}
	return atFew + (atMany-atFew)*(n-few)/(many-few)
}
