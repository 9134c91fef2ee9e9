// Words that a key may have, each standing for a value.
#pragma once

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/diagnostic.h"

namespace handbill {

template <class Value, std::size_t n>
using Keywords = std::array<std::pair<std::string_view, Value>, n>;

template <class Table>
std::vector<std::string> names(const Table& table) {
  std::vector<std::string> all;
  for (const auto& [name, value] : table) all.emplace_back(name);
  return all;
}

/// "unknown paper "A55"", with the nearest of `all`, or all of them.
inline Diagnostic unknown_value(std::string_view what, const std::string& name, const std::vector<std::string>& all,
                                const Place& place) {
  const std::string near = nearest(name, all);
  return {.severity = Severity::error,
          .place = place,
          .code = "unknown-value",
          .message = fmt::format("unknown {} \"{}\"", what, name),
          .hints = {near.empty() ? fmt::format("choose one of {}", fmt::join(all, ", "))
                                 : fmt::format("did you mean \"{}\"?", near)}};
}

/// The table's value for `name`, or unknown_value().
template <class Value, std::size_t n>
std::optional<Value> look_up(const Keywords<Value, n>& table, std::string_view what, const std::string& name,
                             const Place& place, Diagnostics& diagnostics) {
  for (const auto& [known, value] : table)
    if (known == name) return value;
  diagnostics.push_back(unknown_value(what, name, names(table), place));
  return std::nullopt;
}

}  // namespace handbill
