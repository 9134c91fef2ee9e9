// The units of a locale file, written anew from what is there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "translation/locale_item.h"
#include "translation/locale_layout.h"

namespace handbill {

/// A unit of the file as it is to be: one that is there already, here or there, or a new one.
struct PlannedUnit {
  enum class Origin : std::uint8_t { fresh, units, obsolete };
  Origin origin = Origin::fresh;
  std::size_t index = 0;  ///< in Catalogue::entries or Catalogue::obsolete; nothing for a fresh one
  UnitChange change;
};

struct ListInput {
  std::string_view text;  ///< the file's; it ends with a line feed
  const LocaleLayout& layout;
  const ListLayout* list = nullptr;  ///< the list that is written; null when it is not there yet
};

/// The list's items as lines, in the way the file has them.
std::string write_list(const ListInput& input, const std::vector<PlannedUnit>& units);

}  // namespace handbill
