#include "source/resolve.h"

#include "document/dump.h"
#include "source/parse.h"
#include "support/catch.h"

using namespace handbill;

namespace {

Document page(const std::string& text) {
  auto parsed = parse_document({"page", text, Place::in_file("page.md"), *Language::parse("en")});
  CHECK(parsed.diagnostics.empty());
  return parsed.value;
}

std::string told(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics) out += to_string(diagnostic);
  return out;
}

std::string dumped(const Document& document) {
  const std::string all = dump(document);
  return all.substr(all.find('\n') + 1);
}

// The smallest PNG: one grey pixel.
const std::string png(
    "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\x0aIDAT\x78\x9c\x63\x68\0\0\0"
    "\x82\0\x81\x77\xcd\x72\xb6\0\0\0\0IEND\xae\x42\x60\x82",
    67);

}  // namespace

TEST_CASE("links are made absolute against the site") {
  const auto result = resolve_links(page("## A *b*\n\n"
                                         "[x](/resources/organize/) [y](join) [z](#a-b) [m](mailto:a@b.org) "
                                         "[t](tel:+31) [h](http://x.org/ä?q#f) [s](<a b>)\n\n"
                                         "{{< button href=\"/join\" >}}Join{{< /button >}}\n\n| [c](d) |\n|---|\n"),
                                    "https://example.org");
  CHECK(told(result.diagnostics).empty());
  CHECK(dumped(result.value) ==
        "heading 2 #a-b \"A _b_\" [a-b]\n"
        "paragraph \"[x](https://example.org/resources/organize/) [y](https://example.org/join) [z](#a-b) "
        "[m](mailto:a@b.org) [t](tel:+31) [h](http://x.org/ä?q#f) [s](https://example.org/a%20b)\" [a-b/p1]\n"
        "call to action https://example.org/join \"Join\" [a-b/cta1]\n"
        "table none\n"
        "  row\n"
        "    cell \"[c](https://example.org/d)\" [a-b/t1r1c1]\n");
}

TEST_CASE("without a site each relative address is reported and stays") {
  const auto result = resolve_links(page("[x](/a)\n[y](b)\n\n{{< button href=\"join\" >}}Join{{< /button >}}\n"), "");
  CHECK(told(result.diagnostics) ==
        "page.md:1:1: warning: \"/a\" is an address within a site, and no site is known [no-site]\n"
        "  hint: set \"site:\" in handbill.yaml, or write the whole address\n"
        "page.md:2:1: warning: \"b\" is an address within a site, and no site is known [no-site]\n"
        "  hint: set \"site:\" in handbill.yaml, or write the whole address\n"
        "page.md:4:1: warning: \"join\" is an address within a site, and no site is known [no-site]\n"
        "  hint: set \"site:\" in handbill.yaml, or write the whole address\n");
  CHECK(dumped(result.value) == "paragraph \"[x](/a) [y](b)\" [intro/p1]\ncall to action join \"Join\" [intro/cta1]\n");
}

TEST_CASE("an anchor that no heading has is reported with the nearest") {
  const auto result = resolve_links(page("## Existing initiatives\n\nsee [x](#exsting-initiatives) [y](#q)\n"
                                         "[z](#existing%2Dinitiatives)\n"),
                                    "");
  CHECK(told(result.diagnostics) ==
        "page.md:3:5: warning: no heading of this page has the id \"exsting-initiatives\" [unknown-anchor]\n"
        "  hint: did you mean \"#existing-initiatives\"?\n"
        "page.md:3:31: warning: no heading of this page has the id \"q\" [unknown-anchor]\n"
        "  hint: link to a heading's id: its words in lower case, with hyphens\n");
}

TEST_CASE("an address that could do harm leads nowhere") {
  const auto result = resolve_links(
      page("[a](javascript:alert) [b](file:/etc/passwd) [c](data:text/html,x) [d](<java&#10;script:x>) [e](FTP://x)\n"),
      "https://example.org");
  REQUIRE(result.diagnostics.size() == 5);
  for (const Diagnostic& diagnostic : result.diagnostics) CHECK(diagnostic.code == "link-scheme");
  CHECK(to_string(result.diagnostics[0]) ==
        "page.md:1:1: error: a link may not lead to \"javascript:\", as \"javascript:alert\" does [link-scheme]\n"
        "  hint: use an address that starts with https:, mailto: or tel:\n");
  CHECK(result.diagnostics[1].place.column == 23);
  CHECK(dumped(result.value) == "paragraph \"[a]() [b]() [c]() [d]() [e]()\" [intro/p1]\n");
}

TEST_CASE("images are loaded from the page's folder") {
  MemoryFiles files;
  files.files["site/content/a.png"] = png;
  files.files["site/content/img/b c.png"] = png;
  files.files["site/secret.png"] = png;
  files.files["site/content/broken.png"] = "no image";
  const Document document = page(
      "---\nfeature: a.png\n---\n![b](/img/b%20c.png)\n\n![none](none.png)\n\ntext ![none](none.png) "
      "![s](../secret.png)\n"
      "![r](https://x.org/a.png) ![a](./img/../a.png?v=1) ![x](broken.png) ![d](img/../../secret.png)\n");
  const auto result = load_images(document, "site/content", files);
  std::vector<std::string> loaded;
  for (const auto& [address, image] : result.value) loaded.push_back(address);
  CHECK(loaded == std::vector<std::string>{"./img/../a.png?v=1", "/img/b%20c.png", "a.png"});
  std::string codes;
  for (const Diagnostic& one : result.diagnostics)
    codes += std::to_string(one.place.line) + ":" + std::to_string(one.place.column) + " " + one.code + "\n";
  CHECK(codes == "6:1 missing-image\n8:24 image-outside\n9:1 remote-image\n9:52 image-format\n9:69 image-outside\n");
  CHECK(to_string(result.diagnostics[0]) ==
        "page.md:6:1: warning: there is no image \"none.png\" [missing-image]\n"
        "  hint: put it at site/content/none.png; without it the page closes up\n");
}

TEST_CASE("a missing feature image is reported where the front matter names it") {
  const auto result = load_images(page("---\ntitle: x\nfeature: \"no.png\"\n---\n"), "content", MemoryFiles{});
  REQUIRE(result.diagnostics.size() == 1);
  CHECK(result.diagnostics[0].place.line == 3);
  CHECK(result.diagnostics[0].place.column == 10);
}
