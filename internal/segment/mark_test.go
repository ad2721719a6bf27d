package segment

import "testing"

func TestMarks(t *testing.T) {
	mail, phone := string(MarkEMail), string(MarkPhone)
	for _, tt := range []struct {
		text      string
		has, only bool
		spelled   string
	}{
		{"trust", false, false, "trust"},
		{"--", false, false, "--"},
		{mail + ", " + phone, true, true, "[e-mail], [phone]"},
		{"ask " + mail, true, false, "ask [e-mail]"},
	} {
		if HasMark(tt.text) != tt.has || OnlyMarks(tt.text) != tt.only || Spelled(tt.text) != tt.spelled {
			t.Errorf("%s: %t, %t, %s", tt.spelled, HasMark(tt.text), OnlyMarks(tt.text), Spelled(tt.text))
		}
	}
}
