#include "app/output.h"

#include "app/print.h"
#include "document/dump.h"
#include "layout/cover.h"
#include "render/epub/epub.h"
#include "render/plain/plain.h"
#include "render/svg/svg.h"
#include "translation/unit.h"

namespace handbill {
namespace {

/// The cover that the theme makes, as a picture; nothing without fonts or theme.
std::string cover_picture(const OutputInput& input, const Document& document, Diagnostics& found) {
  if (input.fonts == nullptr || input.theme == nullptr) return {};
  const Timings::Span span(input.timings, "cover", input.name);
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

/// How large the theme's running text is in each script beside Latin; null when all are alike.
std::shared_ptr<const ScriptSizes> sizes_beside_latin(const OutputInput& input) {
  if (input.theme == nullptr) return nullptr;
  return input.theme->theme(LayoutKind::handout, Language()).body.sizes;
}

std::optional<OutputBytes> e_book(const OutputInput& input, Diagnostics& found) {
  const DocumentPtr document = edition_document(input, found);
  if (document == nullptr) return std::nullopt;
  const std::string cover = cover_picture(input, *document, found);
  const auto sizes = sizes_beside_latin(input);
  const Timings::Span span(input.timings, "epub", input.name);
  return OutputBytes{.bytes = epub::write({.document = *document,
                                           .images = input.images,
                                           .words = input.words,
                                           .site = input.site,
                                           .source = &input.source,
                                           .fonts = input.fonts,
                                           .script_sizes = sizes.get(),
                                           .cover_picture = cover})};
}

std::optional<OutputBytes> plain_text(const OutputInput& input, Diagnostics& found) {
  const DocumentPtr document = edition_document(input, found);
  if (document == nullptr) return std::nullopt;
  const Timings::Span span(input.timings, "text", input.name);
  return OutputBytes{.bytes = plain::write({.document = *document,
                                            .words = input.words,
                                            .width = input.edition.width,
                                            .bidi = input.edition.bidi,
                                            .format = input.edition.format})};
}

std::optional<OutputBytes> render(const OutputInput& input, Diagnostics& found) {
  switch (input.edition.medium) {
    case Medium::pdf:
      return print(input, found);
    case Medium::epub:
      return e_book(input, found);
    case Medium::text:
      return plain_text(input, found);
  }
  internal_error("a medium without a renderer");
}

std::string dump_stage(const OutputInput& input, const Document& document, Dump stage, Diagnostics& found) {
  const bool paged = input.edition.medium == Medium::pdf;
  const auto pages = [&] { return paged ? set_pages(input, found) : std::nullopt; };
  switch (stage) {
    case Dump::document:
      return dump(document);
    case Dump::units:
      return dump(units_of(document));
    case Dump::lines: {
      const auto set = pages();
      return set ? dump_lines(*set) : std::string();
    }
    case Dump::pages: {
      const auto set = pages();
      return set ? dump(*set) : std::string();
    }
    case Dump::sheets:
      return paged ? dump_sheets(input, found) : std::string();
  }
  internal_error("a stage without a dump");
}

}  // namespace

Result<std::optional<OutputBytes>> make_output(const OutputInput& input) {
  Result<std::optional<OutputBytes>> result;
  result.value = render(input, result.diagnostics);
  return result;
}

Result<std::string> dump_output(const OutputInput& input, Dump stage) {
  Result<std::string> result;
  if (const DocumentPtr document = edition_document(input, result.diagnostics))
    result.value = dump_stage(input, *document, stage, result.diagnostics);
  return result;
}

}  // namespace handbill
