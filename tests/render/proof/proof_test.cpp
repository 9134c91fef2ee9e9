#include "render/proof/proof.h"

#include <pugixml.hpp>
#include <set>

#include "layout/fixture.h"
#include "support/catch.h"

using namespace handbill;
using namespace handbill::test;

namespace {

Diagnostic problem(Severity severity, std::string message) {
  return {severity, Place::in_file("content/page.md").at(3, 1), "test", std::move(message), {"mend <it>"}};
}

/// A document in two languages, as long as `paragraphs` make it, and as a text.
struct Sample {
  proof::Project project;
  proof::Album album;

  explicit Sample(int paragraphs = 1) {
    proof::Document document{.name = "page", .title = "Join & win", .language = Language::parse("en").value()};
    std::size_t number = 0;
    for (const std::string tag : {"en", "ar"}) {
      std::string text = "# [Join](https://example.org/?a=1&b=2)\n\n";
      for (int i = 0; i < paragraphs; ++i) text += "A [link](#join) to come back by.\n\n- one\n- two\n\n";
      const Pages pages = lay_out_markdown(text, {.language = tag}).value;
      proof::Rendition rendition{.language = Language::parse(tag).value(), .title = "Join <us>"};
      rendition.files.push_back({.edition = "handout",
                                 .format = "PDF, A6",
                                 .address = tag + "/page-handout.pdf",
                                 .size = "12.0 kB",
                                 .pages = pages.pages.size(),
                                 .fitting = Fitting{.size = 1.25, .fill = 0.9},
                                 .pictures = album.draw(pages, "d1l" + std::to_string(++number) + "f1")});
      rendition.files.push_back({.edition = "text", .format = "plain text", .excerpt = "1 < 2 & 3\n"});
      document.renditions.push_back(std::move(rendition));
    }
    project.documents.push_back(std::move(document));
  }

