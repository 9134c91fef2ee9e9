// The proof as a browser shows it.
#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill::test;

TEST_CASE("A browser shows the proof of all content without a complaint") {
  if (!has_program("chromium")) return;
  const TemporaryFolder folder;
  const Finished made = handbill::test::handbill({"proof", "-o", folder.path().string()});
  INFO(made.err);
  REQUIRE(made.status == 0);
  const Finished shown = run({"chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
                              "--user-data-dir=" + (folder / "profile").string(), "--dump-dom",
                              "file://" + (folder / "proof.html").string()});
  REQUIRE(shown.status == 0);
  INFO(shown.err);
  CHECK(shown.err.find(":CONSOLE") == std::string::npos);
  // The browser's own reading of the page: nothing is closed early or moved elsewhere.
  std::size_t pictures = 0;
  for (auto at = shown.out.find("<figure"); at != std::string::npos; at = shown.out.find("<figure", at + 1)) ++pictures;
  CHECK(pictures > 20);
  CHECK(shown.out.find("</section>\n</main>") != std::string::npos);
}
