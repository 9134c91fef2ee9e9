#include "render/epub/epub.h"

#include <cstdlib>
#include <ctime>
#include <regex>

#include "render/epub/unpacked.h"
#include "render/sample.h"
#include "support/epubcheck.h"
#include "support/golden.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

ImagePtr dot() {
  const auto read = DiskFiles().read(std::string(HANDBILL_ROOT) + "/tests/render/samples/dot.png", 1 << 20);
  REQUIRE(read.ok());
  Image image{.format = Image::Format::png, .width = 2, .height = 2, .alpha = false, .bytes = read.bytes};
  return std::make_shared<const Image>(std::move(image));
}

std::string book_of(const Document& document, std::string_view tag, const Images& images = {}) {
  const Interface words = words_for(tag);
  return epub::write({.document = document, .images = images, .words = words, .site = "https://example.org"});
}

std::string book_of(std::string markdown, std::string_view tag) {
  return book_of(parsed(std::move(markdown), tag), tag);
}

std::string sample_book(std::string_view tag) {
  const std::string file = tag == "en" ? "meeting.md" : "meeting." + std::string(tag) + ".md";
  return book_of(sample(file, tag), tag, {{"laptop.png", dot()}});
}

/// All of the book's XML, file after file, with its names.
std::string pages_of(const Unpacked& book) {
  std::string all;
  for (const std::string& name : book.names)
    if (name.ends_with(".xhtml") || name.ends_with(".opf")) all += "=== " + name + "\n" + book.files.at(name);
  return all;
}

std::string pages_of(std::string markdown, std::string_view tag) {
  return pages_of(unpack(book_of(std::move(markdown), tag)));
}

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& pattern) {
  const std::regex expression(pattern);
  return static_cast<std::size_t>(
      std::distance(std::sregex_iterator(text.begin(), text.end(), expression), std::sregex_iterator()));
}

TEST_CASE("the mimetype is the first entry and stands in the file as it is") {
  const std::string book = sample_book("en");
  CHECK(book.substr(0, 4) == std::string("PK\x03\x04"));
  CHECK(book.substr(30, 28) == "mimetypeapplication/epub+zip");
}

TEST_CASE("an e-book has its files in a fixed order and no time of its own") {
  EXPECT_GOLDEN("meeting.listing.txt", unpack(sample_book("en")).listing);
}

TEST_CASE("a document of every kind of block is an e-book in English") {
  EXPECT_GOLDEN("meeting.en.xml", pages_of(unpack(sample_book("en"))));
}

TEST_CASE("a document of every kind of block is an e-book in Arabic") {
  EXPECT_GOLDEN("meeting.ar.xml", pages_of(unpack(sample_book("ar"))));
}

TEST_CASE("the same document is the same e-book to the byte, in any time zone") {
  const std::string book = sample_book("nl");
  CHECK(sample_book("nl") == book);
  const char* zone = std::getenv("TZ");
  const std::string before = zone == nullptr ? "" : zone;
  setenv("TZ", "Pacific/Auckland", 1);
  tzset();
  const bool same = sample_book("nl") == book;
  if (zone == nullptr)
    unsetenv("TZ");
  else
    setenv("TZ", before.c_str(), 1);
  tzset();
  CHECK(same);
}

TEST_CASE("no word of a document is lost and all are in order") {
  for (const char* tag : {"en", "nl", "ar"}) {
    const std::string file = tag == std::string("en") ? "meeting.md" : "meeting." + std::string(tag) + ".md";
    const Document document = sample(file, tag);
    const Words text = bare_words(visible_text(unpack(book_of(document, tag))));
    INFO(tag);
    CHECK(lost(words_of(document), text) == Words{});
    CHECK(out_of_order(document, text) == "");
  }
}

