// Whether there are fonts for a language.
#pragma once

#include <filesystem>

#include "core/diagnostic.h"
#include "core/files.h"
#include "core/language.h"

namespace handbill {

struct LettersQuery {
  const Language& locale;
  std::filesystem::path fonts;  ///< the folder with fonts.yaml
  const Files& files;
};

/// `missing-letters`, a warning, when no font has some of the letters and digits that CLDR says the language is written
/// with; with the distribution's package that has them where fonts.yaml knows one.
Diagnostics missing_letters(const LettersQuery& query);

}  // namespace handbill
