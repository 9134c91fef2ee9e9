#include "design/layout_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "design/fit_reader.h"
#include "design/length_text.h"
#include "design/type_slots.h"

namespace handbill {
namespace {

struct SpaceSlot {
  std::string_view key;
  Length Theme::*length;
};

constexpr std::array<SpaceSlot, 6> space_slots = {{{"gutter", &Theme::gutter},
                                                   {"paragraph", &Theme::paragraph_space},
                                                   {"heading", &Theme::heading_space},
                                                   {"list-indent", &Theme::list_indent},
                                                   {"bar", &Theme::bar},
                                                   {"qr", &Theme::qr}}};

constexpr std::array<std::pair<std::string_view, Length Margins::*>, 4> margin_slots = {
    {{"top", &Margins::top}, {"bottom", &Margins::bottom}, {"start", &Margins::start}, {"end", &Margins::end}}};

constexpr std::array<std::pair<std::string_view, LinkPlace>, 3> link_places = {
    {{"list", LinkPlace::list}, {"foot", LinkPlace::foot}, {"none", LinkPlace::none}}};

class LayoutReader {
 public:
  LayoutReader(const LayoutSaid& said, Diagnostics& diagnostics)
      : said_(said), words_(said.words), diagnostics_(diagnostics) {}

  void read(LayoutTheme& layout) {
    yaml::MappingReader reader(said_.node, fmt::format("layout \"{}\"", said_.name), diagnostics_);
    Theme& theme = layout.theme;
    if (said_.scale != nullptr) read_factor(reader, "scale", *said_.scale, diagnostics_);
    read_paper(reader, "drawn-for", theme.drawn_for);
    if (const auto justify = reader.boolean("justify")) theme.justify = *justify;
    read_columns(reader, theme);
    read_links(reader, theme);
    read_arabic_justification(reader, theme);
    if (const auto actions = reader.boolean("numbered-actions")) theme.action_lists = *actions;
    read_picture(reader, theme);
    if (const auto* fit = reader.node("fit")) read_fit_limits(*fit, theme.fit, diagnostics_);
    if (const auto figures = reader.boolean("pulled-figures")) theme.pulled_figures = *figures;
    if (const auto* contents = reader.node("contents")) {
      yaml::MappingReader inner(*contents, "the contents", diagnostics_);
      if (const auto pages = inner.integer("pages")) theme.contents_from_pages = static_cast<int>(*pages);
      if (const auto headings = inner.integer("headings")) theme.contents_from_headings = static_cast<int>(*headings);
      inner.reject_unknown_keys();
    }
    if (const auto* margins = reader.node("margins")) {
      yaml::MappingReader inner(*margins, "the margins", diagnostics_);
      read_paper(inner, "paper", theme.margins_for);
      for (const auto& [key, margin] : margin_slots) read_length(inner, key, theme.margins.*margin);
      inner.reject_unknown_keys();
    }
    if (const auto* space = reader.node("space")) {
      yaml::MappingReader inner(*space, "the space", diagnostics_);
      for (const auto& [key, length] : space_slots) read_length(inner, key, theme.*length);
      inner.reject_unknown_keys();
    }
    if (const auto* types = reader.node("type")) {
      yaml::MappingReader inner(*types, "the type", diagnostics_);
      for (const TypeSlot& slot : type_slots())
        if (const auto* type = inner.node(slot.key)) read_type(*type, slot, layout);
      inner.reject_unknown_keys();
    }
    reader.reject_unknown_keys();
  }

 private:
  void report(std::string code, const Place& place, std::string message, std::string hint) {
    diagnostics_.push_back({.severity = Severity::error,
                            .place = place,
                            .code = std::move(code),
                            .message = std::move(message),
                            .hints = {std::move(hint)}});
  }

  void read_paper(yaml::MappingReader& reader, std::string_view key, std::optional<Size>& size) {
    const auto paper = reader.text(key);
    if (!paper) return;
    size = paper_size(*paper);
    if (!size)
      report("unknown-value", reader.place_of(key), fmt::format("unknown paper \"{}\"", *paper),
             fmt::format("choose one of {}", fmt::join(paper_names(), ", ")));
  }

  void read_picture(yaml::MappingReader& reader, Theme& theme) {
    const auto part = reader.number("picture");
    if (!part) return;
    if (*part >= 0.1 && *part <= 0.9)
      theme.picture = *part;
    else
      report("length", reader.place_of("picture"), fmt::format("a picture cannot take {} of a side's height", *part),
             "choose from 0.1 to 0.9");
  }

  void read_columns(yaml::MappingReader& reader, Theme& theme) {
    constexpr int most_columns = 4;
    const auto columns = reader.integer("columns");
    if (!columns) return;
    if (*columns >= 1 && *columns <= most_columns)
      theme.columns = static_cast<int>(*columns);
    else
      report("length", reader.place_of("columns"), fmt::format("text cannot be set in {} columns", *columns),
             fmt::format("choose from 1 to {}", most_columns));
  }

