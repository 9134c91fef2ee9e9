// Whether a translation says what its source says, in the manner of its language.
//
// What a translation may not do to a reader (links, HTML, hidden characters) is refused by translation/; what is looked
// for here is what people get wrong. Everything is a warning at the target's line.
#pragma once

#include <memory>
#include <string>

#include "core/diagnostic.h"
#include "core/language.h"
#include "translation/localise.h"

namespace handbill {

/// Checks the targets of one document in one language. Codes, each in a file of its own name:
///   outer-space          the target has spaces at its ends
///   same-as-source       the target is its source, and more than names, numbers and addresses
///   markup-balance       marks that open and do not close, or the other way round
///   markup-changed       bold or struck text more or less often than in the source, emphasis more often
///   code-changed         text between backticks is not the source's
///   placeholder-changed  {name}, %s and the like are not the source's
///   number-changed       other numbers than the source's; digits and marks of both languages are understood, and small
///                        numbers may be words on one side
///   quotation-marks      of another language, by CLDR or the interface file's `quotes:`
///   wrong-script         mostly letters that the language is not written in, names from the source left out
///   mixed-script         a word of Latin letters and ones from another script that look the same
/// Immutable; threads may share it.
class UnitChecker {
 public:
  /// `quotes` are the marks that are right beside CLDR's, run together.
  UnitChecker(const Language& source, const Language& locale, const std::string& quotes);
  ~UnitChecker();
  UnitChecker(const UnitChecker&) = delete;
  UnitChecker& operator=(const UnitChecker&) = delete;

  Diagnostics check(const TranslatedUnit& unit) const;

 private:
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace handbill
