// A Markdown page.
#include "document/dump.h"
#include "fuzz/fuzz.h"
#include "source/parse.h"
#include "source/resolve.h"
#include "translation/unit.h"

void handbill::fuzz::targets::source(std::string_view input) {
  const Document document = parsed(input, "en");
  const Document resolved = take(resolve_links(document, "https://example.org"));
  promise(dump(document) == dump(parsed(input, "en")), "the same page is read in two ways");
  promise(dump(units_of(document)).size() == dump(units_of(resolved)).size() || !units_of(document).empty(),
          "resolving links loses units");
}
