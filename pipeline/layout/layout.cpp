#include "layout/layout.h"

#include <fmt/format.h>

#include "layout/composition.h"
#include "layout/copyfit.h"
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

/// The document set once, and how well it fits.
struct Trial {
  Result<Pages> pages;
  Filling filling;
};

Trial set(const LayoutInput& input) {
  KnownPages known;
  for (int number = 1;; ++number) {
    Composition composition(input, known);
    PassResult pass = compose(composition);
    pass.gathered.found.pages = pass.pages.size();
    if (number == most_passes || !composition.asked_for_pages() || pass.gathered.found == known) {
      Trial trial;
      trial.pages.diagnostics = std::move(composition.diagnostics());
      trial.filling = std::move(pass.filling);
      trial.pages.value = finish(input, composition, std::move(pass));
      return trial;
    }
    known = std::move(pass.gathered.found);
  }
}

Trial set_at(const LayoutInput& input, const Fit& fit) {
  const Theme theme = scaled(input.theme, fit);
  return set({.document = input.document,
              .images = input.images,
              .edition = input.edition,
              .theme = theme,
              .words = input.words,
              .fonts = input.fonts});
}

Diagnostic too_long(const LayoutInput& input, const Excess& excess) {
  const Edition& edition = input.edition;
  const std::string lines = excess.lines == 1 ? "1 line" : fmt::format("{} lines", excess.lines);
  const std::string sides = edition.sides == 1 ? "1 side" : fmt::format("{} sides", edition.sides);
  return {
      .severity = Severity::error,
      .place = excess.place,
      .code = "too-long",
      .message =
          fmt::format("{} too many for the {} of edition \"{}\" in {}{}, from \"{}\" on", lines, sides, edition.name,
                      input.document.language.tag(), edition.fit ? " at the smallest type" : "", excess.first),
      .hints = {edition.fit ? "shorten the text, leave out a section, or give it another side"
                            : "say `fit: true` to have type made smaller, shorten the text, or give it another side"}};
}

Trial set_to_fit(const LayoutInput& input) {
  const FitLimits& limits = input.theme.fit;
  const auto fit =
      find_fit(limits, [&](const Fit& attempt) { return !set_at(input, attempt).filling.excess.has_value(); });
  const Fit chosen = fit.value_or(rungs(limits).front());
  Trial trial = set_at(input, chosen);
  trial.pages.value.fitting =
      Fitting{.size = chosen.size, .leading = chosen.leading, .space = chosen.space, .fill = trial.filling.last};
  return trial;
}

}  // namespace

Result<Pages> lay_out(const LayoutInput& input) {
  Trial trial = input.edition.fit ? set_to_fit(input) : set(input);
  if (trial.filling.excess) trial.pages.diagnostics.push_back(too_long(input, *trial.filling.excess));
  return std::move(trial.pages);
}

}  // namespace handbill
