// The inline elements of an XLIFF text.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "translation/exchange/coded_text.h"

namespace handbill {

/// An element's name without its namespace's prefix.
std::string_view local_name(pugi::xml_node node);

/// The first child of that name; null when there is none.
pugi::xml_node child_named(pugi::xml_node parent, std::string_view name);

/// The Markdown of a unit's codes by their data's ids (2.0); borrows the elements.
class CodeData {
 public:
  explicit CodeData(pugi::xml_node original_data);
  bool empty() const { return texts_.empty(); }
  std::string find(const char* id) const;  ///< empty when there is none

 private:
  std::unordered_map<std::string_view, const char*> texts_;
};

/// The child texts of `content`, a <source> or <target>, after those in `coded`. The Markdown of codes is in the
/// elements themselves (1.2) or, by reference, in `data` (2.0). False when an element has no Markdown or the
/// elements are nested too deeply.
bool read_codes(pugi::xml_node content, const CodeData& data, CodedText& coded);

}  // namespace handbill
