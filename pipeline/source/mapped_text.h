// Text that was changed before parsing and still knows where each of its bytes was written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.h"

namespace handbill {

/// Turns byte offsets of a text into places, each in about the time of a binary search.
class LineIndex {
 public:
  /// `start` is the place of the first byte. `text` must outlive this object.
  LineIndex(std::string_view text, Place start);

  Place place(std::size_t offset) const;
  std::size_t lines() const { return starts_.size(); }
  std::size_t line_start(std::size_t line) const;  ///< from 0; the text's end for lines past the last

 private:
  std::uint32_t count(std::size_t begin, std::size_t end) const;  ///< code points
  std::uint32_t count_before(std::size_t offset) const;

  std::string_view text_;
  Place start_;
  std::vector<std::size_t> starts_;
  std::vector<std::uint32_t> counts_;  // of the code points before every so many bytes
};

/// A replacement of `length` bytes at `offset`.
struct Edit {
  std::size_t offset = 0;
  std::size_t length = 0;
  std::string text;
};

class MappedText {
 public:
  /// `text` as it was written; `origin` is the offset of its first byte in the original.
  explicit MappedText(std::string text, std::size_t origin = 0)
      : text_(std::move(text)), anchors_{{0, origin, false}} {}

  const std::string& text() const { return text_; }

  /// The offset in the original of the byte at `offset`; for a byte that a replacement brought, that of the first
  /// byte it replaced.
  std::size_t original(std::size_t offset) const;

  /// The text with `edits` applied, which are in order and do not overlap.
  MappedText with(const std::vector<Edit>& edits) const;

 private:
  struct Anchor {
    std::size_t here = 0;
    std::size_t original = 0;
    bool replaced = false;  ///< what follows was not in the original
  };
  std::string text_;
  std::vector<Anchor> anchors_;
};

}  // namespace handbill
