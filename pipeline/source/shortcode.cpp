#include "source/shortcode.h"

namespace handbill {
namespace {

bool is_shortcode_space(char c) {
  return c == ' ' || c == '\t' || c == '\n';
}

bool is_shortcode_character(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_' ||
         c == '.' || c == '/';
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), closing_(text[2] == '<' ? ">}}" : "%}}") {}

  std::optional<Shortcode> read() {
    position_ = 3;
    if (at("/*")) return comment();
    skip_spaces();
    if (at("/")) {
      result_.kind = Shortcode::Kind::close;
      ++position_;
      skip_spaces();
    }
    result_.name = word();
    if (result_.name.empty()) return std::nullopt;
    while (true) {
      const std::size_t before = position_;
      skip_spaces();
      if (at("/" + closing_) && result_.kind == Shortcode::Kind::open) {
        result_.kind = Shortcode::Kind::alone;
        ++position_;
      }
      if (at(closing_)) return finish(closing_.size());
      if (position_ == before || !argument()) return std::nullopt;
    }
  }

 private:
  bool at(std::string_view what) const { return text_.substr(position_).starts_with(what); }

  void skip_spaces() {
    while (position_ < text_.size() && is_shortcode_space(text_[position_])) ++position_;
  }

  std::optional<Shortcode> finish(std::size_t more) {
    result_.length = position_ + more;
    return std::move(result_);
  }

  std::optional<Shortcode> comment() {
    const std::string end = "*/" + closing_;
    const std::size_t line_end = text_.find('\n', position_);
    const std::size_t found = text_.substr(0, line_end).find(end, position_ + 2);
    if (found == std::string_view::npos) return std::nullopt;
    result_.kind = Shortcode::Kind::comment;
    result_.comment = std::string(text_.substr(0, 3)) + std::string(text_.substr(5, found - 5)) + closing_;
    position_ = found;
    return finish(end.size());
  }

  // A name; its last slash belongs to "/>}}".
  std::string word() {
    const std::size_t start = position_;
    while (position_ < text_.size() && is_shortcode_character(text_[position_]) && !at("/" + closing_)) ++position_;
    return std::string(text_.substr(start, position_ - start));
  }

  bool argument() {
    if (at("\"") || at("`")) return value("");
    const std::string first = bare();
    if (first.empty()) return false;
    if (!at("=")) {
      result_.arguments.emplace_back("", first);
      return true;
    }
    ++position_;
    return value(first);
  }

  bool value(const std::string& key) {
    std::string text;
    if (at("\"") || at("`")) {
      if (!quoted(text)) return false;
    } else {
      text = bare();
      if (text.empty()) return false;
    }
    result_.arguments.emplace_back(key, text);
    return true;
  }

  std::string bare() {
    const std::size_t start = position_;
    while (position_ < text_.size() && !is_shortcode_space(text_[position_]) && text_[position_] != '"' &&
           text_[position_] != '`' && text_[position_] != '=' && !at(closing_) && !at("/" + closing_) && !at("{{"))
      ++position_;
    return std::string(text_.substr(start, position_ - start));
  }

  // "…" with \" inside, on one line; `…` raw.
  bool quoted(std::string& out) {
    const char quote = text_[position_++];
    for (; position_ < text_.size(); ++position_) {
      const char c = text_[position_];
      if (c == quote) {
        ++position_;
        return true;
      }
      if (quote == '"' && c == '\n') return false;
      if (quote == '"' && c == '\\' && position_ + 1 < text_.size() &&
          (text_[position_ + 1] == '"' || text_[position_ + 1] == '\\'))
        ++position_;
      out += text_[position_];
    }
    return false;
  }

  std::string_view text_;
  std::string closing_;
  std::size_t position_ = 0;
  Shortcode result_;
};

}  // namespace

const std::string* Shortcode::argument(std::string_view key) const {
  for (const auto& [other, value] : arguments)
    if (other == key) return &value;
  return nullptr;
}

bool starts_shortcode(std::string_view text) {
  return text.starts_with("{{<") || text.starts_with("{{%");
}

std::optional<Shortcode> read_shortcode(std::string_view text) {
  return starts_shortcode(text) ? Reader(text).read() : std::nullopt;
}

}  // namespace handbill
