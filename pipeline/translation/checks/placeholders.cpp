#include "translation/checks/placeholders.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace handbill {
namespace {

using Placeholders = std::vector<std::string>;

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
}

bool goes_on_in_name(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

/// Takes what a placeholder is made of from the start of a text. (Not std::regex, which calls itself for every
/// character, so that a long name ends the program.)
class Taking {
 public:
  explicit Taking(std::string_view text) : text_(text) {}

  bool one(std::string_view of) {
    const bool found = at_ < text_.size() && of.find(text_[at_]) != std::string_view::npos;
    at_ += found ? 1 : 0;
    return found;
  }
  bool some(bool (*which)(char)) {
    const std::size_t before = at_;
    while (at_ < text_.size() && which(text_[at_])) ++at_;
    return at_ > before;
  }
  bool name() { return at_ < text_.size() && is_letter(text_[at_]) && some(goes_on_in_name); }
  char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  std::size_t taken() const { return at_; }

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

/// The length of {name}, {{name}} or ${name}; 0 when there is none.
std::size_t in_braces(std::string_view text) {
  Taking taking(text);
  taking.one("$");
  if (!taking.one("{")) return 0;
  taking.one("{");
  if (!taking.name() || !taking.one("}")) return 0;
  taking.one("}");
  return taking.taken();
}

/// The length of %(name)s; 0 when there is none.
std::size_t named_after_percent(std::string_view text) {
  Taking taking(text);
  return taking.one("%") && taking.one("(") && taking.some(is_letter) && taking.one(")") && taking.one("sd")
             ? taking.taken()
             : 0;
}

/// The length of %s or %1$d; 0 when there is none.
std::size_t after_percent(std::string_view text) {
  Taking taking(text);
  if (!taking.one("%")) return 0;
  if (taking.one("123456789") && !taking.one("$")) return 0;
  const bool found = taking.one("sd") && (!is_letter(taking.next()) || taking.next() == '_');
  return found ? taking.taken() : 0;
}

std::size_t placeholder_length(std::string_view text) {
  return std::max({in_braces(text), named_after_percent(text), after_percent(text)});
}

/// {name}, {{name}}, %s, %1$d, %(name)s, ${name}: what a program fills in. Sorted.
Placeholders placeholders_in(std::string_view text) {
  Placeholders found;
  for (std::size_t at = text.find_first_of("${%"); at != std::string_view::npos;) {
    const std::size_t length = placeholder_length(text.substr(at));
    if (length > 0) found.emplace_back(text.substr(at, length));
    at = text.find_first_of("${%", at + std::max<std::size_t>(length, 1));
  }
  std::sort(found.begin(), found.end());
  return found;
}

std::string first_difference(const Placeholders& a, const Placeholders& b) {
  Placeholders more;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(more));
  return more.empty() ? std::string() : more.front();
}

bool may_have_any(const std::string& text) {
  return text.find_first_of("{%") != std::string::npos;
}

}  // namespace

void check_placeholders(const CheckedText& text, Diagnostics& found) {
  if (!may_have_any(text.source.prose) && !may_have_any(text.target.prose)) return;
  const Placeholders wanted = placeholders_in(text.source.prose);
  const Placeholders written = placeholders_in(text.target.prose);
  const std::string missing = first_difference(wanted, written);
  const std::string added = first_difference(written, wanted);
  if (!missing.empty()) {
    found.push_back(
        remark(text, "placeholder-changed",
               fmt::format("the placeholder {} of the source is missing in \"{}\"", missing, text.unit.unit.id),
               fmt::format("write {} where it belongs, untranslated", missing)));
  } else if (!added.empty()) {
    found.push_back(remark(text, "placeholder-changed",
                           fmt::format("the placeholder {} in \"{}\" is not in the source", added, text.unit.unit.id),
                           fmt::format("take {} away", added)));
  }
}

}  // namespace handbill
