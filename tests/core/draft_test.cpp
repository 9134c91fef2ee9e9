#include "core/draft.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <fstream>

#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
namespace fs = std::filesystem;
using handbill::test::TemporaryFolder;

namespace {

void put(const fs::path& path) {
  std::ofstream(path, std::ios::binary) << "x";
}

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a draft that is given up leaves nothing") {
  const TemporaryFolder folder;
  {
    Draft draft(folder / "page.txt");
    draft.write("half of it");
  }
  CHECK(entries(folder.path()) == 0);
}

TEST_CASE("drafts are removed when their processes are gone, and nothing else is") {
  const TemporaryFolder folder;
  for (const std::string name : {".12-0.part", ".99999999-3.part", "12-0.part", ".x-0.part", ".12-0.part.txt"})
    put(folder / name);
  const int busy = ::open((folder / ".12-1.part").c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  REQUIRE(::flock(busy, LOCK_EX) == 0);
  fs::create_directory(folder / ".13-0.part");
  remove_abandoned_drafts(folder.path(), folder.path());
  CHECK_FALSE(fs::exists(folder / ".12-0.part"));
  CHECK_FALSE(fs::exists(folder / ".99999999-3.part"));
  for (const std::string name : {"12-0.part", ".x-0.part", ".12-0.part.txt", ".12-1.part", ".13-0.part"})
    CHECK(fs::exists(folder / name));
  ::close(busy);
  remove_abandoned_drafts(folder.path(), folder.path());
  CHECK_FALSE(fs::exists(folder / ".12-1.part"));
}

TEST_CASE("a folder that is not there has no drafts") {
  const TemporaryFolder folder;
  remove_abandoned_drafts(folder.path(), folder / "none");
  CHECK(entries(folder.path()) == 0);
}
