package charset

import (
	"io"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
)

// answers are surveys as people fill them in: mostly short, mostly ASCII where the script is Latin.
var answers = map[string]string{
	"de":      "id,Was fehlt Ihnen?\n1,mehr Bänke im Park\n2,nichts\n3,größere Räume\n4,Öffnungszeiten\n5,gute Leute – weiter so\n",
	"fr":      "id,Qu'est-ce qui manque ?\n1,rien\n2,plus de vélos\n3,le café à midi\n4,la sécurité près de l’école\n5,ça va très bien\n",
	"es":      "id,¿Qué falta?\n1,más árboles\n2,nada\n3,atención rápida\n4,los niños no tienen dónde jugar\n5,todo bien\n",
	"pt":      "id,O que falta?\n1,nada\n2,mais informação\n3,as reuniões são longas\n4,não sei\n5,estação de ônibus\n",
	"it":      "id,Che cosa manca?\n1,più verde in città\n2,niente\n3,la qualità è buona\n4,perché non c’è il bar\n",
	"sv":      "id,Vad saknas?\n1,fler bänkar\n2,inget\n3,öppet på söndagar\n4,bra å så\n",
	"da":      "id,Hvad mangler?\n1,flere bænke\n2,intet\n3,åbent om søndagen\n4,mere grønt\n",
	"fi":      "id,Mitä puuttuu?\n1,penkkejä\n2,ei mitään\n3,lisää työaikaa\n",
	"is":      "id,Hvað vantar?\n1,fleiri bekki\n2,ekkert\n3,það er gott\n4,meiri tíma með börnunum\n",
	"pl":      "id,Czego brakuje?\n1,więcej ławek\n2,nic\n3,dłuższe godziny pracy\n4,ścieżki rowerowe\n5,jest dobrze\n",
	"cs":      "id,Co chybí?\n1,více laviček\n2,nic\n3,delší otevírací doba\n4,hřiště pro děti\n5,už je to lepší\n",
	"sk":      "id,Čo chýba?\n1,viac lavičiek\n2,nič\n3,ľudia sú milí\n4,dlhší čas\n5,ihrisko pre deti\n",
	"hu":      "id,Mi hiányzik?\n1,több pad\n2,semmi\n3,hosszabb idő\n4,zöld területek\n5,jó, de nem elég gyors ügyintézés, űrlapok\n",
	"ro":      "id,Ce lipseşte?\n1,mai multe bănci\n2,nimic\n3,curăţenie în oraş\n4,este foarte bine\n",
	"hr":      "id,Što nedostaje?\n1,više klupa\n2,ništa\n3,duže radno vrijeme\n4,čistoća ulica\n5,ljudi su ljubazni, već je bolje\n",
	"sl":      "id,Kaj manjka?\n1,več klopi\n2,nič\n3,daljši čas\n4,čista mesta in še več zelenja\n",
	"tr":      "id,Ne eksik?\n1,daha çok bank\n2,hiçbir şey\n3,çalışma saatleri değişsin\n4,İnsanlar iyi\n",
	"lt":      "id,Ko trūksta?\n1,daugiau suolų\n2,nieko\n3,ilgesnių valandų\n4,žmonės yra geri, ačiū\n",
	"lv":      "id,Kā trūkst?\n1,vairāk solu\n2,nekā\n3,garāks darba laiks\n4,cilvēki ir laipni, ļoti žēl\n",
	"et":      "id,Mis on puudu?\n1,rohkem pinke\n2,mitte midagi\n3,pikemad lahtiolekuajad õhtul\n4,tänan, väga hea\n",
	"ru":      "id,Чего не хватает?\n1,больше скамеек\n2,ничего\n3,все хорошо\n4,время работы\n",
	"uk":      "id,Чого не вистачає?\n1,більше лавок\n2,нічого\n3,її вже змінили\n4,дуже добре\n",
	"bg":      "id,Какво липсва?\n1,повече пейки\n2,нищо\n3,всичко е добре\n4,работно време\n",
	"sr":      "id,Шта недостаје?\n1,више клупа\n2,ништа\n3,људи су љубазни\n4,дуже радно време\n",
	"el":      "id,Τι λείπει;\n1,περισσότερα παγκάκια\n2,τίποτα\n3,όλα καλά\n4,Άνθρωποι ευγενικοί\n",
	"he":      "id,מה חסר?\n1,יותר ספסלים\n2,כלום\n3,הכל טוב\n4,שעות פתיחה\n",
	"ar":      "id,ما الذي ينقص؟\n1,المزيد من المقاعد\n2,لا شيء\n3,كل شيء جيد\n4,ساعات العمل\n",
	"fa":      "id,چه چیزی کم است؟\n1,نیمکت بیشتر\n2,هیچ چیز\n3,همه چیز خوب است\n",
	"th":      "id,ขาดอะไร\n1,ที่นั่งมากขึ้น\n2,ไม่มี\n3,ทุกอย่างดี\n",
	"zh":      "id,缺少什么？\n1,更多的座位\n2,没有\n3,一切都很好\n4,营业时间太短\n",
	"zh-hant": "id,缺少什麼？\n1,更多的座位\n2,沒有\n3,一切都很好\n4,營業時間太短\n",
	"ja":      "id,足りないものは？\n1,もっとベンチがほしい\n2,特になし\n3,とても良いです\n4,営業時間\n",
	"ko":      "id,무엇이 부족합니까?\n1,더 많은 의자\n2,없음\n3,모두 좋아요\n4,영업 시간\n",
}

