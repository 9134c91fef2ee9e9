// Finding where a block's inlines stand in the text. cmark has columns for few of them; but they come in the order in
// which they were written, so that each can be looked for from where the one before it ended.
#pragma once

#include <cstddef>
#include <string_view>

namespace handbill {

class Locator {
 public:
  /// Looks between `begin` and `end` of `text`, which must outlive this object.
  Locator(std::string_view text, std::size_t begin, std::size_t end) : text_(text), cursor_(begin), end_(end) {}

  std::size_t cursor() const { return cursor_; }

  /// Moves on to `offset` if that lies ahead.
  void move_to(std::size_t offset);

  /// Where `literal` stands, as far as can be told, and moves past it. A literal whose characters were escaped is not
  /// found; then it is where the last one ended, and nothing moves.
  std::size_t pass(std::string_view literal);

  /// Where `exact` stands next; the cursor if it is not near.
  std::size_t pass_exact(std::string_view exact);

  /// Whether `exact` stands next, not far off, and is not escaped by a backslash.
  bool is_unescaped_ahead(std::string_view exact, std::size_t& offset) const;

  /// Where the link or image with this address and this start of its text begins. `after` becomes the offset of what
  /// follows its address.
  struct Span {
    std::size_t start = 0;
    std::size_t after = 0;
  };
  Span link(std::string_view address, std::string_view first_words, bool image) const;

 private:
  std::size_t find(std::string_view what, std::size_t window) const;
  std::size_t start_of(std::size_t address) const;

  std::string_view text_;
  std::size_t cursor_;
  std::size_t end_;
};

}  // namespace handbill
