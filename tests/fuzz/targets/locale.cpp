// A locale file, merged with a page. Nothing that it says leads a reader elsewhere.
#include <set>

#include "document/walk.h"
#include "fuzz/fuzz.h"
#include "translation/localise.h"

namespace {

constexpr std::string_view page =
    "---\ntitle: Join us\n---\n\nSee [us](https://example.org/a \"Here\") or `room-214`[^a].\n\n## What next\n\n"
    "- **Ask** a _colleague_.\n- ![Us](us.png)\n\n| Day | Hour |\n| --- | --- |\n| Monday | 12 |\n\n"
    "{{< button href=\"/join\" >}}Join{{< /button >}}\n\n[^a]: A note.\n";

std::set<std::string> addresses_of(const handbill::Document& document) {
  using namespace handbill;
  std::set<std::string> addresses;
  for_each_passage(document, [&](const Passage& passage) {
    for_each_inline(passage.inlines, [&](const Inline& one) {
      if (const auto* link = std::get_if<Link>(&one.node)) addresses.insert(link->address);
      if (const auto* image = std::get_if<InlineImage>(&one.node)) addresses.insert(image->address);
    });
  });
  return addresses;
}

}  // namespace

void handbill::fuzz::targets::locale(std::string_view input) {
  const Document document = parsed(page, "en");
  const Catalogue catalogue = take(parse_catalogue(std::string(input), place("page.yaml"), "page", language("ar")));
  const Localised localised = take(localise(document, language("ar"), {catalogue}));
  promise(localised.coverage.translated + localised.coverage.missing() == localised.coverage.units,
          "units are counted wrongly");
  const auto known = addresses_of(document);
  for (const std::string& address : addresses_of(localised.document))
    promise(known.count(address) == 1, "a translation leads elsewhere");
}
