#include "app/columns.h"

#include <algorithm>

#include "core/unicode.h"

namespace handbill {
namespace {

/// 0 for a column that says nothing.
std::size_t width_of(const TableCells& rows, std::size_t column, bool name) {
  std::size_t width = 0;
  for (std::size_t row = 1; row < rows.size(); ++row) width = std::max(width, display_width(rows[row][column]));
  return width == 0 && !name ? 0 : std::max(width, display_width(rows.front()[column]));
}

}  // namespace

std::string aligned(const TableCells& rows, std::size_t names) {
  if (rows.empty()) return {};
  std::vector<std::size_t> widths;
  for (std::size_t column = 0; column < rows.front().size(); ++column)
    widths.push_back(width_of(rows, column, column < names));
  std::string text;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (widths[column] == 0) continue;
      const std::string space(widths[column] - display_width(row[column]), ' ');
      line += (column == 0 ? "" : "  ") + (column < names ? row[column] + space : space + row[column]);
    }
    line.resize(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  return text;
}

}  // namespace handbill
