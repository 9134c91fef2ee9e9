#include "app/workshop.h"

#include <algorithm>

#include "core/parallel.h"
#include "project/localised_page.h"

namespace handbill {

Result<Workshop> Workshop::open(const Order& order, const Surroundings& around) {
  Result<Workshop> result;
  Workshop& shop = result.value;
  shop.opened_ = take(open_project(order.selection, around, order.workers), result.diagnostics);
  shop.misused_ = shop.opened_.misused;
  if (!shop.opened_.usable) return result;
  auto planned = make_plan(shop.opened_.pages, order.editions);
  shop.misused_ = std::any_of(planned.diagnostics.begin(), planned.diagnostics.end(),
                              [](const Diagnostic& one) { return one.code == "usage"; });
  shop.plan_ = take(std::move(planned), result.diagnostics);
  for (PlannedFile& file : shop.plan_.files) file.edition.bidi = order.bidi.value_or(file.edition.bidi);
  shop.usable_ = !shop.misused_;
  return result;
}

// Fonts and theme take as long to read as a small document, so that the two are read at the same time.
Diagnostics Workshop::prepare(const Order& order, const Surroundings& around) {
  Result<Materials> gathered;
  for_each_index(2, order.workers, [&](std::size_t task) {
    if (task == 0) localise(order, around);
    if (task == 1) gathered = gather(around);
  });
  materials_ = std::move(gathered.value);
  return std::move(gathered.diagnostics);
}

void Workshop::localise(const Order& order, const Surroundings& around) {
  localised_.resize(plan_.renditions.size());
  for_each_index(localised_.size(), order.workers, [&](std::size_t index) {
    const Rendition& rendition = plan_.renditions[index];
    const SourcePage& page = opened_.pages[rendition.page];
    const Timings::Span span(around.timings, "localise", rendition.locale.tag() + "/" + page.source.name);
    auto made = localise_page({.document = *page.document,
                               .locale = rendition.locale,
                               .project = opened_.project,
                               .files = around.files,
                               .strict = order.strict,
                               .use_stale = rendition.use_stale});
    localised_[index] = {std::move(made.value), std::move(made.diagnostics)};
  });
}

// Only what the planned files need: no fonts for a text, no images for a document that is not made.
Result<Materials> Workshop::gather(const Surroundings& around) const {
  const Timings::Span span(around.timings, "materials", {});
  MaterialsQuery query{.project = opened_.project, .home = around.home, .files = around.files};
  for (const PlannedFile& file : plan_.files) {
    if (file.edition.medium != Medium::text) query.fonts = true;
    if (file.edition.medium == Medium::pdf && file.edition.inks == Inks::cmyk) query.press = true;
    std::vector<std::size_t> renditions = file.beside;
    renditions.push_back(file.rendition);
    for (const std::size_t index : renditions) {
      const Rendition& rendition = plan_.renditions[index];
      query.locales.push_back(rendition.locale);
      if (file.edition.medium != Medium::text) query.pictured.push_back(&opened_.pages[rendition.page]);
    }
  }
  return gather_materials(query);
}

std::optional<OutputInput> Workshop::input_for(const PlannedFile& file, Timings* timings) const {
  auto input = input_for(file, file.rendition);
  for (const std::size_t other : file.beside) {
    auto language = input_for(file, other);
    if (!input || !language) return std::nullopt;
    input->beside.push_back(std::move(*language));
  }
  if (!input) return input;
  input->timings = timings;
  if (timings != nullptr) input->name = file.path.string();
  return input;
}

std::optional<OutputInput> Workshop::input_for(const PlannedFile& file, std::size_t index) const {
  const Rendition& rendition = plan_.renditions[index];
  const auto& localised = localised_[index].localised;
  if (!localised) return std::nullopt;
  const bool dressed = materials_.fonts != nullptr && materials_.theme.has_value();
  if (file.edition.medium == Medium::pdf && !dressed) return std::nullopt;
  const bool press = file.edition.medium == Medium::pdf && file.edition.inks == Inks::cmyk;
  if (press && !materials_.press) return std::nullopt;
  return OutputInput{.document = localised->document,
                     .source = *opened_.pages[rendition.page].document,
                     .images = materials_.images_of(opened_.pages[rendition.page]),
                     .edition = file.edition,
                     .words = materials_.words.at(rendition.locale),
                     .theme = materials_.theme ? &*materials_.theme : nullptr,
                     .fonts = materials_.fonts.get(),
                     .site = opened_.project.site,
                     .press = press ? &*materials_.press : nullptr};
}

std::vector<FileCoverage> Workshop::coverages_of(const PlannedFile& file) const {
  std::vector<std::size_t> renditions{file.rendition};
  renditions.insert(renditions.end(), file.beside.begin(), file.beside.end());
  std::vector<FileCoverage> coverages;
  for (const std::size_t index : renditions) {
    const SourcePage& page = opened_.pages[plan_.renditions[index].page];
    if (const auto& localised = localised_[index].localised)
      coverages.push_back(handbill::coverage_of(*page.document, file.edition, *localised));
  }
  return coverages;
}

FileCoverage Workshop::coverage_of(const PlannedFile& file) const {
  FileCoverage sum;
  for (const FileCoverage& one : coverages_of(file)) {
    sum.units += one.units;
    sum.untranslated += one.untranslated;
    sum.stale += one.stale;
  }
  return sum;
}

}  // namespace handbill
