#include "translation/unit.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "document/markdown.h"
#include "document/walk.h"
#include "translation/folded_text.h"
#include "translation/icu_values.h"

namespace handbill {
namespace {

bool has_letter_or_digit(const Inlines& inlines) {
  const auto text = to_icu(plain_text(inlines));
  for (std::int32_t index = 0; index < text.length(); index = text.moveIndex32(index, 1))
    if (u_isalnum(text.char32At(index)) != 0) return true;
  return false;
}

}  // namespace

std::optional<Unit> unit_of(const Passage& passage) {
  if (!has_letter_or_digit(passage.inlines)) return std::nullopt;
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
