#include "app/renditions.h"

#include <utility>

#include "project/localised_page.h"
#include "project/source_page.h"
#include "source/resolve.h"

namespace handbill {

Renditions::Renditions(const Input& input)
    : input_(input), texts_(input.plan.renditions.size()), pages_(input.opened.pages.size()) {
  for (const PlannedFile& file : input.plan.files) {
    for (const std::size_t rendition : renditions_of(file)) {
      ++texts_[rendition].files;
      ++pages_[input.plan.renditions[rendition].page].files;
    }
  }
}

const LocalisedPage& Renditions::localised(std::size_t rendition) {
  Text& text = texts_[rendition];
  std::call_once(text.made, [&] { text.page = localise(input_.plan.renditions[rendition]); });
  return text.page;
}

const Document* Renditions::source(std::size_t page) {
  std::call_once(pages_[page].read, [&] { read(page); });
  return pages_[page].document.get();
}

void Renditions::read(std::size_t page) {
  const SourcePage& known = input_.opened.pages[page];
  if (known.whole) {
    pages_[page].document = known.document;
    return;
  }
  const Timings::Span span(input_.around.timings, "read", known.source.path.string());
  SourcePage again =
      take(read_page(known.source, input_.opened.project, input_.around.files), pages_[page].diagnostics);
  pages_[page].document = std::move(again.document);
}

const Images& Renditions::images(std::size_t page) {
  const Document* document = source(page);
  std::call_once(pages_[page].pictured, [&] {
    if (document == nullptr) return;
    const SourceFile& file = input_.opened.pages[page].source;
    const Timings::Span span(input_.around.timings, "images", file.name);
    const LoggedFiles files(input_.around.files);
    pages_[page].images = take(load_images(*document, file.path.parent_path(), files), pages_[page].diagnostics);
    pages_[page].looks = files.looks();
  });
  return pages_[page].images;
}

void Renditions::finish(const PlannedFile& file) {
  for (const std::size_t rendition : renditions_of(file)) {
    if (--texts_[rendition].files == 0) texts_[rendition].page.localised.reset();
    const std::size_t page = input_.plan.renditions[rendition].page;
    if (--pages_[page].files > 0) continue;
    pages_[page].images.clear();
    pages_[page].document.reset();
    input_.opened.pages[page].document.reset();
  }
}

Diagnostics Renditions::text_problems() const {
  Diagnostics problems;
  for (const Text& text : texts_) append(problems, Diagnostics(text.page.diagnostics));
  return problems;
}

Diagnostics Renditions::page_problems() const {
  Diagnostics problems;
  for (const Page& page : pages_) append(problems, Diagnostics(page.diagnostics));
  return problems;
}

LocalisedPage Renditions::localise(const Rendition& rendition) {
  const Document* document = source(rendition.page);
  if (document == nullptr) return {};
  const Timings::Span span(input_.around.timings, "localise", rendition.locale.tag() + "/" + document->name);
  const LoggedFiles files(input_.around.files);
  auto made = localise_page({.document = *document,
                             .locale = rendition.locale,
                             .project = input_.opened.project,
                             .files = files,
                             .strict = input_.strict,
                             .use_stale = rendition.use_stale});
  LocalisedPage page{.diagnostics = std::move(made.diagnostics), .looks = files.looks()};
  if (made.value) page.localised = std::make_unique<Localised>(std::move(*made.value));
  return page;
}

std::vector<std::size_t> renditions_of(const PlannedFile& file) {
  std::vector<std::size_t> renditions{file.rendition};
  renditions.insert(renditions.end(), file.beside.begin(), file.beside.end());
  return renditions;
}

}  // namespace handbill
