#include "layout/theme_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <optional>

#include "core/unicode.h"
#include "core/yaml.h"
#include "layout/copyfit.h"
#include "layout/length_text.h"
#include "layout/type_slots.h"

namespace handbill {

namespace embedded {
std::string_view campaign_theme();
}

namespace {

/// How a script's type is scaled against Latin type of the same nominal size.
struct ScriptFit {
  double size = 1;
  double leading = 1;
  double display = 1;  ///< size of titles and headings, whose faces differ more than those of running text
};

/// Colours of the theme itself, by their names in the file.
struct ColourSlot {
  std::string_view key;
  Colour Theme::*colour;
};

constexpr std::array<ColourSlot, 7> colour_slots = {{{"accent", &Theme::accent},
                                                     {"primary", &Theme::primary},
                                                     {"secondary", &Theme::secondary},
                                                     {"panel", &Theme::panel},
                                                     {"hairline", &Theme::hairline},
                                                     {"link", &Theme::link},
                                                     {"headline", &Theme::headline}}};

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

/// A layout's theme before colours are filled in: colours are still names.
struct LayoutTheme {
  Theme theme;
  std::map<std::string, std::string, std::less<>> colours;  ///< colour name by kind of text
};

std::optional<Colour> hexadecimal(std::string_view text) {
  if (text.size() != 7 || text.front() != '#') return std::nullopt;
  std::uint32_t value = 0;
  const auto parsed = std::from_chars(text.data() + 1, text.data() + text.size(), value, 16);
  if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return std::nullopt;
  return Colour{static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
                static_cast<std::uint8_t>(value)};
}

/// Nothing when one of them is no number.
std::vector<double> numbers_of(const std::vector<std::string>& texts) {
  std::vector<double> numbers;
  for (const std::string& text : texts) {
    double value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size()) return {};
    numbers.push_back(value);
  }
  return numbers;
}

/// A layout that is a flyer larger or smaller, but for what is said of it. It is made when it is asked for, so that it
/// follows what a theme changes of the flyer.
struct Product {
  double scale = 1;
  std::vector<yaml::Node> said;  ///< read one over the other
};

constexpr std::array<std::pair<std::string_view, LayoutKind>, 4> products = {{{"poster", LayoutKind::poster},
                                                                              {"leaflet", LayoutKind::leaflet},
                                                                              {"tent", LayoutKind::tent},
                                                                              {"tear-off", LayoutKind::tear_off}}};

}  // namespace

struct ThemeFile::Data {
  std::map<std::string, Colour, std::less<>> colours;
  std::map<std::string, ScriptFit, std::less<>> scripts;
  LayoutTheme handout;
  LayoutTheme flyer;
  std::map<LayoutKind, Product> products;
};

namespace {

/// Reads one file over what is in `data`.
class ThemeReader {
 public:
  ThemeReader(const std::vector<std::string>* roles, Diagnostics& diagnostics)
      : roles_(roles), diagnostics_(diagnostics) {}

  /// What is said of a product, over `layout`. It has been read once already, so that there is nothing left to report.
  void read_over(const yaml::Node& said, const std::map<std::string, Colour, std::less<>>& colours,
                 LayoutTheme& layout) {
    colour_names_.clear();
    for (const auto& [name, colour] : colours) colour_names_.push_back(name);
    read_layout(said, "product", layout);
  }

