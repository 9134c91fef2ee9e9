#include "app/import_report.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "core/diagnostic.h"

namespace handbill {

std::string write_import_report(const std::string& path, const ImportCounts& counts) {
  const std::array<std::pair<std::size_t, const char*>, 7> rest{
      {{counts.stale, "taken to be looked at again: the text has changed, or it is not sure"},
       {counts.same, "there already"},
       {counts.kept, "kept as the locale file has it, which is otherwise"},
       {counts.refused, "refused"},
       {counts.untranslated, "not translated"},
       {counts.absent, "not in the file"},
       {counts.unknown, "in the file and not in the document"}}};
  std::string report = fmt::format("{}: {} of {} texts taken\n", printable(path), counts.taken, counts.units);
  for (const auto& [count, what] : rest)
    if (count > 0) report += fmt::format("  {} {}\n", count, what);
  return report;
}

}  // namespace handbill
