#include "text/pattern_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

namespace handbill {
namespace {

/// What a byte is in a pattern: white space ends it, and what is neither that nor a digit is a letter, or part of one.
enum class Kind : std::uint8_t { end, digit, letter };

constexpr std::array<Kind, 256> kinds = [] {
  std::array<Kind, 256> all{};
  for (std::size_t c = 0; c < all.size(); ++c)
    all[c] = c <= ' ' ? Kind::end : c >= '0' && c <= '9' ? Kind::digit : Kind::letter;
  return all;
}();

Kind kind_of(char c) {
  return kinds[static_cast<unsigned char>(c)];
}

bool is_digit(char c) {
  return kind_of(c) == Kind::digit;
}

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

std::size_t one_byte(char first) {
  return 65536 + static_cast<unsigned char>(first);
}

std::size_t two_bytes(char first, char second) {
  return static_cast<std::size_t>(static_cast<unsigned char>(first)) << 8 | static_cast<unsigned char>(second);
}

}  // namespace

std::unique_ptr<const PatternFile> PatternFile::open(const std::filesystem::path& path) {
  std::unique_ptr<PatternFile> patterns(new PatternFile(std::make_unique<MappedFile>(path)));
  if (!patterns->read()) return nullptr;
  return patterns;
}

bool PatternFile::read() {
  constexpr std::size_t longest_name = 18;
  constexpr std::size_t bytes_a_line = 8;
  const std::string_view all = text();
  if (all.empty() || all.back() != '\n' || all.size() > std::numeric_limits<std::uint32_t>::max()) return false;
  const bool changes_spellings = all.find('/') != std::string_view::npos;
  if (changes_spellings || all.find('\0') != std::string_view::npos) return false;
  patterns_.reserve(all.size() / bytes_a_line);
  for (std::size_t begin = 0; begin < all.size();) {
    const std::size_t end = all.find('\n', begin);
    if (end - begin > longest_line) return false;
    if (begin == 0) {
      character_set_ = all.substr(0, std::min(end, all.find('\r')));
      if (character_set_.size() > longest_name) return false;
    } else if (!read_line(begin, end)) {
      return false;
    }
    begin = end + 1;
  }
  return true;
}

bool PatternFile::read_line(std::size_t begin, std::size_t end) {
  const std::string_view line = text().substr(begin, end - begin);
  if (line.empty() || line.front() == '%') return true;
  if (line.front() < 'A' || line.front() > 'Z') {
    add(begin);
    return true;
  }
  const auto number = [&](std::string_view keyword, int& value) {
    if (!line.starts_with(keyword)) return false;
    const std::string_view digits = line.substr(std::min(line.find_first_not_of(' ', keyword.size()), line.size()));
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return true;
  };
  int ignored = 0;  // between the parts of a compound, which only files of two levels know
  if (number("LEFTHYPHENMIN", least_.before) || number("RIGHTHYPHENMIN", least_.after)) return true;
  if (number("COMPOUNDLEFTHYPHENMIN", ignored) || number("COMPOUNDRIGHTHYPHENMIN", ignored)) return true;
  if (line.starts_with("NEXTLEVEL") || line.starts_with("NOHYPHEN")) return false;
  add(begin);
  return true;
}

void PatternFile::add(std::size_t offset) {
  char start[3];
  std::size_t count = 0;
  const std::string_view all = text();
  for (const char* at = all.data() + offset; count < 3 && kind_of(*at) != Kind::end; ++at)
    if (kind_of(*at) == Kind::letter) start[count++] = *at;
  if (count == 0) return;
  starts_[one_byte(start[0])] = true;
  if (count > 1) starts_[two_bytes(start[0], start[1])] = true;
  std::uint32_t& first = first_[bucket({start, count})];
  patterns_.push_back({static_cast<std::uint32_t>(offset), first});
  first = static_cast<std::uint32_t>(patterns_.size() - 1);
}

std::size_t PatternFile::bucket(std::string_view start) {
  std::size_t hash = 0;
  for (const char c : start) hash = hash * 37 + static_cast<unsigned char>(c);
  return hash % buckets;
}

PatternFile::Match PatternFile::match(std::uint32_t offset, std::string_view rest) const {
  const char* at = text().data() + offset;
  std::size_t bytes = 0;
  for (;; ++at) {
    const Kind kind = kind_of(*at);
    if (kind == Kind::digit) continue;
    if (kind == Kind::end) return {bytes, true};
    if (bytes == rest.size() || *at != rest[bytes]) return {bytes, false};
    ++bytes;
  }
}

/// How far the text at the start of `rest` is the start of a pattern; `whole` gets, by their lengths, the patterns that
/// end on the way. Of two with the same letters the later one in the file counts.
std::size_t PatternFile::find_at(std::string_view rest, std::vector<std::uint32_t>& whole) const {
  if (!starts_[one_byte(rest[0])]) return 0;
  std::size_t longest = 1;
  if (rest.size() > 1 && starts_[two_bytes(rest[0], rest[1])]) longest = 2;
  std::fill(whole.begin(), whole.end(), 0);
  const std::size_t most_letters = longest == 1 ? 1 : std::min<std::size_t>(3, rest.size());
  for (std::size_t letters = 1; letters <= most_letters; ++letters) {
    for (std::uint32_t i = first_[bucket(rest.substr(0, letters))]; i != 0; i = patterns_[i].next) {
      const Match found = match(patterns_[i].offset, rest);
      longest = std::max(longest, found.bytes);
      if (found.whole && whole[found.bytes] == 0) whole[found.bytes] = patterns_[i].offset;
    }
  }
  return longest;
}

/// Raises the values before, between and behind the letters of a pattern to what it says.
void PatternFile::apply(std::uint32_t offset, char* values) const {
  char value = '0';
  for (const char* at = text().data() + offset;; ++at) {
    if (is_digit(*at)) {
      value = *at;
      continue;
    }
    *values = std::max(*values, value);
    if (kind_of(*at) == Kind::end) return;
    ++values;
    value = '0';
  }
}

bool PatternFile::understands(std::string_view word) {
  const auto has = [&](std::string_view part) { return word.find(part) != std::string_view::npos; };
  return !has("-") && !has("'") && !has("\xE2\x80") && !has("\xEF\xAC");
}

/// Liang's values: at index i, that of the place before byte i of ".word.".
std::string PatternFile::values(std::string_view word) const {
  std::string dotted = ".";
  dotted += word;
  dotted += '.';
  std::replace_if(dotted.begin(), dotted.end(), is_digit, '.');
  std::string values(dotted.size() + 1, '0');
  std::vector<std::uint32_t> whole(dotted.size() + 1);
  std::size_t reached = 0;
  for (std::size_t begin = 0; begin < dotted.size(); ++begin) {
    const std::size_t longest = find_at(std::string_view(dotted).substr(begin), whole);
    for (std::size_t bytes = 1; bytes <= longest; ++bytes)
      if (begin + bytes > reached && whole[bytes] != 0) apply(whole[bytes], values.data() + begin);
    reached = std::max(reached, begin + longest);
  }
  return values;
}

std::vector<bool> PatternFile::breaks(std::string_view word, Least least) const {
  const std::string found = values(word);
  std::vector<bool> breaks(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) breaks[i] = (found[i + 2] & 1) != 0;
  const bool utf8 = character_set_ == "UTF-8";
  // Digits at the ends of a word are no letters of it.
  int before = std::max(least.before, least_.before);
  for (std::size_t i = 0; i < word.size() && is_digit(word[i]); ++i) ++before;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (!utf8 || !continues_character(word[i])) --before;
    if (before > 0) breaks[i] = false;
  }
  int after = std::max(least.after, least_.after);
  for (std::size_t i = word.size(); i > 1 && is_digit(word[i - 1]); --i) ++after;
  for (std::size_t i = word.size(); i > 0 && after > 0; --i) {
    breaks[i - 1] = false;
    if (!utf8 || !continues_character(word[i - 1])) --after;
  }
  return breaks;
}

}  // namespace handbill
