#include "source/prepare.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "source/code_spans.h"
#include "source/escape.h"

namespace handbill {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

// The length of a numeric character reference to one of the token characters; 0 when there is none.
std::size_t forged_reference(std::string_view text) {
  if (!text.starts_with("&#")) return 0;
  const bool hexadecimal = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
  std::size_t i = hexadecimal ? 3 : 2;
  const std::size_t first = i;
  std::uint32_t value = 0;
  for (; i < text.size() && i - first < 8; ++i) {
    const char c = text[i];
    const bool digit = c >= '0' && c <= '9';
    const char lower = static_cast<char>(c | 0x20);
    const bool letter = hexadecimal && lower >= 'a' && lower <= 'f';
    if (!digit && !letter) break;
    const auto number = static_cast<std::uint32_t>(digit ? c - '0' : lower - 'a' + 10);
    value = value * (hexadecimal ? 16 : 10) + number;
  }
  const bool ours = value == 0xFDD0 || value == 0xFDD1;
  return ours && i > first && i < text.size() && text[i] == ';' ? i + 1 : 0;
}

/// What a page says must not look like a stand-in, wherever it stands: in a shortcode, too.
MappedText without_token_characters(const MappedText& text) {
  std::vector<Edit> edits;
  const std::string_view all = text.text();
  for (std::size_t at = all.find("\xEF\xB7"); at != std::string_view::npos; at = all.find("\xEF\xB7", at + 1))
    if (starts_with_token_character(all.substr(at))) edits.push_back({at, 3, std::string(replacement)});
  return edits.empty() ? text : text.with(edits);
}

class InlineReplacer {
 public:
  InlineReplacer(const MappedText& text, const LineIndex& original, Tokens& tokens)
      : mapped_(text), text_(text.text()), original_(original), tokens_(tokens), code_(text_) {}

  MappedText run() {
    for (std::size_t i = next_candidate(0); i < text_.size();) {
      const std::size_t length = replace_at(i);
      i = next_candidate(i + std::max<std::size_t>(length, 1));
    }
    return edits_.empty() ? mapped_ : mapped_.with(edits_);
  }

 private:
  /// Where something may begin that is replaced: by its first byte.
  std::size_t next_candidate(std::size_t from) const {
    const auto begins_something = [](char c) { return c == '&' || c == '{' || c == '['; };
    const auto first = text_.begin() + static_cast<std::ptrdiff_t>(from);
    return static_cast<std::size_t>(std::find_if(first, text_.end(), begins_something) - text_.begin());
  }

  // Returns how many bytes were replaced.
  std::size_t replace_at(std::size_t offset) {
    const std::string_view rest = std::string_view(text_).substr(offset);
    if (rest[0] == '&') {
      if (const std::size_t length = forged_reference(rest)) return literal(offset, length, std::string(replacement));
    }
    if (starts_shortcode(rest) && !is_escaped(text_, offset)) return shortcode(offset, rest);
    if (rest.starts_with("[^") && runs_over_line_end(offset) && !is_escaped(text_, offset))
      return literal(offset + 1, 1, "^") + 1;
    return 0;
  }

  bool runs_over_line_end(std::size_t mark) {
    if (mark_end_ < mark + 2) mark_end_ = std::min(text_.find_first_of("]\n", mark + 2), text_.size());
    return mark_end_ == text_.size() || text_[mark_end_] == '\n';
  }

  std::size_t shortcode(std::size_t offset, std::string_view rest) {
    const auto code_end = code_.end_around(offset);
    auto found = read_shortcode(code_end ? rest.substr(0, *code_end - offset) : rest);
    Token token{.kind = Token::Kind::malformed,
                .original = std::string(rest.substr(0, 3)),
                .shown = std::string(rest.substr(0, 3))};
    if (found) {
      token.original = rest.substr(0, found->length);
      token.kind = found->kind == Shortcode::Kind::comment ? Token::Kind::literal : Token::Kind::shortcode;
      token.shown = found->comment;
      token.shortcode = std::move(*found);
    }
    const std::size_t length = token.original.size();
    if (!code_end) code_.pass(offset + length);
    return add(offset, length, std::move(token));
  }

  std::size_t literal(std::size_t offset, std::size_t length, std::string shown) {
    return add(offset, length,
               {.kind = Token::Kind::literal, .original = text_.substr(offset, length), .shown = std::move(shown)});
  }

  std::size_t add(std::size_t offset, std::size_t length, Token token) {
    token.place = original_.place(mapped_.original(offset));
    return edit(offset, length, tokens_.add(std::move(token)));
  }

  std::size_t edit(std::size_t offset, std::size_t length, std::string text) {
    edits_.push_back({offset, length, std::move(text)});
    return length;
  }

  const MappedText& mapped_;
  const std::string& text_;
  const LineIndex& original_;
  Tokens& tokens_;
  CodeSpans code_;
  std::vector<Edit> edits_;
  std::size_t mark_end_ = 0;  // the next ] or line end after the last footnote mark
};

}  // namespace

MappedText replace_inline(const MappedText& text, const LineIndex& original, Tokens& tokens) {
  const MappedText clean = without_token_characters(text);
  return InlineReplacer(clean, original, tokens).run();
}

}  // namespace handbill
