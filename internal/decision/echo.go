package decision

import "verbatim/internal/term"

// findEcho finds the words of the question that answers merely repeat.
func (f *finder) findEcho([]string) error {
	if !f.Echo {
		return nil
	}
	analyzer, err := term.New(term.Options{Lang: f.terms.Lang})
	if err == nil {
		f.made.Echo = analyzer.Frame(f.Question)
	}
	return err
}