  pugi::xml_document page() const {
    pugi::xml_document document;
    const auto result =
        document.load_string(proof::write(project, album).c_str(), pugi::parse_default | pugi::parse_doctype);
    INFO(result.description());
    REQUIRE(result);
    return document;
  }
};

std::vector<std::string> values(const pugi::xml_document& page, const char* query) {
  std::vector<std::string> found;
  for (const auto one : page.select_nodes(query))
    found.emplace_back(one.attribute() ? one.attribute().value() : one.node().text().get());
  return found;
}

bool contains(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

}  // namespace

TEST_CASE("The proof is well-formed, names everything once, and every name it refers to is there") {
  const auto page = Sample(30).page();
  CHECK(page.first_child().type() == pugi::node_doctype);
  std::set<std::string> names;
  for (const std::string& id : values(page, "//@id")) CHECK(names.insert(id).second);
  const auto addresses = values(page, "//@href");
  CHECK(addresses.size() > 500);
  for (const std::string& address : addresses)
    if (address.starts_with('#')) CHECK(names.count(address.substr(1)) == 1);
}

TEST_CASE("The proof fetches nothing and runs nothing") {
  const auto page = Sample().page();
  CHECK(page.select_nodes("//script|//iframe|//object|//@src|//@style|//@*[starts-with(name(), 'on')]").empty());
  for (const std::string& address : values(page, "//*[name() != 'a']/@href"))
    CHECK((address.starts_with('#') || address.starts_with("data:")));
  const std::string style = page.select_node("//style").node().text().get();
  CHECK(style.find("url(") == std::string::npos);
  CHECK(style.find("@import") == std::string::npos);
  CHECK(style.find('<') == std::string::npos);
  CHECK(style.find('&') == std::string::npos);
}

TEST_CASE("Every language stands beside the others, under its own name and in its own direction") {
  const auto page = Sample().page();
  const auto columns = page.select_nodes("//section[@id='d1']/div[1]/div/h3");
  REQUIRE(columns.size() == 2);
  CHECK(columns[0].node().text().get() == std::string("English"));
  CHECK(columns[0].node().attribute("dir").value() == std::string("ltr"));
  CHECK(columns[1].node().text().get() == std::string("العربية"));
  CHECK(columns[1].node().attribute("dir").value() == std::string("rtl"));
  CHECK(columns[1].node().attribute("lang").value() == std::string("ar"));
  CHECK(values(page, "//figure/svg/@lang") == std::vector<std::string>{"en", "ar"});
  CHECK(values(page, "//pre/@dir") == std::vector<std::string>{"ltr", "rtl"});
}

TEST_CASE("Each file is linked, with its pages, size and fit; one that was not made says so") {
  const auto page = Sample().page();
  const auto links = values(page, "//p[@class='facts']/a/@href");
  CHECK(links == std::vector<std::string>{"en/page-handout.pdf", "ar/page-handout.pdf"});
  const auto facts = page.select_nodes("//p[@class='facts']");
  std::string text;
  for (const auto child : facts[0].node())
    text += child.type() == pugi::node_pcdata ? child.value() : child.text().get();
  CHECK(text == "PDF, A6, 1 page, 12.0 kB, type at 125 %, last side 90 % full");
  CHECK(values(page, "//p[@class='not-made']").size() == 2);
  CHECK(values(page, "//pre")[0] == "1 < 2 & 3\n");
}

TEST_CASE("A long document shows its first pages, and the others when they are asked for") {
  const auto page = Sample(30).page();
  const auto pages = page.select_nodes("//figure").size();
  REQUIRE(pages > 8);
  CHECK(page.select_nodes("//section[@class='edition']/div//figure").size() == 4);
  CHECK(page.select_nodes("//section[@class='edition']/details//figure").size() == pages - 4);
}

TEST_CASE("Pictures that fill the window lead to the next and back") {
  const auto page = Sample(30).page();
  const auto links = values(page, "//figure[@id='d1l2f1p2']//span/a/@href");
  CHECK(links == std::vector<std::string>{"#d1l2f1p1", "#d1l2f1p3", "#d1e1"});
}

TEST_CASE("What is wrong stands where it belongs, and is counted in the list") {
  Sample sample;
  auto& document = sample.project.documents[0];
  document.problems.push_back(problem(Severity::warning, "the <source>"));
  document.renditions[1].problems.push_back(problem(Severity::error, "the language"));
  document.renditions[1].files[0].problems.push_back(problem(Severity::warning, "the file"));
  sample.project.problems.push_back(problem(Severity::warning, "the project"));
  const auto page = sample.page();
  CHECK(values(page, "//header/ul//bdi") == std::vector<std::string>{"the project"});
  CHECK(values(page, "//section[@id='d1']/ul//bdi") == std::vector<std::string>{"the <source>"});
  CHECK(values(page, "//section[@id='d1']/div[1]/div[2]//bdi") == std::vector<std::string>{"the language"});
  CHECK(values(page, "//section[@id='d1e1']/div[1]/div[2]//li//bdi") == std::vector<std::string>{"the file"});
  CHECK(values(page, "//td") == std::vector<std::string>{"1 warning", "nothing to report", "1 error, 1 warning"});
  CHECK(contains(values(page, "//p[@class='place']"), "content/page.md:3:1"));
  CHECK(contains(values(page, "//p[@class='hint']"), "mend <it>"));
}

TEST_CASE("A long list of problems shows its beginning, and the rest when it is asked for") {
  Sample sample;
  for (int i = 0; i < 20; ++i)
    sample.project.documents[0].problems.push_back(problem(Severity::warning, "number " + std::to_string(i)));
  const auto page = sample.page();
  CHECK(page.select_nodes("//section[@id='d1']/ul/li").size() == 6);
  CHECK(page.select_nodes("//section[@id='d1']/details/ul/li").size() == 14);
  CHECK(values(page, "//section[@id='d1']/details/summary") == std::vector<std::string>{"14 more"});
}

TEST_CASE("The album shares glyphs between languages and stops drawing a file's pages at its limit") {
  proof::Album album;
  const Pages pages = lay_out_markdown("Join us.", {}).value;
  (void)album.draw(pages, "a");
  const std::string definitions = album.definitions();
  (void)album.draw(pages, "b");
  CHECK(album.definitions() == definitions);
  Pages long_pages = pages;
  long_pages.pages.resize(500, pages.pages[0]);
  CHECK(album.draw(long_pages, "c").size() == proof::most_pictures);
}

TEST_CASE("When there is no more room, the proof links to files that it does not picture") {
  proof::Album album;
  Pages pages = lay_out_markdown("Join us.", {}).value;
  const ImagePtr large = std::make_shared<const Image>(
      Image{.format = Image::Format::jpeg, .width = 1, .height = 1, .bytes = std::string(proof::most_bytes, 'x')});
  pages.pages[0].marks.emplace_back(PlacedImage{.image = large, .rect = {0_pt, 0_pt, 1_pt, 1_pt}});
  CHECK(album.draw(pages, "a").size() == 1);
  CHECK(album.draw(pages, "b").empty());
}
