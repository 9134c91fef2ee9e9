// Which character codes (CIDs) a face's text is written in, and what each stands for.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "text/face.h"

namespace handbill::pdf {

/// A code as it is in the file: two bytes of a string, the high one first.
using Cid = std::uint16_t;

/// What is shown, numbered from 1 in order of first use; 0 is .notdef.
using CidNumber = std::uint16_t;

/// The CID of a number: CIDs one of whose bytes would need an escape in a string (parentheses, backslash, carriage
/// return) are passed over. A string can then be written as the bytes that it is, which are half of its hexadecimal
/// digits, and a CID can be replaced by another where it stands.
Cid cid_of(CidNumber number);

/// How many CIDs there are, .notdef's included.
constexpr std::size_t most_cids = std::size_t{252} * 252;

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

/// A CID per distinct meaning.
class CidTable {
 public:
  CidNumber of(const CidMeaning& meaning);
  void clear();                                                          ///< keeps its room
  const std::vector<CidMeaning>& meanings() const { return meanings_; }  ///< by number

 private:
  std::size_t place_of(const CidMeaning& meaning) const;
  void grow();

  std::vector<CidMeaning> meanings_{{0, 0xFFFD, 0, {}}};
  std::vector<CidNumber> places_;  ///< an open hash table; 0 where nothing is. Its size is a power of two
};

/// The ToUnicode CMap (ISO 32000-1, 9.10.3): UTF-16BE for every CID, in blocks of at most a hundred.
std::string to_unicode_cmap(const std::vector<CidMeaning>& meanings);

}  // namespace handbill::pdf
