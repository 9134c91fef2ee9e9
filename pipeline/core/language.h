// Languages and the direction they are written in.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace handbill {

enum class Direction : std::uint8_t { left_to_right, right_to_left };

/// A language as a canonical BCP 47 tag ("en", "nl-BE", "zh-Hant"). Script and direction come from CLDR's likely
/// subtags through ICU, so any language ICU knows works. Cheap to copy; compares by tag.
class Language {
 public:
  /// The undetermined language, "und": left to right.
  Language() = default;

  /// Canonicalises a well-formed BCP 47 tag, also in the form file names use ("nl_BE"); nothing for anything else
  /// or for a language subtag that ICU does not know ("en", not "page").
  static std::optional<Language> parse(std::string_view tag);

  const std::string& tag() const { return tag_; }
  Direction direction() const { return direction_; }
  bool right_to_left() const { return direction_ == Direction::right_to_left; }

  /// ISO 15924 code of the script it is usually written in: "Latn", "Arab"; "Zyyy" when undetermined.
  const std::string& script() const { return script_; }

  /// The language to fall back to: nl-BE -> nl -> nothing.
  std::optional<Language> parent() const;

  /// The language's own name for itself, as a title ("Nederlands", "العربية").
  std::string own_name() const;

  friend bool operator==(const Language& a, const Language& b) { return a.tag_ == b.tag_; }
  friend auto operator<=>(const Language& a, const Language& b) { return a.tag_ <=> b.tag_; }

 private:
  std::string tag_ = "und";
  std::string script_ = "Zyyy";
  Direction direction_ = Direction::left_to_right;
};

}  // namespace handbill
