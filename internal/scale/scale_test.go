package scale

import (
	"slices"
	"strings"
	"testing"
)

// Options stand in the order of the questionnaire, whichever order people have chosen them in.
func TestOrder(t *testing.T) {
	for _, want := range []string{
		"Strongly disagree|Disagree|Neither agree nor disagree|Agree|Strongly agree|Don't know",
		"Disagree strongly|Tend to disagree|Neutral|Tend to agree|Agree strongly",
		"Very dissatisfied|Somewhat dissatisfied|Neither satisfied nor dissatisfied|Somewhat satisfied|Very satisfied|Prefer not to say",
		"Not at all likely|Not so likely|Somewhat likely|Very likely|Extremely likely",
		"Not at all important|Slightly important|Moderately important|Important|Very important",
		"Not at all|Slightly|Moderately|Very|Extremely",
		"Never|Rarely|Sometimes|Often|Always",
		"Very poor|Poor|Fair|Good|Excellent|Other",
		"Much worse|Worse|About the same|Better|Much better",
		"Definitely not|Probably not|Maybe|Probably|Definitely",
		"Too little|About right|Too much|Not sure",
		"Under 18|18-24|25-34|35-44|45-54|55-64|65 and over|Prefer not to say",
		"18 - 29|30 - 49|50+",
		"Less than 1 year|1-2 years|3 to 5 years|More than 5",
		"Less than 6 months|6-12 months|1-2 years|3+ years",
		"None|1|2|3 or more",
		"1 employee|2-10 employees|11-50 employees|1,000 employees or more",
		"Under $10,000|$10,000-$49,999|$50,000 or more",
		"Never|Less than once a month|Once a month|2-3 times a month|Once a week|Every day",
		"Less than once a month|About once a week|Every day|I do not go there|Don't know",
		"1. Strongly agree|2. Agree|3. Disagree",
		"a) Beer|b) Wine|c) Water",
		"1 - Lowest|2|3|4|5 - Highest",
		"Stimme überhaupt nicht zu|Stimme eher nicht zu|Teils/teils|Stimme eher zu|Stimme voll und ganz zu|Weiß nicht",
		"sehr unzufrieden|eher unzufrieden|weder noch|eher zufrieden|sehr zufrieden",
		"Nie|Selten|Manchmal|Oft|Immer|Keine Angabe",
		"unter 18 Jahre|18 bis 29 Jahre|30 bis 49 Jahre|50 Jahre und älter",
		"Pas du tout d'accord|Plutôt pas d'accord|Plutôt d'accord|Tout à fait d'accord|Ne sait pas",
		"Très insatisfait(e)|Insatisfait(e)|Neutre|Satisfait(e)|Très satisfait(e)",
		"Moins de 1 an|1 à 5 ans|Plus de 5 ans",
		"Totalmente en desacuerdo|En desacuerdo|Ni de acuerdo ni en desacuerdo|De acuerdo|Totalmente de acuerdo|No sabe",
		"Nunca|Casi nunca|A veces|Casi siempre|Siempre",
		"Completamente in disaccordo|In disaccordo|Né d'accordo né in disaccordo|D'accordo|Completamente d'accordo",
		"Discordo totalmente|Discordo|Não concordo nem discordo|Concordo|Concordo totalmente|Não sei",
		"Helemaal mee oneens|Mee oneens|Neutraal|Mee eens|Helemaal mee eens|Weet niet",
		"Mycket missnöjd|Ganska missnöjd|Varken nöjd eller missnöjd|Ganska nöjd|Mycket nöjd|Vet ej",
		"Meget uenig|Uenig|Hverken enig eller uenig|Enig|Meget enig|Ved ikke",
		"Svært misfornøyd|Litt misfornøyd|Verken fornøyd eller misfornøyd|Litt fornøyd|Svært fornøyd|Vet ikke",
		"Täysin eri mieltä|Jokseenkin eri mieltä|En samaa enkä eri mieltä|Jokseenkin samaa mieltä|Täysin samaa mieltä|En osaa sanoa",
		"Полностью не согласен|Скорее не согласен|Нейтрально|Скорее согласен|Полностью согласен|Затрудняюсь ответить",
		"Менее 1 года|1-3 года|Более 3 лет",
	} {
		texts := strings.Split(want, "|")
		mixed := slices.Clone(texts)
		slices.Sort(mixed)
		slices.Reverse(mixed)
		var options []Option
		for i, text := range mixed {
			options = append(options, Option{text, 90 - i})
		}
		order, ok := Order(options)
		var got []string
		for _, i := range order {
			got = append(got, mixed[i])
		}
		if !ok || !slices.Equal(got, texts) {
			t.Errorf("%q\n got %q", texts, got)
		}
	}
}

// What is on no scale has no order.
func TestNoOrder(t *testing.T) {
	for _, options := range []string{"North|South|East|West", "Yes|No", "Cats|Dogs|3 birds", "Windows|Linux|macOS", "Good food|Poor service", "Other|Don't know", "A lot of noise|No light"} {
		var list []Option
		for text := range strings.SplitSeq(options, "|") {
			list = append(list, Option{text, 10})
		}
		if order, ok := Order(list); ok {
			t.Errorf("%s: %v", options, order)
		}
	}
}
