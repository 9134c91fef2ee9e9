#include "text/itemise.h"

#include "core/limits.h"
#include "core/unicode.h"
#include "support/catch.h"

using namespace handbill;

namespace {

/// The lengths of a text's segments, in UTF-16 units.
std::vector<std::uint32_t> lengths(const std::u16string& text) {
  StyledText styled;
  styled.text = text;
  styled.spans.push_back({.end = static_cast<std::uint32_t>(text.size())});
  std::vector<std::uint32_t> found;
  for (const Segment& segment : itemise(styled)) found.push_back(segment.end - segment.begin);
  return found;
}

using Lengths = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a letter has as many marks as it may have, and what is more is set apart from it") {
  const auto most = static_cast<std::uint32_t>(limits::marks_on_a_letter);
  for (const char16_t mark : {u'\u0301', u'\u064E'}) {
    const std::u16string letter(1, mark == u'\u0301' ? u'a' : u'\u0628');
    CHECK(lengths(letter + std::u16string(most, mark) + letter) == Lengths{most + 2});
    CHECK(lengths(letter + std::u16string(most + 1, mark) + letter) == Lengths{most + 1, 2});
  }
}

TEST_CASE("marks of two units are counted and never cut in two") {
  const auto most = static_cast<std::uint32_t>(limits::marks_on_a_letter);
  std::u16string marks;
  for (std::uint32_t i = 0; i < most + 1; ++i) marks += u"\U0001D165";
  CHECK(lengths(u"a" + marks) == Lengths{1 + 2 * most, 2});
}

TEST_CASE("letters and emoji without marks are never cut, however many they are") {
  std::u16string faces;
  for (int i = 0; i < 100; ++i) faces += u"\U0001F44D\U0001F3FD";
  CHECK(lengths(faces).size() == 1);
  CHECK(lengths(std::u16string(1000, u'\u0628')) == Lengths{1000});
}

TEST_CASE("what is shaped at once ends before a space, or where none comes for long") {
  std::u16string words;
  while (words.size() < limits::run_units) words += u"seven77 ";
  REQUIRE(words.size() == limits::run_units);
  CHECK(lengths(words) == Lengths{limits::run_units});
  CHECK(lengths(words + u"more words") == Lengths{limits::run_units + 4, 6});
  CHECK(lengths(std::u16string(limits::unbroken_units, u'x')) == Lengths{limits::unbroken_units});
  CHECK(lengths(std::u16string(limits::unbroken_units + 1, u'x')) == Lengths{limits::unbroken_units, 1});
}
