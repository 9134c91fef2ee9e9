#include "translation/interface_file.h"

#include <fmt/format.h>
#include <unicode/numsys.h>
#include <unicode/strenum.h>

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "core/unicode.h"
#include "core/yaml_packed.h"
#include "translation/folded_text.h"
#include "translation/icu_values.h"
#include "translation/interface.h"
#include "translation/message_pattern.h"

namespace handbill {

namespace embedded {
std::vector<yaml::KnownText> interface_texts();
}

namespace {

// Numbering systems with ten digits; Roman or Hebrew numerals are rules, and ICU has no digit for a date in them.
bool is_decimal(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::NumberingSystem> system(icu::NumberingSystem::createInstanceByName(name.c_str(), status));
  return U_SUCCESS(status) && system != nullptr && !system->isAlgorithmic() && system->getRadix() == 10;
}

std::vector<std::string> decimal_systems() {
  std::vector<std::string> names;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> all(icu::NumberingSystem::getAvailableNames(status));
  while (all != nullptr && U_SUCCESS(status)) {
    const char* const name = all->next(nullptr, status);
    if (name == nullptr) break;
    if (is_decimal(name)) names.emplace_back(name);
  }
  return names;
}

Diagnostic at(const Place& place, std::string code, std::string message, std::vector<std::string> hints) {
  return {Severity::error, place, std::move(code), std::move(message), std::move(hints)};
}

class InterfaceReader {
 public:
  InterfaceReader(const yaml::Node& root, const Language& language, Diagnostics& found)
      : mapping_(root, "an interface file", found), language_(language), found_(found) {}

  InterfaceFile run() {
    InterfaceFile file;
    if (!is_for_language()) return file;
    file.digits = read_digits();
    file.dates = read_dates();
    if (const auto* together = mapping_.node("together")) file.together = read_together(*together);
    file.quotes = fold_text(mapping_.text("quotes").value_or(""));
    if (const auto* messages = mapping_.node("messages")) read_messages(*messages, file);
    mapping_.reject_unknown_keys();
    return file;
  }

 private:
  bool is_for_language() {
    const auto locale = mapping_.text("locale");
    if (!locale || Language::parse(*locale) == language_) return true;
    found_.push_back(
        at(mapping_.place_of("locale"), "other-locale",
           fmt::format("this interface file is for \"{}\", not for \"{}\"", *locale, language_.tag()),
           {fmt::format("write \"locale: {}\", or move the file to the folder of its locale", language_.tag())}));
    return false;
  }

  std::string read_digits() {
    const auto name = mapping_.text("digits");
    if (!name || is_decimal(*name)) return name.value_or("");
    const auto near = nearest(*name, decimal_systems());
    found_.push_back(at(mapping_.place_of("digits"), "digits", fmt::format("unknown digits \"{}\"", *name),
                        {near.empty() ? "use a CLDR numbering system, such as \"latn\" (0123) or \"arab\" (٠١٢٣)"
                                      : fmt::format("did you mean \"{}\"?", near)}));
    return {};
  }

  std::optional<Language> read_dates() {
    const auto tag = mapping_.text("dates");
    if (!tag) return std::nullopt;
    const auto dates = Language::parse(*tag);
    if (dates && same_language(*dates, language_)) return dates;
    found_.push_back(at(mapping_.place_of("dates"), "dates",
                        fmt::format("\"{}\" is no form of \"{}\", so it cannot give its dates", *tag, language_.tag()),
                        {fmt::format("name a locale of the same language, or take the line away to have the dates of "
                                     "\"{}\"",
                                     language_.tag())}));
    return std::nullopt;
  }

  WordsTogether read_together(const yaml::Node& lists) {
    yaml::MappingReader reader(lists, "\"together\"", found_);
    WordsTogether words;
    words.before_words = reader.texts("before-words").value_or(std::vector<std::string>{});
    words.before_numbers = reader.texts("before-numbers").value_or(std::vector<std::string>{});
    words.after_numbers = reader.texts("after-numbers").value_or(std::vector<std::string>{});
    reader.reject_unknown_keys();
    return words;
  }

  void read_messages(const yaml::Node& messages, InterfaceFile& file) {
    if (messages.kind != yaml::Kind::mapping) {
      if (messages.kind != yaml::Kind::null)
        found_.push_back(at(messages.place, "wrong-type",
                            fmt::format("\"messages\" must be a map, not {}", yaml::name_of(messages.kind)),
                            {"write every message on a line of its own, as key: \"text\""}));
      return;
    }
    for (const auto& entry : messages.entries) read_message(entry, file);
  }

  void read_message(const yaml::Entry& entry, InterfaceFile& file) {
    const auto* const key = find_interface_key(entry.key);
    if (key == nullptr) {
      report_unknown(entry);
    } else if (entry.value.kind == yaml::Kind::scalar) {
      file.places.emplace(entry.key, entry.value.place);
      auto text = fold_text(entry.value.scalar);
      if (text.empty()) return;
      auto faults = check_message({*key, text, entry.value.place});
      if (has_errors(faults))
        file.faulty.insert(entry.key);
      else
        file.messages.emplace(entry.key, std::move(text));
      append(found_, std::move(faults));
    } else if (entry.value.kind == yaml::Kind::null) {
      file.places.emplace(entry.key, entry.key_place);
    } else {
      file.faulty.insert(entry.key);
      file.places.emplace(entry.key, entry.value.place);
      found_.push_back(
          at(entry.value.place, "wrong-type",
             fmt::format("the message \"{}\" must be text, not {}", entry.key, yaml::name_of(entry.value.kind)),
             {"put it in quotes when it starts with a bracket or a brace"}));
    }
  }

  void report_unknown(const yaml::Entry& entry) {
    std::vector<std::string> known;
    for (const auto& key : interface_keys()) known.emplace_back(key.key);
    const auto near = nearest(entry.key, known);
    auto diagnostic = at(entry.key_place, "unknown-key", fmt::format("there is no message \"{}\"", entry.key), {});
    if (!near.empty()) diagnostic.hints.push_back(fmt::format("did you mean \"{}\"?", near));
    found_.push_back(std::move(diagnostic));
  }

  yaml::MappingReader mapping_;
  const Language& language_;
  Diagnostics& found_;
};

}  // namespace

Result<InterfaceFile> read_interface_file(std::string bytes, const Place& file, const Language& language) {
  Result<InterfaceFile> result;
  const auto text = take(clean_text(std::move(bytes), file), result.diagnostics);
  if (!text) return result;
  const auto root = take(yaml::parse(*text, file, embedded::interface_texts()), result.diagnostics);
  if (root) result.value = InterfaceReader(*root, language, result.diagnostics).run();
  return result;
}

}  // namespace handbill
