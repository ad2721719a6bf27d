package report

import (
	"fmt"
	"html"
	"strings"
)

// The page is written as functions that return HTML, and not as a template: a template finds the
// methods of its values by name while it runs, for which a linked program has to keep every exported
// method of every type, 1.7 MB of them. Here the compiler checks the names and types.

// markup is HTML, for a browser to obey. Text becomes markup only in fill, where it is escaped, or by
// a conversion, which is for what was escaped before: this program's own text, and pictures.
type markup string

// fill is a piece of HTML with values in its places, as fmt.Sprintf has them. Every value that is
// neither markup nor a whole number is escaped, so that it is text between two elements, and also as
// an attribute in quotation marks. It may not stand in an attribute that holds a script or address.
func fill(piece string, values ...any) markup {
	for i, v := range values {
		switch v.(type) {
		case markup, int:
		default:
			values[i] = html.EscapeString(fmt.Sprint(v))
		}
	}
	return markup(fmt.Sprintf(piece, values...))
}

// when is a filled piece of HTML if something holds, else nothing.
func when(holds bool, piece string, values ...any) markup {
	if !holds {
		return ""
	}
	return fill(piece, values...)
}

// each is the HTML of all items of a list.
func each[T any](list []T, item func(T) markup) markup {
	return numbered(list, func(_ int, x T) markup { return item(x) })
}

// numbered is the HTML of all items of a list, where it depends on their places.
func numbered[T any](list []T, item func(int, T) markup) markup {
	var all strings.Builder
	for i, x := range list {
		all.WriteString(string(item(i, x)))
	}
	return markup(all.String())
}

// paragraphs is the piece of HTML filled with each of the texts.
func paragraphs(piece string, texts []string) markup {
	return each(texts, func(text string) markup { return fill(piece, text) })
}
