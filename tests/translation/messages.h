// Diagnostics as text, for comparing them to the letter.
#pragma once

#include <string>

#include "core/diagnostic.h"

namespace handbill::test {

inline std::string text_of(const Diagnostics& diagnostics) {
  std::string text;
  for (const auto& diagnostic : diagnostics) text += to_string(diagnostic);
  return text;
}

}  // namespace handbill::test
