package tally

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// Withheld stands for a figure that disclosure control does not give: null in
// JSON. No count is negative.
const Withheld = -1

// MarshalJSON writes withheld figures as null.
func (b Base) MarshalJSON() ([]byte, error) {
	type plain Base
	return withNulls(plain(b))
}

// MarshalJSON writes withheld figures as null.
func (t Tokens) MarshalJSON() ([]byte, error) {
	type plain Tokens
	return withNulls(plain(t))
}

// MarshalJSON writes withheld figures as null.
func (c Cut) MarshalJSON() ([]byte, error) {
	type plain Cut
	return withNulls(plain(c))
}

// MarshalJSON writes withheld figures as null.
func (t Theme) MarshalJSON() ([]byte, error) {
	type plain Theme
	shown := struct {
		Theme    string `json:"theme"`
		Mentions *int   `json:"mentions"`
		plain
	}{t.Theme, &t.Mentions, plain(t)}
	if t.Mentions == Withheld {
		shown.Mentions = nil
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false) // as the document around it
	err := enc.Encode(shown)
	return text.Bytes(), err
}

// withNulls writes a struct of nothing but numbers.
func withNulls(figures any) ([]byte, error) {
	text, err := json.Marshal(figures)
	return bytes.ReplaceAll(text, []byte(":-1"), []byte(":null")), err
}

// Renumber puts terms that have been relabelled or left out in order again, and
// those set aside.
func (t *Tally) Renumber() {
	rank(t.Terms, t.RankBy)
	sortAside(t.SetAside)
}

// A Figure is a count that may be withheld: null in JSON.
type Figure int

// IsWithheld reports whether the figure is not given.
func (f Figure) IsWithheld() bool { return f == Withheld }

// MarshalJSON writes a withheld figure as null.
func (f Figure) MarshalJSON() ([]byte, error) {
	if f.IsWithheld() {
		return []byte("null"), nil
	}
	return strconv.AppendInt(nil, int64(f), 10), nil
}
