package wording

import (
	"slices"
	"testing"
)

func TestTitles(t *testing.T) {
	for _, test := range []struct {
		question string
		want     []string
	}{
		{"What are the pain points? (feel free to link to issues)", []string{"What are the pain points?"}},
		{"Q12_1: What would you change?", []string{"What would you change?"}},
		{"[F3] Warum?", []string{"Warum?"}},
		{"3) Which tools do you use *", []string{"Which tools do you use"}},
		{"Q5", []string{"Q5"}},
		{"3D printing: what for?", []string{"3D printing: what for?"}},
		{"Income (EUR)", []string{"Income (EUR)"}},
		{"What (if anything) would you change?", []string{"What (if anything) would you change?"}},
		{"(Please answer briefly.) How was it?", []string{"How was it?"}},
		{"(only a remark)", []string{"(only a remark)"}},
		{"Reason for leaving (please specify)", []string{"Reason for leaving"}},
		{"We value your opinion. What do you think of the food? Thank you.", []string{"We value your opinion. What do you think of the food? Thank you.", "What do you think of the food?"}},
		{"What do you like about it? Why?", []string{"What do you like about it? Why?"}},
		{"What are its strengths? What are its weaknesses?", []string{"What are its strengths? What are its weaknesses?"}},
		{"Think back. What are its strengths? What are its weaknesses? Thanks!", []string{"Think back. What are its strengths? What are its weaknesses? Thanks!", "What are its strengths? What are its weaknesses?"}},
		{"Are you there? Please answer. What is it that you like?", []string{"Are you there? Please answer. What is it that you like?", "What is it that you like?"}},
		{"Think back. What do you like about it? Why?", []string{"Think back. What do you like about it? Why?", "What do you like about it? Why?"}},
		{"Which tools, e.g. R or SAS or others, do you use?", []string{"Which tools, e.g. R or SAS or others, do you use?"}},
		{"Vielen Dank. ¿Qué es lo que más te gusta?", []string{"Vielen Dank. ¿Qué es lo que más te gusta?", "¿Qué es lo que más te gusta?"}},
		{"ありがとうございます。このサービスについて最も気に入っている点は何ですか、詳しく教えて？", []string{"ありがとうございます。このサービスについて最も気に入っている点は何ですか、詳しく教えて？", "このサービスについて最も気に入っている点は何ですか、詳しく教えて？"}},
		{"Please describe your work. Be brief.", []string{"Please describe your work. Be brief."}},
		{"Which of these do you have? Please select all that apply. - Other (please specify)", []string{"Which of these do you have? Please select all that apply. - Other", "Which of these do you have? - Other"}},
		{"Which best describes your role? (select one) - Other (please specify)", []string{"Which best describes your role? - Other"}},
		{"Q3 - Thank you. Which brands? - Selected Choice - Other - Text", []string{"Thank you. Which brands? - Selected Choice - Other - Text"}},
		{"Thank you. Which of these tools do you use? [Other]", []string{"Thank you. Which of these tools do you use? [Other]", "Which of these tools do you use? [Other]"}},
		{"We are glad. Which of these do you have? - Please be brief.", []string{"We are glad. Which of these do you have? - Please be brief.", "Which of these do you have?"}},
		{"", []string{""}},
	} {
		if got := Titles(test.question); !slices.Equal(got, test.want) {
			t.Errorf("%q:\n got %q\nwant %q", test.question, got, test.want)
		}
	}
}
