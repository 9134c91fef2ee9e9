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

TEST_CASE("a long section goes on in another file at a heading inside it") {
  for (const char* tag : {"en", "ar"}) {
    const std::string lots(20000, 'x');
    std::string page = "## A\n\n";
    for (const char* name : {"One", "Two", "Three", "Four"})
      page += "### " + std::string(name) + "\n\n" + lots + "\n\n#### Deeper\n\nx\n\n";
    const auto book = unpack(book_of(page + "## B\n\nsee [four](#four)\n", tag));
    const std::string& first = book.files.at("EPUB/text-1.xhtml");
    const std::string& second = book.files.at("EPUB/text-2.xhtml");
    CHECK(count(first, "<h3") == 2);
    CHECK(count(first, "epub:type=\"chapter\"") == 1);
    CHECK(count(second, "<h3") == 2);
    CHECK(count(second, "epub:type=\"chapter\"") == 0);
    CHECK(has(second, "<section aria-labelledby=\"s-three\">"));
    CHECK(has(book.files.at("EPUB/text-3.xhtml"), "<a href=\"text-2.xhtml#s-four\""));
    CHECK(has(book.files.at("EPUB/nav.xhtml"), "<a href=\"text-2.xhtml#s-three\">Three</a>"));
  }
  CHECK(unpack(book_of("## A\n\n" + std::string(200000, 'x') + "\n", "en")).files.count("EPUB/text-2.xhtml") == 0);
}

