// The project's own documents and their translations.
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <vector>

#include "core/files.h"
#include "core/limits.h"
#include "document/dump.h"
#include "source/parse.h"
#include "support/catch.h"
#include "translation/localise.h"
#include "translation/messages.h"
#include "translation/unit.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;
using test::text_of;

const fs::path root = HANDBILL_ROOT;

std::vector<fs::path> files_in(const fs::path& folder, const fs::path& extension) {
  std::vector<fs::path> found;
  if (!fs::exists(folder)) return found;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.path().extension() == extension) found.push_back(entry.path());
  std::sort(found.begin(), found.end());
  return found;
}

std::string bytes_of(const fs::path& path) {
  auto read = DiskFiles().read(path, limits::source_bytes);
  REQUIRE(read.ok());
  return std::move(read.bytes);
}

Document document_at(const fs::path& path) {
  return parse_document({path.stem().string(), bytes_of(path), Place::in_file(path.string()), *Language::parse("en")})
      .value;
}

/// A catalogue in which every unit is its own translation.
Catalogue mirror_of(const Document& document, const Language& locale) {
  Catalogue catalogue{document.name, locale, Place::in_file("mirror.yaml"), {}, {}, {}};
  for (const auto& unit : units_of(document)) {
    CatalogueEntry entry;
    entry.id = unit.id;
    entry.source = unit.source;
    entry.target = unit.source;
    entry.place = entry.target_place = catalogue.file.at(1, 1);
    catalogue.entries.push_back(std::move(entry));
  }
  return catalogue;
}

void check_merge_into_itself(const fs::path& path) {
  INFO(path.string());
  auto document = document_at(path);
  const auto locale = *Language::parse("eo");
  const auto result = localise(document, locale, {mirror_of(document, locale)});
  CHECK(text_of(result.diagnostics).empty());
  CHECK(result.value.coverage.missing() == 0);
  document.language = locale;
  CHECK(dump(result.value.document) == dump(document));
}

TEST_CASE("a document merged with itself is the same document") {
  for (const auto& path : files_in(root / "content", ".md")) check_merge_into_itself(path);
  for (const auto& path : files_in(root / "../shared/real", ".md"))
    if (path.stem() != "README") check_merge_into_itself(path);
}

TEST_CASE("every shipped document is wholly translated into every shipped locale, without a complaint") {
  std::vector<fs::path> locales;
  for (const auto& entry : fs::directory_iterator(root / "locales"))
    if (entry.path().filename() != "en") locales.push_back(entry.path());
  std::sort(locales.begin(), locales.end());
  for (const auto& path : files_in(root / "content", ".md")) {
    const auto document = document_at(path);
    for (const auto& folder : locales) {
      const auto file = folder / (document.name + ".yaml");
      INFO(file.string());
      const auto locale = Language::parse(folder.filename().string()).value();
      auto read = parse_catalogue(bytes_of(file), Place::in_file(file.string()), document.name, locale);
      CHECK(text_of(read.diagnostics).empty());
      const auto result = localise(document, locale, {read.value});
      CHECK(text_of(result.diagnostics).empty());
      CHECK(result.value.coverage.missing() == 0);
    }
  }
}

/// The pairs of a gettext file that keeps every text on one line.
Catalogue catalogue_from_po(const fs::path& path, const Language& locale) {
  Catalogue catalogue{"declaration", locale, Place::in_file(path.string()), {}, {}, {}};
  std::istringstream lines(bytes_of(path));
  const auto quoted = [](const std::string& line) {
    const auto start = line.find('"') + 1;
    return line.substr(start, line.rfind('"') - start);
  };
  CatalogueEntry entry;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("msgid ")) entry.source = quoted(line);
    if (!line.starts_with("msgstr ") || entry.source.empty()) continue;
    entry.target = quoted(line);
    entry.place = entry.target_place = catalogue.file.at(1, 1);
    catalogue.entries.push_back(entry);
  }
  return catalogue;
}

TEST_CASE("a gettext file made by another tool for the same page matches unit by unit") {
  const auto real = root / "../shared/real";
  if (!fs::exists(real)) return;
  const auto document = document_at(real / "declaration.md");
  for (const std::string locale : {"nl", "ar"}) {
    INFO(locale);
    const auto language = Language::parse(locale).value();
    const auto catalogue = catalogue_from_po(real / ("declaration." + locale + ".po"), language);
    CHECK(catalogue.entries.size() == 81);
    const auto result = localise(document, language, {catalogue});
    CHECK(text_of(result.diagnostics).empty());
    CHECK(result.value.coverage.units == 81);
    CHECK(result.value.coverage.translated == 81);
    std::string translated;
    for (const auto& unit : units_of(result.value.document)) translated += unit.source + "\n";
    std::string page;
    for (const auto& unit : units_of(document_at(real / ("declaration." + locale + ".md")))) page += unit.source + "\n";
    CHECK(translated == page);
  }
}

}  // namespace
}  // namespace handbill
