// A theme file's YAML, read over what is known already.
#pragma once

#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/yaml.h"
#include "design/theme_data.h"

namespace handbill {

/// Reads one file over what is in `data`. `roles` are those of fonts.yaml; null where none is to be looked up.
/// Diagnostics: as ThemeFile::parse().
void read_theme(const yaml::Node& node, const std::vector<std::string>* roles, ThemeData& data,
                Diagnostics& diagnostics);

/// The flyer made into a product.
LayoutTheme made(const Product& product, const ThemeData& data);

}  // namespace handbill
