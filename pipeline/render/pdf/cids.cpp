#include "render/pdf/cids.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "core/diagnostic.h"
#include "render/pdf/syntax.h"

namespace handbill::pdf {
namespace {

constexpr std::size_t block_size = 100;  // the most that PostScript's bfchar takes at a time

void append_utf16(std::string& out, char32_t character) {
  if (character < 0x10000) return append_hex(out, static_cast<std::uint16_t>(character));
  const auto offset = std::uint32_t(character) - 0x10000;
  append_hex(out, static_cast<std::uint16_t>(0xD800 + (offset >> 10)));
  append_hex(out, static_cast<std::uint16_t>(0xDC00 + (offset & 0x3FF)));
}

void append_block(std::string& out, const std::vector<CidMeaning>& meanings, std::size_t first, std::size_t end) {
  fmt::format_to(std::back_inserter(out), "{} beginbfchar\n", end - first);
  for (std::size_t cid = first; cid < end; ++cid) {
    out += '<';
    append_hex(out, static_cast<std::uint16_t>(cid));
    out += "> <";
    const CidMeaning& meaning = meanings[cid];
    for (const char32_t character : {meaning.mark, meaning.character, meaning.more[0], meaning.more[1]})
      if (character != 0) append_utf16(out, character);
    out += ">\n";
  }
  out += "endbfchar\n";
}

std::size_t hash(const CidMeaning& meaning) {
  const auto mixed = (std::uint64_t(meaning.character) << 16 | meaning.glyph) ^
                     (std::uint64_t(meaning.mark) + meaning.more[0] + meaning.more[1]) << 40;
  return mixed * 0x9E3779B97F4A7C15U >> 40;
}

}  // namespace

/// Where the meaning is, or the free place where it belongs.
std::size_t CidTable::place_of(const CidMeaning& meaning) const {
  const std::size_t mask = places_.size() - 1;
  std::size_t place = hash(meaning) & mask;
  while (places_[place] != 0 && !(meanings_[places_[place]] == meaning)) place = (place + 1) & mask;
  return place;
}

void CidTable::grow() {
  places_.assign(std::max<std::size_t>(256, places_.size() * 2), 0);
  for (std::size_t cid = 1; cid < meanings_.size(); ++cid) places_[place_of(meanings_[cid])] = static_cast<Cid>(cid);
}

void CidTable::clear() {
  meanings_.resize(1);
  std::fill(places_.begin(), places_.end(), Cid{0});
}

Cid CidTable::of(const CidMeaning& meaning) {
  if (meanings_.size() * 2 >= places_.size()) grow();
  Cid& cid = places_[place_of(meaning)];
  if (cid != 0) return cid;
  if (meanings_.size() > 0xFFFF) internal_error("a face has more than 65,535 different glyphs and texts on its pages");
  cid = static_cast<Cid>(meanings_.size());
  meanings_.push_back(meaning);
  return cid;
}

std::string to_unicode_cmap(const std::vector<CidMeaning>& meanings) {
  std::string out =
      "/CIDInit /ProcSet findresource begin\n"
      "12 dict begin\n"
      "begincmap\n"
      "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
      "/CMapName /Adobe-Identity-UCS def\n"
      "/CMapType 2 def\n"
      "1 begincodespacerange\n"
      "<0000> <FFFF>\n"
      "endcodespacerange\n";
  for (std::size_t first = 0; first < meanings.size(); first += block_size)
    append_block(out, meanings, first, std::min(first + block_size, meanings.size()));
  out +=
      "endcmap\n"
      "CMapName currentdict /CMap defineresource pop\n"
      "end\n"
      "end\n";
  return out;
}

}  // namespace handbill::pdf
