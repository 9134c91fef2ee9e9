#include "render/plain/reading.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <sstream>

#include "core/unicode.h"
#include "support/catch.h"

namespace handbill::test {
namespace {

std::string shown_at(const std::string& line, UBiDiLevel level) {
  const std::u16string units = to_utf16(line);
  UErrorCode status = U_ZERO_ERROR;
  UBiDi* bidi = ubidi_open();
  ubidi_setPara(bidi, units.data(), static_cast<std::int32_t>(units.size()), level, nullptr, &status);
  std::u16string visual(units.size(), u' ');
  const auto length = ubidi_writeReordered(bidi, visual.data(), static_cast<std::int32_t>(visual.size()),
                                           UBIDI_DO_MIRRORING | UBIDI_REMOVE_BIDI_CONTROLS, &status);
  ubidi_close(bidi);
  REQUIRE(U_SUCCESS(status));
  std::string shown = to_utf8(std::u16string_view(visual).substr(0, static_cast<std::size_t>(length)));
  shown.erase(0, std::min(shown.find_first_not_of(' '), shown.size()));
  shown.erase(shown.find_last_not_of(' ') + 1);
  return shown;
}

}  // namespace

std::vector<std::string> text_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string shown_in(const std::string& line, Direction direction) {
  return shown_at(line, direction == Direction::right_to_left ? 1 : 0);
}

std::string shown_by_first_letter(const std::string& line) {
  return shown_at(line, UBIDI_DEFAULT_LTR);
}

bool has_bidi_controls(const std::string& text) {
  for (const char16_t unit : to_utf16(text))
    if (u_hasBinaryProperty(unit, UCHAR_BIDI_CONTROL)) return true;
  return false;
}

std::vector<std::string> joined_again(const std::string& body) {
  std::vector<std::string> paragraphs;
  std::size_t depth_before = 0;
  bool flows = false;
  for (std::string line : text_lines(body)) {
    INFO("\"" << line << "\"");
    CHECK(line != "-- ");
    CHECK_FALSE(line.starts_with("From "));
    const std::size_t depth = std::min(line.find_first_not_of('>'), line.size());
    line.erase(0, depth);
    if (line.starts_with(' ')) line.erase(0, 1);
    CHECK((!flows || depth == depth_before));
    if (flows)
      paragraphs.back() += line;
    else
      paragraphs.push_back(std::string(depth, '>') + line);
    flows = line.ends_with(' ');
    depth_before = depth;
  }
  CHECK_FALSE(flows);
  return paragraphs;
}

}  // namespace handbill::test
