#include "project/opened_project.h"

#include <algorithm>
#include <atomic>
#include <tuple>

#include "core/parallel.h"
#include "project/locales.h"
#include "project/source_page.h"
#include "project/sources.h"

namespace handbill {
namespace {

// "handbill build page.fr.md -l fr" needs no French in the project.
std::vector<Language> languages_of_named_files(const Selection& selection, const Project& project) {
  std::vector<Language> languages{project.source};
  for (const std::string& document : selection.documents)
    if (const auto language = split_file_name(document).language) languages.push_back(*language);
  return languages;
}

void put_away(SourcePage& page) {
  if (page.document == nullptr) return;
  const Document& whole = *page.document;
  page.document = std::make_shared<Document>(
      Document{.name = whole.name, .language = whole.language, .file = whole.file, .front = whole.front});
  page.whole = false;
}

}  // namespace

Result<OpenedProject> open_project(const Selection& selection, const Surroundings& around, std::size_t workers,
                                   std::size_t kept) {
  Result<OpenedProject> result;
  OpenedProject& opened = result.value;
  opened.project = take(load_project(around.project, around.files), result.diagnostics);
  if (has_errors(result.diagnostics)) return result;
  const auto also = languages_of_named_files(selection, opened.project);
  const auto asked = take(find_locales({selection.locales, also, opened.project, around.files}), result.diagnostics);
  opened.misused = has_errors(result.diagnostics);
  if (opened.misused) return result;
  opened.usable = true;
  const auto sources =
      take(find_sources({selection.documents, asked, opened.project, around.files}), result.diagnostics);
  std::vector<Result<SourcePage>> pages(sources.size());
  std::atomic<std::size_t> held = 0;
  for_each_index(sources.size(), workers, [&](std::size_t index) {
    const Timings::Span span(around.timings, "read", sources[index].path.string());
    pages[index] = read_page(sources[index], opened.project, around.files);
    if (sources.size() > 1 && (held += pages[index].value.bytes) > kept) put_away(pages[index].value);
  });
  for (auto& page : pages) opened.pages.push_back(take(std::move(page), result.diagnostics));
  return result;
}

std::vector<Language> locales_of(const SourcePage& page) {
  if (!page.source.locales.empty() || page.document == nullptr) return page.source.locales;
  return {page.document->language};
}

void tidy(Diagnostics& diagnostics) {
  const auto key = [](const Diagnostic& one) {
    return std::make_tuple(one.place.file == nullptr ? std::string() : *one.place.file, one.place.line,
                           one.place.column, one.code, one.message);
  };
  std::stable_sort(diagnostics.begin(), diagnostics.end(),
                   [&](const Diagnostic& a, const Diagnostic& b) { return key(a) < key(b); });
  const auto end = std::unique(diagnostics.begin(), diagnostics.end(),
                               [&](const Diagnostic& a, const Diagnostic& b) { return key(a) == key(b); });
  diagnostics.erase(end, diagnostics.end());
}

}  // namespace handbill
