#include "project/project.h"

#include "support/catch.h"

using namespace handbill;

namespace {

Result<Project> load(const std::string& yaml) {
  MemoryFiles files;
  files.files["handbill.yaml"] = yaml;
  return load_project({}, files);
}

std::string report(const std::string& yaml) {
  std::string text;
  for (const Diagnostic& one : load(yaml).diagnostics) text += to_string(one);
  return text;
}

std::string tags(const std::vector<Language>& languages) {
  std::string text;
  for (const Language& language : languages) text += language.tag() + " ";
  return text;
}

}  // namespace

TEST_CASE("a folder without a project file has the defaults") {
  const auto project = load_project("somewhere", MemoryFiles());
  CHECK(project.diagnostics.empty());
  CHECK(project.value.folder == "somewhere");
  CHECK(project.value.site.empty());
  CHECK(project.value.locales.empty());
  CHECK(project.value.source.tag() == "en");
  CHECK(project.value.editions.size() == default_editions().size());
}

TEST_CASE("a project file says site, languages, editions and theme") {
  const auto project = load(
      "site: https://example.org\nsource: ar\nlocales: [ar, nl_BE, he]\ntheme: office\n"
      "editions:\n  flyer: {paper: A6}\n  poster: {as: pdf, layout: flyer, paper: A3}\n  book: false\n");
  CHECK(project.diagnostics.empty());
  CHECK(project.value.site == "https://example.org");
  CHECK(project.value.source.tag() == "ar");
  CHECK(tags(project.value.locales) == "ar nl-BE he ");
  CHECK(project.value.theme == "office");
  std::string editions;
  for (const Edition& edition : project.value.editions) editions += edition.name + ":" + edition.paper + " ";
  CHECK(editions.find("flyer:A6 ") != std::string::npos);
  CHECK(editions.find("poster:A3 ") != std::string::npos);
  CHECK(editions.find("book") == std::string::npos);
}

TEST_CASE("what is wrong in a project file is said with its place, all at once") {
  CHECK(report("site: example.org\nsource: english\nlocales: [nl, dutch, nl]\neditoins: {}\n") ==
        "handbill.yaml:1:7: error: the site \"example.org\" is no web address [site]\n"
        "  hint: write it out, as https://example.org\n"
        "handbill.yaml:2:9: error: \"english\" is no language [unknown-language]\n"
        "  hint: write the language's tag, as en, pt-BR or zh-Hant\n"
        "handbill.yaml:3:10: error: \"dutch\" is no language [unknown-language]\n"
        "  hint: write the language's tag, as en, pt-BR or zh-Hant\n"
        "handbill.yaml:3:10: warning: the locale nl is listed twice [duplicate-locale]\n"
        "handbill.yaml:4:1: error: unknown key \"editoins\" in handbill.yaml [unknown-key]\n"
        "  hint: did you mean \"editions\"?\n");
}

TEST_CASE("a project file that is not YAML, not a map or not text is one problem") {
  CHECK(report("site: [").starts_with("handbill.yaml:1:"));
  CHECK(report("- a\n").find("[wrong-type]") != std::string::npos);
  CHECK(report("site: \xFF\n").starts_with("handbill.yaml:1:7: error: this is not UTF-8 text"));
  CHECK(load("").diagnostics.empty());
}
