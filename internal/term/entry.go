package term

// A List is one of the lists of the options that may have entries which match
// nothing: that is worth a warning.
type List uint8

// The lists.
const (
	ListSynonyms List = iota
	ListPhrases
	ListKeep
	ListDrop
)

// An Entry is one entry of a list of the options.
type Entry struct {
	List List
	At   int // in the list, from 0
}

// Met tells whether an entry has matched something that this analyzer has seen.
func (a *Analyzer) Met(e Entry) bool { return a.matched[e] }

// meet notes that entries have matched something.
func (a *Analyzer) meet(entries []Entry) {
	for _, e := range entries {
		a.matched[e] = true
	}
}

// special is what the options say of one word, and where.
type special struct {
	as      treatment
	entries []Entry
}

type treatment uint8

const (
	usual treatment = iota
	keepWord
	dropWord
	stopToo
)

// learnSpecial takes in the words of the options: what is kept is not dropped.
func (a *Analyzer) learnSpecial() {
	for _, w := range a.opt.Stop {
		a.special[a.entry(w)] = special{as: stopToo}
	}
	a.treat(a.opt.Drop, dropWord, ListDrop)
	a.treat(a.opt.Keep, keepWord, ListKeep)
}

func (a *Analyzer) treat(words []string, as treatment, list List) {
	for i, w := range words {
		name := a.entry(w)
		a.special[name] = special{as, append(a.special[name].entries, Entry{list, i})}
	}
}
