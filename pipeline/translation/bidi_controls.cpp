#include "translation/bidi_controls.h"

#include <fmt/format.h>

#include <vector>

#include "core/unicode.h"

namespace handbill {
namespace {

constexpr char16_t left_to_right_embedding = 0x202A;
constexpr char16_t right_to_left_embedding = 0x202B;
constexpr char16_t pop_formatting = 0x202C;
constexpr char16_t left_to_right_override = 0x202D;
constexpr char16_t right_to_left_override = 0x202E;
constexpr char16_t left_to_right_isolate = 0x2066;
constexpr char16_t first_strong_isolate = 0x2068;
constexpr char16_t pop_isolate = 0x2069;

bool opens(char16_t unit) {
  return unit == left_to_right_embedding || unit == right_to_left_embedding ||
         (unit >= left_to_right_isolate && unit <= first_strong_isolate);
}

char16_t closer_of(char16_t opener) {
  return opener >= left_to_right_isolate ? pop_isolate : pop_formatting;
}

}  // namespace

std::string bidi_control_fault(std::string_view utf8) {
  std::vector<char16_t> open;
  for (const char16_t unit : to_utf16(utf8)) {
    if (unit == left_to_right_override || unit == right_to_left_override)
      return fmt::format("has the invisible character U+{:04X}, which reverses what is read", unsigned{unit});
    if (opens(unit)) open.push_back(unit);
    if (unit != pop_formatting && unit != pop_isolate) continue;
    if (open.empty() || closer_of(open.back()) != unit)
      return fmt::format("has the invisible character U+{:04X}, which closes nothing", unsigned{unit});
    open.pop_back();
  }
  if (open.empty()) return {};
  return fmt::format("has the invisible character U+{:04X}, which is never closed", unsigned{open.back()});
}

}  // namespace handbill
