// fonts.yaml as a value.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "core/yaml.h"

namespace handbill {

struct CataloguedFace {
  std::string file;
  int weight = 400;
  bool italic = false;
  Place place;
};

struct Family {
  std::string name;
  std::string package;  ///< of the distribution; may be empty
  std::vector<CataloguedFace> faces;
};

/// Families by script, as indices into FontCatalogue::families. The script "default" is for all others.
struct ScriptFamilies {
  std::string script;
  std::vector<std::size_t> families;
};

struct FontRole {
  std::string name;
  std::vector<ScriptFamilies> scripts;
};

struct FontCatalogue {
  std::vector<Family> families;
  std::vector<FontRole> roles;
  std::vector<ScriptFamilies> fallback;
};

/// What `script` has in `list`, or null. Looks for exactly that script.
const ScriptFamilies* find_script(const std::vector<ScriptFamilies>& list, std::string_view script);

/// Reads the tree of fonts.yaml; what is wrong in it is reported and left out.
FontCatalogue read_font_catalogue(const yaml::Node& root, Diagnostics& diagnostics);

/// Which of a family's faces comes nearest to a weight and style (CSS Fonts 4, 5.2: style first, then weight).
/// The family has at least one face.
std::size_t nearest_face(const std::vector<CataloguedFace>& faces, int weight, bool italic);

}  // namespace handbill
