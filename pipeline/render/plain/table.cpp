#include "render/plain/table.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "core/unicode.h"
#include "render/plain/bidi.h"

namespace handbill::plain {
namespace {

constexpr std::size_t gap = 2;               ///< columns of type between two columns of a table
constexpr std::size_t readable_column = 12;  ///< a wrapped cell narrower than this is a ladder of single words

using Widths = std::vector<std::size_t>;
using FlowRow = std::vector<Flow>;

std::vector<FlowRow> flows_of(const Table& table, const PhraseContext& context) {
  std::vector<FlowRow> rows;
  for (const TableRow& row : table.rows) {
    FlowRow flows;
    for (const Passage& cell : row) flows.push_back(flow_of(cell, context));
    flows.resize(table.columns.size(), Flow{.language = context.document_language});
    rows.push_back(std::move(flows));
  }
  return rows;
}

std::vector<Extent> extents_of(const std::vector<FlowRow>& rows, std::size_t columns, Wrapper& wrapper) {
  std::vector<Extent> extents(columns);
  for (const FlowRow& row : rows)
    for (std::size_t column = 0; column < columns; ++column) {
      const Extent cell = wrapper.extent(row[column]);
      extents[column].natural = std::max(extents[column].natural, cell.natural);
      extents[column].minimum = std::max(extents[column].minimum, cell.minimum);
    }
  return extents;
}

/// Every column at its natural width where that fits; else each at least readable and the rest of the room shared
/// out by what each still lacks; nothing where not even that fits.
std::optional<Widths> column_widths(const std::vector<Extent>& extents, std::size_t width) {
  const std::size_t gaps = gap * (extents.size() - 1);
  Widths widths;
  std::size_t lacking = 0;
  for (const Extent& extent : extents) {
    widths.push_back(std::max(extent.minimum, std::min(extent.natural, readable_column)));
    lacking += extent.natural - widths.back();
  }
  const std::size_t taken = std::accumulate(widths.begin(), widths.end(), gaps);
  if (taken > width) return std::nullopt;
  const std::size_t room = std::min(width - taken, lacking);
  for (std::size_t column = 0; column < widths.size() && lacking > 0; ++column)
    widths[column] += room * (extents[column].natural - widths[column]) / lacking;
  return widths;
}

/// Sets rows of cells as lines of columns.
class ColumnSetter {
 public:
  ColumnSetter(const Table& table, Widths widths, Direction direction, Wrapper& wrapper)
      : table_(table), widths_(std::move(widths)), direction_(direction), wrapper_(wrapper) {}

  Lines set(const std::vector<FlowRow>& rows) {
    std::vector<Lines> set_rows;
    for (const FlowRow& row : rows) set_rows.push_back(set_row(row));
    const bool wraps = std::any_of(set_rows.begin(), set_rows.end(), [](const Lines& row) { return row.size() > 1; });
    Lines lines = std::move(set_rows.front());
    lines.push_back({rule(), direction_});
    for (std::size_t row = 1; row < set_rows.size(); ++row)
      add(lines, std::move(set_rows[row]), wraps && row > 1 ? 1 : 0);
    return lines;
  }

 private:
  Lines set_row(const FlowRow& row) {
    std::vector<std::vector<std::string>> cells;
    std::size_t height = 1;
    for (std::size_t column = 0; column < row.size(); ++column) {
      cells.push_back(wrapper_.wrap(row[column], widths_[column]));
      if (row[column].language.direction() != direction_)
        for (std::string& line : cells.back()) line = isolated(line, row[column].language.direction());
      height = std::max(height, cells.back().size());
    }
    Lines lines;
    for (std::size_t at = 0; at < height; ++at) {
      std::vector<std::string> line;
      for (auto& cell : cells) line.push_back(at < cell.size() ? std::move(cell[at]) : std::string());
      lines.push_back({joined(line), direction_});
    }
    return lines;
  }

  /// Cells side by side. Where letters of the other direction would pull neighbouring cells into one run, a mark
  /// between them holds them apart.
  std::string joined(const std::vector<std::string>& cells) const {
    const Direction other =
        direction_ == Direction::right_to_left ? Direction::left_to_right : Direction::right_to_left;
    const bool mixed =
        std::any_of(cells.begin(), cells.end(), [&](const std::string& cell) { return has_letters_of(cell, other); });
    std::string line;
    for (std::size_t column = 0; column < cells.size(); ++column) {
      if (column > 0) line += (mixed ? std::string(mark_of(direction_)) : std::string()) + std::string(gap, ' ');
      line += aligned(cells[column], column);
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
  }

  std::string aligned(const std::string& cell, std::size_t column) const {
    const std::size_t used = display_width(cell);
    const std::size_t spare = used < widths_[column] ? widths_[column] - used : 0;
    switch (table_.columns[column]) {
      case Alignment::none:
      case Alignment::start:
        break;
      case Alignment::centre:
        return padded(std::string(spare / 2, ' ') + cell, widths_[column]);
      case Alignment::end:
        return std::string(spare, ' ') + cell;
    }
    return padded(cell, widths_[column]);
  }

  std::string rule() const {
    std::string line;
    for (const std::size_t width : widths_) line += std::string(line.empty() ? 0 : gap, ' ') + std::string(width, '-');
    return line;
  }

  const Table& table_;
  Widths widths_;
  Direction direction_;
  Wrapper& wrapper_;
};

/// One block of lines per row. A table without rows still says its headings.
Lines records(const std::vector<FlowRow>& rows, std::size_t width, const PhraseContext& context, Wrapper& wrapper) {
  const Direction direction = context.document_language.direction();
  const Prefix hanging{.first = "", .rest = "  "};
  Lines lines;
  const FlowRow& headings = rows.front();
  for (std::size_t row = std::min<std::size_t>(1, rows.size() - 1); row < rows.size(); ++row) {
    Lines record;
    for (std::size_t column = 0; column < headings.size(); ++column) {
      const Flow& cell = rows[row][column];
      const Flow entry = row == 0 || headings[column].empty() ? cell : labelled(headings[column], cell, context);
      const Direction entry_direction = entry.language.direction();
      const Lines entry_lines = lines_of(wrapper.wrap(entry, width - hanging.rest.size()), entry_direction);
      add(record, prefixed(entry_lines, hanging, direction), 0);
    }
    add(lines, std::move(record), 1);
  }
  return lines;
}

}  // namespace

Lines table_lines(const Table& table, std::size_t width, const PhraseContext& context, Wrapper& wrapper) {
  if (table.rows.empty() || table.columns.empty()) return {};
  const std::vector<FlowRow> rows = flows_of(table, context);
  const auto widths = column_widths(extents_of(rows, table.columns.size(), wrapper), width);
  if (!widths) return records(rows, width, context, wrapper);
  return ColumnSetter(table, *widths, context.document_language.direction(), wrapper).set(rows);
}

}  // namespace handbill::plain
