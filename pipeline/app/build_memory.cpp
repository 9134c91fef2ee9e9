#include "app/build_memory.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>

#include "manifest/build_identity.h"

namespace handbill {
namespace {

std::string options_text(const BuildOptions& options) {
  const int bidi = options.bidi ? static_cast<int>(*options.bidi) : -1;
  return fmt::format("strict {} bidi {}", options.strict, bidi);
}

/// What was asked for, in the words of the command line.
Digest asked(const BuildOptions& options) {
  std::vector<std::string> words{options_text(options)};
  for (const auto* list : {&options.documents, &options.locales, &options.editions}) {
    words.push_back(fmt::format("{}", list->size()));
    words.insert(words.end(), list->begin(), list->end());
  }
  return digest_of(words);
}

void add(Looks& all, const Looks& more) {
  all.insert(all.end(), more.begin(), more.end());
}

Written written_of(const Attempt& attempt) {
  const MadeFile& made = *attempt.made;
  return {.bytes = attempt.bytes,
          .size = made.bytes,
          .pages = made.pages,
          .fitting = made.fitting,
          .units = made.coverage.units,
          .untranslated = made.coverage.untranslated,
          .stale = made.coverage.stale};
}

/// The steps of a build that find something, in their order.
constexpr std::array steps{&Findings::materials, &Findings::localised, &Findings::pictures, &Findings::own};

/// The materials' accounts that a file has a share in.
std::vector<const Account*> accounts_of(const Workshop& shop, const PlannedFile& file) {
  const Materials& materials = shop.materials();
  std::vector<const Account*> accounts;
  for (const std::size_t index : renditions_of(file)) {
    const Rendition& rendition = shop.plan().renditions[index];
    accounts.push_back(&materials.words_accounts.at(rendition.locale));
  }
  if (file.edition.medium != Medium::text) accounts.push_back(&materials.type_account);
  if (file.edition.medium == Medium::pdf && file.edition.inks == Inks::cmyk)
    accounts.push_back(&materials.press_account);
  return accounts;
}

}  // namespace

BuildMemory::BuildMemory(const BuildOptions& options, const Surroundings& around, const ObservedFiles& files)
    : options_(options),
      around_(around),
      files_(files),
      asked_(asked(options)),
      last_(output_folder(options.output, options.output_in_project, around.project),
            build_identity({around.home.string(), around.project.string()})) {}

std::optional<BuildReport> BuildMemory::answer() {
  const Opening* opening = options_.again ? nullptr : last_.opening(asked_);
  if (opening == nullptr) return std::nullopt;
  BuildReport report;
  KeptFiles kept;
  for (const Opening::Planned& file : opening->files) {
    kept.push_back(last_.output(file.path, file.key));
    if (kept.back() == nullptr) return std::nullopt;
    if (kept.back()->written) report.kept.push_back(file_of(file.path, *kept.back()));
  }
  say(opening->diagnostics, report.diagnostics);
  for (const auto step : steps)
    for (const OutputRecord* record : kept) say(record->findings.*step, report.diagnostics);
  last_.save();
  tidy(report.diagnostics);
  if (options_.watch) report.stood_on = stood_on(kept);
  return report;
}

KeptFiles BuildMemory::find_kept(const Workshop& shop) {
  const Timings::Span span(around_.timings, "compare", {});
  KeptFiles kept(shop.plan().files.size(), nullptr);
  if (options_.again) return kept;
  for (std::size_t index = 0; index < kept.size(); ++index) {
    const PlannedFile& file = shop.plan().files[index];
    kept[index] = last_.output(file.path, key_of(shop, file));
  }
  return kept;
}

MadeFile BuildMemory::file_of(const std::string& path, const OutputRecord& record) const {
  const Written& written = *record.written;
  return {.path = options_.output / path,
          .pages = written.pages,
          .bytes = written.size,
          .fitting = written.fitting,
          .coverage = {written.units, written.untranslated, written.stale}};
}

void BuildMemory::say(const std::vector<DiagnosticId>& what, Diagnostics& to) const {
  for (const DiagnosticId id : what) to.push_back(last_.manifest().diagnostics[id]);
}

void BuildMemory::remember(const Workshop& shop, const std::vector<Attempt>& attempts, const Diagnostics& opening) {
  const Timings::Span span(around_.timings, "manifest", {});
  remember_opening(shop, opening);
  const bool begun = std::any_of(attempts.begin(), attempts.end(), [](const Attempt& one) { return one.begun; });
  const Common common = begun ? common_of(shop) : Common();
  for (std::size_t index = 0; index < attempts.size(); ++index)
    if (attempts[index].begun) remember_file(shop, shop.plan().files[index], attempts[index], common);
  last_.save();
}

void BuildMemory::remember_opening(const Workshop& shop, const Diagnostics& found) {
  const auto stood_on = take_in(shop.looks());
  Manifest& manifest = last_.changing();
  std::erase_if(manifest.openings, [&](const Opening& other) { return other.asked == asked_; });
  if (!stood_on) return;
  Opening opening{.asked = asked_, .stood_on = *stood_on, .diagnostics = manifest.add(found)};
  for (const PlannedFile& file : shop.plan().files) opening.files.push_back({file.path, key_of(shop, file)});
  manifest.add(std::move(opening));
}

void BuildMemory::remember_file(const Workshop& shop, const PlannedFile& file, const Attempt& attempt,
                                const Common& common) {
  Manifest& manifest = last_.changing();
  const std::string path = file.path;
  manifest.outputs.erase(path);
  // A font that fails is a problem of whatever was the first to need it, so that all of them are made again.
  if (file.edition.medium != Medium::text && common.type_fails) return;
  const auto stood_on = take_in(looks_for(shop, file, attempt, common));
  if (!stood_on) return;
  OutputRecord record{.key = key_of(shop, file), .stood_on = *stood_on, .findings = findings_of(shop, file, attempt)};
  if (attempt.made) record.written = written_of(attempt);
  manifest.outputs.emplace(path, std::move(record));
}

BuildMemory::Common BuildMemory::common_of(const Workshop& shop) const {
  Common common;
  std::set<std::string_view> pages;
  for (const SourcePage& page : shop.opened().pages) pages.insert(page.source.path.native());
  std::copy_if(shop.looks().begin(), shop.looks().end(), std::back_inserter(common.project),
               [&](const Look& look) { return look.at == Look::At::bytes && !pages.contains(look.path); });
  common.type = type_looks(shop);
  common.type_fails = !shop.materials().font_problems().empty();
  return common;
}

// They go into memory as they are, past Files.
Looks BuildMemory::type_looks(const Workshop& shop) const {
  Looks looks;
  if (shop.materials().fonts == nullptr) return looks;
  const TypeFiles used = shop.materials().fonts->files_used();
  for (const TypeFiles::Font& font : used.fonts) {
    files_.observe_bytes(font.path, font.bytes);
    looks.push_back(look_through(files_, Look::At::bytes, font.path));
  }
  if (used.searched) looks.push_back(look_through(files_, Look::At::names, *used.searched));
  for (const std::filesystem::path& path : used.patterns) looks.push_back(look_through(files_, Look::At::bytes, path));
  return looks;
}

Looks BuildMemory::looks_for(const Workshop& shop, const PlannedFile& file, const Attempt& attempt,
                             const Common& common) const {
  Looks looks = common.project;
  for (const std::size_t index : renditions_of(file)) {
    const SourcePage& page = shop.opened().pages[shop.plan().renditions[index].page];
    looks.push_back(look_through(files_, Look::At::bytes, page.source.path));
    add(looks, shop.localised(index).looks);
    if (attempt.pictured) add(looks, shop.renditions().picture_looks(shop.plan().renditions[index].page));
  }
  for (const Account* account : accounts_of(shop, file)) add(looks, account->looks);
  if (file.edition.medium != Medium::text) add(looks, common.type);
  std::sort(looks.begin(), looks.end());
  looks.erase(std::unique(looks.begin(), looks.end()), looks.end());
  return looks;
}

Findings BuildMemory::findings_of(const Workshop& shop, const PlannedFile& file, const Attempt& attempt) {
  Diagnostics localised;
  Diagnostics materials;
  Diagnostics pictures;
  for (const std::size_t index : renditions_of(file)) {
    append(localised, Diagnostics(shop.localised(index).diagnostics));
    const std::size_t page = shop.plan().renditions[index].page;
    if (attempt.pictured) append(pictures, Diagnostics(shop.renditions().page_diagnostics(page)));
  }
  for (const Account* account : accounts_of(shop, file)) append(materials, Diagnostics(account->diagnostics));
  Manifest& manifest = last_.changing();
  return {.materials = manifest.add(materials),
          .localised = manifest.add(localised),
          .pictures = manifest.add(pictures),
          .own = manifest.add(attempt.found)};
}

/// Nothing when it is not certain what was seen.
std::optional<std::vector<ObservationId>> BuildMemory::take_in(const Looks& looks) {
  std::vector<ObservationId> ids;
  for (const Look& look : looks) {
    const Observation seen = files_.observation(look);
    if (!seen.certain) return std::nullopt;
    ids.push_back(last_.changing().add(seen));
  }
  return ids;
}

Digest BuildMemory::key_of(const Workshop& shop, const PlannedFile& file) const {
  std::vector<std::string> words{options_text(options_)};
  for (const std::size_t index : renditions_of(file)) {
    const Rendition& rendition = shop.plan().renditions[index];
    words.push_back(shop.opened().pages[rendition.page].source.path.string());
    words.push_back(rendition.locale.tag());
  }
  return digest_of(words);
}

std::vector<Observation> BuildMemory::stood_on(const KeptFiles& kept) const {
  std::vector<Observation> all = files_.all();
  const Manifest& manifest = last_.manifest();
  std::set<ObservationId> ids;
  if (const Opening* opening = manifest.opening(asked_)) ids.insert(opening->stood_on.begin(), opening->stood_on.end());
  for (const OutputRecord* record : kept)
    if (record != nullptr) ids.insert(record->stood_on.begin(), record->stood_on.end());
  for (const ObservationId id : ids) all.push_back(manifest.observations[id]);
  return all;
}

}  // namespace handbill