TEST_CASE("a page that has nothing between its title and its first section has no title page") {
  const auto book = unpack(book_of("# Title\n\n## A\n\nsee [the start](#title)\n", "en"));
  CHECK(book.files.count("EPUB/title.xhtml") == 0);
  CHECK(has(book.files.at("EPUB/cover.xhtml"), "<h1 class=\"title\" id=\"s-title\">Title</h1>"));
  CHECK(has(book.files.at("EPUB/text-1.xhtml"), "<a href=\"cover.xhtml#s-title\">the start</a>"));
  CHECK(has(book.files.at("EPUB/nav.xhtml"), "<a epub:type=\"bodymatter\" href=\"text-1.xhtml\">"));
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

TEST_CASE("a cover that is a picture says in words what it shows") {
  constexpr std::string_view picture = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 5 8\"/>";
  const auto book_with_cover = [&](std::string markdown, std::string_view tag) {
    const Document document = parsed(std::move(markdown), tag);
    const Interface words = words_for(tag);
    return unpack(
        epub::write({.document = document, .images = {}, .words = words, .site = "", .cover_picture = picture}));
  };
  const auto named =
      book_with_cover("---\ntitle: The end\nkicker: We\nsubtitle: Now\ndescription: Lead\n---\n\ntext\n", "en");
  CHECK(named.files.at("EPUB/cover.svg") == picture);
  CHECK(has(named.files.at("EPUB/package.opf"),
            "<item id=\"cover-picture\" href=\"cover.svg\" media-type=\"image/svg+xml\" properties=\"cover-image\"/>"));
  CHECK(has(named.files.at("EPUB/cover.xhtml"),
            "<figure class=\"picture\">\n<img src=\"cover.svg\" alt=\"We – The end – Now\" role=\"doc-cover\"/>"));
  CHECK(has(named.files.at("EPUB/package.opf"), ">visual</meta>"));
  // A picture cannot be copied or searched: the title stands in letters on a page of its own.
  const auto headed = book_with_cover("# النهاية\n\n## ا\n\n[هنا](#النهاية)\n", "ar");
  CHECK(has(headed.files.at("EPUB/title.xhtml"), "<h1 class=\"title\" id=\"heading-1\">النهاية</h1>"));
  CHECK(has(headed.files.at("EPUB/text-1.xhtml"), "<a href=\"title.xhtml#heading-1\">هنا</a>"));
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

TEST_CASE("what would be pulled apart in a text of the other direction is isolated") {
  CHECK(has(pages_of("قالت “No!” ثمّ.\n", "ar"), "<p>قالت “<bdi dir=\"ltr\">No!</bdi>” ثمّ.</p>"));
  CHECK(has(pages_of("لغة C++ هنا\n", "ar"), "<p>لغة <bdi dir=\"ltr\">C++</bdi> هنا</p>"));
  CHECK(has(pages_of("She said “لن نبيعه!” and left\n", "en"), "“<bdi dir=\"rtl\">لن نبيعه!</bdi>”"));
  CHECK(has(pages_of("She said “No!” and C++\n", "en"), "<p>She said “No!” and C++</p>"));
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

TEST_CASE("a heading cell heads its column; under an empty one, the cells of the first column head their rows") {
  const std::string pages = pages_of("| | B |\n| --- | --: |\n| a | b |\n| | c |\n", "en");
  CHECK(has(pages, "<td/>\n<th scope=\"col\" class=\"end\">B</th>"));
  CHECK(has(pages, "<th scope=\"row\">a</th>\n<td class=\"end\">b</td>"));
  CHECK(has(pages, "<td/>\n<td class=\"end\">c</td>"));
  CHECK(has(pages_of("| A | B |\n| --- | --- |\n| a | b |\n", "ar"), "<td>a</td>"));
}

TEST_CASE("a table too wide for a phone says in each cell what it is under, and stays a table as records") {
  const std::string word(20, 'x');
  for (const char* tag : {"en", "ar"}) {
    const std::string pages = pages_of("| ا | B | |\n| --- | --- | --- |\n| " + word + " | " + word + " | c |\n", tag);
    CHECK(has(pages,
              "<div class=\"table some\">\n<table role=\"table\">\n<thead role=\"rowgroup\">\n<tr role=\"row\">\n"
              "<th role=\"columnheader\" scope=\"col\">ا</th>"));
    CHECK(has(pages, "<td role=\"cell\" data-label=\"B\">" + word + "</td>\n<td role=\"cell\">c</td>"));
  }
  CHECK(has(pages_of("| A | B | C | D |\n| - | - | - | - |\n| " + word + word + " | " + word + " | c | d |\n", "en"),
            "class=\"table many\""));
}

TEST_CASE("a table that fits a phone stays as it is") {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "words ";
  for (const char* tag : {"en", "ar"}) {
    CHECK_FALSE(has(pages_of("| A | B | C |\n| --- | --- | --- |\n| a | b | c |\n", tag), "data-label"));
    CHECK_FALSE(has(pages_of("| A | B |\n| --- | --- |\n| " + words + " | b |\n", tag), "data-label"));
  }
}

TEST_CASE("the title is also said in the source's language, once") {
  const Document source = parsed("---\ntitle: The *end* of waiting\n---\n\ntext\n", "en");
  const auto package_of = [&](const Document& document, std::string_view tag) {
    const Interface words = words_for(tag);
    return unpack(epub::write({.document = document, .images = {}, .words = words, .site = "", .source = &source}))
        .files.at("EPUB/package.opf");
  };
  const std::string arabic = package_of(parsed("---\ntitle: نهاية الانتظار\n---\n\nنص\n", "ar"), "ar");
  CHECK(has(arabic, "<dc:title id=\"main-title\">نهاية الانتظار</dc:title>"));
  CHECK(has(arabic,
            "<meta refines=\"#main-title\" property=\"alternate-script\" xml:lang=\"en\" dir=\"ltr\">"
            "The end of waiting</meta>"));
  CHECK_FALSE(has(package_of(source, "en"), "alternate-script"));
}

TEST_CASE("authors and translators are named, with their other spellings") {
  const std::string page =
      "---\ntitle: T\nauthor: {en: Sara Haddad, ar: سارة حدّاد}\nauthors: [Jan, {nl-BE: Piet}]\n"
      "translator: {nl: [Mies, Aap], ar: نور}\n---\n\ntext\n";
  const std::string dutch = pages_of(page, "nl");
  CHECK(has(dutch,
            "<dc:creator id=\"author-1\">Sara Haddad</dc:creator>\n"
            "<meta refines=\"#author-1\" property=\"role\" scheme=\"marc:relators\">aut</meta>\n"
            "<meta refines=\"#author-1\" property=\"alternate-script\" xml:lang=\"ar\" dir=\"rtl\">سارة حدّاد</meta>\n"
            "<dc:creator id=\"author-2\">Jan</dc:creator>"));
  CHECK(has(dutch, "<dc:creator id=\"author-3\">Piet</dc:creator>"));
  CHECK(has(dutch,
            "<dc:contributor id=\"translator-1\">Mies</dc:contributor>\n"
            "<meta refines=\"#translator-1\" property=\"role\" scheme=\"marc:relators\">trl</meta>\n"
            "<dc:contributor id=\"translator-2\">Aap</dc:contributor>"));
  const std::string arabic = pages_of(page, "ar");
  CHECK(has(arabic, "<dc:creator id=\"author-1\">سارة حدّاد</dc:creator>"));
  CHECK(has(arabic, "xml:lang=\"en\" dir=\"ltr\">Sara Haddad</meta>"));
  CHECK(has(arabic, "<dc:contributor id=\"translator-1\">نور</dc:contributor>"));
  CHECK_FALSE(has(pages_of(page, "en"), "dc:contributor"));
  CHECK_FALSE(has(pages_of("---\nauthor: {x: [1], en: {a: b}}\ntranslator: [[a], {b: c}]\n---\n", "en"), "dc:c"));
}

TEST_CASE("a book claims to be readable without its images only when each has a description") {
  const auto package_of = [](std::string markdown, std::string_view tag) {
    return unpack(book_of(parsed(std::move(markdown), tag), tag, {{"dot.png", dot()}})).files.at("EPUB/package.opf");
  };
  constexpr const char* conforms =
      "<meta property=\"dcterms:conformsTo\">EPUB Accessibility 1.1 - WCAG 2.1 Level AA</meta>";
  constexpr const char* described = ">alternativeText</meta>";
  constexpr const char* textual = "<meta property=\"schema:accessModeSufficient\">textual</meta>";
  const auto check = [&](const std::string& package, bool claims) {
    CHECK(has(package, conforms) == claims);
    CHECK(has(package, textual) == claims);
    CHECK(has(package, described) == claims);
    CHECK(has(package, "<meta property=\"schema:accessModeSufficient\">textual,visual</meta>"));
  };
  check(package_of("![a dot](dot.png)\n", "en"), true);
  check(package_of("نص ![نقطة](dot.png)\n", "ar"), true);
  check(package_of("![](dot.png)\n", "en"), false);
  check(package_of("نص ![](dot.png) نص\n", "ar"), false);
  check(package_of("---\nfeature: dot.png\n---\n\ntext\n", "nl"), false);
}

TEST_CASE("a link that reads the other way has a direction of its own") {
  CHECK(has(pages_of("هنا [#ShutDown](https://example.org/) هنا\n", "ar"),
            "<a href=\"https://example.org/\" dir=\"ltr\">#ShutDown</a>"));
  CHECK(has(pages_of("here [نحن](https://example.org/) there\n", "en"),
            "<a href=\"https://example.org/\" dir=\"rtl\">نحن</a>"));
  CHECK(has(pages_of("here [we](https://example.org/) there\n", "en"), "<a href=\"https://example.org/\">we</a>"));
  CHECK(has(pages_of("هنا [ShutDown](#nowhere) هنا\n", "ar"), "<bdi dir=\"ltr\">ShutDown</bdi>"));
  CHECK(has(pages_of("code `x = \"سلام\"` here\n", "en"), "<code dir=\"ltr\">x = \"سلام\"</code>"));
}

TEST_CASE("words of the program that nobody translated say their language") {
  const std::string pages = pages_of("text[^1]\n\n- [x] done\n\n[^1]: note\n", "he");
  CHECK(has(pages, "<h1 lang=\"en\" xml:lang=\"en\" dir=\"ltr\" id=\"contents\">Contents</h1>"));
  CHECK(has(pages, "aria-label=\"Note 1\" lang=\"en\" xml:lang=\"en\" dir=\"ltr\""));
  CHECK_FALSE(has(pages_of("text[^1]\n\n[^1]: note\n", "en"), "aria-label=\"Note 1\" lang"));
}

TEST_CASE("the styles leave colours and sizes to the reader") {
  std::string style = unpack(sample_book("en")).files.at("EPUB/style.css");
  CHECK(has(style, "color-scheme: light dark"));
  CHECK_FALSE(std::regex_search(style, std::regex("[0-9]px|[0-9]pt|#[0-9a-f]{3}|rgb|[^-]color:")));
  CHECK(count(style, "background") == 1);  // under pictures with transparent parts, in the dark
}

}  // namespace
}  // namespace handbill::test
