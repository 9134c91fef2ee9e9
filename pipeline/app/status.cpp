#include "app/status.h"

#include <optional>
#include <set>
#include <string>
#include <utility>

#include "app/status_report.h"
#include "core/parallel.h"
#include "document/walk.h"
#include "project/locales.h"
#include "project/opened_project.h"
#include "translation/localise.h"
#include "translation/pseudo.h"
#include "translation/unit.h"
#include "translation/word_count.h"

namespace handbill {
namespace {

struct StatusTask {
  const Document* document = nullptr;
  Language locale;
};

std::vector<StatusTask> status_tasks(const OpenedProject& opened) {
  std::vector<StatusTask> tasks;
  for (const SourcePage& page : opened.pages) {
    if (page.document == nullptr) continue;
    for (const Language& locale : locales_of(page))
      if (locale != page.document->language && !pseudo_of(locale)) tasks.push_back({page.document.get(), locale});
  }
  return tasks;
}

void keep_errors(Diagnostics& found) {
  std::erase_if(found, [](const Diagnostic& one) { return one.severity != Severity::error; });
}

Result<DocumentStatus> status_of(const StatusTask& task, const Project& project, const Files& files) {
  Result<DocumentStatus> result{{task.document->name, task.locale, {}, {}, {}}, {}};
  const auto chain = take(read_catalogues(*task.document, task.locale, project, files), result.diagnostics);
  const auto localised = take(localise(*task.document, task.locale, chain.catalogues), result.diagnostics);
  keep_errors(result.diagnostics);
  WordCounter counter;
  for_each_passage(*task.document, [&](const Passage& passage) {
    const auto unit = unit_of(passage);
    if (!unit) return;
    const bool stale = localised.stale.count(unit->id) > 0;
    const bool missing = localised.untranslated.count(unit->id) > 0;
    DocumentStatus& counted = result.value;
    (missing ? counted.missing
     : stale ? counted.stale
             : counted.translated) += UnitCount{1, counter.count(plain_text(passage.inlines))};
  });
  return result;
}

}  // namespace

Outcome status(const StatusOptions& options, const Surroundings& around) {
  Outcome outcome;
  const OpenedProject opened = take(open_project(options, around), outcome.diagnostics);
  if (opened.misused) return {{}, std::move(outcome.diagnostics), 2};
  const std::vector<StatusTask> tasks = status_tasks(opened);
  std::vector<Result<DocumentStatus>> results(tasks.size());
  for_each_index(tasks.size(), 0,
                 [&](std::size_t index) { results[index] = status_of(tasks[index], opened.project, around.files); });
  std::vector<DocumentStatus> documents;
  for (auto& result : results) documents.push_back(take(std::move(result), outcome.diagnostics));
  keep_errors(outcome.diagnostics);
  tidy(outcome.diagnostics);
  outcome.out = write_status(documents, options.format);
  outcome.status = outcome.diagnostics.empty() ? 0 : 1;
  return outcome;
}

}  // namespace handbill
