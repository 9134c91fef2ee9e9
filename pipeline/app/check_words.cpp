#include "app/check_words.h"

#include <filesystem>
#include <set>

#include "core/limits.h"
#include "translation/checks/interface_checker.h"
#include "translation/interface_file.h"

namespace handbill {
namespace {

std::set<Language> with_parents(const std::vector<Language>& locales) {
  std::set<Language> all;
  for (const Language& locale : locales) {
    all.insert(locale);
    for (auto parent = locale.parent(); parent; parent = parent->parent()) all.insert(*parent);
  }
  return all;
}

bool has_file(const Language& language, const Project& project, const Files& files) {
  return files.exists(project.locale_file(language, "interface"));
}

}  // namespace

Result<std::map<Language, std::string>> check_words(const std::vector<Language>& locales, const Project& project,
                                                    const Files& files) {
  Result<std::map<Language, std::string>> result;
  for (const Language& language : with_parents(locales)) {
    const std::filesystem::path path = project.locale_file(language, "interface");
    const ReadResult read = files.read(path, limits::source_bytes);
    // What cannot be read is reported by whoever needs the words.
    if (!read.ok()) continue;
    const auto parent = language.parent();
    const bool variant = parent && has_file(*parent, project, files);
    const Place file = Place::in_file(path.string());
    append(result.diagnostics, check_interface({read.bytes, file, language, !variant}));
    result.value[language] = read_interface_file(read.bytes, file, language).value.quotes;
  }
  return result;
}

}  // namespace handbill
