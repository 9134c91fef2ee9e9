// UTF-8 and UTF-16.
//
// Documents, catalogues and files are UTF-8 (std::string). Text that is to be shaped is UTF-16 (std::u16string),
// because ICU's bidi and break iterators count in it. Offsets are always offsets into the form at hand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/diagnostic.h"

namespace handbill {

/// Where the first ill-formed UTF-8 sequence starts (a byte offset), if there is one.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

/// Conversions for well-formed text; anything ill-formed becomes U+FFFD.
std::u16string to_utf16(std::string_view utf8);
std::string to_utf8(std::u16string_view utf16);
std::string to_utf8(char32_t character);

/// The place of a byte offset in `bytes`, where `bytes` starts at line 1, column 1 of `file`. Linear in the offset.
Place place_of(std::string_view bytes, std::size_t offset, const Place& file);

/// Checks that `bytes` is UTF-8 without NUL, removes a byte order mark and turns CRLF and CR into LF, so that no
/// later stage has to think of them. Reports `encoding` at its place, with a hint for UTF-16; the value is empty
/// then.
Result<std::optional<std::string>> clean_text(std::string bytes, const Place& file);

/// How many terminal columns a text takes: by grapheme cluster, East Asian wide and emoji as two, marks and
/// controls as none (UAX #11, UAX #29).
std::size_t display_width(std::string_view utf8);

}  // namespace handbill
