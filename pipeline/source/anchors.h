// Heading ids, as GitHub and Hugo make them.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "document/document.h"

namespace handbill {

/// Lower case by Unicode; letters, marks, digits, underscores and hyphens stay, spaces become hyphens, all else goes.
std::string slug(std::string_view text);

/// Takes "{#id}" from a heading's end and returns the id; empty when there is none.
std::string take_explicit_id(Inlines& heading);

/// Ids that were given out already.
class UniqueIds {
 public:
  /// `wanted`, or the first of `wanted`-1, -2, … that is free; it is taken then.
  std::string take(const std::string& wanted);

 private:
  std::unordered_set<std::string> taken_;
  std::unordered_map<std::string, int> last_;
};

}  // namespace handbill
