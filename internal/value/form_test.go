package value

import "testing"

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
	} {
		if !IsDate(s) {
			t.Errorf("%q is no date", s)
		}
	}
	for _, s := range []string{"٤٢", "۴۲", "४२ ", "10 يوم", "5 to 10", "12:30 and 2 more, 3/4", "5 mars bars, 3 times", "1.16.0", "３人"} {
		if IsDate(s) {
			t.Errorf("%q is a date", s)
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
