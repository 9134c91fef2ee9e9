// handbill.yaml, changed as text.
#pragma once

#include <optional>
#include <string>

#include "core/language.h"

namespace handbill {

/// The file with a locale more at the end of `locales:`, and everything else as it is. Nothing where there is no such
/// list, or it is written in a way that this does not know.
std::optional<std::string> with_locale(const std::string& bytes, const Language& locale);

}  // namespace handbill
