// What holds for every e-book, tried on pages that nobody would write.
#include "render/epub/epub.h"
#include "render/epub/unpacked.h"
#include "render/sample.h"
#include "support/epubcheck.h"
#include "support/random_page.h"
#include "support/said.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

const FontLibrary& fonts() {
  static const auto loaded = FontLibrary::load(HANDBILL_ROOT "/fonts", DiskFiles());
  REQUIRE(loaded.value != nullptr);
  return *loaded.value;
}

std::string book_of(const Document& document, std::string_view tag) {
  const Interface words = words_for(tag);
  return epub::write({.document = document, .images = {}, .words = words, .site = "", .fonts = &fonts()});
}

TEST_CASE("every word of a random page is in its e-book, once and in order") {
  for (const char* tag : {"en", "ar"})
    for (unsigned seed = 1; seed <= 40; ++seed) {
      const Document document = parsed(RandomPage(seed, tag).markdown(), tag);
      const std::string text = visible_text(unpack(book_of(document, tag)));
      INFO(tag << " " << seed);
      CHECK(words_missing(document, text) == Words{});
      CHECK(words_repeated(document, text) == Words{});
      CHECK(first_out_of_order(document, text, true) == "");
    }
}

TEST_CASE("EPUBCheck finds nothing to say about random pages") {
  if (!has_epubcheck()) {
    WARN("EPUBCheck is not installed");
    return;
  }
  const TemporaryFolder folder;
  for (const char* tag : {"en", "ar"}) {
    // One book of many pages: Java starts once.
    std::string markdown;
    for (unsigned seed = 100; seed < 106; ++seed) {
      std::string page = RandomPage(seed, tag).markdown();
      markdown += markdown.empty() ? page : page.substr(page.find("---\n\n") + 5);
    }
    const std::string path = (folder / (std::string(tag) + ".epub")).string();
    write_atomically(path, book_of(parsed(markdown, tag), tag));
    const Finished checked = epubcheck(path);
    INFO(checked.out << checked.err);
    CHECK(has_no_message(checked));
  }
}

}  // namespace
}  // namespace handbill::test
