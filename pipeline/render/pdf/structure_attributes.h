// What structure elements say of themselves beyond their role (ISO 32000-1, 14.8.5).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "layout/structure.h"

namespace handbill::pdf {

/// A rectangle in PDF coordinates.
struct ElementBox {
  double left = 0, bottom = 0, right = 0, top = 0;
};

/// The name that a node is referred to by: a note, which must have one (ISO 14289-1, 7.9), and a header cell. The
/// digits are padded, so that the names' order is the nodes' order. Empty for other nodes.
std::string identifier(const Structure& nodes, std::uint32_t node);

/// Each table's header cells by column.
class TableHeaders {
 public:
  explicit TableHeaders(const Structure& nodes);

  /// The header cell of a data cell's column.
  std::optional<std::uint32_t> header_of(std::uint32_t cell) const;

 private:
  using Column = std::pair<std::uint32_t, std::uint32_t>;  ///< table, column
  std::optional<Column> column_of(std::uint32_t cell) const;

  const Structure& nodes_;
  std::map<Column, std::uint32_t> headers_;
};

/// What else there is to know of a node.
struct ElementFacts {
  const ElementBox* box = nullptr;  ///< what is drawn for it; may be null
  bool turns = false;               ///< it is read in another direction than what it stands in
  Direction direction = Direction::left_to_right;
};

/// The value of the element's /A entry; empty when there is nothing to say.
std::string attributes(const Structure& nodes, std::uint32_t node, const TableHeaders& headers,
                       const ElementFacts& facts);

}  // namespace handbill::pdf
