#include "project/plan.h"

#include "core/limits.h"
#include "support/catch.h"

using namespace handbill;

namespace {

Language language(std::string_view tag) {
  return Language::parse(tag).value();
}

Edition edition(const std::string& name, Medium medium = Medium::pdf) {
  Edition made;
  made.name = name;
  made.medium = medium;
  return made;
}

SourcePage page(const std::string& name, const std::vector<std::string>& locales, std::vector<Edition> editions) {
  SourcePage made;
  made.source.path = "content/" + name + ".md";
  made.source.name = name;
  for (const std::string& tag : locales) made.source.locales.push_back(language(tag));
  Document document;
  document.name = name;
  document.language = language("ar");
  document.file = Place::in_file(made.source.path.string());
  made.document = std::make_shared<Document>(std::move(document));
  made.editions = std::move(editions);
  return made;
}

std::string paths(const Plan& plan) {
  std::string text;
  for (const PlannedFile& file : plan.files) text += file.path + "\n";
  return text;
}

std::string problems(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& one : diagnostics) text += to_string(one);
  return text;
}

/// A document whose front matter says `yaml` for its editions.
Document with_editions(const std::string& yaml) {
  Document document;
  document.front.all = yaml::parse("editions:\n" + yaml, Place::in_file("page.md").at(2, 1)).value.value();
  return document;
}

}  // namespace

TEST_CASE("every page is made in every language and edition, in that order") {
  const std::vector<SourcePage> pages{page("a", {"en", "nl"}, {edition("flyer"), edition("book", Medium::epub)}),
                                      page("b", {"en"}, {edition("text", Medium::text)})};
  const auto plan = make_plan(pages, {});
  CHECK(plan.diagnostics.empty());
  CHECK(paths(plan.value) == "en/a-flyer.pdf\nen/a-book.epub\nnl/a-flyer.pdf\nnl/a-book.epub\nen/b-text.txt\n");
  REQUIRE(plan.value.renditions.size() == 3);
  CHECK(plan.value.files[4].rendition == 2);
  CHECK(plan.value.renditions[2].page == 1);
}

TEST_CASE("a page without languages is made in the one it is written in") {
  CHECK(paths(make_plan({page("a", {}, {edition("flyer")})}, {}).value) == "ar/a-flyer.pdf\n");
}

TEST_CASE("an edition with its languages side by side is one file, also where one of them is a page of its own") {
  Edition together = edition("together");
  together.imposition.kind = Impose::languages;
  const std::vector<SourcePage> pages{page("a", {"en", "nl"}, {together, edition("flyer")}),
                                      page("a", {"ar"}, {together}), page("b", {"en"}, {together})};
  const auto plan = make_plan(pages, {});
  CHECK(plan.diagnostics.empty());
  CHECK(paths(plan.value) == "en+nl+ar/a-together.pdf\nen/a-flyer.pdf\nnl/a-flyer.pdf\nen/b-together.pdf\n");
  CHECK(plan.value.files[0].rendition == 0);
  CHECK(plan.value.files[0].beside == std::vector<std::size_t>{1, 2});
  CHECK(plan.value.renditions.size() == 4);
}

TEST_CASE("only the editions asked for are made, and only what they need is localised") {
  const std::vector<SourcePage> pages{page("a", {"en"}, {edition("flyer"), edition("poster")}),
                                      page("b", {"en"}, {edition("flyer")})};
  const auto plan = make_plan(pages, {"poster"});
  CHECK(plan.diagnostics.empty());
  CHECK(paths(plan.value) == "en/a-poster.pdf\n");
  CHECK(plan.value.renditions.size() == 1);
}

TEST_CASE("an edition that no page has is wrong usage, with the nearest") {
  const std::vector<SourcePage> pages{page("a", {"en"}, {edition("flyer"), edition("handout")})};
  CHECK(problems(make_plan(pages, {"flier", "handout", "zzz"}).diagnostics) ==
        "error: unknown edition \"flier\" [usage]\n  hint: did you mean flyer?\n"
        "error: unknown edition \"zzz\" [usage]\n  hint: choose from flyer, handout\n");
}

TEST_CASE("a page that could not be read is left out") {
  std::vector<SourcePage> pages{page("a", {"en"}, {edition("flyer")})};
  pages[0].document = nullptr;
  pages[0].editions.clear();
  const auto plan = make_plan(pages, {"flyer"});
  CHECK(plan.diagnostics.empty());
  CHECK(plan.value.files.empty());
}

TEST_CASE("two pages never write the same file") {
  std::vector<SourcePage> pages{page("a", {"en"}, {edition("flyer")}), page("a", {"en"}, {edition("flyer")})};
  pages[1].source.path = "elsewhere/a.md";
  const auto plan = make_plan(pages, {});
  CHECK(plan.value.files.size() == 1);
  CHECK(problems(plan.diagnostics)
            .starts_with("content/a.md: error: en/a-flyer.pdf is made from content/a.md already [same-output]\n"));
}

TEST_CASE("a document changes the project's editions for itself") {
  const std::vector<Edition> project{edition("flyer"), edition("book", Medium::epub)};
  const auto own = editions_of(with_editions("  flyer: {paper: A6, sections: [join]}\n  book: false\n"), project);
  CHECK(own.diagnostics.empty());
  REQUIRE(own.value.size() == 1);
  CHECK(own.value[0].paper == "A6");
  CHECK(own.value[0].sections == std::vector<std::string>{"join"});
  CHECK(editions_of(Document(), project).value.size() == 2);
}

TEST_CASE("attack: a page cannot ask for files without end") {
  const std::vector<Edition> project{edition("flyer")};
  std::string some;
  for (std::size_t i = 0; i < limits::front_matter_editions; ++i) some += "  e" + std::to_string(i) + ": {as: text}\n";
  CHECK(editions_of(with_editions(some), project).diagnostics.empty());
  CHECK(problems(editions_of(with_editions(some + "  more: {as: text}\n"), project).diagnostics)
            .ends_with("error: a page can add 100 editions to its project's, and no more [too-many-editions]\n"
                       "  hint: take some out\n"));
}
