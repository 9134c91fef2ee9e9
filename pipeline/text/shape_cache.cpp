#include <algorithm>

#include "core/limits.h"
#include "text/paragraph_shape.h"

namespace handbill {
namespace {

/// Appends what is told apart by its bytes.
class KeyWriter {
 public:
  template <typename Number>
  void number(Number value) {
    key_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void text(std::string_view value) {
    number(static_cast<std::uint32_t>(value.size()));
    key_ += value;
  }
  void style(const TextStyle& style) {
    text(style.font.role);
    number(style.font.weight);
    number(style.font.italic);
    text(style.language.tag());
    number(style.letter_spacing);
    number(style.small_capitals);
    number(style.figures.shape);
    number(style.figures.width);
  }
  void reserve(std::size_t bytes) { key_.reserve(bytes); }
  std::string take() { return std::move(key_); }

 private:
  std::string key_;
};

bool same_words(const std::shared_ptr<const Cohesion>& a, const std::shared_ptr<const Cohesion>& b) {
  if (a == b) return true;
  return a != nullptr && b != nullptr && *a == *b;
}

}  // namespace

std::size_t ParagraphShape::bytes() const {
  return sizeof *this + runs.capacity() * sizeof(ShapedRun) + glyphs.capacity() * sizeof(ShapedGlyph) +
         line_ends.capacity() * sizeof(LineEnd) + hyphens.capacity() * sizeof(Hyphen) +
         missing.capacity() * sizeof(MissingCharacter);
}

std::string shape_key(const StyledText& styled) {
  constexpr std::size_t usual_style = 64;
  KeyWriter key;
  key.reserve(styled.text.size() * sizeof(char16_t) + (styled.spans.size() + 1) * usual_style);
  key.text({reinterpret_cast<const char*>(styled.text.data()), styled.text.size() * sizeof(char16_t)});
  key.number(styled.direction);
  key.number(styled.cohesion != nullptr);
  key.text(styled.language.tag());
  key.number(static_cast<std::uint32_t>(styled.boxes.size()));
  for (const InlineBox& box : styled.boxes) key.number(box.offset);
  for (std::size_t i = 0; i < styled.spans.size(); ++i) {
    const StyleSpan& span = styled.spans[i];
    key.number(span.end);
    // Neighbours that are alike in everything make one run.
    const bool as_before = i > 0 && span.style == styled.spans[i - 1].style;
    key.number(as_before);
    if (!as_before) key.style(span.style);
  }
  return key.take();
}

ShapeCache::ShapeCache() : paragraphs_(limits::shaped_bytes / 4 * 3), words_(limits::shaped_bytes / 4) {}

std::shared_ptr<const ParagraphShape> ShapeCache::shape(const StyledText& styled, const std::u16string& text,
                                                        const FontLibrary& fonts) const {
  const std::string key = shape_key(styled);
  if (auto known = paragraphs_.find(key); known && same_words(known->cohesion, styled.cohesion)) return known;
  auto shape = std::make_shared<const ParagraphShape>(shape_paragraph(styled, text, fonts, &words_));
  paragraphs_.keep(key, shape, shape->bytes());
  return shape;
}

}  // namespace handbill
