#include "layout/line_faults.h"

#include <fmt/format.h>

#include <string>

#include "layout/line_words.h"

namespace handbill {
namespace {

constexpr double past_the_limit = 1.001;  // rounding is no fault

bool is_part_of_a_block(Role role) {
  switch (role) {
    case Role::link:
    case Role::reference:
    case Role::quote:
    case Role::span:
    case Role::label:
    case Role::table_row:
    case Role::header_cell:
    case Role::data_cell:
      return true;
    case Role::document:
    case Role::section:
    case Role::heading1:
    case Role::heading2:
    case Role::heading3:
    case Role::heading4:
    case Role::heading5:
    case Role::heading6:
    case Role::paragraph:
    case Role::list:
    case Role::list_item:
    case Role::list_body:
    case Role::table:
    case Role::figure:
    case Role::note:
    case Role::block_quote:
    case Role::code:
    case Role::caption:
    case Role::contents:
    case Role::contents_item:
      return false;
  }
  return false;
}

StructureId block_of(const Structure& structure, StructureId id) {
  while (id != StructureId::artefact) {
    const StructureNode& node = structure[static_cast<std::size_t>(id)];
    if (!is_part_of_a_block(node.role) || !node.parent) break;
    id = *node.parent;
  }
  return id;
}

Diagnostic describe(LineFault fault, const LineMark& mark, const LineFinding& finding, const Place& place) {
  Diagnostic found{.severity = Severity::warning, .place = place};
  const std::string where = fmt::format("on page {} in {}", finding.page + 1, finding.language.tag());
  switch (fault) {
    case LineFault::loose:
      found.code = "loose-line";
      found.message = fmt::format("a line {} has wide gaps between its words: \"{}\"", where, words_of(mark));
      found.hints = {"word it differently, or show with a soft hyphen where a long word may break"};
      break;
    case LineFault::overfull:
      found.code = "overfull-line";
      found.message = fmt::format("a line {} is wider than its column: \"{}\"", where, words_of(mark));
      found.hints = {"shorten its longest word, or give it more room: fewer columns, smaller type"};
      break;
  }
  return found;
}

}  // namespace

std::optional<LineFault> fault_of(const LineMark& mark) {
  if (!fits(mark.line().width, mark.measure)) return LineFault::overfull;
  if (mark.line().ratio > past_the_limit) return LineFault::loose;
  return std::nullopt;
}

void LineFaults::look_at(const LineMark& mark, const LineFinding& finding, Diagnostics& diagnostics) {
  const auto fault = fault_of(mark);
  if (!fault || finding.of == StructureId::artefact) return;
  const StructureId block = block_of(finding.structure, finding.of);
  if (!told_.insert({block, *fault}).second) return;
  // A cell says where it stands; the table that it is part of may be long.
  const Place& place = finding.structure[static_cast<std::size_t>(finding.of)].origin;
  const Place& of_block = finding.structure[static_cast<std::size_t>(block)].origin;
  diagnostics.push_back(describe(*fault, mark, finding, place.line != 0 ? place : of_block));
}

}  // namespace handbill
