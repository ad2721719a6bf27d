package term

import "testing"

// Abbreviations are stop words, with and without spaces, and letters left over by the
// split are. A letter that is an answer is counted.
func TestAbbreviations(t *testing.T) {
	tests := []struct{ lang, answer, want string }{
		{"de", "z. B. Yoga, z.B. Chor", "s:z s:B yoga s:z.B chor"},
		{"de", "d. h. Musik u. a. Sport", "s:d s:h musik s:u s:a sport"},
		{"de", "Kurse f. Kinder", "kurs s:f kind"},
		{"de", "Musik i. d. R. daheim", "musik s:i s:d s:R daheim"},
		{"sv", "t. ex. musik, t.ex. teater", "s:t s:ex musik s:t.ex teat"},
		{"sv", "t ex musik, en ö", "s:t s:ex musik s:en ö"},
		{"sv", "EU:s regler, SJ:s tåg, TV:n", "eu regl sj tåg tv"},
		{"fi", "EU:n rahat ja TV:ssä", "eu raha s:ja tv"},
		{"en", "strengths:people", "strength peopl"},
		{"da", "f. eks. musik", "s:f s:eks musik"},
		{"es", "p. ej. música", "s:p s:ej music"},
		{"ru", "т. е. музыка", "s:т s:е музык"},
		{"nl", "'t plein in 't dorp", "s:t plein s:in s:t dorp"},
		{"en", "R, and R. I use R", "r s:and r s:I use r"},
		{"en", "python, r, sql", "python r sql"},
		{"en", "vitamin C.", "vitamin c"},
		{"en", "parking w/o fees", "park s:w s:o fee"},
		{"en", "a) buses b) trams", "s:a bus s:b tram"},
		{"en", "python (and r)", "python s:and r"},
		{"en", "python/r", "python r"},
		{"fr", "chercheurs.euses", "chercheur"},
	}
	for _, tt := range tests {
		if got := marks(analyzer(t, Options{Lang: in(t, tt.lang)}).Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%s: %q:\n got %s\nwant %s", tt.lang, tt.answer, got, tt.want)
		}
	}
}

// A full stop without a space ends a sentence, but not a name.
func TestStopWithoutSpace(t *testing.T) {
	tests := []struct{ answer, want string }{
		{"slow lift.warm soup", "slow lift warm soup"},
		{"quiet rooms.I slept", "quiet room s:I slept"},
		{"vue.js, main.py and data.table", "vuejs main.py s:and data.table"},
		{"Node.js, ASP.NET", "nodejs asp.net"},
		{"setup-env.csh, cache.example.io", "setupenv.csh cache.example.io"},
		{"e.g. pools", "s:e.g pool"},
	}
	for _, tt := range tests {
		if got := marks(analyzer(t, Options{Lang: in(t, "en")}).Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.answer, got, tt.want)
		}
	}
}
