#include "core/beneath.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <thread>

#include "core/draft.h"
#include "core/files.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
namespace fs = std::filesystem;
using handbill::test::TemporaryFolder;
using Status = ReadResult::Status;

namespace {

/// A project beside a secret.
struct Scene {
  TemporaryFolder folder;
  fs::path project = folder / "project";
  DiskFiles files{project};

  Scene() {
    put("project/content/page.md", "page");
    put("project/assets/pic.png", "picture");
    put("secret/key.png", "secret");
  }
  void put(const fs::path& name, const std::string& bytes) const { write_atomically(folder / name, bytes); }
  void link(const fs::path& target, const fs::path& name) const { fs::create_symlink(target, project / name); }
  ReadResult read(const fs::path& name) const { return files.read(project / name, 100); }
};

}  // namespace

TEST_CASE("a name lies in a folder or not, whatever is on the disk") {
  const auto in = [](const fs::path& root, const fs::path& path) {
    const auto name = name_within(root, path);
    return name ? name->string() : "outside";
  };
  CHECK(in("", "content/page.md") == "content/page.md");
  CHECK(in("", "content/") == "content");
  CHECK(in("", "./a/../b") == "b");
  CHECK(in("", "") == ".");
  CHECK(in("", "../a") == "outside");
  CHECK(in("", "a/../../b") == "outside");
  CHECK(in("", fs::current_path() / "a") == "a");
  CHECK(in("", "/") == "outside");
  CHECK(in("out", "out/en/page.txt") == "en/page.txt");
  CHECK(in("out/", "out") == ".");
  CHECK(in("out", "output/page.txt") == "outside");
  CHECK(in("/a/b", "/a/b/c") == "c");
  CHECK(in("/a/b", "/a/bc") == "outside");
  CHECK(in("/", "/a") == "a");
}

TEST_CASE("links within the project are followed") {
  const Scene scene;
  scene.link("../assets/pic.png", "content/pic.png");
  scene.link(scene.project / "assets", "content/pics");
  scene.link("content/pics/pic.png", "chain.png");
  for (const std::string name : {"content/pic.png", "content/pics/pic.png", "chain.png"})
    CHECK(scene.read(name).bytes == "picture");
  CHECK(scene.files.names_in(scene.project / "content/pics") == std::vector<std::string>{"pic.png"});
}

TEST_CASE("links out of the project are not followed, be they of a file, of a folder or of several steps") {
  const Scene scene;
  scene.link("../../secret/key.png", "content/near.png");
  scene.link(scene.folder / "secret/key.png", "content/far.png");
  scene.link("../../secret", "content/folder");
  scene.link("content/folder", "step");
  scene.link("/proc/self/environ", "content/environ");
  scene.link("/dev/zero", "content/zero");
  scene.link("..", "content/up");
  for (const std::string name : {"content/near.png", "content/far.png", "content/folder/key.png", "step/key.png",
                                 "content/environ", "content/zero", "content/up/../secret/key.png"}) {
    const ReadResult read = scene.read(name);
    CHECK(read.bytes == "");
    if (name != "content/up/../secret/key.png") CHECK(read.reason == "a symbolic link leads out of the project");
  }
  CHECK(scene.files.names_in(scene.project / "content/folder").empty());
  CHECK(scene.files.names_in(scene.project / "step").empty());
  CHECK_THROWS_AS(MappedFile(scene.project / "step/key.png", scene.project), MachineError);
  CHECK_THROWS_AS(MappedFile(scene.folder / "secret/key.png", scene.project), MachineError);
}

TEST_CASE("links in a circle and links to nothing are no files") {
  const Scene scene;
  scene.link("b", "a");
  scene.link("a", "b");
  scene.link("nothing", "dangling");
  CHECK(scene.read("a").status == Status::unreadable);
  CHECK(scene.read("a/page.md").status == Status::unreadable);
  CHECK(scene.read("dangling").status == Status::missing);
}

