package personal

import (
	"fmt"
	"testing"
)

// A header that asks for nothing but the respondent's name or address says so in each
// language, with its remarks; a question with the same word in it does not.
func TestAsks(t *testing.T) {
	for _, header := range []string{
		"Name", "Name (optional)", "Your name, please", "firstName", "last_name", "First and last name *", "What is your full name?",
		"Email (if you want a reply)", "E-mail, if you like to hear from us", "Phone number", "Contact details (phone or e-mail)",
		"Ihr Name (freiwillig)", "Vor- und Nachname", "Wie ist Ihr Name?", "Wie heißen Sie?", "Comment vous appelez-vous ?", "¿Cómo te llamas?", "Hvad hedder du?", "Come ti chiami?", "E-Mail-Adresse – falls Sie Antwort wünschen", "Nom et prénom (facultatif)", "Votre adresse e-mail",
		"Nombre y apellidos", "Correo electrónico (opcional)", "Nome (facultativo)", "Qual é o seu nome?", "Nome e cognome", "Indirizzo e-mail",
		"Naam (optioneel)", "Uw e-mailadres", "Navn (valgfrit)", "Ditt namn", "Nimi (vapaaehtoinen)", "Teljes név", "Numele și prenumele", "Ad Soyad", "Adınız ve soyadınız",
		"Ваше имя", "Как вас зовут? Имя", "Электронная почта", "الاسم الكامل", "رقم الهاتف", "உங்கள் பெயர்", "您的姓名（选填）", "姓名", "お名前（任意）", "メールアドレス",
	} {
		if !Asks(header) {
			t.Errorf("%q does not ask for a name", header)
		}
	}
	for _, header := range []string{
		"What name should the new park have?", "Name one thing that you like", "Name of the product", "How do you like our e-mail?", "What do you call us?",
		"Why?", "Number", "Please leave a comment", "Nome do produto", "Wie soll der Park heißen?", "Wie heißt der Park?", "Comment?", "How do you do?", "Contact with the team", "No", "Your answer", "",
	} {
		if Asks(header) {
			t.Errorf("%q asks for a name", header)
		}
	}
}

// Cells are a voice where the header is not clear.
func TestTells(t *testing.T) {
	people := []string{"Ana Costa", "Rui de Lima", "Eva Ferreira", "Ole B. Hansen", "Kai Møller", "Ida O'Neil", "Jo Park"}
	posts := []string{"Senior Engineer", "Sales Engineer", "Data Engineer", "Field Engineer", "Chief Engineer", "Night Clerk", "Day Clerk"}
	wishes := []string{"Fewer meetings", "More trust", "Open doors", "a better boss", "Clean air", "Less noise", "More pay"}
	mails := []string{"a@example.org", "b@example.org", "c@example.org", "d@example.org", "+1 202 555 0123", "none"}
	for i, test := range []struct {
		header string
		cells  []string
		want   bool
	}{
		{"Wer", people, true},
		{"Name for the raffle", people, true},
		{"Who helped you most in the last year?", people, false},
		{"Post", posts, false},
		{"Wish", wishes, false},
		{"Name one wish", wishes, false},
		{"How may we contact you by e-mail?", mails, true},
		{"Wer", people[:3], false},
	} {
		if got := Tells(test.header, test.cells, len(test.cells)); got != test.want {
			t.Errorf("%d, %q: %v", i, test.header, got)
		}
	}
	if Tells("Wer", people, 4*len(people)) {
		t.Error(fmt.Sprint("answers that come again are no names: ", people))
	}
}
