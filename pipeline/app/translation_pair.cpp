#include "app/translation_pair.h"

#include <utility>

#include "core/limits.h"
#include "project/source_page.h"
#include "project/sources.h"

namespace handbill {
namespace {

// Of the pages of a document, the one that the others are translations of.
Result<std::vector<SourceFile>> find(const std::string& document, const Project& project, const Files& files) {
  return find_sources({{document}, {project.source}, project, files});
}

}  // namespace

bool has_document(const std::string& document, const Project& project, const Files& files) {
  return !document.empty() && !find(document, project, files).value.empty();
}

Result<DocumentPtr> read_document(const std::string& document, const Project& project, const Files& files) {
  Result<DocumentPtr> result;
  const auto sources = take(find(document, project, files), result.diagnostics);
  if (!sources.empty()) result.value = take(read_page(sources.front(), project, files), result.diagnostics).document;
  return result;
}

Result<std::optional<OpenedLocaleFile>> open_locale_file(const Document& document, const Language& locale,
                                                         const Project& project, const Files& files) {
  Result<std::optional<OpenedLocaleFile>> result;
  const std::filesystem::path path = project.locale_file(locale, document.name);
  const Place place = Place::in_file(path.string());
  ReadResult read = files.read(path, limits::source_bytes);
  if (read.status == ReadResult::Status::missing) {
    result.value = OpenedLocaleFile{path, {}, LocaleFile::create(place, document.name, locale)};
    return result;
  }
  if (!read.ok()) {
    result.diagnostics.push_back({Severity::error, place, "unreadable", "cannot be read: " + read.reason, {}});
    return result;
  }
  auto file = take(LocaleFile::parse(read.bytes, place, document.name, locale), result.diagnostics);
  if (file) result.value = OpenedLocaleFile{path, std::move(read.bytes), std::move(*file)};
  return result;
}

}  // namespace handbill
