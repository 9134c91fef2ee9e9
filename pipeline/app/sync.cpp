#include "app/sync.h"

#include <filesystem>
#include <utility>

#include "app/sync_report.h"
#include "core/limits.h"
#include "core/parallel.h"
#include "project/locales.h"
#include "project/opened_project.h"
#include "translation/pseudo.h"
#include "translation/sync.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

struct SyncTask {
  const Document* document = nullptr;
  Language locale;
  fs::path path;
};

std::vector<SyncTask> sync_tasks(const OpenedProject& opened) {
  std::vector<SyncTask> tasks;
  for (const SourcePage& page : opened.pages) {
    if (page.document == nullptr) continue;
    for (const Language& locale : locales_of(page)) {
      if (locale == page.document->language || pseudo_of(locale)) continue;
      tasks.push_back({page.document.get(), locale, opened.project.locale_file(locale, page.document->name)});
    }
  }
  return tasks;
}

class Syncing {
 public:
  Syncing(const SyncOptions& options, const OpenedProject& opened, const Files& files)
      : options_(options), opened_(opened), files_(files) {}

  /// Nothing when there is nothing to do.
  Result<std::optional<SyncedFile>> run(const SyncTask& task) const {
    Result<std::optional<SyncedFile>> result;
    const Place place = Place::in_file(task.path.string());
    ReadResult read = files_.read(task.path, limits::source_bytes);
    const bool missing = read.status == ReadResult::Status::missing;
    const bool variant = is_variant(*task.document, task.locale, opened_.project, files_);
    if (missing && variant) return result;
    if (!missing && !read.ok()) {
      result.diagnostics.push_back({Severity::error, place, "unreadable", "cannot be read: " + read.reason, {}});
      return result;
    }
    const std::string before = read.bytes;
    const auto file = missing ? std::optional(LocaleFile::create(place, task.document->name, task.locale))
                              : take(LocaleFile::parse(std::move(read.bytes), place, task.document->name, task.locale),
                                     result.diagnostics);
    if (!file) return result;
    auto synced = take(sync({*task.document, *file, !variant}), result.diagnostics);
    if (!synced || (!missing && synced->bytes == before)) return result;
    if (!options_.check) write_within(opened_.project.folder, task.path, synced->bytes);
    result.value = SyncedFile{task.path.string(), missing, synced->changes};
    return result;
  }

 private:
  const SyncOptions& options_;
  const OpenedProject& opened_;
  const Files& files_;
};

}  // namespace

Outcome sync_locales(const SyncOptions& options, const Surroundings& around) {
  Outcome outcome;
  const OpenedProject opened = take(open_project(options, around), outcome.diagnostics);
  if (opened.misused) return {{}, std::move(outcome.diagnostics), 2};
  const std::vector<SyncTask> tasks = sync_tasks(opened);
  const Syncing syncing(options, opened, around.files);
  std::vector<Result<std::optional<SyncedFile>>> results(tasks.size());
  for_each_index(tasks.size(), 0, [&](std::size_t index) { results[index] = syncing.run(tasks[index]); });
  std::vector<SyncedFile> changed;
  for (auto& result : results)
    if (auto file = take(std::move(result), outcome.diagnostics)) changed.push_back(std::move(*file));
  tidy(outcome.diagnostics);
  outcome.out = write_sync_report(changed, options);
  outcome.status = has_errors(outcome.diagnostics) || (options.check && !changed.empty()) ? 1 : 0;
  return outcome;
}

}  // namespace handbill
