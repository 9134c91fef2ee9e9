// What a theme file says of one layout.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/yaml.h"
#include "design/theme_data.h"

namespace handbill {

/// A factor under `key`, if it is there and type can be scaled by it; what it cannot be scaled by is reported
/// (`length`).
void read_factor(yaml::MappingReader& reader, std::string_view key, double& factor, Diagnostics& diagnostics);

/// What a layout is read by.
struct LayoutWords {
  const std::vector<std::string>* roles = nullptr;  ///< of fonts.yaml; null where none is to be looked up
  std::vector<std::string> colours;                 ///< their names
};

/// What is said of a layout, and what its words are looked up in.
struct LayoutSaid {
  const yaml::Node& node;
  std::string_view name;
  const LayoutWords& words;
  double* scale = nullptr;  ///< takes the layout's `scale`, where it may have one
};

/// Reads it over `layout`. Diagnostics: as ThemeFile::parse().
void read_layout(const LayoutSaid& said, LayoutTheme& layout, Diagnostics& diagnostics);

}  // namespace handbill
