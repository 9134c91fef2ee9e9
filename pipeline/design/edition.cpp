#include "design/edition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "core/limits.h"
#include "design/imposition_keys.h"
#include "design/keywords.h"
#include "design/length_text.h"
#include "design/policy_keys.h"

namespace handbill {
namespace {

// ISO 216 and ISO 269 (DL), and US Letter.
constexpr std::array<std::pair<std::string_view, Size>, 7> papers = {{
    {"A3", {297_mm, 420_mm}},
    {"A4", {210_mm, 297_mm}},
    {"A5", {148_mm, 210_mm}},
    {"A6", {105_mm, 148_mm}},
    {"A7", {74_mm, 105_mm}},
    {"DL", {99_mm, 210_mm}},
    {"Letter", {612_pt, 792_pt}},
}};

constexpr std::array<std::pair<std::string_view, Medium>, 3> media = {
    {{"pdf", Medium::pdf}, {"epub", Medium::epub}, {"text", Medium::text}}};

constexpr std::array<std::pair<std::string_view, LayoutKind>, 6> layouts = {{{"flyer", LayoutKind::flyer},
                                                                             {"handout", LayoutKind::handout},
                                                                             {"poster", LayoutKind::poster},
                                                                             {"leaflet", LayoutKind::leaflet},
                                                                             {"tent", LayoutKind::tent},
                                                                             {"tear-off", LayoutKind::tear_off}}};

constexpr std::array<std::pair<std::string_view, TextFormat>, 2> formats = {
    {{"fixed", TextFormat::fixed}, {"flowed", TextFormat::flowed}}};

constexpr int narrowest_text = 20;
constexpr int widest_text = 400;
constexpr int most_sides = 200;
constexpr Length widest_bleed = 20_mm;

bool may_be_in_file_name(std::string_view name) {
  const auto harmless = [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 && c != '/' && c != '\\' && c != 0x7F;
  };
  return !name.empty() && name.size() <= limits::edition_name_bytes && name.front() != '.' &&
         std::all_of(name.begin(), name.end(), harmless);
}

void read_width(yaml::MappingReader& reader, Edition& edition, Diagnostics& diagnostics) {
  const auto width = reader.integer("width");
  if (!width) return;
  if (*width >= narrowest_text && *width <= widest_text) {
    edition.width = static_cast<int>(*width);
    return;
  }
  diagnostics.push_back({.severity = Severity::error,
                         .place = reader.place_of("width"),
                         .code = "unknown-value",
                         .message = fmt::format("a width of {} columns cannot be set", *width),
                         .hints = {fmt::format("choose from {} to {}", narrowest_text, widest_text)}});
}

void read_text_keys(yaml::MappingReader& reader, Edition& edition, Diagnostics& diagnostics) {
  read_width(reader, edition, diagnostics);
  if (const auto name = reader.text("bidi"))
    if (const auto marks = look_up(bidi_marks_by_name, "bidi marks", *name, reader.place_of("bidi"), diagnostics))
      edition.bidi = *marks;
  if (const auto name = reader.text("format"))
    if (const auto format = look_up(formats, "format", *name, reader.place_of("format"), diagnostics))
      edition.format = *format;
}

void read_sides(yaml::MappingReader& reader, Edition& edition, Diagnostics& diagnostics) {
  const auto fit = reader.boolean("fit");
  if (fit) {
    edition.fit = *fit;
    edition.fit_place = reader.place_of("fit");
  }
  const auto sides = reader.integer("sides");
  if (!sides) return;
  if (*sides >= 1 && *sides <= most_sides) {
    edition.sides = static_cast<int>(*sides);
    edition.fit_place = reader.place_of("sides");
    return;
  }
  diagnostics.push_back({.severity = Severity::error,
                         .place = reader.place_of("sides"),
                         .code = "unknown-value",
                         .message = fmt::format("nothing can have {} sides", *sides),
                         .hints = {fmt::format("choose from 1 to {}", most_sides)}});
}

void read_bleed(yaml::MappingReader& reader, Edition& edition, Diagnostics& diagnostics) {
  const auto bleed = read_length(reader, "bleed", diagnostics);
  if (!bleed) return;
  if (*bleed <= widest_bleed) {
    edition.bleed = *bleed;
    return;
  }
  diagnostics.push_back({.severity = Severity::error,
                         .place = reader.place_of("bleed"),
                         .code = "unknown-value",
                         .message = fmt::format("a bleed of {:.3g}mm is more than any printer asks for", bleed->mm()),
                         .hints = {fmt::format("choose up to {:.3g}mm; 3mm is usual", widest_bleed.mm())}});
}

void read_edition(const yaml::Node& node, Edition& edition, Diagnostics& diagnostics) {
  yaml::MappingReader reader(node, fmt::format("edition \"{}\"", edition.name), diagnostics);
  if (const auto name = reader.text("as"))
    if (const auto medium = look_up(media, "medium", *name, reader.place_of("as"), diagnostics))
      edition.medium = *medium;
  if (const auto name = reader.text("layout"))
    if (const auto layout = look_up(layouts, "layout", *name, reader.place_of("layout"), diagnostics))
      edition.layout = *layout;
  if (const auto name = reader.text("paper"))
    if (look_up(papers, "paper", *name, reader.place_of("paper"), diagnostics)) edition.paper = *name;
  if (auto sections = reader.texts("sections")) {
    edition.sections = std::move(*sections);
    edition.place = reader.place_of("sections");
  }
  read_text_keys(reader, edition, diagnostics);
  read_policy(reader, edition.translation, diagnostics);
  read_bleed(reader, edition, diagnostics);
  read_printing(reader, edition, diagnostics);
  read_sides(reader, edition, diagnostics);
  // All others are one sheet.
  const bool any_length = edition.layout == LayoutKind::flyer || edition.layout == LayoutKind::handout;
  if (edition.fit && edition.sides == 0 && any_length)
    diagnostics.push_back(
        {.severity = Severity::error,
         .place = edition.fit_place,
         .code = "no-sides",
         .message = fmt::format("edition \"{}\" is to be fitted, but to how many sides?", edition.name),
         .hints = {"say it, as in `sides: 2`"}});
  reader.reject_unknown_keys();
}

}  // namespace

std::optional<Size> paper_size(std::string_view name) {
  for (const auto& [known, size] : papers)
    if (known == name) return size;
  return std::nullopt;
}

std::vector<std::string> paper_names() {
  return names(papers);
}

std::vector<Edition> default_editions() {
  return {{.name = "flyer", .medium = Medium::pdf, .layout = LayoutKind::flyer, .paper = "A5"},
          {.name = "handout", .medium = Medium::pdf, .layout = LayoutKind::handout, .paper = "A4"},
          {.name = "book", .medium = Medium::epub},
          {.name = "text", .medium = Medium::text}};
}

Result<std::vector<Edition>> read_editions(const yaml::Node& node, std::vector<Edition> base) {
  Result<std::vector<Edition>> result{std::move(base), {}};
  if (node.kind != yaml::Kind::mapping) {
    if (node.kind != yaml::Kind::null)
      result.diagnostics.push_back({.severity = Severity::error,
                                    .place = node.place,
                                    .code = "wrong-type",
                                    .message = fmt::format("\"editions\" must be a map, not {}", name_of(node.kind)),
                                    .hints = {"write each edition as `name: {as: pdf, paper: A4}`"}});
    return result;
  }
  auto& editions = result.value;
  for (const auto& entry : node.entries) {
    auto found = std::find_if(editions.begin(), editions.end(),
                              [&](const Edition& edition) { return edition.name == entry.key; });
    if (entry.value.kind == yaml::Kind::scalar && !entry.value.quoted && entry.value.scalar == "false") {
      if (found != editions.end()) editions.erase(found);
      continue;
    }
    if (!may_be_in_file_name(entry.key)) {
      result.diagnostics.push_back({.severity = Severity::error,
                                    .place = entry.key_place,
                                    .code = "edition-name",
                                    .message = fmt::format("\"{}\" cannot be part of a file's name", entry.key),
                                    .hints = {"name the edition with a few letters, digits and hyphens"}});
      continue;
    }
    if (found == editions.end()) found = editions.insert(found, Edition{.name = entry.key, .place = entry.key_place});
    read_edition(entry.value, *found, result.diagnostics);
  }
  return result;
}

std::string_view file_extension(Medium medium) {
  switch (medium) {
    case Medium::pdf:
      return "pdf";
    case Medium::epub:
      return "epub";
    case Medium::text:
      return "txt";
  }
  internal_error("a medium without a file extension");
}

}  // namespace handbill
