// What the marks on a page mean: the tree a screen reader follows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/diagnostic.h"
#include "core/language.h"

namespace handbill {

/// The PDF 1.7 standard structure types (ISO 32000-1, 14.8.4) that Handbill uses.
enum class Role : std::uint8_t {
  document,
  section,
  heading1,
  heading2,
  heading3,
  heading4,
  heading5,
  heading6,
  paragraph,
  list,
  list_item,
  label,
  list_body,
  table,
  table_row,
  header_cell,
  data_cell,
  figure,
  link,
  note,
  reference,
  quote,
  block_quote,
  code,
  caption,
  contents,
  contents_item,
  span
};

/// What the items of a list are marked with.
enum class ListMarks : std::uint8_t { none, bullets, numbers };

/// Index of a node in Structure; marks that mean nothing (rules, page numbers, backgrounds) carry `artefact`.
enum class StructureId : std::uint32_t { artefact = 0xFFFFFFFF };

struct StructureNode {
  Role role = Role::document;
  std::optional<StructureId> parent;  ///< nothing for the root, node 0
  std::optional<Language> language;   ///< where it differs from the parent's
  std::string alternative;            ///< Role::figure: what it shows, in words
  std::string says;                   ///< what a screen reader says for generated marks in it: a list number
  std::uint32_t column = 0;           ///< cells: counted from 0 in reading order
  ListMarks marks = ListMarks::none;  ///< Role::list
  Place origin;                       ///< in the source, so that a fault in the output has a line in the input
};

/// Nodes in reading order, a parent before its children.
using Structure = std::vector<StructureNode>;

}  // namespace handbill
