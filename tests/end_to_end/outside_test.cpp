// What a project holds cannot make the program read or write outside it.
#include <filesystem>
#include <fstream>
#include <string>

#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

/// A project in a folder of its own, beside a folder with a secret.
class Project {
 public:
  Project() {
    write("project/handbill.yaml", "source: en\nlocales: [en, nl]\neditions: {flyer: false, handout: false}\n");
    write("project/content/page.md", "# Page\n\nText.\n");
    write("secret/secret.md", "# The secret\n");
    write("secret/secret.yaml", "document: page\nlocale: nl\nunits:\n  - source: Page\n    target: The secret\n");
  }

  void write(const fs::path& name, std::string_view bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  void link(const fs::path& target, const fs::path& name) const {
    fs::create_directories((folder_ / name).parent_path());
    fs::remove_all(folder_ / name);
    fs::create_symlink(target, folder_ / name);
  }
  Finished run(const std::vector<std::string>& arguments) const { return handbill(arguments, folder_ / "project"); }

  /// Everything that was written, in one.
  std::string written() const {
    std::string all;
    if (fs::exists(folder_ / "project/out"))
      for (const auto& file : files_in(folder_ / "project/out")) all += bytes_of(file.path);
    return all;
  }
  std::size_t secrets() const {
    return static_cast<std::size_t>(
        std::distance(fs::directory_iterator(folder_ / "secret"), fs::directory_iterator()));
  }
  fs::path path(const fs::path& name) const { return folder_ / name; }

 private:
  TemporaryFolder folder_;
};

bool tells(const std::string& text) {
  return text.find("secret") != std::string::npos;
}

const std::string leads_out = "a symbolic link leads out of the project";

TEST_CASE("a page, a locale file, a theme, the project's file and its fonts cannot be links out of the project") {
  const Project project;
  const auto refused = [&](const std::string& name, const std::string& target, const std::string& diagnostic) {
    project.link(target, "project/" + name);
    const Finished built = project.run({"build", "-e", "text,book"});
    CAPTURE(name, built.err);
    CHECK(built.err.find(diagnostic) != std::string::npos);
    CHECK(built.status == 1);
    CHECK_FALSE(tells(project.written()));
    fs::remove(project.path("project/" + name));
  };
  refused("content/page.md", "../../secret/secret.md", "content/page.md: error: cannot be read: " + leads_out);
  project.write("project/content/page.md", "# Page\n\nText.\n");
  refused("locales/nl/page.yaml", "../../../secret/secret.yaml",
          "locales/nl/page.yaml: error: cannot be read: " + leads_out);
  fs::remove_all(project.path("project/locales"));
  project.write("secret/nl/page.yaml", bytes_of(project.path("secret/secret.yaml")));
  refused("locales", "../secret", "locales/nl/page.yaml: error: cannot be read: " + leads_out);
  refused("fonts/fonts.yaml", "../../secret/secret.yaml",
          "fonts/fonts.yaml: error: there is no list of fonts: " + leads_out);
  refused("handbill.yaml", "../secret/secret.yaml", "handbill.yaml: error: cannot be read: " + leads_out);
}

TEST_CASE("content/ cannot be a link out of the project") {
  const Project project;
  project.link("../secret", "project/content");
  const Finished built = project.run({"build"});
  CHECK(built.err ==
        "error: content/ is a symbolic link that leads out of the project [content-outside]\n"
        "  hint: put the folder itself there, or name a document in it: handbill build page.md\n");
  CHECK(built.status == 1);
}

TEST_CASE("an image cannot be read from outside by its address or by a link") {
  const Project project;
  project.write("secret/pic.png", "secret");
  project.link("../../secret/pic.png", "project/content/link.png");
  project.link("../../secret", "project/content/folder");
  project.link("/dev/zero", "project/content/zero.png");
  project.link("loop.png", "project/content/loop.png");
  project.write("project/content/page.md",
                "![a](../../secret/pic.png)\n\n![a](link.png)\n\n![a](folder/pic.png)\n\n![a](zero.png)\n\n"
                "![a](loop.png)\n\n![a](file:///etc/passwd)\n\n![a](/proc/self/environ)\n");
  const Finished built = project.run({"build", "-e", "book", "-l", "en"});
  const std::string outside =
      "\" cannot be read: " + leads_out + " [image-outside]\n  hint: copy it into the page's folder\n";
  CHECK(
      built.err ==
      "content/page.md:1:1: error: the image \"../../secret/pic.png\" lies outside the page's folder [image-outside]\n"
      "  hint: copy it into that folder\n"
      "content/page.md:3:1: error: the image \"link.png" +
          outside + "content/page.md:5:1: error: the image \"folder/pic.png" + outside +
          "content/page.md:7:1: error: the image \"zero.png" + outside +
          "content/page.md:9:1: error: the image \"loop.png\" cannot be read: Too many levels of symbolic links "
          "[image-unreadable]\n"
          "  hint: check the file and who may read it\n"
          "content/page.md:11:1: warning: the image \"file:///etc/passwd\" is not fetched [remote-image]\n"
          "  hint: save it beside the page and name the file\n"
          "content/page.md:13:1: warning: there is no image \"/proc/self/environ\" [missing-image]\n"
          "  hint: put it at content/proc/self/environ; without it the page closes up\n");
}

TEST_CASE("a page that is named on the command line may lie anywhere, and its pictures lie beside it") {
  const Project project;
  project.write("elsewhere/page.md", "![a](../secret/pic.png)\n\n![a](link.png)\n");
  project.write("secret/pic.png", "secret");
  project.link("../secret/pic.png", "elsewhere/link.png");
  const Finished built = project.run({"build", "../elsewhere/page.md", "-e", "book"});
  CHECK(built.err.find("\"../secret/pic.png\" lies outside the page's folder") != std::string::npos);
  CHECK(built.err.find("\"link.png\" cannot be read: " + leads_out) != std::string::npos);
  project.link("page.md", "elsewhere/named.md");
  CHECK(project.run({"build", "../elsewhere/named.md", "-e", "text"}).err.find("cannot be read") == std::string::npos);
}

TEST_CASE("links within the project are followed") {
  const Project project;
  project.write("project/pages/other.md", "# Other\n\nWords.\n");
  project.link("../pages/other.md", "project/content/other.md");
  const Finished built = project.run({"build", "other", "-e", "text", "-l", "en"});
  CHECK(built.err == "");
  CHECK(project.written().find("Words.") != std::string::npos);
}

TEST_CASE("nothing is written through a link out of the project, unless the user names the folder") {
  const Project project;
  const std::size_t before = project.secrets();
  project.link("../secret", "project/out");
  const Finished built = project.run({"build", "-e", "text", "-l", "en"});
  CHECK(built.err ==
        "handbill: error: cannot write to the folder out/en: a symbolic link leads out of where it should be\n");
  CHECK(project.secrets() == before);
  CHECK(project.run({"build", "-e", "text", "-l", "en", "-o", "out"}).err == "");
  CHECK(project.secrets() == before + 2);  // a language's folder, and the manifest
  fs::remove_all(project.path("secret/en"));
  fs::remove(project.path("secret/.handbill-manifest"));
  project.link("../../secret", "project/made/en");
  CHECK(project.run({"build", "-e", "text", "-l", "en", "-o", "made"}).status == 1);
  project.link("../../secret", "project/locales/nl");
  CHECK(project.run({"sync", "-l", "nl"}).status == 1);
  CHECK(project.run({"new", "locale", "nl"}).status == 1);
  CHECK(project.secrets() == before);
  project.link("../secret", "project/content");
  CHECK(project.run({"new", "document", "mine"}).status == 1);
  CHECK(project.secrets() == before);
}

TEST_CASE("a pipe in content/ makes nobody wait") {
  const Project project;
  REQUIRE(run({"mkfifo", project.path("project/content/pipe.md").string()}).status == 0);
  const Finished built = project.run({"build", "-e", "text", "-l", "en"});
  CHECK(built.err == "content/pipe.md: error: cannot be read: it is not an ordinary file [unreadable]\n");
}

}  // namespace
}  // namespace handbill::test
