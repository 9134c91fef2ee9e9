#include "app/check_fonts.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <set>
#include <string>

#include "core/unicode.h"
#include "document/walk.h"

namespace handbill {
namespace {

/// What fonts have no glyph for, and need none.
bool is_invisible(char32_t character) {
  const auto one = static_cast<UChar32>(character);
  return u_isUWhiteSpace(one) != 0 || u_hasBinaryProperty(one, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0 ||
         u_charType(one) == U_CONTROL_CHAR;
}

class FontCheck {
 public:
  FontCheck(const Document& document, const FontLibrary& fonts) : document_(document), fonts_(fonts) {}

  Diagnostics run() {
    for_each_passage(document_, [&](const Passage& passage) {
      const std::string script = passage.language.value_or(document_.language).script();
      for_each_inline(passage.inlines, [&](const Inline& one) {
        if (const auto* const text = std::get_if<Text>(&one.node)) look(text->text, script, one.place);
        if (const auto* const code = std::get_if<Code>(&one.node)) look(code->text, script, one.place);
      });
    });
    return std::move(found_);
  }

 private:
  void look(const std::string& utf8, const std::string& script, const Place& place) {
    const std::u16string text = to_utf16(utf8);
    for (std::size_t at = 0; at < text.size();) {
      UChar32 character = 0;
      U16_NEXT(text.data(), at, text.size(), character);
      look(static_cast<char32_t>(character), script, place);
    }
  }

  void look(char32_t character, const std::string& script, const Place& place) {
    if (is_invisible(character) || !seen_.insert(character).second) return;
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode own = uscript_getScript(static_cast<UChar32>(character), &status);
    const bool shared = own == USCRIPT_COMMON || own == USCRIPT_INHERITED;
    const std::string name = shared ? script : uscript_getShortName(own);
    if (fonts_.faces({fonts_.roles().front()}, name).covering(std::u32string_view(&character, 1)) != nullptr) return;
    found_.push_back({Severity::error,
                      place,
                      "missing-glyph",
                      fmt::format("no font has the character {} (U+{:04X}, {})", to_utf8(character),
                                  static_cast<std::uint32_t>(character), name),
                      {"put a font that has it into fonts/, or write it otherwise"}});
  }

  const Document& document_;
  const FontLibrary& fonts_;
  std::set<char32_t> seen_;
  Diagnostics found_;
};

}  // namespace

Diagnostics check_fonts(const Document& document, const FontLibrary& fonts) {
  if (fonts.roles().empty()) return {};
  return FontCheck(document, fonts).run();
}

}  // namespace handbill
