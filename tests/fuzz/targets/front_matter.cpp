// The front matter of a page, and the editions it asks for.
#include "document/dump.h"
#include "fuzz/fuzz.h"
#include "project/plan.h"

void handbill::fuzz::targets::front_matter(std::string_view input) {
  const Document document = parsed("---\n" + std::string(input) + "\n---\n\nText.\n", "en");
  const auto editions = take(editions_of(document, default_editions()));
  for (const Edition& edition : editions) promise(!edition.name.empty(), "an edition has no name");
  (void)dump(document);
}
