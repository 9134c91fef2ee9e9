#include "project/project.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "core/unicode.h"
#include "core/yaml.h"

namespace handbill {
namespace {

// What a document is taken to be written in when neither it nor a project says so.
constexpr std::string_view default_source = "en";

Project defaults(const std::filesystem::path& folder) {
  return {
      .folder = folder, .source = Language::parse(default_source).value_or(Language()), .editions = default_editions()};
}

Language language_or_report(const std::string& tag, const Place& place, Diagnostics& found) {
  if (const auto language = Language::parse(tag)) return *language;
  found.push_back({Severity::error,
                   place,
                   "unknown-language",
                   fmt::format("\"{}\" is no language", tag),
                   {"write the language's tag, as en, pt-BR or zh-Hant"}});
  return {};
}

std::string read_site(yaml::MappingReader& reader, Diagnostics& found) {
  const std::string site = reader.text("site").value_or("");
  if (!site.empty() && !site.starts_with("https://") && !site.starts_with("http://")) {
    found.push_back({Severity::error,
                     reader.place_of("site"),
                     "site",
                     fmt::format("the site \"{}\" is no web address", site),
                     {"write it out, as https://example.org"}});
  }
  return site;
}

std::vector<Language> read_locales(yaml::MappingReader& reader, Diagnostics& found) {
  std::vector<Language> locales;
  for (const std::string& tag : reader.texts("locales").value_or(std::vector<std::string>())) {
    const Language locale = language_or_report(tag, reader.place_of("locales"), found);
    if (std::find(locales.begin(), locales.end(), locale) != locales.end()) {
      found.push_back({Severity::warning,
                       reader.place_of("locales"),
                       "duplicate-locale",
                       fmt::format("the locale {} is listed twice", tag),
                       {}});
    } else {
      locales.push_back(locale);
    }
  }
  return locales;
}

void read_into(Project& project, const yaml::Node& root, Diagnostics& found) {
  yaml::MappingReader reader(root, "handbill.yaml", found);
  project.site = read_site(reader, found);
  if (const auto source = reader.text("source"))
    project.source = language_or_report(*source, reader.place_of("source"), found);
  project.locales = read_locales(reader, found);
  if (const yaml::Node* editions = reader.node("editions"))
    project.editions = take(read_editions(*editions, std::move(project.editions)), found);
  project.theme = reader.text("theme").value_or("");
  project.theme_place = reader.place_of("theme");
  reader.reject_unknown_keys();
}

}  // namespace

Result<Project> load_project(const std::filesystem::path& folder, const Files& files) {
  Result<Project> result{defaults(folder), {}};
  const std::filesystem::path path = folder / "handbill.yaml";
  const Place file = Place::in_file(path.string());
  ReadResult read = files.read(path, limits::source_bytes);
  if (read.status == ReadResult::Status::missing) return result;
  if (!read.ok()) {
    result.diagnostics.push_back({Severity::error, file, "unreadable", "cannot be read: " + read.reason, {}});
    return result;
  }
  const auto text = take(clean_text(std::move(read.bytes), file), result.diagnostics);
  if (!text) return result;
  const auto root = take(yaml::parse(*text, file.at(1, 1)), result.diagnostics);
  if (root) read_into(result.value, *root, result.diagnostics);
  return result;
}

}  // namespace handbill
