#include "design/theme_file.h"

#include <array>

#include "core/unicode.h"
#include "core/yaml_packed.h"
#include "design/theme_reader.h"
#include "design/type_slots.h"

namespace handbill {

namespace embedded {
std::vector<yaml::KnownText> themes();
}

namespace {

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

}  // namespace

struct ThemeFile::Data : ThemeData {};

ThemeFile ThemeFile::built_in() {
  auto data = std::make_shared<Data>();
  Diagnostics diagnostics;
  const yaml::Node node = yaml::unpack(embedded::themes().front().packed, Place::in_file("campaign.yaml"));
  read_theme(node, nullptr, *data, diagnostics);
  if (!diagnostics.empty()) internal_error("the built-in theme is wrong: " + to_string(diagnostics.front()));
  ThemeFile file;
  file.data_ = std::move(data);
  return file;
}

Result<ThemeFile> ThemeFile::parse(std::string bytes, const Place& file, const std::vector<std::string>& roles) {
  Result<ThemeFile> result{built_in(), {}};
  const auto text = take(clean_text(std::move(bytes), file), result.diagnostics);
  if (!text) return result;
  const auto node = take(yaml::parse(*text, file, embedded::themes()), result.diagnostics);
  if (!node) return result;
  auto data = std::make_shared<Data>(*result.value.data_);
  read_theme(*node, &roles, *data, result.diagnostics);
  result.value.data_ = std::move(data);
  return result;
}

Theme ThemeFile::theme(LayoutKind layout, const Language& language) const {
  const auto product = data_->products.find(layout);
  const LayoutTheme source = product != data_->products.end() ? made(product->second, *data_)
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
    const bool latin = fit == data_->scripts.end() || slot.key == "code" || slot.key == "address";
    const double own = latin ? 1 : size_factor(fit->second, type);
    type.size = type.size * own;
    if (!latin) type.leading = type.leading * fit->second.leading;
    type.sizes = sizes_beside(data_->scripts, language.script(), own, type);
  }
  return theme;
}

}  // namespace handbill
