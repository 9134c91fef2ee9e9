#include "app/export.h"

#include <fmt/format.h>

#include <utility>

#include "app/translation_pair.h"
#include "project/locales.h"
#include "project/opened_project.h"
#include "translation/exchange/exported.h"
#include "translation/exchange/po.h"
#include "translation/exchange/xliff.h"

namespace handbill {
namespace {

std::string written(const Exported& exported, ExchangeFormat format) {
  switch (format) {
    case ExchangeFormat::po:
      return to_po(exported);
    case ExchangeFormat::xliff_1_2:
      return to_xliff(exported, XliffVersion::v1_2);
    case ExchangeFormat::xliff_2_0:
      return to_xliff(exported, XliffVersion::v2_0);
  }
  internal_error("a format that nobody knows");
}

std::string summary(const Exported& exported, const std::string& path) {
  std::size_t translated = 0;
  for (const ExportedText& text : exported.texts) translated += text.target.empty() || text.stale ? 0 : 1;
  return fmt::format("{}: {} texts, {} translated\n", printable(path), exported.texts.size(), translated);
}

/// The catalogue to export; nothing when that cannot be known.
std::optional<Exported> gather(const ExportOptions& options, const Surroundings& around, Outcome& outcome) {
  const Project project = take(load_project(around.project, around.files), outcome.diagnostics);
  if (has_errors(outcome.diagnostics)) return std::nullopt;
  const auto locales = take(find_locales({options.locales, {}, project, around.files}), outcome.diagnostics);
  if (locales.empty()) {
    outcome.status = 2;
    return std::nullopt;
  }
  const DocumentPtr document =
      take(read_document(options.documents.front(), project, around.files), outcome.diagnostics);
  if (document == nullptr) return std::nullopt;
  const Language& locale = locales.front();
  if (locale == document->language) {
    outcome.diagnostics.push_back({Severity::error,
                                   document->file,
                                   "own-language",
                                   fmt::format("the document itself is in \"{}\"", locale.tag()),
                                   {"choose the language to translate into"}});
    return std::nullopt;
  }
  const auto file = take(open_locale_file(*document, locale, project, around.files), outcome.diagnostics);
  if (!file) return std::nullopt;
  return export_document(*document, file->file.catalogue());
}

}  // namespace

Outcome export_translation(const ExportOptions& options, const Surroundings& around) {
  Outcome outcome;
  outcome.status = 1;
  const auto exported = gather(options, around, outcome);
  tidy(outcome.diagnostics);
  if (!exported) return outcome;
  outcome.status = 0;
  outcome.out = written(*exported, options.format);
  if (options.output.empty()) return outcome;
  write_atomically(options.output, outcome.out);
  outcome.out = summary(*exported, options.output.string());
  return outcome;
}

}  // namespace handbill
