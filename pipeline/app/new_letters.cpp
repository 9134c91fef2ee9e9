#include "app/new_letters.h"

#include <fmt/format.h>
#include <unicode/uscript.h>

#include <optional>
#include <set>
#include <vector>

#include "core/limits.h"
#include "core/unicode.h"
#include "core/yaml.h"
#include "text/font_catalogue.h"
#include "text/font_library.h"
#include "translation/exchange/locale_facts.h"

namespace handbill {
namespace {

/// The script that text/ would set a letter in; marks and digits go with the language's.
std::string script_of(const std::u32string& letter, const Language& locale) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(letter.front()), &status);
  const bool own = U_SUCCESS(status) && script != USCRIPT_COMMON && script != USCRIPT_INHERITED;
  return own ? uscript_getShortName(script) : locale.script();
}

std::vector<std::u32string> letters_without_font(const Language& locale, const FontLibrary& fonts) {
  std::vector<std::u32string> missing;
  for (const std::u32string& letter : exemplars(locale))
    if (fonts.faces({.role = fonts.roles().front()}, script_of(letter, locale)).covering(letter) == nullptr)
      missing.push_back(letter);
  return missing;
}

/// The packages of the families that fonts.yaml has for a script.
std::set<std::string> packages_for(const std::string& script, const LettersQuery& query) {
  std::set<std::string> packages;
  Diagnostics ignored;  // FontLibrary::load has reported it
  const ReadResult read = query.files.read(query.fonts / "fonts.yaml", limits::source_bytes);
  const auto root = yaml::parse(read.bytes, Place::in_file("fonts.yaml").at(1, 1)).value;
  if (!root) return packages;
  const FontCatalogue catalogue = read_font_catalogue(*root, ignored);
  const ScriptFamilies* families = find_script(catalogue.fallback, script);
  if (families == nullptr) return packages;
  for (const std::size_t family : families->families)
    if (!catalogue.families[family].package.empty()) packages.insert(catalogue.families[family].package);
  return packages;
}

std::string sample_of(const std::vector<std::u32string>& letters) {
  constexpr std::size_t shown = 8;
  std::string sample;
  for (std::size_t index = 0; index < letters.size() && index < shown; ++index) {
    if (index > 0) sample += ' ';
    for (const char32_t point : letters[index]) sample += to_utf8(point);
  }
  return letters.size() > shown ? sample + " …" : sample;
}

}  // namespace

Diagnostics missing_letters(const LettersQuery& query) {
  const auto library = FontLibrary::load(query.fonts, query.files);
  const auto missing =
      library.value == nullptr ? exemplars(query.locale) : letters_without_font(query.locale, *library.value);
  if (missing.empty()) return {};
  const LocaleFacts facts = locale_facts(query.locale);
  const std::set<std::string> packages = packages_for(script_of(missing.front(), query.locale), query);
  std::string hint = fmt::format("put a font that has them into the folder fonts/, such as Noto Sans {}", facts.script);
  if (!packages.empty())
    hint = fmt::format("the package {} has them: install it, and start ./handbill again", *packages.begin());
  return {{Severity::warning,
           Place::in_file((query.fonts / "fonts.yaml").string()),
           "missing-letters",
           fmt::format("no font has {} of the letters of {}: {}", missing.size(), facts.name, sample_of(missing)),
           {std::move(hint)}}};
}

}  // namespace handbill
