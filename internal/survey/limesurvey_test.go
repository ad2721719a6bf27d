package survey

import (
	"context"
	"strings"
	"testing"
)

// LimeSurvey's own columns in the languages of surveys, a response in five not
// finished.
func TestLimeSurveyInOtherLanguages(t *testing.T) {
	for _, own := range []string{
		"id;submitdate;lastpage;startlanguage;seed",
		"Response ID;Date submitted;Last page;Start language;Seed",
		"Antwort ID;Datum Abgeschickt;Letzte Seite;Start-Sprache;Zufallsstartwert",
		"ID de la réponse;Date de soumission;Dernière page;Langue de départ;Tête de série",
		"ID de respuesta;Fecha de envío;Última página;Lenguaje inicial;Semilla",
		"ID da resposta;Data de envio;Última página;Língua inicial;Semente",
		"ID della risposta;Data di invio;Ultima pagina;Lingua iniziale;Seed",
		"Antwoord ID;Datum ingestuurd;Laatste pagina;Starttaal;Seed",
		"id. Antwort ID;submitdate. Datum Abgeschickt;lastpage. Letzte Seite;startlanguage. Start-Sprache;seed. Zufallsstartwert",
	} {
		text := own + ";X? [A];X? [B];Y?\n" + table(20, "%d;<2026-01-01 10:00:00|2026-01-02 10:00:00|||2026-01-01 11:00:00>;3;xx;12345%d;<Ja|Ja|Nein>;<Nein|Ja|Ja|Nein>;reason %d")
		e := openText(t, text, Options{})
		if got, want := shape(t, e), `limesurvey ';' 1 20 [1]meta [2]meta [3]meta [4]meta [5]meta [6 7]multiple [8]open`; got != want {
			t.Errorf("%s: %s, want %s", own, got, want)
		}
		in, err := openText(t, text, Options{}).Inspect(context.Background(), InspectOptions{})
		if err != nil || in.Unfinished != 8 || !strings.HasPrefix(in.Evidence[4], "columns named ") {
			t.Errorf("%s: %d unfinished, %v, %v", own, in.Unfinished, in.Evidence, err)
		}
	}
}
