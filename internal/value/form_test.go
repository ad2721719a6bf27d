package value

import (
	"strings"
	"testing"
)

// Dates and times as platforms and spreadsheets write them, in the languages and calendars of
// respondents.
func TestDatesOfTheWorld(t *testing.T) {
	for _, s := range []string{
		"2024/05/13 3:00:00 PM GMT+3", "13.05.2024 15:00", "15:00:00 13/5/2024", "13/05/2024 3:00:00 p. m. GMT-5",
		"lundi 13 mai 2024 à 15:00", "Mo., 13. Mai 2024, 15:00 Uhr", "13 de maio de 2024", "13.5.2024 klo 15.00", "13 maj 2024 kl. 15:00",
		"13 Mayıs 2024 Pazartesi", "2024. május 13.", "13 мая 2024 г., 15:00:00", "13 травня 2024 р.", "13 kwi 2024", "13. května 2024",
		"13 Μαΐου 2024", "13/5/2024, 3:00:00 μ.μ.", "13 במאי 2024", "13 tháng 5, 2024", "13 Mei 2024 pukul 15.00",
		"2024年5月13日(月)", "令和6年5月13日", "2024/5/13 下午 3:00:00", "2024. 5. 13 오후 3:00:00", "13 พ.ค. 2567", "13 พฤษภาคม 2567 15:00 น.",
		"١٣\u200f/٥\u200f/٢٠٢٤، ٣:٠٠:٠٠ م", "١٣ مايو ٢٠٢٤", "٥ ذو القعدة ١٤٤٥ هـ", "15 Muharram 1446", "۱۴۰۳/۰۲/۲۴ ۱۵:۰۰", "२०२४/५/१३", "13 मई 2024", "১৩/৫/২০২৪",
		"113/5/13", "0000-00-00 00:00:00", "0001-01-01", "2024-05-13 15:00:00,123", "2024-05-13T15:00:00-0500", "2024-05-13-15.00.00", "13.05.24. 15:00", "05/13/24", "2024-05-13 - 2024-05-20",
	} {
		if !IsDate(s) {
			t.Errorf("%q is no date", s)
		}
	}
	for _, s := range []string{"٤٢", "۴۲", "४२ ", "10 يوم", "5 to 10", "12:30 and 2 more, 3/4", "5 mars bars, 3 times", "1.16.0", "３人",
		// telephone numbers
		"+1-202-555-0100", "1-202-555-0100", "090-1234-5678", "010-1234-5678", "06.12.34.56.78", "0049 170 1053423", "02-1234-5678", "+49-30-12-34-56",
		"12-34-56-78", "0049-30-12-34", "0170/12/34", "555/12/34", "12.34.56.78", "77:88:99"} {
		if IsDate(s) {
			t.Errorf("%q is a date", s)
		}
	}
}

