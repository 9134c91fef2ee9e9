#include "app/plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "app/misuse.h"

namespace handbill {
namespace {

bool may_be_file_name(const std::string& name) {
  const auto harmless = [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '/' && c != '\\' && c != 0x7F;
  };
  return !name.empty() && name.front() != '.' && std::all_of(name.begin(), name.end(), harmless);
}

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
      for (const Language& locale : locales) add_rendition({page, locale});
    }
    return std::move(result_);
  }

 private:
  void add_rendition(const Rendition& rendition) {
    const std::size_t index = result_.value.renditions.size();
    const std::size_t before = result_.value.files.size();
    for (const Edition& edition : pages_[rendition.page].editions)
      if (editions_.empty() || std::find(editions_.begin(), editions_.end(), edition.name) != editions_.end())
        add_file(rendition, {index, edition, {}});
    // What nobody prints is not translated either.
    if (result_.value.files.size() > before) result_.value.renditions.push_back(rendition);
  }

  void add_file(const Rendition& rendition, PlannedFile file) {
    const SourcePage& page = pages_[rendition.page];
    file.path = std::filesystem::path(rendition.locale.tag()) /
                fmt::format("{}-{}.{}", page.source.name, file.edition.name, file_extension(file.edition.medium));
    const auto [taken, fresh] = taken_.emplace(file.path.string(), page.source.path.string());
    if (fresh) {
      result_.value.files.push_back(std::move(file));
      return;
    }
    result_.diagnostics.push_back({Severity::error,
                                   page.document->file,
                                   "same-output",
                                   fmt::format("{} is made from {} already", taken->first, taken->second),
                                   {"build the two by themselves, into different folders with --output"}});
  }

  const std::vector<SourcePage>& pages_;
  const std::vector<std::string>& editions_;
  std::map<std::string, std::string> taken_;
  Result<Plan> result_;
};

}  // namespace

Result<std::vector<Edition>> editions_of(const Document& document, const std::vector<Edition>& project) {
  Result<std::vector<Edition>> result{project, {}};
  if (const yaml::Node* own = document.front.all.find("editions"))
    result.value = take(read_editions(*own, project), result.diagnostics);
  for (const Edition& edition : result.value) {
    if (may_be_file_name(edition.name)) continue;
    result.diagnostics.push_back({Severity::error,
                                  edition.place,
                                  "edition-name",
                                  fmt::format("\"{}\" cannot be part of a file's name", edition.name),
                                  {"name the edition with letters, digits and hyphens"}});
  }
  return result;
}

Result<Plan> make_plan(const std::vector<SourcePage>& pages, const std::vector<std::string>& editions) {
  return Planner(pages, editions).run();
}

}  // namespace handbill
