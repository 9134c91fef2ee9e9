#include "layout/layout.h"

#include "layout/composition.h"
#include "layout/page_plan.h"

namespace handbill {
namespace {

// References to pages change the text, the text changes the pages. Two passes settle all but contrived documents;
// a reference that still moves in the last pass is off by the page its own width pushed it over.
constexpr int most_passes = 4;

PassResult compose(Composition& composition) {
  switch (composition.input().edition.layout) {
    case LayoutKind::flyer:
      return compose_flyer(composition);
    case LayoutKind::handout:
      return compose_handout(composition);
  }
  internal_error("a layout that nothing composes");
}

Pages finish(const LayoutInput& input, Composition& composition, PassResult&& pass) {
  const FrontMatter& front = input.document.front;
  Pages pages{.title = title_text(input.document),
              .description = front.description ? plain_text(front.description->inlines) : std::string(),
              .language = input.document.language,
              .date = front.date,
              .last_modified = front.last_modified,
              .pages = std::move(pass.pages),
              .destinations = std::move(pass.gathered.destinations),
              .outline = std::move(pass.gathered.outline),
              .structure = composition.take_structure()};
  pages.structure.front().language = input.document.language;
  return pages;
}

}  // namespace

Result<Pages> lay_out(const LayoutInput& input) {
  KnownPages known;
  for (int number = 1;; ++number) {
    Composition composition(input, known);
    PassResult pass = compose(composition);
    pass.gathered.found.pages = pass.pages.size();
    if (number == most_passes || !composition.asked_for_pages() || pass.gathered.found == known) {
      Result<Pages> result;
      result.diagnostics = std::move(composition.diagnostics());
      result.value = finish(input, composition, std::move(pass));
      return result;
    }
    known = std::move(pass.gathered.found);
  }
}

}  // namespace handbill
