#include "translation/exchange/xliff_codes.h"

#include <charconv>

#include "core/limits.h"
#include "core/unicode.h"

namespace handbill {
namespace {

using PieceKind = CodedPiece::Kind;

// Elements that mark a part of a text and are no codes may stand around each other as well.
constexpr int element_nesting = 2 * limits::inline_nesting;

class CodeReader {
 public:
  CodeReader(const CodeData& data, CodedText& coded) : data_(data), coded_(coded) {}

  bool run(pugi::xml_node parent, int depth) {
    if (depth > element_nesting) return false;
    for (const pugi::xml_node node : parent.children()) {
      const bool text = node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
      if (text) coded_.push_back({PieceKind::text, node.value()});
      if (node.type() == pugi::node_element && !element(node, depth)) return false;
    }
    return true;
  }

 private:
  bool element(pugi::xml_node node, int depth) {
    const std::string_view name = local_name(node);
    if (name == "pc")
      return code(PieceKind::open, data(node, "dataRefStart")) && run(node, depth + 1) &&
             code(PieceKind::close, data(node, "dataRefEnd"));
    if (name == "sc") return code(PieceKind::open, data(node, "dataRef"));
    if (name == "ec") return code(PieceKind::close, data(node, "dataRef"));
    if (name == "ph") return code(PieceKind::whole, data_.empty() ? node.child_value() : data(node, "dataRef"));
    if (name == "bpt") return code(PieceKind::open, node.child_value());
    if (name == "ept") return code(PieceKind::close, node.child_value());
    if (name == "cp") return character(node);
    if (name == "mrk") return run(node, depth + 1);
    return name == "sm" || name == "em";
  }

  bool code(PieceKind kind, std::string markdown) {
    const bool said = !markdown.empty();
    coded_.push_back({kind, std::move(markdown)});
    return said;
  }

  std::string data(pugi::xml_node node, const char* attribute) const {
    return data_.find(node.attribute(attribute).value());
  }

  // A character that XML cannot hold, by its number.
  bool character(pugi::xml_node node) {
    const std::string_view hex = node.attribute("hex").value();
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
    if (error != std::errc() || end != hex.data() + hex.size() || number == 0 || number > 0x10FFFF) return false;
    coded_.push_back({PieceKind::text, to_utf8(static_cast<char32_t>(number))});
    return true;
  }

  const CodeData& data_;
  CodedText& coded_;
};

}  // namespace

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

pugi::xml_node child_named(pugi::xml_node parent, std::string_view name) {
  return parent.find_child([&](pugi::xml_node child) { return local_name(child) == name; });
}

CodeData::CodeData(pugi::xml_node original_data) {
  for (const pugi::xml_node data : original_data.children())
    texts_.emplace(data.attribute("id").value(), data.child_value());
}

std::string CodeData::find(const char* id) const {
  const auto found = texts_.find(id);
  return found == texts_.end() ? std::string() : found->second;
}

bool read_codes(pugi::xml_node content, const CodeData& data, CodedText& coded) {
  return CodeReader(data, coded).run(content, 0);
}

}  // namespace handbill
