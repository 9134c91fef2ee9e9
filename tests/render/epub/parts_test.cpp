// The publication's small parts, each on its own.
#include "render/epub/href.h"
#include "render/epub/metadata.h"
#include "render/epub/xml.h"
#include "render/sample.h"

namespace handbill::test {
namespace {

using epub::day;
using epub::external_href;
using epub::moment;

TEST_CASE("an address in the book holds only characters that an address may hold") {
  CHECK(external_href("https://example.org/a?b=c&d#e") == "https://example.org/a?b=c&d#e");
  CHECK(external_href("https://example.org/a b") == "https://example.org/a%20b");
  CHECK(external_href("https://example.org/%41%4") == "https://example.org/%41%254");
  CHECK(external_href("https://example.org/[x]|{y}") == "https://example.org/%5Bx%5D%7C%7By%7D");
  CHECK(external_href("https://example.org/é") == "https://example.org/%C3%A9");
  CHECK(external_href("https://bücher.example:80/é") == "https://xn--bcher-kva.example:80/%C3%A9");
  CHECK(external_href("https://me@例え.jp") == "https://me@xn--r8jz45g.jp");
  CHECK(external_href("https://[2001:db8::1]:80/x") == "https://[2001:db8::1]:80/x");
  CHECK(external_href("https://example.org/#a#b") == "https://example.org/#a%23b");
  CHECK(external_href("mailto:sara@example.org") == "mailto:sara@example.org");
}

TEST_CASE("a relative address is none that a book could hold") {
  CHECK_FALSE(external_href("/join"));
  CHECK_FALSE(external_href("join"));
  CHECK_FALSE(external_href("2:1"));
  CHECK_FALSE(external_href(":x"));
  CHECK_FALSE(external_href(""));
}

TEST_CASE("dates come in the one form that packages take") {
  CHECK(day("2026-12-12") == "2026-12-12");
  CHECK(day("2026-12-12T10:00:00+02:00") == "2026-12-12");
  CHECK_FALSE(day("2026-02-30"));
  CHECK_FALSE(day("12 December"));
  CHECK_FALSE(day(""));
  CHECK(moment("2026-12-12") == "2026-12-12T00:00:00Z");
  CHECK(moment("2026-12-12T10:20:30Z") == "2026-12-12T10:20:30Z");
  CHECK(moment("2026-12-12T10:20") == "2026-12-12T10:20:00Z");
  CHECK(moment("2026-12-31 23:30:00-01:00") == "2027-01-01T00:30:00Z");
  CHECK(moment("2026-03-01T00:30:00.25+02:00") == "2026-02-28T22:30:00Z");
}

TEST_CASE("a page that says nothing of its date was always changed at the same moment") {
  FrontMatter front;
  const std::string fixed = epub::last_modified(front);
  CHECK(fixed == epub::last_modified(FrontMatter{}));
  front.date = "2026-11-24";
  CHECK(epub::last_modified(front) == "2026-11-24T00:00:00Z");
  front.last_modified = "2026-11-25";
  CHECK(epub::last_modified(front) == "2026-11-25T00:00:00Z");
  front.last_modified = "yesterday";
  CHECK(epub::last_modified(front) == "2026-11-24T00:00:00Z");
}

// Checked with Python: uuid.uuid5(uuid.NAMESPACE_URL, "https://example.org/page#nl").
TEST_CASE("a page and language have one identifier, however often they are built") {
  Document document;
  document.name = "page";
  document.language = language("nl");
  CHECK(epub::identifier("https://example.org", document) == "urn:uuid:b28d1511-ab17-5311-ae26-2818799caf3f");
  CHECK(epub::identifier("https://example.org/", document) == epub::identifier("https://example.org", document));
  document.language = language("ar");
  CHECK(epub::identifier("https://example.org", document) != "urn:uuid:b28d1511-ab17-5311-ae26-2818799caf3f");
}

TEST_CASE("characters that XML cannot hold are replaced") {
  CHECK(epub::xml_safe("a\x01"
                       "b\tc\nd") == "a\uFFFDb\tc\nd");
  CHECK(epub::xml_safe("\uFFFE") == "\uFFFD");
  CHECK(epub::xml_safe("العربية 😀") == "العربية 😀");
}

}  // namespace
}  // namespace handbill::test
