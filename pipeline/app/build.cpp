#include "app/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "app/output.h"
#include "app/output_folder.h"
#include "app/work_order.h"
#include "app/workshop.h"
#include "core/draft_pile.h"
#include "core/parallel.h"
#include "document/dump.h"
#include "translation/unit.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;

/// One run. Each step reads what the ones before it have left and is over before the next begins.
class Build {
 public:
  Build(const BuildOptions& options, const Surroundings& around)
      : options_(options), around_(around), order_{options,         options.editions, options.strict,
                                                   options.workers, options.bidi,     kept_markdown} {}

  BuildReport run() {
    const bool ready = open();
    if (ready && options_.dump) dump();
    if (ready && !options_.dump) make();
    tidy(report_.diagnostics);
    return std::move(report_);
  }

 private:
  bool open() {
    shop_ = take(Workshop::open(order_, around_), report_.diagnostics);
    report_.misused = shop_->misused();
    return shop_->usable();
  }

  void make() {
    if (shop_->plan().files.empty()) return;
    append(report_.diagnostics, shop_->prepare());
    std::vector<Result<std::optional<MadeFile>>> results(shop_->plan().files.size());
    try {
      // Before anything is made: an unwritable folder is one problem, not one for every file.
      prepare_output_folder({options_.output, root_}, shop_->plan());
      if (around_.progress != nullptr) around_.progress->begin(shop_->plan().files.size());
      const std::vector<std::size_t> order = work_order(shop_->plan(), shop_->opened().pages);
      for_each_index(order.size(), options_.workers, [&](std::size_t index) {
        const PlannedFile& file = shop_->plan().files[order[index]];
        results[order[index]] = make_file(file);
        shop_->finish(file);
      });
    } catch (const MachineError& error) {
      report_.failure = error.what();
    }
    put_in_place();
    gather_problems();
    for (auto& result : results) {
      const auto file = take(std::move(result), report_.diagnostics);
      if (file && !pile_.failed(file->path)) report_.made.push_back(*file);
    }
  }

  /// What was made is what is reported, whatever has happened.
  void put_in_place() {
    const Timings::Span span(around_.timings, "flush", {});
    try {
      pile_.put_in_place();
    } catch (const MachineError& error) {
      if (!report_.failure) report_.failure = error.what();
    }
  }

  void gather_problems() {
    append(report_.diagnostics, shop_->text_problems());
    append(report_.diagnostics, shop_->shared_problems());
  }

  /// Whether one of a file's languages is not translated as far as its edition asks for.
  bool refuse(const PlannedFile& file, Diagnostics& found) const {
    const std::size_t before = found.size();
    for (const FileCoverage& coverage : shop_->coverages_of(file))
      if (auto refused = refusal(file, coverage)) found.push_back(std::move(*refused));
    return found.size() > before;
  }

  /// Many files are made at the same time, each on one thread; what there are more threads for is shared out.
  std::size_t workers_of_a_file() const {
    const std::size_t all = options_.workers == 0 ? std::thread::hardware_concurrency() : options_.workers;
    return std::max<std::size_t>(1, all / shop_->plan().files.size());
  }

  Result<std::optional<MadeFile>> make_file(const PlannedFile& file) {
    Result<std::optional<MadeFile>> result;
    const auto start = std::chrono::steady_clock::now();
    const bool refused = refuse(file, result.diagnostics);
    auto input = refused ? std::nullopt : shop_->input_for(file);
    if (input) input->workers = workers_of_a_file();
    const auto output = input ? take(make_output(*input), result.diagnostics) : std::nullopt;
    if (output) {
      const fs::path path = options_.output / file.path;
      const Timings::Span span(around_.timings, "write", file.path.string());
      pile_.add(path, output->bytes);
      result.value = MadeFile{path, output->pages, output->bytes.size(), {}, {}, shop_->coverage_of(file)};
      if (!output->set.empty()) result.value->fitting = output->set.front().fitting;
      result.value->time =
          std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    }
    if (around_.progress != nullptr) around_.progress->made(file.path.string());
    return result;
  }

  void dump() {
    append(report_.diagnostics, shop_->prepare());
    shop_->localise_all();
    const std::vector<std::pair<std::string, std::string>> parts = dump_parts();
    gather_problems();
    for (const auto& [title, text] : parts) {
      if (parts.size() > 1) report_.dump += fmt::format("== {}\n", title);
      report_.dump += text;
    }
  }

  /// By file where the stage or the user asks for editions, else by document.
  std::vector<std::pair<std::string, std::string>> dump_parts() {
    std::vector<std::pair<std::string, std::string>> parts;
    const bool by_document = options_.dump == Dump::document || options_.dump == Dump::units;
    const bool by_file = !by_document || !options_.editions.empty();
    if (by_file) {
      for (const PlannedFile& file : shop_->plan().files) {
        const auto input = shop_->input_for(file);
        std::string text = input ? take(dump_output(*input, *options_.dump), report_.diagnostics) : std::string();
        if (!text.empty()) parts.emplace_back(file.path.string(), std::move(text));
      }
      return parts;
    }
    for (std::size_t index = 0; index < shop_->plan().renditions.size(); ++index) {
      const auto& localised = shop_->localised(index).localised;
      if (!localised) continue;
      const Document& document = localised->document;
      const std::string title = shop_->plan().renditions[index].locale.tag() + "/" + document.name;
      const bool units = options_.dump == Dump::units;
      parts.emplace_back(title, units ? handbill::dump(units_of(document)) : handbill::dump(document));
    }
    return parts;
  }

  const BuildOptions& options_;
  const Surroundings& around_;
  const Order order_;
  const fs::path& root_ = options_.output_in_project ? around_.project : options_.output;  ///< of what is written
  BuildReport report_;
  std::unique_ptr<Workshop> shop_;
  DraftPile pile_{root_};  ///< what is made and waits for the disk
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
