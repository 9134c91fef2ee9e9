// Breaking flows into lines by display width.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <unicode/brkiter.h>

#include "render/plain/flow.h"

namespace handbill::plain {

/// How much room a flow asks for, in columns.
struct Extent {
  std::size_t natural = 0;  ///< its longest line when only the author's breaks are taken
  std::size_t minimum = 0;  ///< its longest stretch that cannot be broken
};

/// A line of a paragraph.
struct WrappedLine {
  std::string text;
  bool at_space = false;  ///< whether it was broken at a space, which is not part of it
};

/// Keeps ICU's line breaker for each language it has met, because opening one is slow. One thread at a time.
class Wrapper {
 public:
  /// Lines of at most `width` columns, broken where UAX #14 and the language allow (first fit), without the spaces at
  /// their ends. A stretch that is wider, an address, sticks out. An isolate that spans lines is closed and opened anew
  /// on each, because every line of plain text is a paragraph to the bidi algorithm. An empty flow is no line.
  std::vector<std::string> wrap(const Flow& flow, std::size_t width);

  /// The same for readers that join the lines again (RFC 3676): broken at spaces, and elsewhere only what no line has
  /// room for; isolates stay as they are, because they are whole again when the lines are joined. No line but the last
  /// is two hyphens, which with the space after them would start a signature.
  std::vector<WrappedLine> wrap_to_join(const Flow& flow, std::size_t width);

  Extent extent(const Flow& flow);

 private:
  /// A stretch between two places where a line may be broken.
  struct Stretch {
    std::u16string_view text;
    std::size_t spaces = 0;  ///< at its end
    bool ends_line = false;
  };

  std::vector<Stretch> stretches(const Flow& flow);
  std::vector<Stretch> words(const Flow& flow, std::size_t width);
  static Stretch joined(const Stretch& first, const Stretch& last);
  static std::size_t ink_of(const Stretch& stretch);
  static std::vector<std::u16string> fill(const std::vector<Stretch>& stretches, std::size_t width);
  icu::BreakIterator& breaker(const Language& language);

  std::map<Language, std::unique_ptr<icu::BreakIterator>> breakers_;
};

}  // namespace handbill::plain