TEST_CASE("what the user names may lie anywhere, and the pictures of a page there lie beside it") {
  const Scene scene;
  CHECK(scene.files.read(scene.folder / "secret/key.png", 100).ok());
  fs::create_symlink("../secret/key.png", scene.folder / "secret/own.png");
  fs::create_symlink("../project/assets/pic.png", scene.folder / "secret/other.png");
  const auto beside = [&](const std::string& name) {
    return scene.files.read_within(scene.folder / "secret", scene.folder / "secret" / name, 100).status;
  };
  CHECK(beside("key.png") == Status::ok);
  CHECK(beside("own.png") == Status::ok);
  CHECK(beside("other.png") == Status::outside);
}

TEST_CASE("pipes in a project, also behind a link, make nobody wait") {
  const Scene scene;
  REQUIRE(mkfifo((scene.project / "content/pipe.md").c_str(), 0600) == 0);
  scene.link("pipe.md", "content/link.md");
  CHECK(scene.read("content/pipe.md").reason == "it is not an ordinary file");
  CHECK(scene.read("content/link.md").reason == "it is not an ordinary file");
}

TEST_CASE("a file that says it is huge and holds nothing is not read") {
  const Scene scene;
  fs::resize_file(scene.project / "assets/pic.png", std::uintmax_t{1} << 40);
  CHECK(scene.read("assets/pic.png").status == Status::too_large);
}

TEST_CASE("a link that is put in a file's place while it is read never gives the secret") {
  const Scene scene;
  const fs::path page = scene.project / "content/page.md";
  std::atomic<bool> done = false;
  std::thread swapping([&] {
    while (!done) {
      fs::create_symlink("../../secret/key.png", scene.project / "swap");
      fs::rename(scene.project / "swap", page);
      fs::copy_file(scene.project / "assets/pic.png", scene.project / "swap");
      fs::rename(scene.project / "swap", page);
    }
  });
  int refused = 0;
  for (int i = 0; i < 2000; ++i) {
    const ReadResult read = scene.read("content/page.md");
    if (read.status == Status::outside) ++refused;
    if (read.bytes == "secret") FAIL("the secret was read");
  }
  done = true;
  swapping.join();
  CHECK(refused > 0);
}

TEST_CASE("nothing is written through a link out of the project") {
  const Scene scene;
  fs::create_directories(scene.folder / "elsewhere");
  scene.link("../elsewhere", "locales");
  for (const std::string name : {"locales/page.yaml", "locales/nl/page.yaml"})
    CHECK_THROWS_AS(write_within(scene.project, scene.project / name, "x"), MachineError);
  CHECK_THROWS_AS(write_within(scene.project, scene.folder / "elsewhere/x", "x"), MachineError);
  CHECK(fs::is_empty(scene.folder / "elsewhere"));
}

TEST_CASE("a link in the place of a file is replaced, and what it led to stays") {
  const Scene scene;
  scene.link("../../secret/key.png", "content/out.txt");
  write_within(scene.project, scene.project / "content/out.txt", "x");
  CHECK(scene.read("content/out.txt").bytes == "x");
  CHECK_FALSE(fs::is_symlink(scene.project / "content/out.txt"));
  CHECK(scene.files.read(scene.folder / "secret/key.png", 100).bytes == "secret");
}

TEST_CASE("folders are made below the project, also through a link within it") {
  const Scene scene;
  write_within(scene.project, scene.project / "out/a/b/page.txt", "x");
  CHECK(scene.read("out/a/b/page.txt").bytes == "x");
  scene.link("out/a", "made");
  write_within(scene.project, scene.project / "made/c/page.txt", "y");
  CHECK(scene.read("out/a/c/page.txt").bytes == "y");
}

TEST_CASE("drafts elsewhere are not removed through a link") {
  const Scene scene;
  scene.put("secret/.12-0.part", "x");
  scene.link("../secret", "out");
  remove_abandoned_drafts(scene.project, scene.project / "out");
  CHECK(fs::exists(scene.folder / "secret/.12-0.part"));
  remove_abandoned_drafts(scene.project / "out", scene.project / "out");
  CHECK_FALSE(fs::exists(scene.folder / "secret/.12-0.part"));
}
