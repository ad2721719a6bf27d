package kind

import "testing"

// Labels with numbers name the response, whatever their word.
func TestNumberedLabels(t *testing.T) {
	for answers, want := range map[string]Kind{
		"Household 7,Household 12,HOUSEHOLD 3,Household 41,Household 5":                          Meta,
		"Haushalt Nr. 7,Haushalt Nr. 8,Haushalt Nr. 19":                                          Meta,
		"TN 7,TN 8,TN 9,TN 10":                                                                   Meta,
		"Sujet n° 7,Sujet n° 8,Sujet n° 11":                                                      Meta,
		"Анкета 7,Анкета ٨,Анкета 9,Анкета 10":                                                   Meta,
		"第7户,第8户,第9户,第12户":                                                                       Meta,
		"participant no. 7,participant no. 12,participant no. 3":                                 Meta,
		"store number 12 north,store number 4 north,store number 31 north":                       Meta,
		"das ist die Gruppe 2 im Kurs,das ist die Gruppe 7 im Kurs,das ist die Gruppe 9 im Kurs": Meta,
		"респондент 4,респондент 15,респондент 9":                                                Meta,
		"from 5 to 7 hours,from 1 to 2 hours,from 3 to 4 hours":                                  Open,
		"bus line 7,tram 12,more trains after 9":                                                 Open,
		"Room 1.12,Room 2.07,Room 3.31":                                                          Meta,
		"S0,S1,S2,S3,S4":                                                                         Meta,
		"S3,S9,S1,S12":                                                                           Open, // may be bus lines
		"12 min,7 min,30 min":                                                                    Number,
		"we need 3 more,a second bus line,more time,a desk near the window":                      Open,
	} {
		if v := profileOf(1, answers).Judge(Hint{}); v.Kind != want {
			t.Errorf("%s: %s", answers, v.Why)
		}
	}
	for _, h := range []Hint{{Asked: true}, {Question: true}} {
		if v := profileOf(1, "Reason 1,Reason 2,Reason 3").Judge(h); v.Kind != Open {
			t.Errorf("what the header asks for: %s", v.Why)
		}
	}
	if v := profileOf(6, "Room 7,Room 8,Room 9").Judge(Hint{}); v.Kind != Single {
		t.Errorf("labels that repeat: %s", v.Why)
	}
}
