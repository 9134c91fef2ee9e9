// One unit of a locale file, changed as text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "translation/locale_layout.h"

namespace handbill {

/// What is to become of a unit's fields; what is not named stays as it is written.
struct UnitChange {
  std::optional<std::string> id;
  std::optional<std::string> source;
  std::optional<std::string> target;
  std::optional<std::string> note;
  std::optional<std::string> stale;  ///< empty: the mark is taken away
  bool stale_unknown = false;        ///< stale, and nobody knows what the earlier source was: `stale: true`

  bool any() const { return id || source || target || note || stale || stale_unknown; }
};

/// The item's text from its lead to its end with the change made. A value keeps its style: quotes stay quotes, a block
/// stays a block. `text` ends with a line feed.
std::string changed_item(std::string_view text, const ItemLayout& item, const UnitChange& change);

/// `lines` with every line moved `by` columns to the right, or to the left when negative.
std::string shifted(std::string_view lines, std::ptrdiff_t by);

/// A new unit's lines. A target that is not given stands there empty, for its translator.
struct ItemStyle {
  std::size_t dash = 2;  ///< the dash's column
  std::size_t keys = 4;  ///< the keys' column
};
std::string new_item(const UnitChange& unit, const ItemStyle& style);

}  // namespace handbill
