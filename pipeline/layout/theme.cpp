#include "layout/theme.h"

#include <algorithm>

namespace handbill {
namespace {

constexpr Colour ink{28, 28, 30};
constexpr Colour grey{92, 92, 96};
constexpr Colour green{15, 92, 63};
constexpr Colour light_green{22, 160, 93};
constexpr Colour red{215, 38, 61};
constexpr Colour cream{243, 238, 230};
constexpr Colour hairline{188, 186, 182};
constexpr Colour mint{214, 232, 224};

/// How a script's type is scaled against Latin type of the same nominal size.
struct ScriptFit {
  std::string_view script;
  double size;
  double leading;
};

// Letters without capitals and x-height tricks need a larger body to be as legible; scripts that stack marks above
// and below need more room between baselines (the W3C's layout requirements for each script say so, each in its way).
constexpr ScriptFit script_fits[] = {
    {"Arab", 1.12, 1.26}, {"Hebr", 1.06, 1.06}, {"Deva", 1.04, 1.18}, {"Beng", 1.04, 1.18},
    {"Taml", 1.0, 1.18},  {"Thai", 1.04, 1.22}, {"Ethi", 1.0, 1.1},   {"Hans", 1.0, 1.14},
    {"Hant", 1.0, 1.14},  {"Jpan", 1.0, 1.14},  {"Kore", 1.0, 1.14},
};

void fit(TypeSpec& spec, const ScriptFit& by) {
  spec.size = spec.size * by.size;
  spec.leading = spec.leading * by.leading;
}

void fit_to_script(Theme& theme, std::string_view script) {
  const auto* found = std::find_if(std::begin(script_fits), std::end(script_fits),
                                   [&](const ScriptFit& candidate) { return candidate.script == script; });
  if (found == std::end(script_fits)) return;
  for (TypeSpec* spec : {&theme.body, &theme.title, &theme.kicker, &theme.subtitle, &theme.lead, &theme.quote,
                         &theme.table, &theme.table_header, &theme.note, &theme.contents, &theme.contents_title,
                         &theme.folio, &theme.marker, &theme.action, &theme.address_hint})
    fit(*spec, *found);
  for (TypeSpec& spec : theme.heading) fit(spec, *found);
}

/// What both layouts share.
Theme common_theme() {
  Theme theme;
  theme.accent = red;
  theme.primary = green;
  theme.secondary = light_green;
  theme.panel = cream;
  theme.hairline = hairline;
  theme.link = green;
  return theme;
}

Theme handout_theme() {
  Theme theme = common_theme();
  theme.margins = {.top = 20_mm, .bottom = 22_mm, .start = 24.5_mm, .end = 24.5_mm};
  theme.body = {.role = "serif", .size = 10.2_pt, .leading = 15_pt, .colour = ink};
  theme.title = {.role = "heading", .weight = 800, .size = 23_pt, .leading = 28_pt, .colour = ink};
  theme.kicker = {.role = "sans",
                  .weight = 700,
                  .size = 7.8_pt,
                  .leading = 12_pt,
                  .colour = green,
                  .letter_spacing = 0.09,
                  .upper_case = true};
  theme.subtitle = {.role = "sans", .size = 9_pt, .leading = 13_pt, .colour = grey};
  theme.lead = {.role = "sans", .weight = 700, .size = 10.5_pt, .leading = 15.5_pt, .colour = ink};
  theme.heading = {{
      {.role = "heading", .weight = 800, .size = 17_pt, .leading = 21_pt, .colour = green},
      {.role = "heading", .weight = 800, .size = 13_pt, .leading = 17_pt, .colour = green},
      {.role = "heading", .weight = 800, .size = 11_pt, .leading = 15_pt, .colour = ink},
      {.role = "sans", .weight = 700, .size = 10_pt, .leading = 14_pt, .colour = ink},
      {.role = "sans", .weight = 700, .size = 9.4_pt, .leading = 13.5_pt, .colour = green},
      {.role = "sans", .weight = 700, .size = 9.4_pt, .leading = 13.5_pt, .colour = grey},
  }};
  theme.quote = {.role = "sans", .weight = 700, .size = 11_pt, .leading = 16_pt, .colour = ink};
  theme.code = {.role = "mono", .size = 8.6_pt, .leading = 12.6_pt, .colour = ink};
  theme.table = {.role = "sans", .size = 8.8_pt, .leading = 12.6_pt, .colour = ink};
  theme.table_header = {.role = "sans", .weight = 700, .size = 8.8_pt, .leading = 12.6_pt, .colour = green};
  theme.note = {.role = "sans", .size = 7.8_pt, .leading = 11.2_pt, .colour = ink};
  theme.contents = {.role = "sans", .size = 8.8_pt, .leading = 15.6_pt, .colour = ink};
  theme.contents_title = {.role = "heading", .weight = 800, .size = 9_pt, .leading = 15_pt, .colour = green};
  theme.folio = {.role = "sans", .size = 7.8_pt, .leading = 11_pt, .colour = grey};
  theme.marker = {.role = "sans", .weight = 700, .size = 9.4_pt, .leading = 15_pt, .colour = red};
  theme.action = {.role = "heading", .weight = 800, .size = 14_pt, .leading = 18_pt, .colour = green};
  theme.address = {.role = "sans", .weight = 700, .size = 9.5_pt, .leading = 14_pt, .colour = ink};
  theme.address_hint = {.role = "sans", .size = 7.8_pt, .leading = 12_pt, .colour = grey};
  theme.paragraph_space = 7_pt;
  theme.heading_space = 17_pt;
  theme.list_indent = 17_pt;
  theme.bar = 2.6_pt;
  theme.qr = 21_mm;
  theme.justify = true;
  return theme;
}

Theme flyer_theme() {
  Theme theme = common_theme();
  theme.margins = {.top = 13_mm, .bottom = 12_mm, .start = 12_mm, .end = 12_mm};
  theme.body = {.role = "sans", .size = 8.6_pt, .leading = 12.2_pt, .colour = ink};
  theme.title = {.role = "heading", .weight = 800, .size = 25_pt, .leading = 29_pt, .colour = white};
  theme.kicker = {.role = "sans", .size = 7.6_pt, .leading = 11_pt, .colour = mint};
  theme.subtitle = {.role = "sans", .size = 8.6_pt, .leading = 12_pt, .colour = mint};
  theme.lead = {.role = "sans", .weight = 700, .size = 10.4_pt, .leading = 14_pt, .colour = ink};
  theme.heading = {{
      {.role = "heading", .weight = 800, .size = 14_pt, .leading = 18_pt, .colour = green},
      {.role = "heading", .weight = 800, .size = 11.4_pt, .leading = 15_pt, .colour = green},
      {.role = "heading", .weight = 800, .size = 9.6_pt, .leading = 13_pt, .colour = ink},
      {.role = "sans", .weight = 700, .size = 8.8_pt, .leading = 12.2_pt, .colour = ink},
      {.role = "sans", .weight = 700, .size = 8.6_pt, .leading = 12.2_pt, .colour = green},
      {.role = "sans", .weight = 700, .size = 8.6_pt, .leading = 12.2_pt, .colour = grey},
  }};
  theme.quote = {.role = "sans", .size = 9_pt, .leading = 12.8_pt, .colour = ink};
  theme.code = {.role = "mono", .size = 7.4_pt, .leading = 10.6_pt, .colour = ink};
  theme.table = {.role = "sans", .size = 7.6_pt, .leading = 10.6_pt, .colour = ink};
  theme.table_header = {.role = "sans", .weight = 700, .size = 7.6_pt, .leading = 10.6_pt, .colour = green};
  theme.note = {.role = "sans", .size = 6.6_pt, .leading = 9.2_pt, .colour = ink};
  theme.contents = {.role = "sans", .size = 8_pt, .leading = 13_pt, .colour = ink};
  theme.contents_title = {.role = "heading", .weight = 800, .size = 8.4_pt, .leading = 13_pt, .colour = green};
  theme.folio = {.role = "sans", .size = 6.8_pt, .leading = 9_pt, .colour = grey};
  theme.marker = {.role = "sans", .weight = 700, .size = 8.6_pt, .leading = 12.2_pt, .colour = red};
  theme.action = {.role = "heading", .weight = 800, .size = 15.5_pt, .leading = 19_pt, .colour = green};
  theme.address = {.role = "sans", .weight = 700, .size = 9.4_pt, .leading = 13_pt, .colour = ink};
  theme.address_hint = {.role = "sans", .size = 7_pt, .leading = 10_pt, .colour = grey};
  theme.paragraph_space = 5_pt;
  theme.heading_space = 12_pt;
  theme.list_indent = 14_pt;
  theme.bar = 2.8_pt;
  theme.qr = 21_mm;
  theme.action_lists = true;
  theme.contents_from_pages = 1000;
  return theme;
}

}  // namespace

Theme default_theme(LayoutKind layout, const Language& language) {
  Theme theme;
  switch (layout) {
    case LayoutKind::flyer:
      theme = flyer_theme();
      break;
    case LayoutKind::handout:
      theme = handout_theme();
      break;
  }
  fit_to_script(theme, language.script());
  return theme;
}

bool emphasised_by_italics(std::string_view script) {
  return script == "Latn" || script == "Grek" || script == "Cyrl";
}

}  // namespace handbill
