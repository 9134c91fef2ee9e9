#include "app/localised_page.h"

#include "app/locales.h"
#include "source/resolve.h"
#include "translation/localise.h"
#include "translation/pseudo.h"

namespace handbill {
namespace {

void make_strict(Diagnostics& diagnostics) {
  for (Diagnostic& one : diagnostics)
    if (one.code == "missing-unit" || one.code == "empty-unit" || one.code == "missing-catalogue")
      one.severity = Severity::error;
}

}  // namespace

Result<std::optional<Document>> localise_page(const LocaliseInput& input) {
  Result<std::optional<Document>> result;
  Diagnostics& found = result.diagnostics;
  if (pseudo_of(input.locale)) {
    result.value = take(resolve_links(pseudo_localise(input.document, input.locale), input.project.site), found);
    return result;
  }
  const CatalogueChain chain = take(read_catalogues(input.document, input.locale, input.project, input.files), found);
  if (!chain.usable) return result;
  const Localised localised = take(localise(input.document, input.locale, chain.catalogues), found);
  if (input.strict) make_strict(found);
  if (input.strict && has_errors(found)) return result;
  result.value = take(resolve_links(localised.document, input.project.site), found);
  return result;
}

}  // namespace handbill
