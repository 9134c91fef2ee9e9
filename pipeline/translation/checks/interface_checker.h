// Whether the program's own words are all there, in every form that a language needs.
#pragma once

#include <string>

#include "core/diagnostic.h"
#include "core/language.h"

namespace handbill {

struct InterfaceCheck {
  std::string bytes;
  Place file;
  const Language& language;
  bool complete = true;  ///< false for a variant (nl-BE) that holds only what is different in it
};

/// Diagnostics: as Interface::parse(); and warnings,
///   missing-message  a key without a message, with the English one
///   plural-forms     a message that counts without a form that the language needs (CLDR's plural rules; forms that
///                    only numbers of a million and more or fractions have are not asked for)
Diagnostics check_interface(InterfaceCheck input);

}  // namespace handbill
