#include "app/report.h"

#include <fmt/format.h>

#include "app/columns.h"

namespace handbill {
namespace {

constexpr std::string_view no_colour = "\x1b[0m";
constexpr std::string_view bold = "\x1b[1m";

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "\x1b[1;36m";
    case Severity::warning:
      return "\x1b[1;33m";
    case Severity::error:
      return "\x1b[1;31m";
  }
  internal_error("a severity without a colour");
}

std::string time_text(std::chrono::microseconds time) {
  const double milliseconds = static_cast<double>(time.count()) / 1000;
  if (milliseconds < 10) return fmt::format("{:.1f} ms", milliseconds);
  if (milliseconds < 1000) return fmt::format("{:.0f} ms", milliseconds);
  return fmt::format("{:.2f} s", milliseconds / 1000);
}

using Row = std::vector<std::string>;

std::string percent(double part) {
  return fmt::format("{:.0f}%", part * 100);
}

/// "3 of 81"; nothing for none.
std::string part_of(std::size_t part, std::size_t whole) {
  return part == 0 ? std::string() : fmt::format("{} of {}", part, whole);
}

Row row_of(const MadeFile& file) {
  const bool fitted = file.fitting.has_value();
  return {printable(file.path.string()),
          file.pages ? fmt::format("{}", *file.pages) : std::string(),
          fitted ? percent(file.fitting->size) : std::string(),
          fitted ? percent(file.fitting->fill) : std::string(),
          part_of(file.coverage.untranslated, file.coverage.units),
          part_of(file.coverage.stale, file.coverage.units),
          size_text(file.bytes),
          file.time.count() == 0 ? "kept" : time_text(file.time)};
}

Row sum_of(const std::vector<MadeFile>& made, std::chrono::microseconds total) {
  std::size_t pages = 0;
  std::size_t bytes = 0;
  for (const MadeFile& file : made) {
    pages += file.pages.value_or(0);
    bytes += file.bytes;
  }
  const std::string files = made.size() == 1 ? "1 file" : fmt::format("{} files", made.size());
  const std::string pages_text = pages == 0 ? std::string() : fmt::format("{}", pages);
  return {files, pages_text, {}, {}, {}, {}, size_text(bytes), time_text(total)};
}

}  // namespace

std::string size_text(std::size_t bytes) {
  const double kilobytes = static_cast<double>(bytes) / 1000;
  if (bytes < 1000) return fmt::format("{} B", bytes);
  if (kilobytes < 100) return fmt::format("{:.1f} kB", kilobytes);
  if (kilobytes < 1000) return fmt::format("{:.0f} kB", kilobytes);
  return fmt::format("{:.1f} MB", kilobytes / 1000);
}

std::string show(const Diagnostic& diagnostic, bool colour) {
  if (!colour) return to_string(diagnostic);
  std::string text;
  const std::string place = to_string(diagnostic.place);
  if (!place.empty()) text += fmt::format("{}{}:{} ", bold, place, no_colour);
  text += fmt::format("{}{}:{} {} [{}]\n", colour_of(diagnostic.severity), name_of(diagnostic.severity), no_colour,
                      printable(diagnostic.message), diagnostic.code);
  for (const std::string& hint : diagnostic.hints)
    text += fmt::format("  {}hint:{} {}\n", colour_of(Severity::note), no_colour, printable(hint));
  return text;
}

std::string summary(const BuildReport& report, bool list, std::chrono::microseconds total) {
  std::vector<MadeFile> shown = report.made;
  if (list) shown.insert(shown.end(), report.kept.begin(), report.kept.end());
  std::string text = shown.empty() ? std::string() : table(shown, total);
  const std::size_t kept = report.kept.size();
  if (kept > 0) text += kept == 1 ? "1 file is up to date\n" : fmt::format("{} files are up to date\n", kept);
  return text;
}

std::string table(const std::vector<MadeFile>& made, std::chrono::microseconds total) {
  TableCells rows{{"file", "pages", "scale", "fill", "untranslated", "stale", "size", "time"}};
  for (const MadeFile& file : made) rows.push_back(row_of(file));
  if (made.size() != 1) rows.push_back(sum_of(made, total));
  return aligned(rows, 1);
}

}  // namespace handbill
