#include "translation/folded_text.h"

namespace handbill {
namespace {

bool is_white_space(char character) {
  return character == ' ' || (character >= '\t' && character <= '\r');
}

std::string_view language_subtag(const Language& language) {
  const std::string_view tag = language.tag();
  return tag.substr(0, tag.find('-'));
}

}  // namespace

std::string fold_text(std::string_view text) {
  std::string folded;
  bool pending = false;
  for (const char character : text) {
    if (is_white_space(character)) {
      pending = !folded.empty();
      continue;
    }
    if (pending) folded += ' ';
    pending = false;
    folded += character;
  }
  return folded;
}

std::string trim_text(std::string_view text) {
  while (!text.empty() && is_white_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_white_space(text.back())) text.remove_suffix(1);
  return std::string(text);
}

bool same_language(const Language& a, const Language& b) {
  return language_subtag(a) == language_subtag(b) && a.script() == b.script();
}

}  // namespace handbill
