// All kinds of text that a theme has type for.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "design/theme.h"

namespace handbill {

/// A kind of text, by its key in theme files, and where a Theme keeps its type.
struct TypeSlot {
  std::string_view key;
  std::function<TypeSpec&(Theme&)> type;
};

const std::vector<TypeSlot>& type_slots();

}  // namespace handbill
