package term

import (
	"strings"
	"testing"
)

// Two forms of a word written as one are one term, that of the plain forms.
func TestPairedEndings(t *testing.T) {
	tests := []struct{ lang, plain, forms string }{
		{"de", "Mitarbeiterinnen", "Mitarbeiter:innen Mitarbeiter*innen Mitarbeiter/innen Mitarbeiter_innen Mitarbeiter·innen Mitarbeiter/-innen Mitarbeiter-innen MitarbeiterInnen Mitarbeiter/Innen Mitarbeiter(innen) Mitarbeiter.innen"},
		{"de", "Studentinnen", "Student*innen Student:innen StudentInnen"},
		{"de", "Kollegin", "Kolleg:in Kolleg*in KollegIn Kolleg/in"},
		{"de", "Kolleginnen", "Kolleg(inn)en"},
		{"de", "Kundinnen", "Kund_innen Kund:innen"},
		{"de", "Lehrerinnen", "Lehrer·innen Lehrer(innen)"},
		{"de", "Schülerinnenvertretung", "Schüler:innenvertretung Schüler*innen-Vertretung"},
		{"de", "Prozess", "Prozess(e)"},
		{"es", "compañeros", "compañeros/as compañeros(as) compañer@s compañer*s compañerxs compañero/a compañero(a)s compañero/a(s)"},
		{"es", "trabajadores", "trabajadores(as) trabajador/a trabajador@s trabajador/ora trabajador(es)"},
		{"es", "alumno", "alumno/a alumn@ alumno/as alumno(s)"},
		{"pt", "alunos", "alunos/as alunos(as) alun@s alunxs aluno(a)s aluno/a"},
		{"pt", "professores", "professores/as professor(a) professor(es)"},
		{"fr", "salariés", "salarié(e)s salarié·e·s salarié.e.s salarié-e-s salarié·es salarié•e•s salarié*e*s salarié/e/s salarié(e)(s) salarié(e) salarié/e"},
		{"fr", "étudiants", "étudiant-e-s étudiant·e·s étudiant(e)s"},
		{"fr", "directeurs", "directeur·rice·s directeur·trice·s directeur/rice directeur.rice.s"},
		{"fr", "chercheurs", "chercheur·euse·s chercheur·se·s chercheur(se)s"},
		{"fr", "problème", "problème(s)"},
		{"it", "ragazzi", "ragazzi/e ragazz* ragazz@ ragazzə ragazzo/a"},
		{"it", "studenti", "student* studenti/esse studente/essa"},
		{"it", "lavoratori", "lavoratori/trici"},
		{"en", "employees", "employee(s)"},
		{"nl", "medewerker", "medewerker(s)"},
		{"sv", "problem", "problem(en)"},
	}
	for _, tt := range tests {
		a := analyzer(t, Options{Lang: in(t, tt.lang)})
		want := a.Tokens(tt.plain)[0].Key
		for form := range strings.FieldsSeq(tt.forms) {
			for _, answer := range []string{form, form + ", " + form + ".", "(" + form + ") " + form, strings.ReplaceAll(form, "'", "’")} {
				for _, token := range a.Tokens(answer) {
					if got := answer[token.Start:token.End]; token.Key != want || got != form {
						t.Errorf("%s: %q: token %q counts as %q, want %q", tt.lang, answer, got, token.Key, want)
					}
				}
			}
		}
	}
}

// Endings that are stop words with their word are stop words, and what only
// looks like an ending is a word.
func TestUnpairedEndings(t *testing.T) {
	tests := []struct{ lang, answer, want string }{
		{"de", "jede:r, ein*e und eine/n; gut", "s:jede:r s:ein*e s:und s:eine/n gut"},
		{"de", "Zeit:mehr SAS/R Python/R und/oder *Team* Stärken:Team", "zeit s:mehr sas r python r s:und s:oder team stark team"},
		{"de", "Lob für Mitarbeiter:innen und Chefs", "lob s:für mitarbeiter s:und chef"},
		{"es", "tod@s, todxs y/o todos/as; los/as amigos", "s:tod@s s:todxs s:y s:o s:todos/as s:los/as amig"},
		{"es", "escribe a ana@example.org o @ana; Linux", "escrib s:a a:ana@example.org s:o a:@ana linux"},
		{"pt", "o(s) e o/a", "s:o(s) s:e s:o/a"},
		{"fr", "tous·tes, tou·te·s et un·e; bon/facile", "s:tous·tes s:tou·te·s s:et s:un·e bon facil"},
		{"fr", "l'étudiant·e, d'employé(e)s, peut-être", "s:l' étudi s:d' emploi s:peut-être"},
		{"it", "tutt*, tuttə e tutti/e; *molto* lavoro e/o team*", "s:tutt* s:tuttə s:e s:tutti/e s:molto lavor s:e s:o team"},
		{"en", "him/her, it/he team/s (s) and/or", "s:him s:her s:it s:he team s s:and s:or"},
	}
	for _, tt := range tests {
		if got := marks(analyzer(t, Options{Lang: in(t, tt.lang)}).Tokens(tt.answer), tt.answer); got != tt.want {
			t.Errorf("%s: %q:\n got %s\nwant %s", tt.lang, tt.answer, got, tt.want)
		}
	}
}

// A sign inside a word ends no clause.
func TestPairedClause(t *testing.T) {
	a := analyzer(t, Options{Lang: in(t, "es"), Phrases: []string{"trabajadores sociales"}})
	const answer = "sin trabajadores(as) sociales"
	if tokens := a.Tokens(answer); len(tokens) != 2 || !tokens[1].Negated || tokens[1].Parts != 2 {
		t.Errorf("got %s", marks(tokens, answer))
	}
}
