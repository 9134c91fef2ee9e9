#include "render/pdf/page_cids.h"

#include <algorithm>

#include "core/diagnostic.h"
#include "render/pdf/fonts.h"
#include "render/pdf/syntax.h"

namespace handbill::pdf {

PageFont::Shown PageFont::of(const CidMeaning& meaning) {
  const Cid cid = cids_.of(meaning);
  if (cid == widths_.size()) widths_.push_back(font_->width(meaning.glyph));
  return {cid, widths_[cid]};
}

PageFont& PageCids::of(const DocumentFont& font) {
  for (PageFont& known : fonts_)
    if (&known.font() == &font) return known;
  return fonts_.emplace_back(font);
}

void renumber(std::string& content, const std::vector<CidRange>& ranges, const std::vector<CidNumbers>& fonts) {
  for (const CidRange& range : ranges) {
    const auto font =
        std::find_if(fonts.begin(), fonts.end(), [&](const CidNumbers& one) { return one.font == range.font; });
    if (font == fonts.end()) internal_error("a page shows CIDs of a font that it does not have");
    char* digits = &content[range.at];
    for (std::uint32_t i = 0; i < range.count; ++i, digits += 4) put_hex(digits, font->numbers[hex_value(digits)]);
  }
}

}  // namespace handbill::pdf
