#include "app/workshop.h"

#include <algorithm>

#include "core/parallel.h"

namespace handbill {

Result<std::unique_ptr<Workshop>> Workshop::open(const Order& order, const Surroundings& around) {
  Result<std::unique_ptr<Workshop>> result{std::unique_ptr<Workshop>(new Workshop(order, around)), {}};
  Workshop& shop = *result.value;
  const LoggedFiles files(around.files);
  const Surroundings logged{files, around.project, around.home, around.progress, around.timings};
  shop.opened_ = take(open_project(order.selection, logged, order.workers, order.kept), result.diagnostics);
  shop.looks_ = files.looks();
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

Diagnostics Workshop::prepare() {
  renditions_ = std::make_unique<Renditions>(
      Renditions::Input{.opened = opened_, .plan = plan_, .around = around_, .strict = order_.strict});
  left_out_.resize(plan_.files.size());
  for (std::size_t file = 0; file < plan_.files.size(); ++file)
    if (left_out_[file]) finish(plan_.files[file]);
  Result<Materials> gathered = gather();
  materials_ = std::move(gathered.value);
  return std::move(gathered.diagnostics);
}

std::vector<const LocalisedPage*> Workshop::localise_all() const {
  std::vector<const LocalisedPage*> pages(plan_.renditions.size());
  for_each_index(pages.size(), order_.workers, [&](std::size_t index) { pages[index] = &localised(index); });
  return pages;
}

// Only what the planned files need: no fonts for a text, no words of a language that is not made.
Result<Materials> Workshop::gather() const {
  const Timings::Span span(around_.timings, "materials", {});
  MaterialsQuery query{.project = opened_.project, .home = around_.home, .files = around_.files};
  for (std::size_t at = 0; at < plan_.files.size(); ++at) {
    if (left_out_[at]) continue;
    const PlannedFile& file = plan_.files[at];
    for (const std::size_t index : renditions_of(file)) query.locales.push_back(plan_.renditions[index].locale);
    if (file.edition.medium != Medium::text) query.fonts = true;
    if (file.edition.medium == Medium::pdf && file.edition.inks == Inks::cmyk) query.press = true;
  }
  return gather_materials(query);
}

std::optional<OutputInput> Workshop::input_for(const PlannedFile& file) const {
  auto input = input_for(file, file.rendition);
  for (const std::size_t other : file.beside) {
    auto language = input_for(file, other);
    if (!input || !language) return std::nullopt;
    input->beside.push_back(std::move(*language));
  }
  if (!input) return input;
  input->timings = around_.timings;
  if (around_.timings != nullptr) input->name = file.path;
  return input;
}

std::optional<OutputInput> Workshop::input_for(const PlannedFile& file, std::size_t index) const {
  const Rendition& rendition = plan_.renditions[index];
  const auto& document = localised(index).localised;
  if (!document) return std::nullopt;
  const bool dressed = materials_.fonts != nullptr && materials_.theme.has_value();
  if (file.edition.medium == Medium::pdf && !dressed) return std::nullopt;
  const bool press = file.edition.medium == Medium::pdf && file.edition.inks == Inks::cmyk;
  if (press && !materials_.press) return std::nullopt;
  const bool pictured = file.edition.medium != Medium::text;
  return OutputInput{.document = document->document,
                     .source = *renditions_->source(rendition.page),
                     .images = pictured ? renditions_->images(rendition.page) : no_images_,
                     .edition = file.edition,
                     .words = materials_.words.at(rendition.locale),
                     .theme = materials_.theme ? &*materials_.theme : nullptr,
                     .fonts = materials_.fonts.get(),
                     .site = opened_.project.site,
                     .press = press ? &*materials_.press : nullptr};
}

std::vector<FileCoverage> Workshop::coverages_of(const PlannedFile& file) const {
  std::vector<FileCoverage> coverages;
  for (const std::size_t index : renditions_of(file)) {
    const std::size_t page = plan_.renditions[index].page;
    if (const auto& document = localised(index).localised)
      coverages.push_back(handbill::coverage_of(*renditions_->source(page), file.edition, *document));
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

Diagnostics Workshop::shared_problems() const {
  Diagnostics problems = renditions_->page_problems();
  append(problems, materials_.font_problems());
  return problems;
}

}  // namespace handbill
