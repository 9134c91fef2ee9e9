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
  for (std::size_t number = first; number < end; ++number) {
    out += '<';
    append_hex(out, cid_of(static_cast<CidNumber>(number)));
    out += "> <";
    const CidMeaning& meaning = meanings[number];
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

/// The bytes that a literal string can hold as they are (ISO 32000-1, 7.3.4.2). A line feed is one of them.
constexpr std::array<std::uint8_t, 252> plain_bytes() {
  std::array<std::uint8_t, 252> bytes{};
  std::size_t count = 0;
  for (unsigned byte = 0; byte < 256; ++byte)
    if (byte != '(' && byte != ')' && byte != '\\' && byte != '\r') bytes[count++] = static_cast<std::uint8_t>(byte);
  return bytes;
}

}  // namespace

Cid cid_of(CidNumber number) {
  static constexpr auto bytes = plain_bytes();
  static_assert(bytes.size() * bytes.size() == most_cids);
  return static_cast<Cid>(bytes[number / bytes.size()] << 8 | bytes[number % bytes.size()]);
}

/// Where the meaning is, or the free place where it belongs.
std::size_t CidTable::place_of(const CidMeaning& meaning) const {
  const std::size_t mask = places_.size() - 1;
  std::size_t place = hash(meaning) & mask;
  while (places_[place] != 0 && !(meanings_[places_[place]] == meaning)) place = (place + 1) & mask;
  return place;
}

void CidTable::grow() {
  places_.assign(std::max<std::size_t>(256, places_.size() * 2), 0);
  for (std::size_t number = 1; number < meanings_.size(); ++number)
    places_[place_of(meanings_[number])] = static_cast<CidNumber>(number);
}

void CidTable::clear() {
  meanings_.resize(1);
  std::fill(places_.begin(), places_.end(), CidNumber{0});
}

CidNumber CidTable::of(const CidMeaning& meaning) {
  if (meanings_.size() * 2 >= places_.size()) grow();
  CidNumber& number = places_[place_of(meaning)];
  if (number != 0) return number;
  if (meanings_.size() >= most_cids) internal_error("a face has more different glyphs and texts than there are CIDs");
  number = static_cast<CidNumber>(meanings_.size());
  meanings_.push_back(meaning);
  return number;
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
