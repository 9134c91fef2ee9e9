#include "design/theme_reader.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <optional>
#include <utility>

#include "design/copyfit.h"
#include "design/layout_reader.h"

namespace handbill {
namespace {

constexpr std::array<std::pair<std::string_view, LayoutKind>, 4> products = {{{"poster", LayoutKind::poster},
                                                                              {"leaflet", LayoutKind::leaflet},
                                                                              {"tent", LayoutKind::tent},
                                                                              {"tear-off", LayoutKind::tear_off}}};

std::optional<Colour> hexadecimal(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::uint32_t value = 0;
  const auto parsed = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                static_cast<std::uint8_t>(value)};
}

void read_colours(const yaml::Node& node, NamedColours& colours, Diagnostics& diagnostics) {
  const yaml::MappingReader all(node, "the colours", diagnostics);
  for (const yaml::Entry& entry : node.entries) {
    if (const auto colour = hexadecimal(entry.value.scalar))
      colours[entry.key] = *colour;
    else
      diagnostics.push_back({.severity = Severity::error,
                             .place = entry.value.place,
                             .code = "unknown-colour",
                             .message = fmt::format("\"{}\" is no colour", entry.value.scalar),
                             .hints = {"write it as \"#rrggbb\", in quotes"}});
  }
}

void read_scripts(const yaml::Node& node, ScriptFits& scripts, Diagnostics& diagnostics) {
  const yaml::MappingReader all(node, "the scripts", diagnostics);
  for (const yaml::Entry& entry : node.entries) {
    ScriptFit& fit = scripts[entry.key];
    yaml::MappingReader reader(entry.value, fmt::format("script \"{}\"", entry.key), diagnostics);
    read_factor(reader, "size", fit.size, diagnostics);
    read_factor(reader, "leading", fit.leading, diagnostics);
    fit.display = fit.size;
    read_factor(reader, "display", fit.display, diagnostics);
    reader.reject_unknown_keys();
  }
}

LayoutWords words_of(const ThemeData& data, const std::vector<std::string>* roles) {
  LayoutWords words{.roles = roles, .colours = {}};
  for (const auto& [name, colour] : data.colours) words.colours.push_back(name);
  return words;
}

}  // namespace

void read_theme(const yaml::Node& node, const std::vector<std::string>* roles, ThemeData& data,
                Diagnostics& diagnostics) {
  yaml::MappingReader reader(node, "the theme", diagnostics);
  if (const auto* colours = reader.node("colours")) read_colours(*colours, data.colours, diagnostics);
  if (const auto* scripts = reader.node("scripts")) read_scripts(*scripts, data.scripts, diagnostics);
  const LayoutWords words = words_of(data, roles);
  if (const auto* handout = reader.node("handout"))
    read_layout({*handout, "handout", words}, data.handout, diagnostics);
  if (const auto* flyer = reader.node("flyer")) read_layout({*flyer, "flyer", words}, data.flyer, diagnostics);
  for (const auto& [key, kind] : products) {
    const auto* said = reader.node(key);
    if (said == nullptr) continue;
    LayoutTheme tried = data.flyer;
    read_layout({*said, key, words, &data.products[kind].scale}, tried, diagnostics);
    data.products[kind].said.push_back(*said);
  }
  reader.reject_unknown_keys();
}

LayoutTheme made(const Product& product, const ThemeData& data) {
  Diagnostics reported_before;
  const LayoutWords words = words_of(data, nullptr);
  LayoutTheme layout = data.flyer;
  layout.theme = enlarged(std::move(layout.theme), product.scale);
  layout.theme.margins_for.reset();  // a flyer's paper is not the product's
  for (const yaml::Node& said : product.said) read_layout({said, "product", words}, layout, reported_before);
  return layout;
}

}  // namespace handbill
