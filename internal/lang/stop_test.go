package lang

import (
	"strings"
	"testing"
	"testing/fstest"
)

// Words of each language that are stop words, filler or frame words, and words
// that are none of them.
func TestWordLists(t *testing.T) {
	type row struct{ code, stop, filler, frame, none string }
	tests := []row{
		{"en", "the don't dont it's isn't we'd etc e.g. us with", "use using things need really", "strength features improve biggest", "trust community council's useful documentation time-saving"},
		{"es", "que más mas está p.ej. ningún tambien", "hacer puede cosas", "mejor fortalezas problema", "comunidad libre transparencia confianza estado"},
		{"fr", "les c' l' très tres aujourd'hui etc", "faire peut choses", "faiblesses améliorer", "transparence ouverture équipe"},
		{"pt", "não nao você muito também etc", "fazer coisas pode", "vantagens problema melhorar", "transparência confiança aplicativo"},
		{"it", "della dell' non più piu perché", "fare cose può", "svantaggi migliorare problema", "trasparenza fiducia comunità"},
		{"ro", "și şi pentru în foarte", "face lucruri trebuie", "problemă îmbunătăți", "transparență încredere comunicare"},
		{"de", "nicht z.b. daß dass würde für", "machen dinge wirklich", "schwächen verbessern größte", "vertrauen transparenz offenheit"},
		{"nl", "het niet bijv 't zo'n", "maken dingen gebruiken", "verbeteren zwakke", "vertrouwen openheid samenwerking"},
		{"da", "ikke og f.eks også", "gøre ting bruge", "svagheder forbedre", "tillid åbenhed samarbejde"},
		{"no", "ikke ikkje og f.eks også", "gjøre ting bruke", "svakheter forbedre", "tillit åpenhet samarbeid"},
		{"sv", "inte och t.ex också", "göra saker använda", "svagheter förbättra", "förtroende öppenhet samarbete"},
		{"fi", "ja ei että esim myös", "tehdä asiat käyttää", "heikkoudet parantaa", "luottamus avoimuus yhteistyö"},
		{"hu", "és nem hogy stb", "csinálni dolgok használni", "gyengeségek javaslat", "bizalom közösség átláthatóság"},
		{"tr", "ve bir değil degil için icin", "yapmak şeyler", "sorunlar öneri", "güven şeffaflık iletişim su"},
		{"ru", "и не ещё т.д", "делать вещи нужно", "недостатки улучшить", "доверие прозрачность жизнь человек"},
		{"ar", "في من على لأن", "استخدام أشياء", "مشاكل تحسين", "ثقة شفافية مجتمع"},
		{"ga", "agus an tá níl", "rudaí úsáid", "fadhbanna feabhsú", "muinín pobal oscailteacht"},
		{"ta", "மற்றும் ஒரு இல்லை", "விஷயம் தேவை", "சிக்கல் மேம்பாடு", "நம்பிக்கை வெளிப்படைத்தன்மை"},
	}
	for _, tt := range tests {
		l := language(t, tt.code)
		check := func(words string, is func(string) bool, want bool, what string) {
			for word := range strings.FieldsSeq(words) {
				if is(l.Fold(word)) != want {
					t.Errorf("%s: %q: %s is %t", tt.code, word, what, !want)
				}
			}
		}
		isFiller := func(word string) bool { return l.IsFiller(word, l.Stem) }
		check(tt.stop, l.IsStop, true, "stop word")
		check(tt.filler, isFiller, true, "filler")
		check(tt.frame, l.IsFrame, true, "frame")
		check(tt.none, l.IsStop, false, "stop word")
		check(tt.none, isFiller, false, "filler")
	}
	needRows(t, "TestWordLists in stop_test.go", tests, func(row row) string { return row.code })
}

// The published stop lists are whole: each has as many words as it had where it is
// from, names its source and licence, and has no word twice.
func TestPublishedStopLists(t *testing.T) {
	sizes := map[string]int{
		"ar": 119, "da": 94, "de": 231, "en": 174, "es": 308, "fi": 229, "fr": 164, "ga": 109, "hu": 198,
		"it": 279, "nl": 101, "no": 172, "pt": 203, "ro": 230, "ru": 159, "sv": 114, "tr": 209,
	}
	files, err := lists.ReadDir("words/stop")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		code := strings.TrimSuffix(file.Name(), ".txt")
		text, err := lists.ReadFile("words/stop/" + file.Name())
		if err != nil {
			t.Fatal(err)
		}
		head, words, _ := strings.Cut(string(text), "[stop]")
		if !strings.Contains(head, "Lucene 4.7.2") || !strings.Contains(strings.ToLower(head), "licen") {
			t.Errorf("stop/%s.txt: the source (Lucene 4.7.2) or the licence is missing in its first lines; words from elsewhere go under [stop] of words/%s.txt", code, code)
		}
		distinct := make(map[string]bool)
		for word := range strings.FieldsSeq(words) {
			distinct[word] = true
		}
		if n := len(strings.Fields(words)); n != sizes[code] || len(distinct) != n {
			t.Errorf("stop/%s.txt: %d words, %d of them distinct, not the %d that were published; a stop word of yours goes under [stop] of words/%s.txt, and the size of a new list into the table of this test",
				code, n, len(distinct), sizes[code], code)
		}
		delete(sizes, code)
	}
	for code := range sizes {
		t.Errorf("%s: no list", code)
	}
}

