#include <fmt/format.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "core/unicode.h"
#include "text/shaped_text.h"

namespace handbill {
namespace {

/// The place of an offset: that of the origin before it, as many characters on as lie between.
Place place_of_offset(const StyledText& text, std::uint32_t offset) {
  const auto after = std::upper_bound(text.origins.begin(), text.origins.end(), offset,
                                      [](std::uint32_t at, const StyledText::Origin& o) { return at < o.offset; });
  if (after == text.origins.begin()) return {};
  const StyledText::Origin& origin = *std::prev(after);
  if (origin.place.line == 0) return origin.place;
  std::uint32_t characters = 0;
  for (std::uint32_t at = origin.offset; at < offset; ++characters) U16_FWD_1(text.text.data(), at, offset);
  return origin.place.at(origin.place.line, origin.place.column + characters);
}

Diagnostic missing_glyph(const StyledText& text, const MissingCharacter& missing) {
  return {Severity::error,
          place_of_offset(text, missing.offset),
          "missing-glyph",
          fmt::format("no font has the character \"{}\" (U+{:04X}, {})", to_utf8(missing.character),
                      static_cast<std::uint32_t>(missing.character), uscript_getName(missing.script)),
          {"put a font that has it into the fonts folder, or write it another way"}};
}

std::u16string with_tabs_as_spaces(const std::u16string& text) {
  if (text.find(u'\t') == std::u16string::npos) return {};
  std::u16string spaced = text;
  std::replace(spaced.begin(), spaced.end(), u'\t', u' ');
  return spaced;
}

double size_of(UScriptCode script, const ScriptSizes* sizes) {
  if (sizes == nullptr) return 1;
  const std::string_view code = uscript_getShortName(script);
  const auto found = std::find_if(sizes->scripts.begin(), sizes->scripts.end(),
                                  [&](const auto& known) { return known.first == code; });
  return found == sizes->scripts.end() ? sizes->others : found->second;
}

Diagnostics report_missing(const ShapedParagraph& paragraph) {
  Diagnostics diagnostics;
  std::set<char32_t> reported;
  for (const MissingCharacter& missing : paragraph.shape->missing)
    if (reported.insert(missing.character).second) diagnostics.push_back(missing_glyph(*paragraph.styled, missing));
  return diagnostics;
}

}  // namespace

Result<ShapedTextPtr> shape(StyledTextPtr text, const FontLibrary& fonts) {
  auto paragraph = std::make_shared<ShapedParagraph>();
  paragraph->styled = std::move(text);
  paragraph->spaced = with_tabs_as_spaces(paragraph->styled->text);
  paragraph->segmenters = fonts.segmenters();
  paragraph->shape = fonts.shapes().shape(*paragraph->styled, paragraph->text(), fonts);
  paragraph->runs = paragraph->shape->runs;
  for (ShapedRun& run : paragraph->runs)
    run.size = paragraph->style(run).size * size_of(run.script_code, paragraph->styled->sizes.get());
  paragraph->pieces = cut_into_pieces(*paragraph);
  Result<ShapedTextPtr> result;
  result.diagnostics = report_missing(*paragraph);
  result.value = std::move(paragraph);
  return result;
}

Result<ShapedTextPtr> shape(StyledText text, const FontLibrary& fonts) {
  return shape(std::make_shared<const StyledText>(std::move(text)), fonts);
}

}  // namespace handbill
