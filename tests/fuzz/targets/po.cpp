// A gettext file, read and written again.
#include "translation/exchange/po.h"
#include "fuzz/fuzz.h"
#include "translation/exchange/exported.h"

void handbill::fuzz::targets::po(std::string_view input) {
  const auto catalogue = take(read_po(std::string(input), place("page.po")));
  if (!catalogue) return;
  const Document document = parsed("# Join us\n\nSee [us](/a)[^a].\n\n[^a]: A note.\n", "en");
  const auto again = take(read_po(to_po(export_document(document, *catalogue)), place("page.po")));
  promise(again.has_value(), "a PO file cannot be read by who wrote it");
}
