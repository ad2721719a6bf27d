package personal

import (
	"strings"
	"testing"
)

// A header that asks for nothing but the respondent's name or address says so in each
// language, with its remarks; a question with the same word in it does not.
func TestAsks(t *testing.T) {
	for _, header := range []string{
		"Name", "Name (optional)", "Your name, please", "firstName", "last_name", "First and last name *", "What is your full name?",
		"Email (if you want a reply)", "E-mail, if you like to hear from us", "Phone number", "Contact details (phone or e-mail)",
		"Ihr Name (freiwillig)", "Vor- und Nachname", "Wie ist Ihr Name?", "Wie heißen Sie?", "Comment vous appelez-vous ?", "¿Cómo te llamas?", "Hvad hedder du?", "Come ti chiami?", "E-Mail-Adresse – falls Sie Antwort wünschen", "Nom et prénom (facultatif)", "Votre adresse e-mail",
		"Nombre y apellidos", "Correo electrónico (opcional)", "Nome (facultativo)", "Qual é o seu nome?", "Nome e cognome", "Indirizzo e-mail",
		"Naam (optioneel)", "Uw e-mailadres", "Navn (valgfrit)", "Ditt namn", "Nimi (vapaaehtoinen)", "Teljes név", "Numele și prenumele", "Ad Soyad", "Adınız ve soyadınız",
		"Ваше имя", "Как вас зовут? Имя", "Электронная почта", "الاسم الكامل", "رقم الهاتف", "உங்கள் பெயர்", "您的姓名（选填）", "姓名", "お名前（任意）", "メールアドレス",
		"Ονοματεπώνυμο", "Jméno a příjmení", "Ime i prezime", "Ім'я та прізвище", "Họ và tên", "Nama lengkap", "שם מלא", "ชื่อ-นามสกุล", "Imię i nazwisko",
		"RecipientFirstName", "Straße, Hausnummer", "Mailing address", "Cep telefonu", "IBAN", "Vorname/Nachname", "PHONENUMBER", "Signature", "Domicilio", "Vos coordonnées", "Contactgegevens", "Yhteystietosi",
		"Child's name", "Interviewer name", "Name of your teacher", "Name for the raffle", "Name Ihres Arztes", "Name des Kindes", "Nom de l'enfant", "Nom de votre médecin",
		"Nombre del entrevistador", "Nombre de tu hijo", "Nome da criança", "Nome del suo medico", "Naam van de moeder", "Naam docent", "Barnets navn", "Navn på din læge", "Navn på legen din",
		"Barnets namn", "Navn på forelder", "Namn på vårdnadshavare", "Lapsen nimi", "Lääkärisi nimi", "A gyermek neve", "Az orvosa neve", "Numele copilului", "Çocuğun adı", "Doktorunuzun adı",
		"Имя ребёнка", "ФИО руководителя", "اسم الطفل", "اسم طبيبك", "குழந்தையின் பெயர்", "Ainm an pháiste", "Ainm do dhochtúra", "孩子的姓名", "您的老师的名字", "お子様のお名前", "先生の名前", "자녀의 이름",
	} {
		if !Asks(header) {
			t.Errorf("%q does not ask for a name", header)
		}
	}
	for _, header := range []string{
		"What name should the new park have?", "Name one thing that you like", "Name of the product", "How do you like our e-mail?", "What do you call us?",
		"Why?", "Number", "Please leave a comment", "Nome do produto", "Wie soll der Park heißen?", "Wie heißt der Park?", "Comment?", "How do you do?", "Contact with the team", "Firma", "Zip", "Name a person", "Nombre una persona", "Adresse des Problems", "Participant", "No", "Your answer", "Instagram", "Profile", "Details", "First name that comes to mind", "",
		"Name of your school", "Your child's school", "Contact with teachers", "Comments about your manager", "Dog's name", "Which brand name comes to mind?", "Name der Firma", "Schule Ihres Kindes",
		"Nom de l'entreprise", "École de votre enfant", "Nombre de la empresa", "Nome do curso", "Nome della scuola", "Naam van de cursus", "Skolens navn", "Produktens namn", "Koulun nimi", "A cég neve",
		"Numele școlii", "Okulun adı", "Имя бренда", "اسم المدرسة", "பள்ளியின் பெயர்", "Ainm na scoile", "产品的名字", "孩子的学校", "会社の名前", "학교 이름",
	} {
		if Asks(header) {
			t.Errorf("%q asks for a name", header)
		}
	}
}

