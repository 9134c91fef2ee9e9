// How much of a file's text is translated, and whether that is enough.
#pragma once

#include <cstddef>
#include <optional>

#include "core/diagnostic.h"
#include "document/document.h"
#include "project/plan.h"
#include "translation/localise.h"

namespace handbill {

/// In units, of the edition's sections.
struct FileCoverage {
  std::size_t units = 0;
  std::size_t untranslated = 0;  ///< in the source's language, or left out
  std::size_t stale = 0;         ///< translated from an earlier text; not counted as untranslated unless it is not used
};

FileCoverage coverage_of(const Document& source, const Edition& edition, const Localised& localised);

/// Why a file is not made, by its edition's policy: `untranslated` or `stale`, errors, or `below-minimum`, a warning,
/// since that is how the project wants it. Nothing when it may be made.
std::optional<Diagnostic> refusal(const PlannedFile& file, const FileCoverage& coverage);

}  // namespace handbill
