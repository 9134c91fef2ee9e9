// Numbers in running text, as a language writes them.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/language.h"

namespace handbill {

/// The marks that a language's numbers have, in any of its digits.
struct NumberMarks {
  std::set<char32_t> decimal;
  std::set<char32_t> grouping;
};
NumberMarks number_marks(const Language& language);

/// Digits with marks between them: "1,250.5", "17.30", "٧٣٫٥".
struct NumberToken {
  std::string written;              ///< with the digits 0 to 9
  std::vector<std::string> groups;  ///< the digits between the marks, without zeros in front
  std::vector<char32_t> marks;      ///< one less than there are groups
  std::vector<std::size_t> sizes;   ///< of the groups, zeros in front included
  bool clock = false;               ///< it may be an hour or minutes: 17:30, 17.30, 5 pm
};
std::vector<NumberToken> numbers_in(const std::string& utf8);

/// What the token says in a language, as "1250.5"; more than one where a mark could be either; none where it is no
/// number there, as "17.30" where the full stop groups thousands.
std::vector<std::string> values_of(const NumberToken& token, const NumberMarks& marks);

}  // namespace handbill
