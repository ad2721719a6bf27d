package survey

import (
	"strings"
	"testing"

	"verbatim/internal/kind"
)

// Google Forms names its first column in the language of the form's editor.
func TestTimestampsOfGoogleForms(t *testing.T) {
	for name, date := range map[string]string{
		"Timestamp": "2024/05/13 3:00:00 PM GMT+3", "Informazioni cronologiche": "13/05/2024 15.00.00", "ประทับเวลา": "13/5/2567, 15:00:00",
		"Időbélyeg": "2024.05.13. 15:00:00", "Χρονική σήμανση": "13/5/2024 3:00:00 μ.μ.", "टाइमस्टैम्प": "13/5/2024 15:00:00", "Laiko žymė": "2024-05-13 15:00:00",
		"طابع زمني": "١٣/٥/٢٠٢٤ ٣:٠٠:٠٠ م", "חותמת זמן": "13/05/2024 15:00:00", "Dấu thời gian": "15:00:00 13/5/2024", "Aikaleima": "13.5.2024 klo 15.00.00",
		"타임스탬프": "2024. 5. 13 오후 3:00:00", "時間戳記": "2024/5/13 下午 3:00:00", "Stempel waktu": "13/05/2024 15.00.00", "Zaman damgası": "13.05.2024 15:00:00",
		"Časovna oznaka": "13. 05. 2024 15:00:00", "ਟਾਈਮਸਟੈਂਪ": "13/5/2024 15:00:00", "ປະທັບເວລາ": "13/5/2024, 15:00:00", "დროის ანაბეჭდი": "13.05.2024, 15:00:00",
	} {
		text := "\"" + name + "\",?\n" + strings.Repeat("\""+date+"\",it is near\n\""+date+"\",because of the trees\n", 4)
		e := openText(t, text, Options{})
		if q := e.Questions[0]; e.Platform != googleForms || q.Kind != kind.Meta || e.HeaderRows != 1 {
			t.Errorf("%s: %s, %s, %d header rows", name, e.Platform, q.Kind, e.HeaderRows)
		}
	}
	if e := openText(t, "Timestamp,Why?\n3,near\n4,far\n", Options{}); e.Platform == googleForms {
		t.Error("numbers under Timestamp are of Google Forms")
	}
}