// The twelve months of each language that the program reads, and how platforms shorten them.
func TestMonthsOfEveryLanguage(t *testing.T) {
	for language, months := range map[string]string{
		"ar":    "يناير;فبراير;مارس;أبريل;مايو;يونيو;يوليو;أغسطس;سبتمبر;أكتوبر;نوفمبر;ديسمبر",
		"ar-MA": "يناير;فبراير;مارس;أبريل;ماي;يونيو;يوليوز;غشت;شتنبر;أكتوبر;نونبر;دجنبر",
		"ar-DZ": "جانفي;فيفري;مارس;أفريل;ماي;جوان;جويلية;أوت;سبتمبر;أكتوبر;نوفمبر;ديسمبر",
		"ar-SY": "كانون الثاني;شباط;آذار;نيسان;أيار;حزيران;تموز;آب;أيلول;تشرين الأول;تشرين الثاني;كانون الأول",
		"da":    "januar;februar;marts;april;maj;juni;juli;august;september;oktober;november;december;jan.;feb.;mar.;apr.;jun.;jul.;aug.;sep.;okt.;nov.;dec.",
		"de":    "Januar;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember;Jan.;Feb.;Apr.;Aug.;Sept.;Okt.;Nov.;Dez.",
		"de-AT": "Jänner;Februar;März;April;Mai;Juni;Juli;August;September;Oktober;November;Dezember;Jän.;Feb.;Apr.;Aug.;Sep.;Okt.;Nov.;Dez.",
		"en":    "January;February;March;April;May;June;July;August;September;October;November;December;Jan;Feb;Mar;Apr;Jun;Jul;Aug;Sep;Oct;Nov;Dec",
		"es":    "enero;febrero;marzo;abril;mayo;junio;julio;agosto;septiembre;octubre;noviembre;diciembre;ene;feb;mar;abr;may;jun;jul;ago;sept;oct;nov;dic",
		"fi":    "tammikuuta;helmikuuta;maaliskuuta;huhtikuuta;toukokuuta;kesäkuuta;heinäkuuta;elokuuta;syyskuuta;lokakuuta;marraskuuta;joulukuuta",
		"fr":    "janvier;février;mars;avril;mai;juin;juillet;août;septembre;octobre;novembre;décembre;janv.;févr.;avr.;juil.;sept.;oct.;nov.;déc.",
		"fr-CA": "janvier;février;mars;avril;mai;juin;juillet;août;septembre;octobre;novembre;décembre;janv.;févr.;avr.;juill.;sept.;oct.;nov.;déc.",
		"ga":    "Eanáir;Feabhra;Márta;Aibreán;Bealtaine;Meitheamh;Iúil;Lúnasa;Meán Fómhair;Deireadh Fómhair;Samhain;Nollaig;Ean;Feabh;Aib;Beal;Meith;Lún;MFómh;DFómh;Samh;Noll",
		"hu":    "január;február;március;április;május;június;július;augusztus;szeptember;október;november;december;jan.;febr.;márc.;ápr.;máj.;jún.;júl.;aug.;szept.;okt.;nov.;dec.",
		"it":    "gennaio;febbraio;marzo;aprile;maggio;giugno;luglio;agosto;settembre;ottobre;novembre;dicembre;gen;feb;mar;apr;mag;giu;lug;ago;set;ott;nov;dic",
		"nl":    "januari;februari;maart;april;mei;juni;juli;augustus;september;oktober;november;december;jan;feb;mrt;apr;jun;jul;aug;sep;okt;nov;dec",
		"nb":    "januar;februar;mars;april;mai;juni;juli;august;september;oktober;november;desember;jan.;feb.;apr.;aug.;sep.;okt.;nov.;des.",
		"pt":    "janeiro;fevereiro;março;abril;maio;junho;julho;agosto;setembro;outubro;novembro;dezembro;jan.;fev.;mar.;abr.;mai.;jun.;jul.;ago.;set.;out.;nov.;dez.",
		"ro":    "ianuarie;februarie;martie;aprilie;mai;iunie;iulie;august;septembrie;octombrie;noiembrie;decembrie;ian.;feb.;mar.;apr.;iun.;iul.;aug.;sept.;oct.;nov.;dec.",
		"ru":    "января;февраля;марта;апреля;мая;июня;июля;августа;сентября;октября;ноября;декабря;янв.;февр.;мар.;апр.;июн.;июл.;авг.;сент.;окт.;нояб.;дек.",
		"sv":    "januari;februari;mars;april;maj;juni;juli;augusti;september;oktober;november;december;jan.;feb.;apr.;aug.;sep.;okt.;nov.;dec.",
		"ta":    "ஜனவரி;பிப்ரவரி;மார்ச்;ஏப்ரல்;மே;ஜூன்;ஜூலை;ஆகஸ்ட்;செப்டம்பர்;அக்டோபர்;நவம்பர்;டிசம்பர்;ஜன.;பிப்.;மார்.;ஏப்.;ஆக.;செப்.;அக்.;நவ.;டிச.",
		"tr":    "Ocak;Şubat;Mart;Nisan;Mayıs;Haziran;Temmuz;Ağustos;Eylül;Ekim;Kasım;Aralık;Oca;Şub;Mar;Nis;May;Haz;Tem;Ağu;Eyl;Eki;Kas;Ara",
	} {
		for month := range strings.SplitSeq(months, ";") {
			if s := "3 " + month + " 2024, 10:20"; !IsDate(s) {
				t.Errorf("%s: %q is no date", language, s)
			}
		}
	}
}

