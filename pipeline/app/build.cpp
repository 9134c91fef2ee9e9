#include "app/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "app/locales.h"
#include "app/localised_page.h"
#include "app/materials.h"
#include "app/output.h"
#include "app/parallel.h"
#include "app/plan.h"
#include "app/project.h"
#include "app/source_page.h"
#include "app/sources.h"
#include "document/dump.h"
#include "translation/unit.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

/// One run. Each step reads what the ones before it have left and is over before the next begins.
class Build {
 public:
  Build(const BuildOptions& options, const Surroundings& around) : options_(options), around_(around) {}

  BuildReport run() {
    const bool ready = read_project() && find_files() && read_pages() && plan();
    if (ready && options_.dump) dump();
    if (ready && !options_.dump) make();
    tidy(report_.diagnostics);
    return std::move(report_);
  }

 private:
  bool read_project() {
    project_ = take(load_project(around_.project, around_.files), report_.diagnostics);
    return !has_errors(report_.diagnostics);
  }

  bool find_files() {
    const auto asked = take(find_locales({options_.locales, languages_of_named_files(), project_, around_.files}),
                            report_.diagnostics);
    report_.misused = has_errors(report_.diagnostics);
    if (report_.misused) return false;
    sources_ = take(find_sources({options_.documents, asked, project_, around_.files}), report_.diagnostics);
    return true;
  }

  // "handbill build page.fr.md -l fr" needs no French in the project.
  std::vector<Language> languages_of_named_files() const {
    std::vector<Language> languages{project_.source};
    for (const std::string& document : options_.documents)
      if (const auto language = split_file_name(document).language) languages.push_back(*language);
    return languages;
  }

  bool read_pages() {
    pages_ = in_parallel<SourcePage>(
        sources_.size(), [this](std::size_t index) { return read_page(sources_[index], project_, around_.files); });
    return true;
  }

  bool plan() {
    auto planned = make_plan(pages_, options_.editions);
    report_.misused = std::any_of(planned.diagnostics.begin(), planned.diagnostics.end(),
                                  [](const Diagnostic& one) { return one.code == "usage"; });
    plan_ = take(std::move(planned), report_.diagnostics);
    return !report_.misused;
  }

  void make() {
    if (plan_.files.empty()) return;
    prepare();
    std::vector<Result<std::optional<MadeFile>>> results(plan_.files.size());
    try {
      // Before anything is made: an unwritable folder is one problem, not one for every file.
      make_writable_folder(options_.output);
      if (around_.progress != nullptr) around_.progress->begin(plan_.files.size());
      for_each_index(results.size(), options_.workers,
                     [&](std::size_t index) { results[index] = make_file(plan_.files[index]); });
    } catch (const MachineError& error) {
      report_.failure = error.what();
    }
    for (auto& result : results)
      if (const auto file = take(std::move(result), report_.diagnostics)) report_.made.push_back(*file);
    append(report_.diagnostics, materials_.font_problems());
  }

  // Fonts and theme take as long to read as a small document, so that the two are read at the same time.
  void prepare() {
    Result<Materials> gathered;
    for_each_index(2, options_.workers, [&](std::size_t task) {
      if (task == 0) localise();
      if (task == 1) gathered = gather();
    });
    materials_ = take(std::move(gathered), report_.diagnostics);
  }

  void localise() {
    localised_ = in_parallel<std::optional<Document>>(plan_.renditions.size(), [this](std::size_t index) {
      const Rendition& rendition = plan_.renditions[index];
      return localise_page({.document = *pages_[rendition.page].document,
                            .locale = rendition.locale,
                            .project = project_,
                            .files = around_.files,
                            .strict = options_.strict});
    });
  }

  // Only what the planned files need: no fonts for a text, no images for a document that is not made.
  Result<Materials> gather() const {
    MaterialsQuery query{.project = project_, .home = around_.home, .files = around_.files};
    for (const PlannedFile& file : plan_.files) {
      const Rendition& rendition = plan_.renditions[file.rendition];
      query.locales.push_back(rendition.locale);
      if (file.edition.medium == Medium::pdf) query.fonts = true;
      if (file.edition.medium != Medium::text) query.pictured.push_back(&pages_[rendition.page]);
    }
    return gather_materials(query);
  }

