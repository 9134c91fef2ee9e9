#include "app/print.h"

#include "design/on_paper.h"
#include "imposition/sheets.h"
#include "layout/contrast.h"
#include "layout/layout.h"
#include "render/pdf/pdf.h"
#include "translation/partial.h"

namespace handbill {
namespace {

Theme theme_of(const OutputInput& input) {
  if (input.theme == nullptr) internal_error("pages are to be set without a theme");
  return input.theme->theme(input.edition.layout, input.document.language);
}

/// Everything that is printed in one file; empty when one of the languages cannot be set.
std::vector<Pages> set_all(const OutputInput& input, Diagnostics& found) {
  std::vector<const OutputInput*> languages{&input};
  for (const OutputInput& other : input.beside) languages.push_back(&other);
  std::vector<Pages> all;
  for (const OutputInput* language : languages) {
    auto pages = set_pages(*language, found);
    if (!pages) return {};
    all.push_back(std::move(*pages));
  }
  return all;
}

std::vector<const Pages*> pointers_to(const std::vector<Pages>& all) {
  std::vector<const Pages*> pointers;
  for (const Pages& pages : all) pointers.push_back(&pages);
  return pointers;
}

Sheets impose_all(const OutputInput& input, const std::vector<const Pages*>& documents, Diagnostics& found) {
  const Edition& edition = input.edition;
  const Size paper = paper_size(edition.paper).value_or(documents.front()->pages.front().size);
  return take(impose({.how = edition.imposition,
                      .documents = documents,
                      .marks = edition.marks,
                      .inner_margin = on_paper(theme_of(input), paper).margins.start}),
              found);
}

bool changes_documents(const TranslationPolicy& policy) {
  return policy.untranslated == Untranslated::omit || policy.note;
}

/// The document with what the edition's policy says about texts that are not translated.
Document as_agreed(Document document, const OutputInput& input) {
  const TranslationPolicy& policy = input.edition.translation;
  if (policy.untranslated == Untranslated::omit) return without_untranslated(std::move(document));
  if (!policy.note) return document;
  const std::string language = input.words.language_name(input.source.language);
  return with_notes(std::move(document), input.words.message("untranslated-note", {{"language", language}}));
}

}  // namespace

DocumentPtr edition_document(const OutputInput& input, Diagnostics& found) {
  if (input.edition.sections.empty() && !changes_documents(input.edition.translation))
    return {DocumentPtr(), &input.document};
  auto selected = select_sections(input.document, input.edition.sections, input.edition.place);
  const bool usable = !has_errors(selected.diagnostics);
  Document document = take(std::move(selected), found);
  if (!usable) return nullptr;
  return std::make_shared<const Document>(as_agreed(std::move(document), input));
}

std::optional<Pages> set_pages(const OutputInput& input, Diagnostics& found) {
  if (input.fonts == nullptr) internal_error("pages are to be set without fonts");
  const DocumentPtr document = edition_document(input, found);
  if (document == nullptr) return std::nullopt;
  const Timings::Span span(input.timings, "layout", input.name);
  const Theme theme = theme_of(input);
  return take(lay_out({.document = *document,
                       .images = input.images,
                       .edition = input.edition,
                       .theme = theme,
                       .words = input.words,
                       .fonts = *input.fonts,
                       .workers = input.workers}),
              found);
}

std::optional<OutputBytes> print(const OutputInput& input, Diagnostics& found) {
  std::vector<Pages> all = set_all(input, found);
  if (all.empty()) return std::nullopt;
  const Timings::Span span(input.timings, "pdf", input.name);
  const Edition& edition = input.edition;
  if (edition.inks == Inks::grey)
    for (const Pages& pages : all) append(found, check_grey_contrast(pages, edition.place));
  const pdf::Options options{
      .marks = edition.marks, .inks = edition.inks, .press = input.press, .workers = input.workers};
  OutputBytes output;
  if (edition.imposition.kind == Impose::none) {
    output.bytes = pdf::write(all.front(), options);
    output.pages = all.front().pages.size();
  } else {
    const std::vector<const Pages*> documents = pointers_to(all);
    output.sheets = impose_all(input, documents, found);
    if (output.sheets->sides.empty()) return std::nullopt;
    output.bytes = pdf::write(*output.sheets, documents, options);
    output.pages = output.sheets->sides.size();
  }
  output.set = std::move(all);
  return output;
}

std::string dump_sheets(const OutputInput& input, Diagnostics& found) {
  if (input.edition.imposition.kind == Impose::none) return {};
  const std::vector<Pages> all = set_all(input, found);
  return all.empty() ? std::string() : dump(impose_all(input, pointers_to(all), found));
}

}  // namespace handbill
