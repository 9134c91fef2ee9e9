// The translators' loop with the real program: sync, check, status, build, watch, in a project on disk.
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "end_to_end/printed.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

namespace handbill::test {
namespace {

namespace fs = std::filesystem;

class Project {
 public:
  Project() {
    write("handbill.yaml",
          "source: en\nlocales: [nl, ar]\n"
          "editions: {flyer: false, handout: false, book: false, text: {as: text}}\n");
    write("content/page.md", "# Join us\n\nWe were 51 on Tuesday.\n");
    for (const char* locale : {"nl", "ar"})
      fs::copy_file(fs::path(HANDBILL_ROOT) / "locales" / locale / "interface.yaml",
                    made_folder(std::string("locales/") + locale) / "interface.yaml");
  }

  void write(const fs::path& name, std::string_view bytes) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }

  std::string read(const fs::path& name) const {
    std::ifstream file(folder_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
  }

  void replace(const fs::path& name, const std::string& from, const std::string& to) const {
    std::string text = read(name);
    REQUIRE(text.find(from) != std::string::npos);
    text.replace(text.find(from), from.size(), to);
    write(name, text);
  }

  Finished run(const std::vector<std::string>& arguments) const { return handbill(arguments, folder_.path()); }
  const fs::path& folder() const { return folder_.path(); }

 private:
  fs::path made_folder(const fs::path& name) const {
    fs::create_directories(folder_ / name);
    return folder_ / name;
  }

  TemporaryFolder folder_;
};

TEST_CASE("a page becomes a locale file, is translated, changes, and is confirmed") {
  const Project project;
  const fs::path nl = "locales/nl/page.yaml";
  CHECK(project.run({"sync", "--check"}).status == 1);
  CHECK_FALSE(fs::exists(project.folder() / nl));
  CHECK(project.run({"sync"}).out == "locales/nl/page.yaml (made): 2 new\nlocales/ar/page.yaml (made): 2 new\n");
  CHECK(project.run({"sync", "--check"}).out == "everything is up to date\n");
  CHECK(
      project.run({"check", "-l", "nl"}).err.find("locales/nl/page.yaml:5:5: warning: \"join-us\" is not translated") !=
      std::string::npos);

  project.replace(nl, "source: Join us\n    target: \"\"", "source: Join us\n    target: \"Doe mee\" # kort");
  project.replace(nl, "Tuesday.\n    target: \"\"", "Tuesday.\n    target: >-\n      We waren dinsdag\n      met 51.");
  CHECK(project.run({"check", "-l", "nl"}).out == "no problems\n");
  CHECK(project.run({"status", "-l", "nl"}).out.find("2 of 2 (100%)") != std::string::npos);

  project.replace("content/page.md", "We were 51 on Tuesday.", "We were 53 on Tuesday.");
  CHECK(project.run({"sync", "-l", "nl"}).out == "locales/nl/page.yaml: 1 changed\n");
  CHECK(project.read(nl).find("\"Doe mee\" # kort\n") != std::string::npos);
  CHECK(project.read(nl).find("    target: >-\n      We waren dinsdag\n      met 51.\n"
                              "    stale: We were 51 on Tuesday.\n") != std::string::npos);
  const Finished checked = project.run({"check", "-l", "nl"});
  CHECK(checked.status == 1);
  CHECK(checked.err.find("[number-changed]") != std::string::npos);
  CHECK(checked.err.find("[stale-unit]") != std::string::npos);
  CHECK(project.run({"build", "-l", "nl"}).out.find("stale") != std::string::npos);
}

TEST_CASE("annotations say file, line and column") {
  const Project project;
  (void)project.run({"sync"});
  const Finished checked = project.run({"check", "-l", "nl", "--format", "github"});
  CHECK(
      checked.out.starts_with("::warning file=locales/nl/page.yaml,line=5,col=5,title=empty-unit::\"join-us\" is not"));
  CHECK(checked.err.empty());
  CHECK(checked.status == 1);
}

struct Hostile {
  std::string bytes;
  std::string said;
};

TEST_CASE("a locale file that is no locale file is one clear line each, and stays as it is") {
  const Project project;
  const fs::path name = "locales/nl/page.yaml";
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'z'; ++c)
    bomb += std::string(1, c) + ": &" + c + " [*" + char(c - 1) + ", *" + char(c - 1) + "]\n";
  const std::vector<Hostile> files{{"document: page\nlocale: nl\nunits:\n\t- source: Join us\n", "[yaml]"},
                                   {"document: page\nlocale: nl\nlocale: nl\nunits: []\n", "[yaml-duplicate-key]"},
                                   {bomb, "[yaml-alias]"},
                                   {"units:\n  - source: &x Join us\n    target: *x\n", "[yaml-alias]"},
                                   {"document: page\nlocale: ar\nunits: []\n", "[other-locale]"},
                                   {std::string("\xFF\xFE"
                                                "u\0n\0i\0t\0s\0:\0",
                                                14),
                                    "[encoding]"},
                                   {"units:\n  - source: \"Join us\n    target: Doe", "[yaml]"},
                                   {"units:\n  - source: Join us\n    target: {", "[yaml]"},
                                   {"units: " + std::string(100'000, '['), "[yaml"},
                                   {"just text\n", "[catalogue]"}};
  for (const Hostile& file : files) {
    project.write(name, file.bytes);
    for (const char* command : {"sync", "check", "build"}) {
      CAPTURE(command, file.said);
      const Finished done = project.run({command, "-l", "nl"});
      CHECK(done.status == 1);
      const auto lines = std::count(done.err.begin(), done.err.end(), '\n');
      const auto hints = done.err.find("\n  hint: ") == std::string::npos ? 0 : 1;
      CHECK(lines <= 2 + hints);
      CHECK(done.err.find("error: ") == done.err.rfind("error: "));
      CHECK(done.err.find(file.said) != std::string::npos);
      CHECK(project.read(name) == file.bytes);
    }
  }
}

TEST_CASE("a locale file of a gigabyte is refused by its size") {
  const Project project;
  const fs::path name = project.folder() / "locales/nl/page.yaml";
  project.write("locales/nl/page.yaml", "units:\n  - source: \"");
  fs::resize_file(name, 1'000'000'000);
  for (const char* command : {"sync", "check", "status", "build"}) {
    CAPTURE(command);
    const Finished done = project.run({command, "-l", "nl"});
    CHECK(done.status == 1);
    CHECK(done.err.find("locales/nl/page.yaml: error: cannot be read: ") == 0);
    CHECK(std::count(done.err.begin(), done.err.end(), '\n') == 1);
  }
  CHECK(fs::file_size(name) == 1'000'000'000);
}

/// Waits, for as long as a slow machine may need, until `holds`.
template <class Condition>
bool eventually(const Condition& holds) {
  for (int tries = 0; tries < 600; ++tries) {
    if (holds()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  return false;
}

TEST_CASE("watching builds again what is saved, survives wrong content and ends when it is told to") {
  const Project project;
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    fs::current_path(project.folder());
    std::freopen("said.txt", "w", stdout);
    std::freopen("wrong.txt", "w", stderr);
    ::execl(HANDBILL_PROGRAM, "handbill", "build", "--watch", static_cast<char*>(nullptr));
    ::_exit(127);
  }
  const auto printed = [&](const std::string& text) {
    return eventually([&] { return project.read("out/nl/page-text.txt").find(text) != std::string::npos; });
  };
  CHECK(printed("51 on Tuesday"));
  project.write("content/page.md", "# Join us\n\nWe were 52 on Tuesday.\n");
  CHECK(printed("52 on Tuesday"));
  project.write("content/page.md", "---\nlang: [\n---\n\nWrong.\n");
  CHECK(eventually([&] { return project.read("wrong.txt").find("content/page.md:") != std::string::npos; }));
  project.write("content/page.md", "# Join us\n\nWe were 54 on Tuesday.\n");
  CHECK(printed("54 on Tuesday"));
  project.write("locales/nl/page.yaml", "units:\n  - {source: Join us, target: Doe mee}\n");
  CHECK(printed("Doe mee"));
  CHECK(project.read("said.txt").find("content/page.md has changed\n") != std::string::npos);
  ::kill(child, SIGINT);
  int status = -1;
  CHECK(::waitpid(child, &status, 0) == child);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}

}  // namespace
}  // namespace handbill::test
