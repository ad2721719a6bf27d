package container

import (
	"reflect"
	"testing"

	"verbatim/internal/spss"
)

// What the variables of a set are called: by the label of the set, by what their own labels begin with, by its name.
func TestQuestionsOfSets(t *testing.T) {
	for _, c := range []struct {
		set    string
		labels []string
		texts  []string // of the options; nil: the labels
		want   []string // each question, and the option that stands in its cells
	}{
		{"Why did you come?", []string{"Price", "Speed"}, nil, []string{"Why did you come? [Price]", "Price", "Why did you come? [Speed]", "Speed"}},
		{"", []string{"Why? Price", "Why? Speed"}, nil, []string{"Why? [Price]", "Price", "Why? [Speed]", "Speed"}},
		{"", []string{"Why: Price: low", "Why: Price: high"}, nil, []string{"Why: Price [low]", "low", "Why: Price [high]", "high"}},
		{"", []string{"Gründe - Preis", "Gründe - Tempo"}, nil, []string{"Gründe [Preis]", "Preis", "Gründe [Tempo]", "Tempo"}},
		{"", []string{"Media? [Radio]", "Media? [Press]"}, nil, []string{"Media? [Radio]", "Radio", "Media? [Press]", "Press"}},
		{"", []string{"なぜ？価格", "なぜ？速度"}, nil, []string{"なぜ？ [価格]", "価格", "なぜ？ [速度]", "速度"}},
		{"", []string{"Price", "Speed"}, nil, []string{"why [Price]", "Price", "why [Speed]", "Speed"}},
		{"", []string{"E-mail letter", "E-mail alert"}, nil, []string{"why [E-mail letter]", "E-mail letter", "why [E-mail alert]", "E-mail alert"}},
		{"", []string{"Why?", "Why?"}, []string{"Price", "Speed"}, []string{"Why? [Price]", "Price", "Why? [Speed]", "Speed"}},
		{"", []string{"Why? Price"}, nil, []string{"Why? [Price]", "Price"}},
		{"", []string{"é: a", "è: b"}, nil, []string{"why [é: a]", "é: a", "why [è: b]", "è: b"}}, // half of a character is none
	} {
		var columns []column
		set := spss.Set{Name: "$why", Label: c.set, Dichotomies: true}
		for i, label := range c.labels {
			text := label
			if c.texts != nil {
				text = c.texts[i]
			}
			columns = append(columns, column{name: "w", question: label, variables: []int{i}})
			set.Options = append(set.Options, spss.Option{Variable: i, Text: text, Ticked: "1"})
		}
		join(columns, set)
		var got []string
		for _, column := range columns {
			got = append(got, column.question, column.option)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%q of %q: %q, want %q", c.labels, c.set, got, c.want)
		}
	}
}
