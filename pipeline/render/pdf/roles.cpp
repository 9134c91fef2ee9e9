#include "render/pdf/roles.h"

#include <algorithm>
#include <array>

namespace handbill::pdf {
namespace {

constexpr std::array headings = {Role::heading1, Role::heading2, Role::heading3,
                                 Role::heading4, Role::heading5, Role::heading6};

}  // namespace

std::string_view name_of(Role role) {
  switch (role) {
    case Role::document:
      return "Document";
    case Role::section:
      return "Sect";
    case Role::heading1:
      return "H1";
    case Role::heading2:
      return "H2";
    case Role::heading3:
      return "H3";
    case Role::heading4:
      return "H4";
    case Role::heading5:
      return "H5";
    case Role::heading6:
      return "H6";
    case Role::paragraph:
      return "P";
    case Role::list:
      return "L";
    case Role::list_item:
      return "LI";
    case Role::label:
      return "Lbl";
    case Role::list_body:
      return "LBody";
    case Role::table:
      return "Table";
    case Role::table_row:
      return "TR";
    case Role::header_cell:
      return "TH";
    case Role::data_cell:
      return "TD";
    case Role::figure:
      return "Figure";
    case Role::link:
      return "Link";
    case Role::note:
      return "Note";
    case Role::reference:
      return "Reference";
    case Role::quote:
      return "Quote";
    case Role::block_quote:
      return "BlockQuote";
    case Role::code:
      return "Code";
    case Role::caption:
      return "Caption";
    case Role::contents:
      return "TOC";
    case Role::contents_item:
      return "TOCI";
    case Role::span:
      return "Span";
  }
  internal_error("a structure node has no role");
}

std::vector<Role> roles_of(const Structure& structure) {
  std::vector<Role> roles;
  std::vector<Role> above;  // the headings that the next one may be under, by their levels in the source
  for (const StructureNode& node : structure) {
    roles.push_back(node.role);
    if (std::find(headings.begin(), headings.end(), node.role) == headings.end()) continue;
    while (!above.empty() && above.back() >= node.role) above.pop_back();
    roles.back() = headings[above.size()];
    above.push_back(node.role);
  }
  return roles;
}

}  // namespace handbill::pdf
