// Pages that others wrote, taken as they are. They are read where they lie and are not part of the project.
#include <algorithm>
#include <regex>
#include <stdexcept>

#include "end_to_end/printed.h"
#include "end_to_end/reading.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

/// A page built once for the tests below.
struct Built {
  TemporaryFolder folder;
  Finished finished;
  std::vector<Printed> files;

  explicit Built(const std::filesystem::path& page)
      : finished(handbill({"build", page.string(), "-o", folder.path().string()})), files(files_in(folder.path())) {}
};

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++found;
  return found;
}

std::string read_edition(const Built& built, const std::string& edition) {
  for (const auto& file : built.files)
    if (file.edition == edition) return text_of(file.path);
  throw std::runtime_error("there is no edition " + edition);
}

TEST_CASE("nothing of the campaign page is lost in any medium") {
  const auto page = real_page("tech-workers.md");
  if (page.empty()) return;
  const Built built(page);
  INFO(built.finished.err);
  REQUIRE(built.finished.status == 0);
  const auto wanted = bare_words(markdown_text(bytes_of(page)));
  CHECK(wanted.size() > 900);
  for (const char* edition : {"handout", "book", "text"}) {
    INFO(edition);
    CHECK(lost(wanted, bare_words(read_edition(built, edition))) == Words{});
  }
}

TEST_CASE("the campaign page's missing picture is its only problem") {
  const auto page = real_page("tech-workers.md");
  if (page.empty()) return;
  const Built built(page);
  CHECK(count(built.finished.err, "warning: ") == 1);
  CHECK(count(built.finished.err, "error: ") == 0);
  CHECK(count(built.finished.err, "[missing-image]") == 1);
}

TEST_CASE("the campaign page's links lead where they should") {
  const auto page = real_page("tech-workers.md");
  if (page.empty()) return;
  const Built built(page);
  for (const auto& file : built.files) {
    if (file.edition != "handout") continue;
    const auto addresses = pdf_addresses(file.path);
    INFO(Catch::StringMaker<std::vector<std::string>>::convert(addresses));
    const auto leads_to = [&](const std::string& address) { return std::ranges::count(addresses, address) == 1; };
    CHECK(leads_to("https://bdsnederland.nl/"));
    CHECK(leads_to("https://linktr.ee/vakbondsolidairmetpalestina"));
    CHECK(std::ranges::none_of(addresses, [](const std::string& address) { return address.starts_with("/"); }));
    CHECK(pdf_internal_links(file.path) >= 2);
  }
}

TEST_CASE("the Arabic Declaration can be copied and searched") {
  const auto page = real_page("declaration.ar.md");
  if (page.empty()) return;
  const Built built(page);
  INFO(built.finished.err);
  REQUIRE(built.finished.status == 0);
  const auto source = std::regex_replace(markdown_text(bytes_of(page)), std::regex("\n+$"), "");
  const auto wanted = words(source);
  CHECK(wanted.size() > 1000);
  for (const auto& file : built.files) {
    CHECK(file.locale == "ar");
    if (file.edition != "handout") continue;
    const auto got = words(pdf_text(file.path));
    CHECK(share_found(wanted, got) >= .995);
    CHECK(share_in_order(wanted, got) >= .995);
  }
}

}  // namespace
}  // namespace handbill::test
