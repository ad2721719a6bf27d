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

// The months of each language that the program reads.
func TestMonthsOfEveryLanguage(t *testing.T) {
	for language, months := range map[string]string{
		"ar": "يناير أغسطس ديسمبر", "da": "januar maj oktober", "de": "Januar März Dezember", "en": "January May December",
		"es": "enero agosto diciembre", "fi": "tammikuuta elokuuta joulukuuta", "fr": "janvier août décembre",
		"ga": "Eanáir Feabhra Márta Aibreán Bealtaine Meitheamh Iúil Lúnasa Samhain Nollaig", "hu": "január május október",
		"it": "gennaio agosto dicembre", "nl": "januari maart december", "no": "januar mai desember", "pt": "janeiro março dezembro",
		"ro": "ianuarie mai decembrie", "ru": "января мая декабря", "sv": "januari maj december",
		"ta": "ஜனவரி பிப்ரவரி மார்ச் ஏப்ரல் மே ஜூன் ஜூலை ஆகஸ்ட் செப்டம்பர் அக்டோபர் நவம்பர் டிசம்பர்", "tr": "Ocak Ağustos Aralık",
	} {
		for _, month := range strings.Fields(months) {
			if s := "3 " + month + ", 2024 10:20"; !IsDate(s) {
				t.Errorf("%s: %q is no date", language, s)
			}
		}
	}
	if s := "3 Meán Fómhair 2024"; !IsDate(s) {
		t.Errorf("%q is no date", s)
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
