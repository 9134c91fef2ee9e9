#include "support/words.h"

#include <unicode/normalizer2.h>
#include <unicode/regex.h>
#include <unicode/unistr.h>

#include <map>
#include <stdexcept>

namespace handbill::test {
namespace {

using icu::UnicodeString;

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
}

UnicodeString replace(const UnicodeString& text, const char* pattern, const char* with, std::uint32_t flags = 0) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher matcher(UnicodeString::fromUTF8(pattern), flags, status);
  check(status);
  matcher.reset(text);
  UnicodeString result = matcher.replaceAll(UnicodeString::fromUTF8(with), status);
  check(status);
  return result;
}

UnicodeString nfkc(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* form = icu::Normalizer2::getNFKCInstance(status);
  check(status);
  UnicodeString result = form->normalize(UnicodeString::fromUTF8(utf8), status);
  check(status);
  return result;
}

UnicodeString comparable(std::string_view utf8) {
  auto text = replace(nfkc(utf8),
                      "[\\u00ad\\u061c\\u0640\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff]", "");
  return replace(text, "([\\p{L}\\p{N}\\p{M}_])[-\\u2010]\\n(?=[\\p{L}\\p{N}\\p{M}_])", "$1");
}

Words split(const UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::RegexMatcher matcher(UnicodeString("[^\\p{White_Space}]+"), 0, status);
  check(status);
  matcher.reset(text);
  Words found;
  while (matcher.find()) matcher.group(status).toUTF8String(found.emplace_back());
  check(status);
  return found;
}

struct Block {
  std::size_t a = 0;
  std::size_t b = 0;
  std::size_t size = 0;
};

struct Range {
  std::size_t a_begin = 0;
  std::size_t a_end = 0;
  std::size_t b_begin = 0;
  std::size_t b_end = 0;
};

using Positions = std::map<std::string_view, std::vector<std::size_t>>;

/// The longest run of equal words in the range; the earliest one in `a`, then in `b`.
Block longest_match(const Words& a, const Positions& positions_in_b, const Range& range) {
  Block best{range.a_begin, range.b_begin, 0};
  std::map<std::size_t, std::size_t> ending_at;  // position in b -> length of the run that ends there
  for (std::size_t i = range.a_begin; i < range.a_end; ++i) {
    std::map<std::size_t, std::size_t> now;
    const auto positions = positions_in_b.find(a[i]);
    if (positions != positions_in_b.end()) {
      for (const std::size_t j : positions->second) {
        if (j < range.b_begin) continue;
        if (j >= range.b_end) break;
        const auto before = j == 0 ? ending_at.end() : ending_at.find(j - 1);
        const std::size_t size = 1 + (before == ending_at.end() ? 0 : before->second);
        now[j] = size;
        if (size > best.size) best = {i + 1 - size, j + 1 - size, size};
      }
    }
    ending_at = std::move(now);
  }
  return best;
}

}  // namespace

Words words(std::string_view utf8) {
  return split(comparable(utf8));
}

Words bare_words(std::string_view utf8) {
  auto text = comparable(utf8).foldCase();
  text = replace(text, "([\\p{L}\\p{M}])[-\\u2010]\\s+(?=\\p{L})", "$1");
  text = replace(text, "[\\u2012-\\u2015/\\\\]|\\.\\.\\.", " ");
  text = replace(text, "[^\\p{L}\\p{N}\\p{M}\\p{White_Space}]", "");
  return split(replace(text, "(?<=[\\p{L}\\p{M}])\\p{N}+(?=\\s|$)", ""));
}

std::string markdown_text(std::string_view source) {
  auto text = UnicodeString::fromUTF8(source);
  text = replace(text, "\\A---\\n.*?\\n---\\n", "", UREGEX_DOTALL);
  text = replace(text, "\\{\\{[<%].*?[>%]\\}\\}", " ", UREGEX_DOTALL);
  text = replace(text, "<(https?://[^>\\s]+)>", "$1");
  text = replace(text, "</?[a-zA-Z][^>]*>", "");
  text = replace(text, "^\\[\\^([^\\]]+)\\]:", "", UREGEX_MULTILINE);
  text = replace(text, "\\[\\^([^\\]]+)\\]", "");
  text = replace(text, "\\]\\([^)]*\\)", "");
  text = replace(text, "^[|][ :|-]+[|]$", "", UREGEX_MULTILINE);
  text = replace(text, "^[ \\t>]*(#+|\\d+[.)]|[-*+])[ \\t]+(\\[[ xX]\\])?", "", UREGEX_MULTILINE);
  text = replace(text, "[|*_`\\[\\]]|~~", " ");
  std::string utf8;
  return text.toUTF8String(utf8);
}

Words lost(const Words& wanted, const Words& got) {
  std::map<std::string_view, std::size_t> left;
  for (const auto& word : got) ++left[word];
  Words missing;
  for (const auto& word : wanted) {
    auto found = left.find(word);
    if (found == left.end() || found->second == 0) {
      missing.push_back(word);
    } else {
      --found->second;
    }
  }
  return missing;
}

double share_found(const Words& wanted, const Words& got) {
  if (wanted.empty()) return 1;
  return 1 - static_cast<double>(lost(wanted, got).size()) / static_cast<double>(wanted.size());
}

double share_in_order(const Words& a, const Words& b) {
  if (a.empty() && b.empty()) return 1;
  Positions positions;
  for (std::size_t j = 0; j < b.size(); ++j) positions[b[j]].push_back(j);
  std::size_t matched = 0;
  std::vector<Range> ranges = {{0, a.size(), 0, b.size()}};
  while (!ranges.empty()) {
    const Range range = ranges.back();
    ranges.pop_back();
    const Block block = longest_match(a, positions, range);
    if (block.size == 0) continue;
    matched += block.size;
    ranges.push_back({range.a_begin, block.a, range.b_begin, block.b});
    ranges.push_back({block.a + block.size, range.a_end, block.b + block.size, range.b_end});
  }
  return 2.0 * static_cast<double>(matched) / static_cast<double>(a.size() + b.size());
}

}  // namespace handbill::test
