// Keeping cmark's work in proportion to what a page says.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "core/limits.h"
#include "source/html.h"
#include "source/prepare.h"

namespace handbill {
namespace {

// Fewer columns than these cannot make much of a short line.
constexpr std::size_t narrow_table = 8;
// A comment or declaration that ends within so many bytes costs nothing worth counting.
constexpr std::size_t nearby = 256;

class Tamer {
 public:
  Tamer(const MappedText& text, const LineIndex& original, Tokens& tokens, Diagnostics& diagnostics)
      : mapped_(text), text_(text.text()), original_(original), tokens_(tokens), diagnostics_(diagnostics) {}

  MappedText run(bool images_only) {
    for (std::size_t line = 0; line < text_.size();) {
      const std::size_t end = std::min(text_.find('\n', line), text_.size());
      const std::string_view content = std::string_view(text_).substr(line, end - line);
      if (content.find_first_not_of(" \t>") == std::string_view::npos) images_ = declarations_ = 0;
      if (!images_only) nesting(line, content);
      if (!images_only) table(line, content);
      images(line, content);
      declarations(line, content);
      line = end + 1;
    }
    std::sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.offset < b.offset; });
    return edits_.empty() ? mapped_ : mapped_.with(edits_);
  }

 private:
  static bool is_digit(char c) { return c >= '0' && c <= '9'; }

  // The length of the list or quote marker at `i`; 0 when there is none.
  static std::size_t marker(std::string_view line, std::size_t i) {
    if (line[i] == '>') return 1;
    std::size_t end = i;
    if (line[i] == '-' || line[i] == '+' || line[i] == '*') {
      end = i + 1;
    } else {
      while (end < line.size() && end - i < 9 && is_digit(line[end])) ++end;
      if (end == i || end == line.size() || (line[end] != '.' && line[end] != ')')) return 0;
      ++end;
    }
    return end == line.size() || line[end] == ' ' || line[end] == '\t' ? end - i : 0;
  }

  static bool is_thematic_break(std::string_view line, char mark) {
    return mark != '>' &&
           std::all_of(line.begin(), line.end(), [&](char c) { return c == mark || c == ' ' || c == '\t'; });
  }

  void nesting(std::size_t start, std::string_view line) {
    if (line.size() < 2 * static_cast<std::size_t>(limits::block_nesting)) return;
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos || is_thematic_break(line, line[first])) return;
    int depth = 0;
    for (std::size_t i = first; i < line.size();) {
      if (line[i] == ' ' || line[i] == '\t') {
        ++i;
        continue;
      }
      const std::size_t length = marker(line, i);
      if (length == 0) return;
      if (++depth > limits::block_nesting) {
        // One marker less is text, and so is all that follows it; of quote marks, which need no space, every one.
        std::size_t end = i + 1;
        while (line[i] == '>' && end < line.size() && (line[end] == '>' || line[end] == ' ')) ++end;
        report_nesting(start + i);
        return literal(start + i, end - i);
      }
      i += length;
    }
  }

  void report_nesting(std::size_t offset) {
    if (reported_nesting_) return;
    reported_nesting_ = true;
    diagnostics_.push_back({Severity::warning,
                            place(offset),
                            "nesting",
                            fmt::format("quotes and lists are nested more than {} deep here", limits::block_nesting),
                            {"what lies deeper is kept as plain text; take some levels out"}});
  }

  // A table's rows are filled up to its columns, so that a short text can ask for very many cells.
  void table(std::size_t start, std::string_view line) {
    const auto bars = static_cast<std::size_t>(std::count(line.begin(), line.end(), '|'));
    if (bars < narrow_table || line.find_first_not_of("|:- \t>+*0123456789.)") != std::string_view::npos) return;
    const std::size_t cells = (bars + 1) * rows_from(start);
    const bool broad = bars > limits::table_columns + 1;
    if (!broad && cells <= limits::table_cells - std::min(cells_, limits::table_cells)) {
      cells_ += cells;
      return;
    }
    diagnostics_.push_back({Severity::warning,
                            place(start),
                            "table-size",
                            broad ? fmt::format("this table has more than {} columns", limits::table_columns)
                                  : fmt::format("the document's tables have more than {} cells", limits::table_cells),
                            {"this table is kept as plain text; make the tables smaller"}});
    literal(start + line.find('|'), 1);
  }

  std::size_t rows_from(std::size_t start) {
    if (start >= blank_line_) {
      blank_line_ = std::min(text_.find("\n\n", start), text_.size());
      lines_to_blank_ =
          1 + static_cast<std::size_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(start),
                                                  text_.begin() + static_cast<std::ptrdiff_t>(blank_line_), '\n'));
    }
    return lines_to_blank_;
  }

  void images(std::size_t start, std::string_view line) {
    for (std::size_t i = line.find("!["); i != std::string_view::npos; i = line.find("![", i + 2))
      if (++images_ > limits::images_in_a_paragraph) literal(start + i, 1);
  }

  // cmark looks for the end of each <? and <! up to the end of the paragraph.
  void declarations(std::size_t start, std::string_view line) {
    for (std::size_t i = line.find('<'); i != std::string_view::npos; i = line.find('<', i + 1)) {
      const std::string_view rest = line.substr(i + 1);
      if ((!rest.starts_with('?') && !rest.starts_with('!')) || is_escaped(line, i)) continue;
      if (read_tag(line.substr(i, nearby))) continue;
      if (++declarations_ > limits::declarations_in_a_paragraph) literal(start + i, 1);
    }
  }

  static bool is_escaped(std::string_view line, std::size_t offset) {
    const std::size_t last = line.substr(0, offset).find_last_not_of('\\');
    return (offset - (last == std::string_view::npos ? 0 : last + 1)) % 2 == 1;
  }

  Place place(std::size_t offset) const { return original_.place(mapped_.original(offset)); }

  void literal(std::size_t offset, std::size_t length) {
    const std::string text = text_.substr(offset, length);
    edits_.push_back({offset, length,
                      tokens_.add({.kind = Token::Kind::literal,
                                   .original = tokens_.restored(text),
                                   .shown = text,
                                   .place = place(offset)})});
  }

  const MappedText& mapped_;
  const std::string& text_;
  const LineIndex& original_;
  Tokens& tokens_;
  Diagnostics& diagnostics_;
  std::vector<Edit> edits_;
  std::size_t images_ = 0;
  std::size_t declarations_ = 0;
  std::size_t cells_ = 0;
  std::size_t blank_line_ = 0;
  std::size_t lines_to_blank_ = 0;
  bool reported_nesting_ = false;
};

}  // namespace

MappedText tame(const MappedText& text, const LineIndex& original, Tokens& tokens, Diagnostics& diagnostics) {
  return Tamer(text, original, tokens, diagnostics).run(false);
}

MappedText tame_line(const MappedText& text, const LineIndex& original, Tokens& tokens) {
  Diagnostics none;
  return Tamer(text, original, tokens, none).run(true);
}

}  // namespace handbill
