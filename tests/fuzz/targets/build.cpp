// Everything: a page, its locale file and the front of the project, made into every medium.
#include "app/output.h"
#include "design/theme_file.h"
#include "fuzz/fuzz.h"
#include "project/plan.h"
#include "render/svg/svg.h"
#include "source/resolve.h"
#include "translation/localise.h"

namespace {

using namespace handbill;

void make(const Document& source, const Document& document, const Edition& edition) {
  static const ThemeFile theme = ThemeFile::built_in();
  const Interface words = Interface::fallback(document.language);
  const auto output = fuzz::take(make_output({.document = document,
                                              .source = source,
                                              .images = {},
                                              .edition = edition,
                                              .words = words,
                                              .theme = &theme,
                                              .fonts = &fuzz::fonts(),
                                              .site = "https://example.org"}));
  if (!output) return;
  // Nothing but text can be made of nothing.
  fuzz::promise(!output->bytes.empty() || edition.medium == Medium::text, "a file is empty");
  if (!output->set.empty()) (void)svg::file(output->set.front(), 0);
}

}  // namespace

void handbill::fuzz::targets::build(std::string_view input) {
  const auto both = parts(input, 2);
  const Document page = parsed(both[0], "en");
  const Document english = take(resolve_links(page, "https://example.org"));
  const Catalogue catalogue = take(parse_catalogue(both[1], place("page.yaml"), "page", language("ar")));
  const Localised localised = take(localise(page, language("ar"), {catalogue}));
  const Document arabic = take(resolve_links(localised.document, "https://example.org"));
  for (const Edition& edition : take(editions_of(page, default_editions()))) {
    make(page, english, edition);
    make(page, arabic, edition);
  }
}
