package decision

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"verbatim/internal/lang"
)

// check refuses what no count can go by, as a file may be edited: languages that nothing can be read in,
// phrases of one word, twins that lead back to themselves. Capitals are put in order, since they are
// looked up in it.
func (d *Decided) check() error {
	capitals := &d.Writing.Capitals
	*capitals = slices.Compact(slices.Sorted(slices.Values(*capitals)))
	return cmp.Or(d.checkQuestion(), d.checkLanguages(), d.checkWords(), d.checkPhrases(), checkTwins(d.Twins))
}

// checkQuestion checks the question.
func (d *Decided) checkQuestion() error {
	if d.Question.Nth < 1 || d.Question.Columns < 1 {
		return errors.New("nth and columns of the question are less than 1")
	}
	return nil
}

// checkLanguages checks the languages.
func (d *Decided) checkLanguages() error {
	_, err := lang.LanguageOf(d.Language)
	for _, s := range d.Detected.Others {
		_, unknown := lang.LanguageOf(s.Code)
		err = cmp.Or(err, unknown)
	}
	if err == nil && d.Detected.Code != "" && d.Detected.Code != d.Language {
		err = fmt.Errorf("the language is %q, and was detected as %q", d.Language, d.Detected.Code)
	}
	return err
}

// checkWords refuses lists with a blank where a word is due.
func (d *Decided) checkWords() error {
	for _, list := range []struct {
		name  string
		words []string
	}{
		{"echo", d.Echo}, {"answers", d.Answers}, {"subject", d.Subject}, {"denied", d.Denied}, {"capitals", d.Writing.Capitals},
		{"spellings", both(d.Spellings)}, {"twins", both(d.Twins)}, {"alike", both(d.Alike)},
		{"written", d.By.writings()},
	} {
		if slices.ContainsFunc(list.words, func(w string) bool { return strings.TrimSpace(w) == "" }) {
			return fmt.Errorf("a word of %s is empty", list.name)
		}
	}
	return nil
}

// both are the words of a map on either side.
func both(m map[string]string) []string {
	return slices.Concat(slices.Collect(maps.Keys(m)), slices.Collect(maps.Values(m)))
}

// writings are the words of the groups.
func (b *By) writings() []string {
	if b == nil {
		return nil
	}
	return both(b.Written)
}

// checkPhrases refuses phrases that are none.
func (d *Decided) checkPhrases() error {
	between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }
	for _, p := range d.Phrases {
		switch len(strings.FieldsFunc(p.Phrase, between)) {
		case 0:
			return errors.New("a phrase is empty")
		case 1:
			return fmt.Errorf("the phrase %q is one word", p.Phrase)
		}
	}
	return nil
}

// checkTwins refuses a word that is in the end another writing of itself.
func checkTwins(twins map[string]string) error {
	for _, from := range slices.Sorted(maps.Keys(twins)) {
		word, steps := twins[from], 0
		for ; twins[word] != "" && steps < len(twins); steps++ {
			word = twins[word]
		}
		if steps == len(twins) || word == from {
			return fmt.Errorf("the twin %q leads back to itself", from)
		}
	}
	return nil
}
