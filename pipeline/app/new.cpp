#include "app/new.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/new_letters.h"
#include "app/translation_pair.h"
#include "core/limits.h"
#include "project/locales.h"
#include "project/misuse.h"
#include "project/opened_project.h"
#include "project/project_text.h"
#include "project/source_page.h"
#include "project/sources.h"
#include "translation/exchange/new_files.h"
#include "translation/pseudo.h"
#include "translation/sync.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

Outcome misused(std::string message, std::string hint) {
  return {{}, {misuse(std::move(message), std::move(hint))}, 2};
}

/// "spring-meeting" for "Spring Meeting!": what headings' ids are made of.
std::string as_name(const std::string& wanted) {
  std::string name;
  for (const char c : wanted) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
    const bool kept = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9') || (small & 0x80) != 0;
    if (kept) name += small;
    if (!kept && !name.empty() && name.back() != '-') name += '-';
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name;
}

std::string title_of(std::string name) {
  std::replace(name.begin(), name.end(), '-', ' ');
  if (name.front() >= 'a' && name.front() <= 'z') name.front() = static_cast<char>(name.front() & ~0x20);
  return name;
}

Outcome new_document(const std::string& wanted, const Surroundings& around) {
  const std::string name = as_name(wanted);
  if (name != wanted)
    return misused(fmt::format("\"{}\" is no name for a document: small letters, digits and hyphens make one", wanted),
                   name.empty() ? "" : fmt::format("try {}", name));
  Outcome outcome;
  const Project project = take(load_project(around.project, around.files), outcome.diagnostics);
  const fs::path path = project.content() / (name + ".md");
  if (around.files.exists(path))
    outcome.diagnostics.push_back(
        {Severity::error, Place::in_file(path.string()), "exists", "there is such a document already", {}});
  outcome.status = has_errors(outcome.diagnostics) ? 1 : 0;
  if (outcome.status != 0) return outcome;
  write_within(project.folder, path, new_page(title_of(name)));
  outcome.out = fmt::format("{} (made)\n", path.string());
  return outcome;
}

class NewLocale {
 public:
  NewLocale(Language locale, const Surroundings& around) : locale_(std::move(locale)), around_(around) {}

  Outcome run() {
    project_ = take(load_project(around_.project, around_.files), found_);
    if (!has_errors(found_)) {
      make_interface();
      make_documents();
      add_to_project();
      append(found_, missing_letters({locale_, around_.home / "fonts", around_.files}));
    }
    tidy(found_);
    outcome_.status = has_errors(found_) ? 1 : 0;
    outcome_.diagnostics = std::move(found_);
    return std::move(outcome_);
  }

 private:
  void say(const fs::path& path, std::string_view what) {
    outcome_.out += fmt::format("{} ({})\n", printable(path.string()), what);
  }

  void make_interface() {
    const fs::path path = project_.locale_file(locale_, "interface");
    if (around_.files.exists(path)) return say(path, "there already");
    write_within(project_.folder, path, new_interface(locale_));
    say(path, "made");
  }

  void make_documents() {
    Diagnostics ignored;  // a project without documents can have locales
    const auto sources = take(find_sources({{}, {project_.source}, project_, around_.files}), ignored);
    for (const SourceFile& source : sources) {
      const DocumentPtr document = take(read_page(source, project_, around_.files), found_).document;
      if (document != nullptr && document->language != locale_) make_file(*document);
    }
  }

  void make_file(const Document& document) {
    const auto opened = take(open_locale_file(document, locale_, project_, around_.files), found_);
    if (!opened) return;
    const bool variant = is_variant(document, locale_, project_, around_.files);
    if (variant && opened->bytes.empty()) return;
    const auto synced = take(sync({document, opened->file, !variant}), found_);
    if (!synced) return;
    if (synced->bytes == opened->bytes) return say(opened->path, "there already");
    write_within(project_.folder, opened->path, synced->bytes);
    say(opened->path, opened->bytes.empty() ? "made" : "brought up to date");
  }

  void add_to_project() {
    const auto& listed = project_.locales;
    if (std::find(listed.begin(), listed.end(), locale_) != listed.end()) return;
    const fs::path path = project_.folder / "handbill.yaml";
    const ReadResult read = around_.files.read(path, limits::source_bytes);
    const auto text = read.ok() ? with_locale(read.bytes, locale_) : std::nullopt;
    if (text) {
      write_within(project_.folder, path, *text);
      return say(path, fmt::format("{} added to its locales", locale_.tag()));
    }
    found_.push_back(
        {Severity::note,
         Place::in_file(path.string()),
         "not-listed",
         fmt::format("\"{}\" is not among the locales that are built without being asked for", locale_.tag()),
         {fmt::format("write it behind \"locales:\", or build with --locale {}", locale_.tag())}});
  }

  const Language locale_;
  const Surroundings& around_;
  Project project_;
  Diagnostics found_;
  Outcome outcome_;
};

Outcome new_locale(const std::string& wanted, const Surroundings& around) {
  const auto locale = Language::parse(wanted);
  if (!locale) return misused(fmt::format("\"{}\" is no language", wanted), "write its tag, as tr, pt-BR or zh-Hant");
  if (pseudo_of(*locale))
    return misused(fmt::format("\"{}\" needs no files", locale->tag()),
                   fmt::format("handbill build --locale {}", locale->tag()));
  return NewLocale(*locale, around).run();
}

}  // namespace

Outcome make_new(const NewOptions& options, const Surroundings& around) {
  switch (options.kind) {
    case NewOptions::Kind::document:
      return new_document(options.name, around);
    case NewOptions::Kind::locale:
      return new_locale(options.name, around);
  }
  internal_error("a new thing that nobody knows");
}

}  // namespace handbill
