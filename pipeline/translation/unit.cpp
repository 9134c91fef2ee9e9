#include "translation/unit.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstdint>
#include <string_view>

#include "document/markdown.h"
#include "document/walk.h"
#include "translation/folded_text.h"

namespace handbill {
namespace {

bool has_letter_or_digit(std::string_view text) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    UChar32 character = 0;
    U8_NEXT_OR_FFFD(bytes, at, text.size(), character);
    if (u_isalnum(character) != 0) return true;
  }
  return false;
}

}  // namespace

bool is_unit(const Passage& passage) {
  return has_letter_or_digit(plain_text(passage.inlines));
}

std::optional<Unit> unit_of(const Passage& passage) {
  if (!is_unit(passage)) return std::nullopt;
  return Unit{passage.unit, fold_text(to_markdown(passage.inlines)), passage.place};
}

std::vector<Unit> units_of(const Document& document) {
  std::vector<Unit> units;
  for_each_passage(document, [&](const Passage& passage) {
    if (auto unit = unit_of(passage)) units.push_back(std::move(*unit));
  });
  return units;
}

std::string dump(const std::vector<Unit>& units) {
  std::string lines;
  for (const auto& unit : units)
    lines += fmt::format("{}:{} {} {}\n", unit.place.line, unit.place.column, unit.id, unit.source);
  return lines;
}

}  // namespace handbill
