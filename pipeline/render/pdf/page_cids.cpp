#include "render/pdf/page_cids.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "core/diagnostic.h"
#include "render/pdf/fonts.h"
#include "render/pdf/syntax.h"

namespace handbill::pdf {

PageFont::Shown PageFont::of(const CidMeaning& meaning) {
  if (meaning.glyph >= last_.size()) last_.resize(meaning.glyph + std::size_t{64});
  CidNumber& number = last_[meaning.glyph];
  if (number == 0 || !(cids_.meanings()[number] == meaning)) {
    number = cids_.of(meaning);
    if (number == widths_.size()) widths_.push_back(font_->width(meaning.glyph));
  }
  return {number, widths_[number]};
}

void PageFont::clear() {
  cids_.clear();
  widths_.resize(1);
  std::fill(last_.begin(), last_.end(), CidNumber{0});
}

void PageCids::clear() {
  for (PageFont& font : fonts_) font.clear();
}

PageFont& PageCids::of(const DocumentFont& font) {
  for (PageFont& known : fonts_)
    if (&known.font() == &font) return known;
  return fonts_.emplace_back(font);
}

namespace {

using CidBytes = std::array<char, 2>;

std::vector<CidBytes> bytes_of(const std::vector<CidNumber>& numbers) {
  std::vector<CidBytes> out(numbers.size());
  for (std::size_t i = 0; i < numbers.size(); ++i) put_big_endian(out[i].data(), cid_of(numbers[i]));
  return out;
}

}  // namespace

void renumber(std::string& content, const std::vector<CidRange>& ranges, const std::vector<CidNumbers>& fonts) {
  std::vector<std::vector<CidBytes>> written;
  for (const CidNumbers& font : fonts) written.push_back(bytes_of(font.numbers));
  for (const CidRange& range : ranges) {
    const auto font =
        std::find_if(fonts.begin(), fonts.end(), [&](const CidNumbers& one) { return one.font == range.font; });
    if (font == fonts.end()) internal_error("a page shows CIDs of a font that it does not have");
    const auto& cids = written[static_cast<std::size_t>(font - fonts.begin())];
    char* place = &content[range.at];
    for (std::uint32_t i = 0; i < range.count; ++i, place += sizeof(CidBytes))
      std::memcpy(place, cids[big_endian_at(place)].data(), sizeof(CidBytes));
  }
}

}  // namespace handbill::pdf