  void read_links(yaml::MappingReader& reader, Theme& theme) {
    const auto place = reader.text("links");
    if (!place) return;
    for (const auto& [name, value] : link_places)
      if (name == *place) {
        theme.links = value;
        return;
      }
    report("unknown-value", reader.place_of("links"), fmt::format("links cannot be printed at \"{}\"", *place),
           "choose `list` (at the end), `foot` (of the page) or `none`");
  }

  void read_arabic_justification(yaml::MappingReader& reader, Theme& theme) {
    const auto means = reader.text("arabic-justification");
    if (!means) return;
    if (*means == "spaces" || *means == "kashida")
      theme.elongate = *means == "kashida";
    else
      report("unknown-value", reader.place_of("arabic-justification"),
             fmt::format("Arabic cannot be justified by \"{}\"", *means),
             "choose `spaces` (between words) or `kashida` (words drawn out)");
  }

  void read_length(yaml::MappingReader& reader, std::string_view key, Length& length) {
    if (const auto read = handbill::read_length(reader, key, diagnostics_)) length = *read;
  }

  void read_type(const yaml::Node& node, const TypeSlot& slot, LayoutTheme& layout) {
    yaml::MappingReader reader(node, fmt::format("type \"{}\"", slot.key), diagnostics_);
    TypeSpec& type = slot.type(layout.theme);
    if (const auto font = reader.text("font")) read_face(*font, reader.place_of("font"), type);
    if (const auto weight = reader.integer("weight")) type.weight = static_cast<int>(*weight);
    read_length(reader, "size", type.size);
    read_length(reader, "leading", type.leading);
    if (const auto tracking = reader.number("tracking")) type.letter_spacing = *tracking;
    if (const auto which = reader.text("case")) type.upper_case = *which == "upper";
    if (const auto figures = reader.texts("figures")) read_figures(*figures, reader.place_of("figures"), type.figures);
    if (const auto colour = reader.text("colour"))
      read_colour_name(*colour, reader.place_of("colour"), layout.colours[std::string(slot.key)]);
    reader.reject_unknown_keys();
  }

  void read_figures(const std::vector<std::string>& words, const Place& place, Figures& figures) {
    figures = {};
    for (const std::string& word : words) {
      if (word == "lining")
        figures.shape = Figures::Shape::lining;
      else if (word == "old-style")
        figures.shape = Figures::Shape::old_style;
      else if (word == "proportional")
        figures.width = Figures::Width::proportional;
      else if (word == "tabular")
        figures.width = Figures::Width::tabular;
      else
        report("unknown-value", place, fmt::format("figures cannot be \"{}\"", word),
               "choose `lining` or `old-style`, and `proportional` or `tabular`");
    }
  }

  void read_face(const std::string& font, const Place& place, TypeSpec& type) {
    if (words_.roles != nullptr && std::find(words_.roles->begin(), words_.roles->end(), font) == words_.roles->end()) {
      const std::string near = nearest(font, *words_.roles);
      report("unknown-face", place, fmt::format("no face has the role \"{}\"", font),
             near.empty() ? fmt::format("choose one of {}", fmt::join(*words_.roles, ", "))
                          : fmt::format("did you mean \"{}\"?", near));
      return;
    }
    type.role = font;
  }

  void read_colour_name(const std::string& colour, const Place& place, std::string& name) {
    if (std::find(words_.colours.begin(), words_.colours.end(), colour) != words_.colours.end()) {
      name = colour;
      return;
    }
    const std::string near = nearest(colour, words_.colours);
    report("unknown-colour", place, fmt::format("no colour is called \"{}\"", colour),
           near.empty() ? "name it under `colours:`" : fmt::format("did you mean \"{}\"?", near));
  }

  const LayoutSaid& said_;
  const LayoutWords& words_;
  Diagnostics& diagnostics_;
};

}  // namespace

void read_factor(yaml::MappingReader& reader, std::string_view key, double& factor, Diagnostics& diagnostics) {
  const auto value = reader.number(key);
  if (!value) return;
  if (*value >= 0.25 && *value <= 4)
    factor = *value;
  else
    diagnostics.push_back({.severity = Severity::error,
                           .place = reader.place_of(key),
                           .code = "length",
                           .message = fmt::format("type cannot be scaled by {}", *value),
                           .hints = {"choose a factor from 0.25 to 4"}});
}

void read_layout(const LayoutSaid& said, LayoutTheme& layout, Diagnostics& diagnostics) {
  LayoutReader(said, diagnostics).read(layout);
}

}  // namespace handbill
