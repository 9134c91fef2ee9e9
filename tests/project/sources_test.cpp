#include "project/sources.h"

#include "support/catch.h"

using namespace handbill;

namespace {

Language language(std::string_view tag) {
  return Language::parse(tag).value();
}

/// A project in memory and what is asked of it.
struct Scene {
  MemoryFiles files;
  Project project;
  std::vector<Language> asked;

  Scene() {
    project.source = language("en");
    project.locales = {language("en"), language("nl"), language("ar")};
    for (const char* name : {"content/page.md", "content/other.md", "content/note.txt", "content/themes/x.yaml"})
      files.files[name] = "text";
  }

  Result<std::vector<SourceFile>> find(const std::vector<std::string>& documents) const {
    return find_sources({documents, asked, project, files});
  }

  /// "content/page.md page en: en nl ar", one a line.
  std::string found(const std::vector<std::string>& documents) const {
    const auto result = find(documents);
    CHECK(result.diagnostics.empty());
    std::string text;
    for (const SourceFile& source : result.value) {
      text += source.path.string() + " " + source.name + " " + source.language.tag() + ":";
      for (const Language& locale : source.locales) text += " " + locale.tag();
      text += "\n";
    }
    return text;
  }

  std::string problems(const std::vector<std::string>& documents) const {
    std::string text;
    for (const Diagnostic& one : find(documents).diagnostics) text += to_string(one);
    return text;
  }
};

}  // namespace

TEST_CASE("a suffix that is a language is the document's language, another belongs to its name") {
  CHECK(split_file_name("content/page.md").name == "page");
  CHECK_FALSE(split_file_name("content/page.md").language);
  CHECK(split_file_name("content/page.ar.md").name == "page");
  CHECK(split_file_name("content/page.ar.md").language == language("ar"));
  CHECK(split_file_name("page.nl-be.md").language == language("nl-BE"));
  CHECK(split_file_name("v1.final.md").name == "v1.final");
  CHECK(split_file_name(".ar.md").name == ".ar");
}

TEST_CASE("without a document, everything in content is made in the project's languages") {
  CHECK(Scene().found({}) == "content/other.md other en: en nl ar\ncontent/page.md page en: en nl ar\n");
}

TEST_CASE("a document is named, or its file is") {
  for (const char* document : {"page", "page.md", "content/page.md"}) {
    CAPTURE(document);
    const std::string found = Scene().found({document});
    CHECK(found == "content/page.md page en: en nl ar\n");
  }
}

TEST_CASE("a document goes before a folder of its name, and any other file is taken as it is") {
  Scene scene;
  scene.files.files["page/image.png"] = "";
  scene.files.files["notes.txt"] = "text";
  CHECK(scene.found({"page"}).starts_with("content/page.md page "));
  CHECK(scene.found({"notes.txt"}).starts_with("notes.txt notes "));
}

TEST_CASE("a document that is named twice is made once") {
  CHECK(Scene().found({"page", "content/page.md"}) == "content/page.md page en: en nl ar\n");
}

TEST_CASE("a page whole in a language stands for its document in that language") {
  Scene scene;
  scene.files.files["content/page.ar.md"] = "text";
  CHECK(scene.found({"page"}) == "content/page.ar.md page ar: ar\ncontent/page.md page en: en nl\n");
  CHECK(scene.found({}).find("content/page.ar.md page ar: ar\n") != std::string::npos);
  SECTION("and asked for by itself is made in that language only") {
    CHECK(scene.found({"page.ar.md"}) == "content/page.ar.md page ar: ar\n");
    CHECK(scene.found({"page.ar"}) == "content/page.ar.md page ar: ar\n");
  }
  SECTION("unless others are asked for") {
    scene.asked = {language("nl")};
    CHECK(scene.found({"page.ar.md"}) == "content/page.ar.md page ar: nl\n");
    CHECK(scene.found({"page"}) == "content/page.md page en: nl\n");
  }
  SECTION("and is all that is read when nothing else is asked for") {
    scene.asked = {language("ar")};
    CHECK(scene.found({"page"}) == "content/page.ar.md page ar: ar\n");
  }
}

TEST_CASE("a page in one language only stands for itself") {
  Scene scene;
  scene.files.files["content/letter.he.md"] = "text";
  CHECK(scene.found({}).find("content/letter.he.md letter he: he\n") != std::string::npos);
}

TEST_CASE("a file from outside the project is made in its own language") {
  Scene scene;
  scene.files.files["../shared/page.md"] = "text";
  CHECK(scene.found({"../shared/page.md"}) == "../shared/page.md page en:\n");
  scene.asked = {language("nl")};
  CHECK(scene.found({"../shared/page.md"}) == "../shared/page.md page en: nl\n");
}

TEST_CASE("a document that is not there is reported with the nearest name") {
  const Scene scene;
  CHECK(scene.problems({"paeg"}) == "error: there is no document \"paeg\" [no-document]\n  hint: did you mean page?\n");
  CHECK(scene.problems({"zzz"}) ==
        "error: there is no document \"zzz\" [no-document]\n  hint: choose from other, page\n");
  CHECK(scene.problems({"page", "none.md"}).find("none.md") != std::string::npos);
}

TEST_CASE("an empty project says what to do") {
  Scene scene;
  scene.files.files.clear();
  CHECK(scene.problems({}) ==
        "error: there is no document in content/ [nothing-to-build]\n"
        "  hint: put a Markdown file into content/, or name one: handbill build page.md\n");
}
