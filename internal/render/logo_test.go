package render

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/gif"
	"image/png"
	"strings"
	"testing"
)

// A logo that only draws is taken; one that could run or load something is refused, and so is what is no picture.
func TestLogoAddress(t *testing.T) {
	var small, wide, animated bytes.Buffer
	_ = png.Encode(&small, image.NewGray(image.Rect(0, 0, 3, 2)))
	_ = png.Encode(&wide, image.NewGray(image.Rect(0, 0, mostLogoSide+1, 1)))
	_ = gif.Encode(&animated, image.NewGray(image.Rect(0, 0, 3, 2)), nil)
	svg := func(inside string) string {
		return `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">` + inside + `</svg>`
	}
	for name, tt := range map[string]struct{ file, begins string }{
		"PNG":         {small.String(), "data:image/png;base64,"},
		"SVG":         {svg(`<style>.a { fill: url(#g) }</style><path class="a" d="m0 0h9v9z"/><use href="#x"/>`), "data:image/svg+xml;base64,"},
		"document":    {`<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">` + svg("")[21:], "data:image/svg+xml;base64,"},
		"too wide":    {wide.String(), ""},
		"GIF":         {animated.String(), ""},
		"too large":   {strings.Repeat(" ", mostLogo) + svg(""), ""},
		"text":        {"What matters?", ""},
		"HTML":        {"<html></html>", ""},
		"not closed":  {svg("")[:40], ""},
		"two roots":   {svg("") + svg("")[21:], ""},
		"script":      {svg(`<script>alert(1)</script>`), ""},
		"handler":     {svg(`<g onload="alert(1)"/>`), ""},
		"HTML inside": {svg(`<foreignObject><p/></foreignObject>`), ""},
		"link":        {svg(`<use href="https://example.org/x.svg#a"/>`), ""},
		"old link":    {svg(`<image xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="x.png"/>`), ""},
		"style":       {svg(`<style>@import "x.css";</style>`), ""},
		"address":     {svg(`<rect fill="url(https://example.org/)"/>`), ""},
		"entity":      {`<!DOCTYPE svg [<!ENTITY a "b">]>` + svg("")[21:], ""},
		"style sheet": {`<?xml-stylesheet href="x.css"?>` + svg("")[21:], ""},
	} {
		got, err := LogoAddress([]byte(tt.file))
		if tt.begins == "" {
			if err == nil {
				t.Errorf("%s: no error", name)
			}
			continue
		}
		if err != nil || got != tt.begins+base64.StdEncoding.EncodeToString([]byte(tt.file)) {
			t.Errorf("%s: %.60s, %v", name, got, err)
		}
	}
}