TEST_CASE("EPUBCheck finds nothing to say about documents of all kinds") {
  if (!has_epubcheck()) {
    WARN("EPUBCheck is not installed");
    return;
  }
  const TemporaryFolder folder;
  const auto check = [&](const std::string& book, const std::string& name) {
    const std::string path = (folder / (name + ".epub")).string();
    write_atomically(path, book);
    const Finished checked = epubcheck(path);
    INFO(name << "\n" << checked.out << checked.err);
    CHECK(has_no_message(checked));
  };
  check(sample_book("en"), "english");
  check(sample_book("ar"), "arabic");
  check(book_of("", "en"), "empty");
  check(book_of("# Title\n\n## A\n\nsee [the start](#title)\n", "en"), "no title page");
  check(book_of("# Only a title\n", "nl"), "title");
  check(book_of("### Deep first\n\ntext\n\n# Then high\n\n###### Very deep\n\n# Again\n", "en"), "levels");
  check(
      book_of("## 2026 is a year\n\n## 2026 is a year\n\n## المادة\n\n[x](#2026-is-a-year) [y](#nowhere) [z](/a b)\n\n"
              "[odd](<https://example.org/a b?q=[x]|\"y\">) [i](https://例え.jp/é) [h](https://example.org/#a#b)\n",
              "en"),
      "addresses");
  check(book_of("Text \x01 and \x7f here[^1] and[^2] again[^1].\n\n## More\n\nAgain[^1].\n\n[^1]: One[^2].\n\n[^2]:\n  "
                "  - a list\n",
                "ar"),
        "notes");
  check(book_of("| | A | B | C |\n| --- | --- | --- | --- |\n| 1 | <b>2</b> & 3 | `x<y` | |\n\n1. [x] done\n2. [ ] "
                "open\n\n- [ ]\n",
                "en"),
        "tables");
}

TEST_CASE("each section has a page of its own unless it is shorter than a screen") {
  const std::string lots(600, 'x');
  const std::string longer = lots + " " + lots;
  const auto book = unpack(
      book_of("# Title\n\n## A\n\n" + longer + "\n\n## B\n\nshort\n\n## C\n\nshort\n\n## D\n\n" + longer + "\n", "en"));
  CHECK(count(book.files.at("EPUB/text-1.xhtml"), "<h2") == 1);
  CHECK(count(book.files.at("EPUB/text-2.xhtml"), "<h2") == 2);
  CHECK(count(book.files.at("EPUB/text-3.xhtml"), "<h2") == 1);
  CHECK(book.files.count("EPUB/text-4.xhtml") == 0);
}

TEST_CASE("a page that has nothing between its title and its first section has no title page") {
  const auto book = unpack(book_of("# Title\n\n## A\n\nsee [the start](#title)\n", "en"));
  CHECK(book.files.count("EPUB/title.xhtml") == 0);
  CHECK(has(book.files.at("EPUB/cover.xhtml"), "<h1 class=\"title\" id=\"s-title\">Title</h1>"));
  CHECK(has(book.files.at("EPUB/text-1.xhtml"), "<a href=\"cover.xhtml#s-title\">the start</a>"));
  CHECK(has(book.files.at("EPUB/nav.xhtml"), "<a href=\"text-1.xhtml\" epub:type=\"bodymatter\">"));
}

TEST_CASE("a link to another section leads to the file that holds it") {
  const std::string lots(1200, 'x');
  const auto book =
      unpack(book_of("# T\n\nsee [b](#b)\n\n## A\n\n[b](#b) [a](#a)\n\n" + lots + "\n\n## B\n\n" + lots + "\n", "en"));
  CHECK(has(book.files.at("EPUB/title.xhtml"), "<a href=\"text-2.xhtml#s-b\">b</a>"));
  CHECK(has(book.files.at("EPUB/text-1.xhtml"), "<a href=\"text-2.xhtml#s-b\">b</a> <a href=\"#s-a\">a</a>"));
}

TEST_CASE("a link that leads nowhere in the book keeps its text and shows its address") {
  const std::string pages = pages_of("[x](#nowhere) and [y](/join)\n", "en");
  CHECK(has(pages, "<p>x and y (<bdi dir=\"ltr\" class=\"address\">/join</bdi>)</p>"));
}

TEST_CASE("a note stands in the file that mentions it first, and every mention leads to it") {
  const std::string lots(1200, 'x');
  const auto book =
      unpack(book_of("## A\n\na[^1] b[^1]\n\n" + lots + "\n\n## B\n\nc[^1]\n\n" + lots + "\n\n[^1]: Note.\n", "en"));
  const std::string& first = book.files.at("EPUB/text-1.xhtml");
  CHECK(count(first, "id=\"mark-1\" href=\"#note-1\"") == 1);
  CHECK(count(first, "id=\"mark-1-2\" href=\"#note-1\"") == 1);
  CHECK(count(first, "<aside epub:type=\"footnote\" role=\"doc-footnote\" id=\"note-1\">") == 1);
  CHECK(count(first, "role=\"doc-backlink\" href=\"#mark-1\"") == 1);
  const std::string& second = book.files.at("EPUB/text-2.xhtml");
  CHECK(count(second, "href=\"text-1.xhtml#note-1\"") == 1);
  CHECK_FALSE(has(second, "<aside"));
}

