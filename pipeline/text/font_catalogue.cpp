#include "text/font_catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace handbill {
namespace {

class CatalogueReader {
 public:
  explicit CatalogueReader(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

  FontCatalogue read(const yaml::Node& root) {
    yaml::MappingReader reader(root, "fonts.yaml", diagnostics_);
    if (const auto* families = mapping(reader, "families"))
      for (const auto& entry : families->entries) read_family(entry);
    if (const auto* roles = mapping(reader, "roles"))
      for (const auto& entry : roles->entries) catalogue_.roles.push_back({entry.key, read_scripts(entry.value)});
    if (const auto* fallback = mapping(reader, "fallback")) catalogue_.fallback = read_scripts(*fallback);
    reader.reject_unknown_keys();
    return std::move(catalogue_);
  }

 private:
  const yaml::Node* mapping(yaml::MappingReader& reader, std::string_view key) {
    const yaml::Node* node = reader.node(key);
    if (node == nullptr || node->kind == yaml::Kind::null) return nullptr;
    return expect(*node, yaml::Kind::mapping, fmt::format("\"{}\"", key)) ? node : nullptr;
  }

  bool expect(const yaml::Node& node, yaml::Kind kind, const std::string& what) {
    if (node.kind == kind) return true;
    diagnostics_.push_back({Severity::error,
                            node.place,
                            "wrong-type",
                            fmt::format("{} must be {}, not {}", what, yaml::name_of(kind), yaml::name_of(node.kind)),
                            {}});
    return false;
  }

  void read_family(const yaml::Entry& entry) {
    yaml::MappingReader reader(entry.value, fmt::format("family \"{}\"", entry.key), diagnostics_);
    Family family;
    family.name = entry.key;
    family.package = reader.text("package").value_or("");
    const yaml::Node* faces = reader.node("faces");
    if (faces != nullptr && expect(*faces, yaml::Kind::sequence, "\"faces\""))
      for (const auto& item : faces->items) read_face(item, family);
    reader.reject_unknown_keys();
    catalogue_.families.push_back(std::move(family));
  }

  void read_face(const yaml::Node& node, Family& family) {
    yaml::MappingReader reader(node, fmt::format("a face of \"{}\"", family.name), diagnostics_);
    CataloguedFace face;
    face.place = node.place;
    face.file = reader.text("file").value_or("");
    face.weight = static_cast<int>(std::clamp<std::int64_t>(reader.integer("weight").value_or(400), 1, 1000));
    face.italic = reader.text("style").value_or("") == "italic";
    reader.node("sha256");
    reader.reject_unknown_keys();
    if (!face.file.empty()) family.faces.push_back(std::move(face));
  }

  std::vector<ScriptFamilies> read_scripts(const yaml::Node& node) {
    std::vector<ScriptFamilies> scripts;
    if (!expect(node, yaml::Kind::mapping, "families by script")) return scripts;
    yaml::MappingReader reader(node, "families by script", diagnostics_);
    for (const auto& entry : node.entries) {
      ScriptFamilies found{entry.key, {}};
      for (const auto& name : reader.texts(entry.key).value_or(std::vector<std::string>{}))
        if (const auto index = family_index(name, entry.value.place)) found.families.push_back(*index);
      scripts.push_back(std::move(found));
    }
    return scripts;
  }

  std::optional<std::size_t> family_index(const std::string& name, const Place& place) {
    std::vector<std::string> known;
    for (const auto& family : catalogue_.families) known.push_back(family.name);
    const auto found = std::find(known.begin(), known.end(), name);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    Diagnostic unknown{
        Severity::error, place, "unknown-family", fmt::format("there is no font family \"{}\"", name), {}};
    const std::string near = nearest(name, known);
    unknown.hints.push_back(near.empty() ? "name one that is listed under \"families\""
                                         : fmt::format("write \"{}\", if that is what you mean", near));
    diagnostics_.push_back(std::move(unknown));
    return std::nullopt;
  }

  Diagnostics& diagnostics_;
  FontCatalogue catalogue_;
};

/// How far a weight is from the one that is wanted, in the order CSS looks: the lower the better.
std::pair<int, int> weight_rank(int weight, int wanted) {
  const bool heavier = weight > wanted;
  const int distance = heavier ? weight - wanted : wanted - weight;
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return {0, distance};
    return {heavier ? 2 : 1, distance};
  }
  const bool right_side = wanted < 400 ? !heavier : weight >= wanted;
  return {right_side ? 0 : 1, distance};
}

}  // namespace

const ScriptFamilies* find_script(const std::vector<ScriptFamilies>& list, std::string_view script) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const ScriptFamilies& entry) { return entry.script == script; });
  return found == list.end() ? nullptr : &*found;
}

FontCatalogue read_font_catalogue(const yaml::Node& root, Diagnostics& diagnostics) {
  return CatalogueReader(diagnostics).read(root);
}

std::size_t nearest_face(const std::vector<CataloguedFace>& faces, int weight, bool italic) {
  const auto rank = [&](const CataloguedFace& face) {
    return std::pair(face.italic != italic, weight_rank(face.weight, weight));
  };
  const auto best =
      std::min_element(faces.begin(), faces.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
  return static_cast<std::size_t>(best - faces.begin());
}

}  // namespace handbill
