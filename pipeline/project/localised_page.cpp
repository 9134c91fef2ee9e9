#include "project/localised_page.h"

#include <utility>

#include "project/locales.h"
#include "source/resolve.h"
#include "source/size.h"
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

Result<std::optional<Localised>> localise_page(const LocaliseInput& input) {
  Result<std::optional<Localised>> result;
  Diagnostics& found = result.diagnostics;
  if (pseudo_of(input.locale)) {
    Document pseudo = pseudo_localise(input.document, input.locale);
    result.value = Localised{take(resolve_links(std::move(pseudo), input.project.site), found), {}, {}, {}};
    return result;
  }
  const CatalogueChain chain = take(read_catalogues(input.document, input.locale, input.project, input.files), found);
  if (!chain.usable) return result;
  Localised localised =
      take(localise(input.document, input.locale, chain.catalogues, {.use_stale = input.use_stale}), found);
  // A locale file can be larger than the page.
  Diagnostics too_large = oversized(localised.document);
  const bool usable = too_large.empty();
  append(found, std::move(too_large));
  if (!usable) return result;
  if (input.strict) make_strict(found);
  if (input.strict && has_errors(found)) return result;
  localised.document = take(resolve_links(std::move(localised.document), input.project.site), found);
  result.value = std::move(localised);
  return result;
}

}  // namespace handbill
