package survey_test

import (
	"context"
	"fmt"
	"strings"

	"verbatim/internal/survey"
)

// The road of an export: open it, pick a question, read the answers.
func Example() {
	const export = `Respondent ID,Collector ID,Why did you come?,Which day?,
,,Open-Ended Response,Monday,Sunday
11,7,the garden,Monday,
12,7,,Monday,Sunday
13,7,"quiet, mostly",,Sunday
14,7,a talk about maps,,Sunday
15,7,to read the papers,Monday,
`
	ctx := context.Background()
	in := []survey.Input{survey.Stream("-", strings.NewReader(export))}
	e, err := survey.Open(ctx, in, survey.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(e.Platform, e.HeaderRows)
	for _, q := range e.Questions {
		fmt.Println(q.Columns, q.Kind, q.Answered, q.Text)
	}
	for _, selector := range []string{"why", "day"} {
		q, err := e.Select(selector)
		if err != nil {
			fmt.Println(err)
			return
		}
		var said []string
		for block := range e.Blocks(ctx, survey.Query{Columns: q.Columns}) {
			batch, _ := new(survey.Decoder).Decode(block)
			for _, r := range batch.Responses {
				said = append(said, fmt.Sprintf("%d%q", r.Line, r.Answers))
			}
		}
		fmt.Println(strings.Join(said, " "))
	}
	// Output:
	// surveymonkey 2
	// [1] meta 5 Respondent ID
	// [2] meta 5 Collector ID
	// [3] open 4 Why did you come?
	// [4 5] multiple 5 Which day?
	// 3["the garden"] 4[] 5["quiet, mostly"] 6["a talk about maps"] 7["to read the papers"]
	// 3["Monday"] 4["Monday" "Sunday"] 5["Sunday"] 6["Sunday"] 7["Monday"]
}
