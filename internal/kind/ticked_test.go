package kind

import (
	"strings"
	"testing"
)

// profileOf is the profile of answers between commas, each given n times.
func profileOf(n int, answers string) *Profile {
	p := NewProfile()
	for range n {
		for a := range strings.SplitSeq(answers, ",") {
			p.Add(a)
		}
	}
	return p
}

func TestCombinationsOfCodes(t *testing.T) {
	for what, test := range map[string]struct {
		answers string
		want    Kind
	}{
		"codes":                       {"well,river,rain_water,well river,well rain_water,river rain_water,well river rain_water", Multiple},
		"numbers":                     {"1,2,3,4,1 2,1 3,2 3,2 4,3 4,1 2 3", Multiple},
		"labels that share words":     {"Very good,Good,Bad,Very bad,Not good", Single},
		"labels of two parts":         {"North town,North village,South town,South village,East town,East village", Single},
		"labels of one and two words": {"Often,Rarely,Never,Very often,Very rarely", Single},
	} {
		if v := profileOf(5, test.answers).Judge(Hint{}); v.Kind != test.want {
			t.Errorf("%s: %s", what, v.Why)
		}
	}
}

// Options are counted as such where nobody can have typed them; one word each may be an open answer.
func TestSureOptions(t *testing.T) {
	for what, test := range map[string]struct {
		n       int
		answers string
		want    bool
	}{
		"labels":                        {9, "Often,Rarely,Never", true},
		"labels of few":                 {4, "Often,Rarely,Never", false},
		"small letters of few":          {9, "often,rarely,never", false},
		"small letters again and again": {60, "often,rarely,never", true},
		"signs again and again":         {60, "< 5 km,5 - 10 km,> 10 km", true},
		"nouns in several forms":        {3, "Baum,Bäume,Bus,Busse,Ruhe,Licht,Lichter,Bank,Bänke,Park,Parks,Grün,Platz,Plätze,Weg,Wege,Markt,Wasser", false},
	} {
		if v := profileOf(test.n, test.answers).Judge(Hint{}); v.Sure != test.want {
			t.Errorf("%s: sure %v, %s %s", what, v.Sure, v.Kind, v.Why)
		}
	}
}
