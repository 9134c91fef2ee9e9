// What a theme file says, before a layout and a language are chosen.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/yaml.h"
#include "design/edition.h"
#include "design/script_fit.h"
#include "design/theme.h"

namespace handbill {

/// A layout's theme before colours are filled in: colours are still names.
struct LayoutTheme {
  Theme theme;
  std::map<std::string, std::string, std::less<>> colours;  ///< colour name by kind of text
};

/// A layout that is a flyer larger or smaller, but for what is said of it. It is made when it is asked for, so that it
/// follows what a theme changes of the flyer.
struct Product {
  double scale = 1;
  std::vector<yaml::Node> said;  ///< read one over the other
};

using NamedColours = std::map<std::string, Colour, std::less<>>;

struct ThemeData {
  NamedColours colours;
  ScriptFits scripts;
  LayoutTheme handout;
  LayoutTheme flyer;
  std::map<LayoutKind, Product> products;
};

}  // namespace handbill
