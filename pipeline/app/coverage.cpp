#include "app/coverage.h"

#include <fmt/format.h>

#include <string>
#include <utility>

#include "document/walk.h"
#include "translation/unit.h"

namespace handbill {
namespace {

Diagnostic not_made(const PlannedFile& file, std::string code, const std::string& why, std::string hint) {
  const TranslationPolicy& policy = file.edition.translation;
  return {Severity::error,
          policy.place,
          std::move(code),
          fmt::format("{} is not made: {}", file.path, why),
          {std::move(hint)}};
}

}  // namespace

FileCoverage coverage_of(const Document& source, const Edition& edition, const Localised& localised) {
  if (localised.untranslated.empty() && localised.stale.empty()) return {localised.coverage.units, 0, 0};
  FileCoverage coverage;
  const auto count = [&](const Passage& passage) {
    if (!is_unit(passage)) return;
    ++coverage.units;
    coverage.untranslated += localised.untranslated.count(passage.unit);
    coverage.stale += localised.stale.count(passage.unit);
  };
  if (edition.sections.empty())
    for_each_passage(source, count);
  else
    for_each_passage(select_sections(source, edition.sections, edition.place).value, count);
  return coverage;
}

std::optional<Diagnostic> refusal(const PlannedFile& file, const FileCoverage& coverage) {
  const TranslationPolicy& policy = file.edition.translation;
  if (policy.untranslated == Untranslated::fail && coverage.untranslated > 0)
    return not_made(file, "untranslated",
                    fmt::format("{} of its {} texts are not translated", coverage.untranslated, coverage.units),
                    "translate them, or write `untranslated: source` or `untranslated: omit` for the edition");
  if (policy.stale == Stale::fail && coverage.stale > 0)
    return not_made(file, "stale", fmt::format("{} of its translations are stale", coverage.stale),
                    "look them through, or write `stale: use` or `stale: source` for the edition");
  const std::size_t translated = coverage.units - coverage.untranslated;
  if (100 * translated >= static_cast<std::size_t>(policy.minimum) * coverage.units) return std::nullopt;
  Diagnostic below =
      not_made(file, "below-minimum",
               fmt::format("{}% of its texts are translated, and the edition asks for {}%",
                           100 * translated / coverage.units, policy.minimum),
               fmt::format("translate {} more", (policy.minimum * coverage.units + 99) / 100 - translated));
  below.severity = Severity::warning;
  return below;
}

}  // namespace handbill
