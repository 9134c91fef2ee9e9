// What a screen reader reads: the structure trees of finished PDFs against the source's blocks.
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>

#include "core/language.h"
#include "end_to_end/printed.h"
#include "end_to_end/reading.h"
#include "end_to_end/wanted.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

std::string joined(const Words& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool reads_right_to_left(const std::string& locale) {
  return Language::parse(locale).value().right_to_left();
}

using Position = std::ptrdiff_t;

/// How far `read` goes on with a block's words from `at`; not at all if it does not. References to pages, which the
/// source does not have, may stand among them.
Position words_of(const Words& block, const Words& read, Position at) {
  constexpr Position reference = 3;  // words
  Position next = at;
  for (const auto& word : block) {
    while (next < std::ssize(read) && read[std::size_t(next)] != word) ++next;
    if (next == std::ssize(read) || next - at > std::ssize(block) + reference) return 0;
    ++next;
  }
  return next - at;
}

/// Poppler prints the glyphs of right-to-left text from left to right, and some of its spaces in other places, where
/// a number may meet a word. What can be compared is a block's letters, as a whole.
std::u32string letters_of(const Words& words) {
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(joined(words));
  std::u32string letters;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1))
    if (u_isalpha(text.char32At(i)) != 0) letters += static_cast<char32_t>(text.char32At(i));
  return letters;
}

Position letters_of(const std::u32string& block, const std::u32string& read, Position at) {
  constexpr Position reference = 20;  // letters
  std::u32string wanted = block;
  std::ranges::sort(wanted);
  for (Position end = at + std::ssize(block); end <= std::min(std::ssize(read), at + std::ssize(block) + reference);
       ++end) {
    std::u32string here(read.begin() + at, read.begin() + end);
    std::ranges::sort(here);
    if (std::ranges::includes(here, wanted)) return end - at;
  }
  return 0;
}

/// The first of `blocks` that does not stand whole behind the one before it; empty if all do.
std::string out_of_order(const std::vector<Words>& blocks, const fs::path& pdf, bool right_to_left) {
  const Words read = bare_words(pdf_structure_text(pdf));
  const std::u32string letters = letters_of(read);
  Position at = 0;
  for (const auto& block : blocks) {
    Position length = 0;
    for (; length == 0 && at < (right_to_left ? std::ssize(letters) : std::ssize(read)); ++at)
      length = right_to_left ? letters_of(letters_of(block), letters, at) : words_of(block, read, at);
    if (length == 0) return joined(block);
    at += length - 1;
  }
  return "";
}

TEST_CASE("a screen reader reads every block of every page whole and in the source's order") {
  for (const auto& file : printed_content()) {
    if (file.path.extension() != ".pdf" || file.edition != "handout") continue;
    INFO(file.path);
    const auto blocks = wanted_blocks(file.document, file.locale);
    CHECK(blocks.size() > 20);
    CHECK(out_of_order(blocks, file.path, reads_right_to_left(file.locale)) == "");
  }
}

TEST_CASE("a screen reader reads the real pages whole and in order") {
  for (const char* name : {"declaration.md", "declaration.nl.md", "declaration.ar.md", "tech-workers.md"}) {
    const auto page = fs::path(HANDBILL_ROOT) / "../shared/real" / name;
    if (!fs::exists(page)) continue;
    const TemporaryFolder folder;
    handbill({"build", page.string(), "-o", folder.path().string()});
    for (const auto& file : only(files_in(folder.path()), ".pdf")) {
      if (file.edition == "flyer" && file.document == "tech-workers") continue;  // its button stands apart
      INFO(file.path);
      CHECK(out_of_order(blocks_of_page(page), file.path, reads_right_to_left(file.locale)) == "");
    }
  }
}

}  // namespace
}  // namespace handbill::test
