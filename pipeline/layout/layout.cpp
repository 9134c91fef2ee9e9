#include "layout/layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "core/limits.h"
#include "design/copyfit.h"
#include "design/on_paper.h"
#include "document/walk.h"
#include "layout/composition.h"
#include "layout/page_plan.h"

namespace handbill {
namespace {

PassResult compose(Composition& composition) {
  switch (composition.input().edition.layout) {
    case LayoutKind::flyer:
      return compose_flyer(composition);
    case LayoutKind::handout:
      return compose_handout(composition);
    case LayoutKind::poster:
      return compose_poster(composition);
    case LayoutKind::leaflet:
      return compose_leaflet(composition);
    case LayoutKind::tent:
      return compose_tent(composition);
    case LayoutKind::tear_off:
      return compose_tear_off(composition);
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
struct Setting {
  Result<Pages> pages;  ///< empty after a trial
  Filling filling;
};

/// Whether there are links inside the document. Their pages are told, so that it is set more than once.
bool refers_to_itself(const Document& document) {
  bool found = false;
  for_each_passage(document, [&](const Passage& passage) {
    for_each_inline(passage.inlines, [&](const Inline& item) {
      const Link* link = std::get_if<Link>(&item.node);
      found = found || (link != nullptr && link->address.starts_with('#'));
    });
  });
  return found;
}

/// What several settings of one document share.
struct Shared {
  bool again = false;  ///< as Pass has it
  Opening opening;
  std::shared_ptr<const Cohesion> cohesion;
  SetMemory memory;
};

// References to pages change the text, the text changes the pages. Two passes settle all but contrived documents;
// a reference that still moves in the last pass is off by the page its own width pushed it over.
Setting set(const LayoutInput& input, Shared& shared, bool trial = false) {
  KnownPages known;
  for (int number = 1;; ++number) {
    Composition composition(input, {.known = known,
                                    .opening = shared.opening,
                                    .cohesion = shared.cohesion,
                                    .memory = &shared.memory,
                                    .trial = trial,
                                    .again = shared.again});
    PassResult pass = compose(composition);
    pass.gathered.found.pages = pass.pages.size();
    if (number == limits::compositions || composition.ends_with_cuts() ||
        composition.answers_hold(pass.gathered.found)) {
      Setting setting;
      setting.pages.diagnostics = composition.take_diagnostics();
      setting.filling = std::move(pass.filling);
      setting.pages.value = finish(input, composition, std::move(pass));
      return setting;
    }
    known = std::move(pass.gathered.found);
  }
}

LayoutInput with_theme(const LayoutInput& input, const Theme& theme) {
  return {.document = input.document,
          .images = input.images,
          .edition = input.edition,
          .theme = theme,
          .words = input.words,
          .fonts = input.fonts,
          .workers = input.workers};
}

/// What is left of the paper for one panel.
Size panel_size(const Edition& edition, Size paper) {
  if (edition.layout == LayoutKind::leaflet) return {paper.height / 3, paper.width};
  if (edition.layout == LayoutKind::tent) return {paper.width, paper.height / 2};
  return paper;
}

/// The theme as it is on the edition's paper. Margins that leave next to nothing of it are reported (`no-room`) and
/// made narrower.
Theme theme_on_paper(const LayoutInput& input, Diagnostics& diagnostics) {
  constexpr Length least = 20_mm;
  const Size paper = paper_size(input.edition.paper).value_or(Size{210_mm, 297_mm});
  Theme theme = on_paper(input.theme, paper);
  Margins& margins = theme.margins;
  const Size panel = panel_size(input.edition, paper);
  if (fits(margins.start + margins.end + least, panel.width) &&
      fits(margins.top + margins.bottom + least, panel.height))
    return theme;
  diagnostics.push_back({.severity = Severity::error,
                         .place = input.edition.place,
                         .code = "no-room",
                         .message = fmt::format("the theme's margins leave no room on {} for edition \"{}\"",
                                                input.edition.paper, input.edition.name),
                         .hints = {"choose a larger paper, or narrower margins in the theme"}});
  for (Length* margin : {&margins.start, &margins.end}) *margin = std::min(*margin, panel.width / 8);
  for (Length* margin : {&margins.top, &margins.bottom}) *margin = std::min(*margin, panel.height / 8);
  return theme;
}

/// What there is room for, in words.
std::string room_name(const Edition& edition) {
  switch (edition.layout) {
    case LayoutKind::leaflet:
      return "6 panels";
    case LayoutKind::tent:
      return edition.sides > 1 ? "2 faces" : "1 face";
    case LayoutKind::flyer:
    case LayoutKind::handout:
    case LayoutKind::poster:
    case LayoutKind::tear_off:
      return edition.sides <= 1 ? "1 side" : fmt::format("{} sides", edition.sides);
  }
  internal_error("a layout without a name for its room");
}

Diagnostic too_long(const LayoutInput& input, const Excess& excess) {
  const Edition& edition = input.edition;
  const std::string lines = excess.lines == 1 ? "1 line" : fmt::format("{} lines", excess.lines);
  return {
      .severity = Severity::error,
      .place = excess.place,
      .code = "too-long",
      .message = fmt::format("{} too many for the {} of edition \"{}\" in {}{}, from \"{}\" on", lines,
                             room_name(edition), edition.name, input.document.language.tag(),
                             edition.fit ? " at the smallest type" : "", excess.first),
      .hints = {edition.fit ? "shorten the text, leave out a section, or give it another side"
                            : "say `fit: true` to have type made smaller, shorten the text, or give it another side"}};
}

Setting set_to_fit(const LayoutInput& input, Shared& shared) {
  const FitLimits& limits = input.theme.fit;
  const auto set_at = [&](const Fit& fit, bool trial) {
    const Theme theme = scaled(input.theme, fit);
    return set(with_theme(input, theme), shared, trial);
  };
  const auto fit = find_fit(limits, [&](const Fit& attempt) { return !set_at(attempt, true).filling.excess; });
  const Fit chosen = fit.value_or(rungs(limits).front());
  Setting setting = set_at(chosen, false);
  setting.pages.value.fitting =
      Fitting{.size = chosen.size, .leading = chosen.leading, .space = chosen.space, .fill = setting.filling.last};
  return setting;
}

}  // namespace

Result<Pages> lay_out(const LayoutInput& wanted) {
  Diagnostics found;
  const Theme theme = theme_on_paper(wanted, found);
  const LayoutInput input = with_theme(wanted, theme);
  Shared shared{.again = input.edition.fit || refers_to_itself(input.document),
                .opening = opening_of(input),
                .cohesion = cohesion_of(input.words)};
  Setting setting = input.edition.fit ? set_to_fit(input, shared) : set(input, shared);
  append(found, std::move(setting.pages.diagnostics));
  setting.pages.diagnostics = std::move(found);
  if (setting.filling.excess) setting.pages.diagnostics.push_back(too_long(input, *setting.filling.excess));
  return std::move(setting.pages);
}

}  // namespace handbill
