#include "render/epub/tables.h"

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>

#include "core/unicode.h"
#include "render/epub/xml.h"

namespace handbill::epub {
namespace {

/// A wrapped cell narrower than this is a ladder of single words.
constexpr std::size_t readable_column = 12;
constexpr std::size_t gap = 2;

/// What a column asks for, in characters: room for its longest word, and for its longest cell as far as that helps.
std::size_t column_width(const Table& table, std::size_t column) {
  std::size_t longest_cell = 0;
  std::size_t longest_word = 0;
  for (const TableRow& row : table.rows) {
    const std::string text = plain_text(row[column].inlines);
    longest_cell = std::max(longest_cell, display_width(text));
    std::istringstream words(text);
    for (std::string word; words >> word;) longest_word = std::max(longest_word, display_width(word));
  }
  return std::max(longest_word, std::min(longest_cell, readable_column));
}

/// Classes of the stylesheet, by how many characters of type the columns need beside each other. The first fit a phone.
const char* size_class(const Table& table) {
  std::size_t width = gap * (table.columns.size() - 1);
  for (std::size_t column = 0; column < table.columns.size(); ++column) width += column_width(table, column);
  if (table.columns.size() < 2 || width <= 40) return "table";
  if (width <= 60) return "table some";
  return width <= 100 ? "table many" : "table crowd";
}

class TableWriter {
 public:
  TableWriter(const Table& table, const PageContext& context)
      : table_(table),
        context_(context),
        class_(size_class(table)),
        becomes_records_(class_ != "table"),
        headed_rows_(table.columns.size() > 1 && table.rows[0][0].inlines.empty()) {}

  void write(pugi::xml_node parent) const {
    const pugi::xml_node wrapper = add_element(parent, "div");
    set_attribute(wrapper, "class", class_);
    const pugi::xml_node element = add(wrapper, "table", "table");
    write_header(add(add(element, "thead", "rowgroup"), "tr", "row"));
    if (table_.rows.size() == 1) return;
    const pugi::xml_node body = add(element, "tbody", "rowgroup");
    for (std::size_t row = 1; row < table_.rows.size(); ++row) write_row(add(body, "tr", "row"), table_.rows[row]);
  }

 private:
  pugi::xml_node add(pugi::xml_node parent, const char* name, const char* role) const {
    const pugi::xml_node element = add_element(parent, name);
    if (becomes_records_) set_attribute(element, "role", role);
    return element;
  }

  /// An empty cell heads nothing, and is no header then.
  void write_header(pugi::xml_node row) const {
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      const Passage& heading = table_.rows[0][column];
      const bool heads = !heading.inlines.empty();
      const pugi::xml_node cell = heads ? add(row, "th", "columnheader") : add(row, "td", "cell");
      if (heads) set_attribute(cell, "scope", "col");
      align(cell, column);
      write_passage(cell, heading, context_);
    }
  }

  void write_row(pugi::xml_node row, const TableRow& cells) const {
    for (std::size_t column = 0; column < table_.columns.size(); ++column) {
      const bool heads = headed_rows_ && column == 0 && !cells[column].inlines.empty();
      const pugi::xml_node cell = heads ? add(row, "th", "rowheader") : add(row, "td", "cell");
      if (heads) set_attribute(cell, "scope", "row");
      align(cell, column);
      const std::string label = plain_text(table_.rows[0][column].inlines);
      if (becomes_records_ && !label.empty()) set_attribute(cell, "data-label", label);
      write_passage(cell, cells[column], context_);
    }
  }

  void align(pugi::xml_node cell, std::size_t column) const {
    switch (table_.columns[column]) {
      case Alignment::none:
        break;
      case Alignment::start:
        return set_attribute(cell, "class", "start");
      case Alignment::centre:
        return set_attribute(cell, "class", "centre");
      case Alignment::end:
        return set_attribute(cell, "class", "end");
    }
  }

  const Table& table_;
  const PageContext& context_;
  std::string_view class_;
  bool becomes_records_;
  bool headed_rows_;
};

}  // namespace

void write_table(pugi::xml_node parent, const Table& table, const PageContext& context) {
  if (!table.rows.empty() && !table.columns.empty()) TableWriter(table, context).write(parent);
}

}  // namespace handbill::epub
