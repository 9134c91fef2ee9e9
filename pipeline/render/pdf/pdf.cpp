#include "render/pdf/pdf.h"

#include "render/pdf/boxes.h"
#include "render/pdf/contents.h"
#include "render/pdf/haru.h"
#include "render/pdf/metadata.h"
#include "render/pdf/navigation.h"
#include "render/pdf/output_intent.h"
#include "render/pdf/page_writer.h"
#include "render/pdf/sheet_writer.h"

namespace handbill::pdf {
namespace {

Haru::Boxes boxes_of(const Page& page, const PageFrame& frame) {
  const Rect trim{Length(), Length(), page.size.width, page.size.height};
  return {.media = box(frame.media, page.size), .bleed = box(frame.bleed, page.size), .trim = box(trim, page.size)};
}

/// Adds the pages with their content; fonts, images and structure gather in `parts` what the content refers to.
std::vector<Object> write_pages(Haru& haru, const Pages& pages, const Options& options, DocumentParts& parts) {
  std::vector<Object> objects;
  for (const Page& page : pages.pages) {
    objects.push_back(haru.add_page(boxes_of(page, frame_of(page, options.marks))));
    if (parts.structure.empty()) continue;
    haru.set_number(objects.back(), "StructParents", static_cast<std::int32_t>(objects.size() - 1));
    haru.set_name(objects.back(), "Tabs", "S");
  }
  const auto task = [&](std::size_t index) {
    const Page& page = pages.pages[index];
    return ContentTask{.page = &page,
                       .number = static_cast<std::uint32_t>(index),
                       .direction = pages.language.direction(),
                       .marks = frame_of(page, options.marks).marks};
  };
  const auto done = [&](std::size_t index, Haru::Packed content) {
    haru.fill_page(objects[index], std::move(content));
  };
  write_contents({.count = objects.size(), .workers = options.workers, .task = task, .done = done}, parts, haru);
  return objects;
}

/// Fonts and images, which all pages share.
void write_resources(Haru& haru, const DocumentParts& parts, const std::vector<Object>& pages, std::size_t workers) {
  Dictionary resources;
  resources.add("Font", parts.fonts.embed(haru, workers).direct());
  resources.add("XObject", parts.images.embed(haru, parts.press).direct());
  const Object shared = haru.add(resources);
  for (const Object& page : pages) haru.set_resources(page, shared);
}

/// What `pages` say of themselves, without any page.
Pages about(const Pages& pages) {
  Pages out;
  out.title = pages.title;
  out.author = pages.author;
  out.description = pages.description;
  out.language = pages.language;
  out.date = pages.date;
  out.last_modified = pages.last_modified;
  return out;
}

}  // namespace

std::string write(const Pages& pages, const Options& options) {
  Haru haru({.on = options.compress, .workers = options.workers});
  DocumentParts parts{{}, {}, StructureWriter(pages), Press(options.inks, options.press)};
  const std::vector<Object> objects = write_pages(haru, pages, options, parts);
  write_resources(haru, parts, objects, options.workers);
  write_links(haru, pages, objects, parts.structure);
  write_destinations(haru, pages, objects);
  write_outline(haru, pages, objects);
  write_page_labels(haru, pages);
  parts.structure.write(haru, objects);
  write_output_intent(haru, options);
  write_metadata(haru, pages, options.conformance);
  write_preferences(haru, pages);
  return haru.finish();
}

std::string write(const Sheets& sheets, const std::vector<const Pages*>& documents, const Options& options) {
  Haru haru({.on = options.compress, .workers = options.workers});
  const Pages first = about(*documents.front());
  DocumentParts parts{{}, {}, StructureWriter(first), Press(options.inks, options.press)};
  SheetWriter(sheets, documents, parts).write(haru, options.workers);
  write_output_intent(haru, options);
  write_metadata(haru, first, Conformance::visual);
  write_preferences(haru, first, sheets.duplex);
  return haru.finish();
}

}  // namespace handbill::pdf
