package render

import (
	"bytes"
	"encoding/base64"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // so that its header can be read
	_ "image/png"
	"io"
	"strings"
)

// A logo becomes a part of the page, so it may hold nothing that a browser would run or load. A PNG or
// JPEG file has to be one; an SVG file has to be well-formed, without scripts, handlers of events,
// documents in other languages, and addresses.

// mostLogo and mostLogoSide are how large a logo may be: in bytes, since each copy of the page has it,
// and in pixels.
const mostLogo, mostLogoSide = 300_000, 4000

// LogoAddress is a file of a logo as the address of a picture in the page, which holds all of it. The
// error says what is wrong with the file.
func LogoAddress(data []byte) (string, error) {
	if len(data) > mostLogo {
		return "", fmt.Errorf("has %d bytes, and a logo may have %d", len(data), mostLogo)
	}
	kind := "svg+xml"
	if config, name, err := image.DecodeConfig(bytes.NewReader(data)); err == nil {
		if config.Width > mostLogoSide || config.Height > mostLogoSide {
			return "", fmt.Errorf("is %d by %d pixels, and a logo may be %d wide and high", config.Width, config.Height, mostLogoSide)
		}
		if kind = name; kind != "png" && kind != "jpeg" {
			return "", errNoLogo
		}
	} else if err := checkSVG(data); err != nil {
		return "", err
	}
	return "data:image/" + kind + ";base64," + base64.StdEncoding.EncodeToString(data), nil
}

// errNoLogo is the error of a file of another kind.
var errNoLogo = errors.New("is no PNG, JPEG or SVG picture")

// checkSVG refuses what is no SVG, and what could run or load something.
func checkSVG(data []byte) error {
	in := xml.NewDecoder(bytes.NewReader(data))
	for depth := 0; ; {
		token, err := in.Token()
		if err == io.EOF && depth == -1 {
			return nil
		} else if err != nil {
			return errNoLogo
		}
		switch x := token.(type) {
		case xml.Directive: // a document type may define entities
			if kind := string(x); !strings.HasPrefix(strings.ToUpper(kind), "DOCTYPE SVG") || strings.Contains(kind, "[") {
				return errors.New("has declarations besides its picture")
			}
		case xml.ProcInst: // a style sheet may be elsewhere
			if x.Target != "xml" {
				return errors.New("has instructions to programs besides its picture")
			}
		case xml.CharData: // rules of style
			if text := strings.ToLower(string(x)); loads(text) || strings.Contains(text, "@import") {
				return errors.New("loads something, and a logo has to be one file")
			}
		case xml.StartElement:
			if depth <= 0 && (depth == -1 || x.Name.Local != "svg") {
				return errNoLogo
			}
			if err := checkElement(x); err != nil {
				return err
			}
			depth++
		case xml.EndElement:
			if depth--; depth == 0 {
				depth = -1 // the end of the picture
			}
		}
	}
}

// refused are the elements of SVG that run, load or embed something.
var refused = []string{"script", "foreignobject", "handler", "listener", "iframe", "object", "embed", "audio", "video", "image", "feimage", "animate", "set", "a"}

// checkElement refuses an element by its name, or by an attribute.
func checkElement(x xml.StartElement) error {
	for _, name := range refused {
		if strings.EqualFold(x.Name.Local, name) {
			return fmt.Errorf("has the element %s, and a logo may only draw", name)
		}
	}
	for _, a := range x.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.ToLower(strings.TrimSpace(a.Value))
		outside := name == "href" && !strings.HasPrefix(value, "#") || loads(value)
		if strings.HasPrefix(name, "on") || outside || strings.Contains(value, "javascript:") {
			return fmt.Errorf("has the attribute %s, and a logo may neither run nor load anything", a.Name.Local)
		}
	}
	return nil
}

// loads reports whether a rule of style names an address outside the file.
func loads(text string) bool {
	return strings.Contains(strings.NewReplacer("url(#", "", `url("#`, "", "url('#", "").Replace(text), "url(") || strings.Contains(text, "\\")
}
