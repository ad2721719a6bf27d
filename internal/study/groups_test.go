package study_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"verbatim/internal/notice"
	"verbatim/internal/study"
	"verbatim/internal/survey"
)

// Ways to write a group are one group, as if all wrote it in one way: its people, its tests, and what is withheld of it.
func TestGroupsWrittenInSeveralWays(t *testing.T) {
	ways := []string{"Masculino", "masculino", "Masculino ", "MASCULINO", "Femenino", "femenino", "Andr\u00e9", "Andre\u0301", ""}
	one := strings.NewReplacer("masculino", "Masculino", "MASCULINO", "Masculino", "femenino", "Femenino", "Masculino ", "Masculino", "Andre\u0301", "Andr\u00e9")
	var several strings.Builder
	several.WriteString("id,sex,What hinders you most in your work?\n")
	for i := range 90 {
		way := ways[i/3%len(ways)]
		if i%3 > 0 {
			way = strings.TrimSpace(one.Replace(way))
		}
		fmt.Fprintf(&several, "%d,\"%s\",the %s and the %s\n", i/2, way, []string{"noise", "light", "dust"}[i%3], []string{"money", "time"}[i*i%2])
	}
	for _, opt := range []study.Options{{By: "sex"}, {By: "sex", Suppress: 5}, {By: "sex", ID: "id"}} {
		got, want := count(t, several.String(), opt, "3"), count(t, one.Replace(several.String()), opt, "3")
		if g, w := len(got.Shown.Groups()), len(want.Shown.Groups()); g != w {
			t.Fatalf("%+v: %d groups, want %d", opt, g, w)
		}
		for i, g := range got.Shown.Groups() {
			if w := want.Shown.Groups()[i]; g.Value != w.Value || fmt.Sprint(people(g.Tally)) != fmt.Sprint(people(w.Tally)) {
				t.Errorf("%+v: group %q is\n%v, want of %q\n%v", opt, g.Value, people(g.Tally), w.Value, people(w.Tally))
			}
		}
		told := 0
		for _, w := range got.Warnings {
			if w.Code == notice.UnitedGroups {
				told++
			}
		}
		if told != 1 {
			t.Errorf("%+v: told %d times", opt, told)
		}
	}
}

// A value of --where is exact; where nobody has it, another way to write it is named.
func TestWhereWrittenOtherwise(t *testing.T) {
	for where, hint := range map[string]string{"sex=masculino": "--where 'sex=Masculino'", "sex=Otro": "lists the values"} {
		c := count(t, "id,sex,why\n1,Masculino,noise and dust here\n2,Femenino,light and time there\n", study.Options{Where: []string{where}}, "3")
		err := c.Nothing()
		nothing, ok := errors.AsType[*notice.NothingError](err)
		if !ok || !strings.Contains(nothing.Hint, hint) {
			t.Errorf("%s: %v", where, err)
		}
	}
}

// The weight of a file of SPSS counts with all its decimals, however it is shown, and a value of --where that has a label
// is found by it.
func TestLabelledFile(t *testing.T) {
	ctx := context.Background()
	export, err := survey.Open(ctx, []survey.Input{survey.File("../../testdata/labels.sav")}, survey.Options{})
	if err != nil {
		t.Fatal(err)
	}
	question, err := study.Select(export, "What was good about it?")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		opt    study.Options
		people int
		sum    float64
		hint   string
	}{
		{study.Options{Weight: "w"}, 8, 1010.123, ""},
		{study.Options{Weight: "w", Where: []string{"region=North"}}, 2, 1.5, ""},
		{study.Options{Where: []string{"region=2"}}, 0, 0, "--where 'region=South'"},
		{study.Options{Where: []string{"region=south"}}, 0, 0, "--where 'region=South'"},
	} {
		got, err := study.Tally(ctx, export, question, c.opt)
		if err != nil {
			t.Fatal(err)
		}
		b := got.Shown.Tally().Base
		if b.Valid != c.people || math.Abs(b.WeightSum.Float()-c.sum) > 1e-9 {
			t.Errorf("%+v: %d people, weight %v", c.opt.Where, b.Valid, b.WeightSum.Float())
		}
		if nothing, ok := errors.AsType[*notice.NothingError](got.Nothing()); ok != (c.hint != "") || ok && !strings.Contains(nothing.Hint, c.hint) {
			t.Errorf("%+v: %v", c.opt.Where, got.Nothing())
		}
	}
}