// Each encoding is found by surveys in languages that are written in it. Where the text is the same in another, that may
// be named.
func TestDetect(t *testing.T) {
	cases := map[string]string{
		"windows-1252": "de fr es pt it sv da fi is", "iso-8859-15": "de fr es pt it sv da fi is", "macintosh": "de fr es pt it sv da",
		"ibm850": "de fr es pt sv da", "ibm437": "de es sv",
		"windows-1250": "pl cs sk hu ro hr sl", "iso-8859-2": "pl cs sk hu ro hr sl", "ibm852": "pl cs sk hu ro hr sl",
		"windows-1251": "ru uk bg sr", "iso-8859-5": "ru uk bg sr", "koi8-r": "ru bg", "koi8-u": "uk", "ibm866": "ru bg", "x-mac-cyrillic": "ru uk bg sr",
		"windows-1253": "el", "iso-8859-7": "el", "windows-1254": "tr", "windows-1255": "he", "iso-8859-8": "he", "windows-1256": "ar fa", "iso-8859-6": "ar",
		"windows-1257": "lt lv et da sv fi pl", "iso-8859-13": "lt lv da sv fi pl", "windows-874": "th",
		"gb18030": "zh", "big5": "zh-hant", "shift_jis": "ja", "euc-jp": "ja", "euc-kr": "ko",
	}
	for name, languages := range cases {
		for lang := range strings.FieldsSeq(languages) {
			raw, text := encoded(t, name, answers[lang])
			g := Detect(raw)
			if got := readIn(t, g.Name, raw); got != text || !g.Plausible || g.Damage {
				t.Errorf("%s in %s: %+v, %q", lang, name, g, got)
			}
		}
	}
}

// encoded writes a text in an encoding, without the characters that it lacks.
func encoded(t *testing.T, name, text string) (raw, written string) {
	t.Helper()
	e := entryOf(t, name)
	for _, r := range text {
		if r == 'ی' && name == "windows-1256" {
			r = 'ي' // as Persian is written in it
		}
		b, err := e.NewEncoder().String(string(r))
		if err == nil {
			raw, written = raw+b, written+string(r)
		}
	}
	return raw, written
}

func entryOf(t *testing.T, name string) encoding.Encoding {
	t.Helper()
	for _, e := range entries() {
		if e.name == name {
			return e.decoder
		}
	}
	t.Fatalf("no encoding %s", name)
	return nil
}

