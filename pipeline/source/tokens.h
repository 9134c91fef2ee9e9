// Stand-ins for what cmark must not see as it was written: shortcodes, tags inside HTML blocks, and characters that
// would make it do too much work. Each is a short run of characters that Unicode promises never to assign
// (noncharacters), which cmark passes through like letters. The page's own noncharacters are replaced first, and
// character references that would make some are stand-ins themselves, so that no text can forge one.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/diagnostic.h"
#include "source/shortcode.h"

namespace handbill {

struct Token {
  enum class Kind {
    shortcode,
    literal,     ///< in text it is `shown`
    malformed,   ///< what starts like a shortcode and is none; in text it is `shown`
    html,        ///< a tag or comment, `original`
    hard_break,  ///< a line break asked for with a backslash or two spaces
  };
  Kind kind = Kind::literal;
  std::string original;  ///< what was written; what code shows
  std::string shown;
  Shortcode shortcode;
  Place place;
};

class Tokens {
 public:
  /// Keeps `token` and returns the text that stands for it.
  std::string add(Token token);

  /// The token whose stand-in starts at `offset` of `text`, with the stand-in's length in bytes.
  struct Found {
    std::size_t offset = 0;
    std::size_t length = 0;
    std::size_t index = 0;
  };
  /// The first stand-in at or after `from`.
  static std::optional<Found> find(std::string_view text, std::size_t from = 0);

  const Token& operator[](std::size_t index) const { return tokens_[index]; }
  std::size_t size() const { return tokens_.size(); }

  /// `text` as it was written, for code.
  std::string restored(std::string_view text) const;
  /// `text` with literals shown and everything else gone, for addresses and titles. The indices of the shortcodes
  /// that went are added to `dropped`.
  std::string without_markup(std::string_view text, std::vector<std::size_t>& dropped) const;

 private:
  std::vector<Token> tokens_;
};

/// Whether one of the two noncharacters that stand-ins are made of starts at the start of `text`; both are three bytes.
bool starts_with_token_character(std::string_view text);

}  // namespace handbill
