package survey

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"verbatim/internal/survey/platforms"
)

// Names of the platforms, as the interface spells them.
const (
	qualtrics      = "qualtrics"
	surveyMonkey   = "surveymonkey"
	googleForms    = "google-forms"
	microsoftForms = "microsoft-forms"
	limeSurvey     = "limesurvey"
	typeform       = "typeform"
	koboToolbox    = "kobotoolbox"
	odk            = "odk"
	redcap         = "redcap"
	alchemer       = "alchemer"
)

// postbox is a platform that nobody has: all that is known of it, in one file.
const postbox = `# Postbox, invented for this test.

[order]
05

[signs]
Slip No, Dropped at
1 {{*}} = placeholders of Postbox

[metadata]
Slip No, Dropped at

[metadata as written]
~*

[typed]
*:said

[missing]
-77

[unfinished]
window: torn

[test]
window: clerk, drill

[option]
OPTION:QUESTION
`

// A platform is added in one file.
func TestAPlatformInOneFile(t *testing.T) {
	files := fstest.MapFS{"postbox.txt": {Data: []byte(postbox)}}
	for _, name := range platforms.Names() {
		text, err := platforms.Files.ReadFile(name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		files[name+".txt"] = &fstest.MapFile{Data: text}
	}
	opt := Options{catalogue: platforms.Read(files)}
	const head = "Slip No,Dropped at,Window,~weight,How many?,Maps:Which?,Books:Which?,Which:said\n"
	e := openText(t, head+table(20, "%d,2026-01-01,<east|torn|clerk|west>,0.5,<-77|3|4>,<Maps|>,<|Books|Books>,<the roof|a roof>"), opt)
	if got, want := shape(t, e), `postbox ',' 1 20 [1]meta [2]meta [3]meta [4]meta [5]number [6 7]multiple [8]open`; got != want {
		t.Errorf("got %s, want %s; %q", got, want, e.Evidence)
	}
	if q := e.Questions[4]; q.Answered != 13 {
		t.Errorf("%d of 13 answers", q.Answered)
	}
	in, err := e.Inspect(t.Context(), InspectOptions{})
	if err != nil || in.Unfinished != 5 || in.Tests != 5 {
		t.Errorf("%d unfinished, %d tests, %v", in.Unfinished, in.Tests, err)
	}
	if !slices.Contains(e.Evidence, "columns named Slip No, Dropped at") {
		t.Errorf("%q", e.Evidence)
	}
	if _, err := Open(t.Context(), []Input{Stream("-", strings.NewReader("a\n1\n"))}, Options{Platform: "postbox"}); err == nil {
		t.Error("a platform that is not known is taken")
	}
}
