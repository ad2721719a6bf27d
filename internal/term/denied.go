package term

// Denied is the word that goes before the label of a term that people mostly
// deny: "no trust". "" is none, for languages that put it after the word.
func (l *Language) Denied() string {
	switch l.Code {
	case "ar":
		return "بدون"
	case "da":
		return "uden"
	case "no":
		return "uten"
	case "de":
		return "kein"
	case "en":
		return "no"
	case "es":
		return "sin"
	case "fi":
		return "ei"
	case "fr":
		return "sans"
	case "ga":
		return "gan"
	case "hu":
		return "nincs"
	case "it":
		return "senza"
	case "nl":
		return "geen"
	case "pt":
		return "sem"
	case "ro":
		return "fără"
	case "ru":
		return "без"
	case "sv":
		return "utan"
	case "zh":
		return "没有"
	}
	return ""
}
