// The body of a mail whose lines may be joined and broken again (RFC 3676).
#include "core/unicode.h"
#include "render/plain/plain.h"
#include "render/plain/reading.h"
#include "render/sample.h"
#include "support/golden.h"

namespace handbill::test {
namespace {

std::string flowed(const Document& document, std::string_view tag, int width = 72) {
  const Interface words = words_for(tag);
  return plain::write({.document = document, .words = words, .width = width, .format = TextFormat::flowed});
}

std::string flowed(std::string markdown, std::string_view tag, int width = 72) {
  return flowed(parsed(std::move(markdown), tag), tag, width);
}

using Paragraphs = std::vector<std::string>;

TEST_CASE("a paragraph's lines end in a space until its last one") {
  CHECK(flowed("one two three four five six\n\nseven\n", "en", 20) == "one two three four \nfive six\n\nseven\n");
  CHECK(flowed("واحد اثنان ثلاثة أربعة خمسة ستة\n\nسبعة\n", "ar", 20) == "واحد اثنان ثلاثة \nأربعة خمسة ستة\n\nسبعة\n");
}

TEST_CASE("joined again, a paragraph is what it was at any width") {
  const std::string english = "He said: yes, *of course* (he did) - and wrote `x = 1` for well-known `reasons`.";
  const std::string arabic =
      "قال: نعم، *بالطبع* (فعلًا) - وكتب ⁦`x = 1`⁩ لأسباب BDS Nederland "
      "⁦`معروفة`⁩.";
  for (int width = 20; width < 90; width += 3) {
    CHECK(joined_again(flowed("He said: yes, **of course** (he did) - and wrote `x = 1` for well-known `reasons`.",
                              "en", width)) == Paragraphs{english});
    const auto joined =
        joined_again(flowed("قال: نعم، **بالطبع** (فعلًا) - وكتب `x = 1` لأسباب BDS Nederland `معروفة`.", "ar", width));
    REQUIRE(joined.size() == 1);
    CHECK(shown_in(joined[0], Direction::right_to_left) == shown_in(arabic, Direction::right_to_left));
  }
}

TEST_CASE("what is quoted keeps its marks in front, one for each quotation") {
  CHECK(flowed("> one two three four five six seven\n>\n> > six\n", "en", 30) ==
        "> one two three four five six \n> seven\n>\n>> six\n");
  CHECK(flowed("> واحد اثنان ثلاثة أربعة خمسة ستة\n>\n> > خمسة\n", "ar", 30) ==
        "> واحد اثنان ثلاثة أربعة خمسة \n> ستة\n>\n>> خمسة\n");
  CHECK(joined_again(flowed("- > quoted in a list, over several lines\n", "en", 30)) ==
        Paragraphs{">• quoted in a list, over several lines"});
}

TEST_CASE("items of lists flow on from their first line") {
  CHECK(
      joined_again(flowed("- one two three four five six\n  - seven eight nine ten eleven\n\n  twelve\n", "en", 30)) ==
      Paragraphs{"• one two three four five six", "", "  ◦ seven eight nine ten eleven", "", "  twelve"});
  // An item without a line of more than one is isolated; one of several lines is not, for it would come apart.
  CHECK(joined_again(flowed("- واحد اثنان ثلاثة أربعة خمسة ستة سبعة\n  - ثمانية تسعة عشرة\n", "ar", 30)) ==
        Paragraphs{"• واحد اثنان ثلاثة أربعة خمسة ستة سبعة", "\u200F\u2067  ◦ ثمانية تسعة عشرة\u2069"});
}

TEST_CASE("what would be taken for a quotation, a signature or another mail is not") {
  CHECK(flowed("\\> not quoted\n", "en") == " > not quoted\n");
  CHECK(flowed("From me to you\n", "en") == " From me to you\n");
  CHECK(flowed("- > From me\n", "en") == "> • From me\n");
  CHECK(flowed("    code \n    > more\n", "en") == "     code\n     > more\n");
  for (int width = 20; width < 40; ++width)
    joined_again(flowed("a a a -- a a -- a -- a a a a -- a aaaaaaaaaaa -- aa", "en", width));
  CHECK(flowed("\\-- aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n", "en", 20) == "-- aaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n");
}

TEST_CASE("a language without spaces is broken for good, so that nobody puts spaces into it") {
  const std::string chinese = "工会是工人的组织我们一起为更好的工作条件而努力";
  const std::string text = flowed(chinese, "zh", 20);
  for (const std::string& line : text_lines(text)) {
    CHECK(display_width(line) <= 20);
    CHECK_FALSE(line.ends_with(' '));
  }
  std::string whole = text;
  std::erase(whole, '\n');
  CHECK(whole == chinese);
}

TEST_CASE("lines end where the author ended them") {
  CHECK(flowed("one\\\ntwo\n", "en") == "one\ntwo\n");
  CHECK(flowed("واحد\\\nاثنان\n", "ar") == "واحد\nاثنان\n");
}

TEST_CASE("the words of a document are the same in both formats, in order") {
  for (const char* tag : {"en", "nl", "ar"}) {
    const std::string file = tag == std::string("en") ? "meeting.md" : "meeting." + std::string(tag) + ".md";
    const Document document = sample(file, tag);
    const Interface words = words_for(tag);
    for (const int width : {30, 40, 72}) {
      INFO(tag << " at " << width);
      std::string joined;
      for (const std::string& paragraph : joined_again(flowed(document, tag, width))) joined += paragraph + "\n";
      CHECK(lost(words_of(document), bare_words(joined)).size() <= document.footnotes.size());
      for (const std::string& line : text_lines(flowed(document, tag, width))) {
        INFO(line);
        CHECK((display_width(line) <= static_cast<std::size_t>(width) + 2 || line.find("://") != std::string::npos));
      }
    }
  }
}

TEST_CASE("a document of every kind of block is the body of a mail") {
  EXPECT_GOLDEN("meeting.en.flowed.txt", flowed(sample("meeting.md", "en"), "en"));
  EXPECT_GOLDEN("meeting.ar.flowed.txt", flowed(sample("meeting.ar.md", "ar"), "ar"));
}

}  // namespace
}  // namespace handbill::test
