#include "app/renditions.h"

#include <utility>

#include "project/localised_page.h"
#include "source/resolve.h"

namespace handbill {

Renditions::Renditions(const Input& input)
    : input_(input), texts_(input.plan.renditions.size()), pictures_(input.opened.pages.size()) {
  for (const PlannedFile& file : input.plan.files) {
    for (const std::size_t rendition : renditions_of(file)) {
      ++texts_[rendition].files;
      ++pictures_[input.plan.renditions[rendition].page].files;
    }
  }
}

const LocalisedPage& Renditions::localised(std::size_t rendition) {
  Text& text = texts_[rendition];
  std::call_once(text.made, [&] { text.page = localise(input_.plan.renditions[rendition]); });
  return text.page;
}

const Images& Renditions::images(std::size_t page) {
  Pictures& pictures = pictures_[page];
  std::call_once(pictures.read, [&] {
    const SourcePage& source = input_.opened.pages[page];
    const Timings::Span span(input_.around.timings, "images", source.source.name);
    auto loaded = load_images(*source.document, source.source.path.parent_path(), input_.around.files);
    pictures.images = std::move(loaded.value);
    pictures.diagnostics = std::move(loaded.diagnostics);
  });
  return pictures.images;
}

void Renditions::finish(const PlannedFile& file) {
  for (const std::size_t rendition : renditions_of(file)) {
    if (--texts_[rendition].files == 0) texts_[rendition].page.localised.reset();
    const std::size_t page = input_.plan.renditions[rendition].page;
    if (--pictures_[page].files > 0) continue;
    pictures_[page].images.clear();
    input_.opened.pages[page].document.reset();
  }
}

Diagnostics Renditions::text_problems() const {
  Diagnostics problems;
  for (const Text& text : texts_) append(problems, Diagnostics(text.page.diagnostics));
  return problems;
}

Diagnostics Renditions::picture_problems() const {
  Diagnostics problems;
  for (const Pictures& pictures : pictures_) append(problems, Diagnostics(pictures.diagnostics));
  return problems;
}

LocalisedPage Renditions::localise(const Rendition& rendition) const {
  const SourcePage& page = input_.opened.pages[rendition.page];
  const Timings::Span span(input_.around.timings, "localise", rendition.locale.tag() + "/" + page.source.name);
  auto made = localise_page({.document = *page.document,
                             .locale = rendition.locale,
                             .project = input_.opened.project,
                             .files = input_.around.files,
                             .strict = input_.strict,
                             .use_stale = rendition.use_stale});
  return {std::move(made.value), std::move(made.diagnostics)};
}

std::vector<std::size_t> renditions_of(const PlannedFile& file) {
  std::vector<std::size_t> renditions{file.rendition};
  renditions.insert(renditions.end(), file.beside.begin(), file.beside.end());
  return renditions;
}

}  // namespace handbill
