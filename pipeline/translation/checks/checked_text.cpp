#include "translation/checks/checked_text.h"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "document/walk.h"
#include "translation/icu_values.h"
#include "translation/look_alikes.h"

namespace handbill {
namespace {

bool belongs_to_word(UChar32 character) {
  constexpr std::uint32_t marks = U_GC_M_MASK;
  return u_isalpha(character) != 0 || (U_GET_GC_MASK(character) & marks) != 0;
}

void add_words(const std::string& part, std::vector<std::string>& words) {
  if (looks_like_address(part)) return;
  const icu::UnicodeString text = to_icu(part);
  icu::UnicodeString word;
  for (std::int32_t at = 0; at < text.length(); at = text.moveIndex32(at, 1)) {
    const UChar32 character = text.char32At(at);
    if (belongs_to_word(character)) {
      word += character;
    } else if (!word.isEmpty()) {
      words.push_back(from_icu(word));
      word.remove();
    }
  }
  if (!word.isEmpty()) words.push_back(from_icu(word));
}

}  // namespace

TextSide read_side(const Inlines& inlines) {
  TextSide side{inlines, {}, plain_text(inlines), {}};
  for_each_inline(inlines, [&](const Inline& one) {
    if (const auto* const text = std::get_if<Text>(&one.node)) {
      side.prose += text->text;
    } else if (const auto* const code = std::get_if<Code>(&one.node)) {
      side.code.push_back(code->text);
      side.prose += ' ';
    } else if (std::holds_alternative<HardBreak>(one.node)) {
      side.prose += ' ';
    }
  });
  std::sort(side.code.begin(), side.code.end());
  return side;
}

std::vector<std::string> words_in(const std::string& text) {
  std::vector<std::string> words;
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find(' ', start), text.size());
    add_words(text.substr(start, end - start), words);
    start = end + 1;
  }
  return words;
}

}  // namespace handbill
