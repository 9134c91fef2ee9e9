// Which character codes (CIDs) a face's text is written in, and what each stands for.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "text/face.h"

namespace handbill::pdf {

using Cid = std::uint16_t;

/// What a CID shows and what it says.
struct CidMeaning {
  GlyphId glyph = 0;
  char32_t character = 0;
  /// A direction mark said before it (see line_text.h), 0 for none.
  char32_t mark = 0;
  /// The other letters of a ligature that is written from left to right; 0 for none. Right-to-left text has one
  /// character a CID, because readers turn it round character by character.
  std::array<char32_t, 2> more{};
  friend bool operator==(const CidMeaning&, const CidMeaning&) = default;
};

/// A CID per distinct meaning, numbered from 1 in order of first use. CID 0 is .notdef.
class CidTable {
 public:
  Cid of(const CidMeaning& meaning);
  void clear();                                                          ///< keeps its room
  const std::vector<CidMeaning>& meanings() const { return meanings_; }  ///< [0] is .notdef

 private:
  std::size_t place_of(const CidMeaning& meaning) const;
  void grow();

  std::vector<CidMeaning> meanings_{{0, 0xFFFD, 0, {}}};
  std::vector<Cid> places_;  ///< an open hash table; 0 where nothing is. Its size is a power of two
};

/// The ToUnicode CMap (ISO 32000-1, 9.10.3): UTF-16BE for every CID, in blocks of at most a hundred.
std::string to_unicode_cmap(const std::vector<CidMeaning>& meanings);

}  // namespace handbill::pdf
