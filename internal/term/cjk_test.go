//go:build cjk

package term

import (
	"slices"
	"testing"

	"verbatim/internal/lang"
)

// Words of scripts without spaces are cut by dictionary; Japanese ones count
// under their dictionary form.
func TestDictionaries(t *testing.T) {
	for _, tt := range []struct{ code, answer, want string }{
		{"zh", "我觉得团队的沟通不够透明", "s:我 f:觉得 团队 s:的 沟通 f:不够 !透明"},
		{"zh", "缺乏信任，公司很好", "f:缺乏 !信任 公司 s:很 f:好"},
		{"zh", "不仅透明而且公开", "s:不仅 透明 s:而且 公开"},
		{"zh", "團隊溝通", "團隊 溝通"},
		{"zh", "用C++和Python", "f:用 c++ s:和 python"},
		{"zh", "trust 信任", "trust 信任"},
		{"ja", "透明性がない", "!透明 s:性 s:が s:ない"},
		{"ja", "研修が足りない", "研修 s:が !足る s:ない"},
		{"ja", "信頼関係が大切だと思います", "信頼 関係 s:が 大切 s:だ s:と f:思い s:ます"},
		{"ja", "透明性だけでなく信頼も", "透明 s:性 s:だけ s:で s:なく 信頼 s:も"},
	} {
		got := marks(analyzer(t, Options{Lang: in(t, tt.code), Filler: true}).Tokens(tt.answer), tt.answer)
		if got != tt.want {
			t.Errorf("%q:\n got %s\nwant %s", tt.answer, got, tt.want)
		}
	}
}

func TestDictionaryLanguages(t *testing.T) {
	for _, tt := range []struct {
		code, answer string
		want         lang.Class
	}{
		{"zh", "没有意见，谢谢", lang.NonResponse}, {"zh", "暂无", lang.Nil}, {"zh", "没有培训", lang.Substantive},
		{"ja", "特になし", lang.Nil}, {"ja", "わかりません。", lang.NonResponse}, {"ja", "研修がない", lang.Substantive},
	} {
		if _, got := analyzer(t, Options{Lang: in(t, tt.code)}).Answer(tt.answer); got != tt.want {
			t.Errorf("%q: %d, want %d", tt.answer, got, tt.want)
		}
	}
	for want, answers := range map[string][]string{
		"zh": {"团队的沟通不够透明", "希望公司多给一些培训机会", "工资太低"},
		"ja": {"チームの透明性が足りない", "信頼関係が大切", "給料が安い"},
	} {
		if d := lang.Detect("", slices.Values(answers)); d.Code != want || d.Unsupported != "" {
			t.Errorf("%v: found as %+v, want %s", answers, d, want)
		}
	}
}