  template <class Data>
  void read(const yaml::Node& node, Data& data) {
    yaml::MappingReader reader(node, "the theme", diagnostics_);
    if (const auto* colours = reader.node("colours")) read_colours(*colours, data.colours);
    for (const auto& [name, colour] : data.colours) colour_names_.push_back(name);
    if (const auto* scripts = reader.node("scripts")) read_scripts(*scripts, data.scripts);
    if (const auto* handout = reader.node("handout")) read_layout(*handout, "handout", data.handout);
    if (const auto* flyer = reader.node("flyer")) read_layout(*flyer, "flyer", data.flyer);
    for (const auto& [key, kind] : products)
      if (const auto* said = reader.node(key)) read_product(*said, key, data.flyer, data.products[kind]);
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

  void read_colours(const yaml::Node& node, std::map<std::string, Colour, std::less<>>& colours) {
    const yaml::MappingReader all(node, "the colours", diagnostics_);
    for (const yaml::Entry& entry : node.entries) {
      if (const auto colour = hexadecimal(entry.value.scalar))
        colours[entry.key] = *colour;
      else
        report("unknown-colour", entry.value.place, fmt::format("\"{}\" is no colour", entry.value.scalar),
               "write it as \"#rrggbb\", in quotes");
    }
  }

  void read_scripts(const yaml::Node& node, std::map<std::string, ScriptFit, std::less<>>& scripts) {
    const yaml::MappingReader all(node, "the scripts", diagnostics_);
    for (const yaml::Entry& entry : node.entries) {
      ScriptFit& fit = scripts[entry.key];
      yaml::MappingReader reader(entry.value, fmt::format("script \"{}\"", entry.key), diagnostics_);
      read_factor(reader, "size", fit.size);
      read_factor(reader, "leading", fit.leading);
      fit.display = fit.size;
      read_factor(reader, "display", fit.display);
      reader.reject_unknown_keys();
    }
  }

  void read_factor(yaml::MappingReader& reader, std::string_view key, double& factor) {
    const auto value = reader.number(key);
    if (!value) return;
    if (*value >= 0.25 && *value <= 4)
      factor = *value;
    else
      report("length", reader.place_of(key), fmt::format("type cannot be scaled by {}", *value),
             "choose a factor from 0.25 to 4");
  }

  void read_product(const yaml::Node& node, std::string_view name, const LayoutTheme& flyer, Product& product) {
    LayoutTheme tried = flyer;
    read_layout(node, name, tried, &product.scale);
    product.said.push_back(node);
  }

  void read_layout(const yaml::Node& node, std::string_view name, LayoutTheme& layout, double* scale = nullptr) {
    yaml::MappingReader reader(node, fmt::format("layout \"{}\"", name), diagnostics_);
    Theme& theme = layout.theme;
    if (scale != nullptr) read_factor(reader, "scale", *scale);
    if (const auto paper = reader.text("drawn-for")) {
      theme.drawn_for = paper_size(*paper);
      if (!theme.drawn_for)
        report("unknown-value", reader.place_of("drawn-for"), fmt::format("unknown paper \"{}\"", *paper),
               fmt::format("choose one of {}", fmt::join(paper_names(), ", ")));
    }
    if (const auto justify = reader.boolean("justify")) theme.justify = *justify;
    read_columns(reader, theme);
    read_links(reader, theme);
    read_arabic_justification(reader, theme);
    if (const auto actions = reader.boolean("numbered-actions")) theme.action_lists = *actions;
    read_picture(reader, theme);
    if (const auto* fit = reader.node("fit")) read_fit(*fit, theme.fit);
    if (const auto figures = reader.boolean("pulled-figures")) theme.pulled_figures = *figures;
    if (const auto* contents = reader.node("contents")) {
      yaml::MappingReader inner(*contents, "the contents", diagnostics_);
      if (const auto pages = inner.integer("pages")) theme.contents_from_pages = static_cast<int>(*pages);
      if (const auto headings = inner.integer("headings")) theme.contents_from_headings = static_cast<int>(*headings);
      inner.reject_unknown_keys();
    }
    if (const auto* margins = reader.node("margins")) {
      yaml::MappingReader inner(*margins, "the margins", diagnostics_);
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

  void read_picture(yaml::MappingReader& reader, Theme& theme) {
    const auto part = reader.number("picture");
    if (!part) return;
    if (*part >= 0.1 && *part <= 0.9)
      theme.picture = *part;
    else
      report("length", reader.place_of("picture"), fmt::format("a picture cannot take {} of a side's height", *part),
             "choose from 0.1 to 0.9");
  }

  void read_fit(const yaml::Node& node, FitLimits& fit) {
    yaml::MappingReader reader(node, "the fit", diagnostics_);
    read_range(reader, "size", fit.size);
    read_range(reader, "leading", fit.leading);
    read_range(reader, "space", fit.space);
    if (const auto least = reader.number("picture")) {
      if (*least >= 0.1 && *least <= 1)
        fit.picture = *least;
      else
        report("length", reader.place_of("picture"), fmt::format("{} of a picture cannot be left", *least),
               "choose from 0.1 to 1");
    }
    read_length(reader, "smallest", fit.smallest);
    if (const auto rest = reader.text("rest")) {
      if (*rest == "between" || *rest == "below")
        fit.share_space = *rest == "between";
      else
        report("unknown-value", reader.place_of("rest"), fmt::format("room cannot be left \"{}\"", *rest),
               "choose `between` (the blocks) or `below` (them)");
    }
    reader.reject_unknown_keys();
  }

  void read_range(yaml::MappingReader& reader, std::string_view key, Range& range) {
    const auto texts = reader.texts(key);
    if (!texts) return;
    const auto numbers = numbers_of(*texts);
    if (numbers.size() == 2 && numbers[0] >= 0.25 && numbers[0] <= 1 && numbers[1] >= 1 && numbers[1] <= 4)
      range = {numbers[0], numbers[1]};
    else
      report("length", reader.place_of(key), fmt::format("\"{}\" is no range to scale by", fmt::join(*texts, ", ")),
             "write the least, from 0.25 to 1, and the most, from 1 to 4, as in [0.8, 1.35]");
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
    if (const auto colour = reader.text("colour"))
      read_colour_name(*colour, reader.place_of("colour"), layout.colours[std::string(slot.key)]);
    reader.reject_unknown_keys();
  }

  void read_face(const std::string& font, const Place& place, TypeSpec& type) {
    if (roles_ != nullptr && std::find(roles_->begin(), roles_->end(), font) == roles_->end()) {
      const std::string near = nearest(font, *roles_);
      report("unknown-face", place, fmt::format("no face has the role \"{}\"", font),
             near.empty() ? fmt::format("choose one of {}", fmt::join(*roles_, ", "))
                          : fmt::format("did you mean \"{}\"?", near));
      return;
    }
    type.role = font;
  }

  void read_colour_name(const std::string& colour, const Place& place, std::string& name) {
    if (std::find(colour_names_.begin(), colour_names_.end(), colour) != colour_names_.end()) {
      name = colour;
      return;
    }
    const std::string near = nearest(colour, colour_names_);
    report("unknown-colour", place, fmt::format("no colour is called \"{}\"", colour),
           near.empty() ? "name it under `colours:`" : fmt::format("did you mean \"{}\"?", near));
  }

  const std::vector<std::string>* roles_;
  Diagnostics& diagnostics_;
  std::vector<std::string> colour_names_;
};

}  // namespace

ThemeFile ThemeFile::built_in() {
  auto data = std::make_shared<Data>();
  Diagnostics diagnostics;
  const auto node =
      take(yaml::parse(embedded::campaign_theme(), Place::in_file("campaign.yaml").at(1, 1)), diagnostics);
  if (node) ThemeReader(nullptr, diagnostics).read(*node, *data);
  if (!diagnostics.empty()) internal_error("the built-in theme is wrong: " + to_string(diagnostics.front()));
  ThemeFile file;
  file.data_ = std::move(data);
  return file;
}

Result<ThemeFile> ThemeFile::parse(std::string bytes, const Place& file, const std::vector<std::string>& roles) {
  Result<ThemeFile> result{built_in(), {}};
  const auto text = take(clean_text(std::move(bytes), file), result.diagnostics);
  if (!text) return result;
  const auto node = take(yaml::parse(*text, file.at(1, 1)), result.diagnostics);
  if (!node) return result;
  auto data = std::make_shared<Data>(*result.value.data_);
  ThemeReader(&roles, result.diagnostics).read(*node, *data);
  result.value.data_ = std::move(data);
  return result;
}

namespace {

LayoutTheme made(const Product& product, const std::map<std::string, Colour, std::less<>>& colours, LayoutTheme flyer) {
  Diagnostics reported_before;
  flyer.theme = enlarged(std::move(flyer.theme), product.scale);
  for (const yaml::Node& said : product.said) ThemeReader(nullptr, reported_before).read_over(said, colours, flyer);
  return flyer;
}

}  // namespace

Theme ThemeFile::theme(LayoutKind layout, const Language& language) const {
  const auto product = data_->products.find(layout);
  const LayoutTheme source = product != data_->products.end() ? made(product->second, data_->colours, data_->flyer)
                             : layout == LayoutKind::handout  ? data_->handout
                                                              : data_->flyer;
  Theme theme = source.theme;
  const auto colour = [&](std::string_view name) {
    const auto found = data_->colours.find(name);
    return found == data_->colours.end() ? black : found->second;
  };
  for (const ColourSlot& slot : colour_slots) theme.*slot.colour = colour(slot.key);
  const auto fit = data_->scripts.find(language.script());
  for (const TypeSlot& slot : type_slots()) {
    TypeSpec& type = slot.type(theme);
    if (const auto name = source.colours.find(slot.key); name != source.colours.end())
      type.colour = colour(name->second);
    // Code and addresses are Latin in every language.
    if (fit == data_->scripts.end() || slot.key == "code" || slot.key == "address") continue;
    type.size = type.size * (type.role == "heading" ? fit->second.display : fit->second.size);
    type.leading = type.leading * fit->second.leading;
  }
  return theme;
}

}  // namespace handbill
