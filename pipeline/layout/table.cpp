#include "layout/table.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <utility>

#include "layout/number_cells.h"
#include "layout/styled.h"

namespace handbill {
namespace {

constexpr Length gutter = 12_pt;        // between two columns
constexpr Length narrow_gutter = 3_pt;  // when there are many
constexpr double row_padding = 0.36;    // above and below a row's text, in em of its type

Length sum(const std::vector<ColumnNeed>& needs, Length ColumnNeed::*member) {
  Length total;
  for (const ColumnNeed& need : needs) total += need.*member;
  return total;
}

TextAlignment text_alignment(Alignment alignment) {
  switch (alignment) {
    case Alignment::none:
    case Alignment::start:
      return TextAlignment::start;
    case Alignment::centre:
      return TextAlignment::centre;
    case Alignment::end:
      return TextAlignment::end;
  }
  internal_error("a column alignment without a text alignment");
}

/// How far a number reaches to either side of where its decimals begin.
struct NumberExtent {
  Length before;
  Length after;
  Length width() const { return before + after; }
};

/// A column whose cells are all numbers, so that they are set with their decimals below each other.
struct NumberColumn {
  std::vector<NumberExtent> cells;  ///< by row; the header's is empty
  NumberExtent widest;
};

NumberExtent extent_of(const ShapedTextPtr& shaped, std::size_t decimals) {
  NumberExtent extent;
  for (const Line& line : break_lines(shaped, {.measure = shaped->natural_width() + 1_pt}))
    for (const LineRun& run : line.runs)
      for (const Glyph& glyph : run.glyphs)
        (glyph.cluster < decimals ? extent.before : extent.after) += run.size * static_cast<double>(glyph.advance);
  return extent;
}

/// A table whose texts are written down: all that setting it needs.
struct TableToSet {
  std::vector<Alignment> columns;
  std::vector<std::vector<TaggedText>> cells;  ///< by row
  const Theme& theme;
  Column column;  ///< that it stands across
  Length page_height;
  bool right_to_left = false;  ///< the document
};

const TypeSpec& type_of(const Theme& theme, std::size_t row) {
  return row == 0 ? theme.table_header : theme.table;
}

class TableSetter {
 public:
  TableSetter(TableToSet&& table, TextSetter& setter) : table_(std::move(table)), setter_(setter) {}

  Flow set() {
    shape_cells();
    find_number_columns();
    place_columns();
    Flow strips = row_strips(0);
    for (std::size_t i = 1; i < strips.size(); ++i) strips[i].break_before = BreakBefore::forbidden;
    const auto repeat = std::make_shared<const Flow>(as_artefact(strips));
    for (std::size_t row = 1; row < cells_.size(); ++row) {
      Flow more = row_strips(row);
      for (FlowItem& strip : more) strip.extras.edit().repeat = repeat;
      if (row == 1) more.front().break_before = BreakBefore::forbidden;  // a header stays with what it stands above
      strips.insert(strips.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
    }
    return strips;
  }

 private:
  void shape_cells() {
    needs_.resize(table_.columns.size());
    for (std::vector<TaggedText>& row : table_.cells) {
      std::vector<ShapedPassage>& shaped = cells_.emplace_back();
      for (std::size_t column = 0; column < row.size(); ++column) {
        shaped.push_back(setter_.shape(std::move(row[column])));
        needs_[column].minimum = std::max(needs_[column].minimum, shaped.back()->minimum_width());
        needs_[column].preferred = std::max(needs_[column].preferred, shaped.back()->natural_width());
      }
    }
  }

  void find_number_columns() {
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      const Alignment alignment = table_.columns[column];
      const bool free = alignment == Alignment::none || alignment == Alignment::end;
      numbers_.push_back(free ? number_column(column) : std::nullopt);
    }
  }

  std::optional<NumberColumn> number_column(std::size_t column) const {
    if (cells_.size() < 2) return std::nullopt;
    NumberColumn numbers{.cells = {NumberExtent{}}};
    for (std::size_t row = 1; row < cells_.size(); ++row) {
      const ShapedTextPtr& shaped = cells_[row][column].shaped;
      const auto decimals = decimals_at(shaped->source().text, shaped->source().language);
      if (!decimals) return std::nullopt;
      numbers.cells.push_back(extent_of(shaped, *decimals));
      numbers.widest.before = std::max(numbers.widest.before, numbers.cells.back().before);
      numbers.widest.after = std::max(numbers.widest.after, numbers.cells.back().after);
    }
    return numbers;
  }

  /// Where a cell's text is set. Numbers run from left to right in every language, so their column stands at the end
  /// edge as a whole and each number in it by its decimals.
  Column cell_column(std::size_t row, std::size_t column) const {
    const Column& whole = columns_[column];
    if (row == 0 || !numbers_[column]) return whole;
    const NumberExtent& cell = numbers_[column]->cells[row];
    const NumberExtent& widest = numbers_[column]->widest;
    if (!fits(widest.width(), whole.measure)) return whole;
    const Length behind = table_.right_to_left ? widest.before - cell.before : widest.after - cell.after;
    return {whole.start + whole.measure - behind - cell.width(), cell.width()};
  }

  TextAlignment alignment_of(std::size_t row, std::size_t column) const {
    if (!numbers_[column]) return text_alignment(table_.columns[column]);
    return row == 0 || cell_column(row, column).measure == columns_[column].measure ? TextAlignment::end
                                                                                    : TextAlignment::start;
  }

