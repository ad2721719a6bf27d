package personal

import (
	"strings"
	"testing"
)

// In each language names are found by a header that asks for them, by one that names who
// answers, and, written in full, below one that says nothing.
func TestLanguages(t *testing.T) {
	for _, test := range []struct{ asks, has, who, names string }{
		{"Full name", "Name for the draw", "Completed by", "Grace Okonkwo;Tom Ashby;Sarah Lindqvist;Peter Quill;Jane Marlow;Ian Frost"},
		{"Wie heißen Sie?", "Name für die Verlosung", "Ausgefüllt von", "Jürgen Amsel;Petra Hohlweg;Uwe Tannert;Sabine Ried;Kai Lohse;Anke Born"},
		{"Nom et prénom", "Nom pour le tirage", "Qui êtes-vous ?", "Élodie Carrel;Thierry Vasse;Amélie Roy;Gilles Orsini;Jean-Marc Odin;Solène Tual"},
		{"Nombre y apellidos", "Nombre para el sorteo", "¿Quién es usted?", "Lucía Vera Mora;Iván Duarte;Carmen Robles;Pablo Rey;Nuria Lago;Andrés Pino"},
		{"Nome completo", "Nome para o sorteio", "Quem é você?", "João Ramalho;Inês Valadas;Rui Teles;Catarina Boto;Tiago Serpa;Ana Quintas"},
		{"Nome e cognome", "Nome per il sorteggio", "Compilato da", "Chiara Volpi;Luca Sereni;Paolo Verdi;Giulia Nardi;Matteo Riva;Elisa Corsi"},
		{"Hoe heet je?", "Naam voor de loting", "Wie bent u?", "Daan van Loon;Femke de Waal;Joost Prins;Sanne Kooi;Wouter ten Cate;Anouk Blom"},
		{"Dit navn", "Navn til lodtrækningen", "Hvem er du?", "Søren Bang;Mette Kruse;Rasmus Vang;Freja Holm;Mads Bo Lund;Signe Fog"},
		{"Fornavn og etternavn", "Navn til trekningen", "Utfylt av", "Ingrid Vik;Håkon Lien;Kari Nes;Lars Foss;Astrid Bø;Sindre Mo"},
		{"För- och efternamn", "Namn för utlottningen", "Vem är du?", "Björn Ek;Linnéa Dal;Göran Rask;Maja Frisk;Nils Alm;Karin Ask"},
		{"Etu- ja sukunimi", "Nimi arvontaa varten", "Kuka olet?", "Juhani Korpi;Aino Salmi;Väinö Aho;Tuula Harju;Minna Suo;Timo Virta"},
		{"Teljes név", "Név a sorsoláshoz", "Ki vagy?", "Nagy Bence;Kovács Réka;Szabó Márk;Tóth Lilla;Varga Áron;Kis Emese"},
		{"Numele și prenumele", "Nume pentru tombolă", "Cine ești?", "Ioana Vlaicu;Mihai Codreanu;Răzvan Mușat;Anca Lupu;Radu Bratu;Oana Dima"},
		{"Ad Soyad", "Çekiliş için adınız", "Kimsiniz?", "Ayşe Toprak;Mehmet Sarı;Zeynep Ulu;Emre Taş;Elif Bal;İBRAHİM Kor"},
		{"Имя и фамилия", "Имя для розыгрыша", "Кто вы?", "Ольга Рыбкина;Сергей Лаптев;Анна Шилова;Игорь Фомин;Мария Дятлова;Пётр Гринь"},
		{"الاسم الكامل", "الاسم للسحب", "من أنت؟", "محمد الساعدي;فاطمة بركات;خالد العمري;مريم سليم;أحمد القاضي;زينب راضي"},
		{"உங்கள் பெயர்", "பரிசுக்கான பெயர்", "நீங்கள் யார்?", "முருகன் வேலுச்சாமி;லட்சுமி நாராயணன்;பிரியா அழகர்;கார்த்திக் ராஜா;மீனா சுப்பையா;அருண் பாரதி"},
		{"Ονοματεπώνυμο", "Όνομα για την κλήρωση", "Ποιος είστε;", "Γιώργος Ρούσσος;Ελένη Φωκά;Νίκος Ζώης;Μαρία Λύρα;Σοφία Κοντού;Πέτρος Βέης"},
		{"שם מלא", "שם להגרלה", "מי אתה?", "דוד הראל;שרה נבון;משה אורן;רחל גפן;יעל כרמי;יוסף שמיר"},
		{"नाम", "पुरस्कार के लिए नाम", "आप कौन हैं?", "राजेश मेनन;सुनीता राव;अमित घोष;प्रिया सेठ;विजय मल्होत्रा;नेहा बोस"},
		{"نام و نام خانوادگی", "نام برای قرعه\u200cکشی", "شرکت\u200cکننده", "علی توکلی;فاطمه راد;محمد نیک\u200cنام;زهرا پارسا;حسین کیانی;مریم بهار"},
		{"Imię i nazwisko", "Imię do losowania", "Wypełnił", "Agnieszka Lis;Piotr Żak;Małgorzata Wilk;Jakub Sowa;Beata Dudek;Paweł Zięba"},
		{"Jméno a příjmení", "Jméno do slosování", "Vyplnil", "Jiří Havran;Hana Lišková;Tomáš Vrba;Lenka Jílková;Zdeněk Sova;Eliška Klímová"},
		{"您的姓名", "抽奖用姓名", "填写人", "王小云;李建国;张美玲;刘大海;陈思远;赵雪梅"},
		{"氏名", "抽選用のお名前", "回答者", "佐藤陽子;鈴木一夫;高橋みどり;田中次郎;渡辺光;山本千恵"},
		{"성함", "추첨용 이름", "응답자", "김하나;이두리;박세찬;최네모;정다솜;강여울"},
	} {
		cells := strings.Split(test.names, ";")
		if !Asks(test.asks) {
			t.Errorf("%q asks for names", test.asks)
		}
		for _, header := range []string{test.asks, test.has, test.who, "Q10"} {
			if !Tells(header, cells, len(cells)) {
				t.Errorf("%q, %q: no names", header, cells)
			}
		}
	}
}
