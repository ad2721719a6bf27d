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
