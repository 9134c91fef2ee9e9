// Texts that were set before.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "layout/qr.h"
#include "layout/set_lines.h"
#include "text/paragraph.h"

namespace handbill {

/// ShapedText's widths.
struct TextWidths {
  Length natural;
  Length minimum;
};

/// Remembers the lines of texts, so that a document that is composed several times (for its page numbers, to find the
/// size that fits) has each of them set once for every size and measure. Threads may share it.
class SetMemory {
 public:
  /// The lines of a text that differs in nothing that its lines depend on; null when there was none.
  LinesPtr find(const StyledText& text, const LineOptions& options) const;

  void keep(StyledTextPtr text, const LineOptions& options, LinesPtr lines);

  /// How wide such a text is; nothing when it was not asked before.
  std::optional<TextWidths> find_widths(const StyledText& text) const;

  void keep_widths(StyledTextPtr text, const TextWidths& widths);

  /// qr_code(), once for every address.
  std::shared_ptr<const QrCode> code(const std::string& address);

 private:
  struct Entry {
    StyledTextPtr text;
    LineOptions options;
    LinesPtr lines;
  };

  struct WidthEntry {
    StyledTextPtr text;
    TextWidths widths;
  };

  mutable std::mutex mutex_;
  std::unordered_multimap<std::size_t, Entry> entries_;      ///< by a hash of text and options
  std::unordered_multimap<std::size_t, WidthEntry> widths_;  ///< by a hash of the text
  std::map<std::string, std::shared_ptr<const QrCode>> codes_;
};

}  // namespace handbill