// A header is read without allocation: there is one for every column, and every first
// row of a file may be one.
func TestReadingAllocatesNothing(t *testing.T) {
	for _, header := range []string{"How satisfied are you with the opening hours?", "What is your e-mail?", "Ваше имя", "\xff\xc3"} {
		if n := testing.AllocsPerRun(10, func() { Asks(header) }); n > 0 {
			t.Errorf("%q: %v allocations", header, n)
		}
	}
}

// Cells are a voice where the header is not clear, and no header is believed without
// them. The cells are separated by semicolons.
func TestTells(t *testing.T) {
	const (
		people       = "Ana Costa; Rui de Lima; Eva Ferreira; Ole B. Hansen; Kai Møller; Ida O'Neil; Jo Park"
		smiths       = "Anna Smith; Tom Smith; Grace Smith; Hope Smith; Ruby Smith; Karim Smith; Sunil Smith; Ivy Smith"
		initials     = "Anna A.; Tomáš K.; Ruby W.; Heidi S.; Pierre D.; Mehmet Y."
		family       = "Smith, James; Weaver, Ruth; García, Luz; Novák, Petr; Stone, Ivy; Okafor, Ngozi"
		particles    = "Vries, Daan de; van den Berg, Anouk; Maria da Conceição dos Santos; Ludwig van Thoma; de Wit, Sanne"
		pairs        = "12 34 56 78; 22 45 67 89; 40 12 34 90; +45 33 12 45 67; 98 76 54 32; (11) 91234-5678; 98765 43210; 612 345 678"
		arabicWords  = "خدمة سريعة; مواقف سيارات; وقت مرن; حسن التعامل; مساحات خضراء; عدد المقاعد"
		small        = "james smith; ruth weaver; tom stone; priya nair; ngozi okafor; ivy lane"
		arabic       = "محمد الخطيب; فاطمة الزهراء; خالد درويش; مريم حداد; يوسف عبود; سلوى نعيم"
		greek        = "Μαρία Παππά; Γιώργος Λάμπρου; Ελένη Σαββίδου; Νίκος Ρήγας; Σοφία Ζέρβα"
		chinese      = "王小明; 李娜; 张伟; 刘洋; 陈静; 欧阳雪"
		korean       = "김민수; 이서연; 박지훈; 최은영; 정하늘"
		chineseWords = "高兴; 方便; 安全; 时间; 成本; 和平; 公园; 学习; 健康; 金钱"
		koreanWords  = "고양이; 시간; 자유로움; 안전; 주차장; 도서관; 친절함; 가격; 품질; 휴게실"
		first        = "Anna; Tom; Grace; Karim; Sunil; Heidi; Pierre; Ivy"
		numbered     = "Respondent 1; Respondent 2; Respondent 3; Respondent 4; Respondent 5; Respondent 6"
		mails        = "a@example.org; b@example.org; c@example.org; d@example.org; +1 202 555 0123; none"
		phones       = "+49 170 1053423; +49 171 2206318; +49 30 901820; +44 20 7946 0958; +1 202 555 0123"
		trunk        = "0170 1053423; 030/901 820 11; (0171) 2206318; 0151 23456789; 0160-9988776"
		american     = "415-555-0132; 415-555-0178; 202-555-0123; 202 555 0199; (303) 555-0111"
		houses       = "12 Mill Lane, Leeds; 4 High Street, York; Flat 2, 9 Park Row; 31 Station Road; 7 The Green, Hull"
		details      = "No; no thanks; yes, a@example.org; Call me on 07700 900123; Ruth, ruth@example.org; rather not; sure: tom@example.org"
		posts        = "Senior Engineer; Sales Engineer; Data Engineer; Field Engineer; Chief Engineer; Night Clerk; Day Clerk"
		jobs         = "Project Manager; Night Nurse; Art Director; Bus Driver; Head Chef; School Caretaker; Tax Adviser"
		wishes       = "Fewer meetings; More trust; Open doors; a better boss; Clean air; Less noise; More pay"
		best         = "Great Team; Nice Office; Good Coffee; Flexible Hours; Free Parking; Home Office; Kind People"
		missing      = "Grüne Wiesen; Mehr Bänke; Sauberes Wasser; Breite Wege; Neue Spielplätze; Helle Lampen"
		towns        = "New York; San Francisco; Los Angeles; Santa Cruz; Buenos Aires; Cape Town; San Antonio; São Paulo"
		streets      = "Mill Lane; High Street; Station Road; Park Row; Church Street; King Street"
		products     = "Solar Lamp; Green Kettle; Smart Mug; Super Blender; Clean Cloth; Turbo Vacuum"
		changes      = "Parking; Salary; Canteen; Meetings; Software; Chairs; Hours"
		phone        = "Camera; Battery life; Screen; Size; The Camera; Weight; iPhone 12"
		support      = "Slow answer; Very kind; 2 days of waiting; Nobody picked up; Good; Fine so far"
		council      = "Parking permit; Waste bins; Council tax; Planning; School places; Noise"
		potholes     = "Hauptstraße 12; Ecke Ringweg 3; Am Markt 7; Bahnhofstraße 101; Gartenweg 1a"
		cities       = "Paris; Lisbon; Oslo; Sydney; Florence; Vienna; Austin"
		virtues      = "Grace; Hope; Faith; Joy; Trust; Honesty; Courage; Love"
		editions     = "2017-03-12; 2018-11-01; 2019-01-30; 2020-07-07; 2021-10-09"
		amounts      = "1200000; 2400000; 900000; 1500000; 3100000"
		accounts     = "@ruth.w; ngozi_o; tstone; @priya; ivy.lane; lukas77; mweaver"
		profiles     = "https://example.com/in/ruth; example.com/in/tom-s; priya n; tstone81; ngozi okafor; ivyl"
		posted       = "12 Alder Rise, Truro TR1 9ZZ; 4 Quay Walk, Dover CT17 0AA; 31 Fir Court, Wells BA5 9XX; Flat 2, 9 Holm Row, Ely CB7 7YY; 7 Dene View, Ayr KA7 1QQ"
		german       = "Erlenstieg 4, 24937 Flensburg; Am Hang 11, 07743 Jena; Kirchweg 6a, 54290 Trier; Holzgasse 23, 01662 Meißen; Seeweg 8, 78462 Konstanz"
		flats        = "Rua do Rio 3, 4050-123 Porto; Avenida Sul 14, 1100-045 Lisboa; Largo da Feira 2, 3000-210 Coimbra; Rua Nova 41, 8000-100 Faro; Travessa do Sol 9, 4700-300 Braga"
		classes      = "Grace 2b; Karim 3a; Anna 3c; Heidi, 4a; Pierre 1b; Ivy 2a"
		networks     = "TikTok; YouTube; BeReal; Mastodon; Bluesky; Reddit"
		stars        = "Louis; Anna Karina; Grace Kelly; James Dean; Thomas Mann; Peter Lorre"
		dated        = "May 12, 2019 in Leeds; June 3, 2020 at Hull; July 14, 2021 in York; April 2, 2018 in Bath; March 30, 2022 in Ely"
		plans        = "buy 12 trees for 20000 pounds; spend 5 million, not 10000; build 300 flats; hire 4 nurses; plant 5000 trees"
		rare         = "Thelma Orrin-Vask; Brude Kellogan; Skara Windle; Otmar Pliess; Ysolde Crake; Nerys Tolva; Corvin Ashgrove; Wulf Dunmere; Tamsa Reld; Isaura Quell; Boas Fennick"
		titled       = "Nette Kollegen; Gutes Essen; Schnelles Internet; Kurze Wege; Freie Wochenenden; Sichere Radwege; Bessere Bezahlung; Mehr Urlaub; Weniger Lärm; Keine Hektik; Moderne Technik"
		headings     = "Great Team; Nice Office; Good Coffee; Flexible Hours; Free Parking; Home Office; Kind People; Open Doors; Less Noise; Fast Lifts; Clean Air"
		makes        = "Solar Lamp; Green Kettle; Smart Mug; Nike; Clean Cloth; Turbo Vacuum; Star Brush; Blue Kite; Iron Cup; Velvet Soap; Copper Pan"
		companies    = "Blue Water Ltd.; Mill & Sons; Nord Energie AG; Alpha Systems; Weaver GmbH"
	)
	for i, test := range []struct {
		header, cells string
		want          bool
	}{
		{"Wer", people, true},
		{"Name for the raffle", people, true},
		{"Who are you?", people, true},
		{"Who filled this in?", people, true},
		{"Completed by", smiths, true},
		{"Participant", people, true},
		{"Attendee", initials, true},
		{"Q10", smiths, true},
		{"Q10", initials, true},
		{"Q10", family, true},
		{"Name for the raffle", family, true},
		{"Name for the raffle", small, true},
		{"Who are you?", small, true},
		{"Participant", first, true},
		{"اسم المشارك في السحب", arabic, true},
		{"Name for the raffle", arabic, true},
		{"Name for the raffle", greek, true},
		{"Name for the raffle", chinese, true},
		{"Name for the raffle", korean, true},
		{"Q1", numbered, true},
		{"Respondent", numbered, true},
		{"How may we contact you by e-mail?", mails, true},
		{"May we contact you? If so, leave your details", details, true},
		{"Q10", phones, true},
		{"Q10", trunk, true},
		{"Q10", american, true},
		{"Where shall we send the prize? Leave your address", houses, true},
		{"Who are you?", "Ana Costa; Rui de Lima", true},
		{"Please tell us who you are", people, true},
		{"Teilnehmer/in", small, true},
		{"Q10", particles, true},
		{"Q10", arabic, true},
		{"May we ask for your children's names?", "Tom, Grace; Karim; Anna, Heidi and Pierre; Sunil (4); none", true},
		{"Street and number where you live", houses, true},
		{"Adressen där du bor", houses, true},
		{"Q10", pairs, true},
		{"From", "Ana Costa <ana@example.org>; Rui <rui@example.org>; eva@example.org; Ole, ole@example.org; 0170 1053423", true},
		{"Q10", "Ana Costa (HR); Sarah Moss (she/her); Eva Ferreira (IT); Tom Hansen; Peter Drake (IT)", true},
		{"First", first, true},
		{"What matters here?", "write to a@example.org about the park; b@example.org knows what we need; I told c@example.org of the noise; ask d@example.org for more light; let e@example.org decide on it", false},
		{"Q10", cities, false},
		{"Q10", virtues, false},
		{"응답자", "민수; 서연; 지훈; 나리; 영희; 슬기", true},
		{"What is your name?", wishes, true}, // whatever stands there
		{"名字用于抽奖", chinese, true},
		{"Wer", "Ana Costa; Rui de Lima; Eva Ferreira", false},
		{"Favourite teacher", people, false},
		{"Name", "Alpha; Beta; Gamma", false},
		{"公园的名字", chineseWords, false},
		{"공원 이름", koreanWords, false},
		{"Q10", arabicWords, false},
		{"Where do you live?", towns, false},
		{"Who should pay?", posts, false},
		{"Who helped you most in the last year?", people, true}, // or who is it that nobody else names?
		{"Wer hat den Bogen ausgefüllt?", people, true},
		{"À qui peut-on s'adresser ?", people, true},
		{"¿Con quién hablamos?", rare, true},
		{"Whom may we thank?", rare, true},
		{"Who should decide?", headings, false},
		{"Who inspires you?", wishes, false},
		{"May we contact you?", "no; yes: a@example.org; yes, b@example.org; maybe; e@example.org; yes, d@example.org", true},
		{"Name a person who helped you", people, false},
		{"Nombre una persona", people, false},
		{"Best thing", best, false},
		{"Was fehlt", missing, false},
		{"Lieblingsstadt", towns, false},
		{"Name one thing you would change", changes, false},
		{"Name of the thing you would change", changes, false},
		{"What do you like most about your phone?", phone, false},
		{"Any comment on our phone support?", support, false},
		{"What is your contact with the council about?", council, false},
		{"Adresse des Problems", potholes, false},
		{"Which city name do you like best?", cities, false},
		{"Which city name do you like best?", towns, false},
		{"Product name you would choose", products, false},
		{"Who are you?", jobs, false},
		{"Participant", jobs, false},
		{"Post", posts, false},
		{"Job", jobs, false},
		{"Street name you like", streets, false},
		{"Q10", streets, false},
		{"Q10", products, false},
		{"Q10", companies, false},
		{"Q10", editions, false},
		{"Q10", amounts, false},
		{"Q10", "12 03 2020; 13 04 2021; 01 12 2019; 30 01 2022; 15 08 2020", false},
		{"Q10", "1 200 000; 3 400 000; 12 500 000; 1 750 000; 2 300 000", false},
		{"Instagram", accounts, true},
		{"Twitter handle", accounts, true},
		{"Your nick on Discord", accounts, true},
		{"昵称", accounts, true},
		{"Felhasználónév", accounts, true},
		{"LinkedIn profile", profiles, true},
		{"Which networks do you use beside Instagram?", networks, false},
		{"Instagram", changes, false},
		{"Instagram", wishes, false},
		{"Domicilio", houses, true},
		{"Vos coordonnées", details, true},
		{"Anything else? Leave your details", details, true},
		{"Haben Sie Fragen? Hinterlassen Sie Ihre Daten", details, true},
		{"Where can we send your voucher?", houses, true},
		{"Wohin dürfen wir den Preis schicken?", houses, true},
		{"Où devons-nous envoyer votre lot ?", houses, true},
		{"¿Adónde te enviamos el premio?", houses, true},
		{"Dove possiamo spedire il premio?", houses, true},
		{"Waar mogen we de prijs naartoe sturen?", houses, true},
		{"Vart ska vi skicka vinsten?", houses, true},
		{"Куда нам отправить подарок?", houses, true},
		{"奖品寄到哪里", houses, true},
		{"Where should we send more buses?", streets, false},
		{"Q10", posted, true},
		{"Q10", german, true},
		{"Q10", flats, true},
		{"Q10", potholes, false},
		{"Q10", dated, false},
		{"Q10", plans, false},
		{"Your child's name and class", classes, true},
		{"First name that comes to mind when you think of films", stars, false},
		{"Name of an actor who comes to mind", stars, false},
		{"Which name do you think of first?", stars, false},
		{"Wish", wishes, false},
		{"Name one wish", wishes, false},
		{"Q10", rare, true},
		{"Question 4", rare, true},
		{"Contact person", rare, true},
		{"Ansprechpartner", rare, true},
		{"Your teacher", rare, true},
		{"Submitted by", rare, true},
		{"Curtha isteach ag", rare, true},
		{"Best film", rare, false},
		{"Q10", titled, false},
		{"Q10", headings, false},
		{"Q10", makes, false},
		{"Your teacher", headings, false},
		{"Q10", chinese, true},
		{"Q10", chineseWords, false},
		{"Q10", koreanWords, false},
		{"问题", chineseWords, false},
	} {
		cells := strings.Split(test.cells, "; ")
		if got := Tells(test.header, cells, len(cells)); got != test.want {
			t.Errorf("%d, %q: %v", i, test.header, got)
		}
	}
	if cells := strings.Split(first, "; "); !Tells("Participant", cells, 9*len(cells)) {
		t.Error("people may answer several times: ", first)
	}
	if cells := strings.Split(people, "; "); Tells("Wer", cells, 4*len(cells)) {
		t.Error("answers that come again are no names: ", people)
	}
	cells := strings.Split(people, "; ")
	for header, want := range map[string]bool{
		"Who inspires you?": false, "Which politician do you trust?": false, "Wem vertrauen Sie?": false,
		"Quem respondeu?": true, "Ki töltötte ki a kérdőívet?": true, "Hvem kan vi kontakte?": true, "First": true,
	} {
		if got := Tells(header, cells, 3*len(cells)); got != want {
			t.Errorf("%q above people named again and again: %v", header, got)
		}
	}
	if cells := strings.Split("no; yes; "+people, "; "); !Tells("May we contact you? If so, leave your details", cells, 5*len(cells)) {
		t.Error("most people leave no name: ", cells)
	}
	if cells := strings.Split(first, "; "); !Tells("First name", cells, 5*len(cells)) {
		t.Error("given names that come again are names where the header asks for them: ", first)
	}
}

