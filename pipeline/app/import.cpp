#include "app/import.h"

#include <fmt/format.h>

#include <utility>

#include "app/import_report.h"
#include "app/incoming.h"
#include "app/translation_pair.h"
#include "project/locales.h"
#include "project/misuse.h"
#include "project/opened_project.h"
#include "project/sources.h"
#include "source/parse.h"
#include "translation/exchange/import.h"
#include "translation/exchange/page.h"
#include "translation/folded_text.h"
#include "translation/sync.h"

namespace handbill {
namespace {

/// One run; what was wrong gathers in the outcome, and the first step that fails is the last.
class ImportRun {
 public:
  ImportRun(const ImportOptions& options, const Surroundings& around) : options_(options), around_(around) {}

  Outcome run() {
    outcome_.status = 1;
    const bool done = open() && find_document() && find_locale() && read_translations() && write();
    tidy(found_);
    if (done) outcome_.status = has_errors(found_) ? 1 : 0;
    outcome_.diagnostics = std::move(found_);
    return std::move(outcome_);
  }

 private:
  bool open() {
    project_ = take(load_project(around_.project, around_.files), found_);
    if (has_errors(found_)) return false;
    incoming_ = take(read_incoming(options_.file, around_.files), found_);
    return incoming_.has_value();
  }

  bool find_document() {
    std::string name = options_.document;
    for (const std::string& guess : {incoming_->document, split_file_name(options_.file).name})
      if (name.empty() && has_document(guess, project_, around_.files)) name = guess;
    if (name.empty()) {
      return fail(incoming_->file, "no-document", "it cannot be told which document this translates",
                  "name it with --document");
    }
    document_ = take(read_document(name, project_, around_.files), found_);
    return document_ != nullptr;
  }

  bool find_locale() {
    std::string wanted = options_.locale;
    if (wanted.empty() && incoming_->language) wanted = known(*incoming_->language).tag();
    if (wanted.empty())
      return fail(incoming_->file, "other-locale", "it cannot be told which language this is in",
                  "name it with --locale");
    const auto locales = take(find_locales({{wanted}, {}, project_, around_.files}), found_);
    if (locales.empty()) {
      if (!options_.locale.empty()) outcome_.status = 2;
      return false;
    }
    locale_ = locales.front();
    if (incoming_->language && !same_language(*incoming_->language, locale_))
      return fail(incoming_->file, "other-locale",
                  fmt::format("this is in \"{}\", not in \"{}\"", incoming_->language->tag(), locale_.tag()), {});
    if (locale_ == document_->language)
      return fail(incoming_->file, "own-language",
                  fmt::format("\"{}\" itself is in \"{}\"", document_->name, locale_.tag()), {});
    return true;
  }

  // Programs write nl_NL where the project says nl.
  Language known(const Language& language) const {
    for (const Language& one : project_.locales)
      if (one == language) return one;
    for (const Language& one : project_.locales)
      if (same_language(one, language)) return one;
    return language;
  }

  bool read_translations() {
    if (auto* catalogue = std::get_if<Catalogue>(&incoming_->content)) {
      translations_ = std::move(*catalogue);
      return true;
    }
    auto& page = std::get<IncomingPage>(incoming_->content);
    const Document translated =
        take(parse_document({document_->name, std::move(page.bytes), incoming_->file, locale_}), found_);
    if (has_errors(found_)) return false;
    if (!same_language(translated.language, locale_))
      return fail(incoming_->file, "other-locale",
                  fmt::format("this is in \"{}\", not in \"{}\"", translated.language.tag(), locale_.tag()), {});
    translations_ = take(read_page_translation(*document_, translated), found_);
    return translations_.has_value();
  }

  bool write() {
    const auto opened = take(open_locale_file(*document_, locale_, project_, around_.files), found_);
    if (!opened) return false;
    const bool variant = is_variant(*document_, locale_, project_, around_.files);
    const auto synced = take(sync({*document_, opened->file, !variant}), found_);
    if (!synced) return false;
    const Place place = Place::in_file(opened->path.string());
    const auto file = take(LocaleFile::parse(synced->bytes, place, document_->name, locale_), found_);
    if (!file) return false;
    const Imported imported =
        take(import_translations({*document_, *file, *translations_, options_.overwrite}), found_);
    const auto bytes = take(file->changed(imported.plan), found_);
    if (!bytes) return false;
    if (*bytes != opened->bytes) write_within(project_.folder, opened->path, *bytes);
    outcome_.out = write_import_report(opened->path.string(), imported.counts);
    return true;
  }

  bool fail(const Place& place, std::string code, std::string message, const std::string& hint) {
    Diagnostic error{Severity::error, place, std::move(code), std::move(message), {}};
    if (!hint.empty()) error.hints.push_back(hint);
    found_.push_back(std::move(error));
    return false;
  }

  const ImportOptions& options_;
  const Surroundings& around_;
  Outcome outcome_;
  Diagnostics found_;
  Project project_;
  std::optional<Incoming> incoming_;
  DocumentPtr document_;
  Language locale_;
  std::optional<Catalogue> translations_;
};

}  // namespace

Outcome import_translation(const ImportOptions& options, const Surroundings& around) {
  return ImportRun(options, around).run();
}

}  // namespace handbill
