#include "app/build.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/locales.h"
#include "app/localised_page.h"
#include "app/materials.h"
#include "app/opened_project.h"
#include "app/output.h"
#include "app/parallel.h"
#include "app/plan.h"
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
    const bool ready = open() && plan();
    if (ready && options_.dump) dump();
    if (ready && !options_.dump) make();
    tidy(report_.diagnostics);
    return std::move(report_);
  }

 private:
  bool open() {
    opened_ = take(open_project(options_, around_, options_.workers), report_.diagnostics);
    report_.misused = opened_.misused;
    return opened_.usable;
  }

  bool plan() {
    auto planned = make_plan(opened_.pages, options_.editions);
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
      return localise_page({.document = *opened_.pages[rendition.page].document,
                            .locale = rendition.locale,
                            .project = opened_.project,
                            .files = around_.files,
                            .strict = options_.strict});
    });
  }

  // Only what the planned files need: no fonts for a text, no images for a document that is not made.
  Result<Materials> gather() const {
    MaterialsQuery query{.project = opened_.project, .home = around_.home, .files = around_.files};
    for (const PlannedFile& file : plan_.files) {
      const Rendition& rendition = plan_.renditions[file.rendition];
      query.locales.push_back(rendition.locale);
      if (file.edition.medium == Medium::pdf) query.fonts = true;
      if (file.edition.medium != Medium::text) query.pictured.push_back(&opened_.pages[rendition.page]);
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
                       .images = materials_.images_of(opened_.pages[rendition.page]),
                       .edition = file.edition,
                       .words = materials_.words.at(rendition.locale),
                       .theme = materials_.theme ? &*materials_.theme : nullptr,
                       .fonts = materials_.fonts.get(),
                       .site = opened_.project.site};
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

  const BuildOptions& options_;
  const Surroundings& around_;
  BuildReport report_;
  OpenedProject opened_;
  Plan plan_;
  std::vector<std::optional<Document>> localised_;  // by rendition
  Materials materials_;
};

}  // namespace

BuildReport build(const BuildOptions& options, const Surroundings& around) {
  return Build(options, around).run();
}

int exit_status(const BuildReport& report) {
  if (report.misused) return 2;
  return report.failure || has_errors(report.diagnostics) ? 1 : 0;
}

}  // namespace handbill
