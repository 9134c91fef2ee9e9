#include "app/report.h"

#include "app/terminal.h"
#include "support/catch.h"

using namespace handbill;
using namespace std::chrono_literals;

TEST_CASE("the table is aligned by what a terminal shows") {
  const std::vector<MadeFile> made{{"out/nl/page-flyer.pdf", 2, 38'123, 12'345us},
                                   {"out/ar/نشرة-text.txt", std::nullopt, 999, 1'240us},
                                   {"out/ja/日本-book.epub", std::nullopt, 1'250'000, 2'500'000us}};
  CHECK(table(made, 2'600'000us) ==
        "file                   pages     size    time\n"
        "out/nl/page-flyer.pdf      2  38.1 kB   12 ms\n"
        "out/ar/نشرة-text.txt            999 B  1.2 ms\n"
        "out/ja/日本-book.epub          1.2 MB  2.50 s\n"
        "3 files                    2   1.3 MB  2.60 s\n");
}

TEST_CASE("one file needs no sum") {
  CHECK(table({{"out/nl/page-flyer.pdf", 12, 138'123, 123us}}, 1ms) ==
        "file                   pages    size    time\n"
        "out/nl/page-flyer.pdf     12  138 kB  0.1 ms\n");
}

TEST_CASE("the table says how a text was fitted to its sides") {
  const Fitting fitting{.size = 1.05, .leading = 1.03, .space = 1.2, .fill = 0.968};
  CHECK(table({{"out/nl/page-flyer.pdf", 2, 38'123, 12'345us, fitting}, {"out/nl/page-text.txt", {}, 999, 1'240us}},
              14ms) ==
        "file                   pages  scale  fill     size    time\n"
        "out/nl/page-flyer.pdf      2   105%   97%  38.1 kB   12 ms\n"
        "out/nl/page-text.txt                         999 B  1.2 ms\n"
        "2 files                    2               39.1 kB   14 ms\n");
}

TEST_CASE("colours are for terminals and change no words") {
  const Diagnostic found{Severity::error, Place::in_file("page.md").at(3, 1), "code", "message \x1b[2J", {"hint"}};
  CHECK(show(found, false) == to_string(found));
  std::string coloured = show(found, true);
  CHECK(coloured.find("\x1b[1;31merror:\x1b[0m") != std::string::npos);
  for (std::size_t at = 0; (at = coloured.find('\x1b')) != std::string::npos;)
    coloured.erase(at, coloured.find('m', at) - at + 1);
  CHECK(coloured == to_string(found));
}

TEST_CASE("the bar fills from left to right") {
  CHECK(progress_line(0, 4, "") == "[........................] 0/4 ");
  CHECK(progress_line(1, 4, "nl/a.pdf") == "[######..................] 1/4 nl/a.pdf");
  CHECK(progress_line(4, 4, "x") == "[########################] 4/4 x");
  CHECK(progress_line(0, 0, "") == "[########################] 0/0 ");
}
