// What translators see of a page reads back as the page has it.
#include "document/markdown.h"
#include "document/walk.h"
#include "source/page.h"
#include "source/shape.h"
#include "support/catch.h"
#include "support/random_page.h"

using namespace handbill;
using namespace handbill::test;

TEST_CASE("every text of a random page reads back as it was when it is written as a unit") {
  std::size_t texts = 0;
  for (const char* tag : {"en", "ar"})
    for (unsigned seed = 300; seed < 360; ++seed) {
      const Document document = parse_page(RandomPage(seed, tag).markdown()).value;
      std::vector<FootnoteLabel> labels;
      for (const Footnote& note : document.footnotes) labels.push_back({note.label, note.number});
      for_each_passage(document, [&](const Passage& passage) {
        const std::string markdown = to_markdown(passage.inlines);
        const auto back = parse_inlines(markdown, Place::in_file("unit"), labels);
        INFO(tag << " " << seed << ": " << markdown);
        CHECK(shape(back.value) == shape(passage.inlines));
        CHECK(to_markdown(back.value) == markdown);
        CHECK(told(back.diagnostics).empty());
        ++texts;
      });
    }
  CHECK(texts > 2000);
}