  Result<std::optional<MadeFile>> make_file(const PlannedFile& file) const {
    Result<std::optional<MadeFile>> result;
    const auto start = std::chrono::steady_clock::now();
    const auto input = input_for(file);
    const auto output = input ? take(make_output(*input), result.diagnostics) : std::nullopt;
    if (output) {
      const fs::path path = options_.output / file.path;
      write_atomically(path, output->bytes);
      result.value = MadeFile{path, output->pages, output->bytes.size(), {}};
      result.value->time =
          std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    }
    if (around_.progress != nullptr) around_.progress->made(file.path.string());
    return result;
  }

  /// Nothing when the file cannot be made, which has been reported where it showed.
  std::optional<OutputInput> input_for(const PlannedFile& file) const {
    const Rendition& rendition = plan_.renditions[file.rendition];
    const auto& document = localised_[file.rendition];
    if (!document) return std::nullopt;
    const bool dressed = materials_.fonts != nullptr && materials_.theme.has_value();
    if (file.edition.medium == Medium::pdf && !dressed) return std::nullopt;
    return OutputInput{.document = *document,
                       .images = materials_.images_of(pages_[rendition.page]),
                       .edition = file.edition,
                       .words = materials_.words.at(rendition.locale),
                       .theme = materials_.theme ? &*materials_.theme : nullptr,
                       .fonts = materials_.fonts.get(),
                       .site = project_.site};
  }

  void dump() {
    prepare();
    std::vector<std::pair<std::string, std::string>> parts = dump_parts();
    for (const auto& [title, text] : parts) {
      if (parts.size() > 1) report_.dump += fmt::format("== {}\n", title);
      report_.dump += text;
    }
  }

  /// By file where the stage or the user asks for editions, else by document.
  std::vector<std::pair<std::string, std::string>> dump_parts() {
    std::vector<std::pair<std::string, std::string>> parts;
    const bool by_file = options_.dump == Dump::lines || options_.dump == Dump::pages || !options_.editions.empty();
    if (by_file) {
      for (const PlannedFile& file : plan_.files) {
        const auto input = input_for(file);
        std::string text = input ? take(dump_output(*input, *options_.dump), report_.diagnostics) : std::string();
        if (!text.empty()) parts.emplace_back(file.path.string(), std::move(text));
      }
      return parts;
    }
    for (std::size_t index = 0; index < plan_.renditions.size(); ++index) {
      if (!localised_[index]) continue;
      const Document& document = *localised_[index];
      const std::string title = plan_.renditions[index].locale.tag() + "/" + document.name;
      const bool units = options_.dump == Dump::units;
      parts.emplace_back(title, units ? handbill::dump(units_of(document)) : handbill::dump(document));
    }
    return parts;
  }

  /// Does the same for every index below `count` and keeps the values in order.
  template <class T, class Work>
  std::vector<T> in_parallel(std::size_t count, const Work& work) {
    std::vector<Result<T>> results(count);
    for_each_index(count, options_.workers, [&](std::size_t index) { results[index] = work(index); });
    std::vector<T> values;
    for (Result<T>& result : results) values.push_back(take(std::move(result), report_.diagnostics));
    return values;
  }

  static void tidy(Diagnostics& diagnostics);

  const BuildOptions& options_;
  const Surroundings& around_;
  BuildReport report_;
  Project project_;
  std::vector<SourceFile> sources_;
  std::vector<SourcePage> pages_;
  Plan plan_;
  std::vector<std::optional<Document>> localised_;  // by rendition
  Materials materials_;
};

// A document that is made in three languages and four editions still has each of its problems once.
void Build::tidy(Diagnostics& diagnostics) {
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

}  // namespace

BuildReport build(const BuildOptions& options, const Surroundings& around) {
  return Build(options, around).run();
}

int exit_status(const BuildReport& report) {
  if (report.misused) return 2;
  return report.failure || has_errors(report.diagnostics) ? 1 : 0;
}

}  // namespace handbill
