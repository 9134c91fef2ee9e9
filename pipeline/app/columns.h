// Rows of a table as lines of text.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace handbill {

using TableCells = std::vector<std::vector<std::string>>;

/// One line a row, columns aligned by display width and two spaces apart: the first `names` columns to the left,
/// figures to the right. A column with nothing in it, or only a heading in the first row, is left out when it is no
/// name. Rows have as many cells as the first.
std::string aligned(const TableCells& rows, std::size_t names);

}  // namespace handbill
