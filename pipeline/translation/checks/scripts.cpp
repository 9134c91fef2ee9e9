#include "translation/checks/scripts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "translation/icu_values.h"

namespace handbill {
namespace {

struct Letters {
  std::size_t own = 0;
  std::size_t foreign = 0;
};

Letters count(const std::string& words, const std::vector<UScriptCode>& own) {
  Letters letters;
  const icu::UnicodeString text = to_icu(words);
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 character = text.char32At(at);
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(character, &status);
    if (script == USCRIPT_COMMON || script == USCRIPT_INHERITED) continue;
    const bool mine =
        std::any_of(own.begin(), own.end(), [&](UScriptCode one) { return uscript_hasScript(character, one) != 0; });
    ++(mine ? letters.own : letters.foreign);
  }
  return letters;
}

/// Latin with Greek or Cyrillic in one word: their letters look the same. Other scripts stand together for good
/// reasons, as an Arabic article before an English name.
bool is_mixed(const std::string& word) {
  bool latin = false;
  bool similar = false;
  const icu::UnicodeString text = to_icu(word);
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(text.char32At(at), &status);
    latin = latin || script == USCRIPT_LATIN;
    similar = similar || script == USCRIPT_CYRILLIC || script == USCRIPT_GREEK;
  }
  return latin && similar;
}

std::string name_of_script(const std::vector<UScriptCode>& own) {
  const char* const name = own.empty() ? nullptr : uscript_getName(own.front());
  return name == nullptr ? "the language's own" : name;
}

}  // namespace

std::vector<UScriptCode> scripts_of(const Language& language) {
  std::array<UScriptCode, 8> codes{};
  UErrorCode status = U_ZERO_ERROR;
  const auto count = uscript_getCode(language.script().c_str(), codes.data(), codes.size(), &status);
  if (U_FAILURE(status) != 0 || count < 1) return {};
  const UScriptCode first = codes.front();
  if (first == USCRIPT_JAPANESE) return {USCRIPT_HAN, USCRIPT_HIRAGANA, USCRIPT_KATAKANA};
  if (first == USCRIPT_KOREAN) return {USCRIPT_HANGUL, USCRIPT_HAN};
  if (first == USCRIPT_SIMPLIFIED_HAN || first == USCRIPT_TRADITIONAL_HAN) return {USCRIPT_HAN, USCRIPT_BOPOMOFO};
  return {codes.begin(), codes.begin() + count};
}

void check_scripts(const CheckedText& text, const std::vector<UScriptCode>& own, Diagnostics& found) {
  // Most texts are all in their own letters, and there are many texts.
  if (own.empty() || count(text.target.prose, own).foreign == 0) return;
  const auto source_words = words_in(text.source.plain);
  const std::set<std::string> known(source_words.begin(), source_words.end());
  Letters letters;
  std::string mixed;
  for (const std::string& word : words_in(text.target.prose)) {
    if (known.count(word) > 0) continue;
    if (mixed.empty() && is_mixed(word)) mixed = word;
    const Letters in_word = count(word, own);
    letters.own += in_word.own;
    letters.foreign += in_word.foreign;
  }
  if (letters.foreign > letters.own && letters.foreign > 1) {
    found.push_back(
        remark(text, "wrong-script",
               fmt::format("\"{}\" is hardly written in {} letters", text.unit.unit.id, name_of_script(own)),
               fmt::format("is it in the right file? this one is for \"{}\"", text.unit.language.tag())));
  } else if (!mixed.empty()) {
    found.push_back(remark(
        text, "mixed-script",
        fmt::format("\"{}\" in \"{}\" mixes letters of two scripts that look the same", mixed, text.unit.unit.id),
        "type the word anew"));
  }
}

}  // namespace handbill