func readIn(t *testing.T, name, raw string) string {
	t.Helper()
	text, err := io.ReadAll(Reader(strings.NewReader(raw), name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Answers that are letters alone are not taken for signs.
func TestLettersAlone(t *testing.T) {
	for name, survey := range map[string]string{
		"windows-1251": "id,Какой?\n1,А\n2,Б\n3,В\n", "koi8-r": "id,Какой?\n1,А\n2,Б\n3,В\n", "windows-1255": "id,איזה?\n1,א\n2,ב\n3,ג\n",
	} {
		raw, text := encoded(t, name, survey)
		if g := Detect(raw); readIn(t, g.Name, raw) != text {
			t.Errorf("%s: %+v", name, g)
		}
	}
}

// Text in 7 bits is told by its escape sequences.
func TestEscaped(t *testing.T) {
	raw, _ := entryOf(t, "iso-2022-jp").NewEncoder().String(answers["ja"])
	if got := Escaped(raw); got != "iso-2022-jp" || readIn(t, got, raw) != answers["ja"] {
		t.Errorf("%q is %q", raw, got)
	}
	if got := Escaped("a,b\n1,\x1b[31mred\n"); got != "" {
		t.Errorf("colours of a terminal are %q", got)
	}
}

// Encodings that give the same text are one answer; those that do not are named if they are close.
func TestClose(t *testing.T) {
	raw, _ := encoded(t, "iso-8859-15", "id,Warum?\n1,schön\n2,müde\n")
	if g := Detect(raw); g.Name != "windows-1252" || g.Close || g.Next == "iso-8859-15" {
		t.Errorf("%+v", g)
	}
	// One word that is one in two languages.
	raw, _ = encoded(t, "windows-1250", "id,X\n1,šok\n")
	if g := Detect(raw); !g.Close || g.Next == "" {
		t.Errorf("%+v", g)
	}
}

// A few bytes that make no word in any encoding are damage.
func TestDamage(t *testing.T) {
	if g := Detect("id,Why?\n1,caf\xff\n2,all is well\n"); !g.Damage {
		t.Errorf("%+v", g)
	}
	if g := Detect("id,Why?\n1,caf\xe9\n2,all is well\n"); g.Damage || g.Name != "windows-1252" {
		t.Errorf("%+v", g)
	}
}

// Where a sign is all that is beyond ASCII, it is read right, or the other reading is named: no letter stands alone or at a
// number. So is a foreign word.
func TestSigns(t *testing.T) {
	plain := map[string]string{
		"en": "id,What would help you?\n1,a later bus in the evening\n2,nothing really\n3,more room for the children at school\n4,it is too loud with all the doors open\n",
		"fr": "id,Que faut-il changer ?\n1,plus de bus le soir\n2,rien du tout\n3,une salle pour les enfants\n4,il y a trop de bruit dans la cour\n",
		"de": "id,Was soll anders werden?\n1,mehr Busse am Abend\n2,gar nichts\n3,ein Raum mit Licht und Luft\n4,es ist zu laut bei der Arbeit\n",
	}
	signs := []string{
		"5,28° inside\n6,31° and 33°\n", "5,28° inside\n", "5,§ 7 is old\n6,§ 7 and § 9\n", "5,bus · train\n6,a · b\n",
		"5,« good » things\n6,« more »\n", "5,«good» things\n", "5,le cœur et la sœur\n6,main-d’œuvre\n7,un vœu\n", "5,un œuf\n", "5,on 1º and 2º\n", "5,«\u00a0good\u00a0» things\n",
		"5,»good« things\n", "5,• more\n6,• less\n", "5,screws of 5 µm\n", "5,100 µ\n", "5,a menu à la carte\n", "5,vis-à-vis\n", "5,10\u00a0000 people\n", "5,good\u00a0!\n",
		"5,Malmö\n", "5,naïve\n",
	}
	for _, name := range []string{"windows-1252", "iso-8859-15", "macintosh", "ibm850"} {
		for lang, survey := range plain {
			for _, sign := range signs {
				raw, text := encoded(t, name, survey+sign)
				if raw == text { // the encoding lacks the sign
					continue
				}
				if g := Detect(raw); !g.Close && (g.Damage || readIn(t, g.Name, raw) != text) {
					t.Errorf("%s in %s, %q: %+v", lang, name, sign, g)
				}
			}
		}
	}
}
