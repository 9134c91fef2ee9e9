#include "render/pdf/sheet_writer.h"

#include <fmt/format.h>

#include "render/pdf/boxes.h"
#include "render/pdf/contents.h"

namespace handbill::pdf {

void SheetWriter::write(Haru& haru, std::size_t workers) {
  number_forms();
  write_forms(haru, workers);
  embed_forms(haru, workers);
  const Object resources = haru.add(Dictionary().add("XObject", forms_.direct()));
  for (const SheetSide& side : sheets_.sides) {
    const Rect sheet{Length(), Length(), side.size.width, side.size.height};
    const Object page = haru.add_page(
        {.media = box(sheet, side.size), .bleed = box(side.bleed, side.size), .trim = box(side.trim, side.size)});
    haru.fill_page(page, haru.pack(side_content(side)));
    haru.set_resources(page, resources);
  }
}

void SheetWriter::number_forms() {
  for (const SheetSide& side : sheets_.sides)
    for (const PlacedPage& placed : side.pages) {
      const PageKey key{placed.document, placed.page};
      if (numbers_.emplace(key, static_cast<std::uint32_t>(pages_.size() + 1)).second) pages_.push_back(key);
    }
}

void SheetWriter::write_forms(Haru& haru, std::size_t workers) {
  contents_.resize(pages_.size());
  const auto task = [this](std::size_t index) {
    const auto [document, page] = pages_[index];
    const Pages& pages = *documents_[document];
    return ContentTask{.page = &pages.pages[page], .number = page, .direction = pages.language.direction()};
  };
  const auto done = [this](std::size_t index, Haru::Packed content) { contents_[index] = std::move(content); };
  write_contents({.count = pages_.size(), .workers = workers, .task = task, .done = done}, parts_, haru);
}

/// All forms share the fonts and images, which are complete now.
void SheetWriter::embed_forms(Haru& haru, std::size_t workers) {
  Dictionary resources;
  resources.add("Font", parts_.fonts.embed(haru, workers).direct());
  resources.add("XObject", parts_.images.embed(haru, parts_.press).direct());
  const std::string shared = haru.add(resources).reference();
  for (std::size_t i = 0; i < pages_.size(); ++i) {
    const Page& page = documents_[pages_[i].first]->pages[pages_[i].second];
    const auto bounds = box(frame_of(page, {}).bleed, page.size);
    Dictionary form;
    form.add_name("Type", "XObject").add_name("Subtype", "Form");
    form.add("BBox", numbers({bounds.left, bounds.bottom, bounds.right, bounds.top})).add("Resources", shared);
    forms_.add(fmt::format("P{}", i + 1), haru.add_stream(form, std::move(contents_[i])).reference());
  }
}

std::string SheetWriter::side_content(const SheetSide& side) const {
  Canvas canvas{ContentStream(parts_.press), side.size.height};
  for (const PlacedPage& placed : side.pages) place(canvas, placed);
  draw(canvas, side.marks);
  return canvas.stream.bytes();
}

void SheetWriter::place(Canvas& canvas, const PlacedPage& placed) const {
  const auto saved = canvas.stream.save();
  clip(canvas, placed.clip);
  const Rect& trim = placed.trim;
  if (placed.turned) {
    canvas.stream.transform({-1, 0, 0, -1, trim.right().pt(), canvas.y(trim.y)});
  } else {
    canvas.stream.transform({1, 0, 0, 1, trim.x.pt(), canvas.y(trim.bottom())});
  }
  canvas.stream.form(numbers_.at({placed.document, placed.page}));
}

}  // namespace handbill::pdf
