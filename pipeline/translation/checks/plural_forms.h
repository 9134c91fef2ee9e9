// The forms in which a language counts.
#pragma once

#include <string_view>

#include "core/diagnostic.h"
#include "core/language.h"

namespace handbill {

struct CountingMessage {
  std::string_view key;
  std::string_view text;  ///< valid ICU MessageFormat
  Place place;
  const Language& language;
};

/// `plural-forms` warnings, one for each plural that lacks forms.
Diagnostics check_plural_forms(const CountingMessage& message);

}  // namespace handbill
