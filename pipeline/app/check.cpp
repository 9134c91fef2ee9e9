#include "app/check.h"

#include <algorithm>

#include "app/check_report.h"
#include "app/locales.h"
#include "app/localised_page.h"
#include "app/opened_project.h"

namespace handbill {
namespace {

void check_pages(const OpenedProject& opened, const Surroundings& around, Diagnostics& found) {
  for (const SourcePage& page : opened.pages) {
    if (page.document == nullptr) continue;
    for (const Language& locale : locales_of(page)) {
      const auto localised = localise_page(
          {.document = *page.document, .locale = locale, .project = opened.project, .files = around.files});
      Diagnostics more = localised.diagnostics;
      append(found, std::move(more));
    }
  }
}

void check_interfaces(const OpenedProject& opened, const Surroundings& around, Diagnostics& found) {
  for (const SourcePage& page : opened.pages)
    for (const Language& locale : locales_of(page))
      (void)take(read_interface({locale, opened.project, around.home, around.files}), found);
}

}  // namespace

Outcome check(const CheckOptions& options, const Surroundings& around) {
  Diagnostics found;
  const OpenedProject opened = take(open_project(options, around), found);
  if (opened.misused) return {{}, std::move(found), 2};
  check_pages(opened, around, found);
  check_interfaces(opened, around, found);
  tidy(found);
  const bool troubled =
      std::any_of(found.begin(), found.end(), [](const Diagnostic& one) { return one.severity != Severity::note; });
  Outcome outcome{write_report(found, options.format), {}, troubled ? 1 : 0};
  if (options.format == Format::text) outcome.diagnostics = std::move(found);
  return outcome;
}

}  // namespace handbill
