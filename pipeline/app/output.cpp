#include "app/output.h"

#include "document/dump.h"
#include "layout/cover.h"
#include "layout/layout.h"
#include "render/epub/epub.h"
#include "render/pdf/pdf.h"
#include "render/plain/plain.h"
#include "render/svg/svg.h"
#include "translation/unit.h"

namespace handbill {
namespace {

/// The edition's sections of the document; nothing when one of them is not there.
std::optional<Document> edition_document(const OutputInput& input, Diagnostics& found) {
  auto selected = select_sections(input.document, input.edition.sections, input.edition.place);
  const bool usable = !has_errors(selected.diagnostics);
  Document document = take(std::move(selected), found);
  if (!usable) return std::nullopt;
  return document;
}

Pages set_pages(const OutputInput& input, const Document& document, Diagnostics& found) {
  if (input.fonts == nullptr || input.theme == nullptr) internal_error("pages are to be set without fonts or theme");
  const Theme theme = input.theme->theme(input.edition.layout, document.language);
  return take(lay_out({.document = document,
                       .images = input.images,
                       .edition = input.edition,
                       .theme = theme,
                       .words = input.words,
                       .fonts = *input.fonts}),
              found);
}

/// The cover that the theme makes, as a picture; nothing without fonts or theme.
std::string cover_picture(const OutputInput& input, const Document& document, Diagnostics& found) {
  if (input.fonts == nullptr || input.theme == nullptr) return {};
  const Theme theme = input.theme->theme(LayoutKind::flyer, document.language);
  auto laid_out = lay_out_cover({.document = document,
                                 .images = input.images,
                                 .edition = input.edition,
                                 .theme = theme,
                                 .words = input.words,
                                 .fonts = *input.fonts});
  // A character that only the cover lacks: the reader's own fonts show it in the text.
  for (Diagnostic& one : laid_out.diagnostics) one.severity = Severity::warning;
  const Pages cover = take(std::move(laid_out), found);
  return svg::file(cover, 0, {.links = false});
}

OutputBytes render(const OutputInput& input, const Document& document, Diagnostics& found) {
  switch (input.edition.medium) {
    case Medium::pdf: {
      Pages pages = set_pages(input, document, found);
      return {pdf::write(pages), pages.pages.size(), std::move(pages)};
    }
    case Medium::epub: {
      const std::string cover = cover_picture(input, document, found);
      return {epub::write({.document = document,
                           .images = input.images,
                           .words = input.words,
                           .site = input.site,
                           .source = &input.source,
                           .fonts = input.fonts,
                           .cover_picture = cover}),
              {},
              {}};
    }
    case Medium::text:
      return {plain::write({.document = document,
                            .words = input.words,
                            .width = input.edition.width,
                            .bidi = input.edition.bidi,
                            .format = input.edition.format}),
              {},
              {}};
  }
  internal_error("a medium without a renderer");
}

std::string dump_stage(const OutputInput& input, const Document& document, Dump stage, Diagnostics& found) {
  const bool paged = input.edition.medium == Medium::pdf;
  switch (stage) {
    case Dump::document:
      return dump(document);
    case Dump::units:
      return dump(units_of(document));
    case Dump::lines:
      return paged ? dump_lines(set_pages(input, document, found)) : std::string();
    case Dump::pages:
      return paged ? dump(set_pages(input, document, found)) : std::string();
  }
  internal_error("a stage without a dump");
}

}  // namespace

Result<std::optional<OutputBytes>> make_output(const OutputInput& input) {
  Result<std::optional<OutputBytes>> result;
  if (const auto document = edition_document(input, result.diagnostics))
    result.value = render(input, *document, result.diagnostics);
  return result;
}

Result<std::string> dump_output(const OutputInput& input, Dump stage) {
  Result<std::string> result;
  if (const auto document = edition_document(input, result.diagnostics))
    result.value = dump_stage(input, *document, stage, result.diagnostics);
  return result;
}

}  // namespace handbill
