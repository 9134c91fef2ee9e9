#include "layout/isolation.h"

#include <string_view>
#include <vector>

#include "core/bidi_controls.h"
#include "text/foreign_parts.h"

namespace handbill {
namespace {

/// Moves offsets as isolates come in before them.
class Shift {
 public:
  explicit Shift(const std::vector<ForeignPart>& found) : found_(found) {}

  /// Of a boundary: an isolate that begins there comes behind it, one that ends there before it.
  std::uint32_t boundary(std::uint32_t offset) const { return shifted(offset, false); }

  /// Of a character: an isolate that begins with it comes before it.
  std::uint32_t character(std::uint32_t offset) const { return shifted(offset, true); }

 private:
  std::uint32_t shifted(std::uint32_t offset, bool begins_too) const {
    std::uint32_t result = offset;
    for (const ForeignPart& one : found_) {
      if (one.begin < offset || (begins_too && one.begin == offset)) ++result;
      if (one.end <= offset) ++result;
    }
    return result;
  }

  const std::vector<ForeignPart>& found_;
};

std::u16string with_isolates(std::u16string_view text, const std::vector<ForeignPart>& found) {
  std::u16string result;
  std::size_t from = 0;
  for (const ForeignPart& one : found) {
    result += text.substr(from, one.begin - from);
    result += one.kind == ForeignPart::Kind::quotation ? first_strong_isolate : left_to_right_isolate;
    result += text.substr(one.begin, one.end - one.begin);
    result += pop_isolate;
    from = one.end;
  }
  result += text.substr(from);
  return result;
}

}  // namespace

void isolate_foreign(StyledText& text) {
  const auto found = find_foreign_parts(text.text, text.direction);
  if (found.empty()) return;
  const Shift shift(found);
  for (StyleSpan& span : text.spans) span.end = shift.boundary(span.end);
  for (InlineBox& box : text.boxes) box.offset = shift.character(box.offset);
  for (StyledText::Origin& origin : text.origins) origin.offset = shift.boundary(origin.offset);
  text.text = with_isolates(text.text, found);
}

}  // namespace handbill