// Full dates with week days, and what stands before the time, in these languages; and the
// calendars beside the Gregorian one.
func TestDatesInFull(t *testing.T) {
	for _, s := range []string{
		"Montag, 1. Januar 2024 um 09:05", "1 de enero de 2024 a las 9:05", "giovedì 4 aprile 2024 alle ore 15:00", "maandag 1 januari 2024 om 09:05", "6 de maio de 2024 às 15:05",
		"ti 16.7.2024 klo 09.05", "1. tammikuuta 2024 klo 9.05.30 ap.", "2024. január 1. du. 3:05:30", "vin., 15 mar. 2024, 09:05", "1 januari 2024 kl. 9:05:30 fm", "1 Ocak 2024 ÖS 3:05",
		"Dé Luain 1 Eanáir 2024 ag 09:05", "திங்கள், 1 ஜனவரி, 2024 அன்று முற்பகல் 9:05", "Luni, 8 ianuarie 2024 la 15:05", "lundi 8 janvier 2024 à 15:05",
		"الاثنين، ١ يناير ٢٠٢٤ في ٩:٠٥ ص", "١٩ رجب ١٤٤٥ هـ", "١٢ ربيع الآخر ١٤٤٦ هـ، ٣:٠٥ م", "الخميس، ٣ ذو الحجة ١٤٤٥ هـ", "1 جمادى الأولى 1446", "7 Recep 1445 Hicri", "Raj. 19, 1445 AH",
		"۱۱ دی ۱۴۰۲", "دوشنبه ۱۱ دی ۱۴۰۲ ساعت ۹:۰۵", "۱ ژانویهٔ ۲۰۲۴", "سه\u200cشنبه ۲۶ تیر ۱۴۰۳", "Tir 26, 1403 AP", "วันจันทร์ที่ 1 มกราคม พ.ศ. 2567", "จ. 1 ม.ค. 2567 09:05 น.", "8 ก.พ. 2567",
		"2024年1月1日星期一 09:05", "2024年7月16日火曜日", "2024년 1월 1일 월요일 오후 3:05",
	} {
		if !IsDate(s) {
			t.Errorf("%q is no date", s)
		}
	}
}

func TestNumbersOfTheWorld(t *testing.T) {
	for _, s := range []string{"٤٢", "۴٬۲۰۰", "४२", "๔๒", "４２", "٤٫٥", "-٤٢", "−۴۲", "\u200e-٤٢", "€ ٤٢"[:3] + "٤٢", "٤٢٪", "12٫5", "𞥔𞥒", "+𑄺"} {
		if !IsNumber(s) {
			t.Errorf("%q is no number", s)
		}
	}
	for _, s := range []string{"四十二", "٤٢ سنة", "½", "é", "trust", "-½", "4½", "-é", "5−3", "٤-٢"} {
		if IsNumber(s) {
			t.Errorf("%q is a number", s)
		}
	}
}

// Every digit of every script is read as its value.
func TestDigits(t *testing.T) {
	for zero := range map[rune]bool{'٠': true, '۰': true, '०': true, '০': true, '๐': true, '០': true, '０': true, '𞥐': true, '𝟎': true, '𝟘': true, '𑄶': true} {
		for n := range rune(10) {
			if got := westernSign(zero + n); got != '0'+n {
				t.Errorf("%c is %c", zero+n, got)
			}
		}
	}
}

// A number and a unit, or several.
func TestQuantities(t *testing.T) {
	for s, want := range map[string]bool{
		"12 min": true, "3 years": true, "$5 usd": true, "20 €": true, "2h 05m": true, "1h30": true, "45m": true, "1 hr 20 min": true, "1h 5m 30s": true,
		"1 hour and 5 minutes": true, "1 Std. 20 Min.": true, "2 timmar och 5 minuter": true, "1.5 h": true,
		"12": false, "min 5": false, "3 cats": false, "2 days a week": false, "1 day 2 nights": false, "1 hour or 5 minutes": false, "h": false, "": false, "5 min 30 300": false,
	} {
		if IsQuantity(s) != want {
			t.Errorf("%q: got %t", s, !want)
		}
	}
}

// Months, weeks, and days of eight digits.
func TestPeriods(t *testing.T) {
	for s, want := range map[string]bool{
		"2024-W03": true, "2024-W03-5": true, "2024-03": true, "03/2024": true, "03.2024": true, "January 2024": true, "mars 2024": true, "Mai 2023": true, "2024, March": true,
		"enero de 2024": true, "январь 2024": true,
		"2024-W60": false, "2023-24": false, "13/2024": false, "W03": false, "January 2024 and 2025": false, "March on 2024": false, "3000-03": false, "2024": false, "in 2024": false,
	} {
		if IsPeriod(s) != want {
			t.Errorf("%q: got %t", s, !want)
		}
	}
	for s, want := range map[string]bool{"20240103": true, "20241301": false, "30240103": false, "20240132": false, "2024010": false} {
		if IsCompactDay(s) != want {
			t.Errorf("%q: got %t", s, !want)
		}
	}
}

