// Words that no line is to part, though there is a space between them.
#pragma once

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace handbill {

/// What a language keeps together, beside what holds in every one. Words as they are written in the middle of a
/// sentence; a capital at their start counts as well.
struct CohesionWords {
  std::vector<std::string> before_words;    ///< "Mr.": a line does not end behind it
  std::vector<std::string> before_numbers;  ///< "No.": nor behind it where a number follows
  std::vector<std::string> after_numbers;   ///< "km": nor between a number and it
};

/// Immutable; threads may share it. The lists are data of a language (its interface file and CLDR's month names): ICU's
/// own lists of abbreviations are made for finding sentences, hold words such as "in." and "so.", and lack most
/// languages.
class Cohesion {
 public:
  explicit Cohesion(const CohesionWords& words);

  /// Whether the words on either side of the single space before `at` belong on one line. In every language: parts of
  /// a number ("+31 20 012 34 56"), a number and its currency or percent sign ("€ 5"), a sign and its number ("§ 5"),
  /// initials and what they are of ("J. R. R. Tolkien"), the parts of an abbreviation ("d. w. z."), and a dash and the
  /// word before it.
  bool holds(std::u16string_view text, std::uint32_t at) const;

  /// Whether both hold the same together.
  friend bool operator==(const Cohesion& a, const Cohesion& b) { return a.all_ == b.all_; }

 private:
  using Words = std::vector<std::u16string>;  // sorted
  struct Lists {
    Words before_words;
    Words before_numbers;
    Words after_numbers;
  };
  static Words sorted(std::string_view words);
  static bool has(const Words& words, std::u16string_view word);
  const Lists& lists() const;

  // A document has one of these for each time that it is composed, and shaped text that is remembered asks it nothing.
  std::array<std::string, 3> all_;  ///< the words of each list, each with a line end behind it
  mutable std::once_flag sorted_;
  mutable Lists lists_;
};

}  // namespace handbill
