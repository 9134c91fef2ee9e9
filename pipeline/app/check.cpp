#include "app/check.h"

#include <algorithm>
#include <map>
#include <memory>

#include "app/check_fonts.h"
#include "app/check_report.h"
#include "app/check_words.h"
#include "app/materials.h"
#include "core/parallel.h"
#include "project/locales.h"
#include "project/opened_project.h"
#include "source/resolve.h"
#include "translation/checks/unit_checker.h"
#include "translation/localise.h"
#include "translation/pseudo.h"

namespace handbill {
namespace {

struct CheckTask {
  const SourcePage* page = nullptr;
  Language locale;
};

bool is_printed(const SourcePage& page) {
  return std::any_of(page.editions.begin(), page.editions.end(),
                     [](const Edition& edition) { return edition.medium == Medium::pdf; });
}

class Check {
 public:
  Check(const OpenedProject& opened, const Surroundings& around) : opened_(opened), around_(around) {
    for (const SourcePage& page : opened.pages)
      if (page.document != nullptr)
        for (const Language& locale : locales_of(page))
          if (!pseudo_of(locale)) tasks_.push_back({&page, locale});
  }

  Diagnostics run() {
    Diagnostics found;
    std::vector<Language> locales;
    MaterialsQuery query{.project = opened_.project, .home = around_.home, .files = around_.files};
    for (const CheckTask& task : tasks_) {
      locales.push_back(task.locale);
      query.fonts = query.fonts || is_printed(*task.page);
    }
    query.locales = locales;
    const Materials materials = take(gather_materials(query), found);
    quotes_ = take(check_words(locales, opened_.project, around_.files), found);
    fonts_ = materials.fonts;
    std::vector<Diagnostics> results(tasks_.size());
    for_each_index(tasks_.size(), 0, [&](std::size_t index) { results[index] = check(tasks_[index]); });
    for (Diagnostics& result : results) append(found, std::move(result));
    append(found, materials.font_problems());
    return found;
  }

 private:
  Diagnostics check(const CheckTask& task) const {
    Diagnostics found;
    const Document& document = *task.page->document;
    const auto chain = take(read_catalogues(document, task.locale, opened_.project, around_.files), found);
    if (!chain.usable) return found;
    std::map<Language, std::unique_ptr<UnitChecker>> checkers;
    for (const Catalogue& catalogue : chain.catalogues)
      checkers[catalogue.locale] =
          std::make_unique<UnitChecker>(document.language, catalogue.locale, quotes_of(catalogue.locale));
    Diagnostics remarks;
    const Inspector inspect = [&](const TranslatedUnit& unit) {
      append(remarks, checkers.at(unit.language)->check(unit));
    };
    Localised localised = take(localise(document, task.locale, chain.catalogues, {.inspect = inspect}), found);
    append(found, std::move(remarks));
    const Document resolved = take(resolve_links(std::move(localised.document), opened_.project.site), found);
    if (fonts_ != nullptr && is_printed(*task.page)) append(found, check_fonts(resolved, *fonts_));
    return found;
  }

  std::string quotes_of(const Language& language) const {
    for (auto one = std::optional(language); one; one = one->parent())
      if (const auto quotes = quotes_.find(*one); quotes != quotes_.end() && !quotes->second.empty())
        return quotes->second;
    return {};
  }

  const OpenedProject& opened_;
  const Surroundings& around_;
  std::vector<CheckTask> tasks_;
  std::map<Language, std::string> quotes_;
  FontLibraryPtr fonts_;
};

}  // namespace

Outcome check(const CheckOptions& options, const Surroundings& around) {
  Diagnostics found;
  const OpenedProject opened = take(open_project(options, around), found);
  if (opened.misused) return {{}, std::move(found), 2};
  if (opened.usable) append(found, Check(opened, around).run());
  tidy(found);
  const bool troubled =
      std::any_of(found.begin(), found.end(), [](const Diagnostic& one) { return one.severity != Severity::note; });
  Outcome outcome{write_report(found, options.format), {}, troubled ? 1 : 0};
  if (options.format == Format::text) outcome.diagnostics = std::move(found);
  return outcome;
}

}  // namespace handbill
