#include "core/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
namespace fs = std::filesystem;
using handbill::test::TemporaryFolder;

namespace {

void put(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string contents(const fs::path& path) {
  return DiskFiles().read(path, 1 << 20).bytes;
}

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("the disk gives a file's bytes as they are") {
  const TemporaryFolder folder;
  const std::string bytes("a\0b\r\n\xFF", 6);
  put(folder / "file", bytes);
  put(folder / "empty", "");
  CHECK(DiskFiles().read(folder / "file", 6).bytes == bytes);
  CHECK(DiskFiles().read(folder / "file", 6).ok());
  CHECK(DiskFiles().read(folder / "empty", 0).ok());
  CHECK(DiskFiles().exists(folder / "file"));
  CHECK_FALSE(DiskFiles().exists(folder / "other"));
}

TEST_CASE("what cannot be read says why and throws nothing") {
  const TemporaryFolder folder;
  const DiskFiles disk;
  using Status = ReadResult::Status;
  SECTION("a file that is not there") {
    const ReadResult read = disk.read(folder / "none", 10);
    CHECK(read.status == Status::missing);
    CHECK(read.reason == "there is no such file");
    CHECK(disk.read(folder / "none" / "deeper", 10).status == Status::missing);
  }
  SECTION("a folder") {
    CHECK(disk.read(folder.path(), 10).status == Status::unreadable);
    CHECK(disk.read(folder.path(), 10).reason == "it is a folder");
  }
  SECTION("a file past the limit") {
    put(folder / "file", std::string(11, 'x'));
    CHECK(disk.read(folder / "file", 10).status == Status::too_large);
    CHECK(disk.read(folder / "file", 10).reason == "it is larger than 10 bytes");
    CHECK(disk.read(folder / "file", 10).bytes.empty());
    CHECK(disk.read(folder / "file", 11).ok());
  }
  SECTION("a pipe nobody writes to does not make the program wait") {
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(disk.read(folder / "pipe", 10).status == Status::unreadable);
  }
  SECTION("an endless device") {
    CHECK(disk.read("/dev/zero", 10).status == Status::unreadable);
  }
  SECTION("a file whose owner forbids it") {
    if (geteuid() == 0) return;  // root may read everything
    put(folder / "file", "x");
    fs::permissions(folder / "file", fs::perms::none);
    CHECK(disk.read(folder / "file", 10).status == Status::unreadable);
  }
}

TEST_CASE("files in memory behave like files on disk") {
  MemoryFiles memory;
  memory.files["content/page.md"] = "text";
  CHECK(memory.read("content/page.md", 10).bytes == "text");
  CHECK(memory.read("content/../content/page.md", 10).ok());
  CHECK(memory.read("content", 10).reason == "it is a folder");
  CHECK(memory.read("content/other.md", 10).status == ReadResult::Status::missing);
  CHECK(memory.read("content/page.md", 3).status == ReadResult::Status::too_large);
  CHECK(memory.read_files() == std::vector<std::string>{"content/page.md"});
  CHECK(memory.exists("content"));
  CHECK(memory.exists("content/page.md"));
  CHECK_FALSE(memory.exists("con"));
}

TEST_CASE("a folder's files are named in order, its folders are not") {
  const TemporaryFolder folder;
  put(folder / "b.md", "");
  put(folder / "a.md", "");
  fs::create_directory(folder / "themes");
  const std::vector<std::string> expected{"a.md", "b.md"};
  CHECK(DiskFiles().names_in(folder.path()) == expected);
  CHECK(DiskFiles().names_in(folder / "none").empty());
  MemoryFiles memory;
  memory.files = {{"content/b.md", ""}, {"content/a.md", ""}, {"content/themes/x.yaml", ""}, {"c.md", ""}};
  CHECK(memory.names_in("content") == expected);
  CHECK(memory.names_in("content/") == expected);
  CHECK(memory.names_in("") == std::vector<std::string>{"c.md"});
}

TEST_CASE("a mapped file is its bytes") {
  const TemporaryFolder folder;
  put(folder / "file", "bytes");
  const MappedFile mapped(folder / "file");
  CHECK(std::string(reinterpret_cast<const char*>(mapped.bytes().data()), mapped.bytes().size()) == "bytes");
  put(folder / "empty", "");
  CHECK(MappedFile(folder / "empty").bytes().empty());
}

TEST_CASE("a file that cannot be mapped is the machine's failure, by name") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(MappedFile(folder / "none"), MachineError);
  CHECK_THROWS_AS(MappedFile(folder.path()), MachineError);
  try {
    const MappedFile mapped("/no/such/font.ttf");
  } catch (const MachineError& error) {
    CHECK(std::string(error.what()) == "cannot open /no/such/font.ttf: No such file or directory");
  }
}

TEST_CASE("writing replaces the whole file and makes its folders") {
  const TemporaryFolder folder;
  const fs::path path = folder / "out" / "nl" / "page.txt";
  write_atomically(path, "a first text, longer than the second");
  CHECK(contents(path) == "a first text, longer than the second");
  write_atomically(path, "second");
  CHECK(contents(path) == "second");
  CHECK(entries(path.parent_path()) == 1);
}

TEST_CASE("a written file may be read by whom the umask allows, and a replaced one by whom it was") {
  const TemporaryFolder folder;
  const mode_t before = umask(0027);
  write_atomically(folder / "new", "x");
  umask(before);
  CHECK((fs::status(folder / "new").permissions() & fs::perms::all) == fs::perms(0640));
  fs::permissions(folder / "new", fs::perms(0600));
  write_atomically(folder / "new", "y");
  CHECK((fs::status(folder / "new").permissions() & fs::perms::all) == fs::perms(0600));
}

TEST_CASE("writing that fails leaves what was there and nothing beside it") {
  const TemporaryFolder folder;
  SECTION("a folder stands in the file's place") {
    fs::create_directories(folder / "page.txt" / "inside");
    CHECK_THROWS_AS(write_atomically(folder / "page.txt", "x"), MachineError);
    CHECK(entries(folder.path()) == 1);
  }
  SECTION("a file stands in the folder's place") {
    put(folder / "out", "a file");
    CHECK_THROWS_AS(write_atomically(folder / "out" / "page.txt", "x"), MachineError);
    CHECK(contents(folder / "out") == "a file");
  }
  SECTION("the folder may not be written to") {
    try {
      write_atomically("/proc/handbill/page.txt", "x");
      FAIL("written into /proc");
    } catch (const MachineError& error) {
      CHECK(std::string(error.what()).starts_with("cannot make the folder /proc/handbill: "));
    }
  }
}
