package survey

import (
	"context"
	"fmt"
	"testing"
)

// Bytes that are no text are counted and reported with their line, in the header
// too, and so are cells past it; a short row is none to speak of.
func TestTroubles(t *testing.T) {
	const text = "id,Why\x8c\xe6?,Größe\n" + "1,caf\xff au lait,groß\n" + "2,be\x00cause\x00,klein\n" + "3,\"two\nlines\",ähnlich,surplus\n" + "4\n" + "5,x,y,,\n"
	e := openText(t, text, Options{})
	in, err := e.Inspect(context.Background(), InspectOptions{Samples: 9})
	if err != nil {
		t.Fatal(err)
	}
	var got string
	for _, w := range in.Warnings {
		got += w.String() + "\n"
	}
	want := "-:1: 2 bytes are not utf-8: read as U+FFFD\n" +
		"-:2: a byte is not utf-8: read as U+FFFD\n" +
		"-:3: 2 NUL bytes are left out\n" +
		"-:4: column 4: 4 cells where the header has 3: the surplus is not read\n"
	if got != want || e.Encoding != "utf-8" {
		t.Errorf("%s: got\n%swant\n%s", e.Encoding, got, want)
	}
	if q := in.Questions[1]; fmt.Sprintf("%q", q.Samples) != "[\"caf\ufffd au lait\" \"because\" \"two\\nlines\" \"x\"]" || q.Answered != 4 {
		t.Errorf("%q, %d answers", q.Samples, q.Answered)
	}
	if in.Questions[1].Text != "Why\ufffd\ufffd?" {
		t.Errorf("%q", in.Questions[1].Text)
	}
}

// A mark for a missing answer is one only where it stands apart from the
// answers.
func TestMarksAmongAnswers(t *testing.T) {
	const head = "StartDate,EndDate,Progress,ResponseId,Balance,Why?\n"
	e := openText(t, head+table(12, "2026-01-01 10:00,2026-01-01 10:05,100,R_%d,<-1|-2|3>,reason %d"), Options{})
	if q := e.Questions[4]; q.Answered != 12 {
		t.Errorf("%d of 12 balances", q.Answered)
	}
	lime := openText(t, "id;submitdate;lastpage;Used?;What does it stand for?\n"+
		table(12, "%d;2026-01-01;2;<Yes|No|N/A>;<N/A|reason %d|thing %d>"), Options{})
	if used, why := lime.Questions[3], lime.Questions[4]; used.Answered != 8 || why.Answered != 12 {
		t.Errorf("%d of 8 answers, %d of 12", used.Answered, why.Answered)
	}
}
