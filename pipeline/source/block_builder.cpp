#include "source/block_builder.h"

#include <cmark-gfm-core-extensions.h>

#include <algorithm>

#include "core/limits.h"

namespace handbill {
namespace {

using cmark::Type;

class BlockBuilder {
 public:
  explicit BlockBuilder(Building& building) : building_(building), text_(building.text.text()) {}

  BuiltBlocks run(cmark_node* root) {
    name_footnotes(root);
    for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
      if (cmark::type_of(node) == Type::footnote) {
        footnote(node);
      } else {
        block(node, result_.blocks);
      }
    }
    // Footnotes stand last in the tree, wherever they were written.
    std::sort(result_.code_lines.begin(), result_.code_lines.end());
    return std::move(result_);
  }

 private:
  static std::size_t count(int number) { return static_cast<std::size_t>(std::max(number, 1)); }

  std::size_t begin_of(cmark_node* node) const {
    const std::size_t line = building_.lines.line_start(count(cmark_node_get_start_line(node)) - 1);
    const std::size_t column = count(cmark_node_get_start_column(node)) - 1;
    return std::min(line + column, text_.size());
  }

  // The end of the node's last line, or of the node itself where several share a line.
  std::size_t end_of(cmark_node* node, bool shares_line) const {
    const std::size_t first = count(cmark_node_get_start_line(node));
    const std::size_t last = std::max(first, count(cmark_node_get_end_line(node)));
    if (!shares_line) return building_.lines.line_start(last);
    const std::size_t column = count(cmark_node_get_end_column(node));
    return std::min(building_.lines.line_start(last - 1) + column, text_.size());
  }

  Place place_of(cmark_node* node) const { return building_.place(begin_of(node)); }

  // cmark numbers footnotes by first mention and puts them last, in that order; their labels are only in the text.
  void name_footnotes(cmark_node* root) {
    for (cmark_node* node = cmark_node_first_child(root); node != nullptr; node = cmark_node_next(node)) {
      if (cmark::type_of(node) != Type::footnote) continue;
      const std::size_t line = building_.lines.line_start(count(cmark_node_get_start_line(node)) - 1);
      const std::string_view head = std::string_view(text_).substr(line, begin_of(node) - line);
      const std::size_t close = head.rfind("]:");
      const std::size_t open = head.rfind("[^", close);
      const bool sound = close != std::string_view::npos && open != std::string_view::npos;
      building_.footnote_labels.push_back(sound ? building_.tokens.restored(head.substr(open + 2, close - open - 2))
                                                : std::to_string(building_.footnote_labels.size() + 1));
      label_offsets_.push_back(sound ? line + open : begin_of(node));
    }
  }

  void footnote(cmark_node* node) {
    const std::size_t index = result_.footnotes.size();
    Footnote footnote;
    footnote.label = building_.footnote_labels[index];
    footnote.number = static_cast<int>(index) + 1;
    footnote.place = building_.place(label_offsets_[index]);
    children(node, footnote.blocks);
    result_.footnotes.push_back(std::move(footnote));
  }

  void children(cmark_node* parent, Blocks& out) {
    if (depth_ >= limits::block_nesting) return flatten(parent, out);
    ++depth_;
    for (cmark_node* node = cmark_node_first_child(parent); node != nullptr; node = cmark_node_next(node))
      block(node, out);
    --depth_;
  }

  void flatten(cmark_node* node, Blocks& out) {
    const Place place = place_of(node);
    building_.report_nesting(place, "quotes and lists are", limits::block_nesting);
    Passage text;
    text.inlines.push_back({Text{flat_text(building_, node)}, place});
    text.place = place;
    out.push_back({Paragraph{std::move(text)}, place});
  }

  void block(cmark_node* node, Blocks& out) {
    switch (cmark::type_of(node)) {
      case Type::paragraph:
        return out.push_back({Paragraph{passage(node, false)}, place_of(node)});
      case Type::heading:
        return heading(node, out);
      case Type::list:
        return list(node, out);
      case Type::quote:
        return quote(node, out);
      case Type::code_block:
        return code(node, out);
      case Type::table:
        return table(node, out);
      case Type::rule:
        return out.push_back({Rule{}, place_of(node)});
      // The text of HTML blocks is Markdown by now, and what is left of one has no text.
      case Type::html_block:
        return;
      case Type::footnote:
        return;
      case Type::document:
      case Type::item:
      case Type::task:
      case Type::table_row:
      case Type::table_cell:
      case Type::text:
      case Type::soft_break:
      case Type::hard_break:
      case Type::code:
      case Type::html_inline:
      case Type::emphasis:
      case Type::strong:
      case Type::strikethrough:
      case Type::link:
      case Type::image:
      case Type::reference:
      case Type::unknown:
        internal_error("an inline or a part of a block among blocks");
    }
  }

