#include "layout/table.h"

#include <algorithm>
#include <numeric>
#include <optional>

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

class TableSetter {
 public:
  TableSetter(Composition& composition, FlowBuilder& flow, const Table& table, const BlockContext& context)
      : composition_(composition), flow_(flow), table_(table), context_(context) {}

  void set(StructureId structure) {
    shape_cells(structure);
    find_number_columns();
    place_columns();
    const Theme& theme = composition_.theme();
    flow_.space(theme.paragraph_space * 1.3);
    if (table_.rows.empty()) return;
    Flow header = row_strips(0);
    for (std::size_t i = 1; i < header.size(); ++i) header[i].break_before = BreakBefore::forbidden;
    const auto repeat = std::make_shared<const Flow>(as_artefact(header));
    flow_.add(std::move(header));
    flow_.keep(BreakBefore::forbidden);
    for (std::size_t row = 1; row < table_.rows.size(); ++row) {
      Flow strips = row_strips(row);
      for (FlowItem& strip : strips) strip.repeat = repeat;
      flow_.add(std::move(strips));
    }
    flow_.space(theme.paragraph_space * 1.6);
  }

 private:
  const TypeSpec& type_of(std::size_t row) const {
    return row == 0 ? composition_.theme().table_header : composition_.theme().table;
  }

  void shape_cells(StructureId structure) {
    needs_.resize(table_.columns.size());
    for (std::size_t row = 0; row < table_.rows.size(); ++row) {
      const StructureId row_structure = composition_.node(Role::table_row, structure);
      std::vector<ShapedTextPtr> shaped;
      for (std::size_t column = 0; column < table_.columns.size(); ++column) {
        const Passage& cell = table_.rows[row][column];
        const StructureId id =
            composition_.node(row == 0 ? Role::header_cell : Role::data_cell, row_structure, cell.place);
        composition_[id].column = static_cast<std::uint32_t>(column);
        if (cell.language) composition_[id].language = cell.language;
        shaped.push_back(
            composition_.shape(style_passage(composition_, cell, {.type = type_of(row), .structure = id})));
        needs_[column].minimum = std::max(needs_[column].minimum, shaped.back()->minimum_width());
        needs_[column].preferred = std::max(needs_[column].preferred, shaped.back()->natural_width());
      }
      cells_.push_back(std::move(shaped));
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
    if (table_.rows.size() < 2) return std::nullopt;
    NumberColumn numbers{.cells = {NumberExtent{}}};
    for (std::size_t row = 1; row < table_.rows.size(); ++row) {
      const ShapedTextPtr& shaped = cells_[row][column];
      const Language& language = table_.rows[row][column].language.value_or(composition_.language());
      const auto decimals = decimals_at(shaped->source().text, language);
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
    const Length behind =
        composition_.language().right_to_left() ? widest.before - cell.before : widest.after - cell.after;
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
    if (between * (count - 1) > context_.column.measure * 0.25) between = narrow_gutter;
    if (between * (count - 1) > context_.column.measure * 0.5) between = 0_pt;
    const Length room = context_.column.measure - between * (count - 1);
    Length start = context_.column.start;
    for (const Length width : column_widths(needs_, room)) {
      columns_.push_back({start, width});
      start += width + between;
    }
  }

  /// A row as strips of one line each, line i of every cell in strip i, so that even a row higher than the page can be
  /// cut.
  Flow row_strips(std::size_t row) {
    const TypeSpec& type = type_of(row);
    std::vector<Flow> cells;
    std::size_t lines = 1;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      const Column where = cell_column(row, column);
      const auto text =
          set_text(cells_[row][column], where.measure, {.type = type, .alignment = alignment_of(row, column)});
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
    const Theme& theme = composition_.theme();
    const Length thickness = row == 0 ? 1_pt : 0.5_pt;
    FlowItem strip{.height = type.size * row_padding + thickness};
    strip.marks.push_back(StrokeMark{.start = context_.column.start,
                                     .width = context_.column.measure,
                                     .y = strip.height - thickness / 2,
                                     .thickness = thickness,
                                     .colour = row == 0 ? theme.primary : theme.hairline});
    return strip;
  }

  void keep_together(Flow& strips) const {
    const Length page = paper_size(composition_.input().edition.paper).value_or(Size{210_mm, 297_mm}).height;
    const bool tall = height_of(strips) > page / 3;
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

  Composition& composition_;
  FlowBuilder& flow_;
  const Table& table_;
  const BlockContext& context_;
  std::vector<std::vector<ShapedTextPtr>> cells_;
  std::vector<ColumnNeed> needs_;
  std::vector<std::optional<NumberColumn>> numbers_;
  std::vector<Column> columns_;
};

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
  TableSetter(composition, flow, table, context).set(composition.node(Role::table, context.parent, place));
}

}  // namespace handbill
