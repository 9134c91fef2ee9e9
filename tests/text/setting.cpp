#include "setting.h"

#include <stdexcept>

#include "core/unicode.h"

namespace handbill::test {
namespace {

FontLibraryPtr load() {
  const auto result = FontLibrary::load(HANDBILL_ROOT "/fonts", DiskFiles());
  if (!result.value) throw std::runtime_error("no fonts in the fonts folder; ./handbill fetches them");
  return result.value;
}

}  // namespace

const FontLibrary& fonts() {
  static const FontLibraryPtr library = load();
  return *library;
}

StyledText styled(std::string_view utf8, const Setting& setting) {
  StyledText text;
  text.text = to_utf16(utf8);
  text.language = Language::parse(setting.language).value();
  text.direction = text.language.direction();
  TextStyle style;
  style.font.role = setting.role;
  style.size = Length::points(setting.size);
  style.language = text.language;
  text.spans.push_back({static_cast<std::uint32_t>(text.text.size()), style});
  return text;
}

ShapedTextPtr shaped(StyledText text) {
  return shape(std::move(text), fonts()).value;
}

std::vector<Line> set(std::string_view utf8, double measure, const Setting& setting) {
  LineOptions options;
  options.measure = Length::points(measure);
  return break_lines(shaped(styled(utf8, setting)), options);
}

std::string dump_of(std::string_view utf8, double measure, const Setting& setting) {
  return dump(set(utf8, measure, setting), styled(utf8, setting));
}

}  // namespace handbill::test
