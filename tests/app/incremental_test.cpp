// Builds that keep what earlier ones have made.
#include <functional>

#include "app/disk_scene.h"

using namespace handbill;
using namespace handbill::test;

namespace {

using Names = std::vector<std::string>;

const std::string settings =
    "site: https://example.org\nsource: en\nlocales: [en, nl]\n"
    "editions:\n  flyer: false\n  handout: false\n  book: false\n  text: {as: text, width: 60}\n";

/// Texts only, so that no test here needs a font.
class Scene : public DiskScene {
 public:
  Scene() {
    write("handbill.yaml", settings);
    write("content/page.md", "---\ntitle: Join us\n---\n\nTogether we are strong.\n\n{{< odd >}}Odd.{{< /odd >}}\n");
    write("content/other.md", "# Other\n\nAnother page.\n");
    write("locales/nl/page.yaml",
          "document: page\nlocale: nl\nunits:\n"
          "  - {id: title, source: Join us, target: Doe mee}\n"
          "  - {id: p1, source: Together we are strong., target: Samen zijn we sterk.}\n");
    write("locales/nl/interface.yaml", "locale: nl\nmessages: {contents: Inhoud}\n");
  }
};

const Names everything{"en/other-text.txt", "nl/other-text.txt", "en/page-text.txt", "nl/page-text.txt"};

}  // namespace

TEST_CASE("a second build makes nothing and says the same") {
  const Scene scene;
  const BuildReport first = scene.run();
  CHECK(first.made.size() == 4);
  CHECK(first.kept.empty());
  CHECK(problems(first).find("[shortcode]") != std::string::npos);
  CHECK(problems(first).find("[missing-catalogue]") != std::string::npos);
  for (int again = 0; again < 3; ++again) {
    const BuildReport second = scene.run();
    CHECK(second.made.empty());
    CHECK(second.kept.size() == 4);
    CHECK(problems(second) == problems(first));
    CHECK(exit_status(second) == exit_status(first));
  }
}

TEST_CASE("what has changed is made again, and nothing else") {
  const Scene scene;
  CHECK(scene.made() == everything);
  scene.write("content/page.md", "# Join us\n\nTogether we are stronger.\n");
  CHECK(scene.made() == Names{"en/page-text.txt", "nl/page-text.txt"});
  scene.write("locales/nl/page.yaml", "units:\n  - {source: Join us, target: Doe mee!}\n");
  CHECK(scene.made() == Names{"nl/page-text.txt"});
  scene.write("locales/nl/other.yaml", "units:\n  - {source: Another page., target: Nog een bladzij.}\n");
  CHECK(scene.made() == Names{"nl/other-text.txt"});
  scene.write("locales/nl/interface.yaml", "locale: nl\nmessages: {contents: Wat er in staat}\n");
  CHECK(scene.made() == Names{"nl/other-text.txt", "nl/page-text.txt"});
  scene.write("handbill.yaml", settings + "theme: \"\"\n");
  CHECK(scene.made() == everything);
  CHECK(scene.made().empty());
}

TEST_CASE("a file that is saved unchanged makes nothing new") {
  const Scene scene;
  (void)scene.run();
  for (const std::string name : {"handbill.yaml", "content/page.md", "locales/nl/page.yaml"}) {
    const std::string text = scene.read(name);
    fs::remove(scene.root() / name);
    scene.write(name, text);
    CHECK(scene.made().empty());
  }
}

TEST_CASE("an output that is gone, cut off, replaced or edited is made again") {
  const Scene scene;
  (void)scene.run();
  const std::string name = "out/en/page-text.txt";
  const std::string bytes = scene.read(name);
  const std::vector<std::function<void()>> harms{[&] { fs::remove(scene.root() / name); },
                                                 [&] { fs::resize_file(scene.root() / name, 3); },
                                                 [&] { scene.write(name, "Something else\n"); },
                                                 [&] {
                                                   std::string same_length = bytes;
                                                   same_length.back() = '?';
                                                   const auto time = fs::last_write_time(scene.root() / name);
                                                   scene.write(name, same_length);
                                                   fs::last_write_time(scene.root() / name, time);
                                                 },
                                                 [&] {
                                                   fs::remove(scene.root() / name);
                                                   fs::create_directory(scene.root() / name);
                                                   fs::remove(scene.root() / name);
                                                 }};
  for (const auto& harm : harms) {
    harm();
    CHECK(scene.made() == Names{"en/page-text.txt"});
    CHECK(scene.read(name) == bytes);
  }
}