// Names in small letters are known where the header says nothing, by the given names that many bear. Short answers
// in small letters are no names, whatever words they begin with.
func TestNamesInSmallLetters(t *testing.T) {
	for _, test := range []struct {
		header, cells string
		want          bool
	}{
		{"Q7", "james smith; ruth weaver; tom stone; sarah moss; peter o'hara; ivy lane; karim haddad; jane doe", true},
		{"column 3", "anna krause; jürgen von thoma; sabine holt; moritz pfeil; heike brandt-lau; petra zum felde", true},
		{"v3_1", "marie duval; jean-luc petit; élodie roche; pierre de brie; camille noël; louis martel", true},
		{"Pregunta 4", "maría josé peña; luis ortega; carmen de la vega; pablo ruiz; javier solano; elena prieto", true},
		{"Q7", "nagy péter; kovács anna; szabó istván; tóth katalin; varga zoltán; kiss erzsébet", true},
		{"Q7", "сергей волков; анна соколова; дмитрий лебедев; ольга зимина; иван чернов; наталья рыбина", true},
		{"Q7", "ayşe demir; mehmet korkut; fatma aydın; mustafa ersoy; zeynep tuna; emre bulut", true},
		{"Q7", "james smith; ruth weaver; tom stone; Sarah Moss; peter hale; jane doe; skara windle; otmar pliess; corvin ash; anna lund", true},
		{"anna lund", "james smith; ruth weaver; tom stone; sarah moss; peter hale; jane doe", true},
		{"best idea", "james smith; ruth weaver; tom stone; sarah moss; peter hale; jane doe", false},
		{"What matters here?", "james smith; ruth weaver; tom stone; sarah moss; peter hale; ivy lane", false},
		{"Q7", "james smith; ruth weaver; tom stone", false},
		{"Q7", "skara windle; otmar pliess; corvin ashgrove; nerys tolva; boas fennick; tamsa reld; isaura quell", false},
		{"Q7", "clean streets; quiet nights; open doors; warm rooms; fair rent; safe paths; green yards; late buses; good light; more shade", false},
		{"Q7", "una piscina; una biblioteca; una cancha; una plaza; una fuente; una pista; una feria; una huerta", false},
		{"Q7", "rosa paredes; rosa vestido; rosa mesa; rosa flores; rosa cielo; rosa suelo; rosa banco; rosa techo; rosa luces; rosa puerta", false},
		{"Q7", "ask peter; tell anna; thank ruth; james is kind; tom and sarah; with jane; meet karim; our ruth; not peter; i like anna", false},
		{"Q7", "ben istiyorum; ben gelirim; ben bilmem; ella canta; ella baila; mia madre; mia casa; linda vista; linda praia; ed ora", false},
		{"Q7", "parking; more light; the lifts; peter hale; no idea; nothing; quiet rooms; none; fewer meetings; coffee", false},
		{"Q7", "kortere køer; flere bænke; varmere vand; bedre lys; nye cykler; rolige aftener; friske frugter; rene gulve", false},
		{"Q7", "los angeles; san francisco; santa cruz; new york; buenos aires; cape town; san antonio; porto alegre", false},
	} {
		cells := strings.Split(test.cells, "; ")
		if got := Tells(test.header, cells, len(cells)); got != test.want {
			t.Errorf("%q over %q: %v", test.header, cells, got)
		}
	}
	if cells := strings.Split("james smith; ruth weaver; tom stone; sarah moss; peter hale; jane doe", "; "); Tells("Q7", cells, 2*len(cells)) {
		t.Error("people of whom several speak are no respondents: ", cells)
	}
}

