#include "render/pdf/structure_attributes.h"

#include <fmt/format.h>

#include "render/pdf/syntax.h"

namespace handbill::pdf {
namespace {

std::optional<std::uint32_t> parent_of(const Structure& nodes, std::uint32_t node) {
  const auto& parent = nodes[node].parent;
  return parent ? std::optional(static_cast<std::uint32_t>(*parent)) : std::nullopt;
}

/// Whether a figure stands in a line of text.
bool is_inline(const Structure& nodes, std::uint32_t node) {
  const auto parent = parent_of(nodes, node);
  if (!parent) return false;
  switch (nodes[*parent].role) {
    case Role::document:
    case Role::section:
    case Role::list_body:
    case Role::block_quote:
    case Role::note:
      return false;
    case Role::heading1:
    case Role::heading2:
    case Role::heading3:
    case Role::heading4:
    case Role::heading5:
    case Role::heading6:
    case Role::paragraph:
    case Role::list:
    case Role::list_item:
    case Role::label:
    case Role::table:
    case Role::table_row:
    case Role::header_cell:
    case Role::data_cell:
    case Role::figure:
    case Role::link:
    case Role::reference:
    case Role::quote:
    case Role::code:
    case Role::caption:
    case Role::contents:
    case Role::contents_item:
    case Role::span:
      return true;
  }
  internal_error("a structure node has no role");
}

std::string numbering(ListMarks marks) {
  switch (marks) {
    case ListMarks::none:
      return "None";
    case ListMarks::bullets:
      return "Disc";
    case ListMarks::numbers:
      return "Decimal";
  }
  internal_error("a list without marks");
}

std::string layout_attributes(const Structure& nodes, std::uint32_t node, const ElementFacts& facts) {
  std::string out;
  if (facts.turns) out += facts.direction == Direction::right_to_left ? "/WritingMode /RlTb" : "/WritingMode /LrTb";
  if (nodes[node].role == Role::figure && facts.box != nullptr) {
    if (!is_inline(nodes, node)) out += "/Placement /Block";
    out += "/BBox " + numbers({facts.box->left, facts.box->bottom, facts.box->right, facts.box->top});
  }
  return out.empty() ? out : "<</O /Layout " + out + ">>";
}

}  // namespace

std::string identifier(const Structure& nodes, std::uint32_t node) {
  const Role role = nodes[node].role;
  return role == Role::note || role == Role::header_cell ? fmt::format("node{:08}", node) : std::string();
}

TableHeaders::TableHeaders(const Structure& nodes) : nodes_(nodes) {
  for (std::uint32_t node = 0; node < nodes.size(); ++node) {
    if (nodes[node].role != Role::header_cell) continue;
    if (const auto column = column_of(node)) headers_.emplace(*column, node);
  }
}

std::optional<TableHeaders::Column> TableHeaders::column_of(std::uint32_t cell) const {
  const auto row = parent_of(nodes_, cell);
  const auto table = row ? parent_of(nodes_, *row) : std::nullopt;
  return table ? std::optional(Column{*table, nodes_[cell].column}) : std::nullopt;
}

std::optional<std::uint32_t> TableHeaders::header_of(std::uint32_t cell) const {
  const auto column = column_of(cell);
  const auto found = column ? headers_.find(*column) : headers_.end();
  return found == headers_.end() ? std::nullopt : std::optional(found->second);
}

std::string attributes(const Structure& nodes, std::uint32_t node, const TableHeaders& headers,
                       const ElementFacts& facts) {
  const std::string layout = layout_attributes(nodes, node, facts);
  std::string own;
  if (nodes[node].role == Role::header_cell) {
    own = "<</O /Table /Scope /Column>>";
  } else if (nodes[node].role == Role::list && nodes[node].marks != ListMarks::none) {
    own = "<</O /List /ListNumbering /" + numbering(nodes[node].marks) + ">>";
  } else if (nodes[node].role == Role::data_cell) {
    if (const auto header = headers.header_of(node))
      own = "<</O /Table /Headers [" + byte_string(identifier(nodes, *header)) + "]>>";
  }
  if (layout.empty() || own.empty()) return layout + own;
  return "[" + layout + own + "]";
}

}  // namespace handbill::pdf
