// How far a key and a scalar reach in YAML text that is known to be good.
#pragma once

#include <cstddef>
#include <string_view>

namespace handbill {

/// Past the colon of the key that starts at `begin`.
std::size_t end_of_key(std::string_view text, std::size_t begin);

/// Where the value behind a colon begins: on the same line or, past comments, further down.
std::size_t start_of_value(std::string_view text, std::size_t colon);

/// Past the last character of the scalar that starts at `begin`, its quotes and all of its lines included, the line
/// feed behind it not. `column` is the indentation, from 0, of the key it belongs to; `flow` says that it stands in
/// braces.
std::size_t end_of_scalar(std::string_view text, std::size_t begin, std::size_t column, bool flow);

/// Where the line that `at` is on begins, and where it ends: past its line feed.
std::size_t line_start(std::string_view text, std::size_t at);
std::size_t line_end(std::string_view text, std::size_t at);

}  // namespace handbill
