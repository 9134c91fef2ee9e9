#include "layout/whole_words.h"

#include <algorithm>

#include "layout/styled.h"

namespace handbill {

TypeSpec whole_words_type(Composition& composition, const Passage& passage, TypeSpec type, Length measure) {
  constexpr double least = 0.6;
  const Length longest = composition.widths(style_passage(composition, passage, {.type = type})).minimum;
  if (fits(longest, measure)) return type;
  const double factor = std::max(measure / longest, least);
  type.size = type.size * factor;
  type.leading = type.leading * factor;
  return type;
}

}  // namespace handbill
