// Package markup makes texts harmless in HTML and in Markdown. It writes HTML as functions, so that the
// compiler checks names and types, and no text gets into a page unescaped.
package markup

import (
	"fmt"
	"html"
	"strings"
)

// A page is written as functions that return HTML, and not as a template: a template finds the
// methods of its values by name while it runs, for which a linked program has to keep every exported
// method of every type, 1.7 MB of them. Here the compiler checks the names and types.

// HTML is markup, for a browser to obey. Text becomes markup only in Fill, where it is escaped, or by
// a conversion, which is for what was escaped before: this program's own text, and pictures.
type HTML string

// Fill is a piece of HTML with values in its places, as fmt.Sprintf has them. Every value that is
// neither markup nor a whole number is escaped, so that it is text between two elements, and also as
// an attribute in quotation marks. It may not stand in an attribute that holds a script or address.
func Fill(piece string, values ...any) HTML {
	for i, v := range values {
		switch v.(type) {
		case HTML, int:
		default:
			values[i] = html.EscapeString(fmt.Sprint(v))
		}
	}
	return HTML(fmt.Sprintf(piece, values...))
}

// When is a filled piece of HTML if something holds, else nothing.
func When(holds bool, piece string, values ...any) HTML {
	if !holds {
		return ""
	}
	return Fill(piece, values...)
}

// Each is the HTML of all items of a list.
func Each[T any](list []T, item func(T) HTML) HTML {
	return Numbered(list, func(_ int, x T) HTML { return item(x) })
}

// Numbered is the HTML of all items of a list, where it depends on their places.
func Numbered[T any](list []T, item func(int, T) HTML) HTML {
	var all strings.Builder
	for i, x := range list {
		all.WriteString(string(item(i, x)))
	}
	return HTML(all.String())
}

// Paragraphs is the piece of HTML filled with each of the texts.
func Paragraphs(piece string, texts []string) HTML {
	return Each(texts, func(text string) HTML { return Fill(piece, text) })
}
