#include "source/tokens.h"

#include <charconv>
#include <utility>

#include "core/diagnostic.h"

namespace handbill {
namespace {

// U+FDD0, the index in digits, U+FDD1.
constexpr std::string_view start_mark = "\xEF\xB7\x90";
constexpr std::string_view end_mark = "\xEF\xB7\x91";

}  // namespace

std::string Tokens::add(Token token) {
  tokens_.push_back(std::move(token));
  return std::string(start_mark) + std::to_string(tokens_.size() - 1) + std::string(end_mark);
}

std::optional<Tokens::Found> Tokens::find(std::string_view text, std::size_t from) {
  const std::size_t start = text.find(start_mark, from);
  if (start == std::string_view::npos) return std::nullopt;
  const std::size_t end = text.find(end_mark, start);
  if (end == std::string_view::npos) return std::nullopt;
  Found found{start, end + end_mark.size() - start, 0};
  std::from_chars(text.data() + start + start_mark.size(), text.data() + end, found.index);
  return found;
}

std::string Tokens::restored(std::string_view text) const {
  std::string out;
  std::size_t from = 0;
  while (const auto found = find(text, from)) {
    out.append(text.substr(from, found->offset - from)).append(tokens_[found->index].original);
    from = found->offset + found->length;
  }
  return out.append(text.substr(from));
}

std::string Tokens::without_markup(std::string_view text, std::vector<std::size_t>& dropped) const {
  std::string out;
  std::size_t from = 0;
  while (const auto found = find(text, from)) {
    const Token& token = tokens_[found->index];
    out.append(text.substr(from, found->offset - from));
    switch (token.kind) {
      case Token::Kind::shortcode:
        dropped.push_back(found->index);
        break;
      case Token::Kind::literal:
      case Token::Kind::malformed:
        out += token.shown;
        break;
      case Token::Kind::html:
        break;
      case Token::Kind::hard_break:
        out += ' ';
        break;
    }
    from = found->offset + found->length;
  }
  return out.append(text.substr(from));
}

bool starts_with_token_character(std::string_view text) {
  return text.starts_with(start_mark) || text.starts_with(end_mark);
}

}  // namespace handbill
