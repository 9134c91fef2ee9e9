#include "render/pdf/object_file.h"

#include <fmt/format.h>

#include "render/pdf/sample.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

/// A document of one empty page, with `more` objects that nothing refers to.
std::string small_file(bool compress, std::uint32_t more = 0, std::size_t workers = 1) {
  pdf::Deflater deflater;
  pdf::ObjectFile file(5 + more, {.on = compress, .workers = workers}, deflater);
  file.add(1, "<</Type /Catalog /Pages 2 0 R>>");
  file.add(2, "<</Type /Pages /Kids [3 0 R] /Count 1>>");
  file.add(3, "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Contents 5 0 R>>");
  // 4 is free
  for (std::uint32_t i = 0; i < more; ++i) file.add(6 + i, fmt::format("<</Number {}>>", i));
  file.add(5, {.entries = "", .bytes = "0 0 100 100 re\nf\n"});
  return file.finish({.root = "1 0 R", .information = "3 0 R"});
}

}  // namespace

TEST_CASE("Objects are found in the file, packed or as they are") {
  for (const bool compress : {true, false}) {
    const PdfFile file(small_file(compress));
    CHECK(contains(file.ask({"qpdf", "--check", "{}"}), "No syntax or stream encoding errors found"));
    CHECK(contains(file.ask({"qpdf", "--show-object=3", "{}"}), "/MediaBox [ 0 0 100 100 ]"));
    CHECK(contains(file.ask({"qpdf", "--show-xref", "{}"}), "5/0: uncompressed"));
    CHECK_FALSE(contains(file.ask({"qpdf", "--show-xref", "{}"}), "4/0"));
    CHECK(file.ask({"qpdf", "--show-object=5", "--filtered-stream-data", "{}"}) == "0 0 100 100 re\nf\n");
  }
}

TEST_CASE("Many objects are packed into several streams, and take little room") {
  const PdfFile file(small_file(true, 10'000));
  CHECK(contains(file.ask({"qpdf", "--check", "{}"}), "No syntax or stream encoding errors found"));
  CHECK(contains(file.ask({"qpdf", "--show-object=6", "{}"}), "/Number 0"));
  CHECK(contains(file.ask({"qpdf", "--show-object=10005", "{}"}), "/Number 9999"));
  CHECK(file.bytes().size() * 4 < small_file(false, 10'000).size());
}

TEST_CASE("Streams are compressed on several threads, with the same bytes") {
  CHECK(small_file(true, 100'000, 4) == small_file(true, 100'000, 1));
}

TEST_CASE("The identifier is a digest of what is in the file") {
  const auto identifier = [](const std::string& file) { return file.substr(file.rfind("/ID ["), 74); };
  CHECK(identifier(small_file(true)) == identifier(small_file(true)));
  CHECK(identifier(small_file(true)) != identifier(small_file(true, 1)));
}
