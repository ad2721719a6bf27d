package term

import (
	"strings"
	"sync"
)

// A dictionary holds the words that analyzers with the same options have met.
// They share it, since it is most of their memory and each word is worked out
// once. A worker asks its own cache first, so that few questions come here:
//
//	worker ─ cache ─┐
//	                ├─ dictionary ─ Word
//	worker ─ cache ─┘
//
// A word does not change once it is in here. Which ID it has depends on who met
// it first; nothing else may depend on IDs.
type dictionary struct {
	// mu is of all but signs. It is held for so short that waiting for it is
	// turning round; whoever waits for an RWMutex is put to sleep.
	mu    sync.Mutex
	words map[string]*Word // by written form
	lone  map[string]*Word // fillers that are the whole answer, by written form
	own   map[string]*Word // stop words of another language where they are none, by written form
	keys  map[keyName]int
	forms int
	signs [classPunctuation + 1]*Word // what stands for all of a class
}

// keyName is what has one KeyID. Mentions that are set aside have an ID of their
// own: of one stem some forms may be ranked and others not.
type keyName struct {
	key   string
	aside Aside
}

func newDictionary() *dictionary {
	d := &dictionary{
		words: make(map[string]*Word), lone: make(map[string]*Word), own: make(map[string]*Word),
		keys: make(map[keyName]int),
	}
	for class, sign := range [...]Word{
		classNumber:      {Form: "\x00number", Kind: Number},
		classAddress:     {Form: "\x00address", Kind: Address},
		classPunctuation: {Form: "\x00punctuation", Kind: Dropped},
	} {
		if sign.Key = sign.Form; sign.Form != "" {
			d.signs[class] = d.enter(d.words, sign.Form, &sign)
		}
	}
	return d
}

// known looks a word up in one of the maps, and works it out where it is new.
// Others need not wait meanwhile: where two workers meet a word at the same time,
// the first one's is taken.
func (d *dictionary) known(words map[string]*Word, name string, work func(name string) *Word) *Word {
	d.mu.Lock()
	w := words[name]
	d.mu.Unlock()
	if w != nil {
		return w
	}
	name = strings.Clone(name) // the block that an answer is cut from must not stay alive
	return d.enter(words, name, work(name))
}

// enter takes a word in, unless it is there already, and gives it its IDs.
func (d *dictionary) enter(words map[string]*Word, name string, w *Word) *Word {
	w.hint()
	d.mu.Lock()
	defer d.mu.Unlock()
	if w := words[name]; w != nil {
		return w
	}
	key := keyName{w.Key, w.Aside}
	id, ok := d.keys[key]
	if !ok {
		id = len(d.keys)
		d.keys[key] = id
	}
	w.ID, w.KeyID = d.forms, id
	d.forms++
	words[name] = w
	return w
}
