package privacy

import (
	"strings"
	"testing"

	"verbatim/internal/segment"
)

func redacted(s string) string { return segment.Spelled(new(Redactor).Redact(s)) }

func TestRedact(t *testing.T) {
	tests := []struct{ answer, want string }{
		// E-mail addresses.
		{"write to joe.smith+x@mail.example.org, please", "write to [e-mail], please"},
		{"<joe@x.org>,ann@y.org", "<[e-mail]>,[e-mail]"},
		{"mailto:joe@x.org", "[e-mail]"},
		{"0301234567@web.de", "[e-mail]"},
		{"jörg@müller.de!", "[e-mail]!"},
		{"joe＠example．com", "[e-mail]"},
		{"jo\u200be@\u2060ex\u00adample.com now", "[e-mail] now"},
		{"ｊｏｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "[e-mail]"},
		{"joe@example.com.", "[e-mail]."},
		{"it is joe.smith (at) example.org for you", "it is [e-mail] for you"},
		{"joe[at]example[dot]org, ann{at}x.org", "[e-mail], [e-mail]"},
		{"joe DOT smith AT gmail DOT com", "[e-mail]"},
		{"joe (at) mail [.] example [.] co [.] uk", "[e-mail]"},
		{"write joe.smith at example.org", "write [e-mail]"},
		{"ana arroba correo punto com", "[e-mail]"},
		{"joe@intranet or joe.smith@fileserver, jo@Gmail", "[e-mail] or [e-mail], [e-mail]"},
		// Handles.
		{"joe_smith#1204, joe.s#9911 joe#0042", "[handle], [handle] [handle]"},
		{"ask @joe_smith!", "ask [handle]!"},
		{"@joe@mastodon.social", "[handle]"},
		{"(@joe.s)", "([handle])"},
		// URLs.
		{"see https://x.org/a?b=c#d, or HTTP://Y.ORG", "see [URL], or [URL]"},
		{"(www.linkedin.com/in/joe)", "([URL])"},
		{"linkedin.com/in/joe-smith.", "[URL]."},
		{"ht\u200btp://x.org", "[URL]"},
		// Phone numbers.
		{"+49 30 1234567", "[phone]"},
		{"+1 (415) 555-1234 or (415) 555-1234", "[phone] or [phone]"},
		{"415-555-1234, 415.555.1234; 4155551234", "[phone], [phone]; [phone]"},
		{"030/123 45 67 89", "[phone]"},
		{"0171 1234567", "[phone]"},
		{"01 42 68 53 00", "[phone]"},
		{"0044 20 7946 0958", "[phone]"},
		{"22 33 41 55", "[phone]"},
		{"612 34 56 78", "[phone]"},
		{"call me: 5551234", "call me: [phone]"},
		{"tel. 8765432", "tel. [phone]"},
		{"555-1234", "[phone]"},
		{"1-800-555-0199", "[phone]"},
		{"+49 (0)30 123456", "[phone]"},
		{"Tel: 0 30 / 12 34 56", "Tel: [phone]"},
		{"＋４９ ３０ １２３４５６７", "[phone]"},
		{"+٤٩ ٣٠ ١٢٣٤٥٦٧", "[phone]"},
		{"+49\u00a030\u200b1234567", "[phone]"},
		// Cards and bank numbers, by their check digits.
		{"4111 1111 1111 1111", "[card number]"},
		{"card 5500-0000-0000-0004.", "card [card number]."},
		{"378282246310005", "[card number]"},
		{"4111 1111 1111 1112", "4111 1111 1111 1112"},
		{"DE89 3704 0044 0532 0130 00", "[bank number]"},
		{"my IBAN gb82west12345698765432 ok", "my IBAN [bank number] ok"},
		{"DE88370400440532013000", "DE88370400440532013000"},
		{"bad DE89 3704 0044 0532 0130 01", "bad DE89 3704 0044 0532 0130 01"}, // nor a card
		{"no12 030 12345678", "no12 [phone]"},
		{"is12 4111 1111 1111 1111", "is12 [card number]"},
		{"be12 4111 1111 1111 1111", "be12 [card number]"},
		{"NO9386011117947", "[bank number]"},
		// Addresses of computers.
		{"my 192.168.100.200, and 10.0.0.5:8080.", "my [IP address], and [IP address]:8080."},
		// Several, next to each other.
		{"joe@x.org +49 30 1234567 @joe", "[e-mail] [phone] [handle]"},
	}
	for _, tt := range tests {
		if got := redacted(tt.answer); got != tt.want {
			t.Errorf("%q:\n got %q\nwant %q", tt.answer, got, tt.want)
		}
	}
}

// What identifies nobody stays as it is.
func TestNotRedacted(t *testing.T) {
	for _, answer := range []string{
		"2017-03-12", "12.03.2017", "03/12/2017 10:30", "2017-03-12T10:30:00Z", "1/2/17", "12 03 2017", "2017 03 12", "03.12.2017 14:30:15",
		"08.00 - 16.30 Uhr", "08.00-16.30, 17.00-18.00", "02/2019-03/2020", "01.02.-03.04.2019", "9 11 2001", "2001:db8::1", "RFC 2616", "ISO 9001:2015",
		"1999", "2015-2016", "1990–2000", "2019 2020 2021 2022", "2019/2020", "20190312",
		"1.2.3", "v10.15.7", "1.2.3.4567", "3.14159265358979", "0.123456789", "Go 1.26.0",
		"24/7", "9-5", "10-15 people", "200-1500", "100-2000", "50/50", "1-2-3",
		"1 000 000", "1.000.000", "1,000,000.00", "$ 12 345 678", "$1234567890", "12 345 678 €", "45 000 000 000", "1000000000000", "10000000000", "0.5 %",
		"10 20 30 40", "5 10 15 20 25", "1 2 3 4 5 6 7 8 9", "1617181723", "12345678",
		"978-3-16-148410-0", "C++ and R, Node.js/React, ASP.NET", "and/or", "e.g./i.e.", "w/o 1/3", "3 @ 4 apples @3.50", "p@ssword", "5@once", "hdf5@version", "node18@latest and py_torch@main",
		"a: b, c / d", "12:30:45", "1/2/3/4", "10^6", "COVID-19", "AT2020 microphone", "section 4.1.1.1.1", "+5 years", "+1", "-273.15",
		"meet at noon dot", "look at the dot in the corner", "at this point de facto", "look at example.org", "I am at home. Com", "sit (at) home", "we work@home", "the (at) sign", "at 5 dot com",
		"room#1204", "C#2019", "#1204", "issue #1234", "joe_s#12045", "version 10.1.2.3", "section 12.1.1.1", "192.168.100.256", "10.1.2.3.4", "1.2.3.4", "point at dot org",
		"1000 2000 3000", "the 1 + 2 = 3 of it", "x = 1234567", "ticket 1234567",
	} {
		if got := redacted(answer); got != answer {
			t.Errorf("%q: %q", answer, got)
		}
	}
}

// Every kind is counted.
func TestRedactionsAreCounted(t *testing.T) {
	var r Redactor
	r.Redact("joe@x.org ann@x.org +49 30 1234567 https://x.org @joe 4111111111111111 DE89370400440532013000 192.168.1.17")
	r.Redact("nothing here")
	if want := (Redactions{2, 1, 1, 1, 1, 1, 1}); r.Found != want || r.Found.total() != 8 {
		t.Errorf("%+v, want %+v", r.Found, want)
	}
}

// A redacted answer has nothing left to redact, and what is not replaced stays.
func FuzzRedact(f *testing.F) {
	for _, s := range []string{"joe@x.org", "+49 30 1234567", "x ＠y.z", "DE89 3704 0044 0532 0130 00", "joe (at) x [dot] org", "j_x#1204 10.0.0.5", "\xed\xa0\x80@\x00", "\u200b@joe"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, answer string) {
		var r Redactor
		got := r.Redact(answer)
		if r.Found.total() == 0 && got != answer {
			t.Errorf("%q became %q, though nothing was found", answer, got)
		}
		rest := got
		for _, part := range strings.FieldsFunc(got, func(r rune) bool { return segment.MarkEMail <= r && r <= segment.MarkComputer }) {
			if i := strings.Index(answer, part); i < 0 {
				t.Errorf("%q is not in %q", part, answer)
			} else {
				answer, rest = answer[i+len(part):], rest[len(part):]
			}
		}
	})
}

// total is how many things were replaced.
func (r Redactions) total() (sum int) {
	for _, n := range r {
		sum += n
	}
	return sum
}
