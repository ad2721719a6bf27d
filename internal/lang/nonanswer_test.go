package lang

import (
	"strings"
	"testing"

	"verbatim/internal/segment"
)

// What people write in each language who have nothing to say; entries are
// separated by |.
func TestClassifyByLanguage(t *testing.T) {
	type row struct{ code, nonResponse, nilAnswer, substantive string }
	tests := []row{
		{"en", "I'd rather not say|I would rather not answer|declined|Declined to answer|NA NA|x x|не знаю|I don't know|Do not know|No idea yet|not sure, sorry|n/a|NA|prefer not to say|see above|thanks|test|x|xx|?|??|-|.|🤷|🤷‍♀️|I really don't know|I have no idea|Don’t know!|who knows?|I don't understand the question",
			"not aware of any|I'm not aware of any|None whatsoever|no no no|nichts|ninguno|rien|none|Nothing|no|Nope|nada|nothing comes to mind|all good|Not that I recall|None, thank you|No.  All good!|Can't think of any|nothing that comes to mind|I have nothing to add|None that I can think of|there is nothing|No, thanks|Not that I'm aware of",
			"asdf|aaaaaa|no test|Testing|I have no test environment|everything|unclear|no trust|nothing works|now|👍|no documentation|none of the tools work|R|5|not clear|thanks to the community|test coverage"},
		{"es", "No sé|no lo se|Ni idea|no aplica|NS/NC|ns|no estoy segura|gracias|prefiero no responder|N/A|I don't know", "Nada|ninguno|Ninguna|no|nada en particular|No se me ocurre nada|todo bien|Nada, gracias|No tengo", "no hay documentación|nada funciona|libre|Todo|todo lo que hace"},
		{"fr", "je ne sais pas|J'sais pas|aucune idée|sans avis|NSP|sans objet|merci|non concerné", "rien|Rien de particulier|non|aucun|RAS|néant|rien à ajouter|pas de remarque|Tout va bien|je ne vois pas", "rien ne marche|pas de transparence|les prix"},
		{"pt", "não sei|Nao sei|sei lá|não se aplica|sem opinião|obrigado|não faço ideia", "nada|nenhum|Nenhuma|não|nada a declarar|Não vejo desvantagens|tudo bem|Não tenho nada a acrescentar", "não é transparente|nada funciona|falta de tempo"},
		{"it", "non so|Non lo so|boh|nessuna idea|non saprei|grazie|non applicabile", "niente|nulla|nessuno|no|nulla da segnalare|Niente di particolare|va bene così|niente, grazie", "niente funziona|non chiaro|la comunità"},
		{"ro", "nu știu|nu stiu|habar n-am|nu e cazul|mulțumesc|nu am idee", "nimic|Nimic de adăugat|nu|niciunul|nu am|totul e bine", "nimic nu merge|nu e clar|echipa"},
		{"de", "weiß nicht|Weiss ich nicht|keine Ahnung|k.A.|keine Angabe|entfällt|danke|kann ich nicht sagen|Keine Meinung", "nichts|keine|nein|Nichts Besonderes|gar nichts|mir fällt nichts ein|alles gut|passt so|Nichts, danke|nö", "nichts funktioniert|kein Vertrauen|Wert|alles|zufrieden|die Kollegen"},
		{"nl", "weet ik niet|geen idee|n.v.t.|geen mening|bedankt|weet niet", "niets|niks|nee|geen|geen opmerkingen|niets bijzonders|alles goed|kan niets bedenken", "niets werkt|geen vertrouwen|collega's"},
		{"da", "ved ikke|Det ved jeg ikke|ingen idé|ikke relevant|tak", "intet|ingenting|nej|ingen|ikke noget|alt er godt|ingen kommentarer", "intet virker|ingen tillid|kollegerne"},
		{"no", "vet ikke|Veit ikkje|aner ikke|ikke aktuelt|takk", "ingenting|nei|ingen|ikke noe|kommer ikke på noe|alt er bra|ingen kommentarer", "ingenting virker|ingen tillit|kollegene|nå"},
		{"sv", "vet ej|Vet inte|ingen aning|ej relevant|tack", "inget|ingenting|nej|inga|inget särskilt|kommer inte på något|allt är bra|inga synpunkter", "inget fungerar|ingen tillit|kollegorna"},
		{"fi", "en tiedä|En osaa sanoa|eos|ei mielipidettä|kiitos|ei koske minua", "ei mitään|ei|ei ole|ei tule mieleen|kaikki hyvin|ei kommentteja|ei mitään lisättävää", "mikään ei toimi|ei luottamusta|työkaverit"},
		{"hu", "nem tudom|Fogalmam sincs|nincs véleményem|köszönöm|nem tudom megítélni", "semmi|nincs|nem|semmi különös|nem jut eszembe semmi|minden rendben", "semmi sem működik|nincs bizalom|kollégák"},
		{"tr", "bilmiyorum|Fikrim yok|bilgim yok|emin değilim|teşekkürler|BİLMİYORUM", "yok|hiç|hiçbir şey|hayır|hicbir sey|aklıma gelmiyor|her şey yolunda|YOK", "zaman yok|şeffaf değil|iletişim"},
		{"ru", "не знаю|Затрудняюсь ответить|понятия не имею|нет мнения|спасибо|без комментариев", "ничего|нет|никаких|ничего не приходит в голову|всё хорошо|Нет, спасибо|ничего такого", "ничего не работает|нет доверия|люди"},
		{"ar", "لا أعرف|لا اعلم|لا أدري|شكرا|لا ينطبق|ليس لدي فكرة", "لا شيء|لا يوجد|لا|لا أحد|كل شيء جيد|لاشيء", "لا يعمل|لا توجد ثقة|الشفافية"},
		{"ga", "níl a fhios agam|Níl fhios agam|níl tuairim agam|go raibh maith agat", "rud ar bith|faic|tada|níl aon rud|dada|gach rud go maith", "níl muinín agam|an pobal"},
		{"ta", "தெரியாது|எனக்குத் தெரியாது|நன்றி|கருத்து இல்லை", "இல்லை|ஒன்றுமில்லை|எதுவும் இல்லை|எல்லாம் நன்று", "வெளிப்படைத்தன்மை இல்லை|நேரம் இல்லை"},
	}
	for _, tt := range tests {
		l := language(t, tt.code)
		for want, answers := range map[Class]string{NonResponse: tt.nonResponse, Nil: tt.nilAnswer, Substantive: tt.substantive} {
			for answer := range strings.SplitSeq(answers, "|") {
				if got := classify(l, answer); got != want {
					t.Errorf("%s: %q: class %d, want %d", tt.code, answer, got, want)
				}
			}
		}
		if got := classify(l, strings.Repeat("nada ", 30)); got != Substantive {
			t.Errorf("%s: a long answer has class %d", tt.code, got)
		}
	}
	needRows(t, "TestClassifyByLanguage in nonanswer_test.go", tests, func(row row) string { return row.code })
}

