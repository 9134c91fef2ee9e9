#include "text/optical_margin.h"

#include <algorithm>
#include <iterator>

namespace handbill {
namespace {

struct Hanging {
  char16_t character;
  double start;
  double end;
};

/// In the order of their code points.
constexpr Hanging table[] = {
    {u'"', 0.5, 0.5},     {u'\'', 0.5, 0.5},       {u'(', 0.15, 0},         {u')', 0, 0.15},
    {u',', 0, 0.6},       {u'-', 0, 0.5},          {u'.', 0, 0.6},          {u':', 0, 0.4},
    {u';', 0, 0.4},       {u'\u00AB', 0.3, 0.3},   {u'\u00BB', 0.3, 0.3},   {u'\u060C', 0, 0.5},
    {u'\u061B', 0, 0.4},  {u'\u06D4', 0, 0.5},     {u'\u2010', 0, 0.5},     {u'\u2011', 0, 0.5},
    {u'\u2013', 0, 0.25}, {u'\u2014', 0, 0.15},    {u'\u2018', 0.5, 0.5},   {u'\u2019', 0.5, 0.5},
    {u'\u201A', 0.5, 0},  {u'\u201C', 0.45, 0.45}, {u'\u201D', 0.45, 0.45}, {u'\u201E', 0.45, 0},
    {u'\u2026', 0, 0.15}, {u'\u2039', 0.3, 0.3},   {u'\u203A', 0.3, 0.3},
};

Hanging entry(char16_t character) {
  constexpr char16_t first_that_does_not = u'<';  // nor the letters behind it
  constexpr char16_t next_that_does = 0x00AB;
  if (character >= first_that_does_not && character < next_that_does) return {character, 0, 0};
  const auto found = std::lower_bound(std::begin(table), std::end(table), character,
                                      [](const Hanging& known, char16_t wanted) { return known.character < wanted; });
  return found != std::end(table) && found->character == character ? *found : Hanging{character, 0, 0};
}

}  // namespace

double share_hanging_at_start(std::u16string_view text, std::size_t offset) {
  return entry(text[offset]).start;
}

double share_hanging_at_end(std::u16string_view text, std::size_t offset) {
  return entry(text[offset]).end;
}

}  // namespace handbill
