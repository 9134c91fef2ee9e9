#include "app/proof.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

#include "app/output.h"
#include "app/output_folder.h"
#include "app/report.h"
#include "app/workshop.h"
#include "core/parallel.h"
#include "render/proof/proof.h"
#include "source/url.h"

namespace handbill {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::string_view page_name = "proof.html";

/// How many files are made before their pages are drawn and forgotten: all pages of an archive would fill the memory.
constexpr std::size_t batch_size = 64;

/// Lines of a text that the page quotes.
constexpr std::size_t quoted_lines = 14;

std::chrono::microseconds since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

std::string first_lines(std::string_view text) {
  std::size_t end = 0;
  for (std::size_t line = 0; line < quoted_lines && end < text.size(); ++line)
    end = std::min(text.find('\n', end), text.size() - 1) + 1;
  return std::string(text.substr(0, end)) + (end < text.size() ? "…" : "");
}

std::string medium_words(const Edition& edition) {
  switch (edition.medium) {
    case Medium::pdf:
      return "PDF, " + edition.paper;
    case Medium::epub:
      return "EPUB";
    case Medium::text:
      return "plain text";
  }
  internal_error("a medium without a name");
}

/// A file's path as a link from the folder it is in.
std::string address_of(const fs::path& path) {
  std::string plain;
  for (const char c : path.generic_string()) {
    if (c == '%' || c == '#' || c == '?') {
      plain += fmt::format("%{:02X}", static_cast<unsigned>(c));
    } else {
      plain += c;
    }
  }
  return url::encoded(plain);
}

/// One run. What is made is shown in the plan's order, whoever was first.
class ProofRun {
 public:
  ProofRun(const ProofOptions& options, const Surroundings& around)
      : options_(options), around_(around), order_{options, options.editions, false, options.workers} {}

  BuildReport run() {
    shop_ = take(Workshop::open(order_, around_), shared_);
    report_.misused = shop_->misused();
    if (shop_->usable() && !shop_->plan().files.empty()) make();
    append(report_.diagnostics, std::move(shared_));
    tidy(report_.diagnostics);
    return std::move(report_);
  }

 private:
  struct Made {
    std::optional<OutputBytes> output;
    Diagnostics problems;
    std::chrono::microseconds time{};
  };

  void make() {
    append(shared_, shop_->prepare());
    begin_documents();
    try {
      prepare_output_folder(output_, shop_->plan());
      if (around_.progress != nullptr) around_.progress->begin(shop_->plan().files.size());
      for (std::size_t first = 0; first < shop_->plan().files.size(); first += batch_size) make_batch(first);
      finish();
    } catch (const MachineError& error) {
      report_.failure = error.what();
    }
  }

  /// One document for each name: a page that is whole in a language (page.ar.md) is a rendition of its document.
  void begin_documents() {
    const std::vector<const LocalisedPage*> pages = shop_->localise_all();
    for (std::size_t index = 0; index < pages.size(); ++index) {
      const Rendition& rendition = shop_->plan().renditions[index];
      const SourcePage& page = shop_->opened().pages[rendition.page];
      proof::Document& document = document_of(page);
      const LocalisedPage& localised = *pages[index];
      document.renditions.push_back(
          {.language = rendition.locale,
           .title = localised.localised ? title_text(localised.localised->document) : std::string(),
           .problems = localised.diagnostics});
      places_.push_back(
          {static_cast<std::size_t>(&document - project_.documents.data()), document.renditions.size() - 1});
      append(report_.diagnostics, Diagnostics(localised.diagnostics));
    }
  }

  proof::Document& document_of(const SourcePage& page) {
    const auto known = std::find_if(project_.documents.begin(), project_.documents.end(),
                                    [&](const proof::Document& one) { return one.name == page.source.name; });
    if (known != project_.documents.end()) return *known;
    project_.documents.push_back(
        {.name = page.source.name, .title = title_text(*page.document), .language = page.document->language});
    return project_.documents.back();
  }

  void make_batch(std::size_t first) {
    const std::size_t count = std::min(batch_size, shop_->plan().files.size() - first);
    std::vector<Made> made(count);
    for_each_index(count, options_.workers,
                   [&](std::size_t index) { made[index] = make_file(shop_->plan().files[first + index]); });
    for (std::size_t index = 0; index < count; ++index)
      show(shop_->plan().files[first + index], std::move(made[index]));
  }

  Made make_file(const PlannedFile& file) const {
    Made made;
    const auto start = Clock::now();
    if (const auto input = shop_->input_for(file)) made.output = take(make_output(*input), made.problems);
    if (made.output) write_within(output_.root, options_.output / file.path, made.output->bytes);
    if (around_.progress != nullptr) around_.progress->made(file.path);
    made.time = since(start);
    return made;
  }

  void show(const PlannedFile& file, Made made) {
    const auto [document, rendition] = places_[file.rendition];
    proof::Rendition& shown = project_.documents[document].renditions[rendition];
    proof::File entry{.edition = file.edition.name, .format = medium_words(file.edition), .problems = made.problems};
    append(report_.diagnostics, std::move(made.problems));
    if (made.output) {
      const OutputBytes& output = *made.output;
      entry.address = address_of(file.path);
      entry.size = size_text(output.bytes.size());
      entry.pages = output.pages.value_or(0);
      if (file.edition.medium == Medium::text) entry.excerpt = first_lines(output.bytes);
      if (!output.set.empty()) {
        entry.fitting = output.set.front().fitting;
        entry.pictures =
            pictures_of(output, fmt::format("d{}l{}f{}", document + 1, rendition + 1, shown.files.size() + 1));
      }
      report_.made.push_back({options_.output / file.path, output.pages, output.bytes.size(), made.time});
      report_.made.back().fitting = entry.fitting;
    }
    shown.files.push_back(std::move(entry));
  }

  /// The sheets as they are printed, or the pages where there are none.
  std::vector<proof::Picture> pictures_of(const OutputBytes& output, const std::string& name) {
    if (!output.sheets) return album_.draw(output.set.front(), name);
    std::vector<const Pages*> documents;
    for (const Pages& pages : output.set) documents.push_back(&pages);
    return album_.draw(*output.sheets, documents, name);
  }

  void finish() {
    const auto start = Clock::now();
    append(shared_, shop_->shared_problems());
    tidy(shared_);
    for (const Diagnostic& problem : shared_) problems_about(problem.place).push_back(problem);
    const std::string page = proof::write(project_, album_);
    const fs::path path = options_.output / page_name;
    write_within(output_.root, path, page);
    report_.made.push_back({path, std::nullopt, page.size(), since(start)});
  }

  /// What was found before languages and editions is a document's when it is in its source, else the project's.
  Diagnostics& problems_about(const Place& place) {
    for (const SourcePage& page : shop_->opened().pages)
      if (place.file != nullptr && page.document != nullptr && *place.file == page.source.path.string())
        return document_of(page).problems;
    return project_.problems;
  }

  const ProofOptions& options_;
  const Surroundings& around_;
  const Order order_;
  const OutputFolder output_ = output_folder(options_.output, options_.output_in_project, around_.project);
  BuildReport report_;
  Diagnostics shared_;  ///< of no language or edition
  std::unique_ptr<Workshop> shop_;
  proof::Project project_;
  proof::Album album_;
  std::vector<std::pair<std::size_t, std::size_t>> places_;  ///< by the plan's renditions: document and rendition
};

}  // namespace

BuildReport make_proof(const ProofOptions& options, const Surroundings& around) {
  return ProofRun(options, around).run();
}

}  // namespace handbill
