// A document in one language, ready for every medium.
#pragma once

#include <optional>

#include "core/diagnostic.h"
#include "core/files.h"
#include "document/document.h"
#include "project/project.h"
#include "translation/localise.h"

namespace handbill {

/// Borrowed for the call.
struct LocaliseInput {
  const Document& document;
  const Language& locale;
  const Project& project;
  const Files& files;
  bool strict = false;
  bool use_stale = true;  ///< as LocaliseOptions has it
};

/// Merges the document with its locale files and resolves its links. Nothing when a locale file is of no use at all,
/// or, when strict, something is not translated.
Result<std::optional<Localised>> localise_page(const LocaliseInput& input);

}  // namespace handbill
