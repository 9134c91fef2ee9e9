// An XLIFF file, read and written again.
#include "translation/exchange/xliff.h"
#include "fuzz/fuzz.h"
#include "translation/exchange/exported.h"

void handbill::fuzz::targets::xliff(std::string_view input) {
  const auto catalogue = take(read_xliff(std::string(input), place("page.xlf")));
  if (!catalogue) return;
  const Document document = parsed("# Join us\n\nSee [us](/a)[^a].\n\n[^a]: A note.\n", "en");
  for (const XliffVersion version : {XliffVersion::v1_2, XliffVersion::v2_0}) {
    const auto again = take(read_xliff(to_xliff(export_document(document, *catalogue), version), place("page.xlf")));
    promise(again.has_value(), "an XLIFF file cannot be read by who wrote it");
  }
}
