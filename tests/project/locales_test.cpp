#include "project/locales.h"

#include "support/catch.h"

using namespace handbill;

namespace {

Language language(std::string_view tag) {
  return Language::parse(tag).value();
}

struct Scene {
  MemoryFiles files;
  Project project;
  std::filesystem::path home = "home";

  Scene() {
    project.source = language("en");
    project.locales = {language("en"), language("nl")};
    files.files["locales/nl/page.yaml"] = "document: page\nlocale: nl\nunits:\n  - {id: p1, source: a, target: b}\n";
    files.files["locales/nl/interface.yaml"] = "locale: nl\nmessages: {contents: Inhoud}\n";
  }
  std::string found(const std::vector<std::string>& tags) const {
    const std::vector<Language> also;
    const auto result = find_locales({tags, also, project, files});
    std::string text;
    for (const Language& locale : result.value) text += locale.tag() + " ";
    for (const Diagnostic& one : result.diagnostics) text += to_string(one);
    return text;
  }
  Result<Interface> words(std::string_view tag) const {
    const Language locale = language(tag);
    return read_interface({locale, project, home, files});
  }
  Result<CatalogueChain> chain(std::string_view tag) const {
    Document document;
    document.name = "page";
    document.language = language("en");
    return read_catalogues(document, language(tag), project, files);
  }
};

}  // namespace

TEST_CASE("a locale is known when the project lists it or has a folder for it or its parent") {
  Scene scene;
  CHECK(scene.found({"nl", "en"}) == "nl en ");
  CHECK(scene.found({"nl_BE"}) == "nl-BE ");
  CHECK(scene.found({"nl", "nl"}) == "nl ");
  CHECK(scene.found({"he"}) == "error: unknown locale \"he\" [usage]\n  hint: choose from en, nl\n");
  CHECK(scene.found({"nll"}) == "error: unknown locale \"nll\" [usage]\n  hint: did you mean nl?\n");
  scene.files.files["locales/he/page.yaml"] = "";
  CHECK(scene.found({"he"}) == "he ");
}

TEST_CASE("a locale's catalogues are its own and its parents', as far as there are any") {
  Scene scene;
  CHECK(scene.chain("nl").value.catalogues.size() == 1);
  CHECK(scene.chain("nl-BE").value.catalogues.size() == 1);
  CHECK(scene.chain("he").value.catalogues.empty());
  scene.files.files["locales/nl-BE/page.yaml"] = "document: page\nlocale: nl-BE\nunits: []\n";
  const auto both = scene.chain("nl-BE");
  REQUIRE(both.value.catalogues.size() == 2);
  CHECK(both.value.catalogues[0].locale == language("nl-BE"));
  CHECK(both.value.catalogues[1].locale == language("nl"));
}

TEST_CASE("a document needs no catalogue in its own language") {
  Scene scene;
  scene.files.files["locales/en/page.yaml"] = "not a map";
  CHECK(scene.chain("en").diagnostics.empty());
  CHECK(scene.chain("en").value.catalogues.empty());
}

TEST_CASE("a catalogue of which nothing can be used makes its locale unusable, one wrong entry does not") {
  Scene scene;
  CHECK(scene.chain("nl").value.usable);
  for (const char* bytes : {"units: [", "- a\n", "document: other\nlocale: nl\nunits: []\n", "\xFF"}) {
    CAPTURE(bytes);
    scene.files.files["locales/nl/page.yaml"] = bytes;
    const auto chain = scene.chain("nl");
    CHECK_FALSE(chain.value.usable);
    CHECK(chain.diagnostics.size() == 1);
  }
  scene.files.files["locales/nl/page.yaml"] =
      "document: page\nlocale: nl\nunits:\n  - {id: p1, target: b}\n  - {id: p2, source: a, target: b}\n";
  CHECK(scene.chain("nl").value.usable);
}

TEST_CASE("words come from the project, else from the program, else from a parent, else they are built in") {
  Scene scene;
  CHECK(scene.words("nl").value.message("contents") == "Inhoud");
  SECTION("a variant has its parent's words") {
    const auto words = scene.words("nl-BE");
    CHECK(words.diagnostics.empty());
    CHECK(words.value.message("contents") == "Inhoud");
    CHECK(words.value.language() == language("nl-BE"));
  }
  SECTION("the program's own serve a project without any") {
    scene.files.files["home/locales/he/interface.yaml"] = "locale: he\nmessages: {contents: תוכן}\n";
    const auto words = scene.words("he");
    CHECK(words.diagnostics.empty());
    CHECK(words.value.message("contents") == "תוכן");
  }
  SECTION("the project's go before the program's") {
    scene.files.files["home/locales/nl/interface.yaml"] = "locale: nl\nmessages: {contents: Anders}\n";
    CHECK(scene.words("nl").value.message("contents") == "Inhoud");
  }
  SECTION("built-in words are fine in their own language and a warning in another") {
    CHECK(scene.words("en").diagnostics.empty());
    CHECK(scene.words("en-GB").diagnostics.empty());
    const auto words = scene.words("fr");
    REQUIRE(words.diagnostics.size() == 1);
    CHECK(words.diagnostics[0].code == "missing-interface");
    CHECK(words.diagnostics[0].severity == Severity::warning);
    CHECK(*words.diagnostics[0].place.file == "locales/fr/interface.yaml");
  }
}
