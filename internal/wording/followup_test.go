package wording

import "testing"

func TestFollowUp(t *testing.T) {
	for text, want := range map[string][2]string{
		"How do you run it? - Other (please specify)":             {"How do you run it?", "Other (please specify)"},
		"Other - Write In:How do you run it?":                     {"How do you run it?", "Other - Write In"},
		"Other word(s)::Select all words.":                        {"Select all words.", "Other word(s)"},
		"Position-Other":                                          {"Position", "Other"},
		"Wie fahren Sie? [Sonstiges]":                             {"Wie fahren Sie?", "Sonstiges"},
		"What other tools do you use?":                            {},
		"Tools: what other ones do you use?":                      {},
		"Field - Column13":                                        {},
		"Which plan - other than the first one that we had made?": {},
		"Other": {},
	} {
		if question, box := FollowUp(text); [2]string{question, box} != want {
			t.Errorf("%q is %q, %q, want %q", text, question, box, want)
		}
	}
}