  Passage passage(cmark_node* node, bool shares_line) {
    const std::size_t begin = begin_of(node);
    const std::size_t end = end_of(node, shares_line);
    Passage passage;
    passage.inlines = build_inlines(building_, node, begin, end);
    passage.place = building_.place(std::min(text_.find_first_not_of(" \t|", begin), end));
    return passage;
  }

  void heading(cmark_node* node, Blocks& out) {
    Heading heading;
    heading.level = cmark_node_get_heading_level(node);
    heading.text = passage(node, false);
    const std::size_t begin = begin_of(node);
    std::size_t first = begin;
    while (first < text_.size() && text_[first] == '#') ++first;
    if (first > begin)
      heading.text.place = building_.place(std::min(text_.find_first_not_of(" \t", first), text_.size()));
    out.push_back({std::move(heading), building_.place(begin)});
  }

  void quote(cmark_node* node, Blocks& out) {
    Quote quote;
    children(node, quote.blocks);
    out.push_back({std::move(quote), place_of(node)});
  }

  void list(cmark_node* node, Blocks& out) {
    List list;
    list.ordered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
    list.start = list.ordered ? cmark_node_get_list_start(node) : 1;
    list.tight = cmark_node_get_list_tight(node) != 0;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
      ListItem item;
      item.place = place_of(child);
      if (cmark::type_of(child) == Type::task) item.done = cmark_gfm_extensions_get_tasklist_item_checked(child);
      children(child, item.blocks);
      list.items.push_back(std::move(item));
    }
    out.push_back({std::move(list), place_of(node)});
  }

  void code(cmark_node* node, Blocks& out) {
    CodeBlock code;
    code.info = building_.tokens.restored(cmark_node_get_fence_info(node));
    code.text = building_.tokens.restored(cmark::literal(node));
    if (code.text.ends_with('\n')) code.text.pop_back();
    result_.code_lines.emplace_back(count(cmark_node_get_start_line(node)), count(cmark_node_get_end_line(node)));
    out.push_back({std::move(code), place_of(node)});
  }

  static Alignment alignment(std::uint8_t letter) {
    switch (letter) {
      case 'l':
        return Alignment::start;
      case 'c':
        return Alignment::centre;
      case 'r':
        return Alignment::end;
    }
    return Alignment::none;
  }

  void table(cmark_node* node, Blocks& out) {
    Table table;
    const std::size_t columns = cmark_gfm_extensions_get_table_columns(node);
    const std::uint8_t* letters = cmark_gfm_extensions_get_table_alignments(node);
    for (std::size_t i = 0; i < columns; ++i) table.columns.push_back(alignment(letters[i]));
    for (cmark_node* row = cmark_node_first_child(node); row != nullptr; row = cmark_node_next(row)) {
      TableRow cells;
      for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr; cell = cmark_node_next(cell))
        if (cells.size() < columns) cells.push_back(table_cell(cell));
      while (cells.size() < columns) cells.push_back({{}, place_of(row), "", std::nullopt});
      table.rows.push_back(std::move(cells));
    }
    out.push_back({std::move(table), place_of(node)});
  }

  Passage table_cell(cmark_node* cell) {
    if (cmark_node_first_child(cell) == nullptr) return {{}, place_of(cell), "", std::nullopt};
    return passage(cell, true);
  }

  Building& building_;
  const std::string& text_;
  BuiltBlocks result_;
  std::vector<std::size_t> label_offsets_;
  int depth_ = 0;
};

}  // namespace

BuiltBlocks build_blocks(Building& building, cmark_node* root) {
  return BlockBuilder(building).run(root);
}

std::vector<FootnoteLine> footnote_lines(const std::string& text) {
  std::vector<FootnoteLine> found;
  std::size_t number = 0;
  for (std::size_t line = 0; line < text.size(); ++number) {
    const std::size_t end = std::min(text.find('\n', line), text.size());
    const std::size_t open = std::min(text.find_first_not_of(" \t>-+*.)0123456789", line), end);
    if (std::string_view(text).substr(open, 2) == "[^") {
      const std::size_t close = text.find_first_of("]\n", open);
      if (close < end && close > open + 2 && text[close] == ']' && close + 1 < end && text[close + 1] == ':')
        found.push_back({text.substr(open + 2, close - open - 2), number + 1, open});
    }
    line = end + 1;
  }
  return found;
}

}  // namespace handbill