func TestNegation(t *testing.T) {
	tests := []struct {
		code  string
		words string
		want  Trait
	}{
		{"en", "not no never without isn't don't cant couldn't nobody hardly lacks", negWord},
		{"en", "lack absence", NegLack},
		{"en", "neither nor", NegBoth},
		{"en", "trust but of notable", 0},
		{"es", "no sin nunca ningún ningun", negWord},
		{"es", "falta", NegEither},
		{"es", "ausencia", NegLack},
		{"es", "ni", NegBoth},
		{"fr", "pas sans jamais aucun ne n'", negWord},
		{"fr", "manque", NegEither},
		{"fr", "absence", NegLack},
		{"pt", "não nao sem nunca", negWord},
		{"it", "non senza mai nessun", negWord},
		{"it", "mancanza", NegLack},
		{"ro", "nu fără fara lipsă lipsa", negWord},
		{"de", "kein keine ohne fehlende", negWord},
		{"de", "nicht nie", NegEither},
		{"de", "mangel", NegLack},
		{"de", "weder", NegBoth},
		{"de", "noch", 0},
		{"nl", "geen zonder", negWord},
		{"nl", "niet nooit", NegEither},
		{"nl", "gebrek", NegLack},
		{"da", "ingen uden", negWord},
		{"da", "ikke", NegEither},
		{"da", "hverken", NegBoth},
		{"da", "eller", 0},
		{"no", "ingen uten", negWord},
		{"no", "ikke ikkje", NegEither},
		{"sv", "ingen utan", negWord},
		{"sv", "inte", NegEither},
		{"fi", "ei en ilman", negWord},
		{"fi", "puute", NegAfter},
		{"hu", "nem nincs soha", negWord},
		{"hu", "nélkül hiánya", NegAfter},
		{"tr", "değil degil yok", NegAfter},
		{"ru", "не нет без отсутствие", negWord},
		{"ru", "ни", NegBoth},
		{"ar", "لا ليس بدون عدم", negWord},
		{"ga", "ní níl gan", negWord},
		{"ta", "இல்லை", NegAfter},
	}
	for _, tt := range tests {
		l := language(t, tt.code)
		for word := range strings.FieldsSeq(tt.words) {
			if got := l.negator(l.Fold(word)); got != tt.want {
				t.Errorf("%s: %q: got %d, want %d", tt.code, word, got, tt.want)
			}
		}
	}
}

func TestClauseWords(t *testing.T) {
	for code, words := range map[string][2]string{
		"en": {"but", "of"}, "es": {"pero", "de"}, "fr": {"mais", "d'"}, "de": {"aber", "an"}, "it": {"ma", "di"},
		"pt": {"mas", "de"}, "nl": {"maar", "aan"}, "sv": {"men", "på"}, "da": {"men", "på"}, "no": {"men", "på"},
	} {
		l := language(t, code)
		if !l.Has(words[0], Adversative) || !l.Has(words[1], Link) {
			t.Errorf("%s: %q is no adversative or %q no link", code, words[0], words[1])
		}
	}
}

// What is wrong in a list is an error with its line, not a word that is lost.
func TestListErrors(t *testing.T) {
	for text, want := range map[string]string{
		"[stop":                   "section without an end",
		"[stop]\ntwo words":       "more than a word",
		"[nosuch]\nword":          "unknown section",
		"word":                    "no colon",
		"colour: red":             `unknown key "colour"`,
		"fold: a":                 "words/xx.txt:3: no = in fold",
		"writing: upside down":    "unknown habit",
		"stemmer: klingon":        "no stemmer",
		"[pairing]\nW/E $2":       "no =>",
		"[spelling]\ncolour":      "no =",
		"[apart]\na: b\nc: b":     "there twice",
		"[stop]\n# a comment\nok": "",
	} {
		_, err := newLibrary(fstest.MapFS{"words/xx.txt": {Data: []byte("[language]\nname: X\n" + text)}, "words/en.txt": {}}).languageOf("xx")
		if want == "" && err != nil || want != "" && (err == nil || !strings.HasPrefix(err.Error(), "words/xx.txt:") || !strings.Contains(err.Error(), want)) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}

// A filler takes the other forms of its verb along, but no noun of its stem that
// answers may be about.
func TestFillersAndTheirStems(t *testing.T) {
	for _, tt := range []struct{ code, filler, content string }{
		{"en", "use uses things really better time times people", "management supportive availability kindness involvement differences goods findings thoughtfulness"},
		{"es", "hacer hacemos hecho necesitamos permitía tiempo gente", "facilidad trabajadores diversidad resultados formación gusto especialista creado básicos simple"},
		{"fr", "donne donner trouve trouvé", "données note puissant simplicité différences simple"},
		{"it", "trovare trovato permette", "sicurezza semplicità dati semplice credito utilità"},
		{"pt", "utilizar utilizando encontrar", "usuário usuários diversidade simplicidade encontro especialista"},
		{"de", "benutzen sicher verwendet Zeit Leute", "Arbeiter Neuheit Sicherheit Einfachheit Wissen Größe Erhaltung Gewissen"},
		{"nl", "gebruiken gebruikt", "zekerheid kans wetten verschillen"},
		{"da", "bruger mulighed", "viden helhed virkelighed"},
		{"no", "bruke sikkert", "sikkerhet brukere lagene følelser"},
		{"sv", "använda använder", "litar dela verklighet tänkare"},
		{"ru", "использовать просто", "простота полезность статья возможностью"},
		{"fi", "haluaisin", "aloite"},
		{"tr", "kullanım", "özellik"},
	} {
		l := language(t, tt.code)
		for word := range strings.FieldsSeq(tt.filler) {
			if !l.IsFiller(l.Fold(word), l.Stem) {
				t.Errorf("%s: %q is no filler", tt.code, word)
			}
		}
		for word := range strings.FieldsSeq(tt.content) {
			if l.IsFiller(l.Fold(word), l.Stem) {
				t.Errorf("%s: %q is a filler", tt.code, word)
			}
		}
	}
}
