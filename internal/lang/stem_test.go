package lang

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"io"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
)

// Words that are counted together, and words that are not, by language.
func TestStem(t *testing.T) {
	tests := []struct{ code, together, apart string }{
		{"en", "analysis analyses", "important import"},
		{"en", "visualization visualisation visualizations visualisations", "use useful"},
		{"en", "trust trusted trusting", "help helpful"},
		{"en", "transparency transparent", "plot plotly"},
		{"en", "open openness", "new news"},
		{"en", "behaviour behavior behaviours", "universal university"},
		{"en", "centre center centres", "organ organization"},
		{"en", "analyse analyze analysing analyzing", "computing computer"},
		{"en", "organise organize organisation organization organising", "project projection"},
		{"en", "programme program programmes", "integrity integrate"},
		{"en", "modelling modeling modelled", "general generous"},
		{"en", "prioritise prioritize prioritising", "communication community"},
		{"en", "library libraries", "policy police"},
		{"en", "document documents documented", "past paste"},
		{"en", "licence license licences", "experience experiment"},
		{"en", "honest honesty", "sever several"},
		{"en", "clear clarity", "arm army"},
		{"en", "secure security", "execution executive"},
		{"en", "exercise exercises exercising", "operation operator"},
		{"en", "expertise", "expertise expert"},
		{"en", "advertise advertised advertising", "programmer programme"},
		{"en", "reliability reliable", "profession professional"},
		{"en", "council council's", "precise precious"},
		{"en", "add adds added adding", "add ad"},
		{"en", "ad ads", "added ads"},
		{"en", "bus buses busses bus's", "aws awful"},
		{"en", "gas gases", "physics physical"},
		{"en", "lens lenses", "lens len"},
		{"en", "quiz quizzes", "ios io"},
		{"en", "menu menus", "excel excellent"},
		{"en", "gpu gpus", "government governance"},
		{"en", "embed embeds embedded", "product productivity"},
		{"en", "staff staffing staffed", "definition definitely"},
		{"en", "university university's universities", "identity identical"},
		{"en", "alias aliases", "engine engineer"},
		{"en", "goose geese", "shell shelf"},
		{"en", "wolf wolves", "life live"},
		{"es", "librería librerías", "librería libre"},
		{"es", "documentación documentacion", "comunidad comunicación"},
		{"es", "paquete paquetes", "usar usuario"},
		{"es", "idea ideas", "ide ideas"},
		{"es", "ide ides", "ide idea"},
		{"fr", "utilisateur utilisateurs", "utile utiliser"},
		{"fr", "cœur coeur", "université univers"},
		{"pt", "aplicativo aplicativos", "comunidade comunicação"},
		{"pt", "usuário usuários usuario usuarios utilizador", "usuário utilizar"},
		{"pt", "utilizar utilização utilizado", "usuários utilização"},
		{"pt", "decisão decisões decisoes decisao", "pais principais"},
		{"pt", "útil úteis uteis util", "útil utilizar"},
		{"pt", "solução soluções solucoes solucao", "solução sol"},
		{"pt", "nível níveis", "fácil falar"},
		{"pt", "principal principais", "reais reagir"},
		{"pt", "mensagem mensagens", "bens bem"},
		{"pt", "ação ações acoes", "opção obter"},
		{"it", "utente utenti", "libro libero"},
		{"ro", "transparență transparenţa", "universitate univers"},
		{"de", "Straße Strasse Straßen", "Universität Universum"},
		{"de", "offen Offenheit", "Organ Organisation"},
		{"nl", "collega collega's", "politiek politie"},
		{"da", "åben åbenhed", "politik politi"},
		{"no", "uke uker uken ukene", "bil billig"},
		{"no", "by byen byer", "bok bokser"},
		{"no", "bok bøker bøkene", "natt nett"},
		{"no", "lokal lokalt lokale", "asfalt asfaltere"},
		{"no", "spesiell spesielt spesielle", "vakker vakt"},
		{"no", "vakker vakkert vakre", "sikker sikt"},
		{"no", "åpen åpenhet", "politikk politi"},
		{"sv", "öppen öppenhet", "användare användbar"},
		{"fi", "avoin avoimuus", "johtaja johtaminen"},
		{"hu", "átláthatóság átlátható", "egyetem egyetemes"},
		{"tr", "Python'un Python'da PYTHON", "iletişim iş"},
		{"ru", "рынок рынки рынков", "рынок рыночный"},
		{"ru", "подарок подарки подарка", "поток потолок"},
		{"ru", "остаток остатки", "урок рок"},
		{"ru", "напиток напитки напитков", "приток прит"},
		{"ru", "день дни дней", "день деньги"},
		{"ru", "друг друзья друзей", "друг дружба"},
		{"ru", "ёлка елка", "организация орган"},
		{"ar", "ثِقَة ثقة", "جامعة مجتمع"},
		{"ga", "pobal phobal", "ollscoil pobal"},
		{"sv", "sätt sättet sätten", "hem hemlig"},
		{"sv", "vatten vattnet", "bil billig"},
		{"sv", "flicka flickan flickor", "konst konstig"},
		{"sv", "hus huset husen husets", "led ledig"},
		{"da", "stykke stykker stykket", "bil billig"},
		{"da", "uge ugen uger ugerne", "far farlig"},
		{"da", "haven haver haverne", "haven havet"},
		{"nl", "auto auto's", "open openbaar"},
		{"nl", "kop koppen kopje", "kopen koppen"},
		{"nl", "koop kopen", "redden reden"},
		{"nl", "speciaal speciale", "weten wetten"},
		{"nl", "kamer kamers kamertje", "won wonen"},
		{"de", "System Systeme Systems Systemen", "Land landen"},
		{"de", "Problem Probleme Problemen", "zahlen zählen"},
		{"de", "Foto Fotos", "Bar Bär"},
		{"de", "hören hört hörte", "führen fuhr"},
		{"fr", "personnel personnelle personnelles", "attention attente"},
		{"fr", "photo photos", "commun communiste"},
		{"fr", "arriver arrive arrivent", "port porte"},
		{"fr", "attendre attends attendu", "esprit prendre"},
		{"es", "joven jóvenes jovenes", "público publicidad"},
		{"es", "plan planes", "plan plano"},
		{"es", "podcast podcasts", "puerto puerta"},
		{"es", "usar usa usan uso", "sol sola"},
		{"pt", "museu museus", "ponto ponte"},
		{"pt", "francês franceses francesa", "mão mau"},
		{"ro", "anul anului ani an", "sfat sfânt"},
		{"ro", "telefon telefoane telefonul", "meci mic"},
		{"sv", "konkret konkreta", "vän vände"},
		{"sv", "kräva krävde", "internet intern"},
		{"da", "rig rigt rige", "siger sigt"},
		{"da", "glemme glemte", "fem femte"},
		{"de", "Führer Führern", "fuhr Führer"},
		{"de", "Wähler Wählern", "Wahl Wähler"},
		{"de", "Offenheit offen", "gelegen Gelegenheit"},
		{"es", "sentado sentarme sentarnos", "sentido sentarme"},
		{"es", "desear deseamos deseo", "des deseamos"},
		{"nl", "meten meting", "meten meeting"},
		{"fr", "mère mères", "mer mère"},
		{"fr", "marché marchés", "marche marché"},
		{"fr", "élève élèves", "élève élevé"},
		{"fr", "marcher marche", "maire mairie"},
		{"fr", "ami amis amie amies", "avis avion"},
		{"fr", "garçon garçons", "leçon lire"},
		{"fr", "emploi emplois", "envoyé envie"},
		{"fr", "danseur danseuse", "dense danseuse"},
		{"es", "papá papás", "papa papá"},
		{"es", "campaña campañas", "calle callar"},
		{"pt", "país países", "pais países"},
		{"pt", "jardim jardins", "avó avô"},
		{"pt", "anel anéis", "lençol lenço"},
		{"pt", "hostil hostis", "grátis gratil"},
		{"it", "banca banche", "banco banca"},
		{"it", "porto porti", "porto porta"},
		{"it", "metà", "metà meta"},
		{"no", "vennlig vennlige vennligere", "venn vennlig"},
		{"no", "mulig muligheter", "dag daglig"},
		{"sv", "arbetare arbetarna", "arbete arbetare"},
		{"sv", "dator datorer datorn datorerna", "mata dator"},
		{"sv", "vän vänner vännen", "van vän"},
		{"sv", "idé idén", "magi mage"},
		{"nl", "douche douches", "fles fle"},
		{"nl", "foto foto's fotos", "chaos cha"},
		{"nl", "robot robots", "succes succe"},
		{"nl", "hobby hobby's hobbys", "plots plot"},
		{"de", "Bus Busse Bussen", "Einbußen Bus"},
		{"de", "Museum Museen Museums", "Maß Masse"},
		{"de", "Nachbar Nachbarn Nachbarin Nachbarinnen", "Narr Nachbar"},
		{"de", "Ampel Ampeln", "Handel handeln"},
		{"de", "Thema Themen", "Studie Studium"},
		{"ta", "மரம் மரங்கள்", "மரம் மரபு"},
		{"ta", "பள்ளி பள்ளிகள்", "மரம் பள்ளி"},
	}
	for _, tt := range tests {
		l := language(t, tt.code)
		keys := make(map[string]bool)
		for word := range strings.FieldsSeq(tt.together) {
			keys[l.Stem(l.Fold(word))] = true
		}
		if len(keys) != 1 {
			t.Errorf("%s: %q has the stems %v", tt.code, tt.together, keys)
		}
		one, two, _ := strings.Cut(tt.apart, " ")
		if key := l.Stem(l.Fold(one)); key == l.Stem(l.Fold(two)) {
			t.Errorf("%s: %q and %q have the stem %q", tt.code, one, two, key)
		}
	}
}

