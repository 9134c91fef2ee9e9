// What holds for every text, tried on pages that nobody would write.
#include "core/unicode.h"
#include "render/plain/plain.h"
#include "render/plain/reading.h"
#include "render/sample.h"
#include "support/random_page.h"
#include "support/said.h"

namespace handbill::test {
namespace {

/// The text without the marks of links and notes, whose numbers would come between the letters of words.
std::string without_marks(const std::string& text) {
  std::string bare;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = text.find(']', at);
    // A box that is no task list's is text: "[x]".
    if (text[at] == '[' && end != std::string::npos && end - at < 12 && text[at + 1] != 'x' && text[at + 1] != ' ') {
      at = end;
      continue;
    }
    bare += text[at];
  }
  return bare;
}

struct Way {
  int width;
  BidiMarks bidi;
  TextFormat format;
};

constexpr Way ways[] = {{20, BidiMarks::isolates, TextFormat::fixed},  {41, BidiMarks::none, TextFormat::fixed},
                        {72, BidiMarks::isolates, TextFormat::fixed},  {400, BidiMarks::none, TextFormat::fixed},
                        {30, BidiMarks::isolates, TextFormat::flowed}, {72, BidiMarks::none, TextFormat::flowed}};

template <class Check>
void for_random_pages(unsigned seeds, const Check& check) {
  for (const char* tag : {"en", "ar"})
    for (unsigned seed = 1; seed <= seeds; ++seed) {
      const Document document = parsed(RandomPage(seed, tag).markdown(), tag);
      const Interface words = words_for(tag);
      for (const Way& way : ways) {
        INFO(tag << " " << seed << " at " << way.width);
        check(document, std::string(tag), way,
              plain::write(
                  {.document = document, .words = words, .width = way.width, .bidi = way.bidi, .format = way.format}));
      }
    }
}

TEST_CASE("every word of a random page is in its text, once and in order") {
  for_random_pages(25, [](const Document& document, const std::string&, const Way&, const std::string& text) {
    const std::string bare = without_marks(text);
    CHECK(words_missing(document, bare, false) == Words{});
    CHECK(words_repeated(document, bare) == Words{});
    CHECK(first_out_of_order(document, bare, false) == "");
  });
}

TEST_CASE("no line of a random page has space at its end or is shown out of order") {
  for_random_pages(25, [](const Document&, const std::string& tag, const Way& way, const std::string& text) {
    const Direction direction = language(tag).direction();
    for (const std::string& line : text_lines(text)) {
      INFO(line);
      if (way.bidi == BidiMarks::none) CHECK_FALSE(has_bidi_controls(line));
      if (way.format == TextFormat::flowed) continue;
      CHECK_FALSE(line.ends_with(' '));
      if (way.bidi == BidiMarks::isolates && direction == Direction::right_to_left)
        CHECK(shown_in(line, Direction::left_to_right) == shown_in(line, Direction::right_to_left));
    }
  });
}

TEST_CASE("a random page in the format for mail follows its rules") {
  for_random_pages(25, [](const Document&, const std::string&, const Way& way, const std::string& text) {
    if (way.format == TextFormat::flowed) CHECK(joined_again(text).size() <= text_lines(text).size());
  });
}

}  // namespace
}  // namespace handbill::test