TEST_CASE("an image that could not be loaded leaves its description") {
  const std::string pages = pages_of("![A room](room.png)\n\nwith ![a *red* door](door.png) in it\n", "en");
  CHECK(has(pages, "<p class=\"missing\"><em>A room</em></p>"));
  CHECK(has(pages, "with <em>a <em>red</em> door</em> in it"));
  CHECK_FALSE(has(pages, "<img"));
}

TEST_CASE("an image is packed once and shown where it belongs") {
  Document document = parsed("![A dot](dot.png)\n\nand ![again](dot.png)\n", "en");
  const auto book = unpack(book_of(document, "en", {{"dot.png", dot()}, {"unused.png", dot()}}));
  CHECK(book.files.at("EPUB/images/image-1.png") == dot()->bytes);
  CHECK(book.files.count("EPUB/images/image-2.png") == 0);
  CHECK(count(pages_of(book), "<img src=\"images/image-1.png\"") == 2);
}

TEST_CASE("a passage without a translation says its language and direction") {
  Document document = parsed("النص الأول\n\nSecond text\n", "ar");
  std::get<Paragraph>(document.blocks[1].node).text.language = language("en");
  const auto book = unpack(book_of(document, "ar"));
  const std::string pages = pages_of(book);
  CHECK(has(pages,
            "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" "
            "lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\" class=\"script-arab\">"));
  CHECK(has(pages, "<p>النص الأول</p>"));
  CHECK(has(pages, "<p lang=\"en\" xml:lang=\"en\" dir=\"ltr\">Second text</p>"));
  CHECK(has(pages, "<dc:language>ar</dc:language>\n<dc:language>en</dc:language>"));
  CHECK(has(pages, "<spine page-progression-direction=\"rtl\">"));
}

TEST_CASE("what reads from the left is isolated in a right-to-left text and plain in a left-to-right one") {
  const std::string markdown = "`code` and <https://example.org/a/>\n";
  CHECK(has(pages_of(markdown, "ar"), "<code dir=\"ltr\">code</code>"));
  CHECK(has(pages_of(markdown, "ar"), "<bdi dir=\"ltr\" class=\"address\">https://example.org/a/</bdi>"));
  CHECK(has(pages_of(markdown, "en"), "<code>code</code>"));
}

TEST_CASE("emphasis slants only letters that have an italic") {
  CHECK(has(pages_of("*slanted*\n", "nl"), "<em>slanted</em>"));
  CHECK(has(pages_of("*курсив*\n", "ru"), "<em>курсив</em>"));
  CHECK(has(pages_of("*مائل*\n", "ar"), "<em class=\"upright\">مائل</em>"));
  CHECK(has(pages_of("*cao*\n", "ar"), "<em>cao</em>"));
  CHECK(has(pages_of("*سلام*\n", "en"), "<em class=\"upright\">سلام</em>"));
  CHECK(has(pages_of("*נטוי*\n", "he"), "<em class=\"upright\">נטוי</em>"));
  CHECK(has(pages_of("*12*\n", "en"), "<em>12</em>"));
  CHECK(has(pages_of("*12*\n", "hi"), "<em class=\"upright\">12</em>"));
}

TEST_CASE("a telephone number stays on one line") {
  CHECK(has(pages_of("[+31 20 012 34 56](tel:+31200123456)\n", "ar"),
            "<a href=\"tel:+31200123456\"><bdi dir=\"ltr\" class=\"telephone\">+31 20 012 34 56</bdi></a>"));
}

TEST_CASE("lists are numbered in the digits of the language") {
  CHECK(has(unpack(book_of("1. x\n", "ar")).files.at("EPUB/style.css"), "list-style-type: arabic-indic"));
  CHECK_FALSE(has(unpack(book_of("1. x\n", "nl")).files.at("EPUB/style.css"), "list-style-type: arabic-indic"));
}

TEST_CASE("a call to action is a link with its address to be read") {
  const std::string pages = pages_of("{{< button href=\"https://example.org/join\" >}}Join{{< /button >}}\n", "en");
  CHECK(has(pages,
            "<p class=\"action\"><a href=\"https://example.org/join\"><span class=\"label\">Join</span> "
            "<bdi dir=\"ltr\" class=\"address\">https://example.org/join</bdi></a></p>"));
}

TEST_CASE("a heading cell heads its column, and an empty one heads nothing") {
  const std::string pages = pages_of("| | B |\n| --- | --: |\n| a | b |\n", "en");
  CHECK(has(pages, "<td/>\n<th scope=\"col\" class=\"end\">B</th>"));
}

}  // namespace
}  // namespace handbill::test