// What is no word of the language is its own stem.
func TestStemGuards(t *testing.T) {
	long := strings.Repeat("trusting", 40)
	for _, code := range Languages() {
		l := language(t, code)
		for _, word := range []string{"", "c++", "c#", ".net", "d3.js", "d3js", "covid-19", "24/7", "5g", "node.js", "👍", "-", "'", long, "\xff"} {
			if got := l.Stem(word); got != word {
				t.Errorf("%s: %q has the stem %q", code, word, got)
			}
		}
	}
}

// A key that words are counted under stems to itself, so that the program can
// stem what it has stemmed.
func TestApartIsStable(t *testing.T) {
	for _, code := range Languages() {
		l := language(t, code)
		groups := maps.Clone(l.keys)
		maps.Copy(groups, l.joined)
		for form, key := range groups {
			if folded := l.Fold(key); folded != key || l.Stem(key) != key {
				t.Errorf("%s: %q is counted under %q, which is folded to %q and has the stem %q", code, form, key, folded, l.Stem(key))
			}
		}
	}
}

// snowballData is where Debian's snowball-data puts Snowball's test data.
const snowballData = "/usr/share/snowball/data"

// The stemmers agree with Snowball's own snowballData, but for these known
// numbers of words: ё that Snowball's data has not folded, ï in French, and
// numbers in Finnish.
func TestSnowballVocabularies(t *testing.T) {
	if _, err := os.Stat(snowballData); err != nil {
		t.Skip("Debian's snowball-data is not installed")
	}
	known := map[string]int{"en": 1, "fr": 78, "ru": 124, "es": 1, "da": 1, "fi": 8}
	names := map[string]string{"no": "norwegian"}
	for _, code := range Languages() {
		l := language(t, code)
		name := names[code]
		if name == "" {
			name = strings.ToLower(l.Name)
		}
		words, stems := vocabulary(t, name, "voc.txt"), vocabulary(t, name, "output.txt")
		if len(words) == 0 || len(words) != len(stems) {
			t.Logf("%s: %d words and %d stems: not compared", code, len(words), len(stems))
			continue
		}
		wrong := 0
		for i, word := range words {
			if l.stemmer(word) != stems[i] {
				wrong++
			}
		}
		t.Logf("%s: %d of %d", code, wrong, len(words))
		if wrong != known[code] {
			t.Errorf("%s: %d of %d words have another stem, want %d", code, wrong, len(words), known[code])
		}
	}
}

// vocabulary reads a list of words, packed or not; of a very long one, every
// fiftieth.
func vocabulary(t *testing.T, language, file string) []string {
	path := filepath.Join(snowballData, language, file)
	data, err := os.ReadFile(path)
	if err != nil {
		packed, err := os.ReadFile(path + ".gz")
		if err != nil {
			return nil
		}
		r, err := gzip.NewReader(bytes.NewReader(packed))
		if err != nil {
			t.Fatal(err)
		}
		if data, err = io.ReadAll(r); err != nil {
			t.Fatal(err)
		}
	}
	var words []string
	lines := bufio.NewScanner(bytes.NewReader(data))
	for i := 0; lines.Scan(); i++ {
		if len(data) < 5<<20 || i%50 == 0 {
			words = append(words, lines.Text())
		}
	}
	return words
}

// A Language may be used by many at once (go test -race).
func TestConcurrentUse(t *testing.T) {
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for _, code := range Languages() {
				l := language(t, code)
				for _, word := range strings.Fields("Trusting Öffnungen libertades KIŞIN д'оверие مجتمعات") {
					folded := l.Fold(word)
					l.Stem(folded)
					l.IsFiller(folded, l.Stem)
					classify(l, word)
				}
			}
		})
	}
	all.Wait()
}
