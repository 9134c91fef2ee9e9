#include "project/locales.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "project/misuse.h"
#include "translation/folded_text.h"
#include "translation/pseudo.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

/// A locale and what it falls back to, the nearest first.
std::vector<Language> with_parents(const Language& locale) {
  std::vector<Language> chain{locale};
  while (const auto parent = chain.back().parent()) chain.push_back(*parent);
  return chain;
}

bool has_folder(const Language& locale, const Project& project, const Files& files) {
  const std::vector<Language> chain = with_parents(locale);
  return std::any_of(chain.begin(), chain.end(),
                     [&](const Language& one) { return files.exists(project.folder / "locales" / one.tag()); });
}

Diagnostic unreadable(const Place& file, const std::string& reason) {
  return {Severity::error, file, "unreadable", "cannot be read: " + reason, {}};
}

/// Reads one interface file over its parent; nothing where there is no file.
std::optional<Interface> read_layer(const fs::path& path, const Language& language, const Interface& parent,
                                    const Files& files, Diagnostics& found) {
  ReadResult read = files.read(path, limits::source_bytes);
  if (read.status == ReadResult::Status::missing) return std::nullopt;
  const Place file = Place::in_file(path.string());
  if (!read.ok()) {
    found.push_back(unreadable(file, read.reason));
    return std::nullopt;
  }
  return take(Interface::parse(std::move(read.bytes), file, language, parent), found);
}

bool same_base(const Language& a, const Language& b) {
  return with_parents(a).back() == with_parents(b).back();
}

}  // namespace

Result<std::vector<Language>> find_locales(const LocaleQuery& query) {
  Result<std::vector<Language>> result;
  std::vector<std::string> known;
  for (const std::vector<Language>* languages : {&query.project.locales, &query.also}) {
    for (const Language& locale : *languages)
      if (std::find(known.begin(), known.end(), locale.tag()) == known.end()) known.push_back(locale.tag());
  }
  for (const std::string& tag : query.tags) {
    const auto locale = Language::parse(tag);
    const bool listed = locale && std::find(known.begin(), known.end(), locale->tag()) != known.end();
    const bool pseudo = locale && pseudo_of(*locale);
    if (!locale || (!listed && !pseudo && !has_folder(*locale, query.project, query.files))) {
      result.diagnostics.push_back(misuse(fmt::format("unknown locale \"{}\"", tag), suggestion(tag, known)));
    } else if (std::find(result.value.begin(), result.value.end(), *locale) == result.value.end()) {
      result.value.push_back(*locale);
    }
  }
  return result;
}

Result<CatalogueChain> read_catalogues(const Document& document, const Language& locale, const Project& project,
                                       const Files& files) {
  Result<CatalogueChain> result;
  for (const Language& language : with_parents(locale)) {
    if (language == document.language) break;
    const fs::path path = project.locale_file(language, document.name);
    const Place file = Place::in_file(path.string());
    ReadResult read = files.read(path, limits::source_bytes);
    if (read.status == ReadResult::Status::missing) continue;
    if (!read.ok()) {
      result.diagnostics.push_back(unreadable(file, read.reason));
      result.value.usable = false;
      continue;
    }
    auto parsed = parse_catalogue(std::move(read.bytes), file, document.name, language);
    if (has_errors(parsed.diagnostics) && parsed.value.entries.empty()) result.value.usable = false;
    result.value.catalogues.push_back(take(std::move(parsed), result.diagnostics));
  }
  return result;
}

bool is_variant(const Document& document, const Language& locale, const Project& project, const Files& files) {
  if (same_language(document.language, locale)) return true;
  for (auto parent = locale.parent(); parent; parent = parent->parent())
    if (files.exists(project.locale_file(*parent, document.name))) return true;
  return false;
}

Result<Interface> read_interface(const InterfaceQuery& query) {
  if (pseudo_of(query.locale))
    return Interface::parse(pseudo_interface(query.locale), Place::in_file("interface of " + query.locale.tag()),
                            query.locale, Interface::fallback(query.locale));
  Diagnostics found;
  std::vector<Language> chain = with_parents(query.locale);
  std::reverse(chain.begin(), chain.end());
  Interface words = Interface::fallback(chain.front());
  bool from_file = false;
  for (const Language& language : chain) {
    std::optional<Interface> layer;
    for (const fs::path& folder : {query.project.folder, query.home}) {
      const fs::path path = folder / "locales" / language.tag() / "interface.yaml";
      if (!layer) layer = read_layer(path, language, words, query.files, found);
    }
    from_file = from_file || layer.has_value();
    // A variant without a file of its own has its parent's words with its own digits and dates.
    words = layer ? std::move(*layer) : take(Interface::parse({}, {}, language, words), found);
  }
  const Language& built_in = words.language_of(interface_keys().front().key);
  if (!from_file && !same_base(built_in, query.locale)) {
    const std::string path = query.project.locale_file(query.locale, "interface").string();
    found.push_back({Severity::warning,
                     Place::in_file(path),
                     "missing-interface",
                     fmt::format("there is no such file: the words Handbill prints itself are not in {} but in {}",
                                 query.locale.tag(), built_in.tag()),
                     {"copy locales/en/interface.yaml to it and translate its messages"}});
  }
  return {std::move(words), std::move(found)};
}

}  // namespace handbill
