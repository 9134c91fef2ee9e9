// What stands in a shortcode's braces, and between two of them.
#include "document/dump.h"
#include "fuzz/fuzz.h"
#include "source/resolve.h"

void handbill::fuzz::targets::shortcode(std::string_view input) {
  const auto both = parts(input, 2);
  const std::string markdown = "Before {{< " + both[0] + " >}}" + both[1] + "{{< /button >}} after.\n";
  const Document document = take(resolve_links(parsed(markdown, "en"), "https://example.org"));
  (void)dump(document);
}
