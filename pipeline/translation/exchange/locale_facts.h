// What Unicode's CLDR knows about a language, for people who begin a translation into it.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "core/language.h"

namespace handbill {

struct LocaleFacts {
  std::string name;        ///< in English: "Turkish"
  std::string own_name;    ///< "Türkçe"
  std::string script;      ///< in English: "Latin"
  std::string digits;      ///< the numbering system's name: "latn"
  std::string ten_digits;  ///< "0123456789"
  std::string number;      ///< a number with thousands and decimals: "1.234,5"
  std::string quotes;      ///< the outer pair, with a space between: "“ ”"
  std::string inner_quotes;
  std::vector<std::pair<std::string, std::string>> plurals;  ///< each form, and numbers it is for: {"one", "1"}
};

LocaleFacts locale_facts(const Language& language);

/// The letters and digits that texts in a language are made of (CLDR's main exemplars and its digits), each as one or
/// several code points. Empty where CLDR has none.
std::vector<std::u32string> exemplars(const Language& language);

}  // namespace handbill
