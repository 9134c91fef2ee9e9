#include "app/build.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "app/build_memory.h"
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
  /// `memory` may be null: then nothing is kept or remembered.
  Build(const BuildOptions& options, const Surroundings& around, BuildMemory* memory)
      : options_(options),
        around_(around),
        memory_(memory),
        order_{.selection = options,
               .editions = options.editions,
               .strict = options.strict,
               .workers = options.workers,
               .bidi = options.bidi,
               .kept = kept_markdown} {}

  BuildReport run() {
    const bool ready = open();
    if (ready && options_.dump) dump();
    if (ready && !options_.dump) make();
    tidy(report_.diagnostics);
    if (memory_ != nullptr && options_.watch) report_.stood_on = memory_->stood_on(kept_);
    return std::move(report_);
  }

 private:
  bool open() {
    shop_ = take(Workshop::open(order_, around_), report_.diagnostics);
    report_.misused = shop_->misused();
    return shop_->usable();
  }

  void make() {
    const Diagnostics opening = report_.diagnostics;
    attempts_.resize(shop_->plan().files.size());
    leave_out_kept();
    tell_kept(&Findings::materials);
    if (!missing_.empty()) make_missing();
    if (memory_ != nullptr) memory_->remember(*shop_, attempts_, opening);
    tell_kept(&Findings::localised);
    tell_kept(&Findings::pictures);
    if (!missing_.empty()) gather_problems();
    for (std::size_t index = 0; index < attempts_.size(); ++index) tell(index);
  }

  void leave_out_kept() {
    kept_ = memory_ != nullptr ? memory_->find_kept(*shop_) : KeptFiles(attempts_.size(), nullptr);
    std::vector<bool> left_out;
    for (const OutputRecord* record : kept_) left_out.push_back(record != nullptr);
    for (const std::size_t index : work_order(shop_->plan(), shop_->opened().pages))
      if (!left_out[index]) missing_.push_back(index);
    shop_->leave_out(std::move(left_out));
  }

  void make_missing() {
    append(report_.diagnostics, shop_->prepare());
    try {
      // Before anything is made: an unwritable folder is one problem, not one for every file.
      prepare_output_folder(output_, shop_->plan());
      if (around_.progress != nullptr) around_.progress->begin(missing_.size());
      for_each_index(missing_.size(), options_.workers, [&](std::size_t index) {
        const PlannedFile& file = shop_->plan().files[missing_[index]];
        attempts_[missing_[index]] = make_file(file);
        shop_->finish(file);
      });
    } catch (const MachineError& error) {
      report_.failure = error.what();
    }
    put_in_place();
  }

  /// What was made is what is reported and remembered, whatever has happened.
  void put_in_place() {
    const Timings::Span span(around_.timings, "flush", {});
    try {
      pile_.put_in_place();
    } catch (const MachineError& error) {
      if (!report_.failure) report_.failure = error.what();
    }
    for (Attempt& attempt : attempts_) {
      if (attempt.made && pile_.failed(attempt.made->path)) attempt = {.found = std::move(attempt.found)};
      if (!attempt.made) continue;
      attempt.bytes.seen = stamping_time();
      attempt.bytes.stamp = stamp_of(attempt.made->path.native());
    }
  }

  void gather_problems() {
    append(report_.diagnostics, shop_->text_problems());
    append(report_.diagnostics, shop_->shared_problems());
  }

  /// What a step has found about the files that are kept.
  void tell_kept(std::vector<DiagnosticId> Findings::*step) {
    for (const OutputRecord* record : kept_)
      if (record != nullptr) memory_->say(record->findings.*step, report_.diagnostics);
  }

  /// What was made and found of one file, now or before.
  void tell(std::size_t index) {
    Attempt& attempt = attempts_[index];
    append(report_.diagnostics, std::move(attempt.found));
    if (attempt.made) report_.made.push_back(*attempt.made);
    const OutputRecord* kept = kept_[index];
    if (kept == nullptr) return;
    memory_->say(kept->findings.own, report_.diagnostics);
    if (kept->written) report_.kept.push_back(memory_->file_of(shop_->plan().files[index].path, *kept));
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
    return std::max<std::size_t>(1, all / missing_.size());
  }

  Attempt make_file(const PlannedFile& file) {
    Attempt attempt{.begun = true};
    const auto start = std::chrono::steady_clock::now();
    const bool refused = refuse(file, attempt.found);
    auto input = refused ? std::nullopt : shop_->input_for(file);
    if (input) input->workers = workers_of_a_file();
    attempt.pictured = !refused;
    const auto output = input ? take(make_output(*input), attempt.found) : std::nullopt;
    if (output) {
      write(file, *output, attempt);
      attempt.made->time =
          std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - start);
    }
    if (around_.progress != nullptr) around_.progress->made(file.path);
    return attempt;
  }

  void write(const PlannedFile& file, const OutputBytes& output, Attempt& attempt) {
    const fs::path path = options_.output / file.path;
    const Timings::Span span(around_.timings, "write", file.path);
    pile_.add(path, output.bytes);
    attempt.made = MadeFile{path, output.pages, output.bytes.size(), {}, {}, shop_->coverage_of(file)};
    if (!output.set.empty()) attempt.made->fitting = output.set.front().fitting;
    if (memory_ != nullptr) attempt.bytes = {.found = true, .digest = digest_of(output.bytes)};
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
        if (!text.empty()) parts.emplace_back(file.path, std::move(text));
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
  BuildMemory* memory_;
  const Order order_;
  const OutputFolder output_ = output_folder(options_.output, options_.output_in_project, around_.project);
  BuildReport report_;
  std::unique_ptr<Workshop> shop_;
  KeptFiles kept_;                    ///< by the plan's files
  std::vector<std::size_t> missing_;  ///< indices of those to be made, in the order in which they are begun
  std::vector<Attempt> attempts_;     ///< by the plan's files
  DraftPile pile_{output_.root};      ///< what is made and waits for the disk
};

}  // namespace

BuildReport build(const BuildOptions& options, const Surroundings& around) {
  return Build(options, around, nullptr).run();
}

BuildReport bring_up_to_date(const BuildOptions& options, const Surroundings& around) {
  const ObservedFiles disk{DiskFiles(around.project)};
  const Surroundings observed{disk, around.project, around.home, around.progress, around.timings};
  if (options.dump) return build(options, observed);
  std::optional<BuildMemory> memory;
  std::optional<BuildReport> report;
  {
    const Timings::Span span(around.timings, "compare", {});
    memory.emplace(options, observed, disk);
    report = memory->answer();
  }
  if (!report) report = Build(options, observed, &*memory).run();
  if (!report->made.empty()) return std::move(*report);
  // Where something was made, the folder was cleared up before.
  std::vector<fs::path> kept;
  for (const MadeFile& file : report->kept) kept.push_back(file.path);
  clear_up(output_folder(options.output, options.output_in_project, around.project), kept);
  return std::move(*report);
}

int exit_status(const BuildReport& report) {
  if (report.misused) return 2;
  return report.failure || has_errors(report.diagnostics) ? 1 : 0;
}

}  // namespace handbill