// What somebody is called is in one list, and none of its words is a job or a town.
func TestNamesAreNoOtherWords(t *testing.T) {
	for _, cell := range []string{"Great Team", "San Francisco", "Saint-Denis", "Port Louis", "Team Leader", "Clean Streets", "Mehr Grün", "Firma", ""} {
		if isKnown(cell) {
			t.Errorf("%q is a name", cell)
		}
	}
}

// What few people share is told by the header or by its form.
func TestIdentifies(t *testing.T) {
	const (
		days     = "03/11/1981; 17/02/1990; 30/06/1975; 12 May 1969"
		areas    = "50667; 24937; 07743; 80331"
		british  = "TR1 9ZZ; CT17 0AA; BA5 9XX; ly7 7YY; EH1 1AA; M1 1AE; B33 8TH; CR2 6XH; DN55 1PT; W1A 0AX"
		students = "s0324357; s7941777; s8451829"
		years    = "1981; 1990; 1975; 1969"
		scale    = "4; 5; 1; 3"
		said     = "the postcode lottery; fewer letters; I do not know it; 3 of them"
	)
	for _, test := range []struct {
		header, cells string
		want          bool
	}{
		{"Date of birth", days, true}, {"Ihr Geburtsdatum?", days, true}, {"Q4", days, false}, {"When did you visit us?", days, false},
		{"Home postcode", british, true}, {"Q4", british, true}, {"PLZ", areas, true}, {"Kod pocztowy", areas, true}, {"邮编", areas, true}, {"Q4", areas, false},
		{"Matriculation no.", students, true}, {"Numer indeksu", students, true}, {"Q4", "QQ123456C; QQ 12 34 57 A; AB654321D", true},
		{"Date of birth", years, false}, {"Year of birth", years, false}, {"How fair is the postcode lottery?", scale, false}, {"What about your postcode?", said, false},
	} {
		if got := Identifies(test.header, strings.Split(test.cells, "; ")); got != test.want {
			t.Errorf("%q over %s: %v", test.header, test.cells, got)
		}
	}
	if Identifies("Postcode", nil) {
		t.Error("nothing identifies people")
	}
	if cells := strings.Split("ul. Długa 12, 00-362 Warszawa; ul. Polna 3/17 Kraków; os. Leśne 81, 61-394 Poznań; ul. Nowa 5 Łódź; Rynek 7, 31-042 Kraków", "; "); !Tells("Gdzie wysłać nagrodę?", cells, 5) {
		t.Error("addresses of houses: ", cells)
	}
}
