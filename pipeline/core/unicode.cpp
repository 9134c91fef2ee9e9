#include "core/unicode.h"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace handbill {
namespace {

constexpr UChar32 replacement = 0xFFFD;
constexpr UChar32 emoji_style = 0xFE0F;

bool in_range(std::string_view text) {
  return text.size() <= static_cast<std::size_t>(INT32_MAX);
}

void convert_line_ends(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t from = 0; from < text.size(); ++from) {
    if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n') continue;
    text[to++] = text[from] == '\r' ? '\n' : text[from];
  }
  text.resize(to);
}

// By its byte order mark, or by what Latin text looks like in it: every other byte is zero, and only those.
bool looks_like_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  const std::string_view start = bytes.substr(0, 64);
  std::array<std::size_t, 2> zeros{};
  for (std::size_t at = 0; at < start.size(); ++at)
    if (start[at] == '\0') ++zeros[at % 2];
  const auto [few, many] = std::minmax(zeros[0], zeros[1]);
  return few == 0 && many * 3 >= start.size();
}

Diagnostic encoding_error(std::string_view bytes, std::size_t offset, const Place& file) {
  Diagnostic error{Severity::error, place_of(bytes, offset, file), "encoding", {}, {}};
  if (looks_like_utf16(bytes)) {
    error.place = file;
    error.message = "this file is UTF-16, not UTF-8";
    error.hints.push_back("save it again with the encoding UTF-8");
    return error;
  }
  const auto byte = static_cast<unsigned char>(bytes[offset]);
  if (byte == 0) {
    error.message = "a NUL character stands in the text";
    error.hints.push_back("remove it; a text file has none");
  } else {
    error.message = fmt::format("this is not UTF-8 text: byte {:02X} belongs to no character", byte);
    error.hints.push_back("save the file again with the encoding UTF-8");
  }
  return error;
}

/// What a character is to a terminal.
struct Cell {
  std::size_t width = 0;
  bool alone = true;  ///< whether it is a grapheme cluster without looking at its neighbours, or adds nothing to one
};

std::size_t width_of(UChar32 c) {
  if (u_hasBinaryProperty(c, UCHAR_EMOJI_PRESENTATION)) return 2;
  switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return 0;
    default:  // ICU's categories, not a kind of ours: every other one takes room
      break;
  }
  const int east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

Cell cell_of(UChar32 c) {
  if (c == emoji_style || u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER)) return {0, false};
  switch (u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK)) {
    case U_GCB_OTHER:
    case U_GCB_CONTROL:
    case U_GCB_CR:
    case U_GCB_LF:
      return {width_of(c), true};
    case U_GCB_EXTEND:
      return {0, true};
    default:  // parts of a cluster
      return {0, false};
  }
}

std::size_t cluster_width(const icu::UnicodeString& text, std::int32_t from, std::int32_t to) {
  std::size_t width = 0;
  for (std::int32_t at = from; at < to; at = text.moveIndex32(at, 1)) {
    const UChar32 c = text.char32At(at);
    if (c == emoji_style || u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR)) return 2;
    width = std::max(width, width_of(c));
  }
  return width;
}

std::size_t width_by_cluster(std::string_view utf8) {
  const auto text = icu::UnicodeString::fromUTF8({utf8.data(), static_cast<std::int32_t>(utf8.size())});
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> clusters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) internal_error("ICU has no rules for grapheme clusters");
  clusters->setText(text);
  std::size_t width = 0;
  std::int32_t from = clusters->first();
  for (std::int32_t to = clusters->next(); to != icu::BreakIterator::DONE; from = to, to = clusters->next())
    width += cluster_width(text, from, to);
  return width;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  for (std::size_t at = 0; at < bytes.size();) {
    // Most text is ASCII, which is passed over by the word.
    std::uint64_t word = 0;
    if (bytes.size() - at >= sizeof word) {
      std::memcpy(&word, data + at, sizeof word);
      if ((word & 0x8080808080808080U) == 0) {
        at += sizeof word;
        continue;
      }
    }
    if (data[at] < 0x80) {
      ++at;
      continue;
    }
    // A sequence is four bytes at most, so that ICU's 32-bit offsets suffice for files of any size.
    std::int32_t next = 0;
    const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, U8_MAX_LENGTH));
    UChar32 c = 0;
    U8_NEXT(data + at, next, length, c);
    if (c < 0) return at;
    at += static_cast<std::size_t>(next);
  }
  return std::nullopt;
}

std::u16string to_utf16(std::string_view utf8) {
  if (!in_range(utf8)) internal_error("a text of more than 2 GB");
  std::u16string utf16(utf8.size(), u'\0');
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8WithSub(utf16.data(), static_cast<std::int32_t>(utf16.size()), &length, utf8.data(),
                       static_cast<std::int32_t>(utf8.size()), replacement, nullptr, &status);
  if (U_FAILURE(status)) internal_error("UTF-8 could not be converted");
  utf16.resize(static_cast<std::size_t>(length));
  return utf16;
}

std::string to_utf8(std::u16string_view utf16) {
  if (utf16.size() > static_cast<std::size_t>(INT32_MAX) / 3) internal_error("a text of more than 2 GB");
  std::string utf8(utf16.size() * 3, '\0');
  std::int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  u_strToUTF8WithSub(utf8.data(), static_cast<std::int32_t>(utf8.size()), &length, utf16.data(),
                     static_cast<std::int32_t>(utf16.size()), replacement, nullptr, &status);
  if (U_FAILURE(status)) internal_error("UTF-16 could not be converted");
  utf8.resize(static_cast<std::size_t>(length));
  return utf8;
}

std::string to_utf8(char32_t character) {
  auto c = static_cast<UChar32>(character);
  if (character > 0x10FFFF || U_IS_SURROGATE(c)) c = replacement;
  std::string utf8;
  icu::UnicodeString(c).toUTF8String(utf8);
  return utf8;
}

Place place_of(std::string_view bytes, std::size_t offset, const Place& file) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  const auto lines = static_cast<std::uint32_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
  const auto columns = static_cast<std::uint32_t>(std::count_if(
      line.begin(), line.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; }));
  return file.at(lines + 1, columns + 1);
}

Result<std::optional<std::string>> clean_text(std::string bytes, const Place& file) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(byte_order_mark)) bytes.erase(0, byte_order_mark.size());
  convert_line_ends(bytes);
  const std::size_t invalid = find_invalid_utf8(bytes).value_or(std::string::npos);
  const std::size_t wrong = std::min(invalid, bytes.find('\0'));
  if (wrong == std::string::npos) return {std::move(bytes), {}};
  return {std::nullopt, {encoding_error(bytes, wrong, file)}};
}

std::size_t display_width(std::string_view utf8) {
  if (!in_range(utf8)) internal_error("a line of more than 2 GB");
  std::size_t width = 0;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
  const auto length = static_cast<std::int32_t>(utf8.size());
  for (std::int32_t at = 0; at < length;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, at, length, c);
    if (c >= 0x20 && c < 0x7F) {
      ++width;
      continue;
    }
    // Most text is made of characters that stand by themselves; ICU's iterator is for the rest.
    const Cell cell = cell_of(c);
    if (!cell.alone) return width_by_cluster(utf8);
    width += cell.width;
  }
  return width;
}

}  // namespace handbill
