#include "translation/checks/spacing.h"

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "translation/icu_values.h"

namespace handbill {
namespace {

/// No-break spaces are letters to YAML and Markdown, but nothing to a reader.
bool has_space_at_an_end(const std::string& utf8) {
  const icu::UnicodeString text = to_icu(utf8);
  if (text.isEmpty()) return false;
  return u_isUWhiteSpace(text.char32At(0)) != 0 || u_isUWhiteSpace(text.char32At(text.length() - 1)) != 0;
}

}  // namespace

void check_spacing(const CheckedText& text, Diagnostics& found) {
  if (!text.unit.entry.spaced && !has_space_at_an_end(text.unit.entry.target)) return;
  found.push_back(remark(text, "outer-space",
                         fmt::format("the translation of \"{}\" has a space at its start or end", text.unit.unit.id),
                         "take the space away"));
}

}  // namespace handbill
