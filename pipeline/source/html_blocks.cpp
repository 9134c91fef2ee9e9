// HTML blocks turned into Markdown: their tags become tokens.
#include <algorithm>

#include "source/html.h"

namespace handbill {
namespace {

struct Region {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t indent = 0;  ///< columns before the block on its first line
};

std::vector<Region> html_regions(cmark_node* tree, const LineIndex& lines) {
  std::vector<Region> regions;
  const std::unique_ptr<cmark_iter, void (*)(cmark_iter*)> walk(cmark_iter_new(tree), cmark_iter_free);
  for (auto event = cmark_iter_next(walk.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(walk.get())) {
    cmark_node* node = cmark_iter_get_node(walk.get());
    if (event != CMARK_EVENT_ENTER || cmark_node_get_type(node) != CMARK_NODE_HTML_BLOCK) continue;
    // The text's own newlines count its lines; cmark's end line is another thing for some kinds of block.
    const std::string_view text = cmark::literal(node);
    const auto height = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
    const auto first = static_cast<std::size_t>(std::max(cmark_node_get_start_line(node), 1)) - 1;
    const auto indent = static_cast<std::size_t>(std::max(cmark_node_get_start_column(node), 1)) - 1;
    const std::size_t end = lines.line_start(first + std::max<std::size_t>(height, 1));
    const std::size_t begin = std::min(lines.line_start(first) + indent, end);
    if (!regions.empty() && begin < regions.back().end) continue;
    regions.push_back({begin, end, indent});
  }
  // Footnotes stand last in the tree, wherever they were written.
  std::sort(regions.begin(), regions.end(), [](const Region& a, const Region& b) { return a.begin < b.begin; });
  return regions;
}

class RegionEditor {
 public:
  RegionEditor(const HtmlBlockRequest& request, Tokens& tokens, TagReport& report)
      : request_(request), text_(request.text.text()), tokens_(tokens), report_(report) {}

  void edit(const Region& region, std::vector<Edit>& edits) {
    pieces_.clear();
    find_pieces(region);
    const std::size_t shift = common_indent(region);
    std::size_t next = 0;
    for (std::size_t line = region.begin; line < region.end; line = line_end(line, region) + 1) {
      const std::size_t end = line_end(line, region);
      while (next < pieces_.size() && pieces_[next].offset + pieces_[next].length <= line) ++next;
      const bool inside_piece = next < pieces_.size() && pieces_[next].offset < line;
      const bool blank = is_only_tags(line, end) && !(line == region.begin && region.indent > 0);
      if (line != region.begin && !inside_piece && shift > 0 && !blank) dedent(line, shift, edits);
      for (; next < pieces_.size() && pieces_[next].offset < end; ++next) replace(pieces_[next], blank, edits);
    }
  }

 private:
  struct Piece {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::optional<Tag> tag;  ///< nothing: a < that starts no tag
  };

  std::size_t line_end(std::size_t line, const Region& region) const {
    return std::min(text_.find('\n', line), region.end);
  }

  // The first character of a line that is not white space or a quote's mark.
  std::size_t content_of(std::size_t line, std::size_t end) const {
    while (line < end && (text_[line] == ' ' || text_[line] == '\t' || text_[line] == '>')) ++line;
    return line;
  }

  void find_pieces(const Region& region) {
    bool in_fence = false;
    std::size_t position = region.begin;  // the end of the last piece
    for (std::size_t line = region.begin; line < region.end; line = line_end(line, region) + 1) {
      const std::size_t end = line_end(line, region);
      const std::string_view content = std::string_view(text_).substr(content_of(line, end), 3);
      const bool fence = position <= line && !request_.in_fences && (content == "```" || content == "~~~");
      if (fence) in_fence = !in_fence;
      if (fence || in_fence) continue;
      for (std::size_t at = text_.find('<', std::max(position, line)); at < end; at = text_.find('<', position))
        position = add_piece(at, region.end);
    }
  }

  // Returns where to go on.
  std::size_t add_piece(std::size_t offset, std::size_t limit) {
    const std::string_view rest = std::string_view(text_).substr(offset, limit - offset);
    // What has no end further on need not be looked for again.
    const bool hopeless = offset < hopeless_until_ && rest.size() > 1 && (rest[1] == '!' || rest[1] == '?');
    std::optional<Tag> tag = hopeless ? std::nullopt : read_tag(rest);
    if (!tag && rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) hopeless_until_ = limit;
    Piece piece{offset, tag ? tag->length : 1, tag};
    if (tag && tag->hides_content()) piece.length = hidden_length(rest, *tag);
    pieces_.push_back(piece);
    return offset + piece.length;
  }

  static std::size_t hidden_length(std::string_view text, const Tag& open) {
    for (std::size_t i = text.find("</", open.length); i != std::string_view::npos; i = text.find("</", i + 2)) {
      const auto close = read_tag(text.substr(i));
      if (close && close->kind == Tag::Kind::close && close->name == open.name) return i + close->length;
    }
    return text.size();
  }

  // Whether nothing is left of a line without its tags; a line break is something.
  bool is_only_tags(std::size_t line, std::size_t end) const {
    std::size_t position = content_of(line, end);
    bool any = false;
    auto piece = std::partition_point(pieces_.begin(), pieces_.end(),
                                      [&](const Piece& other) { return other.offset + other.length <= position; });
    for (; piece != pieces_.end() && piece->offset <= position && position < end; ++piece) {
      if (!piece->tag || piece->tag->is_break()) return false;
      any = true;
      position = piece->offset + piece->length;
      while (position < end && (text_[position] == ' ' || text_[position] == '\t')) ++position;
    }
    return any && position >= end;
  }

  // How far the block's lines are indented together, beyond its first tag: HTML is indented for reading, and four
  // spaces would be code.
  std::size_t common_indent(const Region& region) const {
    std::size_t common = std::string::npos;
    for (std::size_t line = line_end(region.begin, region) + 1; line < region.end; line = line_end(line, region) + 1) {
      const std::size_t end = line_end(line, region);
      std::size_t first = line;
      std::size_t columns = 0;
      for (; first < end && (text_[first] == ' ' || text_[first] == '\t'); ++first)
        columns += text_[first] == '\t' ? 4 - columns % 4 : 1;
      if (first == end || is_only_tags(line, end)) continue;
      common = std::min(common, columns);
    }
    return common == std::string::npos || common <= region.indent ? 0 : common - region.indent;
  }

  void dedent(std::size_t line, std::size_t shift, std::vector<Edit>& edits) const {
    std::size_t end = line;
    std::size_t columns = 0;
    for (; columns < shift && (text_[end] == ' ' || text_[end] == '\t'); ++end)
      columns += text_[end] == '\t' ? 4 - columns % 4 : 1;
    edits.push_back({line, end - line, ""});
  }

  void replace(const Piece& piece, bool blank, std::vector<Edit>& edits) {
    const Place place = request_.original.place(request_.text.original(piece.offset));
    const std::string original = tokens_.restored(std::string_view(text_).substr(piece.offset, piece.length));
    if (piece.tag) report_.add(*piece.tag, place);
    Token token{.kind = Token::Kind::literal, .original = original, .shown = "<", .place = place};
    if (piece.tag) token = {.kind = Token::Kind::html, .original = original, .place = place};
    edits.push_back({piece.offset, piece.length, blank ? "" : tokens_.add(std::move(token))});
  }

  const HtmlBlockRequest& request_;
  const std::string& text_;
  Tokens& tokens_;
  TagReport& report_;
  std::vector<Piece> pieces_;
  std::size_t hopeless_until_ = 0;
};

}  // namespace

std::optional<MappedText> replace_html_blocks(const HtmlBlockRequest& request, Tokens& tokens, TagReport& report) {
  const LineIndex lines(request.text.text(), Place{});
  const std::vector<Region> regions = html_regions(request.tree, lines);
  if (regions.empty()) return std::nullopt;
  std::vector<Edit> edits;
  RegionEditor editor(request, tokens, report);
  for (const Region& region : regions) editor.edit(region, edits);
  return request.text.with(edits);
}

}  // namespace handbill