// Parts of a year in all languages that are supported, days without a year, and durations.
func TestPartsOfTheYear(t *testing.T) {
	for text := range strings.SplitSeq(`2024-Q3;Q3 2024;2024 Q3;Q3/2024;Q3-24;3Q24;3Q 2024;Q3'24;2024Q3;first quarter 2024;3rd quarter of 2024;H1 2024;FY2024 Q2;Fall 2024;Winter 2023/24;mid 2024;late 2023
T1 2024;1T24;3. Quartal 2024;III. Quartal 2024;Quartal 3/2024;2. Halbjahr 2024;Herbst 2024;Ende 2023;3e trimestre 2024;3ème trimestre 2024;1er trimestre 2024;troisième trimestre de 2024;automne 2024
tercer trimestre de 2024;3.º trimestre de 2024;otoño 2024;3º trimestre de 2024;outono de 2024;terzo trimestre 2024;autunno 2024;derde kwartaal 2024;3e kwartaal 2024;najaar 2024
3. kvartal 2024;efterår 2024;høsten 2024;tredje kvartalet 2024;hösten 2024;Q3/2024;3. neljännes 2024;syksy 2024;2024. III. negyedév;2024 ősz;trimestrul 3 2024;trimestrul al treilea 2024;toamna 2024
3-й квартал 2024;III квартал 2024 года;3 кв. 2024;осень 2024;3. çeyrek 2024;2024 3. çeyrek;sonbahar 2024;ráithe 3 2024;காலாண்டு 3, 2024;الربع الثالث 2024;الربع ٣ ٢٠٢٤;2024年第三季度;2024年第3季度;2024年第3四半期
3 May;May 24;24th May;1st of May;3. Mai;24. Dezember;1er mai;24 décembre;24 de diciembre;1º de maio;1° maggio;24 december;24. desember;24. joulukuuta;május 5;május 13-án;24 decembrie;24 декабря;24 Aralık;24 Nollaig;டிசம்பர் 24;٢٤ ديسمبر
24/05;05/24;24.05.;24. 5.;--05-24;P1DT2H;PT30M;P2W;P3Y6M4DT12H30M5S;PT0.5S;PT36H
KW 12 2024;KW12/2024;Week 12, 2024;2024-W12;2024W12;W12 2024;semaine 12 2024;semana 12 de 2024;uge 12 2024;uke 12 2024;vecka 12 2024;v. 12 2024;viikko 12/2024;2024. 12. hét;12 неделя 2024;hafta 12 2024;2024年第12周`, ";") {
		for s := range strings.SplitSeq(text, "\n") {
			if !IsPeriod(s) && !IsDate(s) {
				t.Errorf("%q is no period", s)
			}
		}
	}
	for s := range strings.SplitSeq("Q3;Q5 2024;T1;P;PT;P1;P1DT;PD;PS5;P1H;4/5;8/10;10/10/10;12.5;Windows 2024;Fall;in 2024;Spring 5;KW 60 2024;Level 3;May 32;3 mars bars;quarter 3 of 4;2024;half 2 half;12/8;99/99;5 a day;Q3 2024 was hard;iPhone 15;Q1 Q2 2024", ";") {
		if IsPeriod(s) {
			t.Errorf("%q is a period", s)
		}
	}
}

// A stamp is a date, and no number: of each field every value in turn, also those that no clock shows.
func TestStampsAreDates(t *testing.T) {
	stamps := 0
	for _, form := range []string{"2024-05-13T15:10", "2024-05-13 15:10:20", "2024-05-13T15:10:20Z", "2024-05-13 15:10:20z", "0024-05-13 15:10"} {
		for at := range form {
			for _, c := range "0123456789 -:T" {
				for d := range "0123456789" {
					s := form[:at] + string(c) + form[at+1:]
					if at+1 < len(s) && digit(s[at+1]) {
						s = s[:at+1] + string(rune('0'+d)) + s[at+2:]
					}
					if !IsStamp(s) {
						continue
					}
					if stamps++; !IsDate(s) || IsNumber(s) || IsQuantity(s) || IsAmount(s) {
						t.Errorf("%q is a stamp, and no date, or a number", s)
					}
				}
			}
		}
	}
	if stamps < 1000 {
		t.Errorf("only %d stamps were tried", stamps)
	}
}
