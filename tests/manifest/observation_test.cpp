#include "manifest/observation.h"

#include <unistd.h>

#include <fstream>

#include "manifest/observed_files.h"
#include "support/catch.h"
#include "support/temporary_folder.h"

using namespace handbill;
using handbill::test::TemporaryFolder;

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t hour = 3'600'000'000'000;

void write(const fs::path& path, const std::string& text) {
  std::ofstream(path) << text;
}

/// As if it had been made long after the file was written.
Observation old(Observation seen) {
  seen.seen += hour;
  return seen;
}

}  // namespace

TEST_CASE("what nobody has touched is the same, by its stamp alone") {
  const TemporaryFolder folder;
  write(folder / "page.md", "text");
  Observation seen = old(observe({Look::At::bytes, folder / "page.md"}));
  CHECK(look_again(seen) == Verdict::same);
  // Only a look into the file would tell that this is another digest.
  seen.digest.low ^= 1;
  CHECK(look_again(seen) == Verdict::same);
}

TEST_CASE("a file that is as young as the look at it is compared by its bytes") {
  const TemporaryFolder folder;
  write(folder / "page.md", "text");
  Observation seen = observe({Look::At::bytes, folder / "page.md"});
  seen.seen = seen.stamp.changed;
  Observation wrong = seen;
  wrong.digest.low ^= 1;
  CHECK(look_again(wrong) == Verdict::changed);
  CHECK(look_again(seen) == Verdict::same_but_new_stamp);
}

TEST_CASE("a file that was saved with the same bytes is the same, and its new stamp is kept") {
  const TemporaryFolder folder;
  write(folder / "page.md", "text");
  Observation seen = old(observe({Look::At::bytes, folder / "page.md"}));
  fs::remove(folder / "page.md");
  write(folder / "page.md", "text");
  fs::last_write_time(folder / "page.md", fs::file_time_type::clock::now() + std::chrono::hours(1));
  CHECK(look_again(seen) == Verdict::same_but_new_stamp);
  CHECK(seen.stamp == stamp_of(folder / "page.md"));
}

TEST_CASE("another text of the same length is seen though its time was set back") {
  const TemporaryFolder folder;
  write(folder / "page.md", "text");
  const auto time = fs::last_write_time(folder / "page.md");
  Observation seen = observe({Look::At::bytes, folder / "page.md"});
  write(folder / "page.md", "next");
  fs::last_write_time(folder / "page.md", time);
  CHECK(look_again(seen) == Verdict::changed);
}

TEST_CASE("what was looked for and is there now has changed, and so has what is gone") {
  const TemporaryFolder folder;
  for (const Look::At at : {Look::At::bytes, Look::At::existence}) {
    const fs::path path = folder / "later.yaml";
    Observation missing = observe({at, path});
    CHECK_FALSE(missing.found);
    CHECK(look_again(missing) == Verdict::same);
    write(path, "x");
    CHECK(look_again(missing) == Verdict::changed);
    Observation there = observe({at, path});
    CHECK(there.found);
    fs::remove(path);
    CHECK(look_again(there) == Verdict::changed);
  }
}

TEST_CASE("a folder has changed when a name has come, gone or changed, and not otherwise") {
  const TemporaryFolder folder;
  write(folder / "a.md", "x");
  Observation seen = observe({Look::At::names, folder.path()});
  write(folder / "a.md", "y");
  CHECK(look_again(seen) != Verdict::changed);
  write(folder / "b.md", "x");
  CHECK(look_again(seen) == Verdict::changed);
  fs::remove(folder / "b.md");
  CHECK(look_again(seen) == Verdict::same_but_new_stamp);
  fs::rename(folder / "a.md", folder / "c.md");
  CHECK(look_again(seen) == Verdict::changed);
}

TEST_CASE("what cannot be read is looked at again every time") {
  const TemporaryFolder folder;
  Observation seen = old(observe({Look::At::bytes, folder.path()}));
  CHECK_FALSE(seen.certain);
  CHECK(look_again(seen) == Verdict::changed);
}

TEST_CASE("a file that another one replaced while it was used is not certain") {
  const TemporaryFolder folder;
  const fs::path path = folder / "page.md";
  write(path, "one");
  const ObservedFiles files;
  CHECK(files.read(path, 100).bytes == "one");
  CHECK(files.observation({Look::At::bytes, path}).certain);
  write(path, "two");
  CHECK(files.read(path, 100).bytes == "two");
  CHECK_FALSE(files.observation({Look::At::bytes, path}).certain);
}

TEST_CASE("who looked past the files that observe is taken at his word, unless there was a change since") {
  const TemporaryFolder folder;
  const ObservedFiles files;
  write(folder / "font.ttf", "glyphs");
  CHECK_FALSE(files.observation({Look::At::bytes, folder / "font.ttf"}).certain);
  CHECK_FALSE(files.observation({Look::At::bytes, folder / "none.ttf"}).found);
  const std::string bytes = "mapped";
  files.observe_bytes(folder / "other.ttf", std::as_bytes(std::span(bytes)));
  CHECK(files.observation({Look::At::bytes, folder / "other.ttf"}).digest == digest_of("mapped"));
}

TEST_CASE("log and memory have the same looks") {
  const TemporaryFolder folder;
  write(folder / "a.md", "x");
  const ObservedFiles disk;
  const LoggedFiles files(disk);
  (void)files.read(folder / "a.md", 10);
  (void)files.read(folder / "a.md", 10);
  (void)files.exists(folder / "b.md");
  (void)files.names_in(folder.path());
  CHECK(files.looks() == Looks{{Look::At::bytes, folder / "a.md"},
                               {Look::At::existence, folder / "b.md"},
                               {Look::At::names, folder.path()}});
  Looks seen;
  for (const Observation& one : disk.all()) seen.push_back(one.look);
  CHECK(seen == files.looks());
}