  void place_columns() {
    const auto count = static_cast<double>(table_.columns.size());
    Length between = gutter;
    if (between * (count - 1) > table_.column.measure * 0.25) between = narrow_gutter;
    if (between * (count - 1) > table_.column.measure * 0.5) between = 0_pt;
    const Length room = table_.column.measure - between * (count - 1);
    Length start = table_.column.start;
    for (const Length width : column_widths(needs_, room)) {
      columns_.push_back({start, width});
      start += width + between;
    }
  }

  /// A row as strips of one line each, line i of every cell in strip i, so that even a row higher than the page can be
  /// cut.
  Flow row_strips(std::size_t row) {
    const TypeSpec& type = type_of(table_.theme, row);
    std::vector<Flow> cells;
    std::size_t lines = 1;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      const Column where = cell_column(row, column);
      const SetText text = setter_.set(cells_[row][column], where.measure, {.alignment = alignment_of(row, column)});
      cells.push_back(strips_of(text, where, type));
      lines = std::max(lines, cells.back().size());
    }
    Flow strips;
    strips.push_back(FlowItem{.height = type.size * row_padding});
    for (std::size_t line = 0; line < lines; ++line) strips.push_back(line_strip(cells, line, type));
    strips.push_back(foot_strip(row, type));
    keep_together(strips);
    return strips;
  }

  static FlowItem line_strip(std::vector<Flow>& cells, std::size_t line, const TypeSpec& type) {
    FlowItem strip{.height = type.leading};
    for (Flow& cell : cells) {
      if (line >= cell.size()) continue;
      strip.height = std::max(strip.height, cell[line].height);
      std::move(cell[line].marks.begin(), cell[line].marks.end(), std::back_inserter(strip.marks));
    }
    return strip;
  }

  FlowItem foot_strip(std::size_t row, const TypeSpec& type) const {
    const Length thickness = row == 0 ? 1_pt : 0.5_pt;
    FlowItem strip{.height = type.size * row_padding + thickness};
    strip.marks.push_back(StrokeMark{.start = table_.column.start,
                                     .width = table_.column.measure,
                                     .y = strip.height - thickness / 2,
                                     .thickness = thickness,
                                     .colour = row == 0 ? table_.theme.primary : table_.theme.hairline});
    return strip;
  }

  void keep_together(Flow& strips) const {
    const bool tall = height_of(strips) > table_.page_height / 3;
    for (std::size_t i = 1; i < strips.size(); ++i)
      strips[i].break_before = tall && i > 2 && i + 2 < strips.size() ? BreakBefore::avoid : BreakBefore::forbidden;
  }

  /// A repeated header is read once: the copies are decoration.
  Flow as_artefact(const Flow& header) {
    Flow copy = header;
    for (FlowItem& item : copy)
      for (FlowMark& mark : item.marks)
        if (auto* line = std::get_if<LineMark>(&mark)) line->artefact = true;
    return copy;
  }

  TableToSet table_;  ///< its texts move to `cells_`
  TextSetter& setter_;
  std::vector<std::vector<ShapedPassage>> cells_;
  std::vector<ColumnNeed> needs_;
  std::vector<std::optional<NumberColumn>> numbers_;
  std::vector<Column> columns_;
};

/// The cells' texts, with their places in the structure.
std::vector<std::vector<TaggedText>> written_cells(Composition& composition, const Table& table,
                                                   StructureId structure) {
  std::vector<std::vector<TaggedText>> cells;
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const StructureId row_structure = composition.node(Role::table_row, structure);
    std::vector<TaggedText>& written = cells.emplace_back();
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
      const Passage& cell = table.rows[row][column];
      const StructureId id =
          composition.node(row == 0 ? Role::header_cell : Role::data_cell, row_structure, cell.place);
      composition[id].column = static_cast<std::uint32_t>(column);
      if (cell.language) composition[id].language = cell.language;
      written.push_back(style_passage(composition, cell, {.type = type_of(composition.theme(), row), .structure = id}));
    }
  }
  return cells;
}

}  // namespace

std::vector<Length> column_widths(const std::vector<ColumnNeed>& needs, Length room) {
  const Length minimum = sum(needs, &ColumnNeed::minimum);
  const Length preferred = sum(needs, &ColumnNeed::preferred);
  const auto count = static_cast<double>(needs.size());
  std::vector<Length> widths;
  for (const ColumnNeed& need : needs) {
    if (fits(preferred, room))
      widths.push_back(preferred == Length() ? room / count : need.preferred * (room / preferred));
    else if (fits(minimum, room))
      widths.push_back(need.minimum + (need.preferred - need.minimum) * ((room - minimum) / (preferred - minimum)));
    else
      widths.push_back(need.minimum * (room / minimum));
  }
  return widths;
}

void set_table(Composition& composition, FlowBuilder& flow, const Table& table, const Place& place,
               const BlockContext& context) {
  const Theme& theme = composition.theme();
  const StructureId structure = composition.node(Role::table, context.parent, place);
  TableToSet written{.columns = table.columns,
                     .cells = written_cells(composition, table, structure),
                     .theme = theme,
                     .column = context.column,
                     .page_height = paper_size(composition.input().edition.paper).value_or(Size{210_mm, 297_mm}).height,
                     .right_to_left = composition.language().right_to_left()};
  flow.space(theme.paragraph_space * 1.3);
  if (table.rows.empty()) return;
  flow.add(composition.later([written = std::move(written)](TextSetter& setter) mutable {
    return TableSetter(std::move(written), setter).set();
  }));
  if (table.rows.size() == 1) flow.keep(BreakBefore::forbidden);
  flow.space(theme.paragraph_space * 1.6);
}

}  // namespace handbill
