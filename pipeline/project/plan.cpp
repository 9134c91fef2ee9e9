#include "project/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "core/limits.h"
#include "project/misuse.h"

namespace handbill {
namespace {

void report_unknown_editions(const std::vector<SourcePage>& pages, const std::vector<std::string>& wanted,
                             Diagnostics& found) {
  std::vector<std::string> known;
  for (const SourcePage& page : pages)
    for (const Edition& edition : page.editions)
      if (std::find(known.begin(), known.end(), edition.name) == known.end()) known.push_back(edition.name);
  // Pages that cannot be read have no editions to compare with.
  if (known.empty()) return;
  for (const std::string& name : wanted)
    if (std::find(known.begin(), known.end(), name) == known.end())
      found.push_back(misuse(fmt::format("unknown edition \"{}\"", name), suggestion(name, known)));
}

class Planner {
 public:
  Planner(const std::vector<SourcePage>& pages, const std::vector<std::string>& editions)
      : pages_(pages), editions_(editions) {}

  Result<Plan> run() {
    report_unknown_editions(pages_, editions_, result_.diagnostics);
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      if (pages_[page].document == nullptr) continue;
      std::vector<Language> locales = pages_[page].source.locales;
      if (locales.empty()) locales.push_back(pages_[page].document->language);
      for (const Language& locale : locales)
        for (const bool use_stale : {true, false}) add_rendition({page, locale, use_stale});
    }
    name_files();
    return std::move(result_);
  }

 private:
  void add_rendition(const Rendition& rendition) {
    std::optional<std::size_t> index;
    for (const Edition& edition : pages_[rendition.page].editions) {
      if (!is_wanted(edition) || (edition.translation.stale != Stale::source) != rendition.use_stale) continue;
      // What nobody prints is not translated either.
      if (!index) {
        index = result_.value.renditions.size();
        result_.value.renditions.push_back(rendition);
      }
      add_file(*index, edition);
    }
  }

  bool is_wanted(const Edition& edition) const {
    return editions_.empty() || std::find(editions_.begin(), editions_.end(), edition.name) != editions_.end();
  }

  void add_file(std::size_t rendition, const Edition& edition) {
    auto& files = result_.value.files;
    if (edition.medium == Medium::pdf && edition.imposition.kind == Impose::languages) {
      // A page that is written anew in a language is a page of its own by the same name.
      const std::pair name{page_of(rendition).source.name, edition.name};
      const auto [first, fresh] = gathered_.emplace(name, files.size());
      if (!fresh) {
        files[first->second].beside.push_back(rendition);
        return;
      }
    }
    files.push_back({.rendition = rendition, .edition = edition});
  }

  const SourcePage& page_of(std::size_t rendition) const { return pages_[result_.value.renditions[rendition].page]; }

  /// Names what is planned, and leaves out what has a name that is taken.
  void name_files() {
    std::vector<PlannedFile> named;
    for (PlannedFile& file : result_.value.files) {
      const SourcePage& page = page_of(file.rendition);
      file.path = result_.value.renditions[file.rendition].locale.tag();
      for (const std::size_t other : file.beside) file.path += "+" + result_.value.renditions[other].locale.tag();
      file.path += fmt::format("/{}-{}.{}", page.source.name, file.edition.name, file_extension(file.edition.medium));
      const auto [taken, fresh] = taken_.emplace(file.path, page.source.path.string());
      if (fresh) {
        named.push_back(std::move(file));
        continue;
      }
      result_.diagnostics.push_back({Severity::error,
                                     page.document->file,
                                     "same-output",
                                     fmt::format("{} is made from {} already", taken->first, taken->second),
                                     {"build the two by themselves, into different folders with --output"}});
    }
    result_.value.files = std::move(named);
  }

  const std::vector<SourcePage>& pages_;
  const std::vector<std::string>& editions_;
  std::map<std::pair<std::string, std::string>, std::size_t> gathered_;  ///< index of file by page and edition
  std::map<std::string, std::string> taken_;
  Result<Plan> result_;
};

}  // namespace

Result<std::vector<Edition>> editions_of(const Document& document, const std::vector<Edition>& project) {
  Result<std::vector<Edition>> result{project, {}};
  if (const yaml::Node* own = document.front.all.find("editions"))
    result.value = take(read_editions(*own, project), result.diagnostics);
  if (result.value.size() > project.size() + limits::front_matter_editions) {
    result.diagnostics.push_back(
        {Severity::error,
         result.value[project.size() + limits::front_matter_editions].place,
         "too-many-editions",
         fmt::format("a page can add {} editions to its project's, and no more", limits::front_matter_editions),
         {"take some out"}});
  }
  return result;
}

Result<Plan> make_plan(const std::vector<SourcePage>& pages, const std::vector<std::string>& editions) {
  return Planner(pages, editions).run();
}

}  // namespace handbill