TEST_CASE("another selection takes nothing away from what is known of other files") {
  Scene scene;
  (void)scene.run();
  scene.options.locales = {"nl"};
  CHECK(scene.made().empty());
  scene.options.documents = {"page"};
  CHECK(scene.made().empty());
  scene.write("content/page.md", "# Join us\n\nAnew.\n");
  CHECK(scene.made() == Names{"nl/page-text.txt"});
  scene.options = {.editions = {}, .output = scene.options.output};
  CHECK(scene.made() == Names{"en/page-text.txt"});
  scene.options.editions = {"text"};
  CHECK(scene.made().empty());
}

TEST_CASE("options that change what is made make it again") {
  Scene scene;
  scene.write("content/page.md", "سلام means peace.\n");
  (void)scene.run();
  scene.options.bidi = BidiMarks::none;
  CHECK(scene.made() == everything);
  CHECK(scene.made().empty());
  scene.options.strict = true;
  CHECK(exit_status(scene.run()) == 1);
  expect_as_from_nothing(scene);
}

TEST_CASE("all is made again when that is asked for, and known afterwards") {
  Scene scene;
  (void)scene.run();
  scene.options.again = true;
  CHECK(scene.made() == everything);
  scene.options.again = false;
  CHECK(scene.made().empty());
}

TEST_CASE("what could not be made says so again, and is made when it can be") {
  Scene scene;
  scene.write("handbill.yaml", settings + "  sure: {as: text, untranslated: fail}\n");
  expect_as_from_nothing(scene);
  const BuildReport again = scene.run();
  CHECK(problems(again).find("nl/page-sure.txt is not made") != std::string::npos);
  CHECK(exit_status(again) == 1);
  CHECK(again.made.empty());
  scene.write("content/page.md", "# Join us\n");
  CHECK(scene.made() == Names{"en/page-text.txt", "en/page-sure.txt", "nl/page-text.txt", "nl/page-sure.txt"});
  expect_as_from_nothing(scene);
}

TEST_CASE("what cannot be read is tried again every time") {
  const Scene scene;
  scene.write("content/wrong.md", "---\nlang: [\n---\n\nWrong.\n");
  CHECK(exit_status(scene.run()) == 1);
  CHECK(exit_status(scene.run()) == 1);
  fs::remove(scene.root() / "locales/nl/page.yaml");
  fs::create_directory(scene.root() / "locales/nl/page.yaml");
  CHECK(exit_status(scene.run()) == 1);
  CHECK(problems(scene.run()).find("it is a folder") != std::string::npos);
}

TEST_CASE("a manifest that cannot be used costs a build and nothing else") {
  const Scene scene;
  (void)scene.run();
  const std::string name = "out/.handbill-manifest";
  const std::string good = scene.read(name);
  REQUIRE(good.starts_with("handbill-manifest "));
  for (const std::string& bad : {std::string(), good.substr(0, good.size() / 2), good + "x", std::string(5000, 'x'),
                                 "handbill-manifest 9\n" + good.substr(20)}) {
    scene.write(name, bad);
    const BuildReport report = scene.run();
    CHECK(report.made.size() == 4);
    CHECK_FALSE(report.failure);
    CHECK(scene.made().empty());
  }
  fs::remove(scene.root() / name);
  fs::create_directory(scene.root() / name);
  CHECK(scene.made() == everything);
  CHECK(scene.made() == everything);
}

TEST_CASE("what was killed before it could tell is made again") {
  const Scene scene;
  (void)scene.run();
  const std::string before = scene.read("out/.handbill-manifest");
  const std::string page = scene.read("content/page.md");
  scene.write("content/page.md", "# Another\n");
  (void)scene.run();
  // As if it had been killed between the last file and the manifest, and the page were as it was.
  scene.write("out/.handbill-manifest", before);
  scene.write("content/page.md", page);
  CHECK(scene.made() == Names{"en/page-text.txt", "nl/page-text.txt"});
}

TEST_CASE("a page that became a link out of the project is not up to date, though it says the same") {
  const Scene scene;
  const TemporaryFolder elsewhere;
  (void)scene.run();
  fs::rename(scene.root() / "content/page.md", elsewhere.path() / "page.md");
  fs::create_symlink(elsewhere.path() / "page.md", scene.root() / "content/page.md");
  const BuildReport again = scene.run();
  CHECK(problems(again).find("leads out of the project") != std::string::npos);
  CHECK(exit_status(again) == 1);
  CHECK(again.kept.size() == 2);
}

TEST_CASE("what lies behind a link that leads out of the output folder is not up to date") {
  const Scene scene;
  const TemporaryFolder elsewhere;
  (void)scene.run();
  fs::rename(scene.options.output / "nl", elsewhere.path() / "nl");
  fs::create_directory_symlink(elsewhere.path() / "nl", scene.options.output / "nl");
  const BuildReport again = scene.run();
  CHECK(again.failure.has_value());
}