// Any bytes, in any language: no panic, the stem is never empty, and an
// elision cuts nothing away.
func FuzzLanguage(f *testing.F) {
	for _, seed := range []string{"trusting", "l'homme", "İstanbul'da", "größe", "\xff'", "ثِقَة", "don't know", "é\u0301", "''", "மரங்கள்"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for _, code := range Languages() {
			l := language(t, code)
			folded := l.Fold(word)
			if folded != "" && l.Stem(folded) == "" {
				t.Errorf("%s: %q has no stem", code, folded)
			}
			if article, rest := l.Elision(word); article+rest != word || rest == "" && word != "" {
				t.Errorf("%s: %q is cut into %q and %q", code, word, article, rest)
			}
			l.IsStop(folded)
			l.IsFiller(folded, l.Stem)
			l.negator(folded)
			classify(l, word)
		}
		Detect("", func(yield func(string) bool) { yield(word) })
	})
}

// classify classifies an answer in a language as an analyzer of it does.
func classify(l *Language, answer string) Class {
	return l.Classify(segment.Normalised(answer))
}

func BenchmarkClassify(b *testing.B) {
	l := language(b, "en")
	answers := []string{"I don't know", "nothing", "We need more time for testing and documentation of the interfaces", "no trust"}
	b.ReportAllocs()
	for b.Loop() {
		for _, answer := range answers {
			classify(l, answer)
		}
	}
}
