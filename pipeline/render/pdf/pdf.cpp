#include "render/pdf/pdf.h"

#include "render/pdf/boxes.h"
#include "render/pdf/haru.h"
#include "render/pdf/metadata.h"
#include "render/pdf/navigation.h"
#include "render/pdf/output_intent.h"
#include "render/pdf/page_writer.h"
#include "render/pdf/sheet_writer.h"

namespace handbill::pdf {
namespace {

/// Adds the pages with their content; fonts, images and structure gather in `parts` what the content refers to.
std::vector<Object> write_pages(Haru& haru, const Pages& pages, PrinterMarks marks, DocumentParts& parts) {
  std::vector<Object> objects;
  for (std::uint32_t i = 0; i < pages.pages.size(); ++i) {
    const Page& page = pages.pages[i];
    const PageFrame frame = frame_of(page, marks);
    const Rect trim{Length(), Length(), page.size.width, page.size.height};
    const Haru::Boxes boxes{
        .media = box(frame.media, page.size), .bleed = box(frame.bleed, page.size), .trim = box(trim, page.size)};
    objects.push_back(haru.add_page(boxes, PageWriter(page, i, parts).write(frame.marks)));
    if (parts.structure.empty()) continue;
    haru.set_number(objects.back(), "StructParents", static_cast<std::int32_t>(i));
    haru.set_name(objects.back(), "Tabs", "S");
  }
  return objects;
}

/// Fonts and images, which all pages share.
void write_resources(Haru& haru, const DocumentParts& parts, const std::vector<Object>& pages) {
  Dictionary resources;
  resources.add("Font", parts.fonts.embed(haru).direct());
  resources.add("XObject", parts.images.embed(haru, parts.press).direct());
  const Object shared = haru.add(resources);
  for (const Object& page : pages) haru.set_resources(page, shared);
}

}  // namespace

std::string write(const Pages& pages, const Options& options) {
  Haru haru(options.compress);
  DocumentParts parts{{}, {}, StructureWriter(pages), pages.language.direction(), Press(options.inks, options.press)};
  const std::vector<Object> objects = write_pages(haru, pages, options.marks, parts);
  write_resources(haru, parts, objects);
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
  Haru haru(options.compress);
  Pages about = *documents.front();
  about.pages.clear();
  about.structure.clear();
  DocumentParts parts{{}, {}, StructureWriter(about), about.language.direction(), Press(options.inks, options.press)};
  SheetWriter(sheets, documents, parts).write(haru);
  write_output_intent(haru, options);
  write_metadata(haru, about, Conformance::visual);
  write_preferences(haru, about, sheets.duplex);
  return haru.finish();
}

}  // namespace handbill::pdf
