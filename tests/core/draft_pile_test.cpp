#include "core/draft_pile.h"

#include <sys/stat.h>

#include <fstream>
#include <iterator>

#include "core/files.h"
#include "core/parallel.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
namespace fs = std::filesystem;
using handbill::test::TemporaryFolder;

namespace {

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::size_t entries(const fs::path& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::recursive_directory_iterator(folder), fs::recursive_directory_iterator()));
}

}  // namespace

TEST_CASE("what is added is in place when the pile was put in place, and the old file until then") {
  const TemporaryFolder folder;
  write_atomically(folder / "page.txt", "old");
  fs::permissions(folder / "page.txt", fs::perms::owner_read | fs::perms::owner_write);
  DraftPile pile;
  pile.add(folder / "page.txt", "new");
  pile.add(folder / "en/page.txt", "english");
  CHECK(bytes_of(folder / "page.txt") == "old");
  pile.put_in_place();
  CHECK(bytes_of(folder / "page.txt") == "new");
  CHECK(bytes_of(folder / "en/page.txt") == "english");
  CHECK(fs::status(folder / "page.txt").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(entries(folder.path()) == 3);
}

TEST_CASE("a pile that is given up changes nothing") {
  const TemporaryFolder folder;
  write_atomically(folder / "page.txt", "old");
  {
    DraftPile pile;
    pile.add(folder / "page.txt", "new");
    pile.add(folder / "other.txt", "new");
  }
  CHECK(bytes_of(folder / "page.txt") == "old");
  CHECK(entries(folder.path()) == 1);
}

TEST_CASE("of more files than a process may have open, from several threads, each is in place") {
  const TemporaryFolder folder;
  constexpr std::size_t count = 2000;
  const auto name = [&](std::size_t i) { return folder / ("page-" + std::to_string(i) + ".txt"); };
  DraftPile pile;
  for_each_index(count, 4, [&](std::size_t i) { pile.add(name(i), std::to_string(i)); });
  pile.put_in_place();
  std::size_t whole = 0;
  for (std::size_t i = 0; i < count; ++i) whole += bytes_of(name(i)) == std::to_string(i) ? 1 : 0;
  CHECK(whole == count);
  CHECK(entries(folder.path()) == count);
}

TEST_CASE("one file that cannot be put in place keeps none of the others from it") {
  const TemporaryFolder folder;
  DraftPile pile;
  pile.add(folder / "first.txt", "1");
  pile.add(folder / "taken.txt", "2");
  pile.add(folder / "last.txt", "3");
  fs::create_directories(folder / "taken.txt/by-a-folder");
  CHECK_THROWS_AS(pile.put_in_place(), MachineError);
  CHECK(pile.failed(folder / "taken.txt"));
  CHECK_FALSE(pile.failed(folder / "last.txt"));
  CHECK(bytes_of(folder / "first.txt") == "1");
  CHECK(bytes_of(folder / "last.txt") == "3");
  CHECK(entries(folder.path()) == 4);
}
