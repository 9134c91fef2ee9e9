// Each limit of a page: what lies on it works, and one more is told.
#include "core/limits.h"

#include <algorithm>

#include "document/document.h"
#include "source/page.h"
#include "source/parse.h"
#include "source/resolve.h"
#include "support/catch.h"

using namespace handbill;
using test::parse_page;
using test::told;

namespace {

std::string times(std::size_t count, const std::string& text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

std::string table(std::size_t columns) {
  return times(columns, "|a") + "|\n" + times(columns, "|-") + "|\n";
}

/// Says of every file that it is there and large.
class LargeFiles final : public Files {
 public:
  ReadResult read(const std::filesystem::path&, std::size_t limit) const override {
    return {ReadResult::Status::ok, std::string(limit, 'x'), {}};
  }
  bool exists(const std::filesystem::path&) const override { return true; }
  std::vector<std::string> names_in(const std::filesystem::path&) const override { return {}; }
};

}  // namespace

TEST_CASE("a table has as many columns as there may be, and one more is text") {
  const auto most = parse_page("x\n\n" + table(limits::table_columns));
  CHECK(most.diagnostics.empty());
  CHECK(std::holds_alternative<Table>(most.value.blocks.back().node));
  const auto more = parse_page("x\n\n" + table(limits::table_columns + 1));
  CHECK(told(more.diagnostics) ==
        "page.md:4:1: warning: this table has more than 1000 columns [table-size]\n"
        "  hint: this table is kept as plain text; make the tables smaller\n");
  CHECK(std::holds_alternative<Paragraph>(more.value.blocks.back().node));
}

TEST_CASE("a document has as many parts as there may be, and one more is an error at its place") {
  const std::string lines = times(limits::document_parts - 1, "x\n");
  CHECK(parse_page("```\n" + lines + "```\n").diagnostics.empty());
  CHECK(
      told(parse_page("```\n" + lines + "```\n\n---\n").diagnostics) ==
      "page.md:400003:1: error: the document has 400001 paragraphs, cells, links and other parts; 400000 are the limit "
      "[document-size]\n"
      "  hint: divide it into several documents\n");
}

TEST_CASE("a paragraph is as long as it may be, and one byte more is an error at its place") {
  const std::string longest(limits::text_bytes, 'x');
  CHECK(parse_page("# T\n\n" + longest + "\n").diagnostics.empty());
  CHECK(told(parse_page("# T\n\n" + longest + "x\n").diagnostics) ==
        "page.md:3:1: error: this text is 1048577 bytes long; 1048576 are the limit of one paragraph [text-size]\n"
        "  hint: divide it into paragraphs\n");
  CHECK(told(parse_page("# T\n\n```\n" + longest + "x\n```\n").diagnostics)
            .starts_with("page.md:3:1: error: this text is 1048577 bytes long"));
}

TEST_CASE("a heading and a title are as long as they may be, and one byte more is an error at its place") {
  const std::string longest(limits::heading_bytes, 'x');
  CHECK(parse_page("---\ntitle: " + longest + "\n---\n\n# " + longest + "\n").diagnostics.empty());
  CHECK(told(parse_page("---\ntitle: " + longest + "x\n---\n\n# " + longest + "x\n").diagnostics) ==
        "page.md:2:8: error: this heading is 8193 bytes long; 8192 are the limit [text-size]\n"
        "  hint: make it shorter, or a paragraph\n"
        "page.md:5:3: error: this heading is 8193 bytes long; 8192 are the limit [text-size]\n"
        "  hint: make it shorter, or a paragraph\n");
}

TEST_CASE("an address that is named a thousand times does not fill the memory") {
  const std::string address = "[r]: https://example.org/" + std::string(limits::mebibyte, 'a') + "\n\n";
  CHECK(parse_page(address + "[r]\n").diagnostics.empty());
  const auto parsed = parse_page(address + times(1000, "[r] ") + "\n");
  CHECK(told(parsed.diagnostics) ==
        "page.md:1:1: error: reading this page would take more than 256 MB of memory [document-size]\n"
        "  hint: divide it; are very many addresses, brackets or empty lines in it?\n");
  CHECK(parsed.value.blocks.empty());
  CHECK(parse_page("and the next page is read\n").value.blocks.size() == 1);
}

TEST_CASE("declarations past those that a paragraph may have are text like any other") {
  const std::string most = times(limits::declarations_in_a_paragraph, "<? ");
  for (const std::string more : {"<? ", "<!A ", "<!-- "}) {
    const auto parsed = parse_page("a " + most + more + "b\n");
    CHECK(parsed.diagnostics.empty());
    const auto* paragraph = std::get_if<Paragraph>(&parsed.value.blocks.at(0).node);
    REQUIRE(paragraph != nullptr);
    CHECK(plain_text(paragraph->text.inlines) == "a " + most + more + "b");
  }
  const auto ended = parse_page(times(2 * limits::declarations_in_a_paragraph, "a<!-- -->") + "b\n");
  CHECK(plain_text(std::get<Paragraph>(ended.value.blocks.at(0).node).text.inlines) ==
        times(2 * limits::declarations_in_a_paragraph, "a") + "b");
  const auto escaped = parse_page(times(2 * limits::declarations_in_a_paragraph, "\\<? ") + "b\n");
  CHECK(plain_text(std::get<Paragraph>(escaped.value.blocks.at(0).node).text.inlines) ==
        times(2 * limits::declarations_in_a_paragraph, "<? ") + "b");
}

TEST_CASE("the images of a page are as large together as they may be, and one more is an error at its place") {
  const std::size_t most = limits::images_bytes / limits::image_bytes;
  std::string page;
  for (std::size_t i = 0; i <= most; ++i) page += "![a](" + std::to_string(i) + ".png)\n\n";
  const auto loaded = load_images(parse_page(page).value, "content", LargeFiles());
  REQUIRE(loaded.diagnostics.size() == most + 1);
  CHECK(loaded.diagnostics[most - 1].code == "image-format");
  CHECK(told({loaded.diagnostics.back()}) ==
        "page.md:9:1: error: with the image \"4.png\" the images of this page are larger than 256 MB together "
        "[image-too-large]\n"
        "  hint: save the images smaller; 3000 pixels fill an A4 page\n");
}
