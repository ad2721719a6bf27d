package tally

// Together says how often people wrote some words together that are no term, and why they are no phrase.
type Together struct {
	People   int `json:"people"`
	Mentions int `json:"mentions"`
	Back     int `json:"opposite"` // people who wrote them in the opposite order
	// Fails is the condition of a phrase that they do not meet: people, cohesive, list, chance, gutting.
	// It is "" where phrases are not looked for, or another one has the words.
	Fails     string  `json:"fails,omitempty"`
	Least     int     `json:"least"` // people that a phrase needs
	Rarest    int     `json:"rarest"`
	Commonest int     `json:"commonest"`
	Chance    float64 `json:"g2"`

	Said             []Uses  `json:"-"` // of the counted words, in their order
	Answered, Tokens int     `json:"-"` // people who answered, and all their words
	LeastChance      float64 `json:"-"`
}
